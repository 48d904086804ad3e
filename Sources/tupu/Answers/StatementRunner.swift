import GraphModel
import TupuKit

/// Runs statements on a knowledge base and prints what they answer.
struct StatementRunner {
  let base: KnowledgeBase
  let limits: QueryLimits
  /// Who may write; nil: no one.
  let writing: WriteOptions?
  var parameters: [String: ResultValue] = [:]

  /// Runs a statement; a picture is drawn only where `draws`.
  ///
  /// - Throws: `Failure`, `KnowledgeBaseError`, `PictureError`.
  func run(_ statement: String, as format: QueryFormat, draws: Bool = true) throws {
    let writing = self.writing.flatMap { $0.write ? $0 : nil }
    let writes = try writing != nil && QueryText.translating(statement) { try CypherEngine.writes(statement) }
    guard writes || format.picture != nil else { return try stream(statement, as: format.table ?? .table) }
    let table = try QueryText.translating(statement) {
      if writes, let writing { return try writing.state(statement, parameters, limits: limits, in: base) }
      return try base.reading { try base.engine(limits: limits).run(statement, parameters: parameters).table }
    }
    if let picture = format.picture {
      if draws { try PictureRenderer.draw(table, of: base, as: picture) }
    } else if !table.columns.isEmpty {
      var printer = ResultPrinter(columns: table.columns, format: format.table ?? .table)
      for row in table.rows { try printer.add(row) }
      try printer.finish()
    }
  }

  private func stream(_ statement: String, as format: TableFormat) throws {
    var printer: ResultPrinter?
    do {
      _ = try QueryText.translating(statement) {
        try base.reading {
          try base.engine(limits: limits).stream(
            statement, parameters: parameters,
            columns: { printer = ResultPrinter(columns: $0, format: format) },
            row: { row in
              try printer?.add(row)
              return true
            })
        }
      }
    } catch {
      // What came before the error is shown; but an object is closed only where it is whole.
      if format != .json, printer?.isEmpty == false { try printer?.finish() }
      throw error
    }
    try printer?.finish()
  }
}
