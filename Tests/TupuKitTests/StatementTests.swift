import Cypher
import GraphModel
import TestSupport
import Testing
import TupuKit

/// What persons write by queries keeps the graph's laws.
@Suite struct StatementTests {
  private let bench: Bench
  private let base: KnowledgeBase
  private let paths: [String]

  init() throws {
    bench = try Bench()
    paths = try bench.writeWorld(12)
    try bench.ingest(paths)
    base = try bench.open()
  }

  @discardableResult
  private func state(_ query: String, at second: Int = 1) throws -> StatementOutcome {
    try base.state(query, author: "li", time: "2024-01-01T00:00:0\(second).000000Z")
  }

  private func rows(_ query: String) throws -> [[ResultValue]] {
    try base.reading { try CypherEngine(graph: base.graph, readOnly: true).run(query).table.rows }
  }

  @Test func whatWasStatedIsThereAndSaysWhoStatedIt() throws {
    let region = try #require(try rows("MATCH (r:Region) RETURN r.name ORDER BY r.name LIMIT 1").first?.first)
    let outcome = try base.state(
      "MATCH (r:Region {name: $name}) CREATE (p:Person {name: '新人', phone: '1'})-[:KNOWS {since: 2020}]->(r)",
      parameters: ["name": region], author: "li", time: "2024-01-01T00:00:00Z")
    #expect(outcome.newTypes == ["KNOWS"])
    let node = try #require(try base.find("新人").first)
    #expect(node.properties == ["phone": "1"])
    let evidence = try base.evidence(of: node.id)
    #expect(evidence.quotes.isEmpty)
    #expect(evidence.judgements.map(\.number) == [outcome.number])
    #expect(evidence.judgements.first?.judgement.author == "li")
    #expect(try rows("MATCH (:Person {name: '新人'})-[k:KNOWS]->(r) RETURN k.since, r.name") == [[.value(2020), region]])
    #expect(try base.schema().edge("KNOWS")?.plugin == GraphSchema.stated)
    #expect(try base.schema().edge("KNOWS")?.sources == ["Person"])
    #expect(try base.check() == [])
  }

