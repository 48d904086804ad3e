import GraphModel
import TestSupport
import Testing

struct MemoryGraphTests {
  @Test func conforms() throws {
    let graph = MemoryGraph(nodes: PropertyGraphConformance.nodes, edges: PropertyGraphConformance.edges)
    #expect(try PropertyGraphConformance.violations(graph) == [])
  }

  @Test func conformsAfterAFailedStatement() throws {
    struct Failure: Error {}
    let graph = MemoryGraph(nodes: PropertyGraphConformance.nodes, edges: PropertyGraphConformance.edges)
    let person = NodeID(key: "Person:甲")
    #expect(throws: Failure.self) {
      try graph.atomically {
        for edge in PropertyGraphConformance.edges where edge.source == person || edge.target == person {
          try graph.removeEdge(edge.id)
        }
        try graph.removeNode(person)
        let node = graph.createNode(labels: ["New"], properties: ["fresh": 1])
        let other = NodeID(key: "Person:乙")
        _ = try graph.createEdge(type: "NEW", from: node, to: other, properties: [:])
        try graph.setProperty("age", of: other, to: nil)
        try graph.addLabel("Late", to: other)
        try graph.removeLabel("Person", from: other)
        throw Failure()
      }
    }
    #expect(try PropertyGraphConformance.violations(graph) == [])
  }

  @Test func refusesToRemoveAConnectedNode() throws {
    let graph = MemoryGraph()
    let a = graph.createNode(labels: [], properties: [:])
    _ = try graph.createEdge(type: "T", from: a, to: a, properties: [:])
    #expect(throws: GraphError.nodeHasEdges(a)) { try graph.removeNode(a) }
  }

  @Test func printsDurationsWithTheSignOfTheWhole() {
    #expect(DurationValue(seconds: -1, nanoseconds: 500_000_000).description == "PT-0.5S")
    #expect(DurationValue(months: 14, days: -3, seconds: 3661).description == "P1Y2M-3DT1H1M1S")
    #expect(DurationValue().description == "PT0S")
  }
}
