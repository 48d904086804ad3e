/// One change that a person's statement makes to the graph, by stable keys.
public enum GraphChange: Hashable, Sendable {
  /// A node that no document names.
  case addNode(key: String, type: String, properties: [String: PropertyValue])
  /// An edge that no document states, between the nodes that have these keys.
  case addEdge(key: String, type: String, from: String, to: String, properties: [String: PropertyValue])
  /// A property of a node or an edge gets another value; nil takes it away.
  case set(key: String, property: String, value: PropertyValue?)
  /// A node, with its edges, or an edge leaves the graph.
  case remove(key: String)

  /// The key of what is added or changed.
  public var key: String {
    switch self {
    case .addNode(let key, _, _), .addEdge(let key, _, _, _, _), .set(let key, _, _), .remove(let key): key
    }
  }
}
