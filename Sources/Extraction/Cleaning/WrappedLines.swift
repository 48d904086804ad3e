import GraphModel

/// Joins lines that a print width or a page break cut inside a paragraph.
///
/// In a text whose lines mostly reach one width every full line goes on with the next, unless that is indented or begins with a
/// heading. Elsewhere a line end goes only where the sentence plainly goes on: behind a comma, before a mark that cannot begin a
/// line, or after a long line of prose that ends without any mark.
struct WrappedLines: CleaningStep {
  /// The widest print line, in columns of half-width characters.
  private static let widest = 120

  func apply(to text: inout CleaningText) {
    let folded = text.folded
    let lines = text.lines.filter { !$0.isEmpty }
    guard lines.count > 1 else { return }
    // No line of print is as long as some are here: then their widths need not be told.
    let isPrint = lines.allSatisfy { $0.content.end - $0.span.start <= Self.widest }
    let columns = isPrint ? lines.map { width(folded, Span($0.span.start, $0.content.end)) } : []
    let print = printWidth(columns)
    let indents = lines.map { $0.content.start - $0.span.start }
    let indented = indents.filter { $0 >= 2 }.count
    let marksParagraphs = indented > 0 && indented * 2 < lines.count
    var spans: [Span] = []
    for index in 0..<(lines.count - 1) {
      let (line, next) = (lines[index], lines[index + 1])
      let isAdjacent = line.whole.end == next.span.start
      let last = folded[line.content.end - 1]
      let first = folded[next.content.start]
      let joins: Bool
      if next.content.start - next.span.start >= 2 && indents[index + 1] > (print == nil ? 0 : indents.min() ?? 0)
        || Headings.starts(folded, at: next.content.start, limit: next.content.end)
      {
        // Marks of paragraphs, except where a comma says otherwise.
        joins = false
      } else if let print, isAdjacent, columns[index] >= print - 6 {
        joins = !last.endsSentence && !(last.closes && endsSentence(folded, line.content)) || marksParagraphs
      } else {
        joins = goesOn(folded, line, next, last, first, isAdjacent: isAdjacent)
      }
      guard joins else { continue }
      if last.value < 0x80, first.value < 0x80, last.isLetter || last.isDigit, first.isLetter, isAdjacent {
        text.replace(at: line.span.end, with: " ")
        if line.content.end < line.span.end { spans.append(Span(line.content.end, line.span.end)) }
        if next.span.start < next.content.start { spans.append(Span(next.span.start, next.content.start)) }
      } else {
        spans.append(Span(line.content.end, next.content.start))
      }
    }
    text.remove(spans, reason: "line-end")
  }

  private func goesOn(
    _ text: ScalarText, _ line: TextLine, _ next: TextLine, _ last: Unicode.Scalar, _ first: Unicode.Scalar,
    isAdjacent: Bool
  ) -> Bool {
    // 会上 / , / 甲某说: a comma on a line of its own.
    if isMarkAlone(text, next.content) { return line.hanzi > 0 && (last.isHanzi || last.isDigit || last.closes) }
    if isMarkAlone(text, line.content) { return first.isHanzi || first.isDigit || first == "“" || first == "《" }
    // 3月4日下午, / 甲推介会举行
    if last == ",", line.hanzi >= 4, next.hasStop, next.hanzi >= 10, first.isHanzi || first.isDigit { return true }
    guard line.hanzi >= 10 else { return false }
    if first == "," || first == "、" || first == "。" || first == ";" || first == "”" || first == "》" {
      return last.isHanzi || last.isDigit || last.isLetter || last.closes
    }
    guard first.isHanzi || first.isDigit || first == "“" || first == "《" else { return false }
    if last == "," || last == "、" { return line.hanzi >= 20 && (line.commas > 1 || line.hasStop) }
    guard isAdjacent, last.isHanzi, first.isHanzi else { return false }
    return line.hanzi >= 60 && line.hasStop && next.hasStop && next.hanzi >= 10
  }

  /// Whether a line is nothing but a comma.
  private func isMarkAlone(_ text: ScalarText, _ content: Span) -> Bool {
    content.count == 1 && (text[content.start] == "," || text[content.start] == "、")
  }

  /// Whether a line whose last scalar closes a quotation or a bracket ends a sentence inside it.
  private func endsSentence(_ text: ScalarText, _ content: Span) -> Bool {
    content.count > 1 && text[content.end - 2].endsSentence
  }

  /// The width that most lines reach, in columns; nil where there is none.
  private func printWidth(_ columns: [Int]) -> Int? {
    guard columns.count >= 6, let most = columns.max(), most <= Self.widest, most >= 40 else { return nil }
    let full = columns.filter { $0 >= most - 6 }.count
    return full * 2 >= columns.count ? most : nil
  }

  private func width(_ text: ScalarText, _ span: Span) -> Int {
    text[span].reduce(0) { $0 + ($1.value < 0x80 && !$1.isBlank ? 1 : $1.isBlank ? 1 : 2) }
  }
}
