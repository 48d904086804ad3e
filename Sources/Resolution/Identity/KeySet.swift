import Glibc

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
    let size = a.utf8.count + b.utf8.count + c.utf8.count + d.utf8.count + e.utf8.count
    return String(unsafeUninitializedCapacity: size) { buffer in
      var place = 0
      func put(_ part: String) {
        // Most parts are short, and then lie in the string itself, out of reach of a copy in one go.
        guard part.utf8.count > 15 else {
          for byte in part.utf8 {
            buffer[place] = byte
            place += 1
          }
          return
        }
        var part = part
        part.withUTF8 { bytes in
          guard let from = bytes.baseAddress, let to = buffer.baseAddress else { return }
          memcpy(to + place, from, bytes.count)
          place += bytes.count
        }
      }
      put(a)
      put(b)
      put(c)
      put(d)
      put(e)
      return place
    }
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
    guard !keys.isEmpty, !others.isEmpty, haveCommon(keys, others) else { return keys }
    var result: [String] = []
    var next = 0
    for key in keys {
      while next < others.count, precedes(others[next], key) { next += 1 }
      if next == others.count || precedes(key, others[next]) { result.append(key) }
    }
    return result
  }

  /// Whether two sorted lists have a key in common.
  private static func haveCommon(_ keys: [String], _ others: [String]) -> Bool {
    var next = 0
    for key in keys {
      while next < others.count, precedes(others[next], key) { next += 1 }
      if next == others.count { return false }
      if !precedes(key, others[next]) { return true }
    }
    return false
  }

  /// Orders by bytes, which in a normal form is the order of the scalars.
  private static func precedes(_ a: String, _ b: String) -> Bool {
    var (a, b) = (a, b)
    return a.withUTF8 { first in
      b.withUTF8 { second in
        guard let one = first.baseAddress, let other = second.baseAddress else { return first.count < second.count }
        let order = memcmp(one, other, min(first.count, second.count))
        return order == 0 ? first.count < second.count : order < 0
      }
    }
  }
}
