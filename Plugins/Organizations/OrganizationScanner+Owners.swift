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
      return starting(candidate, with: name.value, at: Span(name.start, end))
    }
    return candidate
  }

  /// The name behind a verb of going that stands inside it before a region's full name: 甲某来|平川县人民医院.
  func behindJourney(_ candidate: OrganizationCandidate) -> OrganizationCandidate {
    let span = candidate.span
    guard span.count > 6 else { return candidate }
    for end in span.start + 3..<span.end - 1 where Self.levels.contains(text[end - 1]) {
      guard let name = regionNames.longestMatch(in: text, endingAt: end), name.start > span.start,
        Self.going.contains(text[name.start - 1])
      else { continue }
      return starting(candidate, with: name.value, at: Span(name.start, end))
    }
    return candidate
  }

  /// The name from a region's full name on.
  private func starting(
    _ candidate: OrganizationCandidate, with region: EntityID, at name: Span
  ) -> OrganizationCandidate {
    var whole = candidate
    whole.span.start = name.start
    whole.core.start = max(candidate.core.start, name.end)
    whole.place = PlacePrefix(
      span: name, region: region, level: text.string(Span(name.end - 1, name.end)), isBare: false)
    whole.isStateless = false
    return whole
  }

  private static let going: ScalarSet = "来到赴往"

  /// The name with the whole of a zone's whose last character before its kind is a level word: 雅|州新区领导小组办公室.
  func withWholeZone(_ candidate: OrganizationCandidate) -> OrganizationCandidate {
    let start = candidate.span.start
    guard let place = candidate.place, place.isBare, place.span.start == start, start > 0, text[start] == "州",
      text[start - 1].isHan, lattice.token(at: start - 1).wordClass != .function,
      let kind = (place.span.end + 2...place.span.end + 4).lazy.compactMap({
        $0 < candidate.span.end ? words.zoneKinds.longestMatch(in: text, endingAt: $0) : nil
      }).first, kind.start == place.span.end
    else { return candidate }
    let from = material.trimmed(material.start(before: start, limit: 6), before: start)
    guard from < start else { return candidate }
    var whole = candidate
    whole.span.start = from
    whole.core.start = from
    whole.place = nil
    whole.isStateless = true
    return whole
  }

  /// 省农业厅|厅长某: the post begins as the body ends.
  func isDoubled(_ end: Int) -> Bool {
    end > 0 && end < text.count && text[end] == text[end - 1] && words.heads.longestMatch(in: text, at: end) != nil
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
