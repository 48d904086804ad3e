import GraphModel

/// An aggregate of a query: which, of what, and the slot of its result.
struct AggregateSpec {
  var expression: Expression
  var slot: Int
  /// Nil for `count(*)`.
  var aggregate: Aggregate?
  var arguments: [BoundExpression]
  var distinct: Bool

  init(_ expression: Expression, slot: Int, planner: Planner, scope: Scope) throws {
    self.expression = expression
    self.slot = slot
    distinct = false
    arguments = []
    if case .call(let name, let values, let distinct) = expression.node {
      aggregate = Aggregate(name: name)
      arguments = try values.map { try planner.bind($0, in: scope) }
      self.distinct = distinct
    }
  }

  func makeState(_ frame: Frame) throws -> AggregateState {
    var percentile = 0.0
    if arguments.count > 1 {
      let value = try arguments[1].evaluate(frame)
      guard let number = Arithmetic.number(value) else { throw CypherError.wrongType(value, wanted: "a number") }
      guard (0...1).contains(number) else {
        throw CypherError(
          .argument, .numberOutOfRange, "A percentile lies between 0 and 1.", at: expression.position)
      }
      percentile = number
    }
    return AggregateState(aggregate, percentile: percentile, distinct: distinct, position: expression.position)
  }
}

/// An aggregate on its way through the rows of a group.
struct AggregateState {
  private let aggregate: Aggregate?
  private let percentile: Double
  private let position: Int
  private var seen: Set<GroupingValue>?
  private var count: Int64 = 0
  private var total: Value = .integer(0)
  private var best: Value = .null
  private var items: [Value] = []
  /// The sum of integers to be averaged, exact; nil where there are other numbers too, or it grew too large.
  private var whole: Int64? = 0
  /// Mean and sum of squared differences from it (Welford 1962).
  private var mean = 0.0
  private var squares = 0.0

  init(_ aggregate: Aggregate?, percentile: Double, distinct: Bool, position: Int) {
    self.aggregate = aggregate
    self.percentile = percentile
    self.position = position
    if distinct { seen = [] }
  }

  /// Takes a row without a value: `count(*)`.
  mutating func addRow() { count += 1 }

  mutating func add(_ value: Value, _ frame: Frame) throws {
    if value.isNull { return }
    if seen != nil {
      guard seen?.insert(GroupingValue(value)).inserted == true else { return }
      try frame.hold(bytes: 48 + value.weight)
    }
    count += 1
    switch aggregate {
    case nil, .count: break
    case .sum:
      guard Arithmetic.number(value) != nil || isDuration(value) else { throw notNumber(value) }
      total = count == 1 ? value : try Arithmetic.add(total, value, at: position)
    case .avg:
      if isDuration(value) {
        total = count == 1 ? value : try Arithmetic.add(total, value, at: position)
        return
      }
      guard let number = Arithmetic.number(value) else { throw notNumber(value) }
      if let known = whole {
        if case .integer(let integer) = value {
          let (sum, overflow) = known.addingReportingOverflow(integer)
          if !overflow {
            whole = sum
            return
          }
        }
        mean = count > 1 ? Double(known) / Double(count - 1) : 0
        whole = nil
      }
      mean += (number - mean) / Double(count)
    case .min: if count == 1 || Value.order(value, best) == .before { best = value }
    case .max: if count == 1 || Value.order(value, best) == .after { best = value }
    case .collect:
      try frame.hold(bytes: 24 + value.weight)
      items.append(value)
    case .stDev, .stDevP:
      guard let number = Arithmetic.number(value) else { throw notNumber(value) }
      let difference = number - mean
      mean += difference / Double(count)
      squares += difference * (number - mean)
    case .percentileCont, .percentileDisc:
      guard Arithmetic.number(value) != nil else { throw notNumber(value) }
      try frame.hold(bytes: 24)
      items.append(value)
    }
  }

  private func isDuration(_ value: Value) -> Bool { if case .duration = value { true } else { false } }

