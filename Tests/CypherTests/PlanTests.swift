import Cypher
import GraphModel
import TestSupport
import Testing

/// What the planner makes of queries, as `plans.txt` beside this file has it: each query with its plan under it.
///
/// `TUPU_RECORD=1` writes the file anew.
@Suite struct PlanTests {
  /// Many of one label, few of another, joined by a frequent and a rare type.
  private static func graph() throws -> MemoryGraph {
    let graph = MemoryGraph()
    let many = (0..<200).map { graph.createNode(labels: ["Many"], properties: ["x": .integer($0 % 10)]) }
    let few = (0..<5).map { graph.createNode(labels: ["Few"], properties: ["x": .integer($0)]) }
    for (index, node) in many.enumerated() {
      _ = try graph.createEdge(type: "FREQUENT", from: node, to: many[(index + 1) % many.count], properties: [:])
      _ = try graph.createEdge(type: "FREQUENT", from: node, to: few[index % few.count], properties: [:])
    }
    _ = try graph.createEdge(type: "RARE", from: few[0], to: many[0], properties: [:])
    return graph
  }

  @Test func plansAreAsRecorded() throws {
    let engine = CypherEngine(graph: try Self.graph())
    try RecordedPlans("Tests/CypherTests/plans.txt").check { try engine.run($0).table }
  }
}
