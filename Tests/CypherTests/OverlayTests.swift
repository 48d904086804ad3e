import Cypher
import GraphModel
import TestSupport
import Testing

/// Statements do the same to a graph over another one as to the graph itself.
@Suite struct OverlayTests {
  private static let statements = [
    "CREATE (:A {x: $x})", "CREATE (:B {x: $x})-[:R {w: $x}]->(:A {x: $y})",
    "MATCH (a {x: $x}), (b {x: $y}) CREATE (a)-[:S]->(b)", "MATCH (a:A) WHERE a.x = $x SET a.x = $y, a.z = 1",
    "MATCH (a {x: $x}) SET a:C", "MATCH (a:C {x: $x}) REMOVE a:C, a.z", "MATCH (a {x: $x}) DETACH DELETE a",
    "MATCH (:A)-[r:R]->() WHERE r.w = $x DELETE r", "MATCH ()-[r:R]->() WHERE r.w = $x SET r.w = $y, r.v = 'v'",
    "MERGE (a:A {x: $x}) ON MATCH SET a.m = $y", "MATCH (a:A {x: $x}) MERGE (a)-[:R]->(b:B {x: $y})",
    "MATCH (a {x: $x}) SET a = {x: $y}", "MATCH (a:A {x: $x}) DELETE a",
  ]

  private static let views = [
    "MATCH (a) RETURN a.x AS x, a.z, a.m, labels(a) AS l, COUNT { (a)-->() } AS o, COUNT { (a)<--() } AS i ORDER BY x, l, o, i",
    "MATCH (a)-[r]->(b) RETURN type(r) AS t, r.w AS w, r.v AS v, a.x AS x, b.x AS y ORDER BY t, w, v, x, y",
    "MATCH (a:A)-[:R|S]-(b) RETURN count(*)", "MATCH (a:C) RETURN count(a)", "MATCH ()-[r:S]->() RETURN count(r)",
  ]

  @Test(arguments: 1...12)
  func writesAsMemoryGraphDoes(_ seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let below = MemoryGraph()
    let reference = MemoryGraph()
    func run(_ graph: any PropertyGraph, _ query: String, _ x: Int64, _ y: Int64) -> [[ResultValue]]? {
      let parameters: [String: ResultValue] = ["x": .value(.integer(x)), "y": .value(.integer(y))]
      return try? CypherEngine(graph: graph).run(query, parameters: parameters).table.rows
    }
    func step(_ graphs: [any PropertyGraph]) throws {
      let query = try #require(Self.statements.randomElement(using: &dice))
      let (x, y) = (Int64.random(in: 0..<5, using: &dice), Int64.random(in: 0..<5, using: &dice))
      let done = graphs.map { run($0, query, x, y) != nil }
      #expect(Set(done).count == 1, "\(query)")
    }
    for _ in 0..<15 { try step([below, reference]) }
    var next: Int64 = 1000
    let overlay = OverlayGraph(
      below,
      identities: OverlayGraph.Identities(
        node: { _, properties in
          next += 1
          return (NodeID(next), properties)
        },
        edge: { _, _, _ in
          next += 1
          return EdgeID(next)
        }))
    for _ in 0..<25 {
      try step([overlay, reference])
      for view in Self.views { #expect(run(overlay, view, 0, 0) == run(reference, view, 0, 0), "\(view)") }
    }
  }
}
