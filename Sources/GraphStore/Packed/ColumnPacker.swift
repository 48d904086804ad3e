import GraphModel

/// Writes the values of properties into parts.
struct ColumnPacker {
  let parts: PartTable
  let tokens: TokenTable

  /// Packs a column; `isKey` also keeps the order of its values, `isName` what its texts hold.
  ///
  /// - Throws: `StoreError.duplicateKey` where a key's value stands twice.
  func pack(_ column: ImportedColumn, isKey: Bool = false, isName: Bool = false) throws -> ColumnRecord {
    let key = try tokens.make(.key, column.name)
    switch column.values {
    case .integers(let values): return try integers(values, column.missing, .integer, key, isKey: isKey)
    case .dates(let values): return try integers(values, column.missing, .date, key, isKey: false)
    case .booleans(let values):
      return try integers(values.map { $0 ? 1 : 0 }, column.missing, .boolean, key, isKey: false)
    case .floats(let values):
      var record = ColumnRecord(key: key, kind: .float, hasNulls: column.missing.contains(true))
      record.numbers = try parts.write(values.map(\.bitPattern), bound: 0)
      record.presence = try presence(column.missing)
      return record
    case .texts(let texts): return try self.texts(texts, column.missing, key, isKey: isKey, isName: isName)
    case .values(let values):
      var record = ColumnRecord(key: key, kind: .value, hasNulls: values.contains { $0 == nil })
      record.texts = try parts.writeTexts(values.count) { row, bytes in
        guard let value = values[row] else { return false }
        var writer = ByteWriter()
        writer.value(value)
        bytes += writer.bytes
        return true
      }
      return record
    }
  }

  private func presence(_ missing: [Bool]) throws -> NumbersRecord? {
    missing.contains(true) ? try parts.write(missing.map { $0 ? UInt8(0) : 1 }, bound: 2) : nil
  }

  // MARK: Integers

  private func integers(
    _ values: [Int64], _ missing: [Bool], _ kind: ColumnRecord.Kind, _ key: Token, isKey: Bool
  ) throws -> ColumnRecord {
    let hasNulls = missing.contains(true)
    var record = ColumnRecord(key: key, kind: kind, hasNulls: hasNulls)
    var least = Int64.max
    var greatest = Int64.min
    for (row, value) in values.enumerated() where !hasNulls || !missing[row] {
      least = min(least, value)
      greatest = max(greatest, value)
    }
    if least > greatest { (least, greatest) = (0, 0) }
    // Truth values mean what they are, wherever they begin.
    if kind == .boolean { (least, greatest) = (0, 1) }
    let (range, overflow) = greatest.subtractingReportingOverflow(least)
    if overflow || range >= 1 << 46 {
      record.kind = .wideInteger
      record.numbers = try parts.write(values.map { UInt64(bitPattern: $0) }, bound: 0)
      record.presence = try presence(missing)
    } else {
      record.base = least
      let offset: Int64 = hasNulls ? 1 : 0
      let bound = Int(range) + 1 + Int(offset)
      if range < 1 << 31 {
        var codes = [UInt32](repeating: 0, count: values.count)
        for (row, value) in values.enumerated() where !hasNulls || !missing[row] {
          codes[row] = UInt32(truncatingIfNeeded: value - least + offset)
        }
        record.numbers = try parts.write(codes, bound: bound)
      } else {
        var codes = [UInt64](repeating: 0, count: values.count)
        for (row, value) in values.enumerated() where !hasNulls || !missing[row] {
          codes[row] = UInt64(truncatingIfNeeded: value - least + offset)
        }
        record.numbers = try parts.write(codes, bound: bound)
      }
    }
    guard isKey else { return record }
    record.isUnique = true
    let countsUp = record.kind == .integer && values.enumerated().allSatisfy { $1 - least == Int64($0) }
    if !countsUp {
      let order = values.indices.map { UInt32($0) }.sorted { values[Int($0)] < values[Int($1)] }
      try refuseDuplicates(order) { values[$0] == values[$1] }
      record.order = try parts.write(order, bound: values.count)
    }
    return record
  }

