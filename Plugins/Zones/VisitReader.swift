import Extraction
import GraphModel

/// Reads where companies stand: those that somebody visited in a place (来到甲开发区,察看了乙公司、丙科技等企业), those behind the
/// name of a zone (甲工业园乙工贸), and those of which the text says it (乙公司落户甲县).
struct VisitReader {
  private static let going = WordTrie(
    words: ["来到", "走进", "深入", "前往", "先后到", "先后深入", "先后来到", "赴", "到", "在"], reversed: true)
  private static let looking = WordTrie(
    words: ["察看", "查看", "参观", "走访", "考察", "调研", "视察", "观摩", "实地了解"])

  private static let meeting = WordTrie(words: ["会见", "会晤", "拜会", "拜访", "接见", "约见"])

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
      let stands = Stands(context: context, sentence: sentence)
      for company in companies {
        if let stand = stands.place(of: company) {
          context.addRelation(
            "LOCATED_IN", from: company.entity, to: stand, evidence: sentence, rule: "zone.company-stands",
            confidence: 0.8)
          continue
        }
        while next < places.count, places[next].span.end <= company.span.start {
          place = places[next]
          next += 1
        }
        guard let place, !isOneOfMany(place), isSeen(company, at: place) else { continue }
        context.addRelation(
          "LOCATED_IN", from: company.entity, to: place.entity, evidence: sentence, rule: "zone.visited-company",
          confidence: 0.7)
      }
    }
  }

  private func isVisited(_ mention: Mention, in sentence: Span) -> Bool {
    Self.going.longestMatch(in: context.folded, endingAt: mention.span.start, limit: sentence.start) != nil
  }

  /// 来到甲产业园、乙产业园: nothing says in which of them a company is.
  private func isOneOfMany(_ place: Mention) -> Bool {
    let text = context.folded
    guard place.span.end + 1 < text.count, "、和与及".unicodeScalars.contains(text[place.span.end]) else { return false }
    return ["Zone", "Region"].contains { type in
      context.mentions(of: type, in: Span(place.span.end, min(text.count, place.span.end + 20))).contains {
        $0.span.start == place.span.end + 1
      }
    }
  }

  private func isTown(_ mention: Mention) -> Bool {
    guard mention.entity != context.deixis.home else { return false }
    return context.property("level", of: mention.entity) == .string("township")
  }

  /// Whether the company is right behind the place or behind a verb of looking that follows the place.
  private func isSeen(_ company: Mention, at place: Mention) -> Bool {
    guard company.span.start >= place.span.end, company.span.start - place.span.end <= 120 else { return false }
    // 考察了甲研究院,会见了乙公司董事长: who is met may have come from anywhere.
    if Self.meeting.occurs(in: context.folded, Span(place.span.end, company.span.start)) { return false }
    return company.span.start == place.span.end
      || Self.looking.occurs(in: context.folded, Span(place.span.end, company.span.start))
  }
}

/// The places right before and behind a company.
private struct Stands {
  /// The longest name of a place that is looked at, in scalars.
  private static let reach = 40
  private static let insides = WordTrie(words: ["境内", "内", "辖区", "辖区内", "城区", "县城"], reversed: true)

  let context: ExtractionContext
  let sentence: Span

  /// The place that the text says a company stands in.
  func place(of company: Mention) -> EntityID? {
    let text = context.folded
    let words = ZoneWords.embedded
    let (start, end) = (company.span.start, company.span.end)
    // 甲工业园乙工贸, 甲工业园的乙公司
    if let zone = place("Zone", endingAt: start)
      ?? (start > 0 && text[start - 1] == "的" ? place("Zone", endingAt: start - 1) : nil)
    {
      return zone.entity
    }
    // 乙公司落户甲县
    if let verb = words.standingAt.longestMatch(in: text, at: end) { return place(at: verb.end)?.entity }
    // 乙公司在甲县成立
    if end < text.count, text[end] == "在", let place = place(at: end + 1),
      words.founding.longestMatch(in: text, at: place.span.end) != nil
    {
      return place.entity
    }
    // 位于甲县的乙公司, 位于我县境内的乙公司
    guard start > 2, text[start - 1] == "的" else { return nil }
    let inside = Self.insides.longestMatch(in: text, endingAt: start - 1)?.start ?? start - 1
    guard let region = place("Region", endingAt: inside),
      words.standingBefore.longestMatch(in: text, endingAt: region.span.start) != nil
    else { return nil }
    return region.entity
  }

  /// The longest zone, else the longest region, that begins at a position.
  private func place(at start: Int) -> Mention? {
    let near = Span(min(start, sentence.end), min(sentence.end, start + Self.reach))
    for type in ["Zone", "Region"] {
      let places = context.mentions(of: type, in: near).filter { $0.span.start == start && $0.span.count >= 2 }
      if let longest = places.max(by: { $0.span.end < $1.span.end }) { return longest }
    }
    return nil
  }

  private func place(_ type: String, endingAt end: Int) -> Mention? {
    context.mentions(of: type, in: Span(max(sentence.start, end - Self.reach), max(sentence.start, end))).last {
      $0.span.end == end && $0.span.count >= 2
    }
  }
}
