import GraphModel

/// Finds the rows of a packed table that satisfy conditions on their properties, column by column.
struct TableFilter {
  let tests: [PropertyTest]
  let frame: Frame

  /// What one condition has to look at in a table.
  private enum Plan {
    /// The answer is the same for all rows.
    case always(Bool)
    /// The answer for each code of the column.
    case codes([UInt32], [Bool])
    /// The rows that satisfy it.
    case rows([Int])
    /// The values, one by one.
    case values(any PackedColumn, PropertyTest)

    var cost: Int {
      switch self {
      case .always: 0
      case .codes: 1
      case .rows: 2
      case .values: 3
      }
    }
  }

  /// The rows, rising, among given ones (nil: all).
  func rows(of table: any NodeTable, among given: [Int]?) throws -> [Int] {
    let plans = try tests.map { try plan($0, table, few: given) }.sorted { $0.cost < $1.cost }
    var rows = given
    for plan in plans {
      try frame.tick(1024)
      switch plan {
      case .always(true): continue
      case .always(false): return []
      case .codes(let codes, let answers):
        if let known = rows {
          rows = known.filter { answers[Int(codes[$0])] }
        } else {
          var found: [Int] = []
          found.reserveCapacity(codes.count / 2)
          for (row, code) in codes.enumerated() where answers[Int(code)] { found.append(row) }
          rows = found
        }
      case .rows(let found):
        guard let known = rows else {
          rows = found
          continue
        }
        let wanted = Set(found)
        rows = known.filter(wanted.contains)
      case .values(let column, let test):
        rows = try (rows ?? Array(0..<table.count)).filter { row in
          try frame.tick()
          return try test.holds(column.value(at: row), frame)
        }
      }
    }
    return rows ?? Array(0..<table.count)
  }

  private func plan(_ test: PropertyTest, _ table: any NodeTable, few: [Int]?) throws -> Plan {
    guard let key = test.key.key(frame.graph), let column = table.column(key) else {
      return .always(try test.holds(nil, frame))
    }
    if let count = column.codeCount, count <= max(64, (few?.count ?? table.count) * 4) {
      var answers: [Bool] = []
      answers.reserveCapacity(count)
      for code in 0..<count { answers.append(try test.holds(column.value(ofCode: UInt32(code)), frame)) }
      return .codes(try column.codes(), answers)
    }
    if let (kind, wanted) = test.text, case .string(let text) = try wanted(frame), few == nil || table.count < 1 << 16,
      let rows = try column.rows(matching: kind, Array(text.utf8))
    {
      return .rows(rows)
    }
    return .values(column, test)
  }
}

/// The nodes with a label that satisfy conditions on their properties, found in the columns of packed tables.
final class FilterNodes: Operator {
  /// What answers where the nodes do not lie in tables: the same conditions on every node.
  let plain: FilterRows
  let scan: ScanNodes
  let tests: [PropertyTest]

  init(_ plain: FilterRows, scan: ScanNodes, tests: [PropertyTest]) {
    self.plain = plain
    self.scan = scan
    self.tests = tests
    super.init(scan.input)
    estimate = plain.estimate
  }

  override var name: String { "FilterColumns" }
  override var details: String { scan.details.isEmpty ? plain.details : "\(scan.details) \(plain.details)" }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    var known: [(table: any NodeTable, rows: [Int])]?
    do {
      known = try rows(frame)
    } catch let error as CypherError where error.kind != .execution {
      // What a condition makes of a value that no row has is no error of the query.
      known = nil
    }
    guard let found = known else { return try plain.start(frame, next) }
    return try runInput(frame) { frame in
      for (table, rows) in found {
        for row in rows {
          try frame.tick()
          frame.slots[scan.slot] = .node(NodeID(table.first.rawValue + Int64(row)))
          if try !next(frame) { return false }
        }
      }
      return true
    }
  }

  private func rows(_ frame: Frame) throws -> [(table: any NodeTable, rows: [Int])]? {
    guard frame.writer == nil, let graph = frame.graph as? any PackedGraph else { return nil }
    let label = scan.label?.label(graph)
    if scan.label != nil && label == nil { return [] }
    guard try graph.isPacked(label: label) else { return nil }
    let filter = TableFilter(tests: tests, frame: frame)
    return try graph.nodeTables().filter { table in label.map(table.labels.contains) ?? true }
      .map { ($0, try filter.rows(of: $0, among: nil)) }
  }
}
