import GraphModel

/// Every node, or every node with a label.
final class ScanNodes: Operator {
  let slot: Int
  let label: GraphName?

  init(_ input: Operator, slot: Int, label: String?) {
    self.slot = slot
    self.label = label.map(GraphName.init)
    super.init(input)
  }

  override var name: String { label == nil ? "AllNodes" : "NodesByLabel" }
  override var details: String { label.map { ":\($0.text)" } ?? "" }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    try runInput(frame) { frame in
      var token: Token?
      if let label {
        token = label.label(frame.graph)
        if token == nil { return true }
      }
      var wantsMore = true
      try frame.graph.scanNodes(label: token) { id in
        try frame.tick()
        frame.slots[slot] = .node(id)
        wantsMore = try next(frame)
        return wantsMore
      }
      return wantsMore
    }
  }
}

/// The nodes whose property equals a value, found by an index.
final class SeekNodes: Operator {
  let slot: Int
  let label: GraphName?
  let key: GraphName
  let value: BoundExpression

  init(_ input: Operator, slot: Int, label: String?, key: String, value: BoundExpression) {
    self.slot = slot
    self.label = label.map(GraphName.init)
    self.key = GraphName(key)
    self.value = value
    super.init(input)
  }

  override var name: String { "NodesByIndex" }
  override var details: String { "\(label.map { ":\($0.text)" } ?? "").\(key.text) = \(value.text)" }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    try runInput(frame) { frame in
      let wanted = try value.evaluate(frame)
      guard let property = wanted.propertyValue, let keyToken = key.key(frame.graph) else { return true }
      var labelToken: Token?
      if let label {
        labelToken = label.label(frame.graph)
        if labelToken == nil { return true }
      }
      var values = [property]
      // `1` and `1.0` are equal but kept apart by an index.
      if case .integer(let number) = property, Int64(exactly: Double(number)) == number {
        values.append(.float(Double(number)))
      }
      if case .float(let number) = property, let whole = Int64(exactly: number) { values.append(.integer(whole)) }
      var found: [NodeID] = []
      for value in values {
        guard let nodes = try frame.graph.nodes(label: labelToken, key: keyToken, equal: value) else {
          return try scan(labelToken, keyToken, wanted, frame, next)
        }
        found += nodes
      }
      if values.count > 1 { found.sort() }
      for id in found {
        try frame.tick()
        frame.slots[slot] = .node(id)
        if try !next(frame) { return false }
      }
      return true
    }
  }

  /// Where the index that was there when the query was planned does not answer.
  private func scan(
    _ label: Token?, _ key: Token, _ wanted: Value, _ frame: Frame, _ next: (Frame) throws -> Bool
  ) throws -> Bool {
    var wantsMore = true
    try frame.graph.scanNodes(label: label) { id in
      try frame.tick()
      guard let value = try frame.graph.property(key, of: id), Value.equals(Value(value), wanted) == true else {
        return true
      }
      frame.slots[slot] = .node(id)
      wantsMore = try next(frame)
      return wantsMore
    }
    return wantsMore
  }
}

/// The relationships that a pattern has already met, from which a new one must differ.
struct Uniqueness {
  /// Slots of single relationships.
  var single: [Int] = []
  /// Slots of lists of relationships.
  var lists: [Int] = []

  var isEmpty: Bool { single.isEmpty && lists.isEmpty }

  func allows(_ edge: EdgeID, _ frame: Frame) -> Bool {
    for slot in single { if case .relationship(edge) = frame.slots[slot] { return false } }
    for slot in lists {
      guard case .list(let items) = frame.slots[slot] else { continue }
      for item in items { if case .relationship(edge) = item { return false } }
    }
    return true
  }
}

/// The relationship types that a pattern asks for.
struct TypeFilter {
  let names: [GraphName]

  init(_ names: [String]) { self.names = names.map(GraphName.init) }

  /// The tokens; nil for all types; an empty list where none of the types is in the graph.
  func tokens(_ graph: any PropertyGraph) -> [Token]? {
    names.isEmpty ? nil : names.compactMap { $0.type(graph) }
  }

  var text: String { names.isEmpty ? "" : ":" + names.map(\.text).joined(separator: "|") }
}

/// Follows the relationships of a node.
final class Expand: Operator {
  struct Step {
    var from: Int
    var edge: Int
    var to: Int
    /// Whether the far node is known already and only has to be met.
    var toIsBound: Bool
    var direction: Direction
    var types: TypeFilter
    var unique = Uniqueness()
  }

  let step: Step
  private let description: String

  init(_ input: Operator, _ step: Step, description: String) {
    self.step = step
    self.description = description
    super.init(input)
  }

  override var name: String { step.toIsBound ? "ExpandInto" : "Expand" }
  override var details: String { description }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    let step = step
    return try runInput(frame) { frame in
      guard case .node(var from) = frame.slots[step.from] else { return true }
      let types = step.types.tokens(frame.graph)
      if types?.isEmpty == true { return true }
      var direction = step.direction
      var wanted: NodeID?
      if step.toIsBound {
        guard case .node(var to) = frame.slots[step.to] else { return true }
        // Follow from the end with fewer relationships.
        let here = try frame.graph.degree(from, direction, types: types)
        if here > 8, try frame.graph.degree(to, direction.opposite, types: types) < here {
          swap(&from, &to)
          direction = direction.opposite
        }
        wanted = to
      }
      var wantsMore = true
      try frame.graph.expand(from, direction, types: types) { edge, _, neighbor in
        try frame.tick()
        if let wanted, neighbor != wanted { return true }
        if !step.unique.isEmpty && !step.unique.allows(edge, frame) { return true }
        frame.slots[step.edge] = .relationship(edge)
        if wanted == nil { frame.slots[step.to] = .node(neighbor) }
        wantsMore = try next(frame)
        return wantsMore
      }
      return wantsMore
    }
  }
}

extension Direction {
  var opposite: Direction { self == .outgoing ? .incoming : self == .incoming ? .outgoing : .both }
}

/// Places the ends of a relationship that is known already.
final class BindEnds: Operator {
  let step: Expand.Step
  let fromIsBound: Bool
  private let description: String

  init(_ input: Operator, _ step: Expand.Step, fromIsBound: Bool, description: String) {
    self.step = step
    self.fromIsBound = fromIsBound
    self.description = description
    super.init(input)
  }

  override var name: String { "RelationshipEnds" }
  override var details: String { description }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    try runInput(frame) { frame in
      guard case .relationship(let edge) = frame.slots[step.edge], let ends = try frame.graph.ends(of: edge) else {
        return true
      }
      if let types = step.types.tokens(frame.graph), !types.contains(ends.type) { return true }
      if !step.unique.allows(edge, frame) { return true }
      var ways: [(NodeID, NodeID)] = []
      if step.direction != .incoming { ways.append((ends.source, ends.target)) }
      if step.direction != .outgoing && (step.direction == .incoming || ends.source != ends.target) {
        ways.append((ends.target, ends.source))
      }
      for (from, to) in ways {
        if fromIsBound, Value.equals(frame.slots[step.from], .node(from)) != true { continue }
        if step.toIsBound, Value.equals(frame.slots[step.to], .node(to)) != true { continue }
        if !fromIsBound { frame.slots[step.from] = .node(from) }
        if !step.toIsBound {
          // One node at both ends.
          if step.to == step.from && from != to { continue }
          frame.slots[step.to] = .node(to)
        }
        if try !next(frame) { return false }
      }
      return true
    }
  }
}
