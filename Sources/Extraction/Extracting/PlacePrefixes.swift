import GraphModel

/// The place that stands in front of a name: 杭州市 in 杭州市经信局, 市 in 市经信局.
public struct PlacePrefix: Hashable, Sendable {
  /// Where it stands.
  public var span: Span
  /// The region it denotes, where that is known.
  public var region: EntityID?
  /// The level word it ends with or is: `市`, `县`, `自治区` …; nil for a place without one (安丘 in 安丘经济开发区).
  public var level: String?
  /// Whether it is nothing but a level word.
  public var isBare: Bool

  /// Describes a place before a name.
  public init(span: Span, region: EntityID?, level: String?, isBare: Bool) {
    self.span = span
    self.region = region
    self.level = level
    self.isBare = isBare
  }
}

/// Finds place-words in front of positions of one document: mentions of regions, and level words that point to the home region.
public struct PlacePrefixes {
  private static let levels = WordTrie(
    words: [
      "省", "市", "县", "区", "州", "旗", "盟", "镇", "乡", "街道", "村", "社区", "自治区", "自治州", "自治县", "自治旗", "直辖市", "地区", "苏木", "嘎查",
    ],
    reversed: true)

  private static let otherWords = WordTrie(words: [
    "乡亲", "乡贤", "乡村", "乡土", "乡愁", "乡友", "市场", "区域", "县域", "市域", "省域", "镇域", "省份",
  ])
  /// Characters before 区 that make it another word: 园区, 社区, 城区.
  private static let beforeDistrict: ScalarSet = "园社校小城地景库片辖灾牧矿林战军新郊山禁特发高示聚集术产济港税作功范开验游湾"
  private static let prepositions: ScalarSet = "由从向经被对与和同请"

  private let context: ExtractionContext
  private let words: WordLattice
  /// The region that ends at each position, as an index in `regions`; -1 where none does.
  private var regionAt: [Int32]
  private var regions: [Mention]
  /// Whether the document's home is a prefecture called 地区, whose bodies are 地委 and 行署.
  private let isPrefecture: Bool

  /// Reads the regions that have been found so far.
  public init(_ context: ExtractionContext) {
    self.context = context
    words = context.words
    isPrefecture = context.deixis.home.map { context.name(of: $0).hasSuffix("地区") } ?? false
    regions = context.mentions(of: "Region")
    regionAt = Array(repeating: -1, count: context.folded.count + 1)
    for (index, mention) in regions.enumerated() where !mention.span.isEmpty {
      if let known = region(endingAt: mention.span.end), known.span.start <= mention.span.start { continue }
      regionAt[mention.span.end] = Int32(index)
    }
  }

  private func region(endingAt end: Int) -> Mention? {
    guard regionAt.indices.contains(end), regionAt[end] >= 0 else { return nil }
    return regions[Int(regionAt[end])]
  }

  /// The place that ends at a position, with all that is chained before it (浙江省杭州市).
  ///
  /// - Parameter floor: a position that it does not cross.
  public func prefix(endingAt end: Int, floor: Int = 0) -> PlacePrefix? {
    guard var found = single(endingAt: end, floor: floor) else { return nil }
    while !found.isBare || found.region == nil, let before = single(endingAt: found.span.start, floor: floor),
      !before.isBare
    {
      found.span.start = before.span.start
      found.isBare = false
    }
    return found
  }

  /// The region that a level word points to in this document.
  public func region(ofLevel level: String) -> EntityID? {
    let deixis = context.deixis
    if let region = deixis.byWord[level] { return region }
    switch level {
    case "地区", "地": return isPrefecture ? deixis.home : nil
    case "自治区", "直辖市": return deixis.byWord["省"].flatMap { named($0, level) }
    case "自治州": return deixis.byWord["州"]
    case "自治县": return deixis.byWord["县"]
    default: return nil
    }
  }

  /// A region, where its name ends with a level word.
  private func named(_ region: EntityID, _ level: String) -> EntityID? {
    level == "直辖市" || context.name(of: region).hasSuffix(level) ? region : nil
  }

