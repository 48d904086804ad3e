extension OverlayGraph: PropertyGraph {
  /// The token of a label, or nil where no node has it.
  public func labelToken(_ name: String) -> Token? { base.labelToken(name) ?? newLabels.token(name) }
  /// The token of an edge type, or nil where no edge has it.
  public func typeToken(_ name: String) -> Token? { base.typeToken(name) ?? newTypes.token(name) }
  /// The token of a property name, or nil where nothing has it.
  public func keyToken(_ name: String) -> Token? { base.keyToken(name) ?? newKeys.token(name) }
  /// The name of a label's token.
  public func labelName(_ token: Token) -> String { newLabels.name(token) ?? base.labelName(token) }
  /// The name of an edge type's token.
  public func typeName(_ token: Token) -> String { newTypes.name(token) ?? base.typeName(token) }
  /// The name of a property's token.
  public func keyName(_ token: Token) -> String { newKeys.name(token) ?? base.keyName(token) }

  /// Every label that some node carries, sorted.
  public func labelNames() throws -> [String] {
    try Set(base.labelNames() + newLabels.names).sorted().filter { name in
      try labelToken(name).map { try nodeCount(label: $0) > 0 } ?? false
    }
  }

  /// Every edge type in use, sorted.
  public func typeNames() throws -> [String] {
    try Set(base.typeNames() + newTypes.names).sorted().filter { name in
      try typeToken(name).map { try edgeCount(type: $0) > 0 } ?? false
    }
  }

  /// Every property name that something has or had, sorted.
  public func keyNames() throws -> [String] { try Set(base.keyNames() + newKeys.names).sorted() }

  /// Number of nodes that carry a label, or of all nodes.
  public func nodeCount(label: Token?) throws -> Int {
    guard let label else {
      return try base.nodeCount(label: nil) + changes.addedNodes.count - changes.removedNodes.count
    }
    let below = newLabels.name(label) == nil ? try base.nodeCount(label: label) : 0
    return below + changes.labelCounts[label, default: 0]
  }

  /// Number of edges of a type, or of all edges.
  public func edgeCount(type: Token?) throws -> Int {
    guard let type else {
      return try base.edgeCount(type: nil) + changes.addedEdges.count - changes.removedEdges.count
    }
    let below = newTypes.name(type) == nil ? try base.edgeCount(type: type) : 0
    return below + changes.typeCounts[type, default: 0]
  }

  /// Calls `body` for every node that carries a label (or every node) by rising identity until it returns false.
  public func scanNodes(label: Token?, _ body: (NodeID) throws -> Bool) throws {
    func carries(_ labels: Set<Token>) -> Bool { label.map(labels.contains) ?? true }
    // New nodes, and nodes below that came to carry the label.
    var others = changes.addedNodes.filter { carries($0.value) }.map(\.key)
    if label != nil { others += changes.labels.filter { carries($0.value) }.map(\.key) }
    others.sort()
    var next = 0
    var wantsMore = true
    func handOthers(before limit: NodeID?) throws {
      while wantsMore, next < others.count, limit.map({ others[next] < $0 }) ?? true {
        wantsMore = try body(others[next])
        next += 1
      }
    }
    if label.map({ newLabels.name($0) == nil }) ?? true {
      try base.scanNodes(label: label) { node in
        try handOthers(before: node)
        guard wantsMore else { return false }
        if changes.removedNodes.contains(node) || label != nil && changes.labels[node] != nil { return true }
        wantsMore = try body(node)
        return wantsMore
      }
    }
    try handOthers(before: nil)
  }

  /// Calls `body` for every edge of a type (or every edge) by rising identity until it returns false.
  public func scanEdges(type: Token?, _ body: (EdgeID, _ source: NodeID, _ target: NodeID) throws -> Bool) throws {
    let others = changes.addedEdges.filter { type == nil || $0.value.type == type }.sorted { $0.key < $1.key }
    var next = 0
    var wantsMore = true
    func handOthers(before limit: EdgeID?) throws {
      while wantsMore, next < others.count, limit.map({ others[next].key < $0 }) ?? true {
        wantsMore = try body(others[next].key, others[next].value.source, others[next].value.target)
        next += 1
      }
    }
    if type.map({ newTypes.name($0) == nil }) ?? true {
      try base.scanEdges(type: type) { edge, source, target in
        try handOthers(before: edge)
        guard wantsMore else { return false }
        if changes.removedEdges.contains(edge) { return true }
        wantsMore = try body(edge, source, target)
        return wantsMore
      }
    }
    try handOthers(before: nil)
  }

  /// Whether the node exists.
  public func contains(_ node: NodeID) throws -> Bool {
    if changes.addedNodes[node] != nil { return true }
    return try !changes.removedNodes.contains(node) && base.contains(node)
  }

  /// The labels of a node, sorted by name.
  public func labels(of node: NodeID) throws -> [Token] {
    guard let labels = changes.addedNodes[node] ?? changes.labels[node] else {
      return changes.removedNodes.contains(node) ? [] : try base.labels(of: node)
    }
    return labels.sorted { labelName($0) < labelName($1) }
  }

  /// One property of a node, or nil.
  public func property(_ key: Token, of node: NodeID) throws -> PropertyValue? {
    if let changed = changes.nodeProperties[node]?[key] { return changed }
    guard changes.addedNodes[node] == nil, !changes.removedNodes.contains(node), newKeys.name(key) == nil else {
      return nil
    }
    return try base.property(key, of: node)
  }

  /// All properties of a node, sorted by name.
  public func properties(of node: NodeID) throws -> [(key: Token, value: PropertyValue)] {
    if changes.removedNodes.contains(node) { return [] }
    let below = changes.addedNodes[node] == nil ? try base.properties(of: node) : []
    return merged(below, changes.nodeProperties[node])
  }

  /// Type and ends of an edge, or nil where there is none.
  public func ends(of edge: EdgeID) throws -> (type: Token, source: NodeID, target: NodeID)? {
    if let added = changes.addedEdges[edge] { return added }
    return changes.removedEdges.contains(edge) ? nil : try base.ends(of: edge)
  }

  /// One property of an edge, or nil.
  public func property(_ key: Token, of edge: EdgeID) throws -> PropertyValue? {
    if let changed = changes.edgeProperties[edge]?[key] { return changed }
    guard changes.addedEdges[edge] == nil, !changes.removedEdges.contains(edge), newKeys.name(key) == nil else {
      return nil
    }
    return try base.property(key, of: edge)
  }

  /// All properties of an edge, sorted by name.
  public func properties(of edge: EdgeID) throws -> [(key: Token, value: PropertyValue)] {
    if changes.removedEdges.contains(edge) { return [] }
    let below = changes.addedEdges[edge] == nil ? try base.properties(of: edge) : []
    return merged(below, changes.edgeProperties[edge])
  }

  private func merged(
    _ below: [(key: Token, value: PropertyValue)], _ changed: [Token: PropertyValue?]?
  ) -> [(key: Token, value: PropertyValue)] {
    guard let changed else { return below }
    var all = Dictionary(uniqueKeysWithValues: below.map { ($0.key, Optional($0.value)) })
    for (key, value) in changed { all[key] = .some(value) }
    return all.compactMap { key, value in value.map { (key: key, value: $0) } }
      .sorted { keyName($0.key) < keyName($1.key) }
  }

  /// Calls `body` for every edge at a node in a direction, of the given types (nil: all), until it returns false.
  public func expand(
    _ node: NodeID, _ direction: Direction, types: [Token]?,
    _ body: (EdgeID, _ type: Token, _ neighbor: NodeID) throws -> Bool
  ) throws {
    let others = (changes.edgesAtNode[node] ?? []).sorted().compactMap {
      edge -> (edge: EdgeID, type: Token, neighbor: NodeID)? in
      guard let ends = changes.addedEdges[edge], types?.contains(ends.type) ?? true else { return nil }
      let leaves = ends.source == node && direction != .incoming
      let arrives = ends.target == node && direction != .outgoing
      guard leaves || arrives else { return nil }
      return (edge, ends.type, leaves ? ends.target : ends.source)
    }
    var next = 0
    var wantsMore = true
    func handOthers(before limit: EdgeID?) throws {
      while wantsMore, next < others.count, limit.map({ others[next].edge < $0 }) ?? true {
        wantsMore = try body(others[next].edge, others[next].type, others[next].neighbor)
        next += 1
      }
    }
    let below = types?.filter { newTypes.name($0) == nil }
    if changes.addedNodes[node] == nil, below?.isEmpty != true {
      try base.expand(node, direction, types: below) { edge, type, neighbor in
        try handOthers(before: edge)
        guard wantsMore else { return false }
        if changes.removedEdges.contains(edge) { return true }
        wantsMore = try body(edge, type, neighbor)
        return wantsMore
      }
    }
    try handOthers(before: nil)
  }

  /// Number of edges at a node in a direction, of the given types (nil: all).
  public func degree(_ node: NodeID, _ direction: Direction, types: [Token]?) throws -> Int {
    if changes.edgesAtNode[node] == nil, changes.removedEdges.isEmpty, changes.addedNodes[node] == nil {
      let below = types?.filter { newTypes.name($0) == nil }
      return below?.isEmpty == true ? 0 : try base.degree(node, direction, types: below)
    }
    var count = 0
    try expand(node, direction, types: types) { _, _, _ in
      count += 1
      return true
    }
    return count
  }
}

extension OverlayGraph {
  /// Whether the graph below has an index for this.
  public func hasIndex(label: Token?, key: Token) -> Bool {
    guard newKeys.name(key) == nil, label.map({ newLabels.name($0) == nil }) ?? true else { return false }
    return base.hasIndex(label: label, key: key)
  }

  /// The nodes with a label (nil: any) whose property is the value, where the graph below has an index for this.
  public func nodes(label: Token?, key: Token, equal value: PropertyValue) throws -> [NodeID]? {
    guard hasIndex(label: label, key: key), let below = try base.nodes(label: label, key: key, equal: value) else {
      return nil
    }
    let touched = Set(changes.addedNodes.keys).union(changes.labels.keys)
      .union(changes.nodeProperties.filter { $0.value[key] != nil }.map(\.key))
    let others = try touched.filter { node in
      try contains(node) && property(key, of: node) == value && (label.map { try has(label: $0, node) } ?? true)
    }
    return (below.filter { !changes.removedNodes.contains($0) && !touched.contains($0) } + others).sorted()
  }
}
