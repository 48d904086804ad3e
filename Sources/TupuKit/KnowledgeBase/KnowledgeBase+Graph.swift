import GraphModel
import GraphStore

extension KnowledgeBase {
  /// The nodes that a person may mean by a name: by key, exact name, alias, then forms that differ only by script, width
  /// or case; the best kind of match alone, sorted by number of links (most first), then key.
  public func find(_ name: String, type: String? = nil) throws -> [Node] {
    try reading {
      if let node = try nodeOfKey(name), type == nil || node.type == type { return [node] }
      let candidates = try store.nodes(folded: Folding.fold(name, lowercasing: true))
        .filter { type == nil || $0.type == type }
      let kinds: [(Node) -> Bool] = [{ $0.name == name }, { $0.aliases.contains(name) }, { _ in true }]
      for isMatch in kinds {
        let found = candidates.filter(isMatch)
        if !found.isEmpty { return try byLinks(found) }
      }
      return []
    }
  }

  /// The node of a stable key.
  public func node(_ key: String) throws -> Node? { try reading { try nodeOfKey(key) } }

  /// The node of an identity.
  public func node(_ id: NodeID) throws -> Node? { try reading { try store.node(id) } }

  /// The edge of a stable key.
  public func edge(_ key: String) throws -> Edge? {
    try reading {
      let edge = try store.edge(EdgeID(key: key))
      if edge?.key == key { return edge }
      return try store.importedEdge(key: key).flatMap { try store.edge($0) }
    }
  }

  /// The edge of an identity.
  public func edge(_ id: EdgeID) throws -> Edge? { try reading { try store.edge(id) } }

  /// The edges between two nodes, in both directions, sorted by type and key.
  public func edges(between a: NodeID, and b: NodeID) throws -> [Edge] {
    try reading {
      let graph = store.graph
      // Walk from the end with fewer edges.
      let degrees = (try store.degree(of: a), try store.degree(of: b))
      let (from, to) = degrees.0 <= degrees.1 ? (a, b) : (b, a)
      var ids: [EdgeID] = []
      try graph.expand(from, .both, types: nil) { edge, _, neighbor in
        if neighbor == to { ids.append(edge) }
        return true
      }
      return try ids.compactMap { try store.edge($0) }.sorted { ($0.type, $0.key) < ($1.type, $1.key) }
    }
  }

  /// The edges at a node with the nodes at their other ends, sorted by type, direction, name and key.
  ///
  /// - Parameter limit: the most that are returned of each type and direction, those with the smallest identities; nil: all.
  public func links(of node: NodeID, types: [String]? = nil, limit: Int? = nil) throws -> [Link] {
    try reading {
      let graph = store.graph
      var links: [Link] = []
      let wanted = try types ?? store.edgeCounts().map(\.type)
      for token in wanted.compactMap({ graph.typeToken($0) }) {
        for direction in [Direction.outgoing, .incoming] {
          var steps: [(edge: EdgeID, neighbor: NodeID)] = []
          try graph.expand(node, direction, types: [token]) { edge, _, neighbor in
            steps.append((edge, neighbor))
            return limit.map { steps.count < $0 } ?? true
          }
          for step in steps {
            guard let edge = try store.edge(step.edge), let other = try store.node(step.neighbor) else {
              throw StoreError.damaged("edge \(step.edge.rawValue) or its end is missing")
            }
            links.append(Link(edge: edge, node: other, direction: direction))
          }
        }
      }
      return links.sorted {
        ($0.edge.type, $0.direction == .outgoing ? 0 : 1, $0.node.name, $0.edge.key)
          < ($1.edge.type, $1.direction == .outgoing ? 0 : 1, $1.node.name, $1.edge.key)
      }
    }
  }

  /// Number of edges at a node, both ways.
  public func degree(of node: NodeID) throws -> Int { try reading { try store.degree(of: node) } }

  private func nodeOfKey(_ key: String) throws -> Node? {
    let node = try store.node(NodeID(key: key))
    if node?.key == key { return node }
    return try store.importedNode(key: key).flatMap { try store.node($0) }
  }

  func byLinks(_ nodes: [Node]) throws -> [Node] {
    let degrees = try nodes.map { try store.degree(of: $0.id) }
    return zip(nodes, degrees).sorted { $0.1 == $1.1 ? $0.0.key < $1.0.key : $0.1 > $1.1 }.map(\.0)
  }
}
