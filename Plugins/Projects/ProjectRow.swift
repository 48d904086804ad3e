import Extraction
import GraphModel

/// The row of names that ends at a position: 甲食品、乙产业园和丙包装 before 项目.
///
/// Marks part the items. Only the first one needs its start looked for: behind a verb, a preposition, an adverb, never inside
/// a mention.
struct ProjectRow {
  /// The items, last first.
  private(set) var items: [Span] = []
  /// Whether a sum stands before it: 总投资5亿元的.
  private(set) var isFunded = false
  /// The items with the row behind a sum parted at all its marks, last first.
  private(set) var parts: [Span] = []

  /// The longest name, in scalars.
  private static let reach = 40
  /// The most items that are looked at.
  private static let longest = 24
  /// How much dearer (quarters of nats) the reading may become for a name to start at a position.
  private static let boundarySlack: Int32 = 12
  private static let marks: ScalarSet = ",，。;；:：!！?？\n《》 \t“”‘’\"▲■●★◆"

  /// Prepositions that are words of their own even where a word of two begins with them (对华).
  private static let prepositions: ScalarSet = "对向从由将把"
  /// What sentences hold and names do not.
  private static let particles: ScalarSet = "的了要把将在是着并但"

  init(before end: Int, floor: Int, _ words: ProjectWords, _ context: ExtractionContext) {
    let text = context.folded
    if let funded = Self.funded(before: end, floor: floor, text) {
      isFunded = true
      let evidence = ProjectEvidence(words: words, context: context)
      let parts = Self.marked(funded, text)
      items = parts.count > 1 && parts.allSatisfy(evidence.isTelling) ? parts.reversed() : [funded]
      self.parts = parts.reversed()
      return
    }
    var itemEnd = end
    while items.count < Self.longest {
      if let whole = Self.listed(before: itemEnd, floor: floor, words, context) {
        let parts = Self.parts(whole, words, context)
        items += parts.reversed()
        itemEnd = whole.start - 1
        continue
      }
      guard let start = Self.start(before: itemEnd, floor: floor, words, context) else { break }
      items.append(Span(start, itemEnd))
      guard start > floor, let joint = words.joints.longestMatch(in: text, endingAt: start, limit: floor),
        joint.start > floor
      else { break }
      itemEnd = joint.start
    }
    parts = items
  }

  /// The stretch behind a sum of the same clause: 总投资5亿元的|甲、乙及丙.
  private static func funded(before end: Int, floor: Int, _ text: ScalarText) -> Span? {
    var start = end
    while start > floor + 1, end - start <= reach, !marks.contains(text[start - 1]) {
      if text[start - 1] == "的", text[start - 2] == "元" { return end - start >= 2 ? Span(start, end) : nil }
      start -= 1
    }
    return nil
  }

  /// A stretch parted at the marks of a list.
  private static func marked(_ span: Span, _ text: ScalarText) -> [Span] {
    var parts: [Span] = []
    var start = span.start
    for position in span.range where text[position] == "、" {
      parts.append(Span(start, position))
      start = position + 1
    }
    return parts + [Span(start, span.end)]
  }

  /// The item between two marks of a list, where it is short enough to hold nothing but a name.
  private static func listed(
    before end: Int, floor: Int, _ words: ProjectWords, _ context: ExtractionContext
  ) -> Span? {
    let text = context.folded
    var start = end
    while start > floor, end - start <= 24, text[start - 1] != "、" {
      if text[start - 1] == ")", let open = opening(before: start - 1, limit: floor, text) {
        start = open
        continue
      }
      guard text[start - 1].isHan && !particles.contains(text[start - 1]) || text[start - 1].isLatinOrDigit else {
        return nil
      }
      start -= 1
    }
    guard start > floor, text[start - 1] == "、", end - start >= 2 else { return nil }
    // 、加快推进甲: words that lead up to the name.
    while start < end, let lead = words.leads.longestMatch(in: text, at: start, limit: end),
      lead.end - start >= 2, lead.end < end, context.words.boundaryExcess(at: lead.end) <= 0,
      context.words.token(at: start).wordClass != .noun
    {
      start = lead.end
    }
    return Span(start, end)
  }

  /// An item parted at its connectives where both sides are names: 甲湿地公园和乙小镇.
  private static func parts(_ item: Span, _ words: ProjectWords, _ context: ExtractionContext) -> [Span] {
    let text = context.folded
    let evidence = ProjectEvidence(words: words, context: context)
    var position = item.end - 2
    while position > item.start + 1 {
      if "和与及暨".unicodeScalars.contains(text[position]), context.words.boundaryExcess(at: position) <= 0,
        context.words.boundaryExcess(at: position + 1) <= 0
      {
        let (left, right) = (Span(item.start, position), Span(position + 1, item.end))
        if evidence.points(left) >= 3, evidence.points(right) >= 3 || evidence.isOtherName(right, butZone: false) {
          return parts(left, words, context) + [right]
        }
      }
      position -= 1
    }
    return [item]
  }

