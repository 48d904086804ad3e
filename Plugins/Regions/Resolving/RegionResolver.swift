import Extraction
import GraphModel

/// Decides which candidates name a region, and which one.
struct RegionResolver {
  /// What a candidate was found to denote.
  enum Target: Hashable {
    case division(row: Int)
    /// A town, by its code, or by its name where the county is not known.
    case town(code: UInt32, county: Int, name: String)
    /// A village or a community of the town or county with this name.
    case village(name: String)
  }

  let hierarchy: Hierarchy
  let document: Document
  let home: Home?
  private let homeChain: [Division]
  private let homeCounty: Division?

  init(hierarchy: Hierarchy, document: Document, home: Home?) {
    self.hierarchy = hierarchy
    self.document = document
    self.home = home
    var nearest: Division?
    switch home {
    case .division(let division)?: nearest = division
    case .town(_, _, let county)?: nearest = county
    case nil: break
    }
    homeCounty = nearest.flatMap { $0.level == .county ? $0 : nil }
    homeChain = nearest.map { [$0] + hierarchy.ancestors(of: $0) } ?? []
  }

  /// The target of every candidate that names a region, in the order of the candidates; nil for those that name none.
  func resolve(_ candidates: [RegionCandidate]) -> [Target?] {
    var targets = [Target?](repeating: nil, count: candidates.count)
    var named: Set<Int> = []
    let told = told(candidates)
    for (index, candidate) in candidates.enumerated() {
      guard case .form(let form) = candidate.kind else { continue }
      guard
        let division = choose(
          form, candidate, told, previous: index > 0 ? (candidates[index - 1], targets[index - 1]) : nil)
      else { continue }
      targets[index] = .division(row: division.row)
      if candidate.form != .short, !candidate.isCommon, !candidate.isInsideName { named.insert(division.row) }
    }
    keepNames(candidates, &targets, named)
    acceptForms(candidates, &targets, named)
    resolveTowns(candidates, &targets)
    giveStemsToTowns(candidates, &targets, named)
    resolveVillages(candidates, &targets)
    for (index, candidate) in candidates.enumerated() {
      if case .abbreviation(let code) = candidate.kind,
        let division = hierarchy.gazetteer.division(code: code, in: year)
      {
        targets[index] = .division(row: division.row)
      }
    }
    return targets
  }

  private var year: Int { hierarchy.year ?? 2022 }

  /// In the year in which 甲县 became 甲区 the bare 甲 is what the text calls it in full.
  private func keepNames(_ candidates: [RegionCandidate], _ targets: inout [Target?], _ named: Set<Int>) {
    guard hierarchy.year != nil else { return }
    var byShortName: [String: [Division]] = [:]
    for row in named.sorted() {
      byShortName[hierarchy.gazetteer.shortName(row), default: []].append(hierarchy.gazetteer.division(row))
    }
    var heirs: [Int: Int] = [:]
    for (index, candidate) in candidates.enumerated() where candidate.form == .short {
      guard case .division(let row)? = targets[index], !named.contains(row) else { continue }
      if heirs[row] == nil {
        let division = hierarchy.gazetteer.division(row)
        let same = byShortName[hierarchy.gazetteer.shortName(row)]?.filter { other in
          other.level == division.level && other.parentCode / 10000 == division.parentCode / 10000
            && other.distance(to: year) <= 1
        }
        heirs[row] = same?.count == 1 ? same?.first?.row : row
      }
      if let heir = heirs[row] { targets[index] = .division(row: heir) }
    }
  }

  // MARK: Divisions

  /// The divisions that the text names by a form of theirs alone.
  private func told(_ candidates: [RegionCandidate]) -> Set<Int> {
    var told: Set<Int> = []
    for candidate in candidates where candidate.form != .short && !candidate.isInsideName && !candidate.isCommon {
      guard case .form(let form) = candidate.kind else { continue }
      let options = hierarchy.options(form)
      if options.count == 1 { told.insert(options[0].division.row) }
    }
    return told
  }

