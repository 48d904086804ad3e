import Extraction
import GraphModel

/// Reads names in quotation marks: with a category word behind or inside them, or coined and carried out.
struct QuotedProgramReader {
  let words: ProgramWords
  let context: ExtractionContext
  /// Number of times each quoted text stands in the document.
  private let counts: [TextKey: Int]
  /// Where quotations end of which what closes their row says that they are programs: “甲”、“乙”等重大战略.
  private let rowEnds: Set<Int>
  /// The furthest a category word may stand behind the closing mark, in scalars.
  private static let reach = 8

  init(words: ProgramWords, context: ExtractionContext) {
    self.words = words
    self.context = context
    var counts: [TextKey: Int] = [:]
    for quotation in context.structure.quotations where quotation.inner.count <= 16 {
      counts[TextKey(context.folded.string(quotation.inner)), default: 0] += 1
    }
    self.counts = counts
    rowEnds = QuotationRows(words: words, context: context).ends()
  }

  /// The candidates in order of their quotations.
  func read() -> [ProgramCandidate] {
    let text = context.folded
    let quotations = context.structure.quotations
    var candidates: [ProgramCandidate] = []
    var index = 0
    while index < quotations.count {
      var chain = [quotations[index]]
      while index + chain.count < quotations.count, chain.count < 8,
        let last = chain.last, follows(quotations[index + chain.count], last)
      {
        chain.append(quotations[index + chain.count])
      }
      index += chain.count
      guard let last = chain.last else { continue }
      let end = categoryEnd(after: last.outer.end)
      let isListed = end == nil && rowEnds.contains(last.outer.end)
      if chain.count == 2, let end, text[chain[0].outer.end] == "暨", isReadable(chain[0].inner, text) {
        candidates.append(
          ProgramCandidate(
            span: Span(chain[0].outer.start, end), inner: chain[0].inner, hasCategory: true,
            rule: "program.quoted-category", confidence: 0.85))
        continue
      }
      for (place, quotation) in chain.enumerated() {
        guard isReadable(quotation.inner, text), !countsThings(quotation.inner, in: chain) else { continue }
        if isListed || rowEnds.contains(quotation.outer.end), isOfRow(quotation.inner) {
          candidates.append(
            ProgramCandidate(
              span: quotation.outer, inner: quotation.inner, hasCategory: false, rule: "program.quoted-row",
              confidence: 0.85))
        } else if let candidate = candidate(quotation, categoryEnd: end, isLast: place == chain.count - 1) {
          candidates.append(candidate)
        }
      }
    }
    return withoutEvents(candidates)
  }

  /// Whether a quotation of a row may be a program: no concept, no conference.
  private func isOfRow(_ inner: Span) -> Bool {
    words.conference.longestMatch(in: context.folded, endingAt: inner.end, limit: inner.start) == nil
      && CoinedShape(context.folded, inner, words: words).kind != .concept
  }

  /// The candidates without events: a form with 活动 that is held somewhere, and the same name elsewhere with 活动.
  private func withoutEvents(_ candidates: [ProgramCandidate]) -> [ProgramCandidate] {
    let text = context.folded
    var events: Set<TextKey> = []
    for candidate in candidates {
      if let inner = candidate.inner, isHeld(candidate.span, inner) { events.insert(TextKey(text.string(inner))) }
    }
    guard !events.isEmpty else { return candidates }
    return candidates.filter { $0.inner.map { !events.contains(TextKey(text.string($0))) } ?? true }
  }

  /// 甲交易会“乙”系列活动在甲市举行: an event.
  private func isHeld(_ span: Span, _ inner: Span) -> Bool {
    let text = context.folded
    guard span.end > inner.end + 2, text[span.end - 1] == "动", text[span.end - 2] == "活", span.end < text.count,
      text[span.end] == "在" || text[span.end] == "于"
    else { return false }
    var position = span.end
    while position + 1 < min(span.end + 24, text.count), !",，。;；\n".unicodeScalars.contains(text[position]) {
      if text[position] == "举", text[position + 1] == "行" || text[position + 1] == "办" { return true }
      position += 1
    }
    return false
  }

