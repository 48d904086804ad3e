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
      var place = put(a, buffer, 0)
      place = put(b, buffer, place)
      place = put(c, buffer, place)
      place = put(d, buffer, place)
      return put(e, buffer, place)
    }
  }

  /// Writes a part of a key to a place.
  ///
  /// - Returns: the place after it.
  @inline(__always)
  private static func put(_ part: String, _ buffer: UnsafeMutableBufferPointer<UInt8>, _ place: Int) -> Int {
    let (_, written) = UnsafeMutableBufferPointer(rebasing: buffer[place...]).initialize(from: part.utf8)
    return place + written
  }

  /// The keys in order, each once.
  var sorted: [String] { Self.sorted(keys) }

  /// Some keys in order, each once.
  static func sorted(_ keys: [String]) -> [String] {
    guard keys.count > 1 else { return keys }
    var keys = keys
    keys.sort(by: precedes)
    var kept = 1
    for index in 1..<keys.count where precedes(keys[kept - 1], keys[index]) {
      if kept < index { keys[kept] = keys[index] }
      kept += 1
    }
    keys.removeLast(keys.count - kept)
    return keys
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
  static func precedes(_ a: String, _ b: String) -> Bool {
    let order = a.utf8.withContiguousStorageIfAvailable { first in
      b.utf8.withContiguousStorageIfAvailable { second in
        guard let one = first.baseAddress, let other = second.baseAddress else { return first.count < second.count }
        let order = memcmp(one, other, min(first.count, second.count))
        return order == 0 ? first.count < second.count : order < 0
      }
    }
    return (order ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
