import Extraction
import GraphModel

/// What tells one meeting's titles from another's: their core without year, place and marks, their numbers, whose they are.
struct TitleForm {
  /// Whose meeting a title says it is.
  enum Owner: Equatable {
    case nation
    case region(EntityID)
    case level(Unicode.Scalar)
  }

  /// The title without leading place and year, without quotation marks, brackets and blanks.
  let core: [Unicode.Scalar]
  /// The title without quotation marks, brackets and blanks.
  private let whole: [Unicode.Scalar]
  let ordinals: Ordinals
  let owner: Owner?
  let isKindOnly: Bool
  /// The document's home, for a meeting that it convenes without saying whose it is.
  private let home: EntityID?
  private let isCited: Bool
  /// Whether it is a meeting of the whole nation: 全国…, 中央…
  let isNational: Bool
  /// The number of the party's congress that it is: 党的十九大, 中国共产党第十九次全国代表大会.
  private let congress: Int?
  /// The body whose session it is, as far as the title tells: party, congress, conference, government; else the core.
  private let kind: String
  /// The word that tells the kind.
  private let head: [Unicode.Scalar]

  /// From how many scalars on two titles may be the same though their wordings differ.
  private static let longTitle = 14
  /// The share of neighbouring pairs that they then have in common.
  private static let almostSame = 0.84
  private static let dropped = ScalarSet("“”‘’「」『』\"()（） \u{3000}〔〕[]《》")
  private static let levels = ScalarSet("省市县区州旗盟镇乡村")

  private let words: MeetingWords

  init(_ title: MeetingTitle, words: MeetingWords, context: ExtractionContext) {
    self.words = words
    let text = context.folded
    var start = title.owner ?? title.span.start
    var owner: Owner?
    var endOfRegion = -1
    // 省、市…推进会: of several levels, nobody's alone.
    let isShared = title.span.start + 1 < title.head.start && text[title.span.start + 1] == "、"
    if isShared { start += 2 }
    var moved = true
    while moved {
      moved = false
      if let party = words.party.longestMatch(in: text, at: start, limit: title.head.start), text[party.end] != "第" {
        start = party.end
        moved = true
      }
      if owner == nil, words.nation.longestMatch(in: text, at: start, limit: title.head.start) != nil {
        owner = .nation
      }
      if let region = context.mentions(of: "Region", in: Span(start, title.span.end)).first(where: {
        $0.span.start == start && $0.span.end <= title.head.start
      }) {
        // 政协甲市乙区…: of regions in a row the last one convenes.
        if case .region? = owner, title.span.start < start, endOfRegion == start { owner = nil }
        if !Self.isGuest(region.span.end, text, words) { owner = owner ?? .region(region.entity) }
        endOfRegion = region.span.end
        start = region.span.end
        moved = true
      } else if let level = words.level.longestMatch(in: text, at: start, limit: title.head.start),
        level.end - start > 1 || context.words.boundaryExcess(at: level.end) <= 4
          || ChineseNumeral.isOrdinal(text[level.end]) || text[level.end] == "第"
      {
        if owner == nil {
          if let region = context.deixis.region(of: text[Span(start, level.end)]) {
            owner = .region(region)
          } else if let scalar = text[Span(start, level.end)].first(where: Self.levels.contains) {
            owner = .level(scalar)
          }
        }
        start = level.end
        moved = true
      } else if let year = Self.yearEnd(text, start, limit: title.head.start) {
        start = year
        moved = true
      }
    }
    // 召开我市推进会: the pronoun is no part of the title.
    if owner == nil, title.span.start > 1, text[title.span.start - 2] == "我",
      let region = context.deixis.region(of: text[Span(title.span.start - 1, title.span.start)])
    {
      owner = .region(region)
    }
    if let composed = title.composed {
      core = composed.unicodeScalars.filter { !Self.dropped.contains($0) }
      ordinals = Ordinals(core[...])
    } else {
      core = text[Span(min(start, title.head.start), title.span.end)].filter { !Self.dropped.contains($0) }
      ordinals = Ordinals(text[title.span])
    }
    whole = text[title.span].filter { !Self.dropped.contains($0) }
    self.owner = isShared ? nil : owner
    congress = Self.congress(title, text)
    isNational = owner == .nation && (text[title.span.start] == "全" || text[title.span.start] == "中")
    isCited = title.isCited && !title.isConvened
    home = title.isConvened && owner == nil ? context.deixis.home : nil
    isKindOnly = title.isKindOnly
    kind =
      ordinals.has("次") ? Self.kind(title.composed ?? text.string(title.span)) ?? ScalarText(core).description : ""
    head = text[title.head].filter { !Self.dropped.contains($0) }
  }

