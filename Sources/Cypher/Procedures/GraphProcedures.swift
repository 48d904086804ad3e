import GraphModel

/// The part of a graph that an algorithm runs on: nodes with a label, numbered, and their relationships of a type.
struct Network {
  var nodes: [NodeID] = []
  private var numbers: [NodeID: Int] = [:]
  /// Numbers of the nodes that each node's relationships lead to.
  var targets: [[Int]] = []

  /// Reads the nodes with a label (null: all) and the relationships of a type (null: all) between them.
  init(_ label: Value?, _ type: Value?, _ frame: Frame) throws {
    let graph = frame.graph
    var labelToken: Token?
    if case .string(let name)? = label {
      labelToken = graph.labelToken(name)
      if labelToken == nil { return }
    }
    try graph.scanNodes(label: labelToken) { id in
      try frame.tick()
      numbers[id] = nodes.count
      nodes.append(id)
      return true
    }
    try frame.reserve(bytes: nodes.count * 120)
    targets = Array(repeating: [], count: nodes.count)
    var typeToken: Token?
    if case .string(let name)? = type {
      typeToken = graph.typeToken(name)
      if typeToken == nil { return }
    }
    try graph.scanEdges(type: typeToken) { _, source, target in
      try frame.tick()
      if let from = numbers[source], let to = numbers[target] { targets[from].append(to) }
      return true
    }
  }

  /// The number of the component of each node, numbered from 1 by their first nodes; direction does not count.
  func components(_ frame: Frame) throws -> [Int] {
    var parents = Array(nodes.indices)
    func root(_ node: Int) -> Int {
      var node = node
      while parents[node] != node {
        parents[node] = parents[parents[node]]
        node = parents[node]
      }
      return node
    }
    for from in nodes.indices {
      try frame.tick()
      for to in targets[from] {
        let (a, b) = (root(from), root(to))
        if a != b { parents[max(a, b)] = min(a, b) }
      }
    }
    var labels: [Int: Int] = [:]
    return nodes.indices.map { node in
      let top = root(node)
      if labels[top] == nil { labels[top] = labels.count + 1 }
      return labels[top] ?? 0
    }
  }

  /// The rank of each node (Page, Brin, Motwani, Winograd 1999) after some rounds; ranks add up to 1.
  func pageRank(damping: Double, rounds: Int, _ frame: Frame) throws -> [Double] {
    guard !nodes.isEmpty else { return [] }
    let count = Double(nodes.count)
    var ranks = Array(repeating: 1 / count, count: nodes.count)
    for _ in 0..<rounds {
      var next = Array(repeating: 0.0, count: nodes.count)
      var dangling = 0.0
      for from in nodes.indices {
        try frame.tick()
        if targets[from].isEmpty { dangling += ranks[from] }
        let share = ranks[from] / Double(max(1, targets[from].count))
        for to in targets[from] { next[to] += share }
      }
      let base = (1 - damping + damping * dangling) / count
      for node in nodes.indices { next[node] = base + damping * next[node] }
      ranks = next
    }
    return ranks
  }

  /// How many shortest paths between other nodes run through each node, as shares of all between each pair, direction
  /// not counting (Brandes 2001).
  func betweenness(_ frame: Frame) throws -> [Double] {
    var neighbors: [Set<Int>] = Array(repeating: [], count: nodes.count)
    for from in nodes.indices {
      for to in targets[from] where to != from {
        neighbors[from].insert(to)
        neighbors[to].insert(from)
      }
    }
    let lists = neighbors.map { $0.sorted() }
    var scores = Array(repeating: 0.0, count: nodes.count)
    for source in nodes.indices {
      var order: [Int] = []
      var distances = Array(repeating: -1, count: nodes.count)
      var paths = Array(repeating: 0.0, count: nodes.count)
      var before: [[Int]] = Array(repeating: [], count: nodes.count)
      distances[source] = 0
      paths[source] = 1
      var queue = [source]
      var place = 0
      while place < queue.count {
        let node = queue[place]
        place += 1
        order.append(node)
        for other in lists[node] {
          try frame.tick()
          if distances[other] < 0 {
            distances[other] = distances[node] + 1
            queue.append(other)
          }
          if distances[other] == distances[node] + 1 {
            paths[other] += paths[node]
            before[other].append(node)
          }
        }
      }
      var shares = Array(repeating: 0.0, count: nodes.count)
      for node in order.reversed() {
        for earlier in before[node] { shares[earlier] += paths[earlier] / paths[node] * (1 + shares[node]) }
        if node != source { scores[node] += shares[node] / 2 }
      }
    }
    return scores
  }
}