  /// “一平台”“一小镇”“一基地”: what a row counts up, one by one.
  private func countsThings(_ inner: Span, in chain: [Quotation]) -> Bool {
    let text = context.folded
    func counts(_ span: Span) -> Bool { (3...4).contains(span.count) && text[span.start] == "一" }
    return counts(inner) && chain.contains { $0.inner != inner && counts($0.inner) }
  }

  private func follows(_ next: Quotation, _ last: Quotation) -> Bool {
    guard next.outer.start >= last.outer.end, next.outer.start <= last.outer.end + 1 else { return false }
    if next.outer.start == last.outer.end { return true }
    let between = context.folded[last.outer.end]
    return between == "、" || between == "暨" || between == "和" || between == "及" || between == "与"
  }

  private func isReadable(_ inner: Span, _ text: ScalarText) -> Bool {
    guard inner.count >= 2, inner.count <= 24, ScalarKind.isNamePart(text[inner.start]) else { return false }
    return !text[inner].contains { Self.unreadable.contains($0) }
  }

  private static let unreadable: ScalarSet = "。！？；!?;:：“”‘’《》\n"

  private func candidate(_ quotation: Quotation, categoryEnd: Int?, isLast: Bool) -> ProgramCandidate? {
    let text = context.folded
    let inner = quotation.inner
    let shape = CoinedShape(text, inner, words: words).kind
    if let span = building(quotation) {
      return ProgramCandidate(
        span: span, inner: inner, hasCategory: true, rule: "program.quoted-building", confidence: 0.75)
    }
    if let end = categoryEnd, isLast,
      let head = words.category.firstMatch(in: text, from: quotation.outer.end, limit: end)?.span,
      isNoName(inner, categoryStart: head.start, outerEnd: quotation.outer.end)
    {
      return nil
    }
    if categoryEnd != nil, isCompanys(quotation.outer.start) { return nil }
    if let end = categoryEnd {
      let span = Span(quotation.outer.start, isLast ? end : quotation.outer.end)
      return ProgramCandidate(
        span: withTheme(span), inner: inner, hasCategory: isLast, rule: "program.quoted-category", confidence: 0.92)
    }
    if endsInCategory(inner) {
      return ProgramCandidate(
        span: withTheme(quotation.outer), inner: inner, hasCategory: true, rule: "program.category-inside",
        confidence: 0.85)
    }
    guard isCarriedOut(quotation, shape: shape) else { return isLast && shape != .concept ? built(quotation) : nil }
    return ProgramCandidate(
      span: withTheme(quotation.outer), inner: inner, hasCategory: false, rule: "program.coined-name", confidence: 0.75)
  }

  /// The end of the category word that belongs to a quotation ending at a position: 招商引资工作机制 behind “3610”.
  private func categoryEnd(after position: Int) -> Int? {
    let text = context.folded
    var start = position
    let limit = min(position + Self.reach, text.count)
    if let end = campaignYearEnd(position) { return end }
    while start <= limit, start < text.count {
      if let match = words.category.longestMatch(in: text, at: start).map({ widened($0.end) }) {
        let match = Span(start, match)
        // “甲”工程建设: the quotation tells enough of a name.
        let isBuilt =
          start == position && match.end + 1 < text.count && text[match.end] == "建" && text[match.end + 1] == "设"
        if words.afterHead.longestMatch(in: text, at: match.end) != nil, match.count <= 2, !isBuilt { return nil }
        if words.unitBehind.longestMatch(in: text, at: match.end) != nil { return nil }
        if text[start] == "活", words.event.occurs(in: text, Span(position, start)) { return nil }
        if match.end - start == 1 {
          // 制 alone: 责任制, but neither 制造 nor 制定.
          let next = match.end < text.count ? text[match.end] : "。"
          guard start > position || !"造定约品药作成裁度".unicodeScalars.contains(next) else { return nil }
          guard !"造定约品药作成裁度".unicodeScalars.contains(next) else { return nil }
        }
        let between = Span(position, start)
        return words.betweenVerb.occurs(in: text, between) ? nil : match.end
      }
      let isConcentrated = text[start] == "中" && start > position && text[start - 1] == "集"
      guard ScalarKind.isNamePart(text[start]), isConcentrated || !words.hard.contains(text[start]) else { return nil }
      start += 1
    }
    return nil
  }