  /// 甲市党政考察团莅乙座谈会: those who come are not those who convene.
  private static func isGuest(_ end: Int, _ text: ScalarText, _ words: MeetingWords) -> Bool {
    (end..<min(text.count, end + 6)).contains { words.guests.longestMatch(in: text, at: $0) != nil }
  }

  /// The number of the party's congress that a title names; nil where it names none.
  private static func congress(_ title: MeetingTitle, _ text: ScalarText) -> Int? {
    let name = text.string(title.span)
    if title.head.isEmpty, name.hasSuffix("大") {
      let start = name.hasPrefix("党的") ? title.span.start + 2 : title.span.start
      return ChineseNumeral.number(in: text, Span(start, title.span.end - 1)).map { Int($0) }
    }
    guard name.hasPrefix("中国共产党第") || name.hasPrefix("党的第"), name.hasSuffix("次全国代表大会"),
      let end = title.span.range.first(where: { text[$0] == "次" })
    else { return nil }
    let start = title.span.start + (name.hasPrefix("党") ? 3 : 6)
    return start < end ? ChineseNumeral.number(in: text, Span(start, end)).map { Int($0) } : nil
  }

  private static func yearEnd(_ text: ScalarText, _ start: Int, limit: Int) -> Int? {
    var position = start
    while position < limit, position - start < 4, ("0"..."9").contains(text[position]) || text[position] == "X" {
      position += 1
    }
    guard position - start == 4, position < limit, text[position] == "年" else { return nil }
    position += 1
    if position < limit, text[position] == "度" { position += 1 }
    return position
  }

  /// Whether two titles can name one meeting at all.
  func contradicts(_ other: TitleForm) -> Bool {
    if ordinals.contradicts(other.ordinals) || isOfOtherOrgan(other) || isOfOtherHouse(other) { return true }
    if isHeldFor(core, other.core) || isHeldFor(other.core, core) { return true }
    if let owner, let theirs = other.owner, owner != theirs, !isTail(of: other), !other.isTail(of: self) { return true }
    // 区社会事业工作会议精神 in the report of a street's 社会事业工作会议: another region's meeting that is only cited.
    return isForeign(to: other) || other.isForeign(to: self)
  }

  /// 第一次主任会议 is not 第一次委员会议: those who meet stand between the number and 会议.
  private func isOfOtherOrgan(_ other: TitleForm) -> Bool {
    guard ordinals.sharesSession(with: other.ordinals), let mine = organ, let theirs = other.organ else { return false }
    return !mine.elementsEqual(theirs)
  }

  /// 政协甲市第一届委员会第一次会议 is not 甲市第一届人民代表大会第一次会议.
  private func isOfOtherHouse(_ other: TitleForm) -> Bool {
    let houses = ["政协", "人大"]
    return kind != other.kind && houses.contains(kind) && houses.contains(other.kind)
  }

  /// Those who meet by the title's last words: 主任 of 第一次主任会议.
  private var organ: ArraySlice<Unicode.Scalar>? {
    guard whole.count > 5, whole[whole.count - 2] == "会", whole[whole.count - 1] == "议",
      let number = whole.lastIndex(of: "次"), number + 3 == whole.count - 2
    else { return nil }
    return whole[(number + 1)..<(whole.count - 2)]
  }

  /// Whether a title is the end of another one: 省文明城市测评动员会 of 甲市2018年省文明城市测评动员会.
  private func isTail(of other: TitleForm) -> Bool {
    whole.count >= 6 && other.whole.count > whole.count && other.whole.suffix(whole.count).elementsEqual(whole)
  }

  private func isForeign(to other: TitleForm) -> Bool {
    guard let home = other.home else { return false }
    if isNational, !other.isKindOnly { return true }
    guard isCited, case .region(let region)? = owner else { return false }
    return region != home
  }