  private func notNumber(_ value: Value) -> CypherError {
    CypherError.wrongType(value, wanted: "a number", at: position)
  }

  func result() throws -> Value {
    switch aggregate {
    case nil, .count: return .integer(count)
    case .sum: return total
    case .avg:
      if count == 0 { return .null }
      if isDuration(total) { return try Arithmetic.divide(total, .integer(count), at: position) }
      return .float(whole.map { Double($0) / Double(count) } ?? mean)
    case .min, .max: return best
    case .collect: return .list(items)
    case .stDev: return .float(count > 1 ? (squares / Double(count - 1)).squareRoot() : 0)
    case .stDevP: return .float(count > 0 ? (squares / Double(count)).squareRoot() : 0)
    case .percentileDisc:
      guard !items.isEmpty else { return .null }
      let sorted = items.sorted { Value.order($0, $1) == .before }
      let rank = (percentile * Double(sorted.count)).rounded(.up)
      return sorted[max(0, min(sorted.count - 1, Int(rank) - 1))]
    case .percentileCont:
      guard !items.isEmpty else { return .null }
      let sorted = items.compactMap(Arithmetic.number).sorted()
      let place = percentile * Double(sorted.count - 1)
      let low = Int(place)
      let high = min(low + 1, sorted.count - 1)
      return .float(sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low)))
    }
  }
}

/// Gathers rows with equal keys and aggregates each group; groups come out in the order of their first rows.
final class GroupRows: Operator {
  let keys: [ProjectSlots.Assignment]
  let aggregates: [AggregateSpec]

  init(_ input: Operator, keys: [ProjectSlots.Assignment], aggregates: [AggregateSpec]) {
    self.keys = keys
    self.aggregates = aggregates
    super.init(input)
  }

  override var name: String { "GroupRows" }
  override var details: String {
    let grouped = keys.map(\.value.text).joined(separator: ", ")
    let computed = aggregates.map { $0.arguments.first?.text ?? "*" }.joined(separator: ", ")
    return "\(grouped.isEmpty ? "all rows" : grouped): \(computed)"
  }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    if keys.isEmpty { return try runSingle(frame, next) }
    var places: [GroupingKey: Int] = [:]
    var groups: [(key: GroupingKey, states: [AggregateState])] = []
    var held = 0
    _ = try runInput(frame) { frame in
      try frame.tick()
      let key = GroupingKey(try keys.map { try $0.value.evaluate(frame) })
      let place: Int
      if let known = places[key] {
        place = known
      } else {
        let weight = key.values.reduce(96 + aggregates.count * 160) { $0 + 24 + $1.value.weight }
        try frame.hold(bytes: weight)
        held += weight
        place = groups.count
        places[key] = place
        groups.append((key, try aggregates.map { try $0.makeState(frame) }))
      }
      try add(frame, &groups[place].states)
      return true
    }
    defer { frame.release(bytes: held) }
    for group in groups {
      for (index, key) in keys.enumerated() { frame.slots[key.slot] = group.key.values[index].value }
      for (index, spec) in aggregates.enumerated() { frame.slots[spec.slot] = try group.states[index].result() }
      if try !next(frame) { return false }
    }
    return true
  }

  private func runSingle(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    var states: [AggregateState] = []
    var isEmpty = true
    _ = try runInput(frame) { frame in
      try frame.tick()
      // A percentile's argument can read the first row.
      if isEmpty { states = try aggregates.map { try $0.makeState(frame) } }
      isEmpty = false
      try add(frame, &states)
      return true
    }
    if isEmpty { states = try aggregates.map { try $0.makeState(frame) } }
    for (index, spec) in aggregates.enumerated() { frame.slots[spec.slot] = try states[index].result() }
    return try next(frame)
  }

  private func add(_ frame: Frame, _ states: inout [AggregateState]) throws {
    for (index, spec) in aggregates.enumerated() {
      if let argument = spec.arguments.first {
        try states[index].add(try argument.evaluate(frame), frame)
      } else {
        states[index].addRow()
      }
    }
  }
}
