import Extraction
import GraphModel

/// Names beside verbs that choose somebody for a post.
extension PeopleScanner {
  /// 补选张三为副区长: who is chosen for a post.
  mutating func readAppointed() {
    var index = 0
    while let verb = words.appointing.firstMatch(in: text, from: index)?.span {
      index = verb.start + 1
      guard let name = weigher.best(at: verb.end, threshold: listThreshold), name.span.end < text.count,
        "为、".unicodeScalars.contains(text[name.span.end])
          || words.roles.longestMatch(in: text, at: name.span.end) != nil
      else { continue }
      record(name, .role)
      readList(from: name.span.end, posts: [])
    }
  }

  /// 上官某同志任甲市委书记: the name before a verb that gives a post.
  mutating func readNominated(_ chains: [[Post]]) {
    for chain in chains {
      guard var end = chain.first?.span.start, end > 2 else { continue }
      if end > 2, text[end - 2] == "中", text[end - 1] == "共" { end -= 2 }
      guard let length = (1...4).last(where: { end > $0 && words.postVerbs[text[Span(end - $0, end)]] != nil }) else {
        continue
      }
      end -= length
      // 选举产生以甲某为会长的理事会
      if length == 1, text[end] == "为", let name = nameBehindBy(endingAt: end), !taken.overlaps(name.span) {
        record(name, .beforeVerb, posts: ownedBySubject(chain, of: name.span.start), isPostAfter: true)
        continue
      }
      if end > 2, text[end - 2] == "同", text[end - 1] == "志" { end -= 2 }
      guard !taken.covers(end - 1), let name = lastName(endingAt: end), leftEdge(name.span.start) < 0 else { continue }
      record(name, .beforeVerb, posts: chain, isPostAfter: true)
    }
  }

  /// The name between 以 and a position.
  private func nameBehindBy(endingAt end: Int) -> NameOption? {
    for length in 2...4 where end > length && text[end - length - 1] == "以" {
      if let name = weigher.best(at: end - length, threshold: listThreshold), name.span.end == end { return name }
    }
    return nil
  }
}
