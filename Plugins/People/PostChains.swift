import Extraction
import GraphModel

/// Joins posts that stand in a row (市委常委、常务副市长) and tells whose the later ones are.
struct PostChains {
  private let context: ExtractionContext
  private let text: ScalarText
  private let words = PeopleWords.embedded
  /// The longest unknown body that may stand between two posts of one person.
  private static let longestBody = 16

  init(_ context: ExtractionContext) {
    self.context = context
    text = context.folded
  }

  /// The posts in rows, in order, each with whose it is.
  func read(_ posts: [Post]) -> [[Post]] {
    var chains: [[Post]] = []
    for post in posts {
      var post = post
      let isForeign = post.kind.contains(.national) || isOfUnknownBody(post)
      // ,人大常委会副主任乙某: a body of the region's own without its level word.
      let isBodied = post.isAnchored && post.span.start == post.title.start && post.level == nil
      if post.target == nil, !post.isAnchored || isBodied, !isForeign, let last = chains.last?.last,
        isOneSentence(last.span.end, post.span.start)
      {
        post.target = last.target
        post.isInherited = true
      }
      if let last = chains.last?.last, follows(post, last) { post.target = last.target }
      if let last = chains.last?.last, joins(last.span.end, post.span.start), !isSuffix(last, before: post),
        !isGiven(chains.last?.first, before: post)
      {
        if let level = post.level, !post.isAnchored, last.level == level,
          last.target.map({ context.type(of: $0) == "Region" }) ?? true
        {
          post.target = last.target ?? post.target
        }
        // 西藏自治区党委副书记、区人大常委会主任: 区 is short for the autonomous region named before.
        if post.level == "区", last.level == "自治区", post.span.start == post.title.start {
          post.target = last.target
          post.level = last.level
        }
        // 某医院主任医师、科教处处长: the next post's department is in the same body.
        if post.target == nil, let start = departmentStart(before: post, behind: last) {
          post.title.start = start
          post.span.start = start
          post.target = last.target
        }
        if post.target == nil, !isForeign { post.target = last.target }
        if post.level == nil { post.level = last.level }
        chains[chains.count - 1].append(post)
      } else {
        chains.append([post])
      }
    }
    tellOwners(&chains)
    return chains
  }

  /// Where a department begins that stands between 、 and a post, behind a body's or a company's post.
  private func departmentStart(before post: Post, behind last: Post) -> Int? {
    let start = last.span.end + 1
    guard let target = last.target, context.type(of: target) != "Region", post.span.start == post.title.start,
      post.span.start - start >= 2, "科处部室组系".unicodeScalars.contains(text[post.span.start - 1])
    else { return nil }
    return start
  }

  /// Tells which posts are a company's or an association's though neither is named before them.
  private func tellOwners(_ chains: inout [[Post]]) {
    var association: Post?
    for row in chains.indices {
      let isCompanys = chains[row].contains {
        words.companyPosts.longestMatch(in: text, endingAt: $0.title.end, limit: $0.title.start) != nil
      }
      for index in chains[row].indices {
        let post = chains[row][index]
        guard post.span.start == post.title.start, post.level == nil, isOwnerless(post) else { continue }
        if isCompanys { chains[row][index].isOfCompany = true }
        // 会长甲某,副会长乙某,秘书长丙某
        let isListed = association.map { isOneSentence($0.span.end, post.span.start) } ?? false
        if words.associationPosts.longestMatch(in: text, endingAt: post.title.end, limit: post.title.start) != nil
          || isListed
            && words.officerPosts.longestMatch(in: text, endingAt: post.title.end, limit: post.title.start) != nil
        {
          chains[row][index].isOfAssociation = true
          association = post
        }
      }
    }
  }

  /// Whether nothing or only an earlier post tells whose a post is.
  private func isOwnerless(_ post: Post) -> Bool {
    guard let target = post.target else { return true }
    return !post.isAnchored && context.type(of: target) == "Region"
      || post.isInherited && context.type(of: target) == "Region"
  }

  /// 甲某教授,某局局长乙某: a learned title behind a name begins no row over a comma.
  private func isSuffix(_ last: Post, before post: Post) -> Bool {
    words.learned[text[last.title]] != nil && post.span.start > last.span.end
      && text[Span(last.span.end, post.span.start)].contains(",")
  }

  /// Whether a level word alone points back to the region of that level just named: 乙市委书记某,市委副书记某.
  private func follows(_ post: Post, _ last: Post) -> Bool {
    guard let level = post.level, level == last.level, let target = last.target, context.type(of: target) == "Region",
      post.target != target,
      post.span.start == post.title.start, post.span.start - last.span.end <= 40,
      // In the home region's own papers its level word is its own.
      post.target == nil || post.target != context.deixis.home,
      isOneSentence(last.span.end, post.span.start)
    else { return false }
    let between = Span(last.span.end, post.span.start)
    return !text[between].contains { "来赴到陪率抵;".unicodeScalars.contains($0) }
      && context.mentions(of: "Region", in: between).isEmpty
  }

  /// Whether no sentence ends between two positions.
  private func isOneSentence(_ start: Int, _ end: Int) -> Bool {
    end >= start && end - start < 120 && !text[Span(start, end)].contains { "。\n!?".unicodeScalars.contains($0) }
  }

  /// 甲某为团长,副主任乙某为副团长: a post given to the name before it begins no row.
  private func isGiven(_ first: Post?, before post: Post) -> Bool {
    guard let first, first.span.start > 0, post.span.start > first.span.end,
      text[Span(first.span.end, post.span.start)].contains(",")
    else { return false }
    return text[first.span.start - 1] == "为"
  }

  private func joins(_ end: Int, _ start: Int) -> Bool {
    guard start >= end else { return false }
    if start - end <= 2 { return text[Span(end, start)].allSatisfy { "、, 兼及和".unicodeScalars.contains($0) } }
    // 统战部副部长、省民委主任: the next post's body is unknown, but nobody is named in between.
    return start - end <= Self.longestBody && (text[end] == "、" || text[end] == "兼")
      && text[Span(end + 1, start)].allSatisfy(\.isHan)
  }

  /// Whether a noun right before a post names a body that is not known, so that the post is nobody else's (人力部长).
  private func isOfUnknownBody(_ post: Post) -> Bool {
    guard post.span.start > 0 else { return false }
    let before = text[post.span.start - 1]
    guard before.isHan || before == "”" || before == ")" else { return false }
    if before == "”" { return true }
    if words.modifiers.longestMatch(in: text, endingAt: post.span.start) != nil { return false }
    if "会委办组局厅处院所社团队校厂".unicodeScalars.contains(before) { return true }
    return [.noun, .place, .unknown].contains(context.words.token(at: post.span.start - 1).wordClass)
  }
}
