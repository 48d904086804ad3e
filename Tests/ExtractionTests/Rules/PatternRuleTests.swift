import Extraction
import GraphModel
import TestSupport
import Testing

@Suite struct PatternRuleTests {
  private func found(_ pattern: String, in text: String, extra: String = "", regions: [String] = []) throws -> [String]
  {
    let pack = try PackFixture(
      "lists: {crops: [小麦, 水稻]}\nfind:\n  - list: crops\n    with: [无此字样]\n  - pattern: '\(pattern)'\n\(extra)")
    return try pack.findings(text, regions: regions)
  }

  @Test func matchesSequencesOptionsAndRepetitions() throws {
    #expect(try found("(冬|春)? 小麦", in: "冬小麦、春小麦、小麦。") == ["冬小麦 [冬小麦]", "春小麦 [春小麦]", "小麦 [小麦]"])
    #expect(try found("[a-c]{2,3} 豆", in: "a豆ab豆abc豆bbbb豆。") == ["ab豆 [ab豆]", "abc豆 [abc豆]", "bbb豆 [bbb豆]"])
    #expect(try found("豆 <han>* 苗", in: "豆花豆苗，豆a苗。") == ["豆花豆苗 [豆花豆苗]"])
    #expect(try found("\\\\( 豆 \\\\)", in: "（豆）").isEmpty)
    #expect(try found("\\( 豆 \\)", in: "（豆）") == ["（豆） [（豆）]"])
    #expect(try found("[^，。]+ 豆", in: "大豆，绿豆。") == ["大豆 [大豆]", "绿豆 [绿豆]"])
  }

  @Test func takesTheFirstAndOfTheseTheLongest() throws {
    #expect(try found("豆|豆苗|苗圃", in: "豆苗圃") == ["豆苗 [豆苗]"])
    #expect(try found("麦 .* 麦|苗", in: "麦苗麦苗麦") == ["麦苗麦苗麦 [麦苗麦苗麦]"])
  }

  @Test func namedStretchesFillProperties() throws {
    let pattern = "mark:<crops> (种植)? (面积)? area:<amount> unit:(亩|公顷)"
    let extra = "    mark: mark\n    set: {year: 2024}"
    #expect(
      try found(pattern, in: "小麦面积3.5万亩，水稻种植三千公顷。", extra: extra) == [
        "小麦 [小麦] area=35000.0 unit=亩 year=2024", "水稻 [水稻] area=3000.0 unit=公顷 year=2024",
      ])
  }

  @Test func readsNumbersSharesOrdinalsAndDates() throws {
    func value(_ token: String, _ text: String) throws -> [String] {
      try found("麦 area:<\(token)>", in: text, extra: "    name: 麦")
    }
    #expect(try value("number", "麦1,234.5") == ["麦 [麦1,234.5] area=1234.5"])
    #expect(try value("number", "麦一千二百三十") == ["麦 [麦一千二百三十] area=1230.0"])
    #expect(try value("number", "麦二〇二四") == ["麦 [麦二〇二四] area=2024.0"])
    #expect(try value("number", "麦五点三") == ["麦 [麦五点三] area=5.3"])
    #expect(try value("amount", "麦1.2万亿") == ["麦 [麦1.2万亿] area=1200000000000.0"])
    #expect(try value("number", "麦两亿三千万") == ["麦 [麦两亿三千万] area=230000000.0"])
    let percent = "    name: 麦\n    set: {area: \"{a.percent}\"}"
    #expect(try found("麦 a:<percent>", in: "麦百分之五点三", extra: percent) == ["麦 [麦百分之五点三] area=5.3"])
    #expect(try found("麦 a:<percent>", in: "麦３‰", extra: percent) == ["麦 [麦３‰] area=0.3"])
    #expect(try found("year:<ordinal> 麦", in: "第十二麦", extra: "    name: 麦") == ["麦 [第十二麦] year=12"])
    let date = "    name: 麦\n    set: {code: \"{day.date}\"}"
    #expect(try found("day:<date> 播麦", in: "2021年3月4日播麦", extra: date) == ["麦 [2021年3月4日播麦] code=2021-03-04"])
  }

  @Test func seesMentionsQuotationsAndTitles() throws {
    let inner = "    name: \"{n.inner}\""
    #expect(try found("<Region> n:<quoted> 计划", in: "某县“金穗”计划。", extra: inner, regions: ["某县"]) == ["金穗 [某县“金穗”计划]"])
    #expect(try found("n:<title>", in: "《种子《甲》法》", extra: inner) == ["种子《甲》法 [《种子《甲》法》]"])
    let pack = try PackFixture("find: [{quoted: [计划]}]")
    #expect(try pack.findings("“金穗”计划和“银穗”。") == ["“金穗”计划 [“金穗”计划]"])
  }

  @Test func partsAreUsedByName() throws {
    let pack = try PackFixture("parts: {color: 红|黑, grain: <color>? 麦}\nfind: [{pattern: <grain>子}]")
    #expect(try pack.findings("红麦子、麦子。") == ["红麦子 [红麦子]", "麦子 [麦子]"])
  }

  @Test func fillsFromWordsTablesAndTheNearestDate() throws {
    let rules = """
      lists: {crops: [小麦]}
      find:
        - list: crops
          set:
            unit: {words: {计划: [力争, 目标], 完成: [收获]}, otherwise: 未知}
            code: {nearest: date, otherwise: published}
      """
    let pack = try PackFixture(rules)
    #expect(try pack.findings("2023年10月收获小麦。") == ["小麦 [小麦] code=2023-10 unit=完成"])
    #expect(try pack.findings("力争小麦丰产。") == ["小麦 [小麦] unit=计划"])
  }

  @Test func aPatternThatOthersBacktrackOnCostsLinearTime() throws {
    let pack = try PackFixture("find: [{pattern: '((豆*)*)*苗 (a|a)*b', within: document}]")
    let text = String(repeating: "豆", count: 20_000) + "花" + String(repeating: "a", count: 20_000)
    #expect(try pack.findings(text) == [])
  }
}
