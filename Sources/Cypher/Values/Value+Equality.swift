import GraphModel

extension Value {
  /// Whether two values are equal as `=` has it; nil where null hides the answer.
  static func equals(_ a: Value, _ b: Value) -> Bool? {
    switch (a, b) {
    case (.null, _), (_, .null): return nil
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.integer(let a), .integer(let b)): return a == b
    case (.float(let a), .float(let b)): return a == b
    case (.integer(let a), .float(let b)): return isEqual(a, b)
    case (.float(let a), .integer(let b)): return isEqual(b, a)
    case (.string(let a), .string(let b)): return isEqual(a, b)
    case (.list(let a), .list(let b)):
      guard a.count == b.count else { return false }
      return all(zip(a, b).lazy.map { equals($0, $1) })
    case (.map(let a), .map(let b)):
      guard a.count == b.count, a.keys.allSatisfy({ b[$0] != nil }) else { return false }
      return all(a.lazy.map { equals($0.value, b[$0.key] ?? .null) })
    case (.node(let a), .node(let b)): return a == b
    case (.relationship(let a), .relationship(let b)): return a == b
    case (.path(let a), .path(let b)): return a.nodes == b.nodes && a.edges == b.edges
    case (.date(let a), .date(let b)): return a == b
    case (.time(let a), .time(let b)): return a == b
    case (.localTime(let a), .localTime(let b)): return a == b
    case (.dateTime(let a), .dateTime(let b)): return a == b
    case (.localDateTime(let a), .localDateTime(let b)): return a == b
    case (.duration(let a), .duration(let b)): return a == b
    default: return false
    }
  }

  /// False where one is false, else nil where one is nil.
  private static func all(_ answers: some Sequence<Bool?>) -> Bool? {
    var known = true
    for answer in answers {
      if answer == false { return false }
      if answer == nil { known = false }
    }
    return known ? true : nil
  }

  /// Whether two texts are the same scalars (`==` of strings also equates canonically equivalent ones).
  static func isEqual(_ a: String, _ b: String) -> Bool { a == b && a.utf8.count == b.utf8.count }

  /// Whether an integer and a double are the same number, without rounding.
  static func isEqual(_ a: Int64, _ b: Double) -> Bool { Int64(exactly: b) == a }
}

/// A value as DISTINCT, grouping and sets compare it: null is null, NaN is NaN, `1` is `1.0`.
struct GroupingValue: Hashable {
  let value: Value

  init(_ value: Value) { self.value = value }

  static func == (a: GroupingValue, b: GroupingValue) -> Bool { isSame(a.value, b.value) }

  private static func isSame(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.null, .null): return true
    case (.float(let a), .float(let b)): return a == b || a.isNaN && b.isNaN
    case (.list(let a), .list(let b)): return a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) }
    case (.map(let a), .map(let b)):
      return a.count == b.count && a.allSatisfy { entry in b[entry.key].map { isSame(entry.value, $0) } ?? false }
    default: return Value.equals(a, b) ?? false
    }
  }

  func hash(into hasher: inout Hasher) { Self.hash(value, &hasher) }

  private static func hash(_ value: Value, _ hasher: inout Hasher) {
    switch value {
    case .null: hasher.combine(0)
    case .boolean(let truth): hasher.combine(truth)
    case .integer(let number): hasher.combine(number)
    case .float(let number):
      if let whole = Int64(exactly: number) {
        hasher.combine(whole)
      } else {
        hasher.combine(number.isNaN ? 0x7FF8_0000_0000_0000 : number.bitPattern)
      }
    case .string(let text): hasher.combine(text)
    case .list(let items):
      hasher.combine(items.count)
      for item in items { hash(item, &hasher) }
    case .map(let entries):
      hasher.combine(entries.count)
      for key in entries.keys.sorted() { hasher.combine(key) }
    case .node(let id): hasher.combine(id)
    case .relationship(let id): hasher.combine(id)
    case .path(let path): hasher.combine(path.edges)
    case .date(let date): hasher.combine(date)
    case .time(let time): hasher.combine(time)
    case .localTime(let time): hasher.combine(time)
    case .dateTime(let moment): hasher.combine(moment)
    case .localDateTime(let moment): hasher.combine(moment)
    case .duration(let duration): hasher.combine(duration)
    }
  }
}

/// Several values as one key of a set.
struct GroupingKey: Hashable {
  let values: [GroupingValue]
  init(_ values: [Value]) { self.values = values.map(GroupingValue.init) }
}