  /// Whether the name of an entity ends as the text does at a span.
  private func isNamed(_ entity: EntityID, withEnding span: Span) -> Bool {
    context.name(of: entity).unicodeScalars.reversed().starts(with: context.text[span].reversed())
  }

  /// The start of 地区, or of 地 in 地委, in a document whose home is a prefecture of that kind.
  private func prefectureStart(endingAt end: Int, floor: Int) -> Int? {
    guard isPrefecture, end > floor else { return nil }
    let text = context.folded
    if text[end - 1] == "地", end < text.count, text[end] == "委" { return end - 1 }
    guard end - 2 >= floor, text[end - 2] == "地", text[end - 1] == "区" else { return nil }
    return words.boundaryExcess(at: end - 2) <= 8 ? end - 2 : nil
  }

  private func single(endingAt end: Int, floor: Int) -> PlacePrefix? {
    let text = context.folded
    if let mention = region(endingAt: end), mention.span.start >= floor {
      let level = Self.levels.longestMatch(in: text, endingAt: end, limit: mention.span.start)
      let isBare = level?.start == mention.span.start
      // 州 in 贵州 is no level word: the official name must end with it too.
      let isLevel = level.map { isBare || isNamed(mention.entity, withEnding: Span($0.start, end)) }
      return PlacePrefix(
        span: mention.span, region: mention.entity,
        level: isLevel == true ? level.map { text.string(Span($0.start, end)) } : nil,
        isBare: isBare)
    }
    // 喀什|地委: the prefecture is named without 区.
    if end < text.count, text[end] == "委", end > floor, text[end - 1] == "地",
      let stem = region(endingAt: end - 1), stem.span.start >= floor, context.name(of: stem.entity).hasSuffix("地区")
    {
      return PlacePrefix(span: Span(stem.span.start, end), region: stem.entity, level: "地", isBare: false)
    }
    if let start = prefectureStart(endingAt: end, floor: floor) {
      return PlacePrefix(
        span: Span(start, end), region: context.deixis.home, level: text.string(Span(start, end)), isBare: true)
    }
    guard let level = Self.levels.longestMatch(in: text, endingAt: end, limit: floor) else {
      guard end > floor, end > 0 else { return nil }
      let token = words.token(at: end - 1)
      guard token.wordClass == .place, token.span.end == end, token.span.start >= floor else { return nil }
      // 请示|和县|妇联: the word list knows a 和县, the document does not.
      if token.span.count == 2, "和与及".unicodeScalars.contains(text[token.span.start]) { return nil }
      return PlacePrefix(span: token.span, region: nil, level: nil, isBare: false)
    }
    let word = text.string(Span(level.start, end))
    if let stem = region(endingAt: level.start), stem.span.start >= floor {
      return PlacePrefix(span: Span(stem.span.start, end), region: stem.entity, level: word, isBare: false)
    }
    let token = words.token(at: end - 1)
    if token.wordClass == .place, token.span.end == end, token.span.start >= floor,
      token.span.count > word.unicodeScalars.count,
      !(token.span.count == 2 && "和与及".unicodeScalars.contains(text[token.span.start]))
    {
      return PlacePrefix(span: token.span, region: nil, level: word, isBare: false)
    }
    // 乡亲联谊会, 市场协会: the level word is the beginning of another word.
    if Self.otherWords.longestMatch(in: text, at: level.start) != nil { return nil }
    if word == "区", level.start > 0, Self.beforeDistrict.contains(text[level.start - 1]) { return nil }
    let isAfterPreposition = level.start > 0 && Self.prepositions.contains(text[level.start - 1])
    guard words.boundaryExcess(at: level.start) <= (isAfterPreposition ? 16 : 8) else { return nil }
    let region = region(ofLevel: word)
    // 欠发达地区: only where the document's own is called so.
    if word == "地区", region == nil { return nil }
    return PlacePrefix(span: Span(level.start, end), region: region, level: word, isBare: true)
  }
}
