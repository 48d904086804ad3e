import Extraction
import GraphModel

/// The region whose document it is.
enum Home {
  /// A division at county level or above.
  case division(Division)
  /// A town, by the text's own name, with the county where that can be told.
  case town(name: String, codes: [UInt32], county: Division?)
}

/// Finds the home region: what 我市, 全县, 区委 point to, from names, title, source line and named parts.
struct HomeFinder {
  let hierarchy: Hierarchy
  let candidates: [RegionCandidate]
  let words: PlaceWords
  let document: Document

  /// How much speaks for a division, by row.
  var scores: [Int: Double] = [:]
  var parts: [Int: Set<Int>] = [:]
  var townVotes: [Int: (votes: Double, towns: Int)] = [:]
  var inHead: Set<Int> = []
  /// How often each division is named.
  var seen: [Int: Int] = [:]
  var named: Set<Int> = []
  /// The divisions in which the home region held something, so that they are not it.
  var abroad: Set<Int> = []
  /// The divisions whose people come to the home region.
  var visitors: Set<Int> = []
  /// The divisions that are named by themselves, and not as where somebody goes or comes from.
  var owned: Set<Int> = []
  /// The divisions whose name is another word too, but which the text speaks of as a place again and again.
  let spoken: Set<Int>

  static let headScalars = 80

  init(_ candidates: [RegionCandidate], words: PlaceWords, hierarchy: Hierarchy, document: Document) {
    self.hierarchy = hierarchy
    self.candidates = candidates
    self.words = words
    self.document = document
    spoken = PlaceUse(document.folded).divisions(candidates, words: words, hierarchy: hierarchy)
    weighNames()
    weighNamesakes()
    weighFurniture()
    weighTowns()
    weighHosts()
    weighGuests()
    weighSuperiors()
  }

  /// The home region, where the document tells it.
  func home() -> Home? {
    if let town = headTown() { return town }
    let likely = words.likely
    // 我县 of a county that is not named: the city or the province that is named is not its home.
    let isSure = likely.first.map { (words.counts[$0]?.own ?? 0) > 0 } ?? false
    for word in likely where !isSure || word == likely[0] || (words.counts[word]?.own ?? 0) > 0 {
      if word == "镇" || word == "乡" || word == "街道" {
        if let town = homeTown(word) { return town }
      } else if let division = homeDivision(word) ?? prefectureOfCounties(word) ?? countyOfTowns(word) {
        return .division(division)
      }
    }
    if likely.isEmpty, let town = reportedTown() { return town }
    return (isSure ? nil : unmarkedHome().map(Home.division)) ?? cityOfDistricts() ?? onlyTown() ?? homeInsideNames()
  }

  /// Whether something but its name tells a home from others of that name: 河东区 alone is of two cities.
  func isTold(_ home: Home?) -> Bool {
    guard case .division(let home)? = home else { return true }
    let score = scores[home.row] ?? 0
    return !candidates.contains { candidate in
      guard case .form(let form) = candidate.kind else { return false }
      let options = hierarchy.options(form)
      return options.contains { $0.division.row == home.row && $0.kind != .short }
        && options.contains { option in
          option.division.row != home.row && option.division.level == home.level
            && (scores[option.division.row] ?? 0) > score - Self.clearLead
        }
    }
  }

  /// By how much a home leads others of its name.
  private static let clearLead = 0.5

  /// The home that is named in other names only, 乙港区 or 大山乙物流园 in the news of 我市: the one division of that level, where
  /// another one of the same city or province is named too.
  private func homeInsideNames() -> Home? {
    guard let word = words.likely.first, (words.counts[word]?.own ?? 0) > 0 else { return nil }
    var inside: Set<Int> = []
    var outside: Set<Int> = []
    var hasGarrison = false
    for candidate in candidates where !candidate.isCommon {
      guard case .form(let form) = candidate.kind else { continue }
      let divisions = hierarchy.options(form).map(\.division)
      if candidate.isInsideName || candidate.isInZone {
        inside.formUnion(divisions.filter { hierarchy.levelWord($0) == word }.map(\.row))
        if Self.garrisons.longestMatch(in: document.folded, at: candidate.span.end) != nil { hasGarrison = true }
      } else {
        outside.formUnion(divisions.map(\.row))
      }
    }
    guard inside.count == 1, let row = inside.first, !outside.contains(row) else { return nil }
    let home = hierarchy.gazetteer.division(row)
    let above = Set(hierarchy.ancestors(of: home).map(\.row))
    let isNear = outside.contains { other in
      above.contains(other)
        || hierarchy.ancestors(of: hierarchy.gazetteer.division(other)).contains { above.contains($0.row) }
    }
    return isNear || hasGarrison ? .division(home) : nil
  }

