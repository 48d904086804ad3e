import Extraction
import GraphModel

/// Tells the divisions that a document speaks of as others than its home: those whose people come to 我市, and the places where
/// the home region holds something away from home.
struct GuestPlaces {
  private let text: ScalarText
  private let hierarchy: Hierarchy
  /// The divisions that are named by themselves, in order.
  private let candidates: [RegionCandidate]
  /// One-character forms, in order: 潍 in 来潍.
  private let abbreviations: [Span]
  /// The first characters of divisions where the text says who comes: 瑞 in 来瑞考察.
  private let hosts: [Span]

  private static let reach = 60

  init(_ text: ScalarText, candidates: [RegionCandidate], hierarchy: Hierarchy) {
    self.text = text
    self.hierarchy = hierarchy
    self.candidates = candidates.filter { candidate in
      if case .form = candidate.kind { !candidate.isInsideName && !candidate.isCommon } else { false }
    }
    abbreviations = candidates.compactMap { candidate in
      if case .abbreviation = candidate.kind { candidate.span } else { nil }
    }
    let heads = Set(self.candidates.map { text[$0.span.start] })
    hosts = (1..<max(1, text.count - 2)).compactMap { index in
      text[index - 1] == "来" && heads.contains(text[index])
        && Self.errands.longestMatch(in: text, at: index + 1) != nil ? Span(index, index + 1) : nil
    }
  }

  /// The divisions whose delegations come to the home region: 甲市乙区考察团来我市, 丙县党政代表团一行到我县.
  ///
  /// - Returns: rows of the gazetteer.
  func visitors() -> Set<Int> {
    var rows: Set<Int> = []
    for arrival in arrivals() {
      guard let last = lastCandidate(before: arrival), arrival - candidates[last].span.end <= Self.reach,
        isOneSentence(candidates[last].span.end, arrival), hasGuests(Span(candidates[last].span.end, arrival))
      else { continue }
      // 甲市工商联领导莅临甲地乙商会: no guests from elsewhere.
      let place = candidates[last].span
      let host = Span(arrival, min(text.count, arrival + 4))
      if text[host].dropFirst().starts(with: text[place].prefix(2))
        || text[host].dropFirst(2).starts(with: text[place].prefix(2))
      {
        continue
      }
      var index = last
      rows.formUnion(divisions(candidates[index]))
      while index > 0, candidates[index - 1].span.end == candidates[index].span.start {
        index -= 1
        rows.formUnion(divisions(candidates[index]))
      }
    }
    rows.formUnion(accompanied())
    rows.formUnion(partners())
    // The province of guests is none of the hosts' either, where nothing but the guests speaks of it.
    let guestStarts = Set(candidates.filter { !divisions($0).isDisjoint(with: rows) }.map(\.span.start))
    var own: Set<Int> = []
    for candidate in candidates where !guestStarts.contains(candidate.span.end) {
      own.formUnion(divisions(candidate))
    }
    for row in rows.sorted() {
      guard let top = hierarchy.ancestors(of: hierarchy.gazetteer.division(row)).last, top.level == .province,
        !own.contains(top.row)
      else { continue }
      rows.insert(top.row)
    }
    return rows
  }

  /// The divisions with which the home region is paired: 甲县与乙市丙区结对帮扶.
  private func partners() -> Set<Int> {
    var rows: Set<Int> = []
    for (index, candidate) in candidates.enumerated()
    where candidate.span.start > 1 && "与和同".unicodeScalars.contains(text[candidate.span.start - 1])
      && candidates[..<index].last?.span.end == candidate.span.start - 1
    {
      var last = index
      while last + 1 < candidates.count, candidates[last + 1].span.start == candidates[last].span.end { last += 1 }
      guard Self.pairing.longestMatch(in: text, at: candidates[last].span.end) != nil else { continue }
      for partner in candidates[index...last] { rows.formUnion(divisions(partner)) }
    }
    return rows
  }

  /// The divisions whose people somebody goes around with: 陪同甲省委常委、乙市委书记率领的代表团.
  private func accompanied() -> Set<Int> {
    var rows: Set<Int> = []
    for (index, candidate) in candidates.enumerated()
    where Self.escorting.longestMatch(in: text, endingAt: candidate.span.start) != nil {
      var end = candidate.span.end
      while end < text.count, end - candidate.span.end < Self.reach, !"。;\n".unicodeScalars.contains(text[end]) {
        end += 1
      }
      guard let group = (candidate.span.end..<end).first(where: { Self.guests.longestMatch(in: text, at: $0) != nil })
      else { continue }
      for guest in candidates[index...].prefix(while: { $0.span.end <= group }) { rows.formUnion(divisions(guest)) }
    }
    return rows
  }

