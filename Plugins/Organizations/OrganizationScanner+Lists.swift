import Extraction
import GraphModel

extension OrganizationScanner {
  /// Items of lists whose neighbour is a body and that end as bodies do: 政府办、招商中心 beside 科技局.
  func besideBodies(_ known: [OrganizationCandidate]) -> [OrganizationCandidate] {
    var taken = SpanSet(count: text.count)
    for candidate in known { taken.insert(candidate.span) }
    var found: [OrganizationCandidate] = []
    func look(_ span: Span) {
      guard (3...10).contains(span.count), !taken.overlaps(span), span.range.allSatisfy({ text[$0].isHan }),
        let ending = words.endings.longestMatch(in: text, endingAt: span.end, limit: span.start),
        ending.start > span.start || ending.value.contains(.office) && span.count >= 3
          || span.count >= 4
            && words.localEndings.longestMatch(in: text, endingAt: span.end, limit: span.start)?.start == span.start,
        words.listed.longestMatch(in: text, endingAt: span.end, limit: span.start) != nil,
        !isOtherWord(span.end, ending.start)
      else { return }
      take(span, ending.start)
    }
    func take(_ span: Span, _ ending: Int) {
      let place = places.prefix(endingAt: span.start + 1, floor: span.start)
      guard ending > place?.span.end ?? -1, !taken.overlaps(span), isMaterial(span) else { return }
      let candidate = OrganizationCandidate(
        span: span, core: Span(place?.span.end ?? span.start, span.end), place: place,
        rule: "organization.beside-bodies", confidence: 0.75)
      taken.insert(span)
      if let candidate = checked(candidate) { found.append(candidate) }
    }
    for list in countedLists() {
      for item in list {
        guard let ending = words.counted.longestMatch(in: text, endingAt: item.end, limit: item.start) else {
          look(item)
          continue
        }
        if ending.start > item.start { take(item, ending.start) }
      }
    }
    var next = 0
    // Each that is found tells its own neighbours.
    while next < known.count + found.count {
      let candidate = next < known.count ? known[next] : found[next - known.count]
      next += 1
      let (start, end) = (candidate.span.start, candidate.span.end)
      if end < text.count, text[end] == "、" {
        var last = end + 1
        while last < text.count, last - end <= 11, text[last].isHan,
          words.behindItem.longestMatch(in: text, at: last) == nil
        {
          last += 1
        }
        look(Span(end + 1, last))
      }
      if start > 1, text[start - 1] == "、" {
        let mark = start - 1
        var first = mark
        while first > 0, mark - first <= 10, text[first - 1].isHan { first -= 1 }
        guard first > 0, mark > first else { continue }
        if text[first - 1] != "、" {
          guard let ending = words.endings.longestMatch(in: text, endingAt: mark, limit: first) else { continue }
          first = max(first, material.trimmed(material.start(before: ending.start, limit: 8), before: ending.start))
        }
        look(Span(first, mark))
      }
    }
    return found
  }

  /// The items of lists of which is told how many bodies they name: 城管中队、环卫站、玉兰社区6个牵头单位.
  private func countedLists() -> [[Span]] {
    var lists: [[Span]] = []
    var position = 0
    while let counter = words.counters.firstMatch(in: text, from: position)?.span {
      position = counter.end
      var end = counter.start
      while end > 0, counter.start - end < 4, ChineseNumeral.isOrdinal(text[end - 1]) { end -= 1 }
      guard end < counter.start else { continue }
      if end > 0, text[end - 1] == "等" { end -= 1 }
      var items: [Span] = []
      while items.count < Self.longestList {
        var start = end
        while start > 0, end - start <= 12, text[start - 1].isHan { start -= 1 }
        guard start < end, end - start <= 12 else { break }
        items.append(Span(start, end))
        guard start > 1, text[start - 1] == "、" else { break }
        end = start - 1
      }
      if items.count > 1 { lists.append(items.reversed()) }
    }
    return lists
  }

  /// The most items of such a list.
  private static let longestList = 40

  private func isMaterial(_ span: Span) -> Bool {
    var position = span.start
    while position < span.end {
      let token = lattice.token(at: position)
      guard material.isMaterial(token, from: position, to: min(token.span.end, span.end)) else { return false }
      position = token.span.end
    }
    return true
  }
}