  /// What stands in the name of a region's own garrison: 甲军分区司令员 is there when 我市 meets.
  private static let garrisons = RegionWords.table.words("garrison")

  /// The one town that a report from elsewhere speaks of as 该镇, again and again.
  private func reportedTown() -> Home? {
    let text = document.folded
    let pointers = (0..<max(0, text.count - 1)).filter {
      text[$0] == "该" && "镇乡街".unicodeScalars.contains(text[$0 + 1])
    }
    guard pointers.count >= 2 else { return nil }
    let towns = candidates.filter { if case .town = $0.kind { true } else { false } }
    let names = Set(towns.map { text.string($0.span) })
    guard names.count == 1, towns.count >= 3, let first = towns.first, case .town(let codes) = first.kind else {
      return nil
    }
    return .town(name: text.string(first.span), codes: codes, county: county(of: codes))
  }

  /// The town that a document without other regions names at its head and again.
  private func onlyTown() -> Home? {
    let isAlone = !candidates.contains { candidate in
      if case .form = candidate.kind { candidate.form != .short && !candidate.isInsideName } else { false }
    }
    guard isAlone else { return nil }
    var counts: [[Unicode.Scalar]: Int] = [:]
    for candidate in candidates {
      if case .town = candidate.kind { counts[Array(document.folded[candidate.span]), default: 0] += 1 }
    }
    guard counts.count == 1, let count = counts.first?.value, count >= 2,
      let first = candidates.first(where: { if case .town = $0.kind { true } else { false } }),
      first.span.start < Self.headScalars, case .town(let codes) = first.kind
    else { return nil }
    return .town(name: document.folded.string(first.span), codes: codes, county: county(of: codes))
  }

  // MARK: Choosing

  /// The town that convenes the meeting of the first words: 三道通镇召开….
  private func headTown() -> Home? {
    let text = document.folded
    guard let first = candidates.first(where: { !$0.isInsideName && !$0.isCommon }), first.span.start < 30,
      case .town(let codes) = first.kind, Self.convening.longestMatch(in: text, at: first.span.end) != nil,
      first.span.start == 0 || !"在到于".unicodeScalars.contains(text[first.span.start - 1])
    else { return nil }
    let above = (words.counts["县"]?.deictic.count ?? 0) + (words.counts["市"]?.deictic.count ?? 0)
    let own = ["镇", "乡", "街道"].reduce(0) { $0 + (words.counts[$1]?.deictic.count ?? 0) }
    guard above <= own + 1 else { return nil }
    return .town(name: text.string(first.span), codes: codes, county: county(of: codes))
  }

  private static let convening = RegionWords.table.words("convening")

