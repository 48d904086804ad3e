import Documents
import Extraction
import Foundation
import GraphModel
import TestSupport
import Testing

/// What Documents reads beyond its examples: titles in titles, and pages that are documents themselves.
@Suite struct DocumentsPluginTests {
  private func findings(_ text: String, bodies: [String] = [], home: String? = nil) throws -> Findings {
    let scalars = ScalarText(text)
    let context = ExtractionContext(
      document: Document(
        id: DocumentID(mediaType: .text, bytes: Array(text.utf8)), name: "a", metadata: DocumentMetadata(),
        source: scalars, text: scalars, folded: Folding.fold(scalars), offsets: .identity(count: scalars.count),
        removals: []))
    for body in bodies {
      let name = ScalarText(body)
      let entity = context.addEntity("Organization", name: body, rule: "test")
      var start = 0
      while start + name.count <= scalars.count {
        let span = Span(start, start + name.count)
        if scalars[span].elementsEqual(name.scalars) {
          context.addMention(of: entity, at: span, rule: "test")
          start = span.end
        } else {
          start += 1
        }
      }
    }
    if let home { context.deixis.home = context.addEntity("Region", name: home, rule: "test") }
    try context.run(try DocumentsPlugin())
    return context.findings()
  }

  private func links(_ findings: Findings) -> [String] {
    findings.relations.map { relation in
      let action = relation.properties["action"]?.text.map { " \($0)" } ?? ""
      return "\(findings.entities[relation.from].name) \(relation.type) \(findings.entities[relation.to].name)\(action)"
    }
    .sorted()
  }

  private func names(_ findings: Findings) -> [String] {
    findings.entities.filter { $0.type == "OfficialDocument" }.map(\.name).sorted()
  }

  @Test func doesWhatItsExamplesSay() throws {
    let file = Repository.root.appendingPathComponent("Plugins/Documents/Examples/documents.txt")
    let runner = ExampleRunner(try DocumentsPlugin())
    for example in try ExampleReader.examples(try String(contentsOf: file, encoding: .utf8)) {
      for failure in try runner.failures(example) { Issue.record("documents.txt:\(failure.line): \(failure.kind)") }
    }
  }

  @Test func aTitleInATitleIsADocumentOfItsOwn() throws {
    let found = try findings(
      "《市财政局关于印发〈专项资金管理办法〉的通知》已经送达，《省政府关于修改<储备管理办法>的决定》同时送达。", bodies: ["市财政局", "省政府"])
    #expect(names(found).contains("专项资金管理办法"))
    let links = links(found)
    #expect(links.contains("市财政局关于印发〈专项资金管理办法〉的通知 CITES 专项资金管理办法"))
    #expect(links.contains("市财政局 ISSUED 专项资金管理办法 印发"))
    #expect(links.contains("市财政局 ISSUED 市财政局关于印发〈专项资金管理办法〉的通知"))
    #expect(links.contains("省政府 ISSUED 省政府关于修改<储备管理办法>的决定"))
    let marked = try findings("《省政府关于修改《储备管理办法》的决定》印发。", bodies: ["省政府"])
    #expect(self.links(marked).contains("省政府关于修改《储备管理办法》的决定 AMENDS 储备管理办法 修改"))
  }

  @Test func aPageThatIsADocumentCitesAndRepealsByItself() throws {
    let found = try findings(
      """
      云溪市人民政府办公室
      关于印发云溪市窨井设施管理办法的通知
      云政办发〔2031〕19号
      各区人民政府，市政府各部门：
      《云溪市窨井设施管理办法》已经市政府同意，现印发给你们，请认真贯彻执行。
      2031年3月3日
      云溪市窨井设施管理办法
      第一条 根据《城市道路管理条例》等规定，制定本办法。
      第九条 本办法自2031年4月1日起施行，2021年印发的《云溪市窨井暂行规定》（云政发〔2021〕7号）同时废止。
      """, bodies: ["云溪市人民政府办公室", "市政府"], home: "云溪市")
    let notice = "云溪市人民政府办公室关于印发云溪市窨井设施管理办法的通知"
    #expect(names(found) == [notice, "云溪市窨井暂行规定", "云溪市窨井设施管理办法", "城市道路管理条例"].sorted())
    #expect(
      links(found)
        == [
          "云溪市人民政府办公室 ISSUED \(notice)", "云溪市人民政府办公室 ISSUED 云溪市窨井设施管理办法 印发",
          "\(notice) CITES 云溪市窨井设施管理办法", "云溪市窨井设施管理办法 AMENDS 云溪市窨井暂行规定 废止",
          "云溪市窨井设施管理办法 CITES 城市道路管理条例",
        ].sorted())
    func property(_ name: String, of document: String) -> String? {
      found.entities.first { $0.name == document }?.properties[name]?.text
    }
    #expect(property("number", of: notice) == "云政办发〔2031〕19号")
    #expect(property("number", of: "云溪市窨井暂行规定") == "云政发〔2021〕7号")
    #expect(property("effective", of: "云溪市窨井设施管理办法") == "2031-04-01")
  }

  @Test(arguments: [
    ("根据国发〔2031〕3号执行。", "国发〔2031〕3号"), ("根据豫政 〔2031〕 8 号执行。", "豫政〔2031〕8号"),
    ("转发省政府办公厅的浙政办发【2031】21号文件。", "浙政办发〔2031〕21号"), ("按国务院令第710号办理。", "国务院令第710号"),
    ("见国务院令（第710号）。", "国务院令第710号"), ("《甲》依照济南市人民政府令19号发布。", "济南市人民政府令第19号"),
    ("按照财政部公告2031年第12号的要求。", "财政部公告2031年第12号"), ("财政部2031年第12号公告明确。", "财政部公告2031年第12号"),
    ("3月1日国发〔2031〕3号印发。", "国发〔2031〕3号"),
  ])
  func aNumberHasOneStandardForm(_ text: String, _ number: String) throws {
    #expect(names(try findings(text)) == [number])
  }

  @Test(arguments: [
    "该院作出（2031）浙01民终123号判决。", "账号〔2031〕0536号。", "乘坐12号线，3号楼5号房。", "2031年第3号台风登陆。", "《条例》另行公布。",
    "大家唱《我的祖国》，读《红楼梦》。", "《》（）〔2031〕号", "命令第3号", "国发〔31〕3号",
  ])
  func nothingIsFoundInWhatOnlyLooksAlike(_ text: String) throws {
    #expect(names(try findings(text)) == [])
  }

  @Test func anyPileOfMarksIsReadToItsEnd() throws {
    for piece in ["《", "》", "《条例》", "《甲条例》", "国发〔2031〕3号", "（以下简称《", "本办法", "关于", "、《甲办法》同时废止"] {
      let text = "根据" + String(repeating: piece, count: 5_000) + "，自2031年1月1日起施行"
      _ = try findings(text, home: "云溪市")
    }
  }
}
