import Extraction
import GraphModel

/// Rows of short lines without marks, as pages made for telephones break their sentences: 县委书记甲某 / 县长乙某 / 出席开工仪式.
struct BrokenLines {
  /// How long a line of such a row is at most, in scalars, and how many lines a row has at least.
  private static let longest = 24
  private static let fewest = 5
  private static let others: ScalarSet = "。,，;；:：!！?？、…"

  /// The rows, in order.
  private var rows: [Span] = []

  /// - Parameter lines: the lines of the text that hold something, in order.
  init(_ text: ScalarText, lines: [Span]) {
    var first: Int?
    func isShort(_ line: Span) -> Bool {
      guard line.count <= Self.longest,
        text[line.start].isHan || text[line.start].isLatinOrDigit || text[line.start] == "“",
        text[line].contains(where: \.isHan)
      else { return false }
      // A label, or a sentence of its own.
      return !text[line].contains { ":：。".unicodeScalars.contains($0) } && !Self.others.contains(text[line.end - 1])
    }
    for index in 0...lines.count {
      if index < lines.count, isShort(lines[index]) {
        first = first ?? index
      } else if let start = first {
        if index - start >= Self.fewest { rows.append(Span(lines[start].start, lines[index - 1].end)) }
        first = nil
      }
    }
  }

  /// Whether the sentence goes on over the line end at a position.
  func goOn(over position: Int) -> Bool {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].start <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 && position < rows[low - 1].end
  }
}
