import GraphModel

/// Nodes and the weights between them, direction not counting, for finding communities.
private struct WeightedNetwork {
  /// Neighbours of each node with the weight of their relationships, by rising number, the node itself not among them.
  var neighbors: [[(node: Int, weight: Double)]]
  /// The weight of each node's relationships with itself, counted at both ends.
  var loops: [Double]

  init(_ network: Network) {
    var weights: [[Int: Double]] = Array(repeating: [:], count: network.nodes.count)
    loops = Array(repeating: 0, count: network.nodes.count)
    for from in network.nodes.indices {
      for to in network.targets[from] {
        if from == to {
          loops[from] += 2
        } else {
          weights[from][to, default: 0] += 1
          weights[to][from, default: 0] += 1
        }
      }
    }
    neighbors = weights.map { $0.sorted { $0.key < $1.key }.map { (node: $0.key, weight: $0.value) } }
  }

  /// One node for each community of another network.
  init(_ network: WeightedNetwork, communities: [Int], count: Int) {
    var weights: [[Int: Double]] = Array(repeating: [:], count: count)
    loops = Array(repeating: 0, count: count)
    for node in communities.indices {
      let own = communities[node]
      loops[own] += network.loops[node]
      for (other, weight) in network.neighbors[node] {
        if communities[other] == own {
          loops[own] += weight
        } else {
          weights[own][communities[other], default: 0] += weight
        }
      }
    }
    neighbors = weights.map { $0.sorted { $0.key < $1.key }.map { (node: $0.key, weight: $0.value) } }
  }

  /// The communities in which no single node's move to a neighbour's raises the modularity; nil where each node stays alone.
  func communities(resolution: Double, _ frame: Frame) throws -> [Int]? {
    let degrees = neighbors.indices.map { node in neighbors[node].reduce(loops[node]) { $0 + $1.weight } }
    let total = degrees.reduce(0, +)
    guard total > 0 else { return nil }
    var own = Array(neighbors.indices)
    var sums = degrees
    var links = Array(repeating: 0.0, count: neighbors.count)
    var hasMoved = false
    // Every move raises the modularity; the number of rounds is bounded against rounding alone.
    for _ in 0..<100 {
      var isStable = true
      for node in neighbors.indices {
        try frame.tick(neighbors[node].count + 1)
        let old = own[node]
        var met: [Int] = []
        for (other, weight) in neighbors[node] {
          if links[own[other]] == 0 { met.append(own[other]) }
          links[own[other]] += weight
        }
        sums[old] -= degrees[node]
        func gain(_ community: Int) -> Double {
          links[community] - resolution * degrees[node] * sums[community] / total
        }
        var best = old
        var highest = gain(old)
        for community in met.sorted() where gain(community) > highest + 1e-12 {
          best = community
          highest = gain(community)
        }
        for community in met { links[community] = 0 }
        sums[best] += degrees[node]
        if best != old {
          own[node] = best
          isStable = false
          hasMoved = true
        }
      }
      if isStable { break }
    }
    return hasMoved ? own : nil
  }
}

extension Network {
  /// The number of each node's community, from 1 by their first nodes, direction not counting: the Louvain method (Blondel,
  /// Guillaume, Lambiotte, Lefebvre 2008) with nodes taken by rising identity, so that it always finds the same.
  func louvain(resolution: Double, _ frame: Frame) throws -> [Int] {
    var result = Array(nodes.indices)
    var level = WeightedNetwork(self)
    while let found = try level.communities(resolution: resolution, frame) {
      var numbers: [Int: Int] = [:]
      let communities = found.map { community -> Int in
        if let number = numbers[community] { return number }
        numbers[community] = numbers.count
        return numbers.count - 1
      }
      result = result.map { communities[$0] }
      level = WeightedNetwork(level, communities: communities, count: numbers.count)
    }
    var numbers: [Int: Int] = [:]
    return result.map { community in
      if let number = numbers[community] { return number }
      numbers[community] = numbers.count + 1
      return numbers.count
    }
  }
}

extension Procedure {
  /// Procedures that find groups.
  static let communityProcedures: [Procedure] = [
    Procedure(
      name: "graph.louvain",
      arguments: [
        Column(name: "label", type: "STRING?"), Column(name: "type", type: "STRING?"),
        Column(name: "resolution", type: "FLOAT?"),
      ],
      required: 0,
      results: [
        Column(name: "node", type: "NODE"), Column(name: "community", type: "INTEGER"),
        Column(name: "size", type: "INTEGER"),
      ],
      summary:
        "The community of each node and its size, found by modularity (Louvain); a higher resolution than 1 gives smaller ones.",
      example:
        "CALL graph.louvain() YIELD node, community RETURN community, collect(node.name) AS names ORDER BY community"
    ) { arguments, frame, emit in
      var resolution = 1.0
      if arguments.count > 2, let number = Arithmetic.number(arguments[2]) { resolution = number }
      guard resolution > 0, resolution <= 1000 else {
        throw CypherError(.argument, .numberOutOfRange, "The resolution lies between 0 and 1000.")
      }
      let network = try Network(arguments.first, arguments.dropFirst().first, frame)
      let communities = try network.louvain(resolution: resolution, frame)
      var sizes: [Int: Int64] = [:]
      for community in communities { sizes[community, default: 0] += 1 }
      for (index, community) in communities.enumerated() {
        let row: [Value] = [
          .node(network.nodes[index]), .integer(Int64(community)), .integer(sizes[community] ?? 0),
        ]
        if try !emit(row) { return }
      }
    }
  ]
}