  /// “大抓甲、大抓乙”年(活动): a year of a campaign, but not “十四五”年均.
  private func campaignYearEnd(_ position: Int) -> Int? {
    let text = context.folded
    guard position > 3, position < text.count, text[position] == "年", text[position - 1] == "”",
      !text[position - 2].isLatinOrDigit
    else { return nil }
    let end = position + 1
    if let deed = words.deed.longestMatch(in: text, at: end) { return deed.end }
    return words.yearBehind.longestMatch(in: text, at: end) != nil ? end : nil
  }

  /// The end of a category word with the one that it is a part of: 攻坚|突破行动.
  private func widened(_ end: Int) -> Int {
    let text = context.folded
    for start in end..<min(end + 4, max(end, text.count)) {
      guard ScalarKind.isNamePart(text[start]), !words.hard.contains(text[start]) else { break }
      if let next = words.deed.longestMatch(in: text, at: start) { return next.end }
    }
    return end
  }

  /// “六项”活动, “三县六镇”, “云签约”活动, “十四五”乙事业改革: numbers of things, an event, a time.
  private func isNoName(_ inner: Span, categoryStart: Int, outerEnd: Int) -> Bool {
    let text = context.folded
    let isPeriod = text[inner.start] == "十" && text[inner.end - 1] == "五" && inner.count == 3
    if isPeriod, categoryStart > outerEnd + 1 { return true }
    if inner.count == 2, ScalarKind.isNumeral(text[inner.start]), ScalarKind.measures.contains(text[inner.start + 1]) {
      return true
    }
    return text[categoryStart] == "活"
      && words.eventEnds.longestMatch(in: text, endingAt: inner.end, limit: inner.start) != nil
  }

  /// 介绍了集团旅游产业“甲”发展战略: what a company plans for itself.
  private func isCompanys(_ start: Int) -> Bool {
    let text = context.folded
    var position = start
    while position > max(1, start - 10), text[position - 1].isHan { position -= 1 }
    guard let owner = words.company.lastMatch(in: text, before: start, limit: position)?.span else { return false }
    return !words.pursueAnywhere.occurs(in: text, Span(owner.end, start))
  }

  /// “法治甲县”建设: what the home region is to become.
  private func building(_ quotation: Quotation) -> Span? {
    let text = context.folded
    let (inner, outer) = (quotation.inner, quotation.outer)
    let isBefore =
      outer.start > 1 && text[outer.start - 2] == "建" && text[outer.start - 1] == "设"
    let isBehind = outer.end + 1 < text.count && text[outer.end] == "建" && text[outer.end + 1] == "设"
    guard isBefore || isBehind, let home = context.deixis.home else { return nil }
    let name = Folding.fold(ScalarText(context.name(of: home)))
    // “健康甲市、健康乙县”建设: one of the parts is enough.
    let isHome = text[inner].split(separator: "、").contains { part in
      guard part.count <= 8, let head = words.building.longestMatch(in: text, at: part.startIndex, limit: part.endIndex)
      else { return false }
      let rest = part[head.end...]
      return rest.count >= 2 && name.scalars.starts(with: rest)
    }
    guard isHome else { return nil }
    return isBehind ? Span(outer.start, outer.end + 2) : outer
  }

