import GraphModel

/// A pattern laid over packed tables: numbers flow from node to node along adjacency.
///
/// Rows are counted over all tables of nodes, one after the other.
struct PatternFlow {
  /// The tables do not tell, or a number grew beyond 64 bits.
  struct Refusal: Error {}

  /// What a node hands on: for each of its rows how many matches the part of the pattern behind it has.
  struct Message {
    /// The rows with a match, rising.
    var rows: [Int32]
    /// Matches by row; empty: one for each of `rows`.
    var weights: [Int64]
    /// Whether `rows` is every row of the node's tables, each with one match.
    var isWhole = false
    /// What is measured behind the node, by row.
    var payloads: [Payload] = []

    func weight(at row: Int) -> Int64 { weights.isEmpty ? 1 : weights[row] }
  }

  /// A measured property: number of its values and their sum, over all matches behind a row.
  struct Payload {
    var measure: Int
    var counts: [Int64]
    var sums: [Int64]
  }

  /// A table of edges followed in one direction, seen from the near node.
  struct Step {
    var table: Int
    /// Whether the near node is the source.
    var forward: Bool
  }

  let tree: PatternTree
  let frame: Frame
  /// The aggregates, each in its simplest form: where no node lacks the property, its values are as many as the matches.
  private(set) var measures: [FactorizedGroup.Measure]
  let tables: [any NodeTable]
  let bases: [Int]
  let edgeTables: [any EdgeTable]
  /// Number of rows of all tables.
  let total: Int
  /// By node of the pattern: the tables that it can be in.
  private(set) var domains: [Set<Int>]
  /// By edge of the pattern and length: the steps that it can take.
  private(set) var steps: [[[Step]]]

  /// Lays a pattern over tables; nil where they do not hold all of it, or where counts would be wrong.
  init?(
    _ tree: PatternTree, graph: any PackedGraph, frame: Frame, measures: [FactorizedGroup.Measure]
  ) throws {
    self.tree = tree
    self.frame = frame
    self.measures = measures
    let nodeTables = try graph.nodeTables()
    let edgeTables = try graph.edgeTables()
    var bases: [Int] = []
    var total = 0
    for table in nodeTables {
      bases.append(total)
      total += table.count
    }
    guard total < Int(Int32.max) else { return nil }
    domains = tree.nodes.map { node in
      let labels = node.labels.map { $0.label(graph) }
      return Set(
        nodeTables.indices.filter { index in
          labels.allSatisfy { $0.map(nodeTables[index].labels.contains) ?? false }
        })
    }
    if tree.edges.isEmpty {
      let labels = tree.nodes[0].labels.compactMap { $0.label(graph) }
      guard try labels.isEmpty ? graph.isPacked(label: nil) : labels.contains(where: { try graph.isPacked(label: $0) })
      else { return nil }
    }
    var wanted: [Set<Int>] = []
    for edge in tree.edges {
      let types = edge.types.tokens(graph)
      guard try types?.allSatisfy({ try graph.isPacked(type: $0) }) ?? graph.isPacked(type: nil) else { return nil }
      wanted.append(Set(edgeTables.indices.filter { types?.contains(edgeTables[$0].type) ?? true }))
    }
    tables = nodeTables
    self.edgeTables = edgeTables
    self.bases = bases
    self.total = total
    steps = []
    narrow(wanted)
    for index in measures.indices where measures[index].kind == .values && hasEveryValue(measures[index], graph) {
      self.measures[index].kind = .rows
    }
    guard steps.indices.allSatisfy(isSound) else { return nil }
  }

  // MARK: Tables

  /// Finds the tables that nodes and edges can be in, until no more can be ruled out.
  private mutating func narrow(_ wanted: [Set<Int>]) {
    var isSettled = false
    while !isSettled {
      isSettled = true
      steps = []
      for (index, edge) in tree.edges.enumerated() {
        var levels: [[Step]] = []
        var from = domains[edge.near]
        var reached: Set<Int> = []
        for length in 1...edge.maximum {
          let last = edge.maximum == 1 ? domains[edge.far] : nil
          let level = candidates(wanted[index], from: from, to: last, edge.direction)
          if level.isEmpty { break }
          levels.append(level)
          from = Set(level.map { far(of: $0) })
          if length >= edge.minimum { reached.formUnion(from) }
        }
        steps.append(levels)
        let ends = domains[edge.far].intersection(reached)
        let starts = domains[edge.near].intersection((levels.first ?? []).map { near(of: $0) })
        if ends != domains[edge.far] || starts != domains[edge.near] { isSettled = false }
        domains[edge.far] = ends
        domains[edge.near] = starts
      }
    }
  }

