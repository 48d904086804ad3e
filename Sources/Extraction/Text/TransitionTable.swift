import GraphModel

/// The transitions of a trie: an open-addressed table from a node and a scalar to the next node and the word that ends there.
/// The first transition of a word takes two scalars at once, which spares a look at memory that is seldom near.
///
/// Not generic and held by reference, so that the clients of `WordTrie` run one compiled loop whatever their values are.
@usableFromInline
final class TransitionTable: @unchecked Sendable {
  // Safe to share: `WordTrie` copies the table before it changes one that others hold.

  private struct Slot {
    /// Where the transition comes from; 0 where the slot is free.
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
  /// Marks of the first two scalars of words, and of the words of a single scalar, by their hashes: few positions of a text
  /// start like a word, and a byte tells so quicker than a bit.
  @usableFromInline let heads: UnsafeMutablePointer<UInt8>
  /// The bits of a hash that make an index of `heads`.
  @usableFromInline let headMask: UInt32
  private var hasSingles = false

  @usableFromInline
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(key: 0, target: 0, word: -1))
    mask = size - 1
    let count = capacity <= 256 ? 1 << 12 : 1 << 14
    heads = .allocate(capacity: count)
    heads.initialize(repeating: 0, count: count)
    headMask = UInt32(count - 1)
  }

  @usableFromInline
  init(copying other: TransitionTable) {
    slots = .allocate(capacity: other.slots.count)
    _ = slots.initialize(fromContentsOf: other.slots)
    mask = other.mask
    heads = .allocate(capacity: Int(other.headMask) + 1)
    heads.initialize(from: other.heads, count: Int(other.headMask) + 1)
    headMask = other.headMask
    hasSingles = other.hasSingles
    used = other.used
    nodes = other.nodes
    words = other.words
  }

  deinit {
    slots.deallocate()
    heads.deallocate()
  }

  /// Adds a word; returns its number, which for a known word is the old one.
  @usableFromInline
  func insert(_ scalars: ArraySlice<Unicode.Scalar>, reversed: Bool) -> Int32 {
    noteHead(of: scalars, reversed: reversed)
    func scalar(_ index: Int) -> Unicode.Scalar {
      scalars[reversed ? scalars.endIndex - 1 - index : scalars.startIndex + index]
    }
    guard scalars.count > 1 else { return number(at: place(of: Self.key(0, scalar(0)))) }
    var place = place(of: Self.key(scalar(0), scalar(1)))
    for index in 2..<scalars.count { place = self.place(of: Self.key(slots[place].target, scalar(index))) }
    return number(at: place)
  }

  /// The slot of a transition, which is made where it is not there yet.
  private func place(of key: UInt64) -> Int {
    var place = find(key)
    guard slots[place].key == 0 else { return place }
    if used * 2 >= slots.count {
      grow()
      place = find(key)
    }
    slots[place] = Slot(key: key, target: nodes, word: -1)
    nodes += 1
    used += 1
    return place
  }

  /// The number of the word that ends with a transition, which is a new one where none does yet.
  private func number(at place: Int) -> Int32 {
    if slots[place].word < 0 {
      slots[place].word = words
      words += 1
    }
    return slots[place].word
  }

  /// Leaves the mark that tells where the word may start.
  private func noteHead(of scalars: ArraySlice<Unicode.Scalar>, reversed: Bool) {
    guard let first = reversed ? scalars.last : scalars.first else { return }
    if scalars.count > 1 {
      heads[head(first, scalars[reversed ? scalars.endIndex - 2 : scalars.startIndex + 1])] |= Self.headMark
    } else {
      heads[single(first)] |= Self.singleMark
      hasSingles = true
    }
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
      guard start < limit else { return nil }
      var position = start
      // Most lists have no word of a single scalar, few places of a text begin one of two, and nothing here runs as often as
      // this loop: four places are asked at once.
      while !hasSingles, position + 4 < limit {
        let (a, b, c) = (scalars[position + 1], scalars[position + 2], scalars[position + 3])
        let (first, second) = (heads[head(scalars[position], a)], heads[head(a, b)])
        let (third, fourth) = (heads[head(b, c)], heads[head(c, scalars[position + 4])])
        if (first | second | third | fourth) & Self.headMark != 0 {
          for place in position..<position + 4 where mayHead(scalars[place], scalars[place + 1]) {
            if let match = longest(in: scalars, at: place, limit: limit) { return (place, match.end, match.word) }
          }
        }
        position += 4
      }
      guard position < limit else { return nil }
      var scalar = scalars[position]
      while position + 1 < limit {
        let next = scalars[position + 1]
        if mayHead(scalar, next) || maySingle(scalar), let match = longest(in: scalars, at: position, limit: limit) {
          return (position, match.end, match.word)
        }
        position += 1
        scalar = next
      }
      return longest(in: scalars, at: position, limit: limit).map { (position, $0.end, $0.word) }
    }
  }

  /// The last position up to one, after a limit, at which a word of reversed ones ends, with the longest word there.
  @usableFromInline
  func last(in text: [Unicode.Scalar], before end: Int, limit: Int) -> (start: Int, end: Int, word: Int32)? {
    text.withUnsafeBufferPointer { scalars in
      guard end > limit else { return nil }
      var position = end
      var scalar = scalars[end - 1]
      let asksSingles = hasSingles
      while position - 1 > limit {
        let next = scalars[position - 2]
        if mayHead(scalar, next) || asksSingles && maySingle(scalar),
          let match = longest(in: scalars, endingAt: position, limit: limit)
        {
          return (match.start, position, match.word)
        }
        position -= 1
        scalar = next
      }
      return longest(in: scalars, endingAt: position, limit: limit).map { ($0.start, position, $0.word) }
    }
  }

  /// `longest(in:at:limit:)`, kept out of the loop that passes over most positions.
  @inline(never)
  private func longest(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, at start: Int, limit: Int
  ) -> (end: Int, word: Int32)? {
    var best: (end: Int, word: Int32)?
    walk(in: scalars, at: start, limit: limit) { best = ($0, $1) }
    return best
  }

  /// `longest(in:endingAt:limit:)`, kept out of the loop that passes over most positions.
  @inline(never)
  private func longest(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, endingAt end: Int, limit: Int
  ) -> (start: Int, word: Int32)? {
    var best: (start: Int, word: Int32)?
    walkBack(in: scalars, from: end, limit: limit) { best = ($0, $1) }
    return best
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
    guard mayHold(word, reversed: reversed) else { return nil }
    func scalar(_ index: Int) -> Unicode.Scalar {
      word[reversed ? word.endIndex - 1 - index : word.startIndex + index]
    }
    var slot = slots[find(word.count > 1 ? Self.key(scalar(0), scalar(1)) : Self.key(0, scalar(0)))]
    var index = 2
    while slot.key != 0, index < word.count {
      slot = slots[find(Self.key(slot.target, scalar(index)))]
      index += 1
    }
    return slot.key != 0 && slot.word >= 0 ? slot.word : nil
  }

  /// Whether a word may be one of the table's, told from its head.
  private func mayHold(_ word: ArraySlice<Unicode.Scalar>, reversed: Bool) -> Bool {
    guard word.count > 1 else { return word.first.map { maySingle($0) } ?? false }
    return reversed
      ? mayHead(word[word.endIndex - 1], word[word.endIndex - 2])
      : mayHead(word[word.startIndex], word[word.startIndex + 1])
  }

  @inline(__always)
  private func walk(in text: [Unicode.Scalar], at start: Int, limit: Int, _ body: (Int, Int32) -> Void) {
    text.withUnsafeBufferPointer { walk(in: $0, at: start, limit: limit, body) }
  }

  @inline(__always)
  private func walk(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, at start: Int, limit: Int, _ body: (Int, Int32) -> Void
  ) {
    guard start < limit else { return }
    let first = scalars[start]
    if maySingle(first) {
      let slot = slots[find(Self.key(0, first))]
      if slot.key != 0 { body(start + 1, slot.word) }
    }
    guard start + 1 < limit, mayHead(first, scalars[start + 1]) else { return }
    var slot = slots[find(Self.key(first, scalars[start + 1]))]
    var position = start + 2
    while slot.key != 0 {
      if slot.word >= 0 { body(position, slot.word) }
      guard position < limit else { return }
      slot = slots[find(Self.key(slot.target, scalars[position]))]
      position += 1
    }
  }

  @inline(__always)
  private func walkBack(in text: [Unicode.Scalar], from end: Int, limit: Int, _ body: (Int, Int32) -> Void) {
    text.withUnsafeBufferPointer { walkBack(in: $0, from: end, limit: limit, body) }
  }

  @inline(__always)
  private func walkBack(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, from end: Int, limit: Int, _ body: (Int, Int32) -> Void
  ) {
    guard end > limit else { return }
    let last = scalars[end - 1]
    if maySingle(last) {
      let slot = slots[find(Self.key(0, last))]
      if slot.key != 0 { body(end - 1, slot.word) }
    }
    guard end - 1 > limit, mayHead(last, scalars[end - 2]) else { return }
    var slot = slots[find(Self.key(last, scalars[end - 2]))]
    var position = end - 2
    while slot.key != 0 {
      if slot.word >= 0 { body(position, slot.word) }
      guard position > limit else { return }
      position -= 1
      slot = slots[find(Self.key(slot.target, scalars[position]))]
    }
  }

  /// Whether a word may start with a scalar that another one follows; in a reversed table: end, stands before. NUL for none.
  @inlinable
  @inline(__always)
  func mayStart(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    mayHead(first, second) || maySingle(first)
  }

  /// Whether a word may start with two scalars.
  @inlinable
  @inline(__always)
  func mayHead(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    heads[head(first, second)] & Self.headMark != 0
  }

  /// Whether a scalar alone may be a word.
  @inlinable
  @inline(__always)
  func maySingle(_ scalar: Unicode.Scalar) -> Bool { heads[single(scalar)] & Self.singleMark != 0 }

  /// Whether a word that starts at a position may end before a limit.
  @inlinable
  @inline(__always)
  func mayStart(in text: [Unicode.Scalar], at start: Int, limit: Int) -> Bool {
    start < limit && mayStart(text[start], start + 1 < limit ? text[start + 1] : "\0")
  }

  /// Whether one of reversed words may end at a position and start behind a limit.
  @inlinable
  @inline(__always)
  func mayEnd(in text: [Unicode.Scalar], at end: Int, limit: Int) -> Bool {
    end > limit && mayStart(text[end - 1], end - 1 > limit ? text[end - 2] : "\0")
  }

  @inlinable static var headMark: UInt8 { 1 }
  @inlinable static var factor: UInt32 { 0x9E37_79B1 }
  @inlinable static var singleMark: UInt8 { 2 }

  /// The index of two scalars in `heads`.
  @inlinable
  @inline(__always)
  func head(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int((first.value &* Self.factor ^ second.value) & headMask)
  }

  /// The index of a scalar in `heads`.
  @inlinable
  @inline(__always)
  func single(_ scalar: Unicode.Scalar) -> Int { Int(scalar.value & headMask) }

  /// The key of a transition from a node, or of a word that is a single scalar: from 0.
  @inline(__always) private static func key(_ node: UInt32, _ scalar: Unicode.Scalar) -> UInt64 {
    // Scalars are below 2^21; 1 is added so that no key is 0.
    UInt64(node) << 21 | UInt64(scalar.value + 1)
  }

  /// The key of the first two scalars of words.
  @inline(__always) private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    1 << 63 | UInt64(first.value) << 21 | UInt64(second.value)
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
