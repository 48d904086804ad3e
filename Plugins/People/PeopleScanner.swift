import Extraction
import GraphModel

/// A name with the posts that stand beside it.
struct PersonFinding {
  var hit: NameHit
  var posts: [Post] = []
  /// Whether the posts stand after the name.
  var isPostAfter = false
  /// Posts that a verb behind the name gives to one of whom posts stand before it.
  var given: [Post] = []
}

/// Finds the people of a document: first where something beside a name says that it is one, then the names' other places.
struct PeopleScanner {
  let context: ExtractionContext
  let text: ScalarText
  let words = PeopleWords.embedded
  let posts: [Post]
  let reader: PostReader
  let weigher: NameWeigher
  /// Names of regions of the document without their last character: 双井 of 双井村.
  let regionStems: WordTrie<Void>
  var findings: [Int: PersonFinding] = [:]
  private(set) var taken: SpanSet
  /// Where the last post behind a name ends that is a body's, and which body's.
  var rowOwner: (end: Int, target: EntityID)?
  /// The bodies that sentences begin with.
  let subjects: SubjectBodies
  /// What names of companies hold, three characters each.
  private var companyParts: WordTrie<Void>?

  private let postThreshold: Int32 = 28
  let listThreshold: Int32 = 22
  let wholeItemThreshold: Int32 = 64
  let actingItemThreshold: Int32 = 44
  let bylineThreshold: Int32 = 26
  private let clauseThreshold: Int32 = -22

  init(_ context: ExtractionContext) {
    self.context = context
    text = context.folded
    reader = PostReader(context)
    posts = reader.posts()
    weigher = NameWeigher(context)
    taken = SpanSet(count: text.count)
    subjects = SubjectBodies(context)
    var stems = WordTrie<Void>()
    for region in context.mentions(of: "Region") where region.span.count > 2 {
      stems.insert(context.folded[Span(region.span.start, region.span.end - 1)], ())
    }
    regionStems = stems
  }

  /// The names in order of their place.
  mutating func scan() -> [PersonFinding] {
    let chains = PostChains(context, weigher).read(posts)
    gatherSupport(chains)
    for chain in chains { readAfter(chain) }
    for chain in chains { readBefore(chain) }
    readBracketed(chains)
    readApposed(chains)
    readItemEnds(chains)
    readBodyRows()
    readBehindBodies()
    readBylines()
    readRosters()
    readAppointed()
    readNominated(chains)
    readRoles()
    readLists()
    readElsewhere()
    readPartners()
    readPointed()
    readClauses()
    readPresiding()
    readElsewhere()
    readGiven(chains)
    lengthenPointed()
    return findings.values.sorted { $0.hit.span < $1.hit.span }
  }

  // MARK: Posts

  func afterBlanks(_ position: Int) -> Int {
    var position = position
    while position < text.count, text[position] == " " || text[position] == ":" { position += 1 }
    return position
  }

  /// Counts the places that leave no doubt about a name's form.
  private mutating func gatherSupport(_ chains: [[Post]]) {
    var starts: [Int] = chains.compactMap { $0.last.map { afterBlanks($0.span.end) } }
    for index in context.places(of: "、") { starts.append(index + 1) }
    for start in starts {
      for option in weigher.options(at: start) where option.isSolid && option.score <= listThreshold {
        weigher.support.add(text[option.span])
      }
    }
    gatherElsewhere(starts)
  }

  /// Counts the other places of what may be a name behind a post or a mark, where a verb or a mark ends it: 甲某身为… beside
  /// 甲某身代表….
  private mutating func gatherElsewhere(_ starts: [Int]) {
    var forms = WordTrie<Void>()
    for start in starts {
      for option in weigher.options(at: start, limit: postThreshold) where option.span.count == 3 && !option.isSolid {
        forms.insert(text[option.span], ())
      }
    }
    guard forms.count > 0 else { return }
    let known = Set(starts)
    var index = 0
    while let (span, _) = forms.firstMatch(in: text, from: index) {
      index = span.start + 1
      guard !known.contains(span.start), weigher.follow(span.end).isSolid, leftEdge(span.start) < 0 else { continue }
      // A name by itself says more than one behind a post.
      weigher.support.add(text[span])
      weigher.support.add(text[span])
    }
  }

