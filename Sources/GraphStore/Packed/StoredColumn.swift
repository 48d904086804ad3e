import GraphModel

/// The values of one property of a packed table.
final class StoredColumn: PackedColumn {
  let record: ColumnRecord
  let count: Int
  private let numbers: PackedNumbers?
  private let presence: PackedNumbers?
  let texts: PackedTexts?
  private let order: PackedNumbers?
  private let parts: PartTable
  /// Values of words that were asked for.
  private var words: [PropertyValue?] = []
  /// The texts as names are looked for; made when they first are, where no index leads to them.
  private var folded: FoldedTexts?

  init(_ record: ColumnRecord, count: Int, in parts: PartTable) throws {
    self.record = record
    self.count = count
    self.parts = parts
    numbers = record.numbers.map { PackedNumbers($0, in: parts) }
    presence = record.presence.map { PackedNumbers($0, in: parts) }
    texts = record.texts.map { PackedTexts($0, in: parts) }
    order = record.order.map { PackedNumbers($0, in: parts) }
    let rows = numbers?.count ?? texts?.record.count ?? 0
    let needsTexts = record.kind == .word || record.kind == .text || record.kind == .value
    guard rows == count, !needsTexts || texts != nil, presence.map({ $0.count == count }) ?? true,
      order.map({ $0.count == count }) ?? true
    else { throw StoreError.damaged("a packed column has another length") }
  }

  var hasNulls: Bool { record.hasNulls }
  var isUnique: Bool { record.isUnique }
  var holdsIntegers: Bool { record.kind == .integer || record.kind == .wideInteger }

  // MARK: Codes

  /// More codes than this are no shorter way to values.
  private static let mostCodes = 1 << 18

  var codeCount: Int? {
    switch record.kind {
    case .integer, .boolean, .date, .word:
      guard let bound = numbers?.record.bound, bound <= Self.mostCodes else { return nil }
      return bound
    default: return nil
    }
  }

  func codes() throws -> [UInt32] { try numbers?.all() ?? [] }

  func value(ofCode code: UInt32) throws -> PropertyValue? { try value(ofNumber: UInt64(code)) }

  private func value(ofNumber number: UInt64) throws -> PropertyValue? {
    if record.hasNulls && number == 0 { return nil }
    let number = Int64(bitPattern: number) - (record.hasNulls ? 1 : 0)
    switch record.kind {
    case .integer: return .integer(record.base &+ number)
    case .date: return .date(DateValue(epochDay: record.base &+ number))
    case .boolean: return .boolean(number == 1)
    case .word:
      let index = Int(number)
      guard let texts, index < texts.record.count else { throw StoreError.damaged("a packed word is missing") }
      if words.isEmpty { words = Array(repeating: nil, count: texts.record.count) }
      if let known = words[index] { return known }
      words[index] = try texts.with(index) { .string(String(decoding: $0, as: UTF8.self)) }
      return words[index]
    default: return nil
    }
  }

  // MARK: Rows

  func value(at row: Int) throws -> PropertyValue? {
    switch record.kind {
    case .integer, .boolean, .date, .word:
      guard let numbers else { return nil }
      return try value(ofNumber: try numbers.value(at: row))
    case .wideInteger, .float:
      guard let numbers else { return nil }
      if let presence, try presence.value(at: row) == 0 { return nil }
      let bits = try numbers.value(at: row)
      return record.kind == .float ? .float(Double(bitPattern: bits)) : .integer(Int64(bitPattern: bits))
    case .text: return try texts?.with(row) { .string(String(decoding: $0, as: UTF8.self)) }
    case .value:
      return try texts?.with(row) { bytes in
        var reader = ByteReader(bytes)
        return try reader.value()
      }
    }
  }

  func rows(matching test: TextTest, _ bytes: [UInt8]) throws -> [Int]? {
    guard let texts else { return [] }
    switch record.kind {
    case .text: return try texts.all().rows(matching: test, bytes)
    case .word:
      let offset: UInt32 = record.hasNulls ? 1 : 0
      let wanted = try texts.all().rows(matching: test, bytes)
      guard !wanted.isEmpty else { return [] }
      var isWanted = [Bool](repeating: false, count: texts.record.count + 1)
      for word in wanted { isWanted[word + Int(offset)] = true }
      var rows: [Int] = []
      for (row, code) in try codes().enumerated() where isWanted[Int(code)] { rows.append(row) }
      return rows
    default: return nil
    }
  }

  /// Lends the bytes of a row's text to `body`; nil where it has none.
  func withText<T>(_ row: Int, _ body: (UnsafeRawBufferPointer) throws -> T) throws -> T? {
    if record.kind == .text { return try texts?.with(row, body) }
    guard record.kind == .word, let number = try numbers?.value(at: row), !record.hasNulls || number > 0 else {
      return nil
    }
    return try texts?.with(Int(truncatingIfNeeded: number) - (record.hasNulls ? 1 : 0), body)
  }

  /// Rows whose folded, small-letter text may hold some folded, small-letter bytes, rising.
  ///
  /// - Throws: `StoreError.damaged`.
  func rows(holdingFolded wanted: [UInt8]) throws -> [Int] {
    guard let texts, record.kind == .text || record.kind == .word else { return [] }
    let found: [Int]
    if let index = record.trigrams, index.version == SearchTokens.version, wanted.count >= 3 {
      found = try parts.rows(index, holding: wanted, count: texts.record.count)
    } else {
      let folded = try self.folded ?? FoldedTexts(texts.all())
      self.folded = folded
      found = folded.rows(holding: wanted)
    }
    guard record.kind == .word else { return found }
    var isWanted = [Bool](repeating: false, count: texts.record.count + 1)
    for word in found { isWanted[word + (record.hasNulls ? 1 : 0)] = true }
    return try codes().enumerated().filter { isWanted[Int($0.element)] }.map(\.offset)
  }

  // MARK: Keys

  /// Whether `row(ofKey:)` answers.
  var isKey: Bool { countsUp || order != nil }

  private var countsUp: Bool { record.kind == .integer && record.isUnique && !record.hasNulls && order == nil }

  /// The row with a value, where the column is a key.
  ///
  /// - Throws: `StoreError.damaged`.
  func row(ofKey value: PropertyValue) throws -> Int? {
    if countsUp {
      guard case .integer(let number) = value else { return nil }
      let (row, overflow) = number.subtractingReportingOverflow(record.base)
      return !overflow && row >= 0 && row < Int64(count) ? Int(row) : nil
    }
    guard let order else { return nil }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let row = Int(try order.value(at: middle))
      switch try compare(row, value) {
      case nil: return nil
      case .some(0): return row
      case .some(let sign): if sign < 0 { low = middle + 1 } else { high = middle }
      }
    }
    return nil
  }

  /// Negative where a row's key comes before a value, positive where after; nil where they cannot be compared.
  private func compare(_ row: Int, _ value: PropertyValue) throws -> Int? {
    switch (try self.value(at: row), value) {
    case (.integer(let a)?, .integer(let b)): return a < b ? -1 : a == b ? 0 : 1
    case (.string(let a)?, .string(let b)):
      if a.utf8.elementsEqual(b.utf8) { return 0 }
      return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
    default: return nil
    }
  }
}
