import GraphModel

/// Columns for the eye: blanks between them, a line of hyphens under the names, no frames, so that a copied cell is the cell.
///
/// Widths are terminal columns (`EastAsianWidth`). A table wider than the screen narrows its widest columns; where even
/// that does not fit, each row becomes a block of `name  value` lines.
struct TextTable {
  private let names: [String]
  private let options: TableOptions
  private let isNumeric: [Bool]
  /// The columns' widths; nil where each row becomes a block.
  private let widths: [Int]?
  private static let gap = "  "
  private static let leastWidth = 8

  /// A table whose first rows tell how wide the columns are and which hold numbers.
  init(_ columns: [String], sample: [[ResultValue]], options: TableOptions) {
    self.options = options
    names = columns.map(ScreenText.visible)
    isNumeric = Self.numericColumns(columns.count, sample)
    func width(_ text: String) -> Int { EastAsianWidth.columns(text, ambiguousIsWide: options.ambiguousIsWide) }
    var natural = names.map { options.header ? width($0) : 0 }
    for row in sample {
      for (column, value) in zip(natural.indices, row) {
        natural[column] = max(natural[column], width(ScreenText.visible(ValueText.cell(value))))
      }
    }
    widths = Self.fitted(natural, options.width)
  }

  /// Which columns hold numbers only (or nothing), and at least one.
  static func numericColumns(_ count: Int, _ rows: [[ResultValue]]) -> [Bool] {
    (0..<count).map { column in
      var seen = false
      for row in rows where column < row.count {
        switch row[column] {
        case .null: continue
        case .value(.integer), .value(.float): seen = true
        default: return false
        }
      }
      return seen
    }
  }

  /// The names and the line under them; nothing where rows become blocks.
  var header: [String] {
    guard options.header, let widths, !names.isEmpty else { return [] }
    return layOut(names, widths) + [widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap)]
  }

  /// The lines of a row, the `number`th from 0.
  func lines(_ row: [ResultValue], number: Int) -> [String] {
    guard !names.isEmpty else { return [] }
    let cells = row.map { ScreenText.visible(ValueText.cell($0)) }
    if let widths { return layOut(cells, widths) }
    let nameWidth = names.map(columns).max() ?? 0
    let valueWidth = max(Self.leastWidth, (options.width ?? .max) - nameWidth - Self.gap.count)
    var lines = number > 0 ? [""] : []
    for (name, cell) in zip(names, cells) {
      for (part, text) in pieces(cell, valueWidth).enumerated() {
        lines.append(text.isEmpty ? name : padded(part == 0 ? name : "", nameWidth) + Self.gap + text)
      }
    }
    return lines
  }

  /// The lines of one row.
  private func layOut(_ cells: [String], _ widths: [Int]) -> [String] {
    let parts = zip(cells, widths).map { pieces($0, $1) }
    return (0..<(parts.map(\.count).max() ?? 0)).map { line in
      var text = ""
      for (column, width) in widths.enumerated() {
        let piece = column < parts.count && line < parts[column].count ? parts[column][line] : ""
        if column > 0 { text += Self.gap }
        let blanks = String(repeating: " ", count: max(0, width - columns(piece)))
        text += isNumeric[column] ? blanks + piece : piece + blanks
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private func pieces(_ cell: String, _ width: Int) -> [String] {
    // Where nothing limits the table, only a row behind the sample can be wider than its columns.
    guard options.width != nil, columns(cell) > width else { return [cell] }
    switch options.overflow {
    case .wrap: return LineBreaker(width: width, ambiguousIsWide: options.ambiguousIsWide).lines(of: cell)
    case .cut:
      let mark = options.ambiguousIsWide ? ".." : "…"
      var text = String.UnicodeScalarView()
      var room = width - columns(mark)
      for scalar in cell.unicodeScalars {
        room -= EastAsianWidth.columns(scalar, ambiguousIsWide: options.ambiguousIsWide)
        if room < 0 { break }
        text.append(scalar)
      }
      return [String(text) + mark]
    }
  }

  /// Widths that fit the screen, the widest columns narrowed first; nil where columns would be too narrow to read.
  private static func fitted(_ natural: [Int], _ width: Int?) -> [Int]? {
    guard let width else { return natural }
    let room = width - gap.count * (natural.count - 1)
    guard natural.reduce(0, +) > room else { return natural }
    var low = 0
    var high = natural.max() ?? 0
    while low < high {
      let middle = (low + high + 1) / 2
      if natural.reduce(0, { $0 + min($1, middle) }) <= room { low = middle } else { high = middle - 1 }
    }
    guard low >= leastWidth else { return nil }
    var widths = natural.map { min($0, low) }
    var rest = room - widths.reduce(0, +)
    for column in natural.indices where rest > 0 && natural[column] > low {
      widths[column] += 1
      rest -= 1
    }
    return widths
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(text)))
  }

  private func columns(_ text: String) -> Int {
    EastAsianWidth.columns(text, ambiguousIsWide: options.ambiguousIsWide)
  }
}
