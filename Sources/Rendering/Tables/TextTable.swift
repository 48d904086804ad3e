import GraphModel

/// Columns for the eye: blanks between them, a line of hyphens under the names, no frames, so that a copied cell is the cell.
///
/// Widths are terminal columns (`EastAsianWidth`). A table wider than the screen narrows its widest columns; where even
/// that does not fit, each row becomes a block of `name  value` lines.
struct TextTable {
  private let table: ResultTable
  private let options: TableOptions
  private static let gap = "  "
  private static let leastWidth = 8

  init(_ table: ResultTable, options: TableOptions) {
    self.table = table
    self.options = options
  }

  /// Which columns hold numbers only (or nothing), and at least one.
  static func numericColumns(of table: ResultTable) -> [Bool] {
    table.columns.indices.map { column in
      var seen = false
      for row in table.rows where column < row.count {
        switch row[column] {
        case .null: continue
        case .value(.integer), .value(.float): seen = true
        default: return false
        }
      }
      return seen
    }
  }

  func write(to sink: ([UInt8]) throws -> Void) rethrows {
    guard !table.columns.isEmpty else { return }
    let names = table.columns.map(ScreenText.visible)
    let cells = table.rows.map { $0.map { ScreenText.visible(ValueText.cell($0)) } }
    var natural = names.map { options.header ? columns($0) : 0 }
    for row in cells {
      for (column, cell) in zip(natural.indices, row) { natural[column] = max(natural[column], columns(cell)) }
    }
    var lines = LineSink()
    if let widths = fitted(natural) {
      try writeColumns(names, cells, widths, &lines, to: sink)
    } else {
      try writeBlocks(names, cells, &lines, to: sink)
    }
    try lines.flush(to: sink)
  }

  private func writeColumns(
    _ names: [String], _ cells: [[String]], _ widths: [Int], _ lines: inout LineSink, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    let isNumeric = Self.numericColumns(of: table)
    if options.header {
      for line in layOut(names, widths, isNumeric) { try lines.line(line, to: sink) }
      try lines.line(widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap), to: sink)
    }
    for row in cells {
      for line in layOut(row, widths, isNumeric) { try lines.line(line, to: sink) }
    }
  }

  private func writeBlocks(
    _ names: [String], _ cells: [[String]], _ lines: inout LineSink, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    let nameWidth = names.map(columns).max() ?? 0
    let valueWidth = max(Self.leastWidth, (options.width ?? .max) - nameWidth - Self.gap.count)
    for (index, row) in cells.enumerated() {
      if index > 0 { try lines.line("", to: sink) }
      for (name, cell) in zip(names, row) {
        for (part, text) in pieces(cell, valueWidth).enumerated() {
          let line = padded(part == 0 ? name : "", nameWidth) + Self.gap + text
          try lines.line(text.isEmpty ? name : line, to: sink)
        }
      }
    }
  }

  /// The lines of one row.
  private func layOut(_ cells: [String], _ widths: [Int], _ isNumeric: [Bool]) -> [String] {
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
    guard columns(cell) > width else { return [cell] }
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
  private func fitted(_ natural: [Int]) -> [Int]? {
    guard let width = options.width else { return natural }
    let room = width - Self.gap.count * (natural.count - 1)
    guard natural.reduce(0, +) > room else { return natural }
    var low = 0
    var high = natural.max() ?? 0
    while low < high {
      let middle = (low + high + 1) / 2
      if natural.reduce(0, { $0 + min($1, middle) }) <= room { low = middle } else { high = middle - 1 }
    }
    guard low >= Self.leastWidth else { return nil }
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
