import GraphModel

/// Goes over the lines of a page once and says which are none of the article, and what they tell about it.
struct FurnitureReader {
  /// The lines to take out, in order, each with the reason.
  private(set) var removed: [Removal] = []
  /// What the lines tell about the article.
  private(set) var facts = PageFacts()

  private enum Zone { case head, body, tail }

  private let text: ScalarText
  private let lines: [TextLine]
  /// Where the article's first and last line of prose stand.
  private var firstProse: Int
  private var lastProse: Int
  /// A label without value on the line before: its value may stand on this one.
  private var pending: FurnitureWords.Kind?
  private var lastWasRemoved = false
  /// Whether the document is minutes or an invitation, where 时间 and 地点 are content.
  private let tellsPlace: Bool

  /// Prepares to read a folded text with its lines.
  init(_ text: ScalarText, lines: [TextLine]) {
    self.text = text
    self.lines = lines
    func isArticle(_ line: TextLine) -> Bool {
      line.isProse
        && FurnitureWords.first(of: FurnitureWords.sharingPhrases, text, line.content.clipped(to: 200)) == nil
        && (line.hanzi > 200 || FurnitureWords.first(of: FurnitureWords.sitePhrases, text, line.content) == nil)
    }
    firstProse = lines.firstIndex(where: isArticle) ?? lines.count
    lastProse = lines.lastIndex(where: isArticle) ?? -1
    tellsPlace = lines.contains { line in
      let content = line.content
      return content.count >= 3 && content.count < 60
        && (text[content].starts(with: Self.place) || text[content].starts(with: Self.venue))
    }
  }

  private static let place = Array("地点:".unicodeScalars)
  private static let venue = Array("会议地点".unicodeScalars)

