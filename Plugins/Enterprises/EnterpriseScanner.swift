import Extraction
import GraphModel

/// A stretch of text that names a company.
struct EnterpriseCandidate {
  /// Where the name stands.
  var span: Span
  /// The place before it, which is part of the name.
  var place: PlacePrefix?
  /// Where the part between place and ending stands: what the company is called for short.
  var brand: Span
  /// Whether this is the full name with its legal form.
  var isFull: Bool
  var rule: String
  var confidence: Double
}

/// Finds companies by their endings, in lists that say so, before posts that only companies have, and by renown.
struct EnterpriseScanner {
  let context: ExtractionContext
  let text: ScalarText
  let lattice: WordLattice
  let material: NameMaterial
  let places: PlacePrefixes
  let words = EnterpriseWords.embedded
  private let bodies: [Span]

  init(_ context: ExtractionContext) {
    self.context = context
    text = context.folded
    lattice = context.words
    material = NameMaterial(context)
    places = PlacePrefixes(context)
    bodies = context.mentions(of: "Organization").map(\.span)
  }

  // MARK: Full names

  /// Names that end as companies do, in order, none inside another.
  func fullNames() -> [EnterpriseCandidate] {
    var found: [EnterpriseCandidate] = []
    var end = text.count
    while let ending = words.endings.lastMatch(in: text, before: end)?.span {
      end = ending.end
      if let candidate = fullName(endingAt: end) {
        found.append(candidate)
        end = candidate.span.start
      } else {
        end -= 1
      }
    }
    return found.reversed()
  }

