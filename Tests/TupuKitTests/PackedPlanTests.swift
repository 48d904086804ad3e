import GraphModel
import TestSupport
import Testing
import TupuKit

/// What the planner makes of queries over an imported graph, as `packed-plans.txt` beside this file has it.
///
/// `TUPU_RECORD=1` writes the file anew.
@Suite struct PackedPlanTests {
  /// People who follow each other and live in cities of states.
  private static let records: String = {
    var lines: [String] = []
    for index in 0..<200 {
      let age = index % 7 == 0 ? "" : ",\"age\":\(20 + index % 50)"
      lines.append("{\"labels\":[\"Person\"],\"id\":\(index),\"properties\":{\"name\":\"P\(index)\"\(age)}}")
    }
    for index in 200..<220 {
      lines.append("{\"labels\":[\"City\"],\"id\":\(index),\"properties\":{\"city\":\"C\(index % 10)\"}}")
    }
    for index in 220..<223 { lines.append("{\"labels\":[\"State\"],\"id\":\(index),\"properties\":{\"state\":\"S\"}}") }
    for index in 0..<200 {
      for step in [1, 7, 30] {
        lines.append("{\"type\":\"FOLLOWS\",\"start\":\(index),\"end\":\((index + step) % 200)}")
      }
      lines.append("{\"type\":\"LIVES_IN\",\"start\":\(index),\"end\":\(200 + index % 20)}")
    }
    for index in 200..<220 { lines.append("{\"type\":\"CITY_IN\",\"start\":\(index),\"end\":\(220 + index % 3)}") }
    return lines.joined(separator: "\n")
  }()

  @Test func plansAreAsRecorded() throws {
    let folder = try TemporaryFolder()
    let base = try KnowledgeBase(path: folder.file("a.db"), mode: .write)
    _ = try base.importFiles([ImportInput(path: try folder.write("graph.jsonl", Self.records))])
    try base.reading {
      let engine = base.engine()
      try RecordedPlans("Tests/TupuKitTests/packed-plans.txt").check { try engine.run($0).table }
    }
  }

  /// Few names are looked through, many have an index in the file; so have few that come again and again.
  @Test(arguments: [(3000, 1), (16_000, 1), (40_000, 4)])
  func namesAreFoundByAnyWayToThem(_ count: Int, _ times: Int) throws {
    var dice = Dice(state: 7)
    let distinct = (0..<count / times).map { index in
      (0..<Int(1 + dice.next() % 4)).map { _ in dice.pick(["Ab", "ba", "aB", "cab", "杭州", " ", "x", "Ｚ"]) }.joined()
        + (count > 3000 ? " 第\(index)" : "")
    }
    let names = (0..<count).map { distinct[$0 % distinct.count] }
    let folds = names.map { Folding.fold($0, lowercasing: true) }
    let folder = try TemporaryFolder()
    let lines = names.enumerated().map { "{\"labels\":[\"N\"],\"id\":\($0),\"properties\":{\"name\":\"\($1)\"}}" }
    let base = try KnowledgeBase(path: folder.file("a.db"), mode: .write)
    _ = try base.importFiles([ImportInput(path: try folder.write("graph.jsonl", lines.joined(separator: "\n")))])
    for word in ["abba", "CABX", "aba", "b", "ba", "杭州ab", "xz", "abab", "qqq", "cabcab"] {
      let folded = Folding.fold(word, lowercasing: true)
      let wanted = folds.count { $0.contains(folded) }
      for _ in 0..<2 {
        let found = try base.searchNodes(word, limit: 5000)
        // More than so many candidates are not ranked.
        #expect(wanted > 1500 || found.count == wanted, "\(word)")
        #expect(found.allSatisfy { Folding.fold($0.name, lowercasing: true).contains(folded) }, "\(word)")
      }
    }
  }
}
