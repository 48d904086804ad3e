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
  private let hierarchy: Hierarchy
  private let candidates: [RegionCandidate]
  private let words: PlaceWords
  private let document: Document

  /// How much speaks for a division, by row.
  private var scores: [Int: Double] = [:]
  private var parts: [Int: Set<Int>] = [:]
  private var townVotes: [Int: (votes: Double, towns: Int)] = [:]
  private var inHead: Set<Int> = []

  private static let headScalars = 80
  private static let ledeScalars = 400

  init(_ candidates: [RegionCandidate], words: PlaceWords, hierarchy: Hierarchy, document: Document) {
    self.hierarchy = hierarchy
    self.candidates = candidates
    self.words = words
    self.document = document
    weighNames()
    weighFurniture()
    weighTowns()
  }

  /// The home region, where the document tells it.
  func home() -> Home? {
    for word in words.likely {
      if word == "镇" || word == "乡" || word == "街道" {
        if let town = homeTown(word) { return town }
      } else if let division = homeDivision(word) {
        return .division(division)
      }
    }
    return unmarkedHome()
  }

  // MARK: Weighing

  private mutating func weighNames() {
    let text = document.folded
    var seen: [Int: Int] = [:]
    var marks: Set<[Int]> = []
    for candidate in candidates {
      guard case .form(let form) = candidate.kind else { continue }
      let options = hierarchy.options(form)
      let share = (candidate.isInsideName ? 0.25 : 1) * (candidate.isCommon ? 0.4 : 1)
      let next = candidate.span.end
      let isSubject = Self.subjects.longestMatch(in: text, at: next) != nil
      let isSource = Self.sources.longestMatch(in: text, at: next) != nil
      for (_, division) in options {
        let row = division.row
        seen[row, default: 0] += 1
        if seen[row, default: 0] <= 8 { scores[row, default: 0] += share }
        func once(_ mark: Int, _ value: Double) {
          if marks.insert([row, mark]).inserted { scores[row, default: 0] += value }
        }
        if candidate.span.start < Self.headScalars, !candidate.isInsideName || isSource {
          once(1, candidate.isCommon ? 2 : 3)
        }
        if candidate.span.start < Self.ledeScalars, !candidate.isInsideName { once(2, share) }
        if isSubject, !candidate.isInsideName { once(3, candidate.form == .short && candidate.isCommon ? 0.5 : 2) }
        if isSource { once(4, 3) }
        if let above = hierarchy.parent(of: division), !candidate.isCommon,
          !candidate.isInsideName || candidate.form != .short
        {
          parts[above.row, default: []].insert(row)
          if above.level == .prefecture, let top = hierarchy.parent(of: above), candidate.form != .short {
            parts[top.row, default: []].insert(above.row)
          }
        }
      }
    }
  }

  private static let subjects = WordTrie(
    words: "委 人民政府 政府 人大 政协 召开 举行 讯 网讯 隆重 市长 县长 区长 ·".split(separator: " "))
  private static let sources = WordTrie(
    words: "日报 报 晚报 网 电视台 广播 融媒 新闻 发布 政府网 人民政府网 在线 之窗 总台 政府门户".split(separator: " "))

  /// Title, source line and what cleaning took out of the page speak for the home region too.
  private mutating func weighFurniture() {
    func weigh(_ text: String, _ value: Double) {
      var scanner = RegionScanner(Folding.fold(ScalarText(text)), gazetteer: hierarchy.gazetteer)
      scanner.scan()
      var rows: Set<Int> = []
      for candidate in scanner.candidates {
        guard case .form(let form) = candidate.kind else { continue }
        if value > 2 { inHead.formUnion(hierarchy.options(form).map(\.division.row)) }
        for (_, division) in hierarchy.options(form) where rows.insert(division.row).inserted {
          scores[division.row, default: 0] += value
        }
      }
    }
    if let title = document.metadata.title { weigh(title, 2.5) }
    if let source = document.metadata.source { weigh(source, 4) }
    var budget = 4000
    for removal in document.removals where removal.span.count <= 400 && budget > 0 {
      budget -= removal.span.count
      weigh(document.source.string(removal.span), 0.7)
    }
  }

  /// Each named town speaks for the counties that have one of its name, the rarer the name the more.
  private mutating func weighTowns() {
    var names: Set<[Unicode.Scalar]> = []
    for candidate in candidates {
      guard case .town(let codes) = candidate.kind, !codes.isEmpty,
        names.insert(Array(document.folded[candidate.span])).inserted
      else { continue }
      let counties = Set(codes.compactMap { hierarchy.county(ofTown: $0)?.row })
      for row in counties.sorted() {
        townVotes[row, default: (0, 0)].votes += 1 / Double(counties.count)
        townVotes[row, default: (0, 0)].towns += 1
      }
    }
    for (row, vote) in townVotes where scores[row] != nil {
      scores[row, default: 0] += Double(min(vote.towns, 4)) * 1.5
    }
    for (row, named) in parts where scores[row] != nil { scores[row, default: 0] += min(Double(named.count), 6) * 0.8 }
  }

  // MARK: Choosing

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
    let counties = codes.compactMap { hierarchy.county(ofTown: $0) }
    let named = counties.max { (scores[$0.row] ?? 0, -$0.row) < (scores[$1.row] ?? 0, -$1.row) }
    let county = named.flatMap { (scores[$0.row] ?? 0) > 0 || counties.count == 1 ? $0 : nil }
    return .town(name: document.text.string(best.candidate.span), codes: codes, county: county)
  }

  private func homeDivision(_ word: String) -> Division? {
    let fitting = scores.filter { hierarchy.levelWord(hierarchy.gazetteer.division($0.key)) == word }
    let order = fitting.sorted { ($0.value, -$0.key) > ($1.value, -$1.key) }
    let unnamed = inferred(word)
    if let unnamed, let first = order.first, !inHead.contains(first.key), (parts[unnamed.row] ?? []).count >= 3,
      (parts[first.key] ?? []).count < (parts[unnamed.row] ?? []).count
    {
      return unnamed
    }
    if let first = order.first, first.value >= 1.5 {
      let division = hierarchy.gazetteer.division(first.key)
      // 我市 in the news of a county-level city: the city above is named too, but none of its other parts.
      if division.level < .county, let below = order.dropFirst().first(where: { isBelow($0.key, division) }),
        below.value >= first.value * 0.6, (parts[first.key] ?? []).count <= 2
      {
        return hierarchy.gazetteer.division(below.key)
      }
      return division
    }
    return unnamed
  }

  private func isBelow(_ row: Int, _ division: Division) -> Bool {
    hierarchy.ancestors(of: hierarchy.gazetteer.division(row)).contains { $0.row == division.row }
  }

  /// A home that is never named: the division that has most of the named parts.
  private func inferred(_ word: String) -> Division? {
    var votes: [(row: Int, weight: Double)] = []
    for (row, named) in parts where named.count >= 2 && fits(row, word) { votes.append((row, Double(named.count))) }
    for (row, vote) in townVotes where fits(row, word) && (vote.votes >= 0.9 || vote.towns >= 2) {
      votes.append((row, vote.votes + Double(vote.towns)))
    }
    votes.sort { ($0.weight, -$0.row) > ($1.weight, -$1.row) }
    guard let first = votes.first else { return nil }
    if votes.count > 1, votes[1].weight * 1.3 > first.weight { return nil }
    return hierarchy.gazetteer.division(first.row)
  }

  private func fits(_ row: Int, _ word: String) -> Bool {
    hierarchy.levelWord(hierarchy.gazetteer.division(row)) == word
  }

  /// The home of a document without place-words: what its head and its names speak for.
  private func unmarkedHome() -> Division? {
    let order = scores.filter { $0.value >= 5 }.sorted { ($0.value, -$0.key) > ($1.value, -$1.key) }
    guard let first = order.first else { return nil }
    if let below = order.dropFirst().first(where: { isBelow($0.key, hierarchy.gazetteer.division(first.key)) }),
      below.value >= first.value * 0.75
    {
      return hierarchy.gazetteer.division(below.key)
    }
    return hierarchy.gazetteer.division(first.key)
  }

  private func unmarkedHome() -> Home? { unmarkedHome().map(Home.division) }
}
