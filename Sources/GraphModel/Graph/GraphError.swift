/// Why a graph refuses a write.
public enum GraphError: Error, Hashable, Sendable {
  /// There is no such node.
  case unknownNode(NodeID)
  /// There is no such edge.
  case unknownEdge(EdgeID)
  /// The node cannot go before its edges.
  case nodeHasEdges(NodeID)
}
