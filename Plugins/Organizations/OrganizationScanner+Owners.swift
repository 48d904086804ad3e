import Extraction
import GraphModel

/// Whose a body is, where the words before its ending alone would say too little.
extension OrganizationScanner {
  /// The full names of the regions that a document names.
  static func fullNames(_ context: ExtractionContext) -> WordTrie<EntityID> {
    let names = context.entities(of: "Region").map { (word: context.name(of: $0), value: $0) }
    return WordTrie(
      names.filter { name in name.word.unicodeScalars.count >= 2 }.sorted { ($0.word, $0.value) < ($1.word, $1.value) },
      reversed: true)
  }

  /// The name with the whole of a region's that its start cuts: 平川|县人民医院 in a document that names 平川县.
  func withWholeRegion(_ candidate: OrganizationCandidate) -> OrganizationCandidate {
    let span = candidate.span
    for end in stride(from: min(span.start + 3, span.end - 2), to: span.start, by: -1) {
      guard let name = regionNames.longestMatch(in: text, endingAt: end), name.start < span.start,
        Self.levels.contains(text[end - 1]) || text[end - 1] == "盟"
      else { continue }
      var whole = candidate
      whole.span.start = name.start
      whole.core.start = max(candidate.core.start, end)
      whole.place = PlacePrefix(
        span: Span(name.start, end), region: name.value, level: text.string(Span(end - 1, end)), isBare: false)
      whole.isStateless = false
      return whole
    }
    return candidate
  }

  /// 市纪委派驻县财政局纪检组: the group that a committee stations in another body.
  func stationed(_ start: Int, _ end: Int) -> OrganizationCandidate? {
    guard words.supervisors.longestMatch(in: text, endingAt: end)?.start == start else { return nil }
    var mark = start
    while mark > 0, start - mark < Self.longestSeat, text[mark - 1].isHan, text[mark - 1] != "驻" { mark -= 1 }
    guard mark > 0, text[mark - 1] == "驻", start > mark else { return nil }
    var from = mark - 1
    if from > 0, text[from - 1] == "派" { from -= 1 }
    guard let committee = words.committees.longestMatch(in: text, endingAt: from),
      let place = places.prefix(endingAt: committee.start)
    else { return nil }
    return OrganizationCandidate(
      span: Span(place.span.start, end), core: Span(place.span.end, end), place: place,
      rule: "organization.place-and-body", confidence: 0.9)
  }

  /// The longest name of a body in which a group is stationed, in scalars.
  private static let longestSeat = 16

  /// 甲省对口支援乙市指挥部: the place that aids another.
  func place(aiding served: PlacePrefix) -> PlacePrefix? {
    words.aiding.longestMatch(in: text, endingAt: served.span.start).flatMap { places.prefix(endingAt: $0.start) }
  }

  /// 市科委, 县外办: a department whose short name its head's title follows; of the committees of discipline and of the league that
  /// title is a part.
  func isDepartment(_ start: Int, _ end: Int) -> Bool {
    "委办".unicodeScalars.contains(text[end - 1]) && words.committees.longestMatch(in: text, endingAt: end) == nil
      && text[start] != "团" && text[start] != "编" && places.prefix(endingAt: start) != nil
  }
}
