/// Inserts rows into a table, many by one run of a statement: a run costs more than a row.
final class RowInserter {
  private let single: Statement
  private let many: Statement
  private let columns: Int

  /// Rows of one run.
  private static let rows = 32

  /// Prepares to insert into a table.
  ///
  /// - Parameter columns: number of the table's columns, all of which are set.
  init(into table: String, columns: Int, in database: Database) throws(StoreError) {
    self.columns = columns
    let row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
    single = try Statement("INSERT INTO \(table) VALUES \(row)", in: database)
    let rows = Array(repeating: row, count: Self.rows).joined(separator: ", ")
    many = try Statement("INSERT INTO \(table) VALUES \(rows)", in: database)
  }

  /// Inserts some rows in their order.
  ///
  /// - Parameter bind: sets the values of the row of an index, from a place of a statement on.
  func run(_ count: Int, _ bind: (_ statement: Statement, _ index: Int, _ place: Int) -> Void) throws(StoreError) {
    var index = 0
    while count - index >= Self.rows {
      for row in 0..<Self.rows { bind(many, index + row, row * columns + 1) }
      try many.run()
      index += Self.rows
    }
    while index < count {
      bind(single, index, 1)
      try single.run()
      index += 1
    }
  }
}
