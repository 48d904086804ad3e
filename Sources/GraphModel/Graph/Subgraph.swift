/// A part of a graph, ready to be drawn or written: nodes, edges among them, and where they come from.
public struct Subgraph: Hashable, Sendable {
  /// The nodes, sorted by identity.
  public var nodes: [Node]
  /// The edges, both of whose ends are in `nodes`, sorted by identity.
  public var edges: [Edge]
  /// The nodes that the picture is about; drawn with emphasis.
  public var focus: Set<NodeID>
  /// Names of the documents that the part rests on, sorted.
  public var documents: [String]
  /// The earliest date among its meetings and documents, as ISO 8601.
  public var earliest: String?
  /// The latest date among its meetings and documents, as ISO 8601.
  public var latest: String?

  /// Gathers a part of a graph; sorts nodes and edges.
  public init(
    nodes: [Node] = [], edges: [Edge] = [], focus: Set<NodeID> = [], documents: [String] = [],
    earliest: String? = nil, latest: String? = nil
  ) {
    self.nodes = nodes.sorted { $0.id < $1.id }
    self.edges = edges.sorted { $0.id < $1.id }
    self.focus = focus
    self.documents = documents
    self.earliest = earliest
    self.latest = latest
  }
}
