import Extraction
import GraphModel

/// Names that stand before their posts.
extension PeopleScanner {
  /// 梁鸿代县长, 文罡市长, 启政局长: the name before its post.
  mutating func readBefore(_ chain: [Post]) {
    guard let post = chain.first, !post.isAnchored, !post.kind.contains(.collective),
      findings[afterBlanks(post.span.end)] == nil, findings[afterBlanks(chain[chain.count - 1].span.end)] == nil,
      words.notBehindNames[text[post.span]] == nil
    else { return }
    let end = post.span.start
    guard end > 0, text[end - 1].isHan, !taken.covers(end - 1) else { return }
    // 甲某为副会长,乙某为秘书长
    if text[end - 1] == "为", let name = lastName(endingAt: end - 1), name.span.start > 0,
      ",;".unicodeScalars.contains(text[name.span.start - 1]), let last = chain.last,
      last.span.end == text.count || ",。;".unicodeScalars.contains(text[last.span.end]),
      (max(0, name.span.start - 16)..<name.span.start).contains(where: { text[$0] == "为" })
    {
      record(name, .beforeVerb)
      return
    }
    // 增补甲某、乙某为副会长: the verb is no part of the name.
    if text[end - 1] == "为", let name = lastName(endingAt: end - 1), name.span.start > 0,
      "、和以补举任命请聘".unicodeScalars.contains(text[name.span.start - 1])
    {
      return
    }
    var best: (option: NameOption, given: Bool)? = pointedName(endingAt: end).map { ($0, false) }
    let longest = best == nil ? 4 : 0
    for length in stride(from: 2, through: longest, by: 1) where end - length >= 0 {
      let span = Span(end - length, end)
      guard text[span].allSatisfy(\.isHan), span.start == 0 || text[span.start - 1] != "·" else { break }
      // 甲某某会长向乙市长转达
      if end - length > 0, "向对和与同为".unicodeScalars.contains(text[span.start]),
        NameWeigher.rankEnds.contains(text[span.start - 1])
      {
        continue
      }
      // 以甲某为主任: the verb belongs to the post.
      if regionStems[text[span]] != nil || length == 2 && "为任是".unicodeScalars.contains(text[end - 1]) { continue }
      let left = leftEdge(span.start)
      let isPlain = left < 0 || weigher.model.hasUsualSurname(text, at: span.start)
      if isPlain, let cost = weigher.model.cost(of: text[span]), let score = weigher.score(span, cost: cost) {
        let total = score - 8 + left - Int32(12 * min(2, weigher.support[text[span]]))
        if best == nil || total < best!.option.score {
          best = (NameOption(span: span, score: total, isSolid: left < 0), false)
        }
      }
      if length == 2, left < 0, !"为任是".unicodeScalars.contains(text[end - 1]), isFreeWord(span),
        let cost = weigher.model.loneGivenCost(text[span]),
        let score = weigher.score(span, cost: cost)
      {
        let total = score + left
        if best == nil || total < best!.option.score - 8 {
          best = (NameOption(span: span, score: total, isSolid: true), true)
        }
      }
    }
    guard let best, best.option.score <= (best.given && text[post.span.start] == "副" ? 40 : 12) else { return }
    var held = chain
    held[0] = owned(post, before: best.option.span.start)
    record(best.option, best.given ? .givenBeforePost : .beforePost, posts: held, isPostAfter: true)
    if findings[best.option.span.start]?.posts.first?.span == held[0].span, let last = held.last,
      let target = held[0].target, context.type(of: target) != "Region"
    {
      rowOwner = (last.span.end, target)
    }
  }

  /// Whether a stretch is no usual word.
  private func isFreeWord(_ span: Span) -> Bool {
    guard let entry = Lexicon.entry(text[span]) else { return true }
    return entry.wordClass == .place && entry.cost >= 44 && text[span].allSatisfy { weigher.model.isGiven($0) }
  }

  /// The post of a name that stands before it: a body's where one stands before the name, or before the department that does
  /// (甲厅人事处乙某处长), and for the next name of a row that of the one before (、丙某副处长).
  func owned(_ post: Post, before start: Int) -> Post {
    var post = post
    if post.isInherited { post.target = nil }
    // 甲局的乙某局长
    let end = start > 0 && text[start - 1] == "的" ? start - 1 : start
    guard let mention = reader.mention(endingAt: end) ?? reader.bodyBeforeDepartment(endingAt: start, floor: 0)?.body
    else {
      if post.target == nil, let rowOwner, rowOwner.end + 1 == start, "、和与及".unicodeScalars.contains(text[rowOwner.end])
      {
        post.target = rowOwner.target
        post.isOfAssociation = false
      } else if isBehindUnknownAssociation(start) {
        post.target = nil
        post.isOfAssociation = false
      }
      return post
    }
    if mention.type == "Organization", reader.isLeading(mention) {
      post.target = reader.region(ofLeading: mention) ?? post.target
    } else if !post.kind.contains(.region) {
      post.target = mention.entity
    }
    return post
  }

  /// 转达了甲乙商会丙某会长的问候: whether an association that is not known stands before a name.
  private func isBehindUnknownAssociation(_ start: Int) -> Bool {
    guard let kind = words.associations.longestMatch(in: text, endingAt: start), kind.start > 1 else { return false }
    return text[kind.start - 1].isHan && words.ownAssociations.longestMatch(in: text, endingAt: start) == nil
      && context.words.token(at: kind.start - 1).wordClass != .verb
      && !"由与和经请在".unicodeScalars.contains(text[kind.start - 1])
  }
}
