import Extraction
import GraphModel

/// The people of one document: one entity a form, whatever script or blanks it is written in.
struct PeopleRegister {
  private let context: ExtractionContext
  private let text: ScalarText
  private let words = PeopleWords.embedded
  /// The associations of the document, in order.
  private let associations: [Mention]
  private var byForm: [TextKey: EntityID] = [:]
  private var order: [EntityID] = []
  private var anchors: [EntityID: Set<NameAnchor>] = [:]
  /// Posts behind names that say by themselves neither whose association nor whose region they are, which count where nothing
  /// before the name tells one.
  private var late: [(entity: EntityID, finding: PersonFinding, post: Post, target: EntityID)] = []
  private var collective: [(entity: EntityID, finding: PersonFinding, post: Post)] = []
  /// An office that one person holds: the title and whose it is.
  private struct Office: Hashable {
    var title: String
    var target: EntityID
  }
  private var offices: [(office: Office, entity: EntityID)] = []
  private var joined: [EntityID: EntityID] = [:]
  private var titles: Set<Span> = []
  private var holders: [(surname: Unicode.Scalar, title: String, entity: EntityID, target: EntityID)] = []

  init(_ context: ExtractionContext) {
    self.context = context
    let text = context.folded
    let words = words
    self.text = text
    associations = context.mentions(of: "Organization").filter { body in
      words.associations.longestMatch(in: text, endingAt: body.span.end, limit: body.span.start) != nil
    }
  }

  /// Adds a mention and the posts beside it.
  mutating func add(_ finding: PersonFinding) {
    let span = finding.hit.span
    let isPlain = text[span].allSatisfy(\.isHan)
    let form =
      isPlain
      ? text.string(span) : ScalarText(text[span].filter { $0 != " " }.map { $0 == "?" ? "·" : $0 }).description
    let rule = finding.hit.anchor.rawValue
    let entity: EntityID
    if let known = byForm[TextKey(form)] ?? (finding.hit.anchor == .givenBeforePost ? fullForm(ofGiven: form) : nil) {
      entity = known
    } else {
      let printed =
        isPlain
        ? context.text.string(span)
        : ScalarText(context.text[span].filter { !$0.properties.isWhitespace }).description
      entity = context.addEntity(
        "Person", name: printed, rule: rule, confidence: confidence(finding.hit), distinct: true)
      byForm[TextKey(form)] = entity
      order.append(entity)
    }
    anchors[entity, default: []].insert(finding.hit.anchor)
    context.addMention(of: entity, at: span, rule: rule)
    guard words.cited[text[span]] == nil else { return }
    addPosts(finding, of: entity)
    if !finding.given.isEmpty {
      var later = finding
      later.posts = finding.given
      later.isPostAfter = true
      addPosts(later, of: entity)
    }
  }

  private mutating func addPosts(_ finding: PersonFinding, of entity: EntityID) {
    for post in finding.posts {
      guard let target = owner(of: post, isBehindName: finding.isPostAfter) else {
        context.trace?.lost("HOLDS_POST", at: post.span, rule: "post.beside-name", .ownerless)
        continue
      }
      if post.kind.contains(.collective) {
        collective.append((entity, finding, post))
        continue
      }
      if finding.isPostAfter, post.isOfAssociation || isImplied(post, target) {
        late.append((entity, finding, post, target))
        continue
      }
      add(post, of: entity, to: target, finding)
    }
  }

  /// 甲某副市长: whether nothing but its level word says of which region a post is.
  private func isImplied(_ post: Post, _ target: EntityID) -> Bool {
    post.kind.contains(.region) && post.span.start == post.title.start && target == context.deixis.home
  }

  /// Adds 市领导 and its like for those of whom the document knows no post of their own.
  func addCollectivePosts() {
    let known = Set(holders.map { joined[$0.entity] ?? $0.entity })
    for (holder, finding, post) in collective {
      let entity = joined[holder] ?? holder
      guard !known.contains(entity) else { continue }
      if let target = post.target { relate(entity, target, post, finding, rule: "post.collective", confidence: 0.5) }
    }
  }

