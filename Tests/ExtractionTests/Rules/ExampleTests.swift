import Extraction
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite struct ExampleTests {
  private func failures(_ text: String) throws -> [ExampleFailure] {
    let pack = try PackFixture(
      "lists: {crops: crops.tsv}\nfind: [{list: crops, with: [种]}]\nlinks: [{otherwise: home}]",
      files: ["crops.tsv": "name\taliases\tcode\n小麦\t麦子\t01\n"]
    ).pack()
    return try ExampleReader.examples(text).flatMap { try ExampleRunner(pack).failures($0) }
  }

  @Test func passesWhereMarksAndLinksAreRight() throws {
    let text = """
      # a remark
      home: 甲县
      [乙县](Region)种[麦子](Crop: 小麦)[sic]。
      再种[小麦](Crop)。

      => 乙县 -[GROWS]-> 小麦
      => 甲县 -[GROWS]-> 小麦
      => 小麦 {code: 01}
      """
    #expect(try failures(text) == [])
  }

  @Test func saysWhichConditionFailedFirst() throws {
    let found = try failures("[乙县](Region)收[小麦](Crop)。")
    #expect(found.count == 1)
    guard case .missing(label: "Crop", text: "小麦", let trials)? = found.first?.kind else {
      return #expect(Bool(false), "\(found)")
    }
    #expect(trials.map(\.outcome) == [.condition("小麦", .with(["种"]))])
    #expect(found.first?.line == 1)
  }

  @Test func saysWhatIsTooMuchOrDifferent() throws {
    let found = try failures("---\n[乙县](Region)种麦子。\n=> 乙县 -[GROWS {share: 1}]-> 小麦\n=> 小麦 {code: 02}\n=> 大豆 {code: 1}")
    #expect(
      found.map(\.kind) == [
        .unexpected(label: "Crop", text: "麦子", rule: "crop.1"),
        .otherValue(of: "GROWS", property: "share", expected: "1", found: nil),
        .otherValue(of: "小麦", property: "code", expected: "02", found: "01"), .unknownNode("大豆"),
      ])
  }

  @Test func refusesWhatItCannotRead() throws {
    #expect(throws: ExampleReader.Failure(fault: .badExpectation, line: 2)) {
      try ExampleReader.examples("甲\n=> 乙 -> 丙")
    }
    #expect(throws: ExampleReader.Failure(fault: .noText, line: 1)) { try ExampleReader.examples("=> 甲 -[A]-> 乙") }
  }
}

/// The rule packs in `Plugins/` do what their examples say.
@Suite struct ShippedPackTests {
  static let packs: [String] = {
    let folder = Repository.root.appendingPathComponent("Plugins")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    func holds(_ name: String, _ file: String) -> Bool {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent("\(name)/\(file)").path)
    }
    // What is compiled in is tested with the plug-ins that read before it.
    return names.filter { holds($0, "rules.yaml") && !holds($0, "Tables") }.sorted()
  }()

  @Test(arguments: packs)
  func doesWhatItsExamplesSay(_ name: String) throws {
    let folder = try PluginFolder(path: Repository.root.appendingPathComponent("Plugins/\(name)").path)
    let pack = try RulePack(try PluginLoader.manifest(of: folder), in: folder, cache: WordListCache(folder: nil))
    #expect(pack.warnings == [])
    let audit = try RuleAudit(pack)
    #expect(!folder.exampleFiles.isEmpty)
    for file in folder.exampleFiles {
      let text = String(decoding: try folder.bytes(of: file), as: UTF8.self)
      for example in try ExampleReader.examples(text) {
        for failure in try ExampleRunner(pack).failures(example) {
          Issue.record("\(name)/\(file):\(failure.line): \(failure.kind)")
        }
        _ = try ExampleRunner(audit).failures(example)
      }
    }
    #expect(audit.problems == [], "every rule has an example in which it fires")
  }
}
