import GraphModel

/// Leads the keys of imported nodes to their tables and rows.
public struct NodeKeys {
  private struct Entry {
    var labels: [String]
    var space: String
    var count: Int
    var index: Index
  }

  private enum Index {
    /// Row *i* has the key `base` + *i*.
    case rising(base: Int64)
    /// Rows by key from `base` on; -1: none.
    case spread(base: Int64, rows: [Int32])
    case integers([Int64: Int32])
    case texts(PackedTexts.Joined, ByteTable)
  }

  private let entries: [Entry]

  init(_ catalogue: PackedCatalogue, _ tokens: TokenTable) throws {
    entries = try catalogue.nodes.map { table in
      Entry(
        labels: try table.labels.map(tokens.name), space: table.record.space, count: table.count,
        index: try Self.index(table))
    }
  }

  private static func index(_ table: StoredNodeTable) throws -> Index {
    guard let column = table.keyColumn else { throw StoreError.damaged("a packed table has no key") }
    if !column.holdsIntegers {
      guard let texts = try column.joinedTexts() else { throw StoreError.damaged("a packed key is of another kind") }
      var known = ByteTable()
      texts.bytes.withUnsafeBytes { bytes in
        for row in 0..<table.count { _ = known.insert(bytes, texts.starts[row]..<texts.starts[row + 1]) }
      }
      return .texts(texts, known)
    }
    if column.record.order == nil { return .rising(base: column.record.base) }
    if column.record.kind == .integer, let bound = column.record.numbers?.bound, bound <= table.count * 8 + 1024 {
      var rows = [Int32](repeating: -1, count: bound)
      for (row, code) in try column.codes().enumerated() { rows[Int(code)] = Int32(row) }
      return .spread(base: column.record.base, rows: rows)
    }
    var rows: [Int64: Int32] = [:]
    rows.reserveCapacity(table.count)
    for row in 0..<table.count {
      if case .integer(let key) = try column.value(at: row) { rows[key] = Int32(row) }
    }
    return .integers(rows)
  }

  /// The tables that a name means: a key space or a label; empty: every table. Sorted.
  public func tables(named name: String) -> [Int] {
    entries.indices.filter { name.isEmpty || entries[$0].space == name || entries[$0].labels.contains(name) }
  }

  /// The type of a table's nodes.
  public func type(of table: Int) -> String { entries[table].labels.first ?? "" }

  /// The row of a key in a table; nil where it has none.
  @inline(__always)
  public func row(of key: UnsafeRawBufferPointer, in table: Int) -> Int? {
    switch entries[table].index {
    case .rising(let base):
      guard let number = Self.integer(key) else { return nil }
      let (row, overflow) = number.subtractingReportingOverflow(base)
      return !overflow && row >= 0 && row < Int64(entries[table].count) ? Int(row) : nil
    case .spread(let base, let rows):
      guard let number = Self.integer(key) else { return nil }
      let (code, overflow) = number.subtractingReportingOverflow(base)
      guard !overflow, code >= 0, code < Int64(rows.count), rows[Int(code)] >= 0 else { return nil }
      return Int(rows[Int(code)])
    case .integers(let rows): return Self.integer(key).flatMap { rows[$0] }.map { Int($0) }
    case .texts(let texts, let known): return texts.bytes.withUnsafeBytes { known.find(key, among: $0) }
    }
  }

  /// The integer that digits spell in its one canonical form (no plus, no zeros in front); nil where they spell none.
  public static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    var place = 0
    let isNegative = bytes.count > 1 && bytes[0] == UInt8(ascii: "-")
    if isNegative { place = 1 }
    let digits = bytes.count - place
    guard digits > 0, digits < 20, digits == 1 && !isNegative || bytes[place] != UInt8(ascii: "0") else { return nil }
    var value: Int64 = 0
    while place < bytes.count {
      let digit = bytes[place] &- 48
      guard digit < 10 else { return nil }
      if digits < 19 {
        value = value &* 10 &- Int64(digit)
      } else {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.subtractingReportingOverflow(Int64(digit))
        guard !overflow, !carry else { return nil }
        value = sum
      }
      place += 1
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }
}

extension StoredColumn {
  /// All texts, where each row has one of its own.
  func joinedTexts() throws -> PackedTexts.Joined? { record.kind == .text ? try texts?.all() : nil }
}
