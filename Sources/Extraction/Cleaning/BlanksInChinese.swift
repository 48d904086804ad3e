import GraphModel

/// Takes out blanks inside Chinese sentences: behind commas, inside a padded name (刘 婧), between a number and its unit
/// (4 月 28 日), and where lines of print once ended. Blanks between names and between parts of a headline stay.
struct BlanksInChinese: CleaningStep {
  private static let units = Set("年月日时分点号第届次个项家万亿元名位人岁周季期批".unicodeScalars)

  func apply(to text: inout CleaningText) {
    let folded = text.folded
    let scalars = folded.scalars
    var spans: [Span] = []
    for line in text.lines where !line.isEmpty {
      var gaps: [Span] = []
      var index = line.content.start
      while index < line.content.end {
        guard scalars[index].isBlank else {
          index += 1
          continue
        }
        let start = index
        while index < line.content.end, scalars[index].isBlank { index += 1 }
        gaps.append(Span(start, index))
      }
      guard !gaps.isEmpty else { continue }
      let print = line.isProse ? printWidth(gaps, line.content) : nil
      for (place, gap) in gaps.enumerated() {
        let before = place > 0 ? gaps[place - 1].end : line.content.start
        let after = place + 1 < gaps.count ? gaps[place + 1].start : line.content.end
        if isInside(scalars, gap, before: before, after: after, line: line, print: print) { spans.append(gap) }
      }
    }
    text.remove(spans, reason: "blank")
  }

  private func isInside(
    _ scalars: [Unicode.Scalar], _ gap: Span, before: Int, after: Int, line: TextLine, print: Int?
  ) -> Bool {
    let left = scalars[gap.start - 1]
    let right = scalars[gap.end]
    let isText = { (scalar: Unicode.Scalar) in scalar.isHanzi || scalar.opens || scalar.closes }
    if isMark(left), isText(right) || right.isDigit { return line.hanzi > 0 }
    if isMark(right), isText(left) { return true }
    if left.isDigit, Self.units.contains(right) { return gap.count == 1 && right != "第" }
    if right.isDigit, gap.count == 1, left == "第" || left == "月" || left == "年" { return true }
    guard isText(left), isText(right) else {
      return print != nil && (left.isHanzi || right.isHanzi) && atWidth(gap, before: before, after: after, print)
    }
    if left.isHanzi, right.isHanzi, gap.count == 1, isPaddedName(scalars, endingAt: gap.start, line.content) {
      return true
    }
    if left.isHanzi, right.isHanzi, isAlone(scalars, gap.start - 1, line.content),
      isAlone(scalars, gap.end, line.content)
    {
      return true
    }
    if atWidth(gap, before: before, after: after, print) { return true }
    guard line.isProse, gap.count == 1 else { return false }
    return run(scalars, endingAt: gap.start, line.content) >= 5 && run(scalars, startingAt: gap.end, line.content) >= 5
  }

  /// Whether a blank stands where a line of print ended: about one print width behind or before the next such place.
  private func atWidth(_ gap: Span, before: Int, after: Int, _ print: Int?) -> Bool {
    guard let print, gap.count <= 2 else { return false }
    return (print - 4...print + 2).contains(gap.start - before) || (print - 4...print + 2).contains(after - gap.end)
  }

  /// The distance at which most blanks of a long line follow each other, where there is one.
  private func printWidth(_ gaps: [Span], _ content: Span) -> Int? {
    guard gaps.count >= 3 else { return nil }
    var counts: [Int: Int] = [:]
    for index in 1..<gaps.count { counts[gaps[index].start - gaps[index - 1].end, default: 0] += 1 }
    func near(_ width: Int) -> Int { (width - 3...width + 1).reduce(0) { $0 + (counts[$1] ?? 0) } }
    guard let best = counts.keys.filter({ $0 >= 18 && $0 <= 60 }).max(by: { (near($0), $0) < (near($1), $1) }) else {
      return nil
    }
    return near(best) * 2 >= gaps.count - 1 ? best : nil
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar.endsSentence && scalar != "…" || scalar.joinsClauses }

  private func isInSentence(_ scalar: Unicode.Scalar) -> Bool { scalar.isHanzi || scalar.isDigit || isMark(scalar) }

  /// Whether one character behind a mark, or two with a blank between them, end at a position: 、赵 or 、王 丽.
  private func isPaddedName(_ scalars: [Unicode.Scalar], endingAt end: Int, _ content: Span) -> Bool {
    var start = end - 1
    if start - 2 >= content.start, scalars[start - 1].isBlank, scalars[start - 2].isHanzi { start -= 2 }
    return start > content.start && isMark(scalars[start - 1])
  }

  /// Whether a character stands alone between blanks or marks.
  private func isAlone(_ scalars: [Unicode.Scalar], _ index: Int, _ content: Span) -> Bool {
    (index == content.start || !scalars[index - 1].isHanzi) && (index + 1 == content.end || !scalars[index + 1].isHanzi)
  }

  private func run(_ scalars: [Unicode.Scalar], endingAt end: Int, _ content: Span) -> Int {
    var start = end
    while start > content.start, end - start < 5, isInSentence(scalars[start - 1]) {
      start -= 1
    }
    return end - start
  }

  private func run(_ scalars: [Unicode.Scalar], startingAt start: Int, _ content: Span) -> Int {
    var end = start
    while end < content.end, end - start < 5, isInSentence(scalars[end]) { end += 1 }
    return end - start
  }
}