  private mutating func readAfter(_ chain: [Post]) {
    guard let last = chain.last else { return }
    let end = afterBracket(last.span.end)
    // 新当选某会会长的甲某
    if end + 1 < text.count, text[end] == "的", isGivenByVerb(chain),
      let name = weigher.best(at: end + 1, threshold: bylineThreshold)
    {
      record(name, .post, posts: chain)
      return
    }
    // 主席(会长)甲某
    if end < text.count, text[end] == ")", chain.count > 1, chain[chain.count - 1].span.start > 0,
      text[chain[chain.count - 1].span.start - 1] == "(", let name = name(behind: last, at: end + 1)
    {
      record(name, .post, posts: chain)
      readList(from: name.span.end, posts: [])
      return
    }
    // 甲市委书记是乙某某,
    if end + 1 < text.count, text[end] == "是", isOwn(last),
      let name = weigher.best(at: end + 1, threshold: -10), name.isSolid
    {
      record(name, .post, posts: chain)
      return
    }
    let start = afterBlanks(afterCopula(end, last))
    guard start - end <= 4, !isBehindHolder(chain, at: start), let name = name(behind: last, at: start) else { return }
    // 甲某当选县长 乙某当选副县长: the post was given to the name before it.
    if isGivenByVerb(chain), words.postVerbs.longestMatch(in: text, at: name.span.end) != nil {
      // 以甲某为组长、县长乙某为副组长: of two posts the second is of the name behind them.
      record(name, .beforeVerb, posts: Array(chain.dropFirst()))
      return
    }
    // 甲某市长和乙某某副市长: the first post is not the second's.
    if name.span.start > start, "和与及".unicodeScalars.contains(text[start]) {
      record(name, .list)
      return
    }
    record(name, .post, posts: chain)
    let shared = chain.allSatisfy { $0.kind.contains(.shared) } ? chain : []
    readList(from: name.span.end, posts: shared)
  }

  /// 出席的县领导有|甲某, 执行主席是|乙某: behind the verb that tells who they are who hold a post together.
  private func afterCopula(_ end: Int, _ post: Post) -> Int {
    guard !post.kind.isDisjoint(with: [.collective, .shared]),
      let verb = words.copulas.longestMatch(in: text, at: end), verb.end < text.count, text[verb.end].isHan,
      // 县领导为甲某颁奖: for whom they do it.
      !post.kind.contains(.collective) || text[end] != "为",
      let name = weigher.best(at: verb.end, threshold: listThreshold), name.isSolid
    else { return end }
    return verb.end
  }

  /// 甲某某会长向乙市长转达, 在家领导和旗委: whether a post's holder stands before it, or a conjunction behind no one's post, so
  /// that what follows is no name.
  private func isBehindHolder(_ chain: [Post], at start: Int) -> Bool {
    guard start < text.count, let first = chain.first, let last = chain.last else { return false }
    if last.kind.contains(.collective) { return "和与及".unicodeScalars.contains(text[start]) }
    guard chain.count == 1, !first.isAnchored, "向对从于在同".unicodeScalars.contains(text[start]),
      let holder = lastName(endingAt: first.span.start)
    else { return false }
    return leftEdge(holder.span.start) < 0
  }

  /// Whether a verb that gives posts stands right before a row of them.
  private func isGivenByVerb(_ chain: [Post]) -> Bool {
    chain.first.map { words.postVerb(endingAt: $0.span.start, in: text) != nil } ?? false
  }

  private func name(behind post: Post, at start: Int) -> NameOption? {
    // 新一届会长由甲某担任: who it is stands behind the preposition.
    if start + 1 < text.count, text[start] == "由", weigher.model.hasUsualSurname(text, at: start + 1) {
      return weigher.best(at: start + 1, threshold: postThreshold)
    }
    return weigher.best(at: start, threshold: postThreshold) ?? wholeItem(at: start, behind: post)
      ?? bareItem(behind: post, at: start) ?? wordItem(at: start, behind: post)
  }

  func startsPost(_ position: Int) -> Bool {
    var low = 0
    var high = posts.count
    while low < high {
      let middle = (low + high) / 2
      if posts[middle].span.start < position { low = middle + 1 } else { high = middle }
    }
    return low < posts.count && posts[low].span.start == position
  }

  func leftEdge(_ start: Int) -> Int32 {
    guard start > 0 else { return -12 }
    if !text[start - 1].isHan { return text[start - 1].isLatinOrDigit ? 10 : -12 }
    return reader.mention(endingAt: start) != nil ? -12 : 0
  }

  // MARK: Other anchors

