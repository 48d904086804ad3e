import GraphModel

/// The transitions of a trie: an open-addressed table from a node and a scalar to the next node and the word that ends there.
///
/// Not generic and held by reference, so that the clients of `WordTrie` run one compiled loop whatever their values are.
@usableFromInline
final class TransitionTable: @unchecked Sendable {
  // Safe to share: `WordTrie` copies the table before it changes one that others hold.

  private struct Slot {
    /// Node and scalar plus one; 0 where the slot is free.
    var key: UInt64
    var target: UInt32
    /// The number of the word that ends at the target, or -1.
    var word: Int32
  }

  private var slots: UnsafeMutableBufferPointer<Slot>
  private var mask: Int
  private var used = 0
  private var nodes: UInt32 = 1
  /// Words so far.
  private(set) var words: Int32 = 0
  /// A bit for each scalar of the basic plane with which a word starts: most positions of a text start none.
  @usableFromInline let starts: UnsafeMutablePointer<UInt64>

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(key: 0, target: 0, word: -1))
    mask = size - 1
    starts = .allocate(capacity: 1024)
    starts.initialize(repeating: 0, count: 1024)
  }

  convenience init(copying other: TransitionTable) {
    self.init(capacity: other.slots.count / 2)
    _ = slots.update(fromContentsOf: other.slots)
    starts.update(from: other.starts, count: 1024)
    used = other.used
    nodes = other.nodes
    words = other.words
  }

  deinit {
    slots.deallocate()
    starts.deallocate()
  }

  /// Adds a word; returns its number, which for a known word is the old one.
  func insert(_ scalars: ArraySlice<Unicode.Scalar>, reversed: Bool) -> Int32 {
    var node: UInt32 = 0
    var place = 0
    for index in 0..<scalars.count {
      let scalar = scalars[reversed ? scalars.endIndex - 1 - index : scalars.startIndex + index]
      if index == 0, scalar.value < 0x1_0000 { starts[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63) }
      let key = Self.key(node, scalar)
      place = find(key)
      if slots[place].key == 0 {
        if used * 2 >= slots.count {
          grow()
          place = find(key)
        }
        slots[place] = Slot(key: key, target: nodes, word: -1)
        nodes += 1
        used += 1
      }
      node = slots[place].target
    }
    if slots[place].word < 0 {
      slots[place].word = words
      words += 1
    }
    return slots[place].word
  }

  /// The longest word that starts at a position, before a limit.
  @usableFromInline
  func longest(in text: [Unicode.Scalar], at start: Int, limit: Int) -> (end: Int, word: Int32)? {
    var best: (end: Int, word: Int32)?
    walk(in: text, at: start, limit: limit) { best = ($0, $1) }
    return best
  }

  /// The first position from one on, before a limit, at which a word starts, with the longest word there.
  @usableFromInline
  func first(in text: [Unicode.Scalar], from start: Int, limit: Int) -> (start: Int, end: Int, word: Int32)? {
    text.withUnsafeBufferPointer { scalars in
      let starts = starts
      for position in start..<max(start, limit) {
        let value = scalars[position].value
        guard value >= 0x1_0000 || starts[Int(value >> 6)] & (1 << UInt64(value & 63)) != 0 else { continue }
        var best: (start: Int, end: Int, word: Int32)?
        walk(in: scalars, at: position, limit: limit) { best = (position, $0, $1) }
        if let best { return best }
      }
      return nil
    }
  }

  /// The last position up to one, after a limit, at which a word of reversed ones ends, with the longest word there.
  @usableFromInline
  func last(in text: [Unicode.Scalar], before end: Int, limit: Int) -> (start: Int, end: Int, word: Int32)? {
    text.withUnsafeBufferPointer { scalars in
      let starts = starts
      var position = end
      while position > limit {
        let value = scalars[position - 1].value
        if value >= 0x1_0000 || starts[Int(value >> 6)] & (1 << UInt64(value & 63)) != 0 {
          var best: (start: Int, end: Int, word: Int32)?
          walkBack(in: scalars, from: position, limit: limit) { best = ($0, position, $1) }
          if let best { return best }
        }
        position -= 1
      }
      return nil
    }
  }

  /// Every word that starts at a position, before a limit.
  @usableFromInline
  func each(in text: [Unicode.Scalar], at start: Int, limit: Int, _ body: (Int, Int32) -> Void) {
    walk(in: text, at: start, limit: limit, body)
  }

  /// The longest word of reversed ones that ends at a position, not before a limit.
  @usableFromInline
  func longest(in text: [Unicode.Scalar], endingAt end: Int, limit: Int) -> (start: Int, word: Int32)? {
    var best: (start: Int, word: Int32)?
    walkBack(in: text, from: end, limit: limit) { best = ($0, $1) }
    return best
  }

  /// Every word of reversed ones that ends at a position, not before a limit.
  @usableFromInline
  func each(in text: [Unicode.Scalar], endingAt end: Int, limit: Int, _ body: (Int, Int32) -> Void) {
    walkBack(in: text, from: end, limit: limit, body)
  }

  /// The number of exactly this word.
  @usableFromInline
  func number(of word: ArraySlice<Unicode.Scalar>, reversed: Bool) -> Int32? {
    var node: UInt32 = 0
    var last: Int32 = -1
    for offset in 0..<word.count {
      let scalar = word[reversed ? word.endIndex - 1 - offset : word.startIndex + offset]
      let slot = slots[find(Self.key(node, scalar))]
      guard slot.key != 0 else { return nil }
      node = slot.target
      last = slot.word
    }
    return last >= 0 ? last : nil
  }

  @inline(__always)
  private func walk(in text: [Unicode.Scalar], at start: Int, limit: Int, _ body: (Int, Int32) -> Void) {
    guard start < limit, mayStart(text[start]) else { return }
    text.withUnsafeBufferPointer { walk(in: $0, at: start, limit: limit, body) }
  }

  @inline(__always)
  private func walk(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, at start: Int, limit: Int, _ body: (Int, Int32) -> Void
  ) {
    var node: UInt32 = 0
    var position = start
    while position < limit {
      let slot = slots[find(Self.key(node, scalars[position]))]
      guard slot.key != 0 else { return }
      node = slot.target
      position += 1
      if slot.word >= 0 { body(position, slot.word) }
    }
  }

  @inline(__always)
  private func walkBack(in text: [Unicode.Scalar], from end: Int, limit: Int, _ body: (Int, Int32) -> Void) {
    guard end > limit, mayStart(text[end - 1]) else { return }
    text.withUnsafeBufferPointer { walkBack(in: $0, from: end, limit: limit, body) }
  }

  @inline(__always)
  private func walkBack(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, from end: Int, limit: Int, _ body: (Int, Int32) -> Void
  ) {
    var node: UInt32 = 0
    var position = end
    while position > limit {
      let slot = slots[find(Self.key(node, scalars[position - 1]))]
      guard slot.key != 0 else { return }
      node = slot.target
      position -= 1
      if slot.word >= 0 { body(position, slot.word) }
    }
  }

  /// Whether a word may start (in a reversed table: end) with a scalar.
  @inlinable
  @inline(__always)
  func mayStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x1_0000 || starts[Int(scalar.value >> 6)] & (1 << UInt64(scalar.value & 63)) != 0
  }

  @inline(__always) private static func key(_ node: UInt32, _ scalar: Unicode.Scalar) -> UInt64 {
    // Scalars are below 2^21; 1 is added so that no key is 0.
    UInt64(node) << 21 | UInt64(scalar.value + 1)
  }

  /// The slot that holds a key, or the free one where it belongs.
  @inline(__always) private func find(_ key: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
    return index
  }

  private func grow() {
    let old = slots
    slots = .allocate(capacity: old.count * 2)
    slots.initialize(repeating: Slot(key: 0, target: 0, word: -1))
    mask = slots.count - 1
    for slot in old where slot.key != 0 { slots[find(slot.key)] = slot }
    old.deallocate()
  }
}
