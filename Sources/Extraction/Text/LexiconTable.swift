import GraphModel
import LexiconTables

/// The words of a list as transitions in one packed table, matched against every position of every text.
///
/// A transition is eight bytes: from the lowest, the class of the word that it ends (3 bits, all set for none), the word's cost
/// (8), the node that it leads to (18), whether that leads further (1), the scalar after U+4E00 (15) and the node that it comes
/// from (18). Words begin with a look-up by their first scalar; words with a scalar outside of U+4E00…U+9FFF are no part of
/// the table.
public final class LexiconTable: @unchecked Sendable {
  // Safe to share: nothing changes after `init`.

  private static let firstScalar: UInt32 = 0x4E00
  private static let scalars: UInt32 = 0x5200
  private static let valueBits: UInt64 = 30
  /// The bit of a value that is set where longer words go on.
  private static let goesOn: UInt32 = 1 << 29
  private static let noWord: UInt64 = 7
  /// Nodes that 18 bits can name.
  private static let limit: UInt64 = 1 << 18

  /// The transitions of the root, by scalar; 0 where there is none.
  private let roots: UnsafeMutablePointer<UInt32>
  private var slots: UnsafeMutablePointer<UInt64>
  /// A bit for each transition by its hash: small enough to stay near the processor, it spares most looks at `slots`.
  private let filter: UnsafeMutablePointer<UInt64>
  private var capacity: Int
  private var used = 0
  private var nodes: UInt64 = 1

  /// Reads a list: on each line the letter of a class, a cost and words of both, parted by blanks.
  init(_ file: EmbeddedFile) {
    roots = .allocate(capacity: Int(Self.scalars))
    roots.initialize(repeating: 0, count: Int(Self.scalars))
    filter = .allocate(capacity: Self.filterWords)
    filter.initialize(repeating: 0, count: Self.filterWords)
    capacity = 1 << 10
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
    // The bytes say about how many transitions will come: each word adds one or two, its list nine bytes or so.
    resize(to: max(capacity, file.bytes.count / 4))
    for line in file.bytes.split(separator: UInt8(ascii: "\n")) { read(line) }
  }

  deinit {
    roots.deallocate()
    filter.deallocate()
    slots.deallocate()
  }

  /// Calls `body` with every word that starts at a position, the shortest first: the position after it, and its entry.
  public func forEachMatch(in text: ScalarText, at start: Int, _ body: (Int, WordEntry) -> Void) {
    text.scalars.withUnsafeBufferPointer { scalars in
      forEachMatch(in: scalars, at: start) { end, value in
        body(end, WordEntry(wordClass: Self.wordClass(value), cost: Self.cost(value)))
      }
    }
  }

  /// The entry of exactly this word.
  public subscript(word: ArraySlice<Unicode.Scalar>) -> WordEntry? {
    word.withUnsafeBufferPointer { scalars in
      var entry: WordEntry?
      forEachMatch(in: scalars, at: 0) { end, value in
        if end == scalars.count { entry = WordEntry(wordClass: Self.wordClass(value), cost: Self.cost(value)) }
      }
      return entry
    }
  }

  // MARK: Matching

  /// The class in a value that `forEachMatch` gave.
  @inline(__always) static func wordClass(_ value: UInt32) -> WordClass {
    WordClass(rawValue: UInt8(truncatingIfNeeded: value & 7)) ?? .unknown
  }

