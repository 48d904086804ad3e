import Extraction
import GraphModel

/// Tells the divisions that a document speaks of as others than its home: those whose people come to 我市, and the places where
/// the home region holds something away from home.
struct GuestPlaces {
  private let text: ScalarText
  private let hierarchy: Hierarchy
  /// The divisions that are named by themselves, in order.
  private let candidates: [RegionCandidate]

  private static let reach = 60

  init(_ text: ScalarText, candidates: [RegionCandidate], hierarchy: Hierarchy) {
    self.text = text
    self.hierarchy = hierarchy
    self.candidates = candidates.filter { candidate in
      if case .form = candidate.kind { !candidate.isInsideName && !candidate.isCommon } else { false }
    }
  }

  /// The divisions whose delegations come to the home region: 甲市乙区考察团来我市, 丙县党政代表团一行到我县.
  ///
  /// - Returns: rows of the gazetteer.
  func visitors() -> Set<Int> {
    var rows: Set<Int> = []
    for arrival in arrivals() {
      guard let last = candidates.lastIndex(where: { $0.span.end <= arrival }),
        arrival - candidates[last].span.end <= Self.reach,
        isOneSentence(candidates[last].span.end, arrival), hasGuests(Span(candidates[last].span.end, arrival))
      else { continue }
      var index = last
      rows.formUnion(divisions(candidates[index]))
      while index > 0, candidates[index - 1].span.end == candidates[index].span.start {
        index -= 1
        rows.formUnion(divisions(candidates[index]))
      }
    }
    return rows
  }

  /// Where a meeting that is named after another region is held: 乙市 in 甲市产业推介会在乙市举行.
  ///
  /// - Returns: rows of the gazetteer.
  func venues() -> Set<Int> {
    var rows: Set<Int> = []
    for (index, venue) in candidates.enumerated() where index > 0 {
      guard venue.span.start > 1, text[venue.span.start - 1] == "在",
        Self.held.longestMatch(in: text, at: venue.span.end) != nil,
        Self.events.longestMatch(in: text, endingAt: quoteless(venue.span.start - 1)) != nil
      else { continue }
      let own = divisions(venue)
      // 甲市·乙市合作推介会在乙市举行: a place of the title itself.
      var owners: Set<Int> = []
      for owner in candidates[..<index].reversed() {
        guard isOneSentence(owner.span.end, venue.span.start),
          !text[Span(owner.span.end, venue.span.start)].contains(",")
        else { break }
        owners.formUnion(divisions(owner))
      }
      guard !owners.isEmpty, owners.isDisjoint(with: own),
        !owners.contains(where: { owner in own.contains { isRelated(owner, $0) } })
      else { continue }
      rows.formUnion(own)
    }
    return rows
  }

  /// Where a verb of coming stands before 我市 or 我县.
  private func arrivals() -> [Int] {
    var found: [Int] = []
    for index in 1..<max(1, text.count - 1)
    where text[index] == "我" && Self.levels.contains(text[index + 1]) {
      if let verb = Self.coming.longestMatch(in: text, endingAt: index) { found.append(verb.start) }
    }
    return found
  }

  private func hasGuests(_ span: Span) -> Bool {
    span.range.contains { Self.guests.longestMatch(in: text, at: $0, limit: span.end) != nil }
  }

  private func isOneSentence(_ start: Int, _ end: Int) -> Bool {
    end >= start && end - start <= Self.reach
      && !text[Span(start, end)].contains { "。;\n!?".unicodeScalars.contains($0) }
  }

  private func quoteless(_ end: Int) -> Int { end > 1 && text[end - 1] == "”" ? end - 1 : end }

  private func divisions(_ candidate: RegionCandidate) -> Set<Int> {
    guard case .form(let form) = candidate.kind else { return [] }
    return Set(hierarchy.options(form).map(\.division.row))
  }

  private func isRelated(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (hierarchy.gazetteer.division(one), hierarchy.gazetteer.division(other))
    return hierarchy.ancestors(of: one).contains { $0.row == other.row }
      || hierarchy.ancestors(of: other).contains { $0.row == one.row }
  }

  private static let levels: ScalarSet = "省市县区州旗"
  private static let coming = WordTrie(
    words: "来 来到 到 赴 抵 莅 莅临 访 到访 走进 前来 前往 抵达".split(separator: " "), reversed: true)
  private static let guests = WordTrie(
    words: "一行 代表团 考察团 访问团 参访团 观摩团 考察组 学习团 率 带队 带领 客商 企业家".split(separator: " "))
  private static let held = WordTrie(words: "举行 举办 召开 隆重 成功 开幕 签约".split(separator: " "))
  private static let events = WordTrie(
    words: "会 仪式 活动 论坛 大会 推介 签约".split(separator: " "), reversed: true)
}
