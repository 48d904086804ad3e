import Extraction
import GraphModel

/// Whose bare posts are in the report of a meeting: of the body that holds it, where the post is one that such a body has
/// (甲县财政局召开会议。党组书记乙某主持,局长丙某讲话).
struct Conveners {
  private let context: ExtractionContext
  private let text: ScalarText
  private let words = PeopleWords.embedded
  /// Those who hold meetings: where their names begin and end, in order.
  private var conveners: [(span: Span, entity: EntityID, isRegion: Bool)] = []
  /// Where bodies and companies end, in order.
  private var bodyEnds: [Int] = []

  /// How far behind the name of who holds a meeting its people may still be named, in scalars.
  private static let reach = 400
  private static let dates: ScalarSet = "0123456789年月日上下午昨今天晚前近"
  private static let before: ScalarSet = "由与和经请在向跟同及"

  init(_ context: ExtractionContext) {
    self.context = context
    text = context.folded
    for mention in context.mentions(of: ["Organization", "Enterprise", "Zone", "Region"]) {
      if mention.type != "Region" { bodyEnds.append(mention.span.end) }
      guard holds(at: mention.span.end) else { continue }
      if mention.type == "Region" {
        guard "镇乡道".unicodeScalars.contains(text[mention.span.end - 1]),
          context.name(of: mention.entity).unicodeScalars.last == context.text[mention.span.end - 1]
        else { continue }
        conveners.append((mention.span, mention.entity, true))
      } else if let region = regionOfAssembly(mention) {
        conveners.append((mention.span, region, false))
      } else if mention.type != "Organization" || !isLeading(mention.span) {
        conveners.append((mention.span, mention.entity, false))
      }
    }
  }

  /// Gives posts of rows that have no owner to who holds the meeting.
  func tell(_ chains: inout [[Post]]) {
    guard !conveners.isEmpty else { return }
    for row in chains.indices where chains[row].allSatisfy({ isBare($0) }) {
      let start = chains[row][0].span.start
      guard start == 0 || !text[start - 1].isHan || Self.before.contains(text[start - 1]),
        let convener = convener(before: start), chains[row].allSatisfy({ fits($0, convener) })
      else { continue }
      for index in chains[row].indices {
        chains[row][index].target = convener.entity
        chains[row][index].isOfCompany = false
        chains[row][index].isOfAssociation = false
        chains[row][index].isOfOwnBody = true
      }
    }
  }

  private func isBare(_ post: Post) -> Bool {
    post.target == nil && post.level == nil && post.span.start == post.title.start
      && post.kind.isDisjoint(with: [.collective, .national, .region])
  }

  /// Who holds the meeting that is told before a position, where no other body stands in the sentence before it.
  private func convener(before position: Int) -> (span: Span, entity: EntityID, isRegion: Bool)? {
    var (first, limit) = (0, conveners.count)
    while first < limit {
      let middle = (first + limit) / 2
      if conveners[middle].span.end <= position { first = middle + 1 } else { limit = middle }
    }
    guard first > 0, position - conveners[first - 1].span.end <= Self.reach else { return nil }
    let last = conveners[first - 1]
    var start = position
    while start > last.span.end, !"。;\n".unicodeScalars.contains(text[start - 1]) { start -= 1 }
    var low = 0
    var high = bodyEnds.count
    while low < high {
      let middle = (low + high) / 2
      if bodyEnds[middle] <= max(start, last.span.end) { low = middle + 1 } else { high = middle }
    }
    return low < bodyEnds.count && bodyEnds[low] <= position ? nil : last
  }

  /// Whether a post is one that such a body has.
  private func fits(_ post: Post, _ convener: (span: Span, entity: EntityID, isRegion: Bool)) -> Bool {
    let title = text[post.title]
    if words.innerPosts.longestMatch(in: text, at: post.title.start) != nil { return true }
    if convener.isRegion { return false }
    let name = text[convener.span]
    return words.heads.contains { head in
      name.count > head.ending.count && name.suffix(head.ending.count).elementsEqual(head.ending)
        && head.posts.contains { title.count >= $0.count && title.suffix($0.count).elementsEqual($0) }
    }
  }

  /// Whether a verb of holding a meeting stands at a position, maybe behind a date.
  private func holds(at end: Int) -> Bool {
    var position = end
    while position < text.count, position - end < 12, Self.dates.contains(text[position]) { position += 1 }
    return words.holding.longestMatch(in: text, at: position) != nil
  }

  /// The region of an assembly (甲县政协, 县人大常委会), whose posts are its region's.
  private func regionOfAssembly(_ mention: Mention) -> EntityID? {
    guard mention.type == "Organization",
      words.assemblies.longestMatch(in: text, endingAt: mention.span.end, limit: mention.span.start) != nil
    else { return nil }
    return context.mentions(of: "Region", in: mention.span).first { $0.span.start == mention.span.start }?.entity
      ?? context.deixis.region(of: text[mention.span])
  }

  private func isLeading(_ span: Span) -> Bool {
    words.leadingBodies.longestMatch(in: text, endingAt: span.end, limit: span.start) != nil
      && text[span.start] != "团" && words.offices.longestMatch(in: text, endingAt: span.end, limit: span.start) == nil
  }
}
