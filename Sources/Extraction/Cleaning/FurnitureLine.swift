import GraphModel

/// A line, or a stretch of one, that is nothing but labels with their values, buttons and platforms' names: 发布时间:… 来源:…
/// 浏览:20次 【打印】 【关闭】.
struct FurnitureLine {
  /// One label with its value.
  struct Item {
    /// What the label stands before; nil for a date without a label.
    var kind: FurnitureWords.Kind?
    /// The value; empty where there is none.
    var value: Span
    /// The date, where the value is one.
    var date: PartialDate?
    /// Whether a colon stands between label and value.
    var hasColon: Bool
  }

  /// The items in order; never empty.
  private(set) var items: [Item] = []
  /// Where reading ended.
  private(set) var end: Int

  /// Reads a whole stretch; nil where anything else stands in it.
  init?(_ text: ScalarText, _ span: Span) {
    guard let line = Self(prefixOf: span, in: text), line.end == span.end else { return nil }
    self = line
  }

  /// Reads as many items as stand at the start of a stretch; nil where none does.
  ///
  /// - Parameter inline: whether more text may follow on the line, so that names and sources end at a blank.
  init?(prefixOf span: Span, in text: ScalarText, inline: Bool = false) {
    end = span.start
    var index = span.start
    while true {
      while index < span.end, Self.isSeparator(text[index]) { index += 1 }
      guard index < span.end,
        let (item, next) = Self.item(text, index, span.end, inline) ?? Self.publisher(text, index, span.end, items.last)
      else { break }
      items.append(item)
      index = next
      end = next
    }
    if index == span.end, !items.isEmpty { end = index }
    if items.isEmpty { return nil }
  }

  /// Whether the line says that it is none of the article by more than names: a publishing date, a source, a counter, a button.
  var isStrong: Bool {
    items.contains { item in
      switch item.kind {
      case .date, .source, .count, .font, .action, .note: true
      case .vagueDate: item.date != nil || item.value.isEmpty
      case .editor: item.hasColon
      default: false
      }
    }
  }

  private static func item(_ text: ScalarText, _ start: Int, _ limit: Int, _ inline: Bool) -> (Item, Int)? {
    if let (date, end) = PageDates.date(in: text, at: start, limit: limit) {
      return (Item(kind: nil, value: Span(start, end), date: date, hasColon: false), end)
    }
    if let end = edition(text, start, limit) {
      return (Item(kind: .action, value: Span(end, end), hasColon: false), end)
    }
    guard let (labelEnd, kind) = FurnitureWords.labels.longestMatch(in: text, at: start, limit: limit) else {
      return nil
    }
    var index = skipBlanks(text, labelEnd, limit)
    var hasColon = false
    if index < limit, text[index] == ":" {
      hasColon = true
      index = skipBlanks(text, index + 1, limit)
    }
    switch kind {
    case .action:
      // A button's word may begin another word: only what ends here is one.
      let isWhole =
        labelEnd == limit || !text[labelEnd].isHanzi
        || FurnitureWords.labels.longestMatch(in: text, at: labelEnd, limit: limit) != nil
      return isWhole ? (Item(kind: kind, value: Span(index, index), hasColon: hasColon), index) : nil
    case .date, .vagueDate:
      if let (date, end) = PageDates.date(in: text, at: index, limit: limit) {
        return (Item(kind: kind, value: Span(index, end), date: date, hasColon: hasColon), end)
      }
      return hasColon && index == limit ? (Item(kind: kind, value: Span(index, index), hasColon: true), index) : nil
    case .count, .pages:
      let start = index
      while index < limit, text[index].isDigit || ",.[]()+万 ".unicodeScalars.contains(text[index]) { index += 1 }
      let hasNumber = text[Span(start, index)].contains { $0.isDigit }
      // 字 is a unit, but 字体 the next label.
      if index < limit, let unit = units.longestMatch(in: text, at: index, limit: limit),
        FurnitureWords.labels.longestMatch(in: text, at: index, limit: limit).map({ $0.end <= unit.end }) ?? true
      {
        index = unit.end
      }
      guard
        hasColon || hasNumber && (kind == .pages ? text[index - 1] == "页" : true) || index == limit && kind == .count
      else { return nil }
      if kind == .count, !hasColon, index < limit, text[index].isHanzi,
        FurnitureWords.labels.longestMatch(in: text, at: index, limit: limit) == nil
      {
        return nil
      }
      return (Item(kind: kind, value: Span(start, index), hasColon: hasColon), index)
    case .font:
      while index < limit, text[index].isBlank || "大中小特超默认标准[]()|/+-AaTt:".unicodeScalars.contains(text[index]) {
        index += 1
      }
      return (Item(kind: kind, value: Span(index, index), hasColon: hasColon), index)
    case .source, .author, .editor, .note:
      let end = valueEnd(text, index, limit, inline)
      var value = Span(index, end)
      while value.end > value.start, isSeparator(text[value.end - 1]), text[value.end - 1] != ")" { value.end -= 1 }
      guard value.count <= 45, !text[value].contains(where: { $0.endsSentence && $0 != ";" }) else { return nil }
      if hasColon { return (Item(kind: kind, value: value, hasColon: true), end) }
      guard kind == .author || kind == .editor, !value.isEmpty, PersonNames.isNames(text, value),
        labelEnd - start >= 2 || text[labelEnd].isBlank
      else { return nil }
      return (Item(kind: kind, value: value, hasColon: false), end)
    }
  }

