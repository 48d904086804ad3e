import GraphModel

/// Hands on the rows for which all conditions are true.
final class FilterRows: Operator {
  let conditions: [BoundExpression]
  /// Labels that nodes must carry.
  private let labels: [(slot: Int, label: GraphName, evaluate: Evaluator)]
  private let work: [Evaluator]

  init(_ input: Operator, _ conditions: [BoundExpression]) {
    self.conditions = conditions
    labels = conditions.compactMap { condition in
      condition.label.map { ($0.slot, GraphName($0.label), condition.evaluate) }
    }
    work = conditions.filter { $0.label == nil }.map(\.evaluate)
    super.init(input)
  }

  override var name: String { "Filter" }
  override var details: String { conditions.map(\.text).joined(separator: " AND ") }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    try runInput(frame) { frame in
      for (slot, label, evaluate) in labels {
        if case .node(let node) = frame.slots[slot], let token = label.label(frame.graph) {
          try frame.checkAlive(node)
          guard try frame.graph.has(label: token, node) else { return true }
        } else {
          guard try Self.isTrue(evaluate(frame)) else { return true }
        }
      }
      for evaluate in work { guard try Self.isTrue(evaluate(frame)) else { return true } }
      return try next(frame)
    }
  }

  private static func isTrue(_ value: Value) throws -> Bool {
    switch value {
    case .boolean(let truth): truth
    case .null: false
    default: throw CypherError.wrongType(value, wanted: "a truth value as a condition")
    }
  }
}

/// Hands on the first of rows that are the same in some slots.
final class DistinctRows: Operator {
  let slots: [Int]

  init(_ input: Operator, slots: [Int]) {
    self.slots = slots
    super.init(input)
  }

  override var name: String { "Distinct" }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    var seen: Set<GroupingKey> = []
    var held = 0
    defer { frame.release(bytes: held) }
    return try runInput(frame) { frame in
      try frame.tick()
      let key = GroupingKey(frame.save(slots))
      guard seen.insert(key).inserted else { return true }
      let weight = key.values.reduce(48) { $0 + 24 + $1.value.weight }
      try frame.hold(bytes: weight)
      held += weight
      return try next(frame)
    }
  }
}

/// Leaves out the first rows.
final class SkipRows: Operator {
  let count: BoundExpression

  init(_ input: Operator, count: BoundExpression) {
    self.count = count
    super.init(input)
  }

  override var name: String { "Skip" }
  override var details: String { count.text }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    var left = try Self.number(count, frame)
    return try runInput(frame) { frame in
      guard left == 0 else {
        left -= 1
        return true
      }
      return try next(frame)
    }
  }

  /// The number of rows that SKIP or LIMIT asks for.
  static func number(_ count: BoundExpression, _ frame: Frame) throws -> Int {
    let value = try count.evaluate(frame)
    guard case .integer(let number) = value else {
      throw CypherError(
        .syntax, .invalidArgumentType, "SKIP and LIMIT take a whole number, not a value of type \(value.typeName).")
    }
    guard number >= 0 else {
      throw CypherError(.syntax, .negativeIntegerArgument, "SKIP and LIMIT take no negative number.")
    }
    return Int(number)
  }
}

/// Hands on the first rows only. The input always begins to run: it may write.
final class LimitRows: Operator {
  let count: BoundExpression

  init(_ input: Operator, count: BoundExpression) {
    self.count = count
    super.init(input)
  }

  override var name: String { "Limit" }
  override var details: String { count.text }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    var left = try SkipRows.number(count, frame)
    var wantsMore = true
    _ = try runInput(frame) { frame in
      guard left > 0 else { return false }
      left -= 1
      wantsMore = try next(frame)
      return wantsMore && left > 0
    }
    return wantsMore
  }
}

/// One row for each item of a list.
final class UnwindList: Operator {
  let items: ExpressionCompiler.ItemSource
  let text: String
  let slot: Int

  init(_ input: Operator, items: @escaping ExpressionCompiler.ItemSource, text: String, slot: Int) {
    self.items = items
    self.text = text
    self.slot = slot
    super.init(input)
  }

  override var name: String { "Unwind" }
  override var details: String { text }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    try runInput(frame) { frame in
      try items(frame) { item in
        frame.slots[slot] = item
        return try next(frame)
      } ?? true
    }
  }
}

/// Takes all rows before it hands on the first: what comes after may write what came before reads.
final class KeepRows: Operator {
  let slots: [Int]

  init(_ input: Operator, slots: [Int]) {
    self.slots = slots
    super.init(input)
  }

  override var name: String { "Eager" }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    let rows = try RowBuffer(frame, slots) { collect in try runInput(frame, collect) }
    return try rows.emit(frame, next)
  }
}

/// Rows that an operator keeps: the values of some slots.
struct RowBuffer {
  let slots: [Int]
  var rows: [[Value]] = []
  private(set) var held = 0

  /// Collects the rows that `produce` yields.
  init(_ frame: Frame, _ slots: [Int], _ produce: ((Frame) throws -> Bool) throws -> Bool) throws {
    self.slots = slots
    var rows: [[Value]] = []
    var held = 0
    _ = try produce { frame in
      try frame.tick()
      let row = frame.save(slots)
      let weight = row.reduce(32) { $0 + 24 + $1.weight }
      try frame.hold(bytes: weight)
      held += weight
      rows.append(row)
      return true
    }
    self.rows = rows
    self.held = held
  }

  /// Hands on the rows in order and lets them go.
  func emit(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    defer { frame.release(bytes: held) }
    for row in rows {
      frame.restore(slots, row)
      if try !next(frame) { return false }
    }
    return true
  }
}

/// Runs another plan for each row.
final class ApplyPlan: Operator {
  let plan: Operator
  /// Whether each row comes out once for each row of the plan; else once.
  let keepsRows: Bool

  init(_ input: Operator, plan: Operator, keepsRows: Bool = true) {
    self.plan = plan
    self.keepsRows = keepsRows
    super.init(input)
  }

  override var name: String { "Apply" }
  override var inner: [Operator] { [plan] }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    try runInput(frame) { frame in
      if keepsRows { return try plan.start(frame, next) }
      _ = try plan.start(frame) { _ in true }
      return try next(frame)
    }
  }
}

/// Runs another plan for each row; where that finds nothing, hands on the row with nulls.
final class OptionalPlan: Operator {
  let plan: Operator
  /// The slots that the plan fills.
  let slots: [Int]

  init(_ input: Operator, plan: Operator, slots: [Int]) {
    self.plan = plan
    self.slots = slots
    super.init(input)
  }

  override var name: String { "Optional" }
  override var inner: [Operator] { [plan] }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    try runInput(frame) { frame in
      var found = false
      let wantsMore = try plan.start(frame) { frame in
        found = true
        return try next(frame)
      }
      if found { return wantsMore }
      for slot in slots { frame.slots[slot] = .null }
      return try next(frame)
    }
  }
}

/// The rows of several plans, one after the other.
final class UnionRows: Operator {
  struct Branch {
    var root: Operator
    var slots: [Int]
  }

  let branches: [Branch]
  let slots: [Int]

  init(_ branches: [Branch], slots: [Int]) {
    self.branches = branches
    self.slots = slots
    super.init(nil)
  }

  override var name: String { "Union" }
  override var inner: [Operator] { branches.map(\.root) }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    for branch in branches {
      let wantsMore = try branch.root.start(frame) { frame in
        let values = frame.save(branch.slots)
        frame.restore(slots, values)
        return try next(frame)
      }
      if !wantsMore { return false }
    }
    return true
  }
}
