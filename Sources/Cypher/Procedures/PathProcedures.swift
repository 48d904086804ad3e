import GraphModel

/// Finds the shortest paths between two nodes, relationships followed both ways, no node twice (Yen 1971).
private struct PathFinder {
  struct Path: Hashable {
    var nodes: [NodeID]
    var edges: [EdgeID]
  }

  let frame: Frame
  /// Nil: every type.
  let types: [Token]?

  /// Up to `count` paths, the shorter first; of one length the one whose relationships have the smaller identities.
  func paths(from source: NodeID, to target: NodeID, count: Int) throws -> [Path] {
    guard let first = try shortest(from: source, to: target, without: [], edges: []) else { return [] }
    var found = [first]
    var candidates: Set<Path> = []
    while found.count < count, let last = found.last {
      for index in last.edges.indices {
        // Leave the last path at one of its nodes by a relationship that no found path with this beginning takes.
        let root = Array(last.edges[..<index])
        let taken = Set(
          found.filter { $0.edges.count > index && Array($0.edges[..<index]) == root }.map { $0.edges[index] })
        let passed = Set(last.nodes[..<index])
        guard let rest = try shortest(from: last.nodes[index], to: target, without: passed, edges: taken) else {
          continue
        }
        let path = Path(nodes: last.nodes[..<index] + rest.nodes, edges: root + rest.edges)
        if candidates.insert(path).inserted { try frame.reserve(bytes: candidates.count * 32 * path.nodes.count) }
      }
      candidates.subtract(found)
      guard let next = candidates.min(by: precedes) else { break }
      candidates.remove(next)
      found.append(next)
    }
    return found
  }

  private func precedes(_ a: Path, _ b: Path) -> Bool {
    a.edges.count != b.edges.count ? a.edges.count < b.edges.count : a.edges.lexicographicallyPrecedes(b.edges)
  }

  private func shortest(
    from source: NodeID, to target: NodeID, without nodes: Set<NodeID>, edges: Set<EdgeID>
  ) throws -> Path? {
    if source == target { return Path(nodes: [source], edges: []) }
    var arrivals: [NodeID: (edge: EdgeID, from: NodeID)] = [:]
    var frontier = [source]
    while !frontier.isEmpty, arrivals[target] == nil {
      var next: [NodeID] = []
      for node in frontier {
        try frame.graph.expand(node, .both, types: types) { edge, _, neighbor in
          try frame.tick()
          guard neighbor != source, arrivals[neighbor] == nil, !nodes.contains(neighbor), !edges.contains(edge) else {
            return true
          }
          arrivals[neighbor] = (edge, node)
          next.append(neighbor)
          return true
        }
      }
      try frame.reserve(bytes: arrivals.count * 48)
      frontier = next
    }
    guard arrivals[target] != nil else { return nil }
    var path = Path(nodes: [target], edges: [])
    while let last = path.nodes.last, last != source, let arrival = arrivals[last] {
      path.edges.append(arrival.edge)
      path.nodes.append(arrival.from)
    }
    path.nodes.reverse()
    path.edges.reverse()
    return path
  }
}

extension Procedure {
  /// Procedures that find ways through the graph.
  static let pathProcedures: [Procedure] = [
    Procedure(
      name: "graph.kShortestPaths",
      arguments: [
        Column(name: "source", type: "NODE"), Column(name: "target", type: "NODE"), Column(name: "k", type: "INTEGER"),
        Column(name: "type", type: "STRING?"),
      ],
      required: 3,
      results: [
        Column(name: "number", type: "INTEGER"), Column(name: "path", type: "PATH"),
        Column(name: "length", type: "INTEGER"),
      ],
      summary:
        "The k shortest paths between two nodes, relationships followed both ways, no node twice (Yen's algorithm).",
      example:
        "MATCH (a:Person), (b:Person) WITH a, b LIMIT 1 CALL graph.kShortestPaths(a, b, 3) YIELD path, length RETURN path, length"
    ) { arguments, frame, emit in
      guard case .node(let source) = arguments[0], case .node(let target) = arguments[1] else { return }
      guard case .integer(let count) = arguments[2], (1...10_000).contains(count) else {
        throw CypherError(.argument, .numberOutOfRange, "The number of paths lies between 1 and 10000.")
      }
      var types: [Token]?
      if arguments.count > 3, case .string(let name) = arguments[3] {
        types = frame.graph.typeToken(name).map { [$0] } ?? []
      }
      let finder = PathFinder(frame: frame, types: types)
      for (index, path) in try finder.paths(from: source, to: target, count: Int(count)).enumerated() {
        let row: [Value] = [
          .integer(Int64(index + 1)), .path(Value.Path(nodes: path.nodes, edges: path.edges)),
          .integer(Int64(path.edges.count)),
        ]
        if try !emit(row) { return }
      }
    }
  ]
}