  private func fullName(endingAt end: Int) -> EnterpriseCandidate? {
    guard let ending = words.endings.longestMatch(in: text, endingAt: end) else { return nil }
    guard end == text.count || lattice.boundaryExcess(at: end) <= 10 else { return nil }
    if end < text.count, "群制长权部市场房".unicodeScalars.contains(text[end]), !ending.value || text[end] == "群" {
      return nil
    }
    // 公司家属: no name ends there.
    if end < text.count, text[end] == "家" { return nil }
    var start = material.start(before: ending.start, limit: 32)
    guard start < ending.start || jointHead(before: start) != nil else { return nil }
    start = trimmed(withHead(start, isLegal: ending.value && end - ending.start >= 4), before: ending.start)
    start = behindApposition(start, before: ending.start)
    start = behindCount(behindZone(start, before: ending.start), before: ending.start)
    start = behindLead(start, before: ending.start)
    start = knownHead(behindLocation(start, before: ending.start), before: ending.start)
    // 甲有限公司全资子公司|乙有限公司
    if let whole = words.subsidiaries.lastMatch(in: text, before: ending.start - 1, limit: start)?.span {
      start = whole.end
    }
    // 世界500强|甲集团
    if let rank = (start..<min(ending.start, start + 4)).first(where: { text[$0] == "强" }), rank > start,
      text[Span(start, rank)].allSatisfy(\.isLatinOrDigit)
    {
      start = rank + 1
    }
    guard start < ending.start else { return nil }
    let place = firstPlace(from: start, before: ending.start)
    if let place, material.isLead(from: start, to: place.span.start) { start = place.span.start }
    let brandStart = place.map { $0.span.start == start ? $0.span.end : start } ?? start
    var brand = Span(min(brandStart, ending.start), ending.start)
    let hasPlace = place?.span.start == start
    // 市供电公司: the trade is in the ending.
    let isLocalWorks =
      brand.isEmpty && hasPlace && words.localWorks.longestMatch(in: text, endingAt: end)?.start == ending.start
      && !"全各".unicodeScalars.contains(text[start])
    // 当代合众集团董事长: everyday words are a name before the head of a company.
    let isHeaded = brand.count >= 4 && words.heads.longestMatch(in: text, at: end) != nil
    // 甲城银行, 甲川集团有限公司: a bank or a group that is called after its place.
    let isCalledAfterPlace =
      brand.isEmpty && hasPlace && place?.isBare == false
      && (words.placeBanks.longestMatch(in: text, endingAt: end)?.start == ending.start
        || place?.level == nil && Self.groups.longestMatch(in: text, at: ending.start) != nil)
    if !isLocalWorks, !isHeaded, !isCalledAfterPlace, !isName(brand, hasPlace: hasPlace, isLegal: ending.value) {
      guard ending.value, end - ending.start >= 4, let head = markedHead(before: start) else { return nil }
      start = head
      brand.start = head
    }
    // 甲市城投集团: what is called 甲市城投 for short.
    if brand.isEmpty, isLocalWorks, end - ending.start >= 4,
      words.localHoldings.longestMatch(in: text, endingAt: end - 2)?.start == ending.start
    {
      brand.end = end - 2
    }
    if !hasPlace, !isHeaded, end - ending.start <= 2 || !ending.value, isKind(brand, before: end) {
      return nil
    }
    // 上海证券|交易所, 手机银行|业务: the trade, no company.
    if !ending.value, words.tradeAfter.longestMatch(in: text, at: end) != nil { return nil }
    // 宣传本|公司: none is named.
    if end - ending.start == 2, let last = brand.isEmpty ? nil : text[brand.end - 1],
      "本我该贵此各某每".unicodeScalars.contains(last), lattice.token(at: brand.end - 1).span.count == 1
    {
      return nil
    }
    // 总经理王一鸣作|集团工作报告: the verb of a report.
    if end - ending.start == 2, brand.count > 2, material.isReportVerb(before: brand.end) { return nil }
    // 污水处理厂|厂网一体化, 煤矿|山
    if text[end - 1] == "厂" && text[end - 2] == "厂" || text[end - 1] == "矿" && end < text.count && text[end] == "山" {
      return nil
    }
    // 投资办|厂: what one does.
    if text[end - 1] == "厂", "办建设进入出开返离招".unicodeScalars.contains(text[end - 2]) { return nil }
    // 副市长谢一厂: behind a post a person is named.
    if end - ending.start == 1, brand.count > 3,
      Self.rulers.lastMatch(in: text, before: ending.start, limit: brand.start) != nil
    {
      return nil
    }
    // 16|户农民专业合作社: as many as there are.
    if "户家个".unicodeScalars.contains(text[start]), start > 0, text[start - 1].isLatinOrDigit { return nil }
    if let measure = text[brand].firstIndex(where: { "户家个".unicodeScalars.contains($0) }), measure > brand.start,
      text[Span(brand.start, measure)].allSatisfy({ ("0"..."9").contains($0) })
    {
      return nil
    }
    // 5人来集团: a number of people.
    if text[start].isLatinOrDigit, text[Span(start, min(start + 4, ending.start))].contains("人") { return nil }
    if isPartOrPerson(brand, ending.start, end, isLegal: ending.value) || isVendor(Span(start, end)) { return nil }
    // 甲省乙县|远牧农业有限公司: what it is called stands behind both.
    if hasPlace, ending.value, let second = material.placeEnd(from: brand.start), second + 2 <= brand.end {
      brand.start = second
    }
    return EnterpriseCandidate(
      span: Span(start, end), place: hasPlace ? place : nil, brand: brand, isFull: true,
      rule: ending.value ? "enterprise.legal-form" : "enterprise.plant-or-bank",
      confidence: ending.value ? (end - ending.start >= 4 ? 0.97 : 0.85) : 0.8)
  }

  private static let rulers = WordTrie(
    words: ["书记", "市长", "县长", "区长", "镇长", "乡长", "主席", "主任", "局长", "秘书长", "部长"], reversed: true)
  static let groups = WordTrie(words: ["集团"])

