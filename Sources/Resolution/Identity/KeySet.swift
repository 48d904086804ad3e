/// Keys as they are gathered: each counts once. Kept as a list until all are known, because few keys are cheaper to sort than
/// to hash.
struct KeySet: ExpressibleByArrayLiteral {
  private var keys: [String]

  init(_ keys: [String] = []) { self.keys = keys }
  init(arrayLiteral keys: String...) { self.keys = keys }

  var isEmpty: Bool { keys.isEmpty }

  mutating func insert(_ key: String) { keys.append(key) }
  mutating func formUnion(_ other: some Sequence<String>) { keys.append(contentsOf: other) }

  /// A key of some parts.
  static func key(_ a: String, _ b: String, _ c: String = "", _ d: String = "", _ e: String = "") -> String {
    var key = ""
    key.reserveCapacity(a.utf8.count + b.utf8.count + c.utf8.count + d.utf8.count + e.utf8.count)
    key += a
    key += b
    if !c.isEmpty { key += c }
    if !d.isEmpty { key += d }
    if !e.isEmpty { key += e }
    return key
  }

  /// The keys in order, each once.
  var sorted: [String] { Self.sorted(keys) }

  /// Some keys in order, each once.
  static func sorted(_ keys: [String]) -> [String] {
    guard keys.count > 1 else { return keys }
    var result: [String] = []
    result.reserveCapacity(keys.count)
    for key in keys.sorted(by: precedes) where result.last.map({ precedes($0, key) }) ?? true { result.append(key) }
    return result
  }

  /// Some sorted keys without those of another sorted list.
  static func subtract(_ keys: [String], _ others: [String]) -> [String] {
    guard !keys.isEmpty, !others.isEmpty else { return keys }
    var result: [String] = []
    var next = 0
    for key in keys {
      while next < others.count, precedes(others[next], key) { next += 1 }
      if next == others.count || precedes(key, others[next]) { result.append(key) }
    }
    return result
  }

  /// Orders by bytes, which in a normal form is the order of the scalars.
  private static func precedes(_ a: String, _ b: String) -> Bool {
    let result = a.utf8.withContiguousStorageIfAvailable { first in
      b.utf8.withContiguousStorageIfAvailable { second -> Bool in
        for index in 0..<min(first.count, second.count) where first[index] != second[index] {
          return first[index] < second[index]
        }
        return first.count < second.count
      }
    }
    return (result ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
