import Cypher
import GraphModel
import TestSupport
import Testing
import TupuKit

/// What a judgement changes is derived alone; the graph is the one that everything derives to.
@Suite struct JudgementDerivationTests {
  private static let queries = [
    "CREATE (:Thing {name: '物', n: 1})",
    "MATCH (p:Person) WITH p ORDER BY p.key LIMIT 2 CREATE (p)-[:OWNS {n: 1}]->(:Thing {name: '物'})",
    "MATCH (p:Person) WITH p ORDER BY p.key DESC LIMIT 1 CREATE (:Thing {name: '物'})-[:OF]->(p)",
    "MATCH (a)-[e:HOLDS_POST]->(b) WITH e ORDER BY a.key, b.key LIMIT 2 SET e.note = 'x', e.post = 'y'",
    "MATCH (a)-[e]->(b) WITH e ORDER BY b.key, a.key, type(e) LIMIT 1 DELETE e",
    "MATCH (a)-[e]->(b) WITH a, e, b ORDER BY a.key DESC, b.key, type(e) LIMIT 2 SET a.seen = true DELETE e",
    "MATCH (m:Meeting) WITH m ORDER BY m.key LIMIT 1 DETACH DELETE m",
    "MATCH (r:Region) WITH r ORDER BY r.key DESC LIMIT 1 SET r.name = '新' + r.name, r.note = 1",
    "MATCH (p:Person) WITH p ORDER BY p.key SKIP 2 LIMIT 2 REMOVE p.note SET p.aliases = ['别名']",
    "MATCH (t:Thing) WITH t ORDER BY t.key LIMIT 1 SET t.n = 2",
    "MATCH (t:Thing) WITH t ORDER BY t.key LIMIT 1 DETACH DELETE t",
    "MATCH (:Thing)-[e]->() WITH e LIMIT 1 SET e.n = 3",
  ]

  @Test(arguments: [1, 2, 3, 4])
  func whatAJudgementChangesIsWhatEverythingDerivesTo(_ seed: Int) throws {
    let bench = try Bench()
    let paths = try bench.writeWorld(14)
    try bench.ingest(paths)
    let base = try bench.open()
    let before = try bench.dump()
    var random = Lehmer(seed: UInt64(seed))
    func rows(_ query: String) throws -> [String] {
      try base.reading { try CypherEngine(graph: base.graph, readOnly: true).run(query).table.rows }.compactMap {
        guard case .value(.string(let text))? = $0.first else { return nil }
        return text
      }
    }
    var kept: [Int] = []
    for round in 0..<40 {
      let time = "2024-01-01T00:00:\(round + 10).000000Z"
      func judge(_ decision: Judgement.Decision) throws {
        kept.append(try base.add(Judgement(decision: decision, author: "li", time: time)))
      }
      let type = ["Person", "Meeting", "Region"][random.next(3)]
      let keys = try rows("MATCH (n:\(type)) RETURN n.key ORDER BY n.key")
      switch random.next(12) {
      case 0..<3 where !kept.isEmpty: try base.undoJudgement(kept.remove(at: random.next(kept.count)))
      case 3..<5 where keys.count > 1: try judge(.same(keys[random.next(keys.count)], keys[random.next(keys.count)]))
      case 5 where keys.count > 1: try judge(.notSame(keys[random.next(keys.count)], keys[random.next(keys.count)]))
      case 6 where !keys.isEmpty: try judge(.reject(keys[random.next(keys.count)]))
      case 7 where !keys.isEmpty:
        try judge(.correct(keys[random.next(keys.count)], property: "note", value: .integer(Int64(round))))
      case 8:
        let documents = try base.documents()
        if documents.count > 8 { _ = try base.remove(documents[random.next(documents.count)].id) }
      case 9: try bench.ingest([paths[random.next(paths.count)]])
      default:
        let query = Self.queries[random.next(Self.queries.count)]
        if let number = try base.state(query, author: "li", time: time).number { kept.append(number) }
      }
      #expect(try base.check() == [], "seed \(seed), round \(round)")
    }
    try bench.ingest(paths)
    #expect(try base.check() == [])
    while !kept.isEmpty { try base.undoJudgement(kept.remove(at: random.next(kept.count))) }
    #expect(try base.check() == [])
    #expect(try bench.dump() == before)
  }
}
