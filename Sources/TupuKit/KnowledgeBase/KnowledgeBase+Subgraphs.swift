import GraphModel
import GraphStore
import Rendering

extension KnowledgeBase {
  /// The nodes within some steps of given ones (nearest first, better linked first) and the edges among them.
  ///
  /// - Parameter limit: the most nodes that are taken.
  public func subgraph(around nodes: [NodeID], depth: Int = 1, limit: Int = 200) throws -> Subgraph {
    try reading {
      var taken = Set(nodes.prefix(max(0, limit)))
      var layer = Array(taken)
      for _ in 0..<max(0, depth) where taken.count < limit {
        var next: Set<NodeID> = []
        for node in layer {
          try store.graph.expand(node, .both, types: nil) { _, _, neighbor in
            if !taken.contains(neighbor) { next.insert(neighbor) }
            return true
          }
        }
        layer = Array(try bestLinked(next).prefix(limit - taken.count))
        taken.formUnion(layer)
      }
      return try subgraph(of: taken, focus: Set(nodes))
    }
  }

  /// What one document supports.
  public func subgraph(document: DocumentID) throws -> Subgraph {
    try reading {
      guard let number = try store.document(document)?.number else { return Subgraph() }
      let presence = try store.presence(ofDocument: number)
      let edges = try Set(presence.edges.compactMap { $0 }).compactMap { try store.edge($0) }
      return try assemble(
        Set(presence.nodes.compactMap { $0 }), edges, focus: [], documents: [number])
    }
  }

  /// What lies in a region or a region below it: `PART_OF`, `LOCATED_IN`, `HELD_IN` and `HOLDS_POST` lead there; and the
  /// programs that these regions pursue.
  public func subgraph(region: NodeID, limit: Int = 200) throws -> Subgraph {
    try reading {
      let graph = store.graph
      guard let regions = try regions(below: region) else { return Subgraph() }
      let inward = ["PART_OF", "LOCATED_IN", "HELD_IN", "HOLDS_POST"].compactMap(graph.typeToken)
      let outward = ["PURSUES"].compactMap(graph.typeToken)
      var found: Set<NodeID> = []
      for node in regions {
        for (direction, types) in [(Direction.incoming, inward), (.outgoing, outward)] {
          try graph.expand(node, direction, types: types) { _, _, neighbor in
            if !regions.contains(neighbor) { found.insert(neighbor) }
            return true
          }
        }
      }
      let below = try bestLinked(regions.subtracting([region]))
      let chosen = [region] + below.prefix(max(0, limit - 1))
      let rest = try bestLinked(found).prefix(max(0, limit - chosen.count))
      return try subgraph(of: Set(chosen).union(rest), focus: [region])
    }
  }

  /// The nodes of a type and the edges among them, the best linked first.
  public func subgraph(type: String, limit: Int = 200) throws -> Subgraph {
    try reading { try subgraph(of: Set(try store.bestLinked(type: type, limit: limit)), focus: []) }
  }

  /// The whole graph, the best linked nodes first.
  public func subgraph(limit: Int = 200) throws -> Subgraph {
    try reading { try subgraph(of: Set(try store.bestLinked(type: nil, limit: limit)), focus: []) }
  }

  /// Some nodes and all edges among them.
  public func subgraph(of nodes: Set<NodeID>, focus: Set<NodeID>) throws -> Subgraph {
    try reading {
      var edges: [Edge] = []
      for node in nodes.sorted() {
        var found: [EdgeID] = []
        try store.graph.expand(node, .outgoing, types: nil) { edge, _, neighbor in
          if nodes.contains(neighbor) { found.append(edge) }
          return true
        }
        edges += try found.compactMap { try store.edge($0) }
      }
      return try assemble(nodes, edges, focus: focus, documents: nil)
    }
  }

  /// The nodes, relationships and paths of a query's result, with the documents that they rest on.
  public func subgraph(result: ResultTable) throws -> Subgraph {
    try reading {
      let found = try Subgraph(result: result, schema: try schema()) { try store.node($0) }
      let edges = try found.edges.compactMap { try store.edge($0.id) }
      return try assemble(Set(found.nodes.map(\.id)), edges, focus: [], documents: nil)
    }
  }

  private func regions(below region: NodeID) throws -> Set<NodeID>? {
    let graph = store.graph
    guard try graph.contains(region) else { return nil }
    guard let label = graph.labelToken("Region"), let part = graph.typeToken("PART_OF") else { return [region] }
    var regions: Set<NodeID> = [region]
    var waiting = [region]
    while let node = waiting.popLast() {
      try graph.expand(node, .incoming, types: [part]) { _, _, neighbor in
        if try graph.has(label: label, neighbor), regions.insert(neighbor).inserted { waiting.append(neighbor) }
        return true
      }
    }
    return regions
  }

  private func bestLinked(_ nodes: Set<NodeID>) throws -> [NodeID] {
    try nodes.map { (id: $0, degree: try store.degree(of: $0)) }
      .sorted { $0.degree == $1.degree ? $0.id < $1.id : $0.degree > $1.degree }.map(\.id)
  }

  /// - Parameter documents: numbers of the documents that the part rests on; nil: those of its edges, and of nodes without
  ///   any.
  private func assemble(
    _ ids: Set<NodeID>, _ edges: [Edge], focus: Set<NodeID>, documents: Set<Int>?
  ) throws -> Subgraph {
    let nodes = try ids.compactMap { try store.node($0) }
    var numbers = documents ?? []
    if documents == nil {
      for edge in edges { numbers.formUnion(try store.places(of: edge.id).map(\.document)) }
      let linked = Set(edges.flatMap { [$0.source, $0.target] })
      for node in ids.subtracting(linked) { numbers.formUnion(try store.places(of: node).map(\.document)) }
    }
    numbers.remove(Place.statements)
    var names: Set<String> = []
    var dates: [String] = nodes.filter { $0.type == "Meeting" }.compactMap { $0.properties["date"]?.text }
    for number in numbers {
      guard let document = try store.document(number: number) else { continue }
      names.insert(try entry(document).name)
      if let published = document.metadata.published { dates.append(published.description) }
    }
    // A date without its year has no place in a range.
    dates.removeAll { $0.hasPrefix("-") }
    return Subgraph(
      nodes: nodes, edges: edges, focus: focus, documents: names.sorted(), earliest: dates.min(), latest: dates.max())
  }
}
