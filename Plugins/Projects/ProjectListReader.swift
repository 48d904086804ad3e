import Extraction
import GraphModel

/// Reads lists that say of themselves that they are projects: 8个项目分别是:甲、乙、丙; 甲、乙等10个重点项目.
struct ProjectListReader {
  let words: ProjectWords
  let context: ExtractionContext
  let evidence: ProjectEvidence
  /// The longest item, in scalars.
  private static let longest = 40
  /// The most items of a list.
  private static let most = 60
  /// How far an opener may stand behind the word that says what is listed, in scalars.
  private static let reach = 12
  private static let ends: ScalarSet = "。;；,，\n!?！？"

  init(words: ProjectWords, context: ExtractionContext) {
    self.words = words
    self.context = context
    evidence = ProjectEvidence(words: words, context: context)
  }

  /// The items of the lists that an opener introduces, in order, each list with its whole stretch.
  func read() -> [(stretch: Span, items: [ProjectCandidate])] {
    let text = context.folded
    var lists: [(stretch: Span, items: [ProjectCandidate])] = []
    var position = 0
    while let head = words.listHead.firstMatch(in: text, from: position)?.span {
      position = head.end
      let loose = opened(after: head.end) == nil ? openedLoosely(after: head) : nil
      guard let start = opened(after: head.end) ?? loose, tellsProjects(head) else { continue }
      let (spans, end) = commaItems(from: start) ?? items(from: start)
      let found = spans.filter { !isBare($0) && (loose == nil || !evidence.isSentence($0)) }
      let sure = found.filter { evidence.points($0) >= 3 || hasHead($0) }
      guard spans.count >= 2, !found.isEmpty, sure.count * 2 >= spans.count,
        loose == nil || found.count == spans.count && sure.count * 4 >= spans.count * 3
      else { continue }
      lists.append((Span(start, end), found.map(candidate)))
      position = end
    }
    return lists
  }

  /// Where a list begins that is opened within a few characters: 3个,具体为:
  private func opened(after head: Int) -> Int? {
    let text = context.folded
    var position = head
    while position < text.count, position - head <= Self.reach {
      if text[position] == ":" { return position + 1 }
      if let opener = words.listOpener.longestMatch(in: text, at: position) {
        if opener.end < text.count, text[opener.end] == ":" { return opener.end + 1 }
        // 有, 为 alone open a list only before a colon.
        return opener.end - position >= 2 ? opener.end : nil
      }
      guard
        words.listBetween.longestMatch(in: text, at: position) != nil
          || "个项,(其中共总计)类".unicodeScalars.contains(text[position])
      else { return nil }
      position += 1
    }
    return nil
  }

  /// Whether a list is of projects: 有代表性的是甲、乙 is where the sentence speaks of them.
  private func tellsProjects(_ head: Span) -> Bool {
    let text = context.folded
    guard text[head.end - 1] == "性" else { return true }
    let sentence = context.structure.sentence(at: head.start) ?? head
    return words.listHead.occurs(in: text, Span(max(sentence.start, head.start - 160), head.start))
  }

  /// Where a list begins that nothing but a verb opens: 开工的项目有|甲产业园、乙物流园等.
  private func openedLoosely(after head: Span) -> Int? {
    let text = context.folded
    guard text[head.end - 1] == "目" || text[head.end - 1] == "程", head.end < text.count,
      "有为是即".unicodeScalars.contains(text[head.end]), context.words.boundaryExcess(at: head.end + 1) <= 8
    else { return nil }
    return head.end + 1
  }

