import Extraction
import GraphModel

/// Reads where companies stand that somebody visited: 来到甲开发区,察看了乙公司、丙科技等企业.
struct VisitReader {
  private static let going = WordTrie(
    words: ["来到", "走进", "深入", "前往", "先后到", "先后深入", "先后来到", "赴", "到", "在"], reversed: true)
  private static let looking = WordTrie(
    words: ["察看", "查看", "参观", "走访", "考察", "调研", "视察", "观摩", "实地了解"])

  let context: ExtractionContext

  /// Adds LOCATED_IN from the companies of a sentence to the zone or the town that the sentence goes to before them.
  func locate() {
    for sentence in context.structure.sentences {
      let companies = context.mentions(of: "Enterprise", in: sentence)
      guard !companies.isEmpty else { continue }
      var places = context.mentions(of: "Zone", in: sentence).filter { isVisited($0, in: sentence) }
      places += context.mentions(of: "Region", in: sentence).filter { isTown($0) && isVisited($0, in: sentence) }
      places.sort { $0.span < $1.span }
      var next = 0
      var place: Mention?
      for company in companies {
        while next < places.count, places[next].span.end <= company.span.start {
          place = places[next]
          next += 1
        }
        guard let place, isSeen(company, at: place) else { continue }
        context.addRelation(
          "LOCATED_IN", from: company.entity, to: place.entity, evidence: sentence, rule: "zone.visited-company",
          confidence: 0.7)
      }
    }
  }

  private func isVisited(_ mention: Mention, in sentence: Span) -> Bool {
    Self.going.longestMatch(in: context.folded, endingAt: mention.span.start, limit: sentence.start) != nil
  }

  private func isTown(_ mention: Mention) -> Bool {
    guard mention.entity != context.deixis.home else { return false }
    return context.property("level", of: mention.entity) == .string("township")
  }

  /// Whether the company is right behind the place or behind a verb of looking that follows the place.
  private func isSeen(_ company: Mention, at place: Mention) -> Bool {
    guard company.span.start >= place.span.end, company.span.start - place.span.end <= 120 else { return false }
    return company.span.start == place.span.end
      || Self.looking.occurs(in: context.folded, Span(place.span.end, company.span.start))
  }
}
