import Glibc
import GraphModel

/// A word list in the form in which it is matched: forms sorted by scalars, with a filter that turns most positions of a text
/// away after one look.
///
/// All of it is one block of bytes, so that a compiled list is mapped from its cache file and not read. A list of a million
/// forms takes some 60 bytes a form.
public final class CompiledWordList: @unchecked Sendable {
  // Safe to share: nothing is changed after it is made.

  /// A form of the list that stands in a text.
  public struct Match: Hashable, Sendable {
    /// The position after the form.
    public var end: Int
    /// The number of the entry.
    public var row: Int
  }

  /// The columns of its entries, `name` first among the known ones.
  public let columns: [String]
  /// Number of entries.
  public var count: Int { rows.count - 1 }
  /// Lines of its file that are left out, with their numbers, and forms that an earlier line has too.
  let problems: [(line: Int, fault: RuleFault)]

  let block: WordListBlock
  private let keyStarts: UnsafeBufferPointer<UInt32>
  private let scalars: UnsafeBufferPointer<UInt32>
  private let keyRows: UnsafeBufferPointer<UInt32>
  private let filter: UnsafeBufferPointer<UInt64>
  private let firsts: UnsafeBufferPointer<UInt32>
  private let firstStarts: UnsafeBufferPointer<UInt32>
  private let rows: UnsafeBufferPointer<UInt32>
  private let rowBytes: UnsafeBufferPointer<UInt8>
  private let rowLines: UnsafeBufferPointer<UInt32>
  private let hasOne: Bool
  private let hasTwo: Bool
  private let shift: UInt64

  /// The longest form, in scalars.
  static let formLimit = 200

  /// Opens a block.
  init(_ block: WordListBlock) {
    self.block = block
    keyStarts = block.array(.keyStarts)
    scalars = block.array(.scalars)
    keyRows = block.array(.keyRows)
    filter = block.array(.filter)
    firsts = block.array(.firsts)
    firstStarts = block.array(.firstStarts)
    rows = block.array(.rowStarts)
    rowBytes = block.array(.rowBytes)
    rowLines = block.array(.rowLines)
    let notes: UnsafeBufferPointer<UInt8> = block.array(.notes)
    (columns, problems) = WordListNotes.decode(notes)
    let lengths: UnsafeBufferPointer<UInt32> = block.array(.shortLengths)
    hasOne = lengths.first == 1
    hasTwo = lengths.last == 1
    shift = UInt64(64 - (max(filter.count, 1) * 64).trailingZeroBitCount)
  }

  /// A list that matches nothing.
  static let empty = CompiledWordList(WordListCompiler.compile(WordListRows([])))

  /// The longest form that starts at a position, with the position after it.
  public func longestMatch(in text: ScalarText, at start: Int, limit: Int) -> Match? {
    var best: Match?
    forEachMatch(in: text, at: start, limit: limit) { best = $0 }
    return best
  }

  /// Every form that starts at a position, the shortest first.
  ///
  /// - Parameter text: folded; letters are compared without case.
  @inline(__always)
  public func forEachMatch(in text: ScalarText, at start: Int, limit: Int, _ body: (Match) -> Void) {
    text.scalars.withUnsafeBufferPointer { text in
      guard start < limit, mayStart(text, start, limit) else { return }
      search(text, start, limit, body)
    }
  }

  /// The entry's field of a column, in UTF-8; nil where the list has no such column.
  public func field(_ column: String, ofRow row: Int) -> String? {
    guard let index = columns.firstIndex(of: column), row >= 0, row < count else { return nil }
    let bytes = rowBytes[Int(rows[row])..<Int(rows[row + 1])]
    let fields = bytes.split(separator: 9, maxSplits: columns.count, omittingEmptySubsequences: false)
    return index < fields.count ? String(decoding: fields[index], as: UTF8.self) : ""
  }

  /// Its forms, folded and with letters in lower case, sorted; nil where they are more than a number.
  func forms(upTo most: Int) -> [[Unicode.Scalar]]? {
    guard keyRows.count <= most else { return nil }
    return keyRows.indices.map { key in
      scalars[Int(keyStarts[key])..<Int(keyStarts[key + 1])].compactMap(Unicode.Scalar.init)
    }
  }

  /// The name of an entry.
  public func name(ofRow row: Int) -> String { field("name", ofRow: row) ?? "" }

  /// The line of the file on which an entry stands, from 1.
  func line(ofRow row: Int) -> Int { row < rowLines.count ? Int(rowLines[row]) : 0 }

  @inline(__always) private static func lowered(_ scalar: Unicode.Scalar) -> UInt32 {
    let value = scalar.value
    return value &- 65 < 26 ? value + 32 : value
  }

  @inline(__always)
  private func mayStart(_ text: UnsafeBufferPointer<Unicode.Scalar>, _ start: Int, _ limit: Int) -> Bool {
    let first = Self.lowered(text[start])
    if hasOne, holds(Self.hash(first, 0, 0)) { return true }
    guard start + 1 < limit else { return false }
    let second = Self.lowered(text[start + 1])
    if hasTwo, holds(Self.hash(first, second, 0)) { return true }
    return start + 2 < limit && holds(Self.hash(first, second, Self.lowered(text[start + 2])))
  }

  @inline(__always) private func holds(_ hash: UInt64) -> Bool {
    let bit = Int(truncatingIfNeeded: hash >> shift)
    return filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// The hash of up to three first scalars (0 where there is none); its highest bits are the filter's index.
  @inline(__always) static func hash(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
    let packed = UInt64(first) << 42 | UInt64(second) << 21 | UInt64(third)
    let mixed = (packed ^ (packed >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return (mixed ^ (mixed >> 32)) &* 0x9E37_79B9_7F4A_7C15
  }

  private func search(
    _ text: UnsafeBufferPointer<Unicode.Scalar>, _ start: Int, _ limit: Int, _ body: (Match) -> Void
  ) {
    let first = Self.lowered(text[start])
    var low = 0
    var high = firsts.count
    while low < high {
      let middle = (low + high) / 2
      if firsts[middle] < first { low = middle + 1 } else { high = middle }
    }
    guard low < firsts.count, firsts[low] == first else { return }
    // The forms that share what has been read so far.
    var from = Int(firstStarts[low])
    var to = Int(firstStarts[low + 1])
    var depth = 1
    while from < to {
      if Int(keyStarts[from + 1] - keyStarts[from]) == depth {
        body(Match(end: start + depth, row: Int(keyRows[from])))
        from += 1
      }
      guard from < to, start + depth < limit else { return }
      let scalar = Self.lowered(text[start + depth])
      from = bound(from, to, depth) { $0 < scalar }
      guard from < to, scalars[Int(keyStarts[from]) + depth] == scalar else { return }
      to = bound(from, to, depth) { $0 <= scalar }
      depth += 1
    }
  }

  /// The first form of a range whose scalar at a depth does not pass a test that the earlier ones pass.
  @inline(__always)
  private func bound(_ from: Int, _ to: Int, _ depth: Int, _ passes: (UInt32) -> Bool) -> Int {
    var low = from
    var high = to
    while low < high {
      let middle = (low + high) / 2
      if passes(scalars[Int(keyStarts[middle]) + depth]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
