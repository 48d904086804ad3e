import CSQLite
import GraphModel

/// How texts (or other values' bytes) lie in a part: blocks of 512, each the ends of its texts as 32-bit numbers, then the
/// texts one after the other. The highest bit of an end marks a row without a text.
struct TextsRecord: Hashable {
  static let block = 512

  /// The part; 0 where there are no rows.
  var part: Int
  /// Number of rows.
  var count: Int

  var blocks: Int { (count + Self.block - 1) / Self.block }

  func encode(to writer: inout ByteWriter) {
    writer.number(part)
    writer.number(count)
  }

  init(part: Int, count: Int) {
    self.part = part
    self.count = count
  }

  init(from reader: inout ByteReader) throws {
    part = try reader.number()
    count = try reader.number()
    guard count <= Int(UInt32.max) else { throw StoreError.damaged("a packed record") }
  }
}

extension PartTable {
  /// Keeps texts: `append` adds the bytes of a row, or returns false where the row has no text.
  func writeTexts(_ count: Int, _ append: (Int, inout [UInt8]) throws -> Bool) throws -> TextsRecord {
    guard count > 0 else { return TextsRecord(part: 0, count: 0) }
    let part = try newPart()
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for block in 0..<(count + TextsRecord.block - 1) / TextsRecord.block {
      bytes.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      for row in block * TextsRecord.block..<min(count, (block + 1) * TextsRecord.block) {
        let holds = try append(row, &bytes)
        guard bytes.count < 1 << 30 else { throw StoreError.full }
        ends.append(UInt32(bytes.count) | (holds ? 0 : PackedTexts.missing))
      }
      var whole: [UInt8] = []
      whole.reserveCapacity(ends.count * 4 + bytes.count)
      for end in ends { withUnsafeBytes(of: end.littleEndian) { whole.append(contentsOf: $0) } }
      whole.append(contentsOf: bytes)
      try write(whole, part: part, block: block)
    }
    return TextsRecord(part: part, count: count)
  }
}

/// Texts read from a part: one by one with the blocks that they need, or all at once.
final class PackedTexts {
  static let missing: UInt32 = 1 << 31
  let record: TextsRecord
  private let parts: PartTable
  private var blocks: [[UInt8]]
  private var joined: Joined?

  /// All texts one after the other, and where each starts; one start more than texts.
  struct Joined {
    var bytes: [UInt8]
    var starts: [Int]
    /// Which rows have no text; empty: all have one.
    var missing: [Bool]
  }

  init(_ record: TextsRecord, in parts: PartTable) {
    self.record = record
    self.parts = parts
    blocks = Array(repeating: [], count: record.blocks)
  }

  /// Lends the bytes of a row to `body`; nil where it has no text.
  ///
  /// - Throws: `StoreError.damaged`.
  func with<T>(_ row: Int, _ body: (UnsafeRawBufferPointer) throws -> T) throws -> T? {
    guard row >= 0, row < record.count else { throw StoreError.damaged("a packed place is out of range") }
    let block = row / TextsRecord.block
    if blocks[block].isEmpty { blocks[block] = try parts.read(part: record.part, block: block) { Array($0) } }
    let count = min(TextsRecord.block, record.count - block * TextsRecord.block)
    return try blocks[block].withUnsafeBytes { bytes in
      let index = row % TextsRecord.block
      guard bytes.count >= count * 4 else { throw StoreError.damaged("a packed block ends early") }
      let end = Self.end(index, bytes)
      let start = index == 0 ? 0 : Int(Self.end(index - 1, bytes) & ~Self.missing)
      if end & Self.missing != 0 { return nil }
      let texts = UnsafeRawBufferPointer(rebasing: bytes[(count * 4)...])
      guard start <= Int(end), Int(end) <= texts.count else { throw StoreError.damaged("a packed text ends early") }
      return try body(UnsafeRawBufferPointer(rebasing: texts[start..<Int(end)]))
    }
  }

  private static func end(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
  }

  /// All texts, kept from then on.
  ///
  /// - Throws: `StoreError.damaged`.
  func all() throws -> Joined {
    if let joined { return joined }
    var whole = Joined(bytes: [], starts: [], missing: [])
    whole.starts.reserveCapacity(record.count + 1)
    try parts.scan(part: record.part, blocks: record.blocks) { block, bytes in
      let count = min(TextsRecord.block, record.count - block * TextsRecord.block)
      guard bytes.count >= count * 4 else { throw StoreError.damaged("a packed block ends early") }
      let base = whole.bytes.count
      let size = bytes.count - count * 4
      var start = 0
      for index in 0..<count {
        let end = Self.end(index, bytes)
        let place = Int(end & ~Self.missing)
        guard start <= place, place <= size else { throw StoreError.damaged("a packed text ends early") }
        if end & Self.missing != 0 {
          if whole.missing.isEmpty { whole.missing = Array(repeating: false, count: record.count) }
          whole.missing[block * TextsRecord.block + index] = true
        }
        whole.starts.append(base + start)
        start = place
      }
      whole.bytes.append(contentsOf: bytes[(count * 4)...])
    }
    whole.starts.append(whole.bytes.count)
    joined = whole
    return whole
  }
}

extension PackedTexts.Joined {
  /// Rows whose text is a given one, holds it or starts with it, rising.
  func rows(matching test: TextTest, _ wanted: [UInt8]) -> [Int] {
    var found: [Int] = []
    let count = starts.count - 1
    guard count > 0 else { return [] }
    func isThere(_ row: Int) -> Bool { missing.isEmpty || !missing[row] }
    guard !wanted.isEmpty else {
      return (0..<count).filter { isThere($0) && (test != .equals || starts[$0] == starts[$0 + 1]) }
    }
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var place = 0
      var row = 0
      while place < bytes.count, let hit = tupu_find(base + place, bytes.count - place, wanted, wanted.count) {
        let start = hit - base
        row = self.row(of: start, from: row)
        let end = starts[row + 1]
        let fits = start + wanted.count <= end
        let accepted: Bool
        switch test {
        case .contains: accepted = fits
        case .starts: accepted = fits && start == starts[row]
        case .equals: accepted = fits && start == starts[row] && start + wanted.count == end
        }
        if accepted, isThere(row) { found.append(row) }
        // What else the row holds does not matter, unless the hit began inside of it for a test of its start.
        place = accepted || test != .contains && start > starts[row] ? end : start + 1
      }
    }
    return found
  }

  /// The row that holds a place, at or after another row; rows without bytes hold none.
  private func row(of place: Int, from first: Int) -> Int {
    var low = first
    var high = starts.count - 2
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= place { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