  private func refuseDuplicates(_ order: [UInt32], _ isSame: (Int, Int) -> Bool) throws {
    guard order.count > 1 else { return }
    for index in 1..<order.count where isSame(Int(order[index - 1]), Int(order[index])) {
      let rows = [Int(order[index - 1]), Int(order[index])].sorted()
      throw StoreError.duplicateKey(first: rows[0], second: rows[1])
    }
  }

  // MARK: Texts

  private func texts(
    _ texts: ImportedTexts, _ missing: [Bool], _ key: Token, isKey: Bool, isName: Bool
  ) throws -> ColumnRecord {
    let hasNulls = missing.contains(true)
    if !isKey, let record = try words(texts, missing, hasNulls, key, isName: isName) { return record }
    var record = ColumnRecord(key: key, kind: .text, hasNulls: hasNulls)
    record.texts = try parts.writeTexts(texts.count) { row, bytes in
      guard !hasNulls || !missing[row] else { return false }
      bytes += texts.bytes[texts.range(row)]
      return true
    }
    if isName { record.trigrams = try parts.writeTrigrams(texts) }
    guard isKey else { return record }
    record.isUnique = true
    let order = texts.bytes.withUnsafeBytes { bytes in
      (0..<UInt32(texts.count)).sorted { a, b in
        let (a, b) = (texts.range(Int(a)), texts.range(Int(b)))
        return UnsafeRawBufferPointer(rebasing: bytes[a])
          .lexicographicallyPrecedes(UnsafeRawBufferPointer(rebasing: bytes[b]))
      }
    }
    try refuseDuplicates(order) { texts.bytes[texts.range($0)] == texts.bytes[texts.range($1)] }
    record.order = try parts.write(order, bound: texts.count)
    return record
  }

  /// Packs texts as numbers of words, where few words come again and again; else nil.
  private func words(
    _ texts: ImportedTexts, _ missing: [Bool], _ hasNulls: Bool, _ key: Token, isName: Bool
  ) throws -> ColumnRecord? {
    let most = max(64, min(texts.count / 4, 1 << 17))
    var known = ByteTable()
    var codes = [UInt32](repeating: 0, count: texts.count)
    let offset: UInt32 = hasNulls ? 1 : 0
    let fits = texts.bytes.withUnsafeBytes { bytes -> Bool in
      for row in 0..<texts.count where !hasNulls || !missing[row] {
        codes[row] = UInt32(known.insert(bytes, texts.range(row))) + offset
        if known.count > most { return false }
      }
      return true
    }
    guard fits, known.count < texts.count || texts.count <= 64 else { return nil }
    var record = ColumnRecord(key: key, kind: .word, hasNulls: hasNulls)
    record.texts = try parts.writeTexts(known.count) { word, bytes in
      bytes += texts.bytes[known.ranges[word]]
      return true
    }
    record.numbers = try parts.write(codes, bound: known.count + Int(offset))
    if isName {
      var words = ImportedTexts()
      for range in known.ranges { words.append(texts.bytes[range]) }
      record.trigrams = try parts.writeTrigrams(words)
    }
    return record
  }
}

/// Stretches of bytes and their numbers, by content; open addressing over FNV-1a.
struct ByteTable {
  /// The first place of each content, by number.
  private(set) var ranges: [Range<Int>] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  var count: Int { ranges.count }

  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ hash >> 29
  }

  /// The number of a stretch's content; a new one where it is new.
  mutating func insert(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    let wanted = UnsafeRawBufferPointer(rebasing: bytes[range])
    var slot = Int(truncatingIfNeeded: Self.hash(wanted)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if bytes[ranges[number]].elementsEqual(wanted) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(ranges.count)
    ranges.append(range)
    if ranges.count * 2 > slots.count { grow(bytes) }
    return ranges.count - 1
  }

  /// The number of a content among those of other bytes; nil where it is new.
  func find(_ wanted: UnsafeRawBufferPointer, among bytes: UnsafeRawBufferPointer) -> Int? {
    var slot = Int(truncatingIfNeeded: Self.hash(wanted)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if bytes[ranges[number]].elementsEqual(wanted) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow(_ bytes: UnsafeRawBufferPointer) {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, range) in ranges.enumerated() {
      var slot = Int(truncatingIfNeeded: Self.hash(UnsafeRawBufferPointer(rebasing: bytes[range]))) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
