import GraphModel

/// Takes out the marks of page breaks that were copied into the text: 第7页,共11页 anywhere, - 3 - and 3/11 on a line of their
/// own; with them the line end and the blank by which they cut a sentence.
struct PageMarks: CleaningStep {
  func apply(to text: inout CleaningText) {
    let scalars = text.folded.scalars
    var spans: [Span] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "第", let end = numberedPage(scalars, index) else {
        index += 1
        continue
      }
      spans.append(widened(Span(index, end), scalars, floor: spans.last?.end ?? 0))
      index = spans[spans.count - 1].end
    }
    text.remove(spans, reason: "page-mark")
    let folded = text.folded
    let lines = text.lines.filter {
      !$0.isEmpty && $0.content.count <= 12 && isBareNumber(folded, $0.content)
    }
    text.remove(lines.map(\.whole), reason: "page-mark")
  }

  /// The end of 第N页 共M页 with N not above M, blanks and one comma or stroke allowed.
  private func numberedPage(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    var index = start + 1
    func blanks() { while index < scalars.count, scalars[index].isBlank { index += 1 } }
    func number() -> Int? {
      blanks()
      var value: Int?
      while index < scalars.count, scalars[index].isDigit, (value ?? 0) < 100_000 {
        value = (value ?? 0) * 10 + Int(scalars[index].value - 0x30)
        index += 1
      }
      blanks()
      return value
    }
    func take(_ scalar: Unicode.Scalar) -> Bool {
      guard index < scalars.count, scalars[index] == scalar else { return false }
      index += 1
      return true
    }
    guard let page = number(), take("页") else { return nil }
    blanks()
    _ = take(",") || take("/") || take("|") || take("、")
    blanks()
    guard take("共"), let all = number(), take("页"), page <= all else { return nil }
    return index
  }

  /// The mark with the blanks and line ends around it, where it stands inside a sentence; on a line of its own with the line.
  private func widened(_ mark: Span, _ scalars: [Unicode.Scalar], floor: Int) -> Span {
    var start = mark.start
    var end = mark.end
    while start > floor, scalars[start - 1].isBlank { start -= 1 }
    while end < scalars.count, scalars[end].isBlank { end += 1 }
    let atStart = start == 0 || scalars[start - 1] == "\n"
    let atEnd = end == scalars.count || scalars[end] == "\n"
    guard atStart || atEnd else { return Span(start, end) }
    var before = start
    while before > floor, scalars[before - 1].isBlank || scalars[before - 1] == "\n" { before -= 1 }
    var after = end
    while after < scalars.count, scalars[after].isBlank || scalars[after] == "\n" { after += 1 }
    let cutsSentence =
      before > 0 && after < scalars.count && (scalars[before - 1].isHanzi || scalars[before - 1].joinsClauses)
      && (scalars[after].isHanzi || scalars[after].joinsClauses) && isLongLine(scalars, endingAt: before)
    if cutsSentence { return Span(before, after) }
    // A paragraph ends here: its line end stays.
    return atStart && atEnd
      ? Span(start, min(end + 1, scalars.count)) : atStart ? Span(start, end) : Span(start, mark.end)
  }

  /// Whether enough text for a full line of print stands before a position: then the line goes on after the mark.
  private func isLongLine(_ scalars: [Unicode.Scalar], endingAt end: Int) -> Bool {
    let start = end - 24
    return start >= 0 && !scalars[start..<end].contains("\n")
  }

  /// Whether a line is a page number only: - 3 -, — 3 —, ·3·, 3/11, 3 of 11.
  private func isBareNumber(_ text: ScalarText, _ content: Span) -> Bool {
    let parts = text[content].filter { !$0.isBlank }
    guard let first = parts.first, let last = parts.last else { return false }
    let digits = parts.filter(\.isDigit).count
    let framed = "-—–~·".unicodeScalars.contains(first) && first == last
    if framed { return digits > 0 && parts.allSatisfy { $0.isDigit || $0 == first } }
    let slashes = parts.filter { $0 == "/" }.count
    return slashes == 1 && first.isDigit && last.isDigit && digits == parts.count - 1 && digits <= 6
  }
}
