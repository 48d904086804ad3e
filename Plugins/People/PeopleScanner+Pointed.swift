import Extraction
import GraphModel

/// Names with a point inside.
extension PeopleScanner {
  /// Names with a point inside, whatever stands beside them.
  mutating func readPointed() {
    var quoted = SpanSet(count: text.count)
    for quotation in context.structure.quotations where quotation.inner.count <= 40 { quoted.insert(quotation.inner) }
    for point in context.places(of: "·") where point > 0 && point + 1 < text.count {
      guard !taken.covers(point), text[point - 1].isHan, text[point + 1].isHan else { continue }
      // 中国·甲省某洽谈会: a place on a side of the point.
      if weigher.regions.span(endingAt: point) != nil || weigher.regions.span(startingAt: point + 1) != nil { continue }
      // 千里江南·锦绣, 山水名城·美丽: usual words on a side of the point.
      if weigher.joinsUsualWords(point) { continue }
      // “千家某寨·万户某乡”: a quoted name of something else.
      if quoted.covers(point) { continue }
      if let best = pointedName(around: point), best.score <= 0, !startsWithVerb(best.span) {
        record(best, .transcribed)
      }
    }
  }

  /// The likeliest name around a point, of those that end at a position where one is given.
  private func pointedName(around point: Int, endingAt end: Int? = nil) -> NameOption? {
    var best: NameOption?
    for length in 1...8 where point - length >= 0 {
      let start = point - length
      guard text[start].isHan, !taken.covers(start) else { break }
      if let region = weigher.regions.span(at: start), region.start < start { continue }
      for option in weigher.options(at: start) where option.span.end > point {
        if let end, option.span.end != end { continue }
        var option = option
        option.score += leftEdge(start)
        if best == nil || option.score < best!.score { best = option }
      }
    }
    return best
  }

  /// The pointed name that ends at a position: 甲·乙|书记.
  func pointedName(endingAt end: Int) -> NameOption? {
    var point = end - 1
    while point > 0, end - point < 9, text[point].isHan { point -= 1 }
    guard point > 0, end - point > 1, text[point] == "·", !weigher.joinsUsualWords(point),
      let name = pointedName(around: point, endingAt: end), name.score <= 0, !startsWithVerb(name.span)
    else { return nil }
    return name
  }

  /// 共有甲·乙小区: whether a usual verb begins a pointed name.
  private func startsWithVerb(_ span: Span) -> Bool {
    let token = context.words.token(at: span.start)
    return token.span.start == span.start && token.span.count >= 2 && token.wordClass == .verb
      && token.span.end < span.end && text[token.span.end] != "·"
  }
}
