import GraphModel
import TestSupport
import Testing

/// A graph over another one reads like any graph.
@Suite struct OverlayGraphTests {
  @Test func readsWhatIsBelowWhatWasAddedAndNotWhatWasRemoved() throws {
    let surplus = Node(id: NodeID(key: "Person:丁"), key: "Person:丁", type: "Person", name: "丁")
    let known = PropertyGraphConformance.nodes
    let edges = PropertyGraphConformance.edges
    let below = MemoryGraph(nodes: known.prefix(2) + [surplus], edges: Array(edges.prefix(1)))
    let loop = try below.createEdge(type: "KNOWS", from: surplus.id, to: known[0].id, properties: [:])
    var waiting = edges.dropFirst()
    let graph = OverlayGraph(
      below,
      identities: OverlayGraph.Identities(
        node: { _, properties in (NodeID(key: properties["key"]?.text ?? ""), properties) },
        edge: { _, _, _ in waiting.removeFirst().id }))
    try graph.removeEdge(loop)
    try graph.removeNode(surplus.id)
    for node in known.dropFirst(2) { _ = graph.createNode(labels: [node.type], properties: node.graphProperties) }
    for edge in edges.dropFirst() {
      _ = try graph.createEdge(type: edge.type, from: edge.source, to: edge.target, properties: edge.properties)
    }
    #expect(try PropertyGraphConformance.violations(graph) == [])
    #expect(graph.addedNodes.count == 3)
    #expect(graph.removedNodes == [surplus.id])
    #expect(graph.removedEdges == [loop])
    #expect(below.nodeCount(label: nil) == 3)
  }

  @Test func aStatementThatFailsLeavesNothing() throws {
    struct Stop: Error {}
    var next: Int64 = 100
    let graph = OverlayGraph(
      MemoryGraph(nodes: PropertyGraphConformance.nodes, edges: PropertyGraphConformance.edges),
      identities: OverlayGraph.Identities(
        node: { _, properties in
          next += 1
          return (NodeID(next), properties)
        }, edge: { _, _, _ in EdgeID(next) }))
    #expect(throws: Stop.self) {
      try graph.atomically {
        _ = graph.createNode(labels: ["New"], properties: ["x": 1])
        try graph.setProperty("age", of: PropertyGraphConformance.nodes[0].id, to: 41)
        throw Stop()
      }
    }
    #expect(try PropertyGraphConformance.violations(graph) == [])
  }
}
