import Extraction
import GraphModel

/// Names beside verbs that choose somebody for a post.
extension PeopleScanner {
  /// 补选张三为副区长: who is chosen for a post.
  mutating func readAppointed() {
    var index = 0
    while let verb = words.appointing.firstMatch(in: text, from: index)?.span {
      index = verb.start + 1
      guard let name = appointed(at: verb.end), name.span.end < text.count,
        "为、“等成任担辞".unicodeScalars.contains(text[name.span.end])
          || weigher.regions.span(startingAt: name.span.end) != nil || startsPost(name.span.end)
          || words.roles.longestMatch(in: text, at: name.span.end) != nil
          // 免去甲某的副县长职务
          || text[verb.start] == "免" && text[name.span.end] == "的"
      else { continue }
      record(name, .role)
      readList(from: name.span.end, posts: [])
    }
  }

  /// The name behind a verb that chooses; whatever its characters, where 为 ends it (选举陈某某为副主任).
  private func appointed(at start: Int) -> NameOption? {
    if start + 3 < text.count, text[start + 3] == "为", weigher.model.hasUsualSurname(text, at: start),
      text[Span(start, start + 3)].allSatisfy(\.isHan), !weigher.occupied.overlaps(Span(start, start + 3)),
      words.notNames.longestMatch(in: text, at: start) == nil
    {
      return NameOption(span: Span(start, start + 3), score: 0, isSolid: true)
    }
    return weigher.best(at: start, threshold: listThreshold)
  }

  /// 上官某同志任甲市委书记: the name before a verb that gives a post.
  mutating func readNominated(_ chains: [[Post]]) {
    for chain in chains {
      guard var end = chain.first?.span.start, end > 2 else { continue }
      if end > 2, text[end - 2] == "中", text[end - 1] == "共" { end -= 2 }
      guard let length = words.postVerb(endingAt: end, in: text), end > length else { continue }
      end -= length
      // 选举产生以甲某为会长的理事会
      if length == 1, text[end] == "为", let name = nameBehindBy(endingAt: end), !taken.overlaps(name.span) {
        record(name, .beforeVerb, posts: ownedBySubject(chain, of: name.span.start), isPostAfter: true)
        continue
      }
      if end > 2, text[end - 2] == "同", text[end - 1] == "志" { end -= 2 }
      guard !taken.covers(end - 1), let name = lastName(endingAt: end), leftEdge(name.span.start) < 0,
        name.span.start == 0 || text[name.span.start - 1] != "·"
      else { continue }
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

  /// 林启谋当选为镇人大主席: posts that a verb after the name gives.
  mutating func readGiven(_ chains: [[Post]]) {
    let ends = findings.values.map(\.hit.span).sorted()
    var byStart: [Int: [Post]] = [:]
    for chain in chains { if let first = chain.first { byStart[first.span.start] = chain } }
    var listStart = 0
    for (index, span) in ends.enumerated() {
      let isNext =
        index > 0 && ends[index - 1].end + 1 == span.start
        && "、和".unicodeScalars.contains(text[ends[index - 1].end])
      if !isNext { listStart = index }
      // 甲某、乙某两位同志为
      var position = span.end
      position = countEnd(position) ?? words.counted.longestMatch(in: text, at: position)?.end ?? position
      if let role = words.roles.longestMatch(in: text, at: position) { position = role.end }
      position = votesEnd(position)
      guard let verb = words.postVerbs.longestMatch(in: text, at: position),
        let chain = byStart[verb.end] ?? words.terms.longestMatch(in: text, at: verb.end).flatMap({ byStart[$0.end] })
          ?? ownAssociationEnd(verb.end).flatMap({ byStart[$0] })
      else { continue }
      let isShared = chain.last.map { findings[afterBlanks($0.span.end)]?.hit.anchor == .beforeVerb } ?? false
      let given = ownedBySubject(isShared ? Array(chain.prefix(1)) : chain, of: ends[listStart].start)
      for member in listStart...index {
        let start = ends[member].start
        let spans = findings[start]?.posts.map(\.span) ?? []
        if spans.isEmpty || spans == chain.map(\.span) {
          findings[start]?.posts = given
          findings[start]?.isPostAfter = true
        } else if spans.allSatisfy({ $0.end <= start }) {
          let isAnchored = given.first?.isAnchored == true
          findings[start]?.given = given.filter {
            isAnchored || $0.isAnchored || $0.isOfAssociation || $0.target != nil && !$0.isInherited
          }
        }
      }
    }
  }

  /// 甲某以190票的高票|当选: where it ends how many voted for somebody.
  private func votesEnd(_ start: Int) -> Int {
    guard start < text.count, text[start] == "以" else { return start }
    let limit = min(text.count, start + Self.longestVote)
    guard let end = (start..<limit).last(where: { text[$0] == "票" }) else { return start }
    return end + 1 < text.count && text[end + 1] == "数" ? end + 2 : end + 1
  }

  private static let longestVote = 14

  /// 甲某、乙某等6人: where the count of those who were named ends.
  private func countEnd(_ start: Int) -> Int? {
    var position = start
    if position < text.count, text[position] == "等" { position += 1 }
    let first = position
    while position < text.count, position - first < 3, ChineseNumeral.isOrdinal(text[position]) { position += 1 }
    guard position > first, position < text.count, "人名位".unicodeScalars.contains(text[position]) else { return nil }
    return position + 1
  }

  /// 当选商会会长: where the association's word ends that begins at a position.
  private func ownAssociationEnd(_ start: Int) -> Int? {
    (2...3).first {
      start + $0 <= text.count && words.associations.longestMatch(in: text, endingAt: start + $0)?.start == start
    }
    .map { start + $0 }
  }

  /// Posts that a body gives: where nothing else tells whose they are, they are of the one that the sentence or the one before
  /// begins with (甲协会举行换届大会。乙某当选为主席).
  func ownedBySubject(_ chain: [Post], of start: Int) -> [Post] {
    guard chain.contains(where: { $0.target == nil && !$0.isAnchored && !$0.isOfCompany && $0.level == nil }),
      let subject = subjects.subject(before: start)
    else { return chain }
    return chain.map { post in
      guard post.target == nil, !post.isAnchored, !post.isOfCompany, post.level == nil else { return post }
      var post = post
      post.target = subject
      post.isOfAssociation = false
      return post
    }
  }
}