  private func near(of step: Step) -> Int {
    step.forward ? edgeTables[step.table].source : edgeTables[step.table].target
  }
  private func far(of step: Step) -> Int {
    step.forward ? edgeTables[step.table].target : edgeTables[step.table].source
  }

  private func candidates(_ wanted: Set<Int>, from: Set<Int>, to: Set<Int>?, _ direction: Direction) -> [Step] {
    var found: [Step] = []
    for table in wanted.sorted() {
      for forward in [true, false] {
        if forward ? direction == .incoming : direction == .outgoing { continue }
        let step = Step(table: table, forward: forward)
        if from.contains(near(of: step)), to?.contains(far(of: step)) ?? true { found.append(step) }
      }
    }
    return found
  }

  /// Whether every row that a measured node can be has the property.
  private func hasEveryValue(_ measure: FactorizedGroup.Measure, _ graph: any PackedGraph) -> Bool {
    guard let token = measure.key?.key(graph) else { return false }
    return domains[measure.node].allSatisfy { tables[$0].column(token).map { !$0.hasNulls } ?? false }
  }

  /// Whether counting along an edge counts no relationship twice in one match where it must not.
  private func isSound(_ index: Int) -> Bool {
    let edge = tree.edges[index]
    let levels = steps[index]
    // Both ways along a table: a loop is met once.
    for level in levels {
      for step in level where level.contains(where: { $0.table == step.table && $0.forward != step.forward }) {
        if edgeTables[step.table].loops > 0 { return false }
      }
    }
    // The relationships of a chain differ.
    for (length, level) in levels.enumerated() {
      for other in levels[..<length] where !tablesOf(level).isDisjoint(with: tablesOf(other)) { return false }
    }
    for other in edge.differs {
      let shared = Set(steps[other].flatMap { tablesOf($0) }).intersection(levels.flatMap { tablesOf($0) })
      guard !shared.isEmpty else { continue }
      guard edge.maximum == 1, tree.edges[other].maximum == 1 else { return false }
      for table in shared where !areApart(index, other, table) { return false }
    }
    return true
  }

  private func tablesOf(_ steps: [Step]) -> Set<Int> { Set(steps.map(\.table)) }

  /// Whether two edges of the pattern can never be one relationship of a table: the one ends where the other starts, and the
  /// table has no loops.
  private func areApart(_ a: Int, _ b: Int, _ table: Int) -> Bool {
    guard edgeTables[table].loops == 0 else { return false }
    func ends(_ index: Int) -> [(source: Int, target: Int)] {
      let edge = tree.edges[index]
      return (steps[index].first ?? []).filter { $0.table == table }
        .map { $0.forward ? (edge.near, edge.far) : (edge.far, edge.near) }
    }
    return ends(a).allSatisfy { one in
      ends(b).allSatisfy { other in one.target == other.source || one.source == other.target }
    }
  }

  /// The node with the most edges: a good place to gather what is asked of the whole pattern.
  var center: Int {
    tree.nodes.indices.max { tree.neighbors(of: $0).count < tree.neighbors(of: $1).count } ?? 0
  }

  // MARK: Flow

  /// What a node hands on to a neighbour in the pattern (nil: to the one who asks).
  func message(of node: Int, from parent: Int?) throws -> Message {
    var arriving: [(edge: Int, message: Message)] = []
    for (edge, neighbor) in tree.neighbors(of: node) where edge != parent {
      arriving.append((edge, try message(of: neighbor, from: edge)))
    }
    // What rules out most comes first.
    arriving.sort { a, b in
      let (whole, other) = (a.message.isWhole, b.message.isWhole)
      return whole == other ? a.message.rows.count < b.message.rows.count : !whole
    }
    var state = NodeFlow(self, node: node)
    if let first = arriving.first, !first.message.isWhole, state.isWorthPushing(first.message, first.edge) {
      try state.push(first.message, along: first.edge)
      arriving.removeFirst()
      try state.filter()
    } else {
      try state.filter()
    }
    for (edge, message) in arriving { try state.pull(message, along: edge) }
    return try state.finished()
  }
}
