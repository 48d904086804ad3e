import GraphModel

/// How often a document says surely that a form is a name; blanks in names do not count, `?` stands for a lost point.
struct NameCounts {
  /// Counts of names of up to three characters, by their scalars.
  private var short: [UInt64: Int] = [:]
  private var long: [[Unicode.Scalar]: Int] = [:]

  /// How often a name was counted.
  subscript(name: ArraySlice<Unicode.Scalar>) -> Int {
    if short.isEmpty, long.isEmpty { return 0 }
    if let key = Self.key(name) { return short[key] ?? 0 }
    return long[Self.form(name)] ?? 0
  }

  /// Counts a name once more.
  mutating func add(_ name: ArraySlice<Unicode.Scalar>) {
    if let key = Self.key(name) { short[key, default: 0] += 1 } else { long[Self.form(name), default: 0] += 1 }
  }

  /// A name's scalars in one number, where there are at most three.
  private static func key(_ name: ArraySlice<Unicode.Scalar>) -> UInt64? {
    var key: UInt64 = 0
    for scalar in name where scalar != " " {
      guard key < 1 << 42 else { return nil }
      key = key << 21 | UInt64((scalar == "?" ? "·" : scalar).value)
    }
    return key
  }

  private static func form(_ name: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    name.filter { $0 != " " }.map { $0 == "?" ? "·" : $0 }
  }
}
