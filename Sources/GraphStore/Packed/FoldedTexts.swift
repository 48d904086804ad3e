import CSQLite
import GraphModel

/// Texts with small letters in the place of ASCII capitals, to look for words whatever their case.
final class FoldedTexts {
  private var small: PackedTexts.Joined
  /// Rows that are not ASCII, rising: what they fold to is not told by their bytes.
  private var others: [Int] = []
  private var isAskedAgain = false
  private var trigrams: TrigramIndex?

  init(_ texts: PackedTexts.Joined) {
    small = texts
    for index in small.bytes.indices where small.bytes[index] &- 65 < 26 { small.bytes[index] |= 0x20 }
    for row in 0..<max(0, texts.starts.count - 1)
    where texts.bytes[texts.starts[row]..<texts.starts[row + 1]].contains(where: { $0 >= 0x80 }) {
      others.append(row)
    }
  }

  /// Rows whose folded, small-letter text may hold some folded, small-letter bytes, rising.
  func rows(holding wanted: [UInt8]) -> [Int] {
    guard wanted.allSatisfy({ $0 < 0x80 }) else { return others }
    let found = candidates(wanted).map { $0.filter { holds($0, wanted) } } ?? small.rows(matching: .contains, wanted)
    return others.isEmpty ? found : Set(found + others).sorted()
  }

  /// Who asks once looks through the texts; an index is made for who asks again.
  private func candidates(_ wanted: [UInt8]) -> [Int]? {
    guard wanted.count >= 3, small.bytes.count <= TrigramIndex.mostBytes else { return nil }
    if trigrams == nil, isAskedAgain { trigrams = TrigramIndex(small) }
    isAskedAgain = true
    return trigrams?.rows(holding: wanted)
  }

  private func holds(_ row: Int, _ wanted: [UInt8]) -> Bool {
    small.bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, small.missing.isEmpty || !small.missing[row] else { return false }
      let start = small.starts[row]
      return tupu_find(base + start, small.starts[row + 1] - start, wanted, wanted.count) != nil
    }
  }
}

/// Which texts hold three bytes in a row, by a hash of these.
struct TrigramIndex {
  /// An index is made of texts of so many bytes at most; it takes four times as much memory.
  static let mostBytes = 1 << 25

  private static let bits = 16
  /// For each hash, and for the one after the last, where its rows start in `rows`.
  private var starts = [Int32](repeating: 0, count: 1 << bits + 1)
  /// Rows by hash, rising for each; a text that holds a hash twice stands there twice.
  private var rows: [Int32] = []

  init(_ texts: PackedTexts.Joined) {
    var next = [Int32](repeating: 0, count: 1 << Self.bits)
    Self.scan(texts) { hash, _ in next[hash] += 1 }
    var sum: Int32 = 0
    for hash in next.indices {
      starts[hash] = sum
      sum += next[hash]
      next[hash] = starts[hash]
    }
    starts[next.count] = sum
    rows = [Int32](repeating: 0, count: Int(sum))
    rows.withUnsafeMutableBufferPointer { rows in
      Self.scan(texts) { hash, row in
        rows[Int(next[hash])] = Int32(truncatingIfNeeded: row)
        next[hash] += 1
      }
    }
  }

  private static func hash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    let whole = UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
    return Int((whole &* 0x9E37_79B1) >> UInt32(32 - bits))
  }

  private static func scan(_ texts: PackedTexts.Joined, _ body: (Int, Int) -> Void) {
    texts.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<max(0, texts.starts.count - 1) {
        let (start, end) = (texts.starts[row], texts.starts[row + 1])
        guard end - start >= 3 else { continue }
        for place in start..<end - 2 { body(hash(bytes[place], bytes[place + 1], bytes[place + 2]), row) }
      }
    }
  }

  /// Rows that may hold some bytes, at least three: those of the rarest hash among them, rising.
  func rows(holding wanted: [UInt8]) -> [Int] {
    let hashes = (0..<wanted.count - 2).map { Self.hash(wanted[$0], wanted[$0 + 1], wanted[$0 + 2]) }
    guard let rarest = hashes.min(by: { starts[$0 + 1] - starts[$0] < starts[$1 + 1] - starts[$1] }) else { return [] }
    var found: [Int] = []
    for row in rows[Int(starts[rarest])..<Int(starts[rarest + 1])] where found.last != Int(row) {
      found.append(Int(row))
    }
    return found
  }
}

extension StoredColumn {
  /// Rows whose folded, small-letter text may hold some folded, small-letter bytes, rising.
  func rows(holdingFolded wanted: [UInt8]) throws -> [Int] {
    guard let texts, record.kind == .text || record.kind == .word else { return [] }
    let folded = try self.folded ?? FoldedTexts(texts.all())
    self.folded = folded
    let found = folded.rows(holding: wanted)
    guard record.kind == .word else { return found }
    var isWanted = [Bool](repeating: false, count: texts.record.count + 1)
    for word in found { isWanted[word + (record.hasNulls ? 1 : 0)] = true }
    return try codes().enumerated().filter { isWanted[Int($0.element)] }.map(\.offset)
  }
}
