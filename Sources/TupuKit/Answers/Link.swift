import GraphModel

/// An edge seen from one of its ends.
public struct Link: Hashable, Sendable {
  /// The edge.
  public var edge: Edge
  /// The node at the other end.
  public var node: Node
  /// `outgoing` where the edge leads from the asked node to `node`, else `incoming`.
  public var direction: Direction
}

/// A way through the graph: one node more than edges.
public struct GraphPath: Hashable, Sendable {
  /// The nodes, from the first to the last.
  public var nodes: [Node]
  /// The edges between them; each may be followed against its direction.
  public var edges: [Edge]
}
