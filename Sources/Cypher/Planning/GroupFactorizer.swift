import GraphModel

/// Finds groupings whose aggregates can be computed along the pattern, node by node, instead of match by match.
enum GroupFactorizer {
  /// The grouping over packed tables; nil where it cannot be computed so.
  static func rewrite(_ group: GroupRows, plain: Operator, graph: any PropertyGraph) -> FactorizedGroup? {
    guard let packed = graph as? any PackedGraph, (try? packed.nodeTables().isEmpty) == false, let input = group.input,
      let tree = PatternTree(input)
    else { return nil }
    var root: Int?
    var keys: [FactorizedGroup.Key] = []
    for key in group.keys {
      guard let slot = key.value.reads.first else {
        keys.append(.init(slot: key.slot, evaluate: key.value.evaluate))
        continue
      }
      guard key.value.reads.count == 1, let node = tree.node(slot), root.map({ $0 == node }) ?? true else { return nil }
      root = node
      keys.append(
        .init(
          slot: key.slot, evaluate: key.value.evaluate, property: key.value.property.map { GraphName($0.key) },
          isNode: key.value.isPlainVariable))
    }
    var aggregates: [FactorizedGroup.Measure] = []
    for spec in group.aggregates {
      guard let measure = measure(spec, tree) else { return nil }
      aggregates.append(measure)
    }
    return FactorizedGroup(plain: plain, input: input, tree: tree, root: root, keys: keys, measures: aggregates)
  }

  private static func measure(_ spec: AggregateSpec, _ tree: PatternTree) -> FactorizedGroup.Measure? {
    guard let aggregate = spec.aggregate else { return .init(slot: spec.slot, kind: .rows) }
    guard !spec.distinct, spec.arguments.count == 1, let argument = spec.arguments.first else { return nil }
    if argument.isPlainVariable, let slot = argument.reads.first {
      // What the pattern binds is never null.
      let isBound = tree.node(slot) != nil || tree.edges.contains { $0.slot == slot }
      return aggregate == .count && isBound ? .init(slot: spec.slot, kind: .rows) : nil
    }
    guard let property = argument.property, let node = tree.node(property.slot) else { return nil }
    let key = GraphName(property.key)
    switch aggregate {
    case .count: return .init(slot: spec.slot, kind: .values, node: node, key: key)
    case .sum: return .init(slot: spec.slot, kind: .sum, node: node, key: key)
    case .avg: return .init(slot: spec.slot, kind: .average, node: node, key: key)
    default: return nil
    }
  }
}