  /// Adds the posts behind names (甲某会长致辞) of those of whom nothing else tells such a post.
  mutating func addLatePosts() {
    guard !late.isEmpty else { return }
    var known: [EntityID: Set<Office>] = [:]
    for holder in holders {
      known[joined[holder.entity] ?? holder.entity, default: []].insert(
        Office(title: holder.title, target: holder.target))
    }
    for (holder, finding, post, target) in late {
      let entity = joined[holder] ?? holder
      let title = text.string(post.title)
      let isTold =
        known[entity]?.contains {
          post.isOfAssociation ? $0.title.hasSuffix(title) : $0.title == title && $0.target != target
        } ?? false
      guard !isTold else { continue }
      known[entity, default: []].insert(Office(title: title, target: target))
      add(post, of: entity, to: target, finding)
    }
  }

  private mutating func add(_ post: Post, of entity: EntityID, to target: EntityID, _ finding: PersonFinding) {
    relate(
      entity, target, post, finding, rule: finding.isPostAfter ? "post.after-name" : "post.before-name",
      confidence: 0.93)
    if context.type(of: target) == "Region" { titles.insert(post.title) }
    if post.kind.contains(.region), !post.kind.contains(.shared) {
      offices.append((Office(title: text.string(post.title), target: target), entity))
    }
    holders.append((text[finding.hit.span.start], text.string(post.title), entity, target))
  }

  /// Where titles stand that hold the name of a body and are their region's: 县委办主任, 县纪委书记.
  var fusedTitles: [Span] { titles.sorted() }

  private func relate(
    _ entity: EntityID, _ target: EntityID, _ post: Post, _ finding: PersonFinding, rule: String, confidence: Double
  ) {
    let span = finding.hit.span
    context.addRelation(
      "HOLDS_POST", from: entity, to: target,
      properties: ["title": .string(title(post))],
      evidence: Span(min(post.span.start, span.start), max(post.span.end, span.end)),
      rule: rule, confidence: confidence)
  }

  /// A post's title as it is printed, without the blanks in it.
  private func title(_ post: Post) -> String {
    let title = context.text[post.title]
    return title.allSatisfy(\.isHan)
      ? context.text.string(post.title) : String(context.text.string(post.title).filter { !$0.isWhitespace })
  }

  /// Whose a post is; a company's or an association's post is never a region's.
  private func owner(of post: Post, isBehindName: Bool) -> EntityID? {
    if post.isOfOwnBody { return post.target }
    if post.isOfAssociation { return association(before: post, inParagraph: isBehindName) }
    if post.isOfCompany { return company(before: post) }
    guard let target = post.target else { return company(before: post) }
    guard context.type(of: target) == "Region",
      words.companyPosts.longestMatch(in: text, endingAt: post.span.end, limit: post.title.start) != nil
    else { return target }
    // 某集团福建总经理: of a part that has no name.
    return post.isAnchored && !post.isInherited ? nil : company(before: post)
  }

  /// The company named just before a company's post (浪莎集团公司,与董事长翁荣金座谈).
  private func company(before post: Post) -> EntityID? {
    guard post.isOfCompany || words.companyPosts.longestMatch(in: text, endingAt: post.span.end) != nil else {
      return nil
    }
    let near = context.mentions(of: "Enterprise", in: Span(max(0, post.span.start - 30), post.span.start))
    guard let last = near.last, !text[Span(last.span.end, post.span.start)].contains("。") else { return nil }
    return last.entity
  }

  /// How far behind an association its paragraph still counts, in scalars.
  private static let longestParagraph = 1_000

