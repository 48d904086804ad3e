import Extraction
import GraphModel

/// Names with their posts in brackets behind them.
extension PeopleScanner {
  /// 甲某(县委书记)、乙某(县委副书记、县长): the posts that fill a bracket are of the name before it.
  mutating func readBracketed(_ chains: [[Post]]) {
    for chain in chains {
      guard let first = chain.first, let last = chain.last, last.span.end < text.count, text[last.span.end] == ")",
        !last.kind.contains(.collective), let open = bracketStart(before: first.span.start)
      else { continue }
      let end = beforeBlanks(open)
      // 县委书记甲某(市委常委)
      if let known = known(endingAt: end), let posts = findings[known]?.posts, !posts.isEmpty {
        if findings[known]?.given.isEmpty == true { findings[known]?.given = chain }
        continue
      }
      guard let name = lastName(endingAt: end), name.score <= Self.bracketThreshold else { continue }
      record(name, .beforePost, posts: chain.map { owned($0, before: name.span.start) }, isPostAfter: true)
    }
  }

  /// 甲某,乙县县长;丙某,丁公司董事长。: posts that fill the rest of the item that a name and a comma begin.
  mutating func readApposed(_ chains: [[Post]]) {
    for chain in chains {
      guard let first = chain.first, let last = chain.last, first.isAnchored, !last.kind.contains(.collective),
        last.span.end == text.count || ";。\n".unicodeScalars.contains(text[last.span.end]),
        first.span.start > 2, text[first.span.start - 1] == ","
      else { continue }
      let end = first.span.start - 1
      guard !taken.covers(end - 1), let name = lastName(endingAt: end), name.score <= Self.bracketThreshold,
        name.span.start == 0 || ";:。\n".unicodeScalars.contains(text[name.span.start - 1])
      else { continue }
      record(name, .beforePost, posts: chain, isPostAfter: true)
    }
  }

  /// What a name before a bracket may score at most, in quarters of nats.
  private static let bracketThreshold: Int32 = 0
  /// What may stand in a bracket before the first post, in scalars: 女,.
  private static let longestLead = 6

  /// The bracket that opens before a post, with nothing but a remark between them: (女,回族,|县长).
  private func bracketStart(before start: Int) -> Int? {
    guard start > 2 else { return nil }
    if text[start - 1] == "(" { return start - 1 }
    guard ",、 ".unicodeScalars.contains(text[start - 1]),
      let open = (max(2, start - Self.longestLead)..<start - 1).last(where: { text[$0] == "(" }),
      text[start - 2] == "女" || text[start - 2] == "族" || text[start - 2] == "男"
    else { return nil }
    return open
  }

  /// Where the name begins that is known to end at a position.
  private func known(endingAt end: Int) -> Int? {
    guard end > 0, taken.covers(end - 1) else { return nil }
    return (max(0, end - Self.longestName)..<end).first { findings[$0]?.hit.span.end == end }
  }

  private static let longestName = 16

  private func beforeBlanks(_ end: Int) -> Int {
    var end = end
    while end > 0, text[end - 1] == " " { end -= 1 }
    return end
  }
}
