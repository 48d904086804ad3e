import Extraction
import GraphModel

/// Writes the regions of a document, their hierarchy and its place-words into the context.
struct RegionWriter {
  private typealias Target = RegionResolver.Target

  private let context: ExtractionContext
  private let hierarchy: Hierarchy
  private let home: Home?
  /// Whether more than its name tells the home region from others of that name.
  private let isHomeTold: Bool
  private let words: PlaceWords
  /// Official names as the document prints them, in its own script, by row.
  private var printed: [Int: String] = [:]
  private var divisions: [Int: EntityID] = [:]
  private var towns: [String: EntityID] = [:]
  private var townCounties: [(town: EntityID, county: Int)] = []
  private var villages: [(village: EntityID, town: EntityID?)] = []

  init(context: ExtractionContext, hierarchy: Hierarchy, home: Home?, isHomeTold: Bool, words: PlaceWords) {
    self.context = context
    self.hierarchy = hierarchy
    self.home = home
    self.isHomeTold = isHomeTold
    self.words = words
  }

  mutating func write(_ candidates: [RegionCandidate], _ targets: [RegionResolver.Target?]) {
    for (candidate, target) in zip(candidates, targets) {
      guard case .division(let row)? = target, candidate.form == .full, printed[row] == nil else { continue }
      if context.folded.string(candidate.span) == hierarchy.gazetteer.name(row) {
        printed[row] = context.text.string(candidate.span)
      }
    }
    var lastTown: EntityID?
    for (candidate, target) in zip(candidates, targets) {
      switch target {
      case .division(let row)?:
        let entity = division(row)
        context.addMention(of: entity, at: candidate.span, rule: Self.rule(candidate))
      case .town(let code, let county, let name)?:
        let printed = candidate.townNames.isEmpty ? context.text.string(candidate.span) : name
        let entity = town(name, printed, code: code, county: county)
        context.addMention(of: entity, at: candidate.span, rule: code == 0 ? "region.town-by-form" : "region.town")
        lastTown = entity
      case .village?:
        let entity = context.addEntity(
          "Region", name: context.text.string(candidate.span), properties: ["level": "village"], rule: "region.village",
          confidence: 0.7)
        context.addMention(of: entity, at: candidate.span, rule: "region.village")
        villages.append((entity, lastTown))
      case nil: break
      }
    }
    let homeEntity = writeHome()
    writeAbove(homeEntity)
    writeBelow()
    writeHierarchy(homeEntity)
  }

  private static func rule(_ candidate: RegionCandidate) -> String {
    if case .abbreviation = candidate.kind { return "region.one-character" }
    switch candidate.form {
    case .full: return "region.full-name"
    case .middle: return "region.middle-form"
    case .short: return "region.short-name"
    }
  }

  // MARK: Entities

  private static let levels: [RegionLevel: PropertyValue] = [
    .province: "province", .prefecture: "prefecture", .county: "county", .township: "township", .village: "village",
  ]

  private mutating func division(_ row: Int, inferred: Bool = false) -> EntityID {
    if let known = divisions[row] { return known }
    let division = hierarchy.gazetteer.division(row)
    let name = printed[row] ?? hierarchy.name(division)
    var properties: [String: PropertyValue] = ["code": .string(String(division.code))]
    properties["level"] = Self.levels[division.level]
    if inferred { properties["inferred"] = true }
    let entity = context.addEntity(
      "Region", name: name, properties: properties, rule: inferred ? "region.inferred" : "region.gazetteer",
      confidence: inferred ? 0.8 : 0.95)
    divisions[row] = entity
    return entity
  }

  private mutating func town(_ name: String, _ printed: String, code: UInt32, county: Int) -> EntityID {
    if let known = towns[name] { return known }
    var properties: [String: PropertyValue] = ["level": "township"]
    if code > 999_999 { properties["code"] = .string(String(code)) }
    let entity = context.addEntity(
      "Region", name: printed, properties: properties, rule: "region.town",
      confidence: code == 0 ? 0.7 : 0.9)
    towns[name] = entity
    if county >= 0 { townCounties.append((entity, county)) }
    return entity
  }

  // MARK: Home