  /// A publisher without a label beside a date: 2012年08月24日 09:38 某某新闻网.
  private static func publisher(_ text: ScalarText, _ start: Int, _ limit: Int, _ last: Item?) -> (Item, Int)? {
    var end = start
    while end < limit, end - start <= 16, text[end].isHanzi { end += 1 }
    guard (2...16).contains(end - start), publisherEnds.contains(text[end - 1]), end == limit || isSeparator(text[end])
    else {
      return nil
    }
    var next = end
    while next < limit, isSeparator(text[next]) { next += 1 }
    let standsByDate =
      last.map { $0.kind == nil && $0.date != nil } ?? (PageDates.date(in: text, at: next, limit: limit) != nil)
    guard standsByDate else { return nil }
    return (Item(kind: .source, value: Span(start, end), hasColon: false), end)
  }

  private static let publisherEnds = Set("网报社台心办局部委厅视号线道府室刊布".unicodeScalars)

  /// Where the value that starts at a position ends: before the next label with its colon, a date or a button after a blank.
  private static func valueEnd(_ text: ScalarText, _ start: Int, _ limit: Int, _ inline: Bool) -> Int {
    var index = start
    let limit = min(limit, start + 60)
    while index < limit {
      let afterGap = index > start && isSeparator(text[index - 1])
      if inline, text[index].isBlank, index > start { return index }
      if let (end, kind) = FurnitureWords.labels.longestMatch(in: text, at: index, limit: limit) {
        let next = skipBlanks(text, end, limit)
        if next < limit, text[next] == ":" { return index }
        if afterGap {
          switch kind {
          case .count where next < limit && (text[next].isDigit || text[next] == "[" || text[next] == "("): return index
          case .action where end == limit || isSeparator(text[end]): return index
          case .font: return index
          case .author where end - index >= 2 && end < limit && text[end].isBlank && index > start: return index
          default: break
          }
        }
      }
      if afterGap, text[index].isDigit, PageDates.date(in: text, at: index, limit: limit) != nil { return index }
      index += 1
    }
    return limit
  }

  /// The end of the name of a newspaper's page: 第A05版:综合新闻, 02版.
  private static func edition(_ text: ScalarText, _ start: Int, _ limit: Int) -> Int? {
    var index = start
    let hasOrdinal = text[index] == "第"
    if hasOrdinal { index += 1 }
    let number = index
    while index < limit, index < number + 4, text[index].isDigit || text[index].isLetter { index += 1 }
    guard index > number, index < limit, text[index] == "版", text[Span(number, index)].contains(where: { $0.isDigit }),
      hasOrdinal || index - number <= 3
    else { return nil }
    index = skipBlanks(text, index + 1, limit)
    if index < limit, text[index] == ":" { index = skipBlanks(text, index + 1, limit) }
    guard limit - index <= 12, text[Span(index, limit)].allSatisfy({ $0.isHanzi || $0 == "·" || $0.isBlank }) else {
      return nil
    }
    return limit
  }

  private static let units = WordTrie(words: [
    "次", "人次", "人", "人阅读", "人浏览", "人看过", "条", "字", "页", "loading...", "加载中...", "个", "位访问者", "次阅读", "次浏览",
  ])

  private static func skipBlanks(_ text: ScalarText, _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, text[index].isBlank { index += 1 }
    return index
  }

  /// Whether a scalar may stand between items.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isBlank { return true }
    switch scalar {
    case "|", "/", "\\", "·", "[", "]", "(", ")", ",", ";", ":", ">", "<", "-", "—", "_", "+", "*", "■", "□", "●", "◎",
      "▲", "◆",
      "★", "☆", "»", "«", "›", "↑", "↓", "→", "←", "×", "、", "{", "}", "▼", "#", "=", "。", "✦", "☰", "\u{FFFD}":
      return true
    default: return false
    }
  }
}