  /// The cost in a value that `forEachMatch` gave.
  @inline(__always) static func cost(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value >> 3) }

  /// Calls `body` with the end and the packed value of every word that starts at a position.
  @inline(__always)
  func forEachMatch(in text: UnsafeBufferPointer<Unicode.Scalar>, at start: Int, _ body: (Int, UInt32) -> Void) {
    guard start < text.count else { return }
    let first = text[start].value &- Self.firstScalar
    guard first < Self.scalars else { return }
    var value = roots[Int(first)]
    var position = start + 1
    while value != 0 {
      if value & 7 != 7 { body(position, value) }
      guard value & Self.goesOn != 0, position < text.count else { return }
      let scalar = text[position].value &- Self.firstScalar
      guard scalar < Self.scalars else { return }
      let key = Self.key(Self.node(value), scalar)
      let hash = Self.hash(key)
      guard filter[Int(hash >> 18)] & (1 << (hash >> 12 & 63)) != 0 else { return }
      value = UInt32(
        truncatingIfNeeded: slots[find(key, hash)] & Self.valueMask)
      position += 1
    }
  }

  /// Has what `forEachMatch` will look at some positions further on brought near: nearly all of its time is waiting for
  /// memory. The root's transition is fetched first, then the bit of the first two scalars; where it is set, their slot.
  @inline(__always)
  func approach(_ text: UnsafeBufferPointer<Unicode.Scalar>, from position: Int) {
    if position + Self.rootDistance < text.count {
      let first = text[position + Self.rootDistance].value &- Self.firstScalar
      if first < Self.scalars { tupu_prefetch(roots + Int(first)) }
    }
    if let hash = pairHash(text, at: position + Self.filterDistance) { tupu_prefetch(filter + Int(hash >> 18)) }
    if let hash = pairHash(text, at: position + Self.slotDistance),
      filter[Int(hash >> 18)] & (1 << (hash >> 12 & 63)) != 0
    {
      tupu_prefetch(slots + slot(hash))
    }
  }

  /// How many positions ahead a transition of the root is fetched, a bit of the filter, and a slot.
  private static let rootDistance = 18
  private static let filterDistance = 12
  private static let slotDistance = 5

  /// The hash of the transition from the root's word at a position to the next scalar.
  @inline(__always)
  private func pairHash(_ text: UnsafeBufferPointer<Unicode.Scalar>, at position: Int) -> UInt64? {
    guard position + 1 < text.count else { return nil }
    let first = text[position].value &- Self.firstScalar
    let second = text[position + 1].value &- Self.firstScalar
    guard first < Self.scalars, second < Self.scalars else { return nil }
    return Self.hash(Self.key(Self.node(roots[Int(first)]), second))
  }

  private static let valueMask: UInt64 = 1 << valueBits - 1

  /// The node that a transition of a value leads to.
  @inline(__always) private static func node(_ value: UInt32) -> UInt64 { UInt64(value >> 11) & (limit - 1) }

  @inline(__always) private static func key(_ node: UInt64, _ scalar: UInt32) -> UInt64 { node << 15 | UInt64(scalar) }

  /// 32 bits.
  @inline(__always) private static func hash(_ key: UInt64) -> UInt64 { (key &* 0x9E37_79B9_7F4A_7C15) >> 32 }

  private static let filterWords = 1 << 14

  /// The first slot in which a key of a hash may be.
  @inline(__always) private func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* UInt64(truncatingIfNeeded: capacity)) >> 32)
  }

  /// The slot that holds a key, or the free one where it belongs.
  @inline(__always) private func find(_ key: UInt64, _ hash: UInt64) -> Int {
    var index = slot(hash)
    while slots[index] != 0, slots[index] >> Self.valueBits != key {
      index += 1
      if index == capacity { index = 0 }
    }
    return index
  }

  // MARK: Reading

  private func read(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    var fields = line.split(separator: UInt8(ascii: " ")).makeIterator()
    guard let letter = fields.next()?.first, let wordClass = WordClass(letter: letter), let digits = fields.next()
    else { return }
    let cost = UInt8(String(decoding: digits, as: UTF8.self)) ?? .max
    let entry = UInt64(wordClass.rawValue) | UInt64(cost) << 3
    while let word = fields.next() { insert(word, entry) }
  }

  /// Adds a word of three-byte scalars; others are left out.
  private func insert(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ entry: UInt64) {
    guard word.count % 3 == 0, word.allSatisfy({ $0 >= 0x80 }) else { return }
    var node: UInt64 = 0
    var first = 0
    // The key of the transition before, 0 for one of the root.
    var parent: UInt64 = 0
    for start in stride(from: word.startIndex, to: word.endIndex, by: 3) {
      let value =
        UInt32(word[start] & 0x0F) << 12 | UInt32(word[start + 1] & 0x3F) << 6 | UInt32(word[start + 2] & 0x3F)
      let scalar = value &- Self.firstScalar
      guard scalar < Self.scalars, nodes < Self.limit else { return }
      let isLast = start + 3 == word.endIndex
      if start == word.startIndex {
        first = Int(scalar)
        node = step(from: UInt64(roots[Int(scalar)]), isLast ? entry : nil) {
          roots[Int(scalar)] = UInt32(truncatingIfNeeded: $0)
        }
      } else {
        if used * 5 >= capacity * 3 { resize(to: capacity * 2) }
        let key = Self.key(node, scalar)
        let hash = Self.hash(key)
        let place = find(key, hash)
        if slots[place] == 0 {
          used += 1
          if parent == 0 {
            roots[first] |= Self.goesOn
          } else {
            slots[find(parent, Self.hash(parent))] |= UInt64(Self.goesOn)
          }
        }
        parent = key
        filter[Int(hash >> 18)] |= 1 << (hash >> 12 & 63)
        node = step(from: slots[place] & Self.valueMask, isLast ? entry : nil) {
          slots[place] = key << Self.valueBits | $0
        }
      }
    }
  }

  /// The node that a transition leads to, which is a new one where the transition has no value yet.
  private func step(from old: UInt64, _ entry: UInt64?, _ store: (UInt64) -> Void) -> UInt64 {
    var value = old
    if value == 0 {
      value = nodes << 11 | Self.noWord
      nodes += 1
    }
    if let entry { value = value & ~0x7FF | entry }
    if value != old { store(value) }
    return value >> 11 & (Self.limit - 1)
  }

  private func resize(to count: Int) {
    let old = UnsafeMutableBufferPointer(start: slots, count: capacity)
    capacity = count
    slots = .allocate(capacity: count)
    slots.initialize(repeating: 0, count: count)
    for slot in old where slot != 0 {
      let key = slot >> Self.valueBits
      slots[find(key, Self.hash(key))] = slot
    }
    old.deallocate()
  }
}