  private mutating func writeHome() -> EntityID? {
    let entity: EntityID
    let word: String
    switch home {
    case .division(let division)?:
      let isNamed = divisions[division.row] != nil
      entity = self.division(division.row, inferred: !isNamed)
      word = hierarchy.levelWord(division)
      context.deixis.homeLevel = division.level
    case .town(let name, _, let county)?:
      guard let known = towns[name] else { return nil }
      entity = known
      word = Hierarchy.levelWord(name)
      context.deixis.homeLevel = .township
      if let county {
        let isNamed = divisions[county.row] != nil
        let above = self.division(county.row, inferred: !isNamed)
        mention(above, word: hierarchy.levelWord(county), fallback: context.spans(of: entity).first)
        context.deixis.byWord[hierarchy.levelWord(county)] = above
      }
    case nil: return nil
    }
    context.deixis.home = entity
    context.deixis.byWord[word] = entity
    mention(entity, word: word, fallback: Span(0, min(1, context.text.count)))
    if word == "自治区", words.isAutonomousRegion {
      context.deixis.byWord["区"] = entity
      mention(entity, word: "区", fallback: nil)
    }
    return entity
  }

  /// Adds the place-words as mentions; an entity that is named nowhere is anchored at the words that speak of it.
  private func mention(_ entity: EntityID, word: String, fallback: Span?) {
    let count = words.counts[word]
    for span in count?.deictic ?? [] { context.addMention(of: entity, at: span, rule: "region.deictic", deictic: true) }
    guard context.spans(of: entity).isEmpty else { return }
    if let bodies = count?.bodies, !bodies.isEmpty {
      for span in bodies { context.addMention(of: entity, at: span, rule: "region.body", deictic: true) }
    } else if let fallback {
      context.addMention(of: entity, at: fallback, rule: "region.inferred", deictic: true)
    }
  }

  /// The divisions above the home region that the text speaks of by a level word alone: 省委, 全省, 市委 in a county's news.
  private mutating func writeAbove(_ homeEntity: EntityID?) {
    guard homeEntity != nil else { return }
    var chain: [Division] = []
    switch home {
    case .division(let division)?: chain = hierarchy.ancestors(of: division)
    case .town(_, _, let county)?: chain = county.map { hierarchy.ancestors(of: $0) } ?? []
    case nil: break
    }
    for division in chain {
      let word = hierarchy.levelWord(division)
      guard context.deixis.byWord[word] == nil else { continue }
      if let known = divisions[division.row] {
        context.deixis.byWord[word] = known
        mention(known, word: word, fallback: nil)
      } else if isHomeTold, let count = words.counts[word], !count.deictic.isEmpty || !count.bodies.isEmpty {
        let entity = self.division(division.row, inferred: true)
        context.deixis.byWord[word] = entity
        mention(entity, word: word, fallback: nil)
      }
    }
  }

  /// The one division below the home region that the text calls its own: 我市 in the news of 我州, held in a city of it.
  private mutating func writeBelow() {
    guard case .division(let home)? = home else { return }
    for (word, count) in words.counts.sorted(by: { $0.key < $1.key })
    where count.own > 0 && context.deixis.byWord[word] == nil {
      let own = divisions.filter { row, _ in
        let division = hierarchy.gazetteer.division(row)
        return hierarchy.levelWord(division) == word
          && hierarchy.ancestors(of: division).contains { $0.row == home.row }
      }
      guard own.count == 1, let entity = own.first?.value else { continue }
      context.deixis.byWord[word] = entity
      mention(entity, word: word, fallback: nil)
    }
  }

  // MARK: Hierarchy

  private func writeHierarchy(_ homeEntity: EntityID?) {
    for (row, entity) in divisions.sorted(by: { $0.key < $1.key }) {
      let above = hierarchy.ancestors(of: hierarchy.gazetteer.division(row))
      if let parent = nearest(above) { partOf(entity, parent) }
    }
    for (town, row) in townCounties {
      let county = hierarchy.gazetteer.division(row)
      if let parent = nearest([county] + hierarchy.ancestors(of: county)) { partOf(town, parent) }
    }
    for (village, town) in villages {
      if let parent = town ?? homeEntity { partOf(village, parent) }
    }
  }

  private func nearest(_ above: [Division]) -> EntityID? {
    for division in above {
      if let entity = divisions[division.row] { return entity }
      // The same place under another name of that year.
      if let entity = divisions.filter({ hierarchy.gazetteer.division($0.key).code == division.code }).min(by: {
        $0.key < $1.key
      }) {
        return entity.value
      }
    }
    return nil
  }

  private func partOf(_ entity: EntityID, _ parent: EntityID) {
    guard entity != parent, let first = context.spans(of: entity).first else { return }
    let sentence = context.structure.sentence(at: first.start)
    let isTold = sentence.map { span in context.spans(of: parent).contains { span.contains($0) } } ?? false
    context.addRelation(
      "PART_OF", from: entity, to: parent, evidence: isTold ? sentence ?? first : first, rule: "region.hierarchy",
      confidence: 0.95)
  }
}
