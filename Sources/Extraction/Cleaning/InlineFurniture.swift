import GraphModel

/// Takes furniture off the ends of articles that were copied into one line: 首页 > 要闻 > 正文 …大会召开 发布时间:… 来源:… 浏览:… in
/// front, 责任编辑:… 上一篇:… 版权所有 … behind.
struct InlineFurniture: CleaningStep {
  private static let headLength = 400
  private static let tailLength = 600

  func apply(to text: inout CleaningText) {
    let folded = text.folded
    let lines = text.lines
    guard let first = lines.first(where: \.isProse), let last = lines.last(where: \.isProse) else { return }
    var facts = PageFacts()
    var spans: [Span] = []
    if let path = breadcrumb(folded, first.content) { spans.append(path) }
    if let head = head(folded, Span(spans.last?.end ?? first.content.start, first.content.end), &facts) {
      let title = Span(spans.last?.end ?? first.content.start, head.start)
      if text.metadata.title == nil, (8...120).contains(title.count) {
        text.metadata.title = text.text.string(title).trimmed
      }
      spans.append(head)
    }
    if let tail = tail(folded, last.content, &facts), tail.start >= spans.last?.end ?? 0 { spans.append(tail) }
    facts.write(to: &text)
    text.remove(spans, reason: "page-line")
  }

  /// 首页 > 新闻 > 正文 at the start of a line.
  private func breadcrumb(_ text: ScalarText, _ line: Span) -> Span? {
    let start = line.start
    let window = line.clipped(to: 80)
    let isPath =
      FurnitureWords.lineStarts.longestMatch(in: text, at: start, limit: window.end)?.value == "navigation"
      || FurnitureWords.labels.longestMatch(in: text, at: start, limit: window.end)?.value == .action
    guard isPath, let mark = window.range.last(where: { text[$0] == ">" || text[$0] == "»" }) else { return nil }
    var end = mark + 1
    while end < line.end, text[end].isBlank || text[end] == ">" { end += 1 }
    let word = end
    while end < window.end, text[end].isHanzi { end += 1 }
    // The last step of the path ends at a blank; without one it cannot be told from the title.
    if end < line.end, !text[end].isBlank { end = word }
    while end < line.end, text[end].isBlank { end += 1 }
    return Span(start, end)
  }

  /// The date, source and counters before the first full stop.
  private func head(_ text: ScalarText, _ line: Span, _ facts: inout PageFacts) -> Span? {
    let window = line.clipped(to: Self.headLength)
    for index in window.range {
      if text[index] == "。" { return nil }
      guard index == line.start || FurnitureLine.isSeparator(text[index - 1]) || text[index - 1].isHanzi,
        let (_, kind) = FurnitureWords.labels.longestMatch(in: text, at: index, limit: window.end),
        kind == .date || kind == .source || kind == .count || kind == .vagueDate,
        let parsed = FurnitureLine(prefixOf: Span(index, window.end), in: text, inline: true)
      else { continue }
      let hasDate = parsed.items.contains { $0.date != nil && $0.kind != nil }
      guard hasDate || parsed.items.count >= 2 && parsed.isStrong, parsed.items[0].hasColon else { continue }
      facts.gather(parsed, in: text)
      var start = index
      while start > line.start, FurnitureLine.isSeparator(text[start - 1]), text[start - 1] != ")" { start -= 1 }
      var end = parsed.end
      while end < line.end, text[end].isBlank || text[end] == "]" || text[end] == "|" { end += 1 }
      return Span(start, end)
    }
    return nil
  }

  /// Editors, links and owners' lines after the last full stop that is the article's.
  private func tail(_ text: ScalarText, _ line: Span, _ facts: inout PageFacts) -> Span? {
    let floor = max(line.start, line.end - Self.tailLength)
    for index in floor..<line.end {
      let isStart = index > line.start && (text[index - 1] == "。" || FurnitureLine.isSeparator(text[index - 1]))
      guard isStart, hasStop(text, before: index) else { continue }
      let rest = Span(index, line.end)
      if FurnitureWords.lineStarts.longestMatch(in: text, at: index, limit: line.end)?.value == "navigation"
        || FurnitureWords.tailStarts.longestMatch(in: text, at: index, limit: line.end) != nil
      {
        return widened(rest, text, line)
      }
      if let parsed = FurnitureLine(prefixOf: rest, in: text, inline: true),
        parsed.items[0].kind == .editor && parsed.items[0].hasColon || parsed.end == rest.end && parsed.isStrong,
        !text[Span(parsed.end, line.end)].contains("。")
      {
        facts.gather(parsed, in: text)
        return widened(rest, text, line)
      }
      if let place = FurnitureWords.first(of: FurnitureWords.sitePhrases, text, rest.clipped(to: 24)), place == index {
        return widened(rest, text, line)
      }
    }
    return nil
  }

  /// Whether a sentence of the line ends shortly before a position: what follows it is not inside one.
  private func hasStop(_ text: ScalarText, before index: Int) -> Bool {
    var place = index - 1
    while place >= 0, FurnitureLine.isSeparator(text[place]) && text[place] != "。" && text[place] != ")" { place -= 1 }
    return place >= 0 && (text[place] == "。" || text[place] == ")" || text[place] == "!" || text[place] == "”")
  }

  private func widened(_ span: Span, _ text: ScalarText, _ line: Span) -> Span {
    var start = span.start
    while start > line.start, text[start - 1].isBlank || text[start - 1] == "[" || text[start - 1] == "(" { start -= 1 }
    return Span(start, span.end)
  }
}

extension String {
  /// The string without the blanks around it.
  var trimmed: String {
    var view = Substring(self).unicodeScalars
    while let first = view.first, first.isBlank || first.isLineEnd { view.removeFirst() }
    while let last = view.last, last.isBlank || last.isLineEnd { view.removeLast() }
    return String(view)
  }
}