extension Procedure {
  private static let selection = [Column(name: "label", type: "STRING?"), Column(name: "type", type: "STRING?")]
  private static let node = Column(name: "node", type: "NODE")

  /// Procedures that measure the graph's shape.
  static let graphProcedures: [Procedure] = [
    Procedure(
      name: "graph.degree", arguments: selection, required: 0,
      results: [
        node, Column(name: "degree", type: "INTEGER"), Column(name: "outgoing", type: "INTEGER"),
        Column(name: "incoming", type: "INTEGER"),
      ],
      summary: "The number of relationships at each node.",
      example:
        "CALL graph.degree('Person', null) YIELD node, degree RETURN node.name, degree ORDER BY degree DESC LIMIT 10"
    ) { arguments, frame, emit in
      var types: [Token]?
      if arguments.count > 1, case .string(let name) = arguments[1] {
        types = frame.graph.typeToken(name).map { [$0] } ?? []
      }
      var label: Token?
      if case .string(let name)? = arguments.first {
        label = frame.graph.labelToken(name)
        if label == nil { return }
      }
      try frame.graph.scanNodes(label: label) { id in
        let counts = try [Direction.both, .outgoing, .incoming].map {
          Value.integer(Int64(try frame.graph.degree(id, $0, types: types)))
        }
        return try emit([.node(id)] + counts)
      }
    },
    Procedure(
      name: "graph.components", arguments: selection, required: 0,
      results: [node, Column(name: "component", type: "INTEGER")],
      summary: "The weakly connected component of each node.",
      example: "CALL graph.components() YIELD node, component RETURN component, count(*) AS size ORDER BY size DESC"
    ) { arguments, frame, emit in
      let network = try Network(arguments.first, arguments.dropFirst().first, frame)
      for (index, component) in try network.components(frame).enumerated() {
        if try !emit([.node(network.nodes[index]), .integer(Int64(component))]) { return }
      }
    },
    Procedure(
      name: "graph.pageRank",
      arguments: selection + [Column(name: "damping", type: "FLOAT?"), Column(name: "rounds", type: "INTEGER?")],
      required: 0, results: [node, Column(name: "rank", type: "FLOAT")],
      summary: "The PageRank of each node; damping 0.85 and 20 rounds where nothing else is said.",
      example: "CALL graph.pageRank() YIELD node, rank RETURN node.name, rank ORDER BY rank DESC LIMIT 10"
    ) { arguments, frame, emit in
      var damping = 0.85
      var rounds = 20
      if arguments.count > 2, let number = Arithmetic.number(arguments[2]) { damping = number }
      if arguments.count > 3, case .integer(let number) = arguments[3] { rounds = Int(number) }
      guard (0...1).contains(damping), (1...1000).contains(rounds) else {
        throw CypherError(.argument, .numberOutOfRange, "Damping lies between 0 and 1, rounds between 1 and 1000.")
      }
      let network = try Network(arguments.first, arguments.dropFirst().first, frame)
      for (index, rank) in try network.pageRank(damping: damping, rounds: rounds, frame).enumerated() {
        if try !emit([.node(network.nodes[index]), .float(rank)]) { return }
      }
    },
    Procedure(
      name: "graph.betweenness", arguments: selection, required: 0,
      results: [node, Column(name: "score", type: "FLOAT")],
      summary: "How many shortest paths between others run through each node.",
      example:
        "CALL graph.betweenness('Person', null) YIELD node, score RETURN node.name, score ORDER BY score DESC LIMIT 10"
    ) { arguments, frame, emit in
      let network = try Network(arguments.first, arguments.dropFirst().first, frame)
      for (index, score) in try network.betweenness(frame).enumerated() {
        if try !emit([.node(network.nodes[index]), .float(score)]) { return }
      }
    },
  ]
}
