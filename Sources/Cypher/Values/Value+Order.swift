import GraphModel

/// Which of two values comes first.
enum Ordering {
  case before, same, after

  init<T: Comparable>(_ a: T, _ b: T) { self = a < b ? .before : b < a ? .after : .same }

  var reversed: Ordering { self == .before ? .after : self == .after ? .before : .same }
}

extension Value {
  /// What `<` and its kin see: nil where the values cannot be compared, `unordered` where a NaN is among them.
  enum Comparison {
    case ordered(Ordering)
    case unordered
    case unknown
  }

  static func compare(_ a: Value, _ b: Value) -> Comparison {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): return .ordered(Ordering(a, b))
    case (.float(let a), .float(let b)): return a.isNaN || b.isNaN ? .unordered : .ordered(Ordering(a, b))
    case (.integer(let a), .float(let b)): return b.isNaN ? .unordered : .ordered(order(a, b))
    case (.float(let a), .integer(let b)): return a.isNaN ? .unordered : .ordered(order(b, a).reversed)
    case (.string(let a), .string(let b)): return .ordered(order(a, b))
    case (.boolean(let a), .boolean(let b)): return .ordered(Ordering(a ? 1 : 0, b ? 1 : 0))
    case (.list(let a), .list(let b)):
      for (x, y) in zip(a, b) {
        switch compare(x, y) {
        case .ordered(.same): continue
        case let other: return other
        }
      }
      return .ordered(Ordering(a.count, b.count))
    case (.date(let a), .date(let b)): return .ordered(Ordering(a, b))
    case (.time(let a), .time(let b)): return .ordered(Ordering(a, b))
    case (.localTime(let a), .localTime(let b)): return .ordered(Ordering(a, b))
    case (.dateTime(let a), .dateTime(let b)): return .ordered(Ordering(a, b))
    case (.localDateTime(let a), .localDateTime(let b)): return .ordered(Ordering(a, b))
    default: return .unknown
    }
  }

  /// Orders an integer against a double that is a number, without rounding.
  private static func order(_ a: Int64, _ b: Double) -> Ordering {
    if b >= 0x1p63 { return .before }
    if b < -0x1p63 { return .after }
    let whole = b.rounded(.down)
    let first = Ordering(a, Int64(whole))
    return first == .same && whole < b ? .before : first
  }

  static func order(_ a: String, _ b: String) -> Ordering {
    // UTF-8 sorts as the scalars do.
    if isEqual(a, b) { return .same }
    return a.utf8.lexicographicallyPrecedes(b.utf8) ? .before : .after
  }

  /// The place of the type in the order over all values.
  private var rank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .relationship: 2
    case .list: 3
    case .path: 4
    case .dateTime: 5
    case .localDateTime: 6
    case .date: 7
    case .time: 8
    case .localTime: 9
    case .duration: 10
    case .string: 11
    case .boolean: 12
    case .integer, .float: 13
    case .null: 14
    }
  }

  /// The order of ORDER BY, `min` and `max`: over all values, null last.
  static func order(_ a: Value, _ b: Value) -> Ordering {
    if a.rank != b.rank { return Ordering(a.rank, b.rank) }
    switch (a, b) {
    case (.map(let a), .map(let b)):
      let left = a.sorted { $0.key < $1.key }
      let right = b.sorted { $0.key < $1.key }
      for (x, y) in zip(left, right) {
        let keys = order(x.key, y.key)
        if keys != .same { return keys }
        let values = order(x.value, y.value)
        if values != .same { return values }
      }
      return Ordering(left.count, right.count)
    case (.list(let a), .list(let b)):
      for (x, y) in zip(a, b) {
        let items = order(x, y)
        if items != .same { return items }
      }
      return Ordering(a.count, b.count)
    case (.node(let a), .node(let b)): return Ordering(a, b)
    case (.relationship(let a), .relationship(let b)): return Ordering(a, b)
    case (.path(let a), .path(let b)):
      if a.nodes == b.nodes && a.edges == b.edges { return .same }
      let first = a.nodes.map(\.rawValue) + a.edges.map(\.rawValue)
      return first.lexicographicallyPrecedes(b.nodes.map(\.rawValue) + b.edges.map(\.rawValue)) ? .before : .after
    case (.duration(let a), .duration(let b)):
      let lengths = Ordering(a.approximateSeconds, b.approximateSeconds)
      return lengths == .same ? Ordering(a.nanoseconds, b.nanoseconds) : lengths
    default:
      switch compare(a, b) {
      case .ordered(let ordering): return ordering
      case .unordered, .unknown: return Ordering(a.isNaN ? 1 : 0, b.isNaN ? 1 : 0)
      }
    }
  }

  var isNaN: Bool { if case .float(let number) = self { number.isNaN } else { false } }
}

extension DurationValue {
  /// Seconds with months of 30.436875 days (the mean of the Gregorian calendar).
  var approximateSeconds: Double { Double(months) * 2_629_746 + Double(days) * 86_400 + Double(seconds) }
}
