import GraphModel

/// A pattern without circles whose parts are conditioned one by one: what can be counted without enumerating its matches.
struct PatternTree {
  struct Node {
    var slot: Int
    var labels: [GraphName] = []
    var tests: [PropertyTest] = []
  }

  struct Edge {
    var slot: Int
    /// Indices of nodes.
    var near: Int
    var far: Int
    /// Seen from `near`.
    var direction: Direction
    var types: TypeFilter
    var minimum = 1
    var maximum = 1
    /// Indices of the edges whose relationships must be others.
    var differs: [Int] = []
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []

  /// Longer chains are followed row by row.
  private static let longestChain = 6

  /// Reads a plan back; nil where it does more than match such a pattern.
  init?(_ plan: Operator) {
    var steps: [Operator] = []
    var current: Operator? = plan
    while let step = current {
      let plain = (step as? FilterNodes)?.plain ?? step
      steps.append(plain)
      current = plain.input
    }
    guard steps.last is Argument else { return nil }
    for step in steps.dropLast().reversed() { guard add(step) else { return nil } }
    guard !nodes.isEmpty else { return nil }
  }

  func node(_ slot: Int) -> Int? { nodes.firstIndex { $0.slot == slot } }

  private mutating func add(_ step: Operator) -> Bool {
    switch step {
    case let scan as ScanNodes:
      guard nodes.isEmpty else { return false }
      nodes.append(Node(slot: scan.slot, labels: [scan.label].compactMap { $0 }))
      return true
    case let expand as Expand: return add(expand.step, minimum: 1, maximum: 1)
    case let chains as ExpandChains:
      let chain = chains.chain
      guard chain.properties.isEmpty, !chain.listIsBound, chain.minimum > 0, let maximum = chain.maximum,
        maximum >= chain.minimum, maximum <= Self.longestChain
      else { return false }
      return add(chain.step, minimum: chain.minimum, maximum: maximum)
    case let filter as FilterRows: return filter.conditions.allSatisfy { add($0) }
    default: return false
    }
  }

  private mutating func add(_ step: Expand.Step, minimum: Int, maximum: Int) -> Bool {
    guard !step.toIsBound, let near = node(step.from), node(step.to) == nil else { return false }
    nodes.append(Node(slot: step.to))
    var edge = Edge(
      slot: step.edge, near: near, far: nodes.count - 1, direction: step.direction, types: step.types,
      minimum: minimum, maximum: maximum)
    for slot in step.unique.single + step.unique.lists {
      guard let other = edges.firstIndex(where: { $0.slot == slot }) else { return false }
      edge.differs.append(other)
    }
    edges.append(edge)
    return true
  }

  private mutating func add(_ condition: BoundExpression) -> Bool {
    if let slot = condition.isNodeCheck { return node(slot) != nil }
    if let label = condition.label, let node = node(label.slot) {
      nodes[node].labels.append(GraphName(label.label))
      return true
    }
    guard let test = condition.test, let node = node(test.node) else { return false }
    nodes[node].tests.append(test)
    return true
  }

  /// The edges at a node, with the node at the other end.
  func neighbors(of node: Int) -> [(edge: Int, node: Int)] {
    edges.indices.compactMap { index in
      let edge = edges[index]
      return edge.near == node ? (index, edge.far) : edge.far == node ? (index, edge.near) : nil
    }
  }
}
