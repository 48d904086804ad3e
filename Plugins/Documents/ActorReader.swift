import Extraction
import GraphModel

/// Finds the bodies and regions that do something with a document.
struct ActorReader {
  /// One or more that act together.
  struct Actor {
    var entities: [EntityID]
    var span: Span
  }

  private let context: ExtractionContext
  private let text: ScalarText
  /// Bodies and regions in order of their place, none inside another.
  private let mentions: [Mention]

  /// So far before its verb an actor may stand, in scalars.
  private static let longestReach = 14
  /// So many may act together.
  private static let mostTogether = 20

  init(_ context: ExtractionContext) {
    self.context = context
    text = context.folded
    var kept: [Mention] = []
    for mention in context.mentions(of: ["Organization", "Region"]) where !mention.span.isEmpty {
      if let last = kept.last, last.span.overlaps(mention.span) {
        // 甲市 in 甲市财政局: the body acts.
        if mention.span.count > last.span.count { kept[kept.count - 1] = mention }
      } else {
        kept.append(mention)
      }
    }
    mentions = kept
  }

  /// The last actor that ends before a position, with those that act together with it.
  ///
  /// - Parameter reach: so far from the position it may end.
  func actor(before end: Int, floor: Int, within reach: Int = longestReach) -> Actor? {
    let index = firstIndex(after: end) - 1
    guard index >= 0 else { return nil }
    let mention = mentions[index]
    let gap = Span(mention.span.end, max(mention.span.end, end))
    guard mention.span.start >= floor, gap.count <= reach, !text[gap].contains(where: { "。;,《》".has($0) }) else {
      return nil
    }
    var actor = Actor(entities: [mention.entity], span: mention.span)
    var first = index
    while first > 0, index - first < Self.mostTogether, mentions[first - 1].span.start >= floor,
      isJoint(mentions[first - 1].span, mentions[first].span)
    {
      first -= 1
      actor.entities.insert(mentions[first].entity, at: 0)
      actor.span.start = mentions[first].span.start
    }
    return actor
  }

  /// The first actor that starts in a stretch, not farther than so many scalars from where it begins.
  func actor(startingIn span: Span, within reach: Int) -> Actor? {
    var index = firstIndex(after: span.start)
    while index < mentions.count, mentions[index].span.start < span.start { index += 1 }
    guard index < mentions.count, mentions[index].span.end <= span.end,
      mentions[index].span.start - span.start <= reach
    else { return nil }
    var actor = Actor(entities: [mentions[index].entity], span: mentions[index].span)
    while index + 1 < mentions.count, actor.entities.count < Self.mostTogether,
      mentions[index + 1].span.end <= span.end,
      isJoint(mentions[index].span, mentions[index + 1].span)
    {
      index += 1
      actor.entities.append(mentions[index].entity)
      actor.span.end = mentions[index].span.end
    }
    return actor
  }

  /// The bodies with which a title begins before 关于: 《国务院关于…的意见》.
  func issuers(inTitle title: DocumentTitle) -> [EntityID] {
    let start = title.inner.start
    guard let actor = actor(startingIn: title.inner, within: 0), actor.span.start == start,
      actor.span.end + 1 < title.inner.end
    else { return [] }
    var end = actor.span.end
    while end < title.inner.end, " \n".has(text[end]) { end += 1 }
    guard end + 1 < title.inner.end, text[end] == "关", text[end + 1] == "于" else { return [] }
    return actor.entities
  }

  /// The bodies that the findings so far name as a document's issuers.
  func issuers(of document: EntityID) -> [EntityID] {
    for span in context.spans(of: document).prefix(4) {
      let title = DocumentTitle(
        span: span, inner: span, base: span, kind: span, isBare: false, isHeading: true)
      let issuers = issuers(inTitle: title)
      if !issuers.isEmpty { return issuers }
    }
    return []
  }

  /// Whether two stand in a row or act together: 甲、乙; 甲会同乙.
  private func isJoint(_ a: Span, _ b: Span) -> Bool {
    guard a.end <= b.start, b.start - a.end <= 3 else { return false }
    let gap = text.string(Span(a.end, b.start))
    return ["", "、", "和", "与", "及", "以及", "会同", "联合", " ", ","].contains(gap)
  }

  /// The index of the first mention that ends after a position.
  private func firstIndex(after position: Int) -> Int {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.end <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