  /// The last division that is named before a position.
  private func lastCandidate(before position: Int) -> Int? {
    var low = 0
    var high = candidates.count
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle].span.end <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
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
    for index in 1..<max(1, text.count - 1) {
      switch text[index] {
      case "我" where Self.levels.contains(text[index + 1]):
        if let verb = Self.coming.longestMatch(in: text, endingAt: index) { found.append(verb.start) }
      case "莅" where isChamber(after: index + 1): found.append(index)
      case "访" where text[index - 1] == "到" && isChamber(after: index + 1): found.append(index)
      default: break
      }
    }
    for host in hosts { found.append(host.start - 1) }
    for span in abbreviations where span.start > 0 && text[span.start - 1] == "来" { found.append(span.start - 1) }
    return found.sorted()
  }

  /// Whether a chamber or an association is named right behind a verb of coming: it tells of its guests.
  private func isChamber(after start: Int) -> Bool {
    (start..<min(text.count, start + Self.longestChamber)).prefix { text[$0].isHan }
      .contains { Self.chambers.longestMatch(in: text, at: $0) != nil }
  }

  private static let longestChamber = 14

  /// The divisions in which a fair is held that 我市 goes to: 博览会在甲省乙市举行。我省组织企业参展.
  ///
  /// - Returns: rows of the gazetteer.
  func fairgrounds() -> Set<Int> {
    var rows: Set<Int> = []
    for (index, seat) in candidates.enumerated() {
      guard seat.span.start > 1, text[seat.span.start - 1] == "在",
        Self.fairs.longestMatch(in: text, endingAt: quoteless(seat.span.start - 1)) != nil
      else { continue }
      rows.formUnion(divisions(seat))
      if index + 1 < candidates.count, candidates[index + 1].span.start == seat.span.end {
        rows.formUnion(divisions(candidates[index + 1]))
      }
    }
    return rows.isEmpty || !isGoingToFair ? [] : rows
  }

  /// Whether the text says that 我省 or 我市 sends its firms to a fair.
  private var isGoingToFair: Bool {
    for index in 0..<max(0, text.count - 2) where text[index] == "我" && Self.levels.contains(text[index + 1]) {
      let near = index + 2..<min(text.count, index + 2 + Self.fairReach)
      let clause = near.prefix { !"。;\n".unicodeScalars.contains(text[$0]) }
      if clause.contains(where: { Self.exhibiting.longestMatch(in: text, at: $0) != nil }) { return true }
    }
    return false
  }

  private static let fairReach = 24

  /// The divisions that only the posts of somebody name: 甲市政协副主席, 乙省副省长.
  ///
  /// - Returns: rows of the gazetteer.
  func postHolders() -> Set<Int> {
    var posts: Set<Int> = []
    var others: Set<Int> = []
    for candidate in candidates {
      let isPost = Self.postsBehind.longestMatch(in: text, at: candidate.span.end) != nil
      if isPost { posts.formUnion(divisions(candidate)) } else { others.formUnion(divisions(candidate)) }
    }
    return posts.subtracting(others)
  }

  /// The divisions that somebody comes to by the first character of their name, 来瑞考察 in the news of 瑞安市.
  ///
  /// - Returns: rows of the gazetteer.
  func visited() -> Set<Int> {
    let heads = Set(hosts.map { text[$0.start] })
    guard !heads.isEmpty else { return [] }
    var rows: Set<Int> = []
    for candidate in candidates where heads.contains(text[candidate.span.start]) {
      rows.formUnion(divisions(candidate))
    }
    return rows
  }

  /// The divisions whose delegation takes part in what is held elsewhere: 率领甲代表团参会, 以乙为团长的甲代表团.
  ///
  /// - Returns: rows of the gazetteer.
  func delegations() -> Set<Int> {
    var rows: Set<Int> = []
    for candidate in candidates {
      let end = candidate.span.end
      guard let group = Self.groups.longestMatch(in: text, at: end),
        Self.leading.longestMatch(in: text, endingAt: candidate.span.start) != nil
      else { continue }
      let reach = min(text.count, group.end + 12)
      let isAway = (group.end..<max(group.end, reach)).contains { Self.taking.longestMatch(in: text, at: $0) != nil }
      if isAway || text[candidate.span.start - 1] == "的" { rows.formUnion(divisions(candidate)) }
    }
    return rows
  }

  /// County-level cities whose head is named in full beside one of the same rank without a place, so that 市委书记 alone is
  /// of another city: 市委书记甲,北安市委书记乙.
  ///
  /// - Returns: rows of the gazetteer.
  func subordinates() -> Set<Int> {
    var rows: Set<Int> = []
    for candidate in candidates where text[candidate.span.end - 1] == "市" {
      guard let rank = Self.heads.longestMatch(in: text, at: candidate.span.end - 1) else { continue }
      let title = text[Span(candidate.span.end - 1, rank.end)]
      var start = candidate.span.start
      while start > 0, candidate.span.start - start < 120, !"。\n;".unicodeScalars.contains(text[start - 1]) {
        start -= 1
      }
      var end = rank.end
      while end < text.count, end - rank.end < 120, !"。\n;".unicodeScalars.contains(text[end]) { end += 1 }
      let isRepeated = Span(start, max(start, end - title.count)).range.contains { position in
        position != candidate.span.end - 1 && (position == 0 || ",、:和 。;\n".unicodeScalars.contains(text[position - 1]))
          && text[Span(position, position + title.count)].elementsEqual(title)
      }
      if isRepeated { rows.formUnion(divisions(candidate)) }
    }
    return rows
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

  private static let pairing = RegionWords.table.words("pairing")
  private static let escorting = RegionWords.table.endings("escorting")
  private static let chambers = RegionWords.table.words("chamber")
  private static let fairs = RegionWords.table.endings("fair")
  private static let exhibiting = RegionWords.table.words("exhibiting")
  private static let postsBehind = RegionWords.table.words("post-behind")
  private static let errands = RegionWords.table.words("errand")
  private static let groups = RegionWords.table.words("delegation")
  private static let leading = RegionWords.table.endings("leading")
  private static let taking = RegionWords.table.words("taking-part")
  private static let heads = RegionWords.table.words("head-of-city")
  private static let levels: ScalarSet = "省市县区州旗"
  private static let coming = RegionWords.table.endings("coming")
  private static let guests = RegionWords.table.words("guest")
  private static let held = RegionWords.table.words("guest-held")
  private static let events = RegionWords.table.endings("event")
}