  /// The county of a town of the home document: one that is spoken of, or whose level word the text uses.
  private func county(of codes: [UInt32]) -> Division? {
    let counties = codes.compactMap { hierarchy.county(ofTown: $0) }
    if counties.count <= 1 { return counties.first }
    let named = counties.max { (scores[$0.row] ?? 0, -$0.row) < (scores[$1.row] ?? 0, -$1.row) }
    if let named, (scores[named.row] ?? 0) > 0.2 { return named }
    let word = ["县", "区", "市", "旗"].max { (words.counts[$0]?.weight ?? 0, $1) < (words.counts[$1]?.weight ?? 0, $0) }
    guard let word, (words.counts[word]?.weight ?? 0) > 0 else { return nil }
    let fitting = counties.filter { hierarchy.levelWord($0) == word }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func homeTown(_ word: String) -> Home? {
    var best: (score: Double, candidate: RegionCandidate)?
    var counts: [[Unicode.Scalar]: Double] = [:]
    for candidate in candidates {
      guard case .town = candidate.kind else { continue }
      let name = Array(document.folded[candidate.span])
      guard Hierarchy.levelWord(ScalarText(name).description) == word else { continue }
      counts[name, default: 0] += candidate.span.start < Self.headScalars ? 2.5 : 1
      if let score = counts[name], score > best?.score ?? 2.4 { best = (score, candidate) }
    }
    guard let best, case .town(let codes) = best.candidate.kind else { return nil }
    return .town(name: document.folded.string(best.candidate.span), codes: codes, county: county(of: codes))
  }

  private func homeDivision(_ word: String) -> Division? {
    let fitting = scores.filter { hierarchy.levelWord(hierarchy.gazetteer.division($0.key)) == word }
    let order = fitting.sorted { ($0.value, -$0.key) > ($1.value, -$1.key) }
    // 我县 in the news of the only county that is named, be it once, and not as where somebody goes.
    let isOnly = order.count < 2 || order[1].value < order[0].value * 0.5
    let isOwn = (words.counts[word]?.own ?? 0) > 0
    // So in the news of 市政协 and 全市.
    let isSpoken = isOwn || (words.counts[word].map { !$0.deictic.isEmpty && $0.weight >= 6 } ?? false)
    guard let first = order.first, first.value >= (isOnly && isSpoken && owned.contains(first.key) ? 0.9 : 1.5) else {
      return nil
    }
    let division = hierarchy.gazetteer.division(first.key)
    if !named.contains(first.key) {
      // Two homes that the named parts speak for alike are none.
      let rival = order.dropFirst().first { !named.contains($0.key) }
      if let rival, rival.value * 1.2 > first.value { return nil }
      return division
    }
    let count = (parts[first.key] ?? []).count
    // 天长市、全椒县…: named once beside a sister, a county-level city is no home of 市委 and 市长.
    if word == "市", division.level == .county, !inHead.contains(first.key), seen[first.key] == 1,
      let city = hierarchy.parent(of: division), city.level == .prefecture, (parts[city.row] ?? []).count >= 2
    {
      return city
    }
    if !inHead.contains(first.key), let unnamed = order.first(where: { !named.contains($0.key) }),
      (parts[unnamed.key] ?? []).count >= max(3, count + 1)
    {
      return hierarchy.gazetteer.division(unnamed.key)
    }
    // 我市 in the news of a county-level city: the city above is named too, but none of its other parts.
    if division.level < .county, count <= 2,
      let below = order.dropFirst().first(where: { isBelow($0.key, division) && named.contains($0.key) }),
      below.value >= first.value * share(below: below.key, of: first.key, parts: count)
    {
      return hierarchy.gazetteer.division(below.key)
    }
    return lower(than: division, word: word, score: first.value) ?? division
  }

  /// How much must speak for a county-level city, as a share of what speaks for the city above it: less where the county is
  /// named more often, and least where the city is named in passing.
  private func share(below county: Int, of city: Int, parts: Int) -> Double {
    guard inHead.contains(city) || parts > 1 else { return 0.25 }
    return seen[county, default: 0] > seen[city, default: 0] ? 0.4 : 0.6
  }

  /// The county of a document that names its city too, where the city's level word says little: 市直部门 in the news of a county
  /// that is named as often, 市长 in that of a town whose county is told by the town alone.
  private func lower(than city: Division, word: String, score: Double) -> Division? {
    guard city.level == .prefecture, let count = words.counts[word], count.deictic.isEmpty, count.weight <= 3 else {
      return nil
    }
    let below = scores.filter { isBelow($0.key, city) && hierarchy.gazetteer.division($0.key).level == .county }
      .sorted { ($0.value, -$0.key) > ($1.value, -$1.key) }
    if !below.contains(where: { named.contains($0.key) }), let county = countyOfTowns(in: city, word: word) {
      return county
    }
    guard let first = below.first, below.count == 1 || below[1].value < first.value * 0.7 else { return nil }
    guard named.contains(first.key), first.value >= score * 0.6,
      seen[first.key, default: 0] >= seen[city.row, default: 0]
    else { return nil }
    return hierarchy.gazetteer.division(first.key)
  }

  /// The one county of a city whose towns are named, where the level word is its own: 市长 in the news of a town of 高邮市.
  private func countyOfTowns(in city: Division, word: String) -> Division? {
    var counties: Set<Int> = []
    for candidate in candidates {
      guard case .town(let codes) = candidate.kind else { continue }
      for code in codes {
        if let county = hierarchy.county(ofTown: code), isBelow(county.row, city) { counties.insert(county.row) }
      }
    }
    guard counties.count == 1, let row = counties.first else { return nil }
    let division = hierarchy.gazetteer.division(row)
    return hierarchy.levelWord(division) == word ? division : nil
  }

  /// The one county of a level in which all towns are that the text names: 县长 in the news of 兴隆镇 and 三溪镇.
  ///
  /// Towns of names that many counties have say nothing together, either.
  private func countyOfTowns(_ word: String) -> Division? {
    var towns: [[Unicode.Scalar]: Set<Int>] = [:]
    for candidate in candidates {
      guard case .town(let codes) = candidate.kind, !codes.isEmpty else { continue }
      let counties = codes.compactMap { hierarchy.county(ofTown: $0)?.row }
      if !counties.isEmpty { towns[Array(document.folded[candidate.span])] = Set(counties) }
    }
    guard towns.count >= 2, let first = towns.values.first else { return nil }
    let common = towns.values.reduce(first) { $0.intersection($1) }
    let chance = towns.values.map(\.count).sorted().reduce(Self.counties) { $0 * Double($1) / Self.counties }
    guard chance < Self.likelyByChance, common.count == 1, let row = common.first else { return nil }
    let division = hierarchy.gazetteer.division(row)
    return hierarchy.levelWord(division) == word && !visitors.contains(row) && !abroad.contains(row) ? division : nil
  }

  /// How many counties there are.
  private static let counties = 2850.0
  /// How many counties may have towns of all these names by chance.
  private static let likelyByChance = 0.2

  func isBelow(_ row: Int, _ division: Division) -> Bool {
    hierarchy.ancestors(of: hierarchy.gazetteer.division(row)).contains { $0.row == division.row }
  }

  /// The home of a document without place-words: what its head and its names speak for.
  private func unmarkedHome() -> Division? {
    let order = scores.filter { $0.value >= 5 && named.contains($0.key) }.sorted {
      ($0.value, -$0.key) > ($1.value, -$1.key)
    }
    guard let first = order.first else { return nil }
    if let below = order.dropFirst().first(where: { isBelow($0.key, hierarchy.gazetteer.division(first.key)) }),
      below.value >= first.value * 0.75
        || hierarchy.gazetteer.division(first.key).level == .prefecture
          && seen[below.key, default: 0] > seen[first.key, default: 0]
    {
      return hierarchy.gazetteer.division(below.key)
    }
    return hierarchy.gazetteer.division(first.key)
  }

  /// The prefecture or league that is not named in the news of 州政协 or 盟委, where all counties that are named are of one.
  private func prefectureOfCounties(_ word: String) -> Division? {
    guard word == "州" || word == "盟", let count = words.counts[word], count.weight >= 2,
      let prefecture = prefecture(ofAll: { _ in true }), hierarchy.levelWord(prefecture).hasSuffix(word)
    else { return nil }
    return prefecture
  }

  /// The city whose districts are named in the news of 我市, where they are all of one city.
  private func cityOfDistricts() -> Home? {
    guard let count = words.counts["市"], count.weight >= 3 else { return nil }
    return prefecture(ofAll: { self.hierarchy.levelWord($0) == "区" }).map(Home.division)
  }

  /// The one prefecture of all counties of a kind that are named in full.
  private func prefecture(ofAll isOfKind: (Division) -> Bool) -> Division? {
    var prefectures: Set<Int> = []
    for candidate in candidates where candidate.form == .full && !candidate.isInsideName && !candidate.isCommon {
      guard case .form(let form) = candidate.kind else { continue }
      let options = hierarchy.options(form)
      guard options.count == 1, options[0].division.level == .county, isOfKind(options[0].division),
        !visitors.contains(options[0].division.row), let above = hierarchy.parent(of: options[0].division)
      else { continue }
      prefectures.insert(above.row)
    }
    return prefectures.count == 1 ? prefectures.first.map(hierarchy.gazetteer.division) : nil
  }
}