  /// The items of a list whose marks are commas, up to 等17个项目 in the same sentence: 甲集团年产乙、丙,丁公司戊,己等17个项目.
  private func commaItems(from start: Int) -> (items: [Span], end: Int)? {
    let text = context.folded
    guard start < text.count, text[start] == "," else { return nil }
    var items: [Span] = []
    var itemStart = start + 1
    var position = itemStart
    while position < text.count, items.count < Self.most, position - itemStart <= Self.longest {
      if "。\n:：".unicodeScalars.contains(text[position]) { return nil }
      let isEnd = text[position] == "等" && isCount(position + 1)
      if text[position] == "," || isEnd {
        if position - itemStart >= 2 { items.append(trimmed(Span(itemStart, position))) }
        if isEnd { return items.count >= 3 ? (items, position) : nil }
        itemStart = position + 1
      }
      position += 1
    }
    return nil
  }

  /// Whether a number of projects stands at a position: 17个项目.
  private func isCount(_ start: Int) -> Bool {
    let text = context.folded
    var position = start
    while position < text.count, position - start < 4,
      text[position].isLatinOrDigit || "一二三四五六七八九十百".unicodeScalars.contains(text[position])
    {
      position += 1
    }
    guard position > start, position < text.count, "个项".unicodeScalars.contains(text[position]) else { return false }
    return words.listHead.occurs(in: text, Span(position, min(position + 8, text.count)))
  }

  /// The items from a position on, and where the list ends.
  private func items(from start: Int) -> (items: [Span], end: Int) {
    let text = context.folded
    var items: [Span] = []
    var itemStart = start
    var position = start
    var depth = 0
    while position < text.count, position - itemStart <= Self.longest + 2, items.count < Self.most {
      let scalar = text[position]
      if scalar == "(" || scalar == "“" { depth += 1 }
      if scalar == ")" || scalar == "”" { depth = max(0, depth - 1) }
      let isMark = scalar == "、" && depth == 0
      let isEnd = Self.ends.contains(scalar) || isClosing(position)
      if isMark || isEnd {
        if position - itemStart >= 2 { items.append(trimmed(Span(itemStart, position))) }
        if isEnd { return (items, position) }
        itemStart = position + 1
      }
      position += 1
    }
    if position == text.count, position - itemStart >= 2 { items.append(trimmed(Span(itemStart, position))) }
    return (items, min(position, text.count))
  }

  /// Whether 等 closes the list at a position.
  private func isClosing(_ position: Int) -> Bool {
    let text = context.folded
    guard text[position] == "等", position + 1 < text.count else { return text[position] == "等" }
    return !text[position + 1].isHan || "项多共一重个".unicodeScalars.contains(text[position + 1])
  }

  /// An item without the sum before it and the place of its ceremony behind it: 总投资5亿元的甲项目, 乙产业园分会场.
  private func trimmed(_ item: Span) -> Span {
    let text = context.folded
    var start = item.start
    for position in item.range where text[position] == "的" && position > item.start + 1 {
      // 乙市援建的|甲项目
      if text[position - 1] == "元" || words.investing[text[Span(position - 2, position)]] != nil {
        start = position + 1
      }
    }
    guard start < item.end else { return item }
    let site = words.branchSite.longestMatch(in: text, endingAt: item.end, limit: start)?.start ?? item.end
    return Span(start, site > start ? site : item.end)
  }

  /// Whether an item tells only a kind, or is another thing's whole name.
  private func isBare(_ item: Span) -> Bool {
    item.count < 3 || evidence.isGeneric(item) || context.folded[item].filter(\.isHan).count < 3
      || context.mentions(of: "Enterprise", in: item).contains { $0.span == item }
      || context.mentions(of: "Region", in: item).contains { $0.span == item }
  }

  private func hasHead(_ item: Span) -> Bool {
    words.listHead.longestMatch(in: context.folded, endingAt: item.end, limit: item.start) != nil
  }

  private func candidate(_ item: Span) -> ProjectCandidate {
    let text = context.folded
    let isHeaded = text[item].suffix(2).elementsEqual("项目".unicodeScalars)
    return ProjectCandidate(
      span: item, core: isHeaded ? Span(item.start, item.end - 2) : item, rule: "project.list", confidence: 0.8)
  }
}