  /// Whether everyday words before an ending tell a kind of company: 运动鞋生产公司, 发动机工厂, 网上银行, 每个搬家公司.
  private func isKind(_ brand: Span, before end: Int) -> Bool {
    if words.kindsBefore.longestMatch(in: text, endingAt: brand.end, limit: brand.start) != nil { return true }
    // 三大航空公司: as many as there are.
    if brand.count > 2, text[brand.start + 1] == "大", ChineseNumeral.isOrdinal(text[brand.start]) { return true }
    let isPlant = text[end - 1] == "厂" && brand.count >= 3
    guard isPlant || brand.count >= 2 && words.kindEndings.longestMatch(in: text, endingAt: end)?.start == brand.end,
      words.services[text[brand]] == nil, words.posts.longestMatch(in: text, at: end) == nil
    else { return false }
    var position = brand.start
    while position < brand.end {
      if !isPlant, let kind = words.generic.longestMatch(in: text, at: position, limit: brand.end),
        kind.end - position >= 2
      {
        position = kind.end
        continue
      }
      let token = lattice.token(at: position)
      guard token.span.end <= brand.end, isEveryday(token) else { return false }
      position = token.span.end
    }
    return true
  }

  private func isEveryday(_ token: WordLattice.Token) -> Bool {
    switch token.wordClass {
    case .noun, .verb: token.span.count >= 2 && Lexicon.entry(text[token.span])?.cost ?? .max < Self.rare
    case .function, .number: token.span.count >= 2 || text[token.span.start] == "多"
    case .place, .post, .unknown: false
    }
  }

  /// Words of this cost (quarters of nats) and more are rare.
  private static let rare: UInt8 = 50

  /// Whether a company's part or a person stands before the ending instead of a name.
  private func isPartOrPerson(_ brand: Span, _ ending: Int, _ end: Int, isLegal: Bool) -> Bool {
    // 远桥公司总裁陈平等集团领导: behind a head's post a person is named.
    if words.heads.occurs(in: text, brand) || words.appositions.longestMatch(in: text, endingAt: end) != nil {
      return true
    }
    if let form = words.legalInside.lastMatch(in: text, before: ending, limit: brand.start)?.span {
      // 某公司的加工厂 is a part of the company, which is found by its own ending; so is 某公司全资子公司.
      if !isLegal { return text[end - 1] != "行" }
      if words.partOf.longestMatch(in: text, at: form.end, limit: ending)?.end ?? form.end >= ending { return true }
      // 甲有限公司陈平等公司: a list of companies and their heads.
      if text[Span(form.end, ending)].contains("等") { return true }
    }
    // 水泥厂建设项目: what is built.
    return !isLegal && text[end - 1] == "厂" && words.works.longestMatch(in: text, at: end) != nil
  }

  /// Whether a name by its ending could also be a longer one's short form: 润德集团, 远桥公司.
  func mayBeShort(_ candidate: EnterpriseCandidate) -> Bool {
    let ending = Span(candidate.brand.end, candidate.span.end)
    // A longer brand may have lost no more than its place: 远江海宁分区公司.
    let longest = ending.count == 2 && text[ending.start] == "公" ? 8 : 4
    return candidate.brand.count <= longest && ShortForms.isEnding(text[ending])
  }

  func firstPlace(from start: Int, before end: Int) -> PlacePrefix? {
    var position = start + 1
    var best: PlacePrefix?
    while position <= min(end, start + 14) {
      if let place = places.prefix(endingAt: position, floor: start) {
        if best == nil || place.span.start <= best!.span.start { best = place }
      } else if best != nil {
        break
      }
      position += 1
    }
    return best
  }

  /// Whether what stands before the ending tells this company from others.
  func isName(_ brand: Span, hasPlace: Bool, isLegal: Bool) -> Bool {
    if brand.isEmpty { return false }
    var position = brand.start
    var isGeneric = true
    while position < brand.end {
      let scalar = text[position]
      if let match = words.generic.longestMatch(in: text, at: position, limit: brand.end) {
        position = match.end
        continue
      }
      if scalar.isHan || scalar.isLatinOrDigit { isGeneric = false }
      break
    }
    if isGeneric { return hasPlace && brand.count >= 2 }
    return brand.count >= 2 || hasPlace
  }

  private func isVendor(_ span: Span) -> Bool {
    for position in max(0, span.start - 8)..<span.start
    where words.vendor.longestMatch(in: text, at: position, limit: span.start) != nil {
      return true
    }
    for position in span.end..<min(text.count, span.end + 3)
    where words.vendor.longestMatch(in: text, at: position) != nil {
      return true
    }
    return false
  }
}
