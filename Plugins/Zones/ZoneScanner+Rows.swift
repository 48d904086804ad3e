import Extraction
import GraphModel

/// Zones that only the row in which they stand tells: 甲港、乙经济开发区等园区, 甲湾和乙湾工业园区.
extension ZoneScanner {
  /// The candidates with those that stand in a row with them.
  func withRows(_ found: [ZoneCandidate]) -> [ZoneCandidate] {
    var taken = SpanSet(count: text.count)
    for candidate in found { taken.insert(candidate.span) }
    var added: [ZoneCandidate] = []
    for candidate in found {
      guard let first = firstOfPair(candidate), !taken.overlaps(first.span) else { continue }
      taken.insert(first.span)
      added.append(first)
    }
    for position in context.places(of: "等") where isClass(behind: position + 1) {
      for item in row(before: position) where taken.span(at: item.start) == nil && !taken.overlaps(item) {
        taken.insert(item)
        added.append(ZoneCandidate(span: item, place: nil, core: item, rule: "zone.row", confidence: 0.7))
      }
    }
    return added.isEmpty ? found : (found + added).sorted { $0.span < $1.span }
  }

  /// Whether 等 closes a row of zones: 等(三个)园区, but not 等园区企业.
  private func isClass(behind start: Int) -> Bool {
    var position = start
    while position < min(start + 3, text.count), "一二两三四五六七八九十多几数个大0123456789".unicodeScalars.contains(text[position]) {
      position += 1
    }
    guard let kind = words.rowClasses.longestMatch(in: text, at: position) else { return false }
    return words.notZones.longestMatch(in: text, at: kind.end) == nil
  }

  /// The names of a row that ends at a position, none of them something else; nothing unless one of them is called a zone.
  private func row(before end: Int) -> [Span] {
    var items: [Span] = []
    var stop = end
    var start = end
    while end - start < 160 {
      let mark: Unicode.Scalar = start > 0 ? text[start - 1] : "\n"
      if mark == "、" {
        if start < stop { items.append(Span(start, stop)) }
        stop = start - 1
      } else if !mark.isHan, !mark.isLatinOrDigit {
        if start < stop { items.append(Span(behindVerb(start, before: stop), stop)) }
        break
      }
      start -= 1
    }
    guard items.count >= 2, items.contains(where: { words.kinds.longestMatch(in: text, endingAt: $0.end) != nil })
    else {
      return []
    }
    return items.filter { item in
      (3...12).contains(item.count) && !text[item].contains(where: { "和与及的在是了".unicodeScalars.contains($0) })
        && !divisions.covers(item.end - 1) && !isOther(item)
    }
  }

  /// 甲湾 of 甲湾和乙湾工业园区: the one of two with one ending that stands first.
  private func firstOfPair(_ second: ZoneCandidate) -> ZoneCandidate? {
    let joint = second.span.start - 1
    guard joint > 2, "和与及".unicodeScalars.contains(text[joint]),
      let kind = words.kinds.longestMatch(in: text, endingAt: second.span.end, limit: second.span.start)
    else { return nil }
    let tail = second.place.map { Span($0.span.end, second.span.end) } ?? Span(kind.start, second.span.end)
    let head = tail.start - second.span.start
    guard (2...4).contains(head), joint - head > 0, second.place?.isBare != true else { return nil }
    let own = Span(joint - head, joint)
    guard text[own].allSatisfy(\.isHan), !divisions.overlaps(own), !isOther(own), !isEveryday(own),
      text[own.start - 1] == "、" || words.visiting.longestMatch(in: text, endingAt: own.start) != nil
    else { return nil }
    return ZoneCandidate(
      span: own, place: nil, core: own, rule: "zone.pair", confidence: 0.65, name: text.string(own) + text.string(tail))
  }

  /// Whether a stretch holds what is no zone.
  private func isOther(_ span: Span) -> Bool {
    ["Enterprise", "Organization"].contains { !context.mentions(of: $0, in: span).isEmpty }
  }
}
