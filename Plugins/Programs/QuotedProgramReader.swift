import Extraction
import GraphModel

/// Reads names in quotation marks: with a category word behind or inside them, or coined and carried out.
struct QuotedProgramReader {
  let words: ProgramWords
  let context: ExtractionContext
  /// Number of times each quoted text stands in the document.
  private let counts: [TextKey: Int]
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
      if chain.count == 2, let end, text[chain[0].outer.end] == "暨", isReadable(chain[0].inner, text) {
        candidates.append(
          ProgramCandidate(
            span: Span(chain[0].outer.start, end), inner: chain[0].inner, hasCategory: true,
            rule: "program.quoted-category", confidence: 0.85))
        continue
      }
      for (place, quotation) in chain.enumerated() {
        guard isReadable(quotation.inner, text) else { continue }
        if let candidate = candidate(quotation, categoryEnd: end, isLast: place == chain.count - 1) {
          candidates.append(candidate)
        }
      }
    }
    return candidates
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
    if let span = building(quotation) {
      return ProgramCandidate(
        span: span, inner: inner, hasCategory: true, rule: "program.quoted-building", confidence: 0.75)
    }
    guard isCarriedOut(quotation, shape: shape) else { return nil }
    return ProgramCandidate(
      span: withTheme(quotation.outer), inner: inner, hasCategory: false, rule: "program.coined-name", confidence: 0.75)
  }

  /// The end of the category word that belongs to a quotation ending at a position: 招商引资工作机制 behind “3610”.
  private func categoryEnd(after position: Int) -> Int? {
    let text = context.folded
    var start = position
    let limit = min(position + Self.reach, text.count)
    while start <= limit, start < text.count {
      if let match = words.category.longestMatch(in: text, at: start) {
        if words.afterHead.longestMatch(in: text, at: match.end) != nil, match.end - start <= 2 {
          return nil
        }
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

  /// “法治甲县”建设: what the home region is to become.
  private func building(_ quotation: Quotation) -> Span? {
    let text = context.folded
    let (inner, end) = (quotation.inner, quotation.outer.end)
    guard inner.count <= 8, end + 1 < text.count, text[end] == "建", text[end + 1] == "设",
      let head = words.building.longestMatch(in: text, at: inner.start, limit: inner.end), head.end < inner.end,
      let home = context.deixis.home
    else { return nil }
    let name = Folding.fold(ScalarText(context.name(of: home)))
    let rest = text[Span(head.end, inner.end)]
    guard rest.count >= 2, name.scalars.starts(with: rest) else { return nil }
    return Span(quotation.outer.start, end + 2)
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
    if words.roleAfter.longestMatch(in: text, at: quotation.outer.end) != nil { return false }
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
