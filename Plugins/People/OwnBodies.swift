import Extraction
import GraphModel

/// Whose posts are that are told by nothing but the kind of the body (院党委书记甲某、院长乙某; 公司总经理丙某): of the one body of
/// that kind that the document is about.
struct OwnBodies {
  private let context: ExtractionContext
  private let text: ScalarText
  private let words = PeopleWords.embedded
  private var found: [Kind: EntityID?] = [:]

  /// What a body is called by its own people.
  private enum Kind: Hashable {
    case company, group
    /// What bodies of the kind end with: 院, 校, 行.
    case ending(Unicode.Scalar)
  }

  private static let schools = ["大学", "学校", "中学", "小学", "学院", "党校", "校"].map { Array($0.unicodeScalars) }
  /// Characters of ranks that tell what the body is: 院长, 校长, 行长.
  private static let heads: ScalarSet = "院校行局厅所站馆台厂"
  private static let before: ScalarSet = "由与和经请在向给为跟同让据及任的"

  init(_ context: ExtractionContext) {
    self.context = context
    text = context.folded
  }

  /// Gives posts of rows that have no owner to the body that is meant.
  mutating func tell(_ chains: inout [[Post]]) {
    for row in chains.indices {
      guard chains[row].contains(where: { isOpen($0) }),
        let kind = chains[row].compactMap({ isOpen($0) ? kind(of: $0) : nil }).first
      else { continue }
      let post = chains[row][0]
      guard let owner = owner(kind, before: post.span.start) else {
        // 甲集团董事长某,集团公司副总经理某: of another group than the one whose people were named before, one that has no name.
        if kind == .group, row > 0, let last = chains[row - 1].last, isCompanys(last),
          !text[Span(last.span.end, max(last.span.end, post.span.start))].contains("。")
        {
          for index in chains[row].indices where isOpen(chains[row][index]) { chains[row][index].isOfOwnBody = true }
        }
        continue
      }
      for index in chains[row].indices where isOpen(chains[row][index]) {
        chains[row][index].target = owner
        chains[row][index].isOfCompany = false
        chains[row][index].isOfOwnBody = true
      }
    }
  }

  /// 党委书记甲某,校长乙某: a party's post beside one of the body's own in a sentence.
  func tellNeighbours(_ chains: inout [[Post]]) {
    for row in chains.indices
    where chains[row].allSatisfy({ isOpen($0) && words.innerPosts.longestMatch(in: text, at: $0.title.start) != nil }) {
      let near = [row + 1, row - 1].filter { chains.indices.contains($0) }.compactMap { other -> EntityID? in
        guard let first = chains[min(row, other)].last, let second = chains[max(row, other)].first,
          chains[other].contains(where: \.isOfOwnBody), first.span.end <= second.span.start,
          second.span.start - first.span.end <= 12,
          !text[Span(first.span.end, second.span.start)].contains("。")
        else { return nil }
        return chains[other].first { $0.isOfOwnBody }?.target
      }
      guard let owner = near.first else { continue }
      for index in chains[row].indices {
        chains[row][index].target = owner
        chains[row][index].isOfOwnBody = true
      }
    }
  }

  private func isCompanys(_ post: Post) -> Bool { post.target.map { context.type(of: $0) == "Enterprise" } == true }

  private func isOpen(_ post: Post) -> Bool {
    (post.target == nil || post.isInherited && !post.isAnchored && kindBefore(post) != nil) && post.level == nil
      && !post.isOfAssociation && post.span.start == post.title.start && !post.kind.contains(.collective)
  }

  private func kind(of post: Post) -> Kind? {
    if let kind = kindBefore(post) { return kind }
    guard isFree(post.span.start), post.title.count >= 2, text[post.title.end - 1] == "长" else { return nil }
    let head = text[post.title.end - 2]
    return Self.heads.contains(head) ? .ending(head) : nil
  }

  /// What stands right before a post for the body: 公司, 我院, 校.
  private func kindBefore(_ post: Post) -> Kind? {
    guard let own = words.ownBodies.longestMatch(in: text, endingAt: post.span.start), isFree(own.start) else {
      return nil
    }
    switch text.string(Span(own.start, post.span.start)) {
    case let word where word.hasSuffix("集团公司") || word.hasSuffix("集团"): return .group
    case let word where word.hasSuffix("公司"): return .company
    default: return .ending(text[post.span.start - 1])
    }
  }

  /// Whether no name can go on to the left of a position.
  private func isFree(_ start: Int) -> Bool {
    start == 0 || !text[start - 1].isHan || Self.before.contains(text[start - 1])
  }

  /// The only body of a kind that the document names; else the only one with which its sentences begin. None where the first
  /// that is asked for stands before it: the document's own body is another, which it does not name.
  private mutating func owner(_ kind: Kind, before start: Int) -> EntityID? {
    if let known = found[kind] { return known }
    let owner = search(kind, before: start)
    found[kind] = .some(owner)
    return owner
  }

  private func search(_ kind: Kind, before start: Int) -> EntityID? {
    var entities: Set<EntityID> = []
    var subjects: Set<EntityID> = []
    var first = Int.max
    let types = kind == .company || kind == .group ? ["Enterprise"] : ["Organization", "Enterprise"]
    for mention in context.mentions(of: types) where fits(mention.span, kind) {
      entities.insert(mention.entity)
      first = min(first, mention.span.start)
      if mention.span.start == 0 || "。\n ,!?".unicodeScalars.contains(text[mention.span.start - 1]) {
        subjects.insert(mention.entity)
      }
    }
    guard first < start else { return nil }
    if entities.count == 1 { return isBesideOwn(entities) ? nil : entities.first }
    if kind == .company || kind == .group { return nil }
    return subjects.count == 1 ? subjects.first : nil
  }

  /// 集团公司与甲集团签约: whether the body that is called by its kind alone stands beside the one that has a name.
  private func isBesideOwn(_ entities: Set<EntityID>) -> Bool {
    context.mentions(of: "Enterprise").contains { mention in
      guard entities.contains(mention.entity), mention.span.start > 0,
        "与和同".unicodeScalars.contains(text[mention.span.start - 1]),
        let own = words.ownBodies.longestMatch(in: text, endingAt: mention.span.start - 1)
      else { return false }
      return isFree(own.start)
    }
  }

  private func fits(_ span: Span, _ kind: Kind) -> Bool {
    switch kind {
    case .company: contains("公司", span) || contains("集团", span)
    case .group: contains("集团", span)
    case .ending("校"):
      Self.schools.contains { $0.count < span.count && text[Span(span.end - $0.count, span.end)].elementsEqual($0) }
    case .ending(let scalar): span.count > 2 && text[span.end - 1] == scalar
    }
  }

  private func contains(_ word: String, _ span: Span) -> Bool {
    let word = Array(word.unicodeScalars)
    return span.range.dropLast(word.count - 1).contains { text[Span($0, $0 + word.count)].elementsEqual(word) }
  }
}
