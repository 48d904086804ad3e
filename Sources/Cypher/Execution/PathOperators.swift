import GraphModel

/// Follows chains of relationships from a node.
final class ExpandChains: Operator {
  struct Chain {
    var step: Expand.Step
    var minimum: Int
    var maximum: Int?
    /// Properties that every relationship must have.
    var properties: [(key: GraphName, value: BoundExpression)]
    /// Whether the list runs from the far node to the near one: the pattern was followed backwards.
    var isReversed: Bool
    /// Whether someone reads the list.
    var needsList: Bool
    /// Whether the list is known already and only has to fit.
    var listIsBound: Bool
  }

  let chain: Chain
  private let description: String

  init(_ input: Operator, _ chain: Chain, description: String) {
    self.chain = chain
    self.description = description
    super.init(input)
  }

  override var name: String { chain.listIsBound ? "FollowList" : "ExpandChains" }
  override var details: String { description }

  /// Relationships of one node, on the way from the first to the last.
  private struct Level {
    var edges: [(edge: EdgeID, neighbor: NodeID)]
    var index = 0
  }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    try runInput(frame) { frame in
      guard case .node(let from) = frame.slots[chain.step.from] else { return true }
      var wanted: NodeID?
      if chain.step.toIsBound {
        guard case .node(let to) = frame.slots[chain.step.to] else { return true }
        wanted = to
      }
      let values = try chain.properties.map { ($0.key, try $0.value.evaluate(frame)) }
      let types = chain.step.types.tokens(frame.graph)
      if chain.listIsBound { return try followList(from, wanted, types, values, frame, next) }
      return try search(from, wanted, types, values, frame, next)
    }
  }

  private func fits(_ edge: EdgeID, _ values: [(GraphName, Value)], _ frame: Frame) throws -> Bool {
    for (key, value) in values {
      guard let token = key.key(frame.graph), let found = try frame.graph.property(token, of: edge),
        Value.equals(Value(found), value) == true
      else { return false }
    }
    return true
  }

  private func emit(
    _ node: NodeID, _ wanted: NodeID?, _ trail: [EdgeID], _ frame: Frame, _ next: (Frame) throws -> Bool
  ) throws -> Bool {
    if let wanted, node != wanted { return true }
    if chain.needsList {
      let list = trail.map { Value.relationship($0) }
      frame.slots[chain.step.edge] = .list(chain.isReversed ? list.reversed() : list)
    }
    if wanted == nil { frame.slots[chain.step.to] = .node(node) }
    return try next(frame)
  }

  private func search(
    _ from: NodeID, _ wanted: NodeID?, _ types: [Token]?, _ values: [(GraphName, Value)], _ frame: Frame,
    _ next: (Frame) throws -> Bool
  ) throws -> Bool {
    if chain.minimum == 0, try !emit(from, wanted, [], frame, next) { return false }
    let longest = chain.maximum ?? .max
    guard longest > 0, types?.isEmpty != true else { return true }
    var trail: [EdgeID] = []
    var used: Set<EdgeID> = []
    var levels = [Level(edges: try neighbors(of: from, types, values, frame))]
    while !levels.isEmpty {
      try frame.tick()
      let top = levels.count - 1
      guard levels[top].index < levels[top].edges.count else {
        levels.removeLast()
        if let last = trail.popLast() { used.remove(last) }
        continue
      }
      let (edge, neighbor) = levels[top].edges[levels[top].index]
      levels[top].index += 1
      guard !used.contains(edge) else { continue }
      trail.append(edge)
      if trail.count >= chain.minimum, try !emit(neighbor, wanted, trail, frame, next) { return false }
      if trail.count < longest {
        used.insert(edge)
        try frame.reserve(bytes: trail.count * 200)
        levels.append(Level(edges: try neighbors(of: neighbor, types, values, frame)))
      } else {
        trail.removeLast()
      }
    }
    return true
  }

  private func neighbors(
    of node: NodeID, _ types: [Token]?, _ values: [(GraphName, Value)], _ frame: Frame
  ) throws -> [(edge: EdgeID, neighbor: NodeID)] {
    var found: [(edge: EdgeID, neighbor: NodeID)] = []
    try frame.graph.expand(node, chain.step.direction, types: types) { edge, _, neighbor in
      if try chain.step.unique.allows(edge, frame) && fits(edge, values, frame) { found.append((edge, neighbor)) }
      return true
    }
    return found
  }

  /// Walks a list of relationships that is known already.
  private func followList(
    _ from: NodeID, _ wanted: NodeID?, _ types: [Token]?, _ values: [(GraphName, Value)], _ frame: Frame,
    _ next: (Frame) throws -> Bool
  ) throws -> Bool {
    guard case .list(let items) = frame.slots[chain.step.edge] else { return true }
    guard items.count >= chain.minimum, items.count <= chain.maximum ?? .max else { return true }
    var node = from
    var met: Set<EdgeID> = []
    for item in chain.isReversed ? items.reversed() : items {
      guard case .relationship(let edge) = item, let ends = try frame.graph.ends(of: edge),
        met.insert(edge).inserted, types?.contains(ends.type) ?? true, try fits(edge, values, frame),
        chain.step.unique.allows(edge, frame)
      else { return true }
      if chain.step.direction != .incoming && ends.source == node {
        node = ends.target
      } else if chain.step.direction != .outgoing && ends.target == node {
        node = ends.source
      } else {
        return true
      }
    }
    if let wanted {
      guard node == wanted else { return true }
    } else {
      frame.slots[chain.step.to] = .node(node)
    }
    return try next(frame)
  }
}

/// Puts nodes and relationships together to a path.
final class BuildPath: Operator {
  let slot: Int
  /// Slots of the first node, then of relationships (or lists of them) and nodes in turn.
  let parts: [Int]

  init(_ input: Operator, slot: Int, parts: [Int]) {
    self.slot = slot
    self.parts = parts
    super.init(input)
  }

  override var name: String { "BuildPath" }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    try runInput(frame) { frame in
      frame.slots[slot] = try path(frame)
      return try next(frame)
    }
  }

  private func path(_ frame: Frame) throws -> Value {
    guard let first = parts.first, case .node(var node) = frame.slots[first] else { return .null }
    var nodes = [node]
    var edges: [EdgeID] = []
    func follow(_ edge: EdgeID) throws {
      guard let ends = try frame.ends(of: edge) else { return }
      node = ends.source == node ? ends.target : ends.source
      edges.append(edge)
      nodes.append(node)
    }
    for index in stride(from: 1, to: parts.count, by: 2) {
      switch frame.slots[parts[index]] {
      case .relationship(let edge): try follow(edge)
      case .list(let items): for case .relationship(let edge) in items { try follow(edge) }
      default: return .null
      }
    }
    return .path(Value.Path(nodes: nodes, edges: edges))
  }
}
