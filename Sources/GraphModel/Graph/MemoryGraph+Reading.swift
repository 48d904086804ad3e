extension MemoryGraph: PropertyGraph {
  /// The token of a label, or nil where no node has it.
  public func labelToken(_ name: String) -> Token? { labels.token(name) }
  /// The token of an edge type, or nil where no edge has it.
  public func typeToken(_ name: String) -> Token? { types.token(name) }
  /// The token of a property name, or nil where nothing has it.
  public func keyToken(_ name: String) -> Token? { keys.token(name) }
  /// The name of a label's token.
  public func labelName(_ token: Token) -> String { labels.name(token) }
  /// The name of an edge type's token.
  public func typeName(_ token: Token) -> String { types.name(token) }
  /// The name of a property's token.
  public func keyName(_ token: Token) -> String { keys.name(token) }
  /// Every label that some node carries, sorted.
  public func labelNames() -> [String] { labels.used }
  /// Every edge type in use, sorted.
  public func typeNames() -> [String] { types.used }
  /// Every property name in use, sorted.
  public func keyNames() -> [String] { keys.used }

  /// Number of nodes that carry a label, or of all nodes.
  public func nodeCount(label: Token?) -> Int { label.map(labels.count) ?? nodes.count }
  /// Number of edges of a type, or of all edges.
  public func edgeCount(type: Token?) -> Int { type.map(types.count) ?? edges.count }

  /// Calls `body` for every node that carries a label (or every node) until it returns false.
  public func scanNodes(label: Token?, _ body: (NodeID) throws -> Bool) throws {
    for id in nodeOrder.ids {
      guard let record = nodes[id] else { continue }
      if let label, !record.labels.contains(label) { continue }
      if try !body(id) { return }
    }
  }

  /// Calls `body` for every edge of a type (or every edge) until it returns false.
  public func scanEdges(
    type: Token?, _ body: (EdgeID, _ source: NodeID, _ target: NodeID) throws -> Bool
  ) throws {
    for id in edgeOrder.ids {
      guard let record = edges[id] else { continue }
      if let type, record.type != type { continue }
      if try !body(id, record.source, record.target) { return }
    }
  }

  /// Whether the node exists.
  public func contains(_ node: NodeID) -> Bool { nodes[node] != nil }
  /// The labels of a node, sorted by name.
  public func labels(of node: NodeID) -> [Token] {
    (nodes[node]?.labels ?? []).sorted { labels.name($0) < labels.name($1) }
  }
  /// Whether a node carries a label.
  public func has(label: Token, _ node: NodeID) -> Bool { nodes[node]?.labels.contains(label) ?? false }
  /// One property of a node, or nil.
  public func property(_ key: Token, of node: NodeID) -> PropertyValue? { nodes[node]?.properties[key] }
  /// All properties of a node, sorted by name.
  public func properties(of node: NodeID) -> [(key: Token, value: PropertyValue)] {
    sorted(nodes[node]?.properties ?? [:])
  }

  /// Type and ends of an edge, or nil where there is none.
  public func ends(of edge: EdgeID) -> (type: Token, source: NodeID, target: NodeID)? {
    edges[edge].map { ($0.type, $0.source, $0.target) }
  }
  /// One property of an edge, or nil.
  public func property(_ key: Token, of edge: EdgeID) -> PropertyValue? { edges[edge]?.properties[key] }
  /// All properties of an edge, sorted by name.
  public func properties(of edge: EdgeID) -> [(key: Token, value: PropertyValue)] {
    sorted(edges[edge]?.properties ?? [:])
  }

  private func sorted(_ properties: [Token: PropertyValue]) -> [(key: Token, value: PropertyValue)] {
    properties.map { (key: $0.key, value: $0.value) }.sorted { keys.name($0.key) < keys.name($1.key) }
  }

  /// Calls `body` for every edge at a node in a direction, of the given types (nil: all), until it returns false.
  public func expand(
    _ node: NodeID, _ direction: Direction, types wanted: [Token]?,
    _ body: (EdgeID, _ type: Token, _ neighbor: NodeID) throws -> Bool
  ) throws {
    guard let record = nodes[node] else { return }
    let ids: [EdgeID]
    switch direction {
    case .outgoing: ids = record.outgoing
    case .incoming: ids = record.incoming
    case .both: ids = Self.merge(record.outgoing, record.incoming)
    }
    for id in ids {
      guard let edge = edges[id] else { continue }
      if let wanted, !wanted.contains(edge.type) { continue }
      let neighbor = direction == .incoming ? edge.source : edge.source == node ? edge.target : edge.source
      if try !body(id, edge.type, neighbor) { return }
    }
  }

  /// Number of edges at a node in a direction, of the given types (nil: all).
  public func degree(_ node: NodeID, _ direction: Direction, types: [Token]?) throws -> Int {
    guard let record = nodes[node] else { return 0 }
    if types == nil && direction != .both {
      return direction == .outgoing ? record.outgoing.count : record.incoming.count
    }
    var count = 0
    try expand(node, direction, types: types) { _, _, _ in
      count += 1
      return true
    }
    return count
  }

  /// Two rising lists as one, with what is in both once.
  private static func merge(_ a: [EdgeID], _ b: [EdgeID]) -> [EdgeID] {
    var result: [EdgeID] = []
    result.reserveCapacity(a.count + b.count)
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if j == b.count || (i < a.count && a[i] < b[j]) {
        result.append(a[i])
        i += 1
      } else if i == a.count || b[j] < a[i] {
        result.append(b[j])
        j += 1
      } else {
        result.append(a[i])
        i += 1
        j += 1
      }
    }
    return result
  }
}
