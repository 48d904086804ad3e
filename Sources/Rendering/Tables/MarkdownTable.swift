import GraphModel

/// A table of GitHub Flavored Markdown; data never becomes markup.
struct MarkdownTable {
  private let table: ResultTable

  init(_ table: ResultTable) { self.table = table }

  func write(to sink: ([UInt8]) throws -> Void) rethrows {
    var lines = LineSink()
    try lines.line(row(table.columns), to: sink)
    let isNumeric = TextTable.numericColumns(of: table)
    try lines.line("|" + isNumeric.map { $0 ? " ---: |" : " --- |" }.joined(), to: sink)
    for cells in table.rows { try lines.line(row(cells.map(ValueText.cell)), to: sink) }
    try lines.flush(to: sink)
  }

  private func row(_ cells: [String]) -> String { "|" + cells.map { " " + Self.escaped($0) + " |" }.joined() }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "<br>"
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "|", "`", "*", "_", "[", "]", "~", "$": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return ScreenText.visible(result)
  }
}