  /// Whether two titles name one meeting by their words alone.
  func isSame(as other: TitleForm) -> Bool {
    guard !contradicts(other) else { return false }
    if core == other.core { return true }
    if let congress, congress == other.congress { return true }
    let (short, long) = core.count <= other.core.count ? (core, other.core) : (other.core, core)
    if ordinals.sharesSession(with: other.ordinals), kind == other.kind { return true }
    // 甲州委书记第四次专题会议, in the headline without its number.
    if ordinals.has("次") != other.ordinals.has("次"), core.count >= 6,
      Self.unnumbered(long).elementsEqual(short), long.count - short.count <= 5
    {
      return true
    }
    guard !short.isEmpty else { return false }
    if long.split(separator: "暨").contains(where: { $0.elementsEqual(short) }) { return true }
    guard short.count * 2 >= long.count else { return false }
    // One long title in two wordings: …现场启动暨收获仪式, …市启动暨收获仪式.
    if short.count >= Self.longTitle, short.count * 4 >= long.count * 3, likeness(to: other) >= Self.almostSame {
      return true
    }
    return Self.contains(long, short)
  }

  /// A title without 第…次.
  private static func unnumbered(_ core: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let start = core.firstIndex(of: "第"), let end = core[start...].firstIndex(of: "次") else { return core }
    return Array(core[..<start] + core[(end + 1)...])
  }

  /// 兰洽会筹备会议 is not 兰洽会.
  private func isHeldFor(_ long: [Unicode.Scalar], _ short: [Unicode.Scalar]) -> Bool {
    guard short.count > 2, long.count > short.count, long.prefix(short.count).elementsEqual(short) else { return false }
    return words.heldFor.longestMatch(in: ScalarText(Array(long[short.count...])), at: 0) != nil
  }

  /// Whether this title's last words tell the same kind as another's, so that it can stand for it: 座谈会 for 企业家座谈会.
  func canStand(for other: TitleForm) -> Bool {
    guard !contradicts(other) else { return false }
    if other.core.count >= core.count, other.core.suffix(core.count).elementsEqual(core) { return true }
    return isKindOnly && other.head.count >= head.count && other.head.suffix(head.count).elementsEqual(head)
  }

  /// The share of neighbouring pairs of the shorter core that stand in the longer one too.
  func likeness(to other: TitleForm) -> Double {
    let (short, long) = core.count <= other.core.count ? (core, other.core) : (other.core, core)
    guard short.count > 1 else { return 0 }
    var pairs = Set<UInt64>()
    for index in 1..<max(1, long.count) {
      pairs.insert(UInt64(long[index - 1].value) << 32 | UInt64(long[index].value))
    }
    let hits = (1..<short.count).count { pairs.contains(UInt64(short[$0 - 1].value) << 32 | UInt64(short[$0].value)) }
    return Double(hits) / Double(short.count - 1)
  }

  /// The bodies that hold sessions, and those of their organs that hold their own, by the words that tell them.
  private static let bodies: [(kind: String, words: [String])] = [
    ("团代会", ["团代会", "共青团", "共产主义青年团"]), ("妇代会", ["妇代会", "妇女代表大会"]), ("工代会", ["工代会", "工会"]),
    ("党代会", ["党代会", "中国共产党"]),
    ("政协", ["政协", "政治协商"]), ("人大", ["人大", "人民代表大会", "人代会"]), ("常委", ["常委", "常务委员会"]),
    ("政府", ["政府", "常务会"]), ("全会", ["全会", "全委", "委员会", "全体"]),
  ]
  private static let organs: [(kind: String, words: [String])] = [
    ("常委", ["常委", "常务委员会"]), ("主席", ["主席"]), ("主任", ["主任"]), ("党组", ["党组"]),
  ]

  private static func kind(_ title: String) -> String? {
    guard let body = bodies.first(where: { $0.words.contains(where: title.contains) }) else { return nil }
    // 人大常委会第三次会议 is not 人大三次会议.
    return body.kind + (organs.first { $0.words.contains(where: title.contains) }?.kind ?? "")
  }

  private static func contains(_ long: [Unicode.Scalar], _ short: [Unicode.Scalar]) -> Bool {
    guard long.count <= 200 else { return false }
    for start in 0...(long.count - short.count) where long[start..<start + short.count].elementsEqual(short) {
      return true
    }
    return false
  }
}
