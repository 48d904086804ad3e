import GraphModel

/// Comma-separated values as RFC 4180 has them: lines end in CR LF, quotes are doubled. Nested values stand as JSON, control
/// characters and direction marks as visible escapes.
struct CSVTable {
  private let options: TableOptions

  init(options: TableOptions) { self.options = options }

  /// The first record, or nothing where none is wanted.
  func header(_ columns: [String]) -> [String] {
    let mark = options.byteOrderMark ? "\u{FEFF}" : ""
    guard options.header else { return mark.isEmpty ? [] : [mark] }
    return [mark + record(columns.map(text)) + "\r\n"]
  }

  func line(_ row: [ResultValue]) -> String { record(row.map(field)) + "\r\n" }

  /// The fields of one record, quoted where needed; a lone empty field is quoted, or its line would read as none.
  private func record(_ fields: [String]) -> String {
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

  /// A text that no spreadsheet takes for a formula, nor a terminal for a command.
  private func text(_ text: String) -> String {
    let text = ScreenText.visible(text, keepingLayout: true)
    guard options.guardsFormulas, let first = text.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  private func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
