import Extraction
import GraphModel

extension HomeFinder {
  private static let firstScalars = 16
  private static let ledeScalars = 400

  mutating func weighNames() {
    let text = document.folded
    var marks: Set<Int> = []
    for candidate in candidates {
      guard case .form(let form) = candidate.kind else {
        weighArrival(candidate)
        continue
      }
      let options = hierarchy.options(form)
      var share = candidate.isInsideName ? (candidate.isBracketed ? 0.8 : 0.25) : 1
      let next = candidate.span.end
      // 在甲市举办: where something is held, maybe by another.
      let isVenue =
        candidate.span.start > 0 && "在于赴".unicodeScalars.contains(text[candidate.span.start - 1])
        && Self.held.longestMatch(in: text, at: next) != nil
      // 产业合作|委员会: no committee of a region's.
      let isOfCommittee = next + 1 < text.count && text[next] == "委" && text[next + 1] == "员"
      let isSubject = !isVenue && !isOfCommittee && Self.subjects.longestMatch(in: text, at: next) != nil
      if isVenue { share *= 0.4 }
      if isVenue, isOthersVenue(candidate.span.start - 1) { abroad.formUnion(options.map(\.division.row)) }
      // 中国台湾网 reports on the whole nation.
      let isNational =
        candidate.span.start > 1 && text[candidate.span.start - 1] == "国" && text[candidate.span.start - 2] == "中"
      let isSource = Self.sources.longestMatch(in: text, at: next) != nil && !isNational
      let isOwned =
        !candidate.isInsideName && (!candidate.isCommon || options.contains { spoken.contains($0.division.row) })
        && !(candidate.span.start > 0 && "在于赴到来去与和从至".unicodeScalars.contains(text[candidate.span.start - 1]))
        && !isLesson(candidate.span)
      // A word that is also a place says little, unless it convenes the meeting, edits the paper or is used as one.
      let isWeak =
        isNational
        || candidate.isCommon && !isSource && !(isSubject && candidate.span.start < Self.headScalars)
          && !options.contains { spoken.contains($0.division.row) }
        || isLesson(candidate.span)
      if isWeak { share *= 0.05 }
      // 赴甲区、乙县考察: where somebody goes is seldom where the news is from.
      let isVisited = isVisited(candidate.span)
      if isVisited { share *= 0.3 }
      let highest = options.map(\.division.level).min() ?? .county
      for (_, division) in options {
        let row = division.row
        // 长沙 alone is the city rather than the county of that name.
        let share = division.level == highest || candidate.form != .short ? share : share * 0.4
        seen[row, default: 0] += 1
        if isOwned { owned.insert(row) }
        if seen[row, default: 0] <= 8 { scores[row, default: 0] += share }
        func once(_ mark: Int, _ value: Double) {
          if marks.insert(row << 3 | mark).inserted { scores[row, default: 0] += value }
        }
        if candidate.span.start < Self.headScalars, !candidate.isInsideName || isSource, !isWeak, !isVisited {
          once(1, 3 * share)
          if isSubject || isSource || candidate.span.start < Self.firstScalars { inHead.insert(row) }
        }
        if candidate.span.start < Self.ledeScalars, !candidate.isInsideName { once(2, share) }
        if isSubject, !candidate.isInsideName { once(3, 2 * share) }
        if isSource { once(4, 3 * max(share, 0.5)) }
        if let above = hierarchy.parent(of: division), !candidate.isCommon || spoken.contains(row),
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

  /// 与来渝的客商座谈: where the writer is.
  private mutating func weighArrival(_ candidate: RegionCandidate) {
    guard case .abbreviation(let code) = candidate.kind, candidate.span.start > 0,
      document.folded[candidate.span.start - 1] == "来",
      let division = hierarchy.gazetteer.division(code: code, in: hierarchy.year ?? 2022)
    else { return }
    scores[division.row, default: 0] += 1.5
  }

  /// Of the districts of one name (河东区) the one whose city or province is named too.
  mutating func weighNamesakes() {
    var forms: Set<Int> = []
    var above: Set<Int> = []
    for candidate in candidates {
      guard case .form(let form) = candidate.kind, forms.insert(form).inserted else { continue }
      let options = hierarchy.options(form)
      if options.count == 1, !candidate.isCommon { above.insert(options[0].division.row) }
    }
    for form in forms.sorted() {
      let options = hierarchy.options(form)
      guard options.count > 1 else { continue }
      for (kind, division) in options where kind != .short {
        let parents = hierarchy.ancestors(of: division)
        guard let nearest = parents.first(where: { above.contains($0.row) }) else { continue }
        scores[division.row, default: 0] += nearest.level == .province && parents.count > 1 ? 1 : 2
      }
    }
  }

  /// 省委、甲市委全会精神 beside 市委: 甲市 is what a county-level city is a part of, and not the home.
  mutating func weighSuperiors() {
    let text = document.folded
    guard let own = words.counts["市"], own.bodies.count + own.deictic.count >= 2 else { return }
    var superiors: Set<Int> = []
    var others: Set<Int> = []
    for candidate in candidates where !candidate.isCommon {
      guard case .form(let form) = candidate.kind else { continue }
      for (_, division) in hierarchy.options(form) where division.level == .prefecture {
        if isSuperior(candidate.span, text) {
          superiors.insert(division.row)
        } else if !isCommittee(candidate.span, text) {
          others.insert(division.row)
        }
      }
    }
    for row in superiors.subtracting(others).sorted() {
      let city = hierarchy.gazetteer.division(row)
      let below = scores.keys.filter {
        isBelow($0, city) && hierarchy.levelWord(hierarchy.gazetteer.division($0)) == "市"
      }
      guard !below.isEmpty else { continue }
      scores[row] = nil
      for part in below { scores[part, default: 0] += 2 }
    }
  }

  /// Whether a city's committee stands right behind the province's: 省委、甲市委, 省委十届九次全会、甲市委十一届十次全会.
  private func isSuperior(_ place: Span, _ text: ScalarText) -> Bool {
    guard isCommittee(place, text), place.start > 0, "、和及与".unicodeScalars.contains(text[place.start - 1]) else {
      return false
    }
    let start = max(0, place.start - Self.longestSession)
    return (start..<place.start - 1).contains { index in
      text[index] == "省" && text[index + 1] == "委"
        && !text[Span(index, place.start)].contains { ",。;\n".unicodeScalars.contains($0) }
    }
  }

  private func isCommittee(_ place: Span, _ text: ScalarText) -> Bool {
    let end = place.end < text.count && text[place.end] == "市" ? place.end + 1 : place.end
    return end < text.count && text[end] == "委"
  }

  /// How long the names of a committee and its session are at most.
  private static let longestSession = 24

  /// 汲取甲市“3·15”事故教训: whether a place is named for what happened there.
  private func isLesson(_ span: Span) -> Bool {
    let text = document.folded
    if span.end + 2 < text.count, text[span.end] == "“", ("0"..."9").contains(text[span.end + 1]),
      text[Span(span.end + 2, min(text.count, span.end + 5))].contains("·")
    {
      return true
    }
    return (max(1, span.start - 8)..<max(1, span.start)).contains {
      text[$0] == "取" && "汲吸".unicodeScalars.contains(text[$0 - 1])
        && !text[Span($0, span.start)].contains(where: { ",。;、\n".unicodeScalars.contains($0) })
    }
  }

  /// 我市在甲市举办: whoever comes there is not at home.
  private func isOthersVenue(_ preposition: Int) -> Bool {
    let text = document.folded
    return (max(1, preposition - 6)..<max(1, preposition)).contains { index in
      text[index - 1] == "我" && "省市县区州旗".unicodeScalars.contains(text[index])
    }
  }

  /// Whether 赴 or 前往 stands before a place or before the row of places that it is in.
  private func isVisited(_ span: Span) -> Bool {
    let text = document.folded
    var start = span.start
    while start > 0, span.start - start < 48, text[start - 1].isHan || text[start - 1] == "、" {
      if text[start - 1] == "赴" || text[start - 1] == "往" && start > 1 && text[start - 2] == "前" { return true }
      start -= 1
    }
    return false
  }

  private static let subjects = RegionWords.table.words("subject")
  private static let held = RegionWords.table.words("held")
  private static let columns = RegionWords.table.words("column")
  private static let sources = RegionWords.table.words("source")

  /// Title, source line and what cleaning took out of the page speak for the home region too.
  mutating func weighFurniture() {
    func weigh(_ text: String, _ value: Double, isSource: Bool = false) {
      let folded = Folding.fold(ScalarText(text))
      var scanner = RegionScanner(folded, gazetteer: hierarchy.gazetteer)
      scanner.scan()
      var values: [Int: Double] = [:]
      for candidate in scanner.candidates {
        guard case .form(let form) = candidate.kind,
          !candidate.isCommon || isSource || Self.sources.longestMatch(in: folded, at: candidate.span.end) != nil
        else { continue }
        // 首页 > 甲县要闻: the column is the home's own.
        let value =
          isSource || Self.columns.longestMatch(in: folded, at: candidate.span.end) == nil ? value : max(value, 2)
        if value > 2 { inHead.formUnion(hierarchy.options(form).map(\.division.row)) }
        for (_, division) in hierarchy.options(form) { values[division.row] = max(values[division.row] ?? 0, value) }
      }
      for (row, value) in values { scores[row, default: 0] += value }
    }
    if let title = document.metadata.title { weigh(title, 2.5) }
    if let source = document.metadata.source { weigh(source, 4, isSource: true) }
    var budget = 4000
    for removal in document.removals where removal.span.count <= 400 && budget > 0 {
      budget -= removal.span.count
      weigh(document.source.string(removal.span), 0.7)
    }
  }

  /// 甲市领导某某与我市领导: who stands beside the home's leaders is another, where one more of that level is named.
  mutating func weighHosts() {
    let text = document.folded
    var hosts: Set<Int> = []
    for candidate in candidates where candidate.form != .short && !candidate.isInsideName {
      guard case .form(let form) = candidate.kind, Self.leaders.longestMatch(in: text, at: candidate.span.end) != nil
      else { continue }
      let level = text[candidate.span.end - 1]
      let end = min(text.count - 3, candidate.span.end + 90)
      guard candidate.span.end < end,
        (candidate.span.end..<end).contains(where: { index in
          text[index] == "我" && text[index + 1] == level && text[index + 2] == "领" && text[index + 3] == "导"
        })
      else { continue }
      hosts.formUnion(hierarchy.options(form).map(\.division.row))
    }
    for row in hosts.sorted() {
      let word = hierarchy.levelWord(hierarchy.gazetteer.division(row))
      let others = scores.contains { other in
        !hosts.contains(other.key) && named.contains(other.key)
          && hierarchy.levelWord(hierarchy.gazetteer.division(other.key)) == word
      }
      if others { scores[row, default: 0] *= 0.15 }
    }
  }

  /// Whose delegations come to 我市, and where its meetings away from home are held, is not it.
  mutating func weighGuests() {
    let text = document.folded
    let guests = GuestPlaces(text, candidates: candidates, hierarchy: hierarchy)
    for row in guests.visited() { scores[row, default: 0] += 3 }
    for row in guests.delegations() { scores[row, default: 0] += 6 }
    for row in guests.subordinates() {
      let division = hierarchy.gazetteer.division(row)
      guard division.level == .county, hierarchy.levelWord(division) == "市", let city = hierarchy.parent(of: division)
      else { continue }
      scores[row] = nil
      scores[city.row, default: 0] += 3
    }
    visitors = guests.visitors()
    for row in visitors { scores[row] = nil }
    for row in guests.venues() { scores[row]? *= 0.3 }
    HeadPlaces(text, candidates: candidates, hierarchy: hierarchy).weigh(&scores)
    for row in guests.fairgrounds() { scores[row] = nil }
    weighSeats(guests)
    weighHometown()
    for row in OwnSpeakers(text, candidates: candidates, hierarchy: hierarchy).divisions() {
      scores[row, default: 0] += 6
    }
  }

  /// The place whose chamber or association meets is the home of the news, and not that of the guests who are named by their
  /// posts: 甲市总商会成立大会举行。乙市政协副主席出席.
  private mutating func weighSeats(_ guests: GuestPlaces) {
    let text = document.folded
    var seats: Set<Int> = []
    for candidate in candidates where candidate.form == .full && candidate.span.start < Self.headScalars {
      guard case .form(let form) = candidate.kind, candidate.isInsideName,
        NameGuards.isSeatOfAssembly(after: candidate.span.end, text)
      else { continue }
      seats.formUnion(hierarchy.options(form).map(\.division.row))
    }
    guard !seats.isEmpty else { return }
    for row in seats {
      scores[row, default: 0] += 4
      inHead.insert(row)
    }
    let near = seats.union(seats.flatMap { hierarchy.ancestors(of: hierarchy.gazetteer.division($0)).map(\.row) })
    for row in guests.postHolders() where !near.contains(row) {
      let isPart = hierarchy.ancestors(of: hierarchy.gazetteer.division(row)).contains { seats.contains($0.row) }
      if !isPart { scores[row]? *= 0.3 }
    }
  }

  /// 甲市乙商会 in the news of 县领导: 乙县 from which its merchants come, where no other county is named.
  private mutating func weighHometown() {
    guard let word = words.likely.first, word != "市" else { return }
    var hometowns: [String: Set<Int>] = [:]
    for (index, candidate) in candidates.enumerated() where index > 0 && candidate.isInsideName {
      guard case .form(let form) = candidate.kind, candidates[index - 1].span.end == candidate.span.start,
        Self.hometownBodies.longestMatch(in: document.folded, at: candidate.span.end) != nil
      else { continue }
      for (_, division) in hierarchy.options(form) where hierarchy.levelWord(division) == word {
        hometowns[hierarchy.name(division), default: []].insert(division.row)
      }
    }
    guard hometowns.count == 1, let rows = hometowns.values.first else { return }
    let isAlone = !scores.contains { other in
      other.value >= 1 && !rows.contains(other.key)
        && hierarchy.levelWord(hierarchy.gazetteer.division(other.key)) == word
    }
    if isAlone { for row in rows { scores[row, default: 0] += 2 } }
  }

  private static let hometownBodies = RegionWords.table.words("hometown-body")
  private static let leaders = RegionWords.table.words("leader")

  /// Each named town speaks for the counties that have one of its name, the rarer the name the more.
  mutating func weighTowns() {
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
    for row in abroad { scores[row] = nil }
    named = Set(scores.keys)
    // A name that many counties share says little of each of them, and nothing of one that is not named.
    for (row, vote) in townVotes where named.contains(row) || vote.votes >= 0.9 {
      scores[row, default: 0] += min(vote.votes, 4) * 1.5 + Double(min(vote.towns, 4)) * 0.75
    }
    for (row, below) in parts where named.contains(row) || below.count >= 2 {
      scores[row, default: 0] += min(Double(below.count), 8) * 0.9
    }
  }
}