  private func choose(
    _ form: Int, _ candidate: RegionCandidate, _ told: Set<Int>, previous: (RegionCandidate, Target?)?
  ) -> Division? {
    let options = hierarchy.options(form)
    if options.count == 1 { return current(options[0].division) }
    var before: Int?
    if let (last, target) = previous, last.span.end == candidate.span.start, case .division(let row)? = target {
      before = row
    }
    // 乙市丙区、丁区: the next of a list is of the city of the one before it.
    var sibling: Int?
    if let (last, target) = previous, candidate.span.start - last.span.end == 1,
      "、和与及".unicodeScalars.contains(document.folded[last.span.end]), case .division(let row)? = target
    {
      sibling = hierarchy.parent(of: hierarchy.gazetteer.division(row))?.row
    }
    // 大通 where 大通县 is named and a district of that name is not; of the districts of one name that of a city that is named.
    func weight(_ option: (kind: FormKind, division: Division)) -> Double {
      let isInTold =
        option.kind != .short && hierarchy.ancestors(of: option.division).contains { told.contains($0.row) }
      return score(option, before, sibling, options) + (isInTold ? 2 : 0)
        + (option.kind == .short && told.contains(option.division.row) ? 3.5 : 0)
    }
    let best = options.max { a, b in (weight(a), -a.division.row) < (weight(b), -b.division.row) }
    return best.map { current($0.division) }
  }

  private func score(
    _ option: (kind: FormKind, division: Division), _ before: Int?, _ sibling: Int?,
    _ options: [(kind: FormKind, division: Division)]
  ) -> Double {
    let division = option.division
    var score = option.kind == .short ? (division.level == .province ? 6.0 : division.level == .prefecture ? 5 : 3) : 5
    if let year = hierarchy.year {
      score -= Double(min(division.distance(to: year), 5))
    } else if division.lastYear == 9999 {
      score += 1.5
    }
    let above = hierarchy.ancestors(of: division)
    if let before, above.contains(where: { $0.row == before }) { score += 9 }
    if let sibling, above.contains(where: { $0.row == sibling }) { score += 4 }
    if let first = homeChain.first, first.code == division.code {
      // 长沙 in the news of 长沙县 is the city above rather than the county.
      let isShared =
        option.kind == .short && options.contains { other in above.contains { $0.row == other.division.row } }
      return score + (isShared ? 3 : 10)
    }
    if let first = homeChain.first, above.contains(where: { $0.code == first.code }) { score += 6 }
    if homeChain.contains(where: { $0.code == division.code }) {
      score += 5
    } else if let parent = above.first, homeChain.dropFirst().contains(where: { $0.code == parent.code }) {
      score += parent.level == .province ? 1.5 : 3
    } else if let top = above.last, homeChain.contains(where: { $0.code == top.code }) {
      score += 1.5
    }
    return score
  }

  /// The division that bears a name at the document's date where the printed name was no longer, or not yet, in force.
  private func current(_ division: Division) -> Division {
    guard let year = hierarchy.year, division.distance(to: year) > 1 else { return division }
    let short = hierarchy.gazetteer.shortName(division.row)
    guard !short.isEmpty, let form = hierarchy.gazetteer.form(short) else { return division }
    let top = hierarchy.ancestors(of: division).last?.code ?? division.code
    let heirs = hierarchy.gazetteer.references(form.form).map(\.division).filter {
      $0.holds(in: year) && $0.level == division.level && (hierarchy.ancestors(of: $0).last?.code ?? $0.code) == top
    }
    return heirs.count == 1 ? heirs[0] : division
  }

