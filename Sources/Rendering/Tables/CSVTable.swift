import GraphModel

/// Comma-separated values as RFC 4180 has them: lines end in CR LF, quotes are doubled. Nested values stand as JSON.
struct CSVTable {
  private let table: ResultTable
  private let options: TableOptions

  init(_ table: ResultTable, options: TableOptions) {
    self.table = table
    self.options = options
  }

  func write(to sink: ([UInt8]) throws -> Void) rethrows {
    var lines = LineSink(lineEnd: "\r\n")
    let mark = options.byteOrderMark ? "\u{FEFF}" : ""
    if options.header { try lines.line(mark + record(table.columns.map(text)), to: sink) }
    for (index, row) in table.rows.enumerated() {
      let prefix = index == 0 && !options.header ? mark : ""
      try lines.line(prefix + record(row.map(field)), to: sink)
    }
    try lines.flush(to: sink)
  }

  /// The fields of one record, quoted where needed; a lone empty field is quoted, or its line would read as none.
  func record(_ fields: [String]) -> String {
    fields == [""] ? "\"\"" : fields.map(quoted).joined(separator: ",")
  }

  private func field(_ value: ResultValue) -> String {
    switch value {
    case .null: return ""
    case .value(.string(let text)): return self.text(text)
    case .value(.list), .node, .relationship, .path, .list, .map:
      var writer = JSONStream()
      value.write(to: &writer)
      return writer.text
    case .value: return ValueText.cell(value)
    }
  }

  /// A text that no spreadsheet takes for a formula.
  func text(_ text: String) -> String {
    guard options.guardsFormulas, let first = text.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  private func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