  /// The association named last before a post of associations (甲同乡总会,会长乙某), else the only one of the document.
  ///
  /// - Parameter inParagraph: whether it must be named in the post's own paragraph, for all that others were named before.
  private func association(before post: Post, inParagraph: Bool) -> EntityID? {
    let start = post.rowStart ?? post.span.start
    if let head = generalAssociation(before: post.span.start) { return head }
    var low = 0
    var high = associations.count
    while low < high {
      let middle = (low + high) / 2
      if associations[middle].span.end <= start { low = middle + 1 } else { high = middle }
    }
    if low > 0 {
      let end = associations[low - 1].span.end
      let isNear = start - end <= Self.longestParagraph && !text[Span(end, start)].contains("\n")
      if !inParagraph || isNear { return associations[low - 1].entity }
    }
    guard let first = associations.first?.entity, associations.count < 50,
      associations.allSatisfy({ $0.entity == first })
    else { return nil }
    return first
  }

  /// 总商会副会长: the last association before a position that is called so in full.
  private func generalAssociation(before start: Int) -> EntityID? {
    guard start > 3, let kind = words.associations.longestMatch(in: text, endingAt: start), kind.start > 1,
      text[kind.start - 1] == "总", !text[kind.start - 2].isHan
    else { return nil }
    let short = text[Span(kind.start - 1, start)]
    return associations.last { $0.span.end < start && text[$0.span].suffix(short.count).elementsEqual(short) }?.entity
  }

  /// A given name alone is the person of that given name, where the document has one (泽涛书记).
  private func fullForm(ofGiven form: String) -> EntityID? {
    let fitting = Set(
      byForm.filter { $0.key.text.count == form.count + 1 && $0.key.text.hasSuffix(form) }.map(\.value))
    return fitting.count == 1 ? fitting.first : nil
  }

  /// Joins two spellings of one name that hold the one office (甲区区长王小文, 甲区区长王小雯): the later is a slip.
  mutating func joinSpellings() {
    var heads: [Office: EntityID] = [:]
    for (office, entity) in offices {
      guard let head = heads[office] else {
        heads[office] = entity
        continue
      }
      let (one, other) = (Array(context.name(of: head).unicodeScalars), Array(context.name(of: entity).unicodeScalars))
      guard head != entity, one.count == 3, other.count == 3, one[0] == other[0],
        zip(one, other).count(where: { $0 != $1 }) == 1
      else { continue }
      context.merge(entity, into: head)
      order.removeAll { $0 == entity }
      joined[entity] = head
    }
  }

  /// Marks people who only made the report or are only cited for a doctrine.
  func markRoles() {
    for entity in order {
      let seen = anchors[entity] ?? []
      if words.cited[ArraySlice(context.name(of: entity).unicodeScalars)] != nil, !seen.contains(.list) {
        context.setProperty("role", of: entity, to: "cited")
      } else if seen.contains(.byline), seen.isDisjoint(with: [.post, .beforePost, .givenBeforePost, .list]) {
        context.setProperty("role", of: entity, to: "byline")
      }
    }
  }

  /// 王副市长 for someone named before.
  func resolveSurnames() {
    guard !holders.isEmpty else { return }
    for index in context.hanStarts where index < text.count - 2 {
      var rank = index + 1
      if text[rank] == "副" { rank += 1 }
      guard let match = words.doers.longestMatch(in: text, at: rank) else { continue }
      let title = text.string(Span(index + 1, match.end))
      let fitting = Set(
        holders.filter { $0.surname == text[index] && ($0.title == title || $0.title.hasSuffix(title)) }.map {
          joined[$0.entity] ?? $0.entity
        })
      if fitting.count == 1, let entity = fitting.first {
        context.addMention(of: entity, at: Span(index, match.end), rule: "person.surname-and-post", deictic: true)
      }
    }
  }

  private func confidence(_ hit: NameHit) -> Double {
    switch hit.anchor {
    case .post, .beforePost: hit.score < 0 ? 0.98 : 0.9
    case .list: hit.score < -10 ? 0.97 : 0.88
    case .givenBeforePost, .beforeVerb: 0.8
    case .clause: 0.9
    case .byline: 0.9
    case .role, .transcribed: 0.8
    case .cited, .elsewhere: 0.9
    }
  }
}