  /// Drops candidates that name no region here.
  private func acceptForms(_ candidates: [RegionCandidate], _ targets: inout [Target?], _ named: Set<Int>) {
    var isSure = [Bool](repeating: false, count: candidates.count)
    for (index, candidate) in candidates.enumerated() {
      guard case .division(let row)? = targets[index] else { continue }
      let isHome = homeChain.first?.row == row
      if candidate.isInsideName
        || candidate.isInZone && !named.contains(row) && !homeChain.contains(where: { $0.row == row })
      {
        targets[index] = nil
      } else if candidate.form != .short, !candidate.isCommon {
        isSure[index] = true
      } else if !candidate.isCommon || named.contains(row) || isHome {
        isSure[index] = true
      }
    }
    // A word that is also a place is one in a row of places, or right after the place that it belongs to.
    for (index, candidate) in candidates.enumerated() where !isSure[index] {
      guard case .division(let row)? = targets[index] else { continue }
      let isAfterParent =
        index > 0 && candidates[index - 1].span.end == candidate.span.start
        && isAncestor(targets[index - 1], of: hierarchy.gazetteer.division(row))
      let isListed =
        isNeighbour(candidates, targets, index, -1, isSure) && isOpen(behind: candidates[index].span.end)
        || isNeighbour(candidates, targets, index, 1, isSure) && isOpen(before: candidates[index].span.start)
      if isAfterParent || isListed { isSure[index] = true } else { targets[index] = nil }
    }
  }

  /// Whether a row of places may begin at a position: 怎么|合作、甲怎么发展 has none.
  private func isOpen(before start: Int) -> Bool {
    let text = document.folded
    guard start > 0, text[start - 1].isHan, !Self.leading.contains(text[start - 1]) else { return true }
    return start > 1 && Lexicon.entry(text[Span(start - 2, start)])?.wordClass == .verb
  }

  /// Whether a row of places may end at a position.
  private func isOpen(behind end: Int) -> Bool {
    let text = document.folded
    guard end < text.count, text[end].isHan, !Self.trailing.contains(text[end]) else { return true }
    guard end + 1 < text.count, let word = Lexicon.entry(text[Span(end, end + 2)]) else { return false }
    return [.verb, .function, .number].contains(word.wordClass)
  }

  private static let leading: ScalarSet = "了着过到在赴往从经由与和及对向为来去至入于把将访驻是有省市州盟区"
  private static let trailing: ScalarSet = "和与及等两三四五六七八九十县市区地的在来到赴召举开已均也都分"

  private func isAncestor(_ target: Target?, of division: Division) -> Bool {
    guard case .division(let row)? = target else { return false }
    return hierarchy.ancestors(of: division).contains { $0.row == row }
  }

  private func isNeighbour(
    _ candidates: [RegionCandidate], _ targets: [Target?], _ index: Int, _ step: Int, _ isSure: [Bool]
  ) -> Bool {
    let other = index + step
    guard candidates.indices.contains(other), isSure[other], targets[other] != nil else { return false }
    let gap =
      step < 0
      ? Span(candidates[other].span.end, candidates[index].span.start)
      : Span(candidates[index].span.end, candidates[other].span.start)
    return gap.count == 1 && document.folded[gap.start] == "、"
  }

  // MARK: Towns and villages

  /// The counties that the text names by more than a stem.
  private func spoken(_ targets: [Target?]) -> Set<UInt32> {
    var codes: Set<UInt32> = []
    for case .division(let row)? in targets { codes.insert(hierarchy.gazetteer.division(row).code) }
    return codes
  }

