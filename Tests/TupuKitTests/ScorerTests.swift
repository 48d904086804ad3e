import Foundation
import GraphModel
import TestSupport
import Testing
import TupuKit

@Suite struct ScorerTests {
  private func file(_ text: String) throws -> GraphFile { try GraphFile(parsing: Array(text.utf8)) }

  private func score(_ gold: String, _ predicted: String) throws -> ScoreReport {
    var scorer = Scorer()
    scorer.add("d", gold: try file(gold), predicted: try file(predicted))
    return scorer.report
  }

  private func entities(_ list: String) -> String { "{\"entities\":[\(list)],\"relations\":[]}" }

  @Test func surfacesAndFoldedNamesMatchOnce() throws {
    let report = try score(
      entities(#"{"id":"1","type":"Enterprise","name":"東屹新材料","surfaces":["东屹"]}"#),
      entities(#"{"id":"1","type":"Enterprise","name":"“东屹”"},{"id":"2","type":"Enterprise","name":"东屹新材料"}"#))
    #expect(report.entities["Enterprise"] == ScoreCount(right: 1, wrong: 1, missed: 0))
  }

  @Test func meetingsMatchByContainmentOfAtLeastHalf() throws {
    let gold = entities(#"{"id":"1","type":"Meeting","name":"全市工业经济大会","date":"--03-04"}"#)
    let near = try score(gold, entities(#"{"id":"1","type":"Meeting","name":"工业经济大会","date":"2021-03-04"}"#))
    #expect(near.entities["Meeting"] == ScoreCount(right: 1, wrong: 0, missed: 0))
    #expect(near.datesRight == 1)
    let far = try score(gold, entities(#"{"id":"1","type":"Meeting","name":"大会"}"#))
    #expect(far.entities["Meeting"] == ScoreCount(right: 0, wrong: 1, missed: 1))
  }

  @Test func whatIsOptionalIsNeitherRewardedNorPunished() throws {
    let gold = """
      {"entities":[{"id":"a","type":"Person","name":"甲","optional":true},{"id":"m","type":"Meeting","name":"大会"}],
       "relations":[]}
      """
    let found = """
      {"entities":[{"id":"x","type":"Person","name":"甲"},{"id":"y","type":"Meeting","name":"大会"}],
       "relations":[{"type":"ATTENDED","from":"x","to":"y"}]}
      """
    let report = try score(gold, found)
    #expect(report.entities["Person"] == nil)
    #expect(report.relations.isEmpty)
    #expect(report.allEntities == ScoreCount(right: 1, wrong: 0, missed: 0))
  }

  @Test func postsNeedTheirTitle() throws {
    func post(_ title: String) -> String {
      """
      {"entities":[{"id":"a","type":"Person","name":"甲"},{"id":"r","type":"Region","name":"乙市"}],
       "relations":[{"type":"HOLDS_POST","from":"a","to":"r","title":"\(title)"}]}
      """
    }
    #expect(try score(post("市长"), post("市長")).relations["HOLDS_POST"] == ScoreCount(right: 1, wrong: 0, missed: 0))
    let wrong = try score(post("市长"), post("副市长"))
    #expect(wrong.relations["HOLDS_POST"] == ScoreCount(right: 0, wrong: 1, missed: 1))
    #expect(wrong.mistakes.map(\.text) == ["甲 → 乙市 [副市长]", "甲 → 乙市 [市长]"])
  }

  @Test func figuresAgreeWithTheReferenceScorer() throws {
    let shared = Repository.root.appendingPathComponent("../shared/gold")
    let script = shared.appendingPathComponent("score.py")
    guard FileManager.default.fileExists(atPath: script.path) else {
      print("skipped: ../shared/gold/score.py is not there")
      return
    }
    let folder = try TemporaryFolder()
    let extractor = try DocumentExtractor()
    var scorer = Scorer()
    for name in try SourceFile.names(in: shared.path, ending: ".json").map({ String($0.dropLast(5)) }) {
      let path = Repository.root.appendingPathComponent("seeds/\(name).txt").path
      let (document, findings) = try extractor.extract(try SourceFile.source(at: path))
      let json = findings.json(of: document)
      try folder.write(name + ".json", json.line)
      let gold = try Data(contentsOf: shared.appendingPathComponent(name + ".json"))
      scorer.add(name, gold: try GraphFile(parsing: Array(gold)), predicted: try GraphFile(json))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script.path, "--gold", shared.path, "--pred", folder.path, "--json"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let reference = try JSONValue(parsing: output)
    func expect(_ count: ScoreCount, _ figures: JSONValue?, _ what: String) {
      #expect(figures?["tp"] == .integer(Int64(count.right)), "\(what): right")
      #expect(figures?["fp"] == .integer(Int64(count.wrong)), "\(what): wrong")
      #expect(figures?["fn"] == .integer(Int64(count.missed)), "\(what): missed")
    }
    let report = scorer.report
    for (type, count) in report.entities { expect(count, reference["entities"]?[type], type) }
    for (type, count) in report.relations { expect(count, reference["relations"]?[type], type) }
    expect(report.coreEntities, reference["totals"]?["entities_core"], "core entities")
    expect(report.coreRelations, reference["totals"]?["relations_core"], "core relations")
    #expect(reference["meeting_date"]?["right"] == .integer(Int64(report.datesRight)))
    #expect(reference["meeting_date"]?["compared"] == .integer(Int64(report.datesCompared)))
  }
}