  /// Reads all lines.
  mutating func read() {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isEmpty {
        index += 1
        continue
      }
      let zone: Zone = index < firstProse ? .head : index > lastProse ? .tail : .body
      if zone == .tail, lastProse >= 0, beginsTailList(line) {
        for rest in lines[index...] where !rest.isEmpty { readEditors(rest) }
        for rest in lines[index...] { remove(rest, "navigation") }
        break
      }
      if let reason = reason(for: line, zone) {
        remove(line, reason)
        lastWasRemoved = true
      } else {
        pending = nil
        lastWasRemoved = false
      }
      index += 1
    }
  }

  private mutating func remove(_ line: TextLine, _ reason: String) {
    removed.append(Removal(span: line.whole, reason: reason))
  }

  /// Why a line is none of the article; nil for lines that are.
  private mutating func reason(for line: TextLine, _ zone: Zone) -> String? {
    let content = line.content
    if content.count <= 300, FurnitureWords.first(of: FurnitureWords.sharingPhrases, text, content) != nil {
      return "sharing-site"
    }
    guard content.count <= 200 else { return nil }
    if isLimit(content) || isUnfinished(content) { return "sharing-site" }
    if line.isProse, zone == .body { return nil }
    if zone != .body, FurnitureWords.first(of: FurnitureWords.sitePhrases, text, content) != nil {
      readEditors(line)
      return "site"
    }
    if line.hasStop, line.hanzi >= 20 { return nil }
    if let parsed = FurnitureLine(text, content), accepts(parsed, line, zone) {
      gather(parsed)
      // The date under a speech's title tells when it was given: it is known now, and it stays.
      if parsed.items.count == 1, parsed.items[0].kind == nil, !text[content].contains(":"), text[content].contains("年")
      {
        return nil
      }
      return parsed.items.contains { $0.kind == .editor || $0.kind == .author } && !parsed.isPageLine
        ? "editors" : parsed.items.allSatisfy { $0.kind == .action } ? "navigation" : "page-line"
    }
    if let value = pendingValue(line) { return value }
    var start = content.start
    while start < content.end, text[start] == "•" || text[start] == "·" || text[start] == ">" || text[start].isBlank {
      start += 1
    }
    if let (end, reason) = FurnitureWords.lineStarts.longestMatch(in: text, at: start, limit: content.end) {
      if text[Span(start, end)].suffix(2).elementsEqual(Self.whereabouts) { readTrail(Span(end, content.end)) }
      return reason == "navigation" && line.hasStop ? nil : reason
    }
    if zone != .head, let names = signature(content) {
      facts.authors.append(names)
      return "editors"
    }
    if isBreadcrumb(content) {
      readTrail(content)
      return "navigation"
    }
    if zone == .head, isMenu(content) { return "navigation" }
    if zone == .tail, lastProse >= 0 {
      if FurnitureWords.siteStarts.longestMatch(in: text, at: content.start, limit: content.end) != nil {
        return "site"
      }
      if isPlatform(content) { return "share" }
    }
    // Brackets and strokes left over from a line that was taken out.
    if lastWasRemoved, text[content].allSatisfy({ FurnitureLine.isSeparator($0) }) { return "page-line" }
    return nil
  }

  /// Whether items that fill a line are furniture where the line stands.
  private func accepts(_ parsed: FurnitureLine, _ line: TextLine, _ zone: Zone) -> Bool {
    if parsed.items.allSatisfy({ $0.kind == nil }) { return zone == .head || lastWasRemoved && zone == .body }
    if tellsPlace, parsed.items.contains(where: { $0.kind == .vagueDate }), parsed.items.count == 1 { return false }
    if parsed.isStrong { return true }
    return zone != .body || lastWasRemoved
  }

  private mutating func gather(_ parsed: FurnitureLine) {
    facts.gather(parsed, in: text)
    pending = parsed.items.last.flatMap { $0.value.isEmpty && $0.hasColon ? $0.kind : nil }
  }

  /// Whether a line is the value of a label that ended the line before.
  private mutating func pendingValue(_ line: TextLine) -> String? {
    guard let kind = pending, line.content.count <= 30, !line.hasStop else { return nil }
    let content = line.content
    switch kind {
    case .source:
      facts.source = facts.source ?? content
    case .author, .editor:
      guard PersonNames.isNames(text, content) else { return nil }
      facts.authors.append(content)
    case .count:
      guard text[content].allSatisfy({ $0.isDigit || FurnitureLine.isSeparator($0) || $0 == "次" }) else { return nil }
    default: return nil
    }
    pending = nil
    return "page-line"
  }

  /// The names in a line that says nothing but whose paper's reporter wrote: 某某日报记者 王某.
  private func signature(_ content: Span) -> Span? {
    guard content.count <= 40, !text[content].contains(where: { $0.endsSentence || $0 == "," || $0 == ":" }) else {
      return nil
    }
    for index in content.range.dropLast(3) where text[index] == "记" && text[index + 1] == "者" {
      guard index > content.start, "报网台社体心端".unicodeScalars.contains(text[index - 1]) else { return nil }
      let names = Span(index + 2, content.end)
      return PersonNames.isNames(text, names) ? names : nil
    }
    return nil
  }

  /// Takes up the names behind 编辑 and its like that stand somewhere in a line that goes.
  private mutating func readEditors(_ line: TextLine) {
    guard line.content.count <= 200 else { return }
    var index = line.content.start
    while index < line.content.end {
      let isStart = index == line.content.start || FurnitureLine.isSeparator(text[index - 1])
      guard isStart, let parsed = FurnitureLine(prefixOf: Span(index, line.content.end), in: text),
        parsed.items.contains(where: { ($0.kind == .editor || $0.kind == .author) && $0.hasColon })
      else {
        index += 1
        continue
      }
      gather(parsed)
      index = max(parsed.end, index + 1)
    }
    pending = nil
  }

  private static let whereabouts = Array("位置".unicodeScalars)

  /// Takes up the site that a trail leads through: 永嘉网 > 新闻中心 > 正文, 首页 > 永嘉新闻.
  private mutating func readTrail(_ trail: Span) {
    guard facts.site == nil else { return }
    let steps = text[trail].split { FurnitureLine.isSeparator($0) || $0 == "-" || $0 == "→" }
    for step in steps.prefix(3) {
      let span = Span(step.startIndex, step.endIndex)
      guard (3...16).contains(span.count), FurnitureWords.sites.longestMatch(in: text, endingAt: span.end) != nil,
        FurnitureWords.columns.longestMatch(in: text, at: span.start) == nil
      else { continue }
      facts.site = span
      return
    }
  }

  /// 首页 > 新闻 > 正文, 首页 / 时政 / 正文.
  private func isBreadcrumb(_ content: Span) -> Bool {
    guard content.count <= 80 else { return false }
    let marks = text[content].filter { $0 == ">" || $0 == "»" || $0 == "›" || $0 == "/" || $0 == "→" || $0 == "|" }
      .count
    guard marks >= 1,
      let (end, kind) = FurnitureWords.labels.longestMatch(in: text, at: content.start, limit: content.end),
      kind == .action, end < content.end
    else {
      return marks >= 2 && text[content].contains(">") && !text[content].contains { $0.endsSentence || $0 == "," }
    }
    var next = end
    while next < content.end, text[next].isBlank { next += 1 }
    return next < content.end && FurnitureLine.isSeparator(text[next])
  }

  /// A row of many short words with one that only menus have.
  private func isMenu(_ content: Span) -> Bool {
    var words = 0
    var buttons = 0
    var start = content.start
    for index in content.start...content.end where index == content.end || FurnitureLine.isSeparator(text[index]) {
      if start < index {
        guard index - start <= 8 else { return false }
        words += 1
        if let (end, kind) = FurnitureWords.labels.longestMatch(in: text, at: start, limit: index), end == index,
          kind == .action
        {
          buttons += 1
        }
      }
      start = index + 1
    }
    return words >= 4 && buttons >= 1
  }

  /// A list item of one short word behind a bullet after the article, or a title of such a list.
  private func isPlatform(_ content: Span) -> Bool {
    guard content.count <= 12 else { return false }
    let isItem = text[content.start] == "·" || text[content.start] == "-" || text[content.start] == "*"
    return isItem && text[content].contains { $0.isHanzi }
      || text[content].suffix(2).elementsEqual("矩阵".unicodeScalars)
  }

  private func beginsTailList(_ line: TextLine) -> Bool {
    var start = line.content.start
    while start < line.content.end, FurnitureLine.isSeparator(text[start]) { start += 1 }
    // 关 键 词 is often printed with blanks.
    let word = ScalarText(text[Span(start, min(line.content.end, start + 20))].filter { !$0.isBlank })
    guard let match = FurnitureWords.tailStarts.longestMatch(in: word, at: 0) else { return false }
    return match.end == word.count || line.hanzi <= 30 || !line.hasStop
  }

  /// 限制150内 of sharing sites.
  private func isLimit(_ content: Span) -> Bool {
    content.count <= 10 && text[content].prefix(2).elementsEqual("限制".unicodeScalars) && text[content].last == "内"
      && text[content].dropFirst(2).dropLast().allSatisfy(\.isDigit)
  }

  /// (未完,全文共2010字 …) of sharing sites.
  private func isUnfinished(_ content: Span) -> Bool {
    content.count <= 40 && text[content].first == "("
      && text[content].dropFirst().prefix(2).elementsEqual("未完".unicodeScalars)
  }
}

extension FurnitureLine {
  /// Whether the line tells more than who wrote and edited.
  fileprivate var isPageLine: Bool {
    items.contains { $0.kind != .author && $0.kind != .editor }
  }
}

extension Span {
  /// The span cut to a length.
  func clipped(to length: Int) -> Span { Span(start, Swift.min(end, start + length)) }
}