  /// “精致城市”建设: whatever is to be, but a place or a house.
  private func built(_ quotation: Quotation) -> ProgramCandidate? {
    let text = context.folded
    let (inner, end) = (quotation.inner, quotation.outer.end + 2)
    guard (2...12).contains(inner.count), end <= text.count, text[end - 2] == "建", text[end - 1] == "设",
      words.notBuilt.longestMatch(in: text, at: end) == nil, text[inner].allSatisfy({ $0.isHan || $0 == "、" }),
      ScalarKind.isNumeral(text[inner.start])
        || words.placeNoun.longestMatch(in: text, endingAt: inner.end, limit: inner.start) == nil
    else { return nil }
    return ProgramCandidate(
      span: Span(quotation.outer.start, end), inner: inner, hasCategory: true, rule: "program.quoted-building",
      confidence: 0.7)
  }

  private func endsInCategory(_ inner: Span) -> Bool {
    let text = context.folded
    let name = text[inner]
    guard !words.generic.contains(name), inner.count >= 3 else { return false }
    if !text[inner].contains("、"), !text[inner].contains(","), !text[inner].contains("，"),
      let match = words.inside.longestMatch(in: text, endingAt: inner.end, limit: inner.start),
      match.start > inner.start
    {
      return true
    }
    guard let last = name.last else { return false }
    // “…三十条”: a bundle of measures by its number.
    if last == "条", inner.count >= 4 { return ScalarKind.isNumeral(text[inner.end - 2]) }
    if last == "年", inner.count >= 4 {
      return words.notYear.longestMatch(in: text, endingAt: inner.end, limit: inner.start) == nil
        && words.campaignYear.longestMatch(in: text, endingAt: inner.end - 1, limit: inner.start) != nil
    }
    if last == "制", inner.count >= 3 {
      return !"体机限控编定复研公包".unicodeScalars.contains(text[inner.end - 2])
    }
    return false
  }

  /// Whether a bare quotation is coined and the text around it carries it out.
  private func isCarriedOut(_ quotation: Quotation, shape: CoinedShape.Kind) -> Bool {
    let text = context.folded
    var score: Int
    switch shape {
    case .numbered, .series: score = 2
    case .parallel: score = 1
    case .digits, .concept, .plain: return false
    }
    if words.roleAfter.longestMatch(in: text, at: quotation.outer.end) != nil, !isMeasured(quotation.outer.end) {
      return false
    }
    let clauseStart = clause(before: quotation.outer.start)
    if let role = words.roleBefore.longestMatch(in: text, endingAt: quotation.outer.start, limit: clauseStart),
      words.pursue.longestMatch(in: text, endingAt: quotation.outer.start, limit: clauseStart)?.start ?? Int.max
        > role.start
    {
      return false
    }
    if words.pursueAnywhere.occurs(in: text, Span(clauseStart, quotation.outer.start)) { score += 1 }
    if words.pursueRight.longestMatch(in: text, at: quotation.outer.end) != nil { score += 1 }
    if counts[TextKey(text.string(quotation.inner)), default: 0] >= 2 { score += 1 }
    if let first = context.structure.paragraphs.first, first.contains(quotation.outer), first.count <= 60 { score += 1 }
    return score >= 3
  }

  /// 推进“五水共治”的一项重要举措: what is done to carry it out.
  private func isMeasured(_ end: Int) -> Bool {
    let text = context.folded
    guard end < text.count, text[end] == "的" else { return false }
    return (end + 1..<min(text.count, end + 8)).prefix { text[$0].isHan }
      .contains { words.measureNoun.longestMatch(in: text, at: $0) != nil }
  }

  private func clause(before position: Int) -> Int {
    let text = context.folded
    var start = position
    while start > 0, position - start < 40,
      !",，。;；:：\n!?！？".unicodeScalars.contains(text[start - 1])
    { start -= 1 }
    return start
  }

  /// The span with the field of work before it, where verb and quotation frame one: 招商引资“355”工程.
  private func withTheme(_ span: Span) -> Span {
    let text = context.folded
    guard let theme = words.theme.longestMatch(in: text, endingAt: span.start) else { return span }
    let before = theme.start
    if before == 0 || ",，。;；、\n".unicodeScalars.contains(text[before - 1])
      || words.pursue.longestMatch(in: text, endingAt: before) != nil
    {
      return Span(theme.start, span.end)
    }
    return span
  }
}