  private func resolveTowns(_ candidates: [RegionCandidate], _ targets: inout [Target?]) {
    let named = spoken(targets)
    for (index, candidate) in candidates.enumerated() {
      guard case .town(let codes) = candidate.kind else { continue }
      let name = document.folded.string(candidate.span)
      if !candidate.townNames.isEmpty {
        targets[index] = listedTown(candidate)
        continue
      }
      var counties: [(code: UInt32, county: Division)] = []
      for code in codes {
        if let county = hierarchy.county(ofTown: code) { counties.append((code, county)) }
      }
      var before: Division?
      if index > 0, candidates[index - 1].span.end == candidate.span.start,
        case .division(let row)? = targets[index - 1]
      {
        before = hierarchy.gazetteer.division(row)
      }
      if let before, let hit = counties.first(where: { isIn($0.county, before) }) {
        targets[index] = .town(code: hit.code, county: hit.county.row, name: name)
      } else if let homeCounty, before == nil, !counties.contains(where: { $0.county.code == homeCounty.code }),
        let hit = only(counties.filter { named.contains($0.county.code) })
      {
        // 平湖市的新埭镇: a town of another county that the text names.
        targets[index] = .town(code: hit.code, county: hit.county.row, name: name)
      } else if let homeCounty, before == nil || before?.row == homeCounty.row {
        let hit = counties.first { $0.county.code == homeCounty.code }
        // A town of the home county that no list has: abolished, renamed, or of a zone.
        targets[index] = .town(code: hit?.code ?? 0, county: homeCounty.row, name: name)
      } else if let first = homeChain.first, let hit = only(counties.filter { isIn($0.county, first) }) {
        targets[index] = .town(code: hit.code, county: hit.county.row, name: name)
      } else if let hit = only(counties) {
        targets[index] = .town(code: hit.code, county: hit.county.row, name: name)
      } else {
        targets[index] = .town(code: 0, county: before?.row ?? -1, name: name)
      }
    }
  }

  /// The town of the home county, or of the home city, whose stem stands in a list of towns.
  private func listedTown(_ candidate: RegionCandidate) -> Target? {
    guard let home = homeChain.first else { return nil }
    let hits = candidate.townNames.compactMap { code, name in
      hierarchy.county(ofTown: code).flatMap { isIn($0, home) ? (code: code, county: $0, name: name) : nil }
    }
    return only(hits).map { .town(code: $0.code, county: $0.county.row, name: $0.name) }
  }

  /// In the text of 武安镇 the bare 武安 is the town, not a county of that name far away.
  private func giveStemsToTowns(_ candidates: [RegionCandidate], _ targets: inout [Target?], _ named: Set<Int>) {
    var stems: [[Unicode.Scalar]: Target] = [:]
    for (candidate, target) in zip(candidates, targets) {
      guard case .town = candidate.kind, let target else { continue }
      let name = document.folded[candidate.span]
      let suffix = name.last == "道" || name.last == "木" ? 2 : 1
      if name.count - suffix >= 2 { stems[Array(name.dropLast(suffix))] = target }
    }
    guard !stems.isEmpty else { return }
    for (index, candidate) in candidates.enumerated() where candidate.form == .short && !candidate.isInsideName {
      guard case .form = candidate.kind, let town = stems[Array(document.folded[candidate.span])] else { continue }
      if case .division(let row)? = targets[index], named.contains(row) || homeChain.contains(where: { $0.row == row })
      {
        continue
      }
      targets[index] = town
    }
  }

  private func only<T>(_ list: [T]) -> T? { list.count == 1 ? list[0] : nil }

  private func isIn(_ division: Division, _ other: Division) -> Bool {
    division.code == other.code || hierarchy.ancestors(of: division).contains { $0.code == other.code }
  }

  private func resolveVillages(_ candidates: [RegionCandidate], _ targets: inout [Target?]) {
    for (index, candidate) in candidates.enumerated() where candidate.kind == .village {
      let text = document.folded
      let isAfterTown =
        index > 0 && candidates[index - 1].span.end == candidate.span.start && targets[index - 1] != nil
      let isListed =
        candidate.span.end < text.count && text[candidate.span.end] == "、" && candidates.indices.contains(index + 1)
        && candidates[index + 1].span.start == candidate.span.end + 1
        || index > 0 && candidate.span.start > 0 && "、和与及".unicodeScalars.contains(text[candidate.span.start - 1])
          && candidates[index - 1].span.end == candidate.span.start - 1 && targets[index - 1] != nil
      var isTownHome = false
      if case .town? = home { isTownHome = true }
      if isAfterTown || isListed || isTownHome {
        targets[index] = .village(name: text.string(candidate.span))
      }
    }
  }
}
