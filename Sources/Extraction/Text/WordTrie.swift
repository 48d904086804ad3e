import GraphModel

/// A set of words, each with a value, that is matched against scalars from a position on.
///
/// A transition is one probe of an open-addressed table, so matching costs the length of the match, whatever the number of words.
public struct WordTrie<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var targets: [UInt32]
  private var mask: Int
  private var used = 0
  private var valueIndex: [Int32] = [-1]
  private var values: [Value] = []
  private let reversed: Bool

  /// A trie of words; of equal words the last one's value counts.
  ///
  /// - Parameter reversed: true for tries that are matched backwards with `longestMatch(in:endingAt:)`.
  public init(_ words: [(word: String, value: Value)] = [], reversed: Bool = false) {
    self.reversed = reversed
    keys = Array(repeating: 0, count: 64)
    targets = Array(repeating: 0, count: 64)
    mask = 63
    for (word, value) in words { insert(word, value) }
  }

  /// An empty trie with room for a number of transitions, for large tables.
  public init(capacity: Int, reversed: Bool = false) {
    self.reversed = reversed
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    targets = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Number of distinct words.
  public var count: Int { values.count }

  /// Adds a word or replaces its value; an empty word is ignored.
  public mutating func insert(_ word: some StringProtocol, _ value: Value) {
    insert(Array(word.unicodeScalars), value)
  }

  /// Adds a word given as scalars or replaces its value; an empty word is ignored.
  public mutating func insert(_ scalars: [Unicode.Scalar], _ value: Value) {
    guard !scalars.isEmpty else { return }
    var node: UInt32 = 0
    for index in scalars.indices {
      let scalar = scalars[reversed ? scalars.count - 1 - index : index]
      if let next = step(node, scalar) {
        node = next
      } else {
        let next = UInt32(valueIndex.count)
        valueIndex.append(-1)
        add(node, scalar, next)
        node = next
      }
    }
    if valueIndex[Int(node)] >= 0 {
      values[Int(valueIndex[Int(node)])] = value
    } else {
      valueIndex[Int(node)] = Int32(values.count)
      values.append(value)
    }
  }

  /// The longest word that starts at a position, with the position after it.
  public func longestMatch(in text: ScalarText, at start: Int, limit: Int? = nil) -> (end: Int, value: Value)? {
    var best: (end: Int, value: Value)?
    forEachMatch(in: text, at: start, limit: limit) { best = ($0, $1) }
    return best
  }

  /// Every word that starts at a position, the shortest first, with the position after it.
  public func forEachMatch(in text: ScalarText, at start: Int, limit: Int? = nil, _ body: (Int, Value) -> Void) {
    var node: UInt32 = 0
    var position = start
    let end = min(limit ?? text.count, text.count)
    text.scalars.withUnsafeBufferPointer { scalars in
      while position < end, let next = step(node, scalars[position]) {
        node = next
        position += 1
        let index = valueIndex[Int(node)]
        if index >= 0 { body(position, values[Int(index)]) }
      }
    }
  }

  /// The longest word of a reversed trie that ends before a position, with the position of its first scalar.
  public func longestMatch(in text: ScalarText, endingAt end: Int, limit: Int = 0) -> (start: Int, value: Value)? {
    var best: (start: Int, value: Value)?
    var node: UInt32 = 0
    var position = end
    text.scalars.withUnsafeBufferPointer { scalars in
      while position > limit, let next = step(node, scalars[position - 1]) {
        node = next
        position -= 1
        let index = valueIndex[Int(node)]
        if index >= 0 { best = (position, values[Int(index)]) }
      }
    }
    return best
  }

  /// Every word of a reversed trie that ends before a position, the shortest first, with the position of its first scalar.
  public func forEachMatch(in text: ScalarText, endingAt end: Int, limit: Int = 0, _ body: (Int, Value) -> Void) {
    var node: UInt32 = 0
    var position = end
    text.scalars.withUnsafeBufferPointer { scalars in
      while position > limit, let next = step(node, scalars[position - 1]) {
        node = next
        position -= 1
        let index = valueIndex[Int(node)]
        if index >= 0 { body(position, values[Int(index)]) }
      }
    }
  }

  /// The value of exactly this word.
  public subscript(word: ArraySlice<Unicode.Scalar>) -> Value? {
    var node: UInt32 = 0
    for scalar in reversed ? Array(word.reversed())[...] : word {
      guard let next = step(node, scalar) else { return nil }
      node = next
    }
    let index = valueIndex[Int(node)]
    return index >= 0 ? values[Int(index)] : nil
  }

  /// The value of exactly this word.
  public subscript(word: String) -> Value? { self[ArraySlice(word.unicodeScalars)] }

  @inline(__always) private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
  }

  @inline(__always) private func step(_ node: UInt32, _ scalar: Unicode.Scalar) -> UInt32? {
    // Scalars are below 2^21; the key of a present transition is never 0 because 1 is added.
    let key = UInt64(node) << 21 | UInt64(scalar.value) &+ 1
    var index = slot(key)
    while keys[index] != 0 {
      if keys[index] == key { return targets[index] }
      index = (index + 1) & mask
    }
    return nil
  }

  private mutating func add(_ node: UInt32, _ scalar: Unicode.Scalar, _ target: UInt32) {
    if used * 2 >= keys.count { grow() }
    place(UInt64(node) << 21 | UInt64(scalar.value) &+ 1, target)
    used += 1
  }

  private mutating func place(_ key: UInt64, _ target: UInt32) {
    var index = slot(key)
    while keys[index] != 0 { index = (index + 1) & mask }
    keys[index] = key
    targets[index] = target
  }

  private mutating func grow() {
    let old = zip(keys, targets)
    let size = keys.count * 2
    keys = Array(repeating: 0, count: size)
    targets = Array(repeating: 0, count: size)
    mask = size - 1
    for (key, target) in old where key != 0 { place(key, target) }
  }
}

extension WordTrie where Value == Void {
  /// A set of words without values.
  public init(words: some Sequence<some StringProtocol>, reversed: Bool = false) {
    self.init(words.map { (word: String($0), value: ()) }, reversed: reversed)
  }
}
