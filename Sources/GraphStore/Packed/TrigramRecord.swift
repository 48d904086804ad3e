import GraphModel

/// Which texts of a column hold three bytes in a row, by a hash of these: in blocks of 256 hashes, for each the length of its
/// rows and the rows, rising, each as what it is more than the one before. Texts are folded, with small letters.
struct TrigramRecord: Hashable {
  /// The part.
  var part: Int
  /// The rule by which texts were folded; an index by another one is not asked.
  var version: String

  static let hashes = 1 << 16
  static let block = 256

  func encode(to writer: inout ByteWriter) {
    writer.number(part)
    writer.text(version)
  }

  init(part: Int, version: String) {
    self.part = part
    self.version = version
  }

  init(from reader: inout ByteReader) throws {
    part = try reader.number()
    version = try reader.text()
  }

  static func hash(_ bytes: some RandomAccessCollection<UInt8>) -> Int {
    var whole: UInt32 = 0
    for byte in bytes { whole = whole << 8 | UInt32(byte) }
    return Int((whole &* 0x9E37_79B1) >> 16)
  }
}

extension PartTable {
  /// Texts of fewer bytes are looked through as fast; an index of more would need too much memory to make.
  private static let indexedBytes = 1 << 16...1 << 27

  /// Keeps an index of texts, given row by row; nil where they are too short or too long for one.
  func writeTrigrams(_ texts: ImportedTexts) throws -> TrigramRecord? {
    guard Self.indexedBytes.contains(texts.bytes.count) else { return nil }
    let folded = Self.folded(texts)
    // Where the rows of each hash start, then where its next row goes.
    var starts = [Int32](repeating: 0, count: TrigramRecord.hashes + 1)
    Self.scan(folded) { hash, _ in starts[hash + 1] += 1 }
    for hash in 0..<TrigramRecord.hashes { starts[hash + 1] += starts[hash] }
    var ends = starts
    var rows = [Int32](repeating: 0, count: Int(starts[TrigramRecord.hashes]))
    rows.withUnsafeMutableBufferPointer { rows in
      Self.scan(folded) { hash, row in
        let end = Int(ends[hash])
        let number = Int32(truncatingIfNeeded: row)
        guard end == Int(starts[hash]) || rows[end - 1] != number else { return }
        rows[end] = number
        ends[hash] += 1
      }
    }
    let part = try newPart()
    var list = ByteWriter(capacity: 1 << 12)
    for block in 0..<TrigramRecord.hashes / TrigramRecord.block {
      var writer = ByteWriter(capacity: 1 << 14)
      for hash in block * TrigramRecord.block..<(block + 1) * TrigramRecord.block {
        list.clear()
        var last: Int32 = 0
        for row in rows[Int(starts[hash])..<Int(ends[hash])] {
          list.number(Int(row - last))
          last = row
        }
        writer.number(list.bytes.count)
        writer.append(list.bytes)
      }
      try write(writer.bytes, part: part, block: block)
    }
    return TrigramRecord(part: part, version: SearchTokens.version)
  }

  /// Texts as names are looked for.
  private static func folded(_ texts: ImportedTexts) -> ImportedTexts {
    var folded = ImportedTexts()
    for row in 0..<texts.count {
      let bytes = texts.bytes[texts.range(row)]
      if bytes.allSatisfy({ $0 < 0x80 }) {
        folded.append(bytes.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 })
      } else {
        folded.append(Array(Folding.fold(String(decoding: bytes, as: UTF8.self), lowercasing: true).utf8))
      }
    }
    return folded
  }

  private static func scan(_ texts: ImportedTexts, _ body: (_ hash: Int, _ row: Int) -> Void) {
    texts.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<texts.count {
        let range = texts.range(row)
        guard range.count >= 3 else { continue }
        for place in range.dropLast(2) { body(TrigramRecord.hash(bytes[place..<place + 3]), row) }
      }
    }
  }

  /// Rows of an index that may hold some folded bytes, at least three, rising.
  ///
  /// - Throws: `StoreError.damaged`.
  func rows(_ record: TrigramRecord, holding wanted: [UInt8], count: Int) throws -> [Int] {
    var lists: [[UInt8]] = []
    for hash in Set((0...wanted.count - 3).map { TrigramRecord.hash(wanted[$0..<$0 + 3]) }) {
      lists.append(
        try read(part: record.part, block: hash / TrigramRecord.block) { bytes in
          var reader = ByteReader(bytes)
          for _ in 0..<hash % TrigramRecord.block { try reader.skip(try reader.count()) }
          return try reader.bytes(try reader.count())
        })
    }
    lists.sort { $0.count < $1.count }
    var found: [Int] = []
    // Three lists leave few rows that hold these bytes elsewhere.
    for (index, list) in lists.prefix(3).enumerated() {
      let rows = try Self.decode(list, count: count)
      found = index == 0 ? rows : Self.intersection(found, rows)
      if found.isEmpty { break }
    }
    return found
  }

  private static func decode(_ list: [UInt8], count: Int) throws -> [Int] {
    try ByteReader.read(list) { reader in
      var rows: [Int] = []
      rows.reserveCapacity(list.count)
      var last = 0
      while !reader.isAtEnd {
        last += try reader.number()
        guard last < count, rows.last.map({ $0 < last }) ?? true else {
          throw StoreError.damaged("an index of names leads to a row that is not there")
        }
        rows.append(last)
      }
      return rows
    }
  }

  private static func intersection(_ a: [Int], _ b: [Int]) -> [Int] {
    var common: [Int] = []
    var place = 0
    for item in a {
      while place < b.count, b[place] < item { place += 1 }
      if place < b.count, b[place] == item { common.append(item) }
    }
    return common
  }
}