  private mutating func readRoles() {
    var next = 0
    while let role = words.roles.firstMatch(in: text, from: next)?.span {
      let index = role.start
      next = index + 1
      if context.words.boundaryExcess(at: index) <= 8, context.words.boundaryExcess(at: role.end) <= 8,
        let name = weigher.best(at: role.end, threshold: -6), name.span.count >= 2
      {
        record(name, .role)
      }
      guard index > 0, Self.addresses[text[role]] != nil else { continue }
      var best: NameOption?
      for length in 2...3 where index - length >= 0 {
        let span = Span(index - length, index)
        guard let cost = weigher.model.cost(of: text[span]), let score = weigher.score(span, cost: cost) else {
          continue
        }
        let total = score - 10 + leftEdge(span.start)
        if total <= -6, best == nil || total < best!.score {
          best = NameOption(span: span, score: total, isSolid: true)
        }
      }
      if let best { record(best, .role) }
    }
  }

  private static let addresses = WordTrie(words: ["同志", "先生", "女士"])

  /// Names at the head of a clause before a verb: 方清源点评部署.
  private mutating func readClauses() {
    for index in context.hanStarts where index == 0 || text[index - 1] != "·" && !text[index - 1].isLatinOrDigit {
      guard !taken.covers(index), let name = weigher.best(at: index, threshold: clauseThreshold) else { continue }
      guard name.span.end < text.count, text[name.span.end].isHan else { continue }
      let isSaying = words.afterName.longestMatch(in: text, at: name.span.end) != nil
      let next = context.words.token(at: name.span.end)
      // 甲国际、乙克尔等展台参观
      if name.span.end < text.count, text[index - min(index, 1)] == "、", isFollowedByThings(at: name.span.end) {
        continue
      }
      guard isSaying || next.wordClass == .verb && next.span.start == name.span.end && name.score <= Self.sureName,
        !isInCompanysName(text[name.span])
      else { continue }
      record(name, .clause)
    }
  }

  /// 甲某表示, where 某省甲某实业有限公司 stands elsewhere: whether the name is that of a company.
  private mutating func isInCompanysName(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    if companyParts == nil {
      var parts = WordTrie<Void>()
      for mention in context.mentions(of: "Enterprise") where mention.span.count > 4 {
        for start in mention.span.start + 1..<mention.span.end - 2 { parts.insert(text[Span(start, start + 3)], ()) }
      }
      companyParts = parts
    }
    return name.count == 3 && companyParts?[name] != nil && weigher.support[name] == 0
  }

  /// The other places of names that are known by now.
  private mutating func readElsewhere() {
    var forms = WordTrie<Int32>()
    for finding in findings.values.sorted(by: { $0.hit.span < $1.hit.span }) {
      let form = weigher.scalars(finding.hit.span)
      guard form.count >= 2 else { continue }
      // The word list knows some people by name.
      if Lexicon.entry(form) != nil, form.count < 3 || finding.hit.anchor != .post && finding.hit.anchor != .list {
        continue
      }
      forms.insert(form, form.count >= 3 ? 40 : 12)
      let printed = text[finding.hit.span]
      if printed.count > form.count { forms.insert(printed, 40) }
    }
    guard forms.count > 0 else { return }
    var index = 0
    while let (span, limit) = forms.firstMatch(in: text, from: index) {
      if !taken.covers(span.start), let score = weigher.score(span, cost: 40), score <= limit, !taken.overlaps(span) {
        record(NameOption(span: span, score: score, isSolid: false), .elsewhere)
        index = span.end
      } else {
        index = span.start + 1
      }
    }
  }

  /// Where a pointed name was cut short although the document has its full form, gives it its whole length
  /// (甲·乙丙提|到会, where 甲·乙丙提提 stands elsewhere).
  private mutating func lengthenPointed() {
    var forms = WordTrie<Void>()
    for finding in findings.values where text[finding.hit.span].contains("·") {
      forms.insert(text[finding.hit.span], ())
    }
    guard forms.count > 1 else { return }
    for start in findings.keys.sorted() {
      guard let span = findings[start]?.hit.span, let match = forms.longestMatch(in: text, at: start),
        match.end > span.end,
        !taken.overlaps(Span(span.end, match.end))
      else { continue }
      findings[start]?.hit.span.end = match.end
      taken.insert(Span(span.end, match.end))
    }
  }

  mutating func record(_ name: NameOption, _ anchor: NameAnchor, posts: [Post] = [], isPostAfter: Bool = false) {
    if taken.overlaps(name.span) {
      if let known = findings[name.span.start], known.hit.span == name.span, known.posts.isEmpty, !posts.isEmpty {
        findings[name.span.start]?.posts = posts
        findings[name.span.start]?.isPostAfter = isPostAfter
      }
      return
    }
    taken.insert(name.span)
    findings[name.span.start] = PersonFinding(
      hit: NameHit(span: name.span, anchor: anchor, score: name.score), posts: posts, isPostAfter: isPostAfter)
  }
}