  @Test func statementsStayThroughIngestsInAnyOrder() throws {
    let before = try bench.dump()
    try state(
      "MATCH (p:Person)-[:HOLDS_POST]->(r:Region) WITH p, r ORDER BY p.key, r.key LIMIT 1 CREATE (p)-[:KNOWS]->(r)")
    try state("MATCH (p:Person) WITH p ORDER BY p.key LIMIT 3 SET p.note = p.name", at: 2)
    try state("MATCH (a)-[e:HOLDS_POST]->(b) WITH a, e, b ORDER BY a.key, b.key LIMIT 2 DELETE e", at: 3)
    try state("CREATE (a:Person {name: '甲'})-[:KNOWS]->(b:Thing {name: '乙'})", at: 4)
    let stated = try bench.dump()
    #expect(stated != before)
    #expect(try base.check() == [])

    for document in try base.documents().prefix(5) { #expect(try base.remove(document.id)) }
    #expect(try base.check() == [])
    try bench.ingest(paths.reversed())
    #expect(try bench.dump() == stated)
    try bench.ingest(paths, force: true)
    #expect(try bench.dump() == stated)
    #expect(try base.check() == [])

    for entry in try base.judgements() { try base.undoJudgement(entry.number) }
    #expect(try bench.dump() == before)
  }

  @Test func aCorrectionOfADocumentsFactIsRecordedAndTheDocumentStays() throws {
    let edges = try rows("MATCH ()-[e:HOLDS_POST]->() RETURN count(e)")
    let outcome = try state("MATCH (p:Person) WITH p ORDER BY p.key LIMIT 1 SET p.name = '改名' DETACH DELETE p")
    let entry = try #require(try base.judgements().first)
    guard case .statement(_, let changes) = entry.judgement.decision else {
      Issue.record("the judgement is no statement")
      return
    }
    // The node goes with its edges, and nothing is said of what is gone.
    #expect(changes.count == 1)
    #expect(try rows("MATCH ()-[e:HOLDS_POST]->() RETURN count(e)") != edges)
    try base.undoJudgement(try #require(outcome.number))
    #expect(try rows("MATCH ()-[e:HOLDS_POST]->() RETURN count(e)") == edges)
    #expect(try base.find("改名").isEmpty)
  }

  @Test func theLaterOfTwoStatementsHolds() throws {
    try state("MATCH (p:Person) SET p.note = 'b'", at: 1)
    try state("MATCH (p:Person) SET p.note = 'a'", at: 2)
    #expect(try rows("MATCH (p:Person) RETURN DISTINCT p.note") == [[.value("a")]])
    try state("MATCH (p:Person) REMOVE p.note", at: 3)
    #expect(try rows("MATCH (p:Person) RETURN DISTINCT p.note") == [[.null]])
  }

  @Test func aStatedNodeCanBeMergedWithADocuments() throws {
    let person = try #require(try rows("MATCH (p:Person) RETURN p.key ORDER BY p.key LIMIT 1").first?.first)
    guard case .value(.string(let key)) = person else { return }
    try state("CREATE (p:Person {name: '化名'}) CREATE (p)-[:KNOWS]->(:Thing {name: '物'})")
    let stated = try #require(try base.find("化名").first)
    _ = try base.add(Judgement(decision: .same(stated.key, key), author: "li", time: "2024-01-01T00:00:02Z"))
    let joined = try #require(try base.find("化名").first)
    #expect(joined.key == key)
    #expect(try rows("MATCH (p {key: '\(key)'})-[:KNOWS]->(t) RETURN t.name") == [[.value("物")]])
    #expect(try base.check() == [])
  }

  @Test(arguments: [
    "CREATE (:Person)", "CREATE (:Person {name: ' '})", "CREATE ({name: 'a'})", "CREATE (:Person:Other {name: 'a'})",
    "MATCH (p:Person) SET p:Other", "MATCH (p:Person) REMOVE p:Person", "MATCH (p:Person) SET p.key = 'k'",
    "MATCH (p:Person) REMOVE p.name", "MATCH (p:Person) SET p.name = 1", "CREATE (:Person {name: 'a', aliases: 'b'})",
    "MATCH (p:Person) SET p = {name: 'a'}", "CREATE (:Person {name: 'a'}) WITH 1 AS x RETURN 1 / 0",
  ])
  func whatTheLawsForbidIsRefusedAndNothingIsKept(_ query: String) throws {
    let before = try bench.dump()
    #expect(throws: CypherError.self) { try state(query) }
    #expect(try bench.dump() == before)
  }

  @Test func aStatementThatChangesNothingIsNotKept() throws {
    #expect(try state("MATCH (p:Person) SET p.name = p.name").number == nil)
    #expect(try state("CREATE (p:Person {name: 'a'}) DELETE p").number == nil)
    #expect(try base.judgements().isEmpty)
  }

  @Test func whatIsAddedAndTakenBackOneByOneIsWhatIsDerivedAtOnce() throws {
    var dice = Dice(state: 99)
    let before = try bench.dump()
    var kept: [Int] = []
    for round in 0..<24 {
      if !kept.isEmpty, dice.chance(35) {
        try base.undoJudgement(kept.remove(at: Int(dice.next() % UInt64(kept.count))))
      } else {
        let query = dice.pick([
          "CREATE (:Thing {name: '物\(round)', n: \(round)})",
          "CREATE (a:Person {name: '新人\(round % 3)'})-[:KNOWS {since: \(round)}]->(b:Thing {name: '物\(round)'})",
          "MATCH (r:Region) WITH r ORDER BY r.key LIMIT 2 CREATE (r)-[:TWINNED {n: \(round)}]->(r)",
          "MATCH (t:Thing) WITH t ORDER BY t.key LIMIT 1 CREATE (t)-[:PART_OF]->(:Thing {name: '整\(round)'})",
          "MATCH (m:Meeting), (t:Thing) WITH m, t ORDER BY m.key, t.key LIMIT 1 CREATE (m)-[:ABOUT]->(t)",
          "MATCH (t:Thing) WITH t ORDER BY t.key LIMIT 1 SET t.note = \(round)",
          "MATCH (p:Person) WITH p ORDER BY p.key DESC LIMIT 1 CREATE (p)-[:LIKES]->(:Thing {name: '物'})",
        ])
        let time = "2024-01-01T00:00:\(round < 10 ? "0" : "")\(round).000000Z"
        if let number = try base.state(query, author: "li", time: time).number { kept.append(number) }
      }
      #expect(try base.check() == [], "round \(round)")
    }
    for number in kept.reversed() { try base.undoJudgement(number) }
    #expect(try base.check() == [])
    #expect(try bench.dump() == before)
  }
}
