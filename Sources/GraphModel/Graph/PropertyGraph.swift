/// A small number that stands for a label, an edge type or a property name inside one graph.
public typealias Token = UInt32

/// Which way an edge is followed.
public enum Direction: Sendable, Hashable {
  /// From source to target.
  case outgoing
  /// From target to source.
  case incoming
  /// Both ways; a loop is met once.
  case both
}

/// Where the store and the query engine meet: a labelled property graph that can be read.
///
/// Every conforming type passes `PropertyGraphConformance` in the tests. Orders are fixed: nodes by rising identity, edges of a
/// node by rising edge identity.
public protocol PropertyGraph: AnyObject {
  /// The token of a label, or nil where no node has it.
  func labelToken(_ name: String) -> Token?
  /// The token of an edge type, or nil where no edge has it.
  func typeToken(_ name: String) -> Token?
  /// The token of a property name, or nil where nothing has it.
  func keyToken(_ name: String) -> Token?
  /// The name of a label's token.
  func labelName(_ token: Token) -> String
  /// The name of an edge type's token.
  func typeName(_ token: Token) -> String
  /// The name of a property's token.
  func keyName(_ token: Token) -> String
  /// Every label that some node carries, sorted.
  func labelNames() throws -> [String]
  /// Every edge type in use, sorted.
  func typeNames() throws -> [String]
  /// Every property name in use, sorted.
  func keyNames() throws -> [String]

  /// Number of nodes that carry a label, or of all nodes.
  func nodeCount(label: Token?) throws -> Int
  /// Number of edges of a type, or of all edges.
  func edgeCount(type: Token?) throws -> Int

  /// Calls `body` for every node that carries a label (or every node) until it returns false.
  func scanNodes(label: Token?, _ body: (NodeID) throws -> Bool) throws
  /// Calls `body` for every edge of a type (or every edge) until it returns false.
  func scanEdges(type: Token?, _ body: (EdgeID, _ source: NodeID, _ target: NodeID) throws -> Bool) throws

  /// Whether the node exists.
  func contains(_ node: NodeID) throws -> Bool
  /// The labels of a node, sorted by name.
  func labels(of node: NodeID) throws -> [Token]
  /// Whether a node carries a label.
  func has(label: Token, _ node: NodeID) throws -> Bool
  /// One property of a node, or nil.
  func property(_ key: Token, of node: NodeID) throws -> PropertyValue?
  /// All properties of a node, sorted by name.
  func properties(of node: NodeID) throws -> [(key: Token, value: PropertyValue)]
  /// Calls `body` for those of some properties that a node has, with the key's place among those asked for.
  func properties(_ keys: [Token], of node: NodeID, _ body: (Int, PropertyValue) -> Void) throws

  /// Type and ends of an edge, or nil where there is none.
  func ends(of edge: EdgeID) throws -> (type: Token, source: NodeID, target: NodeID)?
  /// One property of an edge, or nil.
  func property(_ key: Token, of edge: EdgeID) throws -> PropertyValue?
  /// All properties of an edge, sorted by name.
  func properties(of edge: EdgeID) throws -> [(key: Token, value: PropertyValue)]

  /// Calls `body` for every edge at a node in a direction, of the given types (nil: all), until it returns false.
  func expand(
    _ node: NodeID, _ direction: Direction, types: [Token]?,
    _ body: (EdgeID, _ type: Token, _ neighbor: NodeID) throws -> Bool) throws
  /// Calls `body` for the node at the far end of every edge at a node until it returns false; in an order of the graph's
  /// own that is always the same, and once for each of parallel edges.
  func expandNodes(
    _ node: NodeID, _ direction: Direction, types: [Token]?, _ body: (NodeID) throws -> Bool) throws
  /// The edge of the smallest identity that leads from a node in a direction to another, of the given types (nil: all).
  func edge(from node: NodeID, _ direction: Direction, to other: NodeID, types: [Token]?) throws -> EdgeID?
  /// Number of edges at a node in a direction, of the given types (nil: all).
  func degree(_ node: NodeID, _ direction: Direction, types: [Token]?) throws -> Int

  /// A number that is another one after every change of the graph; nil: not known.
  func version() throws -> Int?

  /// Whether `nodes(label:key:equal:)` would answer from an index; asked while a query is planned.
  func hasIndex(label: Token?, key: Token) -> Bool
  /// The nodes with a label (nil: any) whose property is the value (of the same kind: `1` is not `1.0`), by rising
  /// identity, where an index answers that; nil: scan instead.
  func nodes(label: Token?, key: Token, equal value: PropertyValue) throws -> [NodeID]?
}

extension PropertyGraph {
  /// Follows the edges.
  public func expandNodes(
    _ node: NodeID, _ direction: Direction, types: [Token]?, _ body: (NodeID) throws -> Bool
  ) throws {
    try expand(node, direction, types: types) { _, _, neighbor in try body(neighbor) }
  }
  /// Looks through the node's edges.
  public func edge(from node: NodeID, _ direction: Direction, to other: NodeID, types: [Token]?) throws -> EdgeID? {
    var found: EdgeID?
    try expand(node, direction, types: types) { edge, _, neighbor in
      if neighbor == other { found = edge }
      return found == nil
    }
    return found
  }
  /// Asks for one after the other.
  public func properties(_ keys: [Token], of node: NodeID, _ body: (Int, PropertyValue) -> Void) throws {
    for (index, key) in keys.enumerated() {
      if let value = try property(key, of: node) { body(index, value) }
    }
  }
  /// Not known.
  public func version() throws -> Int? { nil }
  /// Looks through the node's labels.
  public func has(label: Token, _ node: NodeID) throws -> Bool { try labels(of: node).contains(label) }
  /// No index.
  public func hasIndex(label: Token?, key: Token) -> Bool { false }
  /// No index.
  public func nodes(label: Token?, key: Token, equal value: PropertyValue) throws -> [NodeID]? { nil }
}

/// A property graph that can be written.
public protocol MutablePropertyGraph: PropertyGraph {
  /// Adds a node.
  func createNode(labels: [String], properties: [String: PropertyValue]) throws -> NodeID
  /// Adds an edge between existing nodes.
  func createEdge(type: String, from: NodeID, to: NodeID, properties: [String: PropertyValue]) throws -> EdgeID
  /// Sets a property of a node; nil takes it away.
  func setProperty(_ key: String, of node: NodeID, to value: PropertyValue?) throws
  /// Sets a property of an edge; nil takes it away.
  func setProperty(_ key: String, of edge: EdgeID, to value: PropertyValue?) throws
  /// Adds a label to a node.
  func addLabel(_ label: String, to node: NodeID) throws
  /// Takes a label from a node.
  func removeLabel(_ label: String, from node: NodeID) throws
  /// Removes a node that has no edges; throws `GraphError.nodeHasEdges` where it has some.
  func removeNode(_ node: NodeID) throws
  /// Removes an edge.
  func removeEdge(_ edge: EdgeID) throws
  /// Runs `body`; undoes all its writes where it throws.
  func atomically<T>(_ body: () throws -> T) throws -> T
}
