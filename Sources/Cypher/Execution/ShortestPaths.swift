import GraphModel

/// The shortest chains of relationships between two known nodes, searched from both ends.
final class ShortestPaths: Operator {
  let chain: ExpandChains.Chain
  let path: Int
  /// Whether all shortest paths come out; else one, the same each time.
  let all: Bool

  init(_ input: Operator, _ chain: ExpandChains.Chain, path: Int, all: Bool) {
    self.chain = chain
    self.path = path
    self.all = all
    super.init(input)
  }

  override var name: String { all ? "AllShortestPaths" : "ShortestPath" }
  override var details: String { chain.step.types.text }

  /// One side of the search: how far each node is, and by which relationships it was first reached.
  private struct Side {
    var distance: [NodeID: Int]
    var arrivals: [NodeID: [(edge: EdgeID, from: NodeID)]] = [:]
    var frontier: [NodeID]
    var depth = 0

    init(_ start: NodeID) {
      distance = [start: 0]
      frontier = [start]
    }
  }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    try runInput(frame) { frame in
      guard case .node(let from) = frame.slots[chain.step.from], case .node(let to) = frame.slots[chain.step.to] else {
        return true
      }
      let values = try chain.properties.map { ($0.key, try $0.value.evaluate(frame)) }
      let paths =
        try all || !values.isEmpty
        ? search(from, to, values, frame) : first(from, to, frame).map { [$0] } ?? []
      for found in paths {
        frame.slots[path] = .path(found)
        if chain.needsList { frame.slots[chain.step.edge] = .list(found.edges.map { .relationship($0) }) }
        if try !next(frame) { return false }
      }
      return true
    }
  }

  /// One shortest path, where any relationship of the types will do: nodes alone are followed, and the search ends where
  /// the two sides first touch.
  private func first(_ from: NodeID, _ to: NodeID, _ frame: Frame) throws -> Value.Path? {
    if from == to { return chain.minimum == 0 ? Value.Path(nodes: [from], edges: []) : nil }
    let types = chain.step.types.tokens(frame.graph)
    if types?.isEmpty == true { return nil }
    var origins = [NodeMap(), NodeMap()]
    _ = origins[0].insert(from, from)
    _ = origins[1].insert(to, to)
    var frontiers = [[from], [to]]
    let directions = [chain.step.direction, chain.step.direction.opposite]
    var length = 0
    while length < chain.maximum ?? .max, !frontiers[0].isEmpty, !frontiers[1].isEmpty {
      let side = frontiers[0].count <= frontiers[1].count ? 0 : 1
      var touch: (here: NodeID, there: NodeID)?
      let others = origins[1 - side]
      for node in frontiers[side] where touch == nil {
        try frame.graph.expandNodes(node, directions[side], types: types) { neighbor in
          try frame.tick()
          if others.contains(neighbor) { touch = (node, neighbor) }
          return touch == nil
        }
      }
      if let touch {
        let (near, far) = side == 0 ? (touch.here, touch.there) : (touch.there, touch.here)
        let head = Self.way(from: near, origins[0])
        return try path(head.reversed() + Self.way(from: far, origins[1]), types, frame)
      }
      var reached: [NodeID] = []
      for node in frontiers[side] {
        try frame.graph.expandNodes(node, directions[side], types: types) { neighbor in
          try frame.tick()
          if origins[side].insert(neighbor, node) { reached.append(neighbor) }
          return true
        }
        try frame.reserve(bytes: origins[side].count * 48)
      }
      frontiers[side] = reached
      length += 1
    }
    return nil
  }

  private static func way(from node: NodeID, _ origins: NodeMap) -> [NodeID] {
    var way = [node]
    while let last = way.last, let origin = origins[last], origin != last { way.append(origin) }
    return way
  }

  private func path(_ nodes: [NodeID], _ types: [Token]?, _ frame: Frame) throws -> Value.Path? {
    var edges: [EdgeID] = []
    for (a, b) in zip(nodes, nodes.dropFirst()) {
      guard let edge = try frame.graph.edge(from: a, chain.step.direction, to: b, types: types) else { return nil }
      edges.append(edge)
    }
    return Value.Path(nodes: nodes, edges: edges)
  }

  private func search(
    _ from: NodeID, _ to: NodeID, _ values: [(GraphName, Value)], _ frame: Frame
  ) throws -> [Value.Path] {
    let longest = chain.maximum ?? .max
    if from == to { return chain.minimum == 0 ? [Value.Path(nodes: [from], edges: [])] : [] }
    let types = chain.step.types.tokens(frame.graph)
    if types?.isEmpty == true { return [] }
    var near = Side(from)
    var far = Side(to)
    var best: Int?
    while !near.frontier.isEmpty && !far.frontier.isEmpty {
      if near.depth + far.depth >= best ?? longest { break }
      let forward = near.frontier.count <= far.frontier.count
      if forward {
        try advance(&near, chain.step.direction, types, values, frame)
      } else {
        try advance(&far, chain.step.direction.opposite, types, values, frame)
      }
      let (moved, other) = forward ? (near, far) : (far, near)
      for node in moved.frontier {
        if let distance = other.distance[node] { best = min(best ?? .max, moved.depth + distance) }
      }
      if best.map({ $0 <= near.depth + far.depth }) == true { break }
    }
    guard let best, best <= longest else { return [] }
    return try paths(near, far, best, frame)
  }

  private func advance(
    _ side: inout Side, _ direction: Direction, _ types: [Token]?, _ values: [(GraphName, Value)], _ frame: Frame
  ) throws {
    var reached: [NodeID] = []
    let depth = side.depth + 1
    for node in side.frontier {
      try frame.graph.expand(node, direction, types: types) { edge, _, neighbor in
        try frame.tick()
        for (key, value) in values {
          guard let token = key.key(frame.graph), let found = try frame.graph.property(token, of: edge),
            Value.equals(Value(found), value) == true
          else { return true }
        }
        if let known = side.distance[neighbor] {
          if all && known == depth { side.arrivals[neighbor, default: []].append((edge, node)) }
          return true
        }
        try frame.reserve(bytes: side.distance.count * 96)
        side.distance[neighbor] = depth
        side.arrivals[neighbor] = [(edge, node)]
        reached.append(neighbor)
        return true
      }
    }
    side.frontier = reached
    side.depth = depth
  }

  /// The paths of a length through the nodes where both sides meet.
  private func paths(_ near: Side, _ far: Side, _ length: Int, _ frame: Frame) throws -> [Value.Path] {
    let split = min(near.depth, length)
    let meeting = near.distance.filter { $0.value == split && far.distance[$0.key] == length - split }.keys.sorted()
    var found: [Value.Path] = []
    for node in all ? meeting : Array(meeting.prefix(1)) {
      let heads = try trails(near, node, frame)
      let tails = try trails(far, node, frame)
      for head in heads {
        for tail in tails {
          try frame.tick()
          try frame.reserve(bytes: found.count * (64 + length * 16))
          found.append(
            Value.Path(
              nodes: head.nodes.reversed() + tail.nodes.dropFirst(), edges: head.edges.reversed() + tail.edges))
          if !all { return found }
        }
      }
    }
    return found
  }

  /// The ways back from a node to a side's start.
  private func trails(_ side: Side, _ node: NodeID, _ frame: Frame) throws -> [(nodes: [NodeID], edges: [EdgeID])] {
    var open: [(nodes: [NodeID], edges: [EdgeID])] = [([node], [])]
    for _ in 0..<(side.distance[node] ?? 0) {
      var longer: [(nodes: [NodeID], edges: [EdgeID])] = []
      for trail in open {
        guard let last = trail.nodes.last else { continue }
        for (edge, from) in side.arrivals[last] ?? [] {
          try frame.tick()
          try frame.reserve(bytes: longer.count * (64 + trail.nodes.count * 16))
          longer.append((trail.nodes + [from], trail.edges + [edge]))
        }
      }
      open = longer
    }
    return open
  }
}
