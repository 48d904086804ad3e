import GraphModel

/// A table of GitHub Flavored Markdown; data never becomes markup.
struct MarkdownTable {
  private let columns: [String]
  private let isNumeric: [Bool]

  /// A table whose first rows tell which columns hold numbers.
  init(_ columns: [String], sample: [[ResultValue]]) {
    self.columns = columns
    isNumeric = TextTable.numericColumns(columns.count, sample)
  }

  var header: [String] { [row(columns), "|" + isNumeric.map { $0 ? " ---: |" : " --- |" }.joined() + "\n"] }

  func line(_ values: [ResultValue]) -> String { row(values.map(ValueText.cell)) }

  private func row(_ cells: [String]) -> String { "|" + cells.map { " " + Self.escaped($0) + " |" }.joined() + "\n" }

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