  /// Where the name that ends at a position starts: behind a mark, a verb, a preposition; never inside a mention.
  static func start(before end: Int, floor: Int, _ words: ProjectWords, _ context: ExtractionContext) -> Int? {
    let text = context.folded
    var position = end
    let limit = max(floor, end - reach)
    if let owner = gluedOwner(before: end, limit: limit, words, context) { return owner }
    // The widest mention that ends at each position.
    var mentions: [Span] = []
    for type in ["Enterprise", "Zone", "Region"] {
      for mention in context.mentions(of: type, in: Span(limit, end)) { mentions.append(mention.span) }
    }
    while position > limit {
      var widest: Span?
      for span in mentions where span.end == position && span.start < widest?.start ?? .max { widest = span }
      if let widest {
        position = widest.start
        continue
      }
      let scalar = text[position - 1]
      if scalar == ")", let open = opening(before: position - 1, limit: limit, text) {
        position = open
        continue
      }
      if scalar == "”", position < end, text[position].isHan,
        !"的等、项".unicodeScalars.contains(text[position]),
        let open = quotation(before: position - 1, limit: limit, text)
      {
        position = open
        continue
      }
      // 甲公司子公司——乙公司某项目: what stands before the dash explains it.
      if scalar == "—", position - 2 >= limit, text[position - 2] == "—" { break }
      if marks.contains(scalar) || scalar == "、" || "()（）".unicodeScalars.contains(scalar) { break }
      if position < end, let word = words.boundary.longestMatch(in: text, endingAt: position, limit: limit),
        context.words.boundaryExcess(at: position)
          <= (prepositions.contains(text[word.start])
            ? 2 * boundarySlack : position - word.start > 1 ? boundarySlack : 0),
        position - word.start > 1 || context.words.boundaryExcess(at: word.start) <= 0,
        !isHeadOfItem(word.start, position, text)
      {
        break
      }
      position -= 1
    }
    return position < end ? position : nil
  }

  /// 、和美饲料: behind a mark of the list, a connective is the beginning of a name.
  private static func isHeadOfItem(_ start: Int, _ end: Int, _ text: ScalarText) -> Bool {
    end - start == 1 && start > 0 && text[start - 1] == "、"
  }

  /// Where the quotation begins that closes at a position and is a part of a name: 甲村“乙沟”旅游.
  private static func quotation(before close: Int, limit: Int, _ text: ScalarText) -> Int? {
    var position = close - 1
    while position >= limit, close - position <= 9, text[position].isHan || text[position].isLatinOrDigit {
      position -= 1
    }
    return position >= limit && text[position] == "“" && close - position > 2 ? position : nil
  }

  /// Where the bracket opens that closes at a position and belongs to the name before it: 甲路(G106)建设.
  private static func opening(before close: Int, limit: Int, _ text: ScalarText) -> Int? {
    var position = close
    while position > limit + 1, close - position <= 10 {
      position -= 1
      if text[position] == "(" {
        return position + 1 < close && (text[position - 1].isHan || text[position - 1].isLatinOrDigit) ? position : nil
      }
      guard text[position].isHan || text[position].isLatinOrDigit else { return nil }
    }
    return nil
  }

  /// The company at the head of the item where nothing but name material and 和, 及 stands between it and the end:
  /// 某公司船舶及海洋用管道生产.
  private static func gluedOwner(
    before end: Int, limit: Int, _ words: ProjectWords, _ context: ExtractionContext
  ) -> Int? {
    let text = context.folded
    var head = end
    while head > limit, !marks.contains(text[head - 1]), text[head - 1] != "、", text[head - 1] != "—" { head -= 1 }
    let companies = context.mentions(of: "Enterprise", in: Span(head, end))
    guard let company = companies.first, companies.count == 1,
      company.span.start == head, company.span.end < end, text[company.span.end] != "的",
      words.saying.longestMatch(in: text, at: company.span.end) == nil
    else { return nil }
    // 某公司投资5亿元建设乙项目: what it does is no part of the name.
    let rest = Span(company.span.end, end)
    if text[rest].contains("元") || words.investing.occurs(in: text, Span(rest.start, min(rest.end, rest.start + 6))) {
      return nil
    }
    var position = company.span.end
    while position < end {
      let token = context.words.token(at: position)
      if token.wordClass == .function, !"和与及".unicodeScalars.contains(text[position]) { return nil }
      position = token.span.end
    }
    return head
  }
}
