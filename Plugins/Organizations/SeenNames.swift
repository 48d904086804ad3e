import Extraction
import GraphModel

/// Settles where names begin by the document's other mentions of them: a name that stands elsewhere behind a mark decides where
/// the same name begins behind words that could belong to it.
enum SeenNames {
  private static let shortest = 4

  /// The candidates, those without a place cut to a name that the document has elsewhere.
  static func settled(
    _ candidates: [OrganizationCandidate], in context: ExtractionContext
  ) -> [OrganizationCandidate] {
    let text = context.folded
    let isSettled: (OrganizationCandidate) -> Bool = {
      $0.span.start == 0 || !text[$0.span.start - 1].isHan || $0.place?.span.start == $0.span.start
    }
    var names: Set<ArraySlice<Unicode.Scalar>> = []
    for candidate in candidates where candidate.span.count >= shortest && isSettled(candidate) {
      names.insert(text[candidate.span])
    }
    guard names.count > 0 else { return candidates }
    let words = OrganizationWords.embedded
    return candidates.map { candidate in
      guard candidate.rule == "organization.institution", candidate.place?.span.start != candidate.span.start,
        candidate.span.count >= shortest + 2
      else { return candidate }
      let heads = candidate.span.start + 2...candidate.span.end - shortest
      guard
        let start = heads.first(where: {
          names.contains(text[Span($0, candidate.span.end)]) && !words.isNational(text, candidate.span.start)
            && words.endings.longestMatch(in: text, endingAt: $0) == nil
            && words.parents.longestMatch(in: text, endingAt: $0) == nil
        })
      else { return candidate }
      var settled = candidate
      settled.span.start = start
      settled.core.start = max(start, settled.core.start)
      if let place = settled.place, place.span.start < start { settled.place = nil }
      return settled
    }
  }
}

/// The place of the first body of a list, which the departments behind it share: 甲市发改委、教育局、科技局.
struct ListedPlace {
  private let text: ScalarText
  private let home: EntityID?
  private var last: (end: Int, region: EntityID)?

  init(_ context: ExtractionContext) {
    text = context.folded
    home = context.deixis.home
  }

  /// The region of a body: its own, or for a bare department of a list that of the one before it.
  mutating func region(of candidate: OrganizationCandidate, own: EntityID?) -> EntityID? {
    var region = own
    if let last, candidate.place == nil, !candidate.isStateless, candidate.span.start == last.end + 1,
      "、和及与".unicodeScalars.contains(text[last.end])
    {
      region = last.region
    }
    // 市发改委、财政局 in the news of a county: the level word of another region tells as its name does.
    let isNamed = candidate.place != nil || region != own
    last = isNamed ? region.flatMap { $0 == home ? nil : (candidate.span.end, $0) } : nil
    return region
  }
}
