import Extraction
import GraphModel

/// Rows of people who are told by where they come from alone.
extension PeopleScanner {
  /// 林业局甲某、水务局乙某、城关镇丙某参加会议: names right behind bodies, companies and places, two or more in a row.
  mutating func readBodyRows() {
    var row: [NameOption] = []
    var next = -1
    for mention in context.mentions(of: ["Organization", "Enterprise", "Region", "Zone"]) {
      guard mention.span.end < text.count, text[mention.span.end].isHan,
        let name = nameFilling(mention.span.end, isTown: mention.type == "Region")
      else { continue }
      if mention.span.start != next {
        take(row)
        row = []
      }
      row.append(name)
      next = name.span.end + 1
    }
    take(row)
  }

  /// What such a name may score at most, in quarters of nats.
  private static let rowThreshold: Int32 = -4
  /// What a name may score at most behind a body that no table knows.
  private static let restThreshold: Int32 = -12
  /// The longest item of such a row, in scalars.
  private static let longestItem = 16

  /// The name between a body and the end of its item of a list.
  private func nameFilling(_ start: Int, isTown: Bool) -> NameOption? {
    guard let name = weigher.best(at: start, threshold: Self.rowThreshold), name.span.count <= 4,
      !taken.overlaps(name.span),
      !isTown || name.span.count == 3 && Lexicon.entry(text[name.span]) == nil && !weigher.regions.overlaps(name.span)
    else { return nil }
    let end = name.span.end
    guard end < text.count else { return name }
    return "、,。;\n".unicodeScalars.contains(text[end]) || words.listClose.longestMatch(in: text, at: end) != nil
      ? name : nil
  }

  private mutating func take(_ row: [NameOption]) {
    guard row.count > 1, let last = row.last else { return }
    for name in row { record(name, .list) }
    // 、供电公司丁某、: who comes from where no table tells.
    var mark = last.span.end
    while mark + 1 < text.count, text[mark] == "、" {
      var close = mark + 1
      while close < text.count, close - mark <= Self.longestItem, text[close].isHan,
        words.listClose.longestMatch(in: text, at: close) == nil
      {
        close += 1
      }
      guard close - mark > 4, !taken.overlaps(Span(mark + 1, close)), let name = lastName(endingAt: close),
        name.score <= Self.restThreshold, name.span.start > mark + 2,
        !(mark + 1..<name.span.start).contains(where: startsPost)
      else { return }
      record(name, .list)
      mark = close
    }
  }
}
