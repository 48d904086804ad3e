import GraphModel

/// Rules that answer a count without the rows that it counts.
enum CountRewriter {
  /// Applies the rules to the group of a count over all rows, where one fits.
  static func rewrite(_ group: GroupRows) -> Operator {
    guard group.keys.isEmpty, group.aggregates.count == 1, let spec = group.aggregates.first, !spec.distinct,
      let input = group.input, counts(spec, input)
    else { return group }
    if let scan = input as? ScanNodes, scan.input is Argument {
      return CountNodes(slot: spec.slot, label: scan.label)
    }
    guard let last = input as? Expand, !last.step.toIsBound else { return group }
    // The last step of a chain is counted by degrees: what it must differ from is subtracted one by one.
    return CountDegrees(group, last: last, slot: spec.slot)
  }

  /// Whether the aggregate is `count(*)`, or counts a variable that the input never leaves null.
  private static func counts(_ spec: AggregateSpec, _ input: Operator) -> Bool {
    if spec.aggregate == nil { return true }
    guard spec.aggregate == .count, let argument = spec.arguments.first, argument.isPlainVariable,
      let slot = argument.reads.first
    else { return false }
    if let scan = input as? ScanNodes { return slot == scan.slot }
    if let expand = input as? Expand { return slot == expand.step.to || slot == expand.step.edge }
    return false
  }
}

/// The number of nodes, from the graph's own books.
final class CountNodes: Operator {
  let slot: Int
  let label: GraphName?

  init(slot: Int, label: GraphName?) {
    self.slot = slot
    self.label = label
    super.init(nil)
  }

  override var name: String { "CountNodes" }
  override var details: String { label.map { ":\($0.text)" } ?? "" }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    var count = 0
    if let label {
      if let token = label.label(frame.graph) { count = try frame.graph.nodeCount(label: token) }
    } else {
      count = try frame.graph.nodeCount(label: nil)
    }
    frame.slots[slot] = .integer(Int64(count))
    return try next(frame)
  }
}

/// The number of rows of a chain of steps, the last of which is counted by degrees.
final class CountDegrees: Operator {
  let last: Expand
  let slot: Int

  init(_ group: GroupRows, last: Expand, slot: Int) {
    self.last = last
    self.slot = slot
    super.init(last.input)
  }

  override var name: String { "CountDegrees" }
  override var details: String { last.details }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    let step = last.step
    var count = 0
    // Every relationship of a type leaves one node: where any node will do, the books know their number.
    if let scan = input as? ScanNodes, scan.input is Argument, scan.label == nil, scan.slot == step.from,
      step.direction != .both, step.unique.isEmpty
    {
      if let types = step.types.tokens(frame.graph) {
        for type in Set(types) { count += try frame.graph.edgeCount(type: type) }
      } else {
        count = try frame.graph.edgeCount(type: nil)
      }
    } else {
      _ = try runInput(frame) { frame in
        guard case .node(let from) = frame.slots[step.from] else { return true }
        let types = step.types.tokens(frame.graph)
        if types?.isEmpty == true { return true }
        count += try frame.graph.degree(from, step.direction, types: types)
        if !step.unique.isEmpty { count -= try met(from, types, frame) }
        return true
      }
    }
    frame.slots[slot] = .integer(Int64(count))
    return try next(frame)
  }

  /// How many of the relationships that the step would follow the pattern has met already.
  private func met(_ from: NodeID, _ types: [Token]?, _ frame: Frame) throws -> Int {
    var known: Set<EdgeID> = []
    for slot in last.step.unique.single {
      if case .relationship(let edge) = frame.slots[slot] { known.insert(edge) }
    }
    for slot in last.step.unique.lists {
      guard case .list(let items) = frame.slots[slot] else { continue }
      for case .relationship(let edge) in items { known.insert(edge) }
    }
    var count = 0
    for edge in known {
      guard let ends = try frame.graph.ends(of: edge), types?.contains(ends.type) ?? true else { continue }
      let leaves = ends.source == from && last.step.direction != .incoming
      let arrives = ends.target == from && last.step.direction != .outgoing
      if leaves || arrives { count += 1 }
    }
    return count
  }
}
