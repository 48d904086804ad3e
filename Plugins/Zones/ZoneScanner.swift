import Extraction
import GraphModel

/// A stretch of text that names a zone.
struct ZoneCandidate {
  /// Where the name stands.
  var span: Span
  /// The place before it.
  var place: PlacePrefix?
  /// Where the name stands without the place before it.
  var core: Span
  /// The zone at the head of the name, of which this one is a part.
  var outer: Span?
  var rule: String
  var confidence: Double
  /// The name, where what stands there is only its head.
  var name: String?
}

/// Finds zones by their endings and reads their names to the left.
struct ZoneScanner {
  let context: ExtractionContext
  let text: ScalarText
  let lattice: WordLattice
  let material: NameMaterial
  private let places: PlacePrefixes
  let words = ZoneWords.embedded
  private var companies: SpanSet
  private(set) var divisions: SpanSet
  private var bodies: SpanSet
  /// Quotations that count things up.
  private var slogans: SpanSet

  init(_ context: ExtractionContext) {
    self.context = context
    text = context.folded
    lattice = context.words
    material = NameMaterial(context)
    places = PlacePrefixes(context)
    companies = SpanSet(count: text.count)
    for mention in context.mentions(of: "Enterprise") { companies.insert(mention.span) }
    divisions = SpanSet(count: text.count)
    for mention in context.mentions(of: "Region") { divisions.insert(mention.span) }
    slogans = SpanSet(count: text.count)
    for quotation in context.structure.quotations
    where text[quotation.inner].contains("、") || text[quotation.inner].contains("—") {
      slogans.insert(quotation.inner)
    }
    bodies = SpanSet(count: text.count)
    for mention in context.mentions(of: "Organization") { bodies.insert(mention.span) }
  }

  /// The names that are found, in order, none inside another.
  func candidates() -> [ZoneCandidate] {
    var found: [ZoneCandidate] = []
    var end = text.count
    while let kind = words.kinds.lastMatch(in: text, before: end)?.span {
      end = kind.end
      if var candidate = candidate(endingAt: end) {
        if let last = found.last, text.count > candidate.span.end, text[candidate.span.end] == "(",
          last.span.start == candidate.span.end + 1, last.span.end < text.count, text[last.span.end] == ")"
        {
          candidate.span.end = last.span.end + 1
          candidate.rule = "zone.with-bracket"
          found.removeLast()
        }
        candidate.outer = outer(of: candidate)
        found.append(candidate)
        end = candidate.span.start
      } else {
        end -= 1
      }
    }
    return withRows(settled(repeated(found.reversed())))
  }

  /// The candidates, those cut to their kind that hold something before it once only, where the document has the kind alone as
  /// well: 会办|经开区 beside 经开区党工委.
  private func settled(_ found: [ZoneCandidate]) -> [ZoneCandidate] {
    var bare: Set<ArraySlice<Unicode.Scalar>> = []
    var counts: [ArraySlice<Unicode.Scalar>: Int] = [:]
    for candidate in found {
      if candidate.rule == "zone.bare-ending" { bare.insert(text[candidate.span]) }
      counts[text[candidate.span], default: 0] += 1
    }
    guard !bare.isEmpty else { return found }
    return found.map { candidate in
      guard candidate.rule == "zone.proper-name", candidate.span.start > 0, text[candidate.span.start - 1].isHan,
        counts[text[candidate.span]] == 1,
        let kind = words.kinds.longestMatch(in: text, endingAt: candidate.span.end, limit: candidate.span.start),
        (1...2).contains(kind.start - candidate.span.start), bare.contains(text[Span(kind.start, candidate.span.end)])
      else { return candidate }
      let span = Span(kind.start, candidate.span.end)
      return ZoneCandidate(
        span: span, place: nil, core: span, rule: "zone.bare-ending", confidence: candidate.confidence)
    }
  }

  private static let repeatedEnding = "zone.repeated-ending"

  /// The candidates; of long endings with nothing before them only those that the document has more than once: 大数据产业园.
  private func repeated(_ found: [ZoneCandidate]) -> [ZoneCandidate] {
    var counts: [ArraySlice<Unicode.Scalar>: Int] = [:]
    for candidate in found where candidate.rule == Self.repeatedEnding { counts[text[candidate.span], default: 0] += 1 }
    return found.filter { $0.rule != Self.repeatedEnding || counts[text[$0.span]] ?? 0 > 1 }
  }

  /// The zone at the head of a name, of which the named one is a part: 甲县经济开发区|乙工业园.
  private func outer(of candidate: ZoneCandidate) -> Span? {
    let span = candidate.span
    guard span.count >= 8 else { return nil }
    for end in stride(from: span.end - 4, to: span.start + 3, by: -1) {
      guard let kind = words.kinds.longestMatch(in: text, endingAt: end, limit: span.start),
        words.lasting[text[Span(kind.start, end)]] != nil, lattice.boundaryExcess(at: end) <= 10,
        let outer = self.candidate(endingAt: end), outer.span.start == span.start
      else { continue }
      return outer.span
    }
    return nil
  }

  private func candidate(endingAt end: Int) -> ZoneCandidate? {
    guard let kind = words.kinds.longestMatch(in: text, endingAt: end),
      words.macros.longestMatch(in: text, endingAt: end) == nil
    else { return nil }
    if end < text.count {
      guard lattice.boundaryExcess(at: end) <= 10, words.venue.longestMatch(in: text, at: end) == nil else {
        return nil
      }
      if text[end] == "项", end + 1 < text.count, text[end + 1] == "目" { return nil }
      // 某某新城皇冠酒店: where something was held.
      for position in end..<min(end + 8, text.count) {
        guard text[position].isHan else { break }
        if words.hotels.longestMatch(in: text, at: position) != nil { return nil }
      }
      // 全域空港经济, 开发区党建: a kind of economy, a heading.
      if words.notZoneAfter.longestMatch(in: text, at: end) != nil { return nil }
    }
    guard !companies.covers(end - 1), divisions.span(endingAt: end) == nil else { return nil }
    if text[kind.start] == "谷" || kind.start + 1 == end, lattice.boundaryExcess(at: kind.start) > 12 { return nil }
    if kind.start > 0, companies.covers(kind.start - 1) { return nil }
    // 主任谷某, 甲镇谷家村: after a post or a place, the character is a surname or the head of a smaller place's name.
    if text[kind.start] == "谷", kind.start > 0,
      "长任记席员导镇乡县村道".unicodeScalars.contains(text[kind.start - 1])
    {
      return nil
    }
    var start = material.start(before: kind.start, limit: 20)
    // A body's name ends before the zone's begins: 某区政府|来紫竹高新区.
    for position in stride(from: kind.start, to: start, by: -1) where bodies.span(endingAt: position) != nil {
      start = position
      break
    }
    start = trimmed(start, before: kind.start)
    while start < kind.start, "·-".unicodeScalars.contains(text[start]) { start += 1 }
    // 甲市·乙县·丙经开区: one of those who hold something together.
    let dots = (start..<kind.start).filter { text[$0] == "·" }
    if dots.count > 1, let last = dots.last { start = last + 1 }
    // 中乙(甲市)创新园: a name does not begin with a bracket.
    if start > 2, start < kind.start, text[start] == "(", text[start - 1].isHan, text[start - 2].isHan { start -= 2 }
    // 做优小微园: an adjective after 做 is no part of the name.
    if start > 0, start < kind.start, "做建抓设管办落".unicodeScalars.contains(text[start - 1]),
      "精优大强细好实".unicodeScalars.contains(text[start])
    {
      start += 1
    }
    while start < kind.start, "暨及".unicodeScalars.contains(text[start]) { start += 1 }
    // 未来|天文小镇, 一流|天文小镇
    while let praise = words.praise.longestMatch(in: text, at: start, limit: kind.start), praise.end < kind.start {
      start = praise.end
    }
    start = behindConnective(behindGoing(start, before: kind.start), before: kind.start)
    start = withItsHead(start, before: kind.start)
    start = behindEveryday(behindVerb(start, before: kind.start), before: kind.start)
    start = withItsSide(behindJoint(start, before: kind.start), before: kind.start)
    if isToBeBuilt(start, before: kind.start) { return nil }
    var place: PlacePrefix?
    var position = start + 1
    while position <= kind.start {
      if let found = places.prefix(endingAt: position, floor: start),
        place == nil || found.span.start <= place!.span.start
      {
        place = found
      }
      position += 1
    }
    if let place, !isBareQuality(place, before: kind.start), material.isLead(from: start, to: place.span.start) {
      start = place.span.start
    } else {
      place = nil
    }
    // 甲县规划建设|乙新城: what a place does.
    if let does = place?.span.end, case let name = trimmed(does, before: kind.start), name - does >= 4,
      isProper(Span(name, kind.start))
    {
      start = name
      place = nil
    }
    if place?.isBare ?? true, holdsPost(Span(place?.span.end ?? start, kind.start)) {
      return bare(Span(kind.start, end))
    }
    let coreStart = place?.span.end ?? start
    let own = Span(coreStart, kind.start)
    let isGeneric = isGeneric(own)
    // 老旧片区改造: what is to be built anew.
    if words.builtAnew.occurs(in: text, own) || text[own].contains("届")
      || words.anewAfter.longestMatch(in: text, at: end) != nil
    {
      return nil
    }
    if place == nil, !isQuoted(own), isAimOfList(start) { return nil }
    if isAimed(end) || place != nil && isAimOfList(start, words.aimBefore) { return nil }
    if holdsCount(own) || isInitials(own) || text[own].contains("最") { return nil }
    if place == nil, isRank(own) || isCounting(own, kind: Span(kind.start, end)) { return nil }
    let isRaising = words.raising.longestMatch(in: text, endingAt: end)?.start == kind.start
    if isRaising, isWorks(own, end: end) { return nil }
    // 参观了公司玫瑰种植基地: a part of the company.
    if place == nil, words.owners.longestMatch(in: text, endingAt: start) != nil { return nil }
    if place == nil, isRaising, isEveryday(own) { return nil }
    if isAim(start) || isHonour(Span(start, end)) || isSlogan(Span(start, end)) { return nil }
    if place != nil {
      // 河南省产业集聚区建设: all those of the province.
      if isGeneric, own.isEmpty, place?.level == "省" || place?.level == "自治区",
        words.collective[text[Span(kind.start, end)]] != nil
      {
        return nil
      }
      if isGeneric, own.isEmpty, end - kind.start <= 2, words.bare[text[Span(kind.start, end)]] == nil,
        place?.isBare == true
      {
        return nil
      }
      return ZoneCandidate(
        span: Span(start, end), place: place, core: Span(coreStart, end), rule: "zone.place-and-ending",
        confidence: 0.92)
    }
    if own.isEmpty { return bare(Span(kind.start, end)) }
    // 孵化园5大园区: all that were named before.
    if own.count >= 2, "大个".unicodeScalars.contains(text[own.end - 1]), text[own.end - 2].isLatinOrDigit { return nil }
    // 城南经济新区: the home region's one on that side.
    if isGeneric || !isProper(own), !isCounted(start),
      let side = words.sides.longestMatch(in: text, at: own.start, limit: own.end),
      own.end - side.end <= 2, self.isGeneric(Span(side.end, own.end)),
      words.sided.longestMatch(in: text, endingAt: end)?.start == kind.start
    {
      return ZoneCandidate(
        span: Span(start, end), place: nil, core: Span(start, end), rule: "zone.side-of-town", confidence: 0.7)
    }
    // 来到化工产业园: the home region's one of that kind.
    if isGeneric || !isProper(own), own.count >= 2, !isCounted(start), start == 0 || !text[own].contains("各"),
      words.going.longestMatch(in: text, endingAt: start) != nil
    {
      return ZoneCandidate(
        span: Span(start, end), place: nil, core: Span(start, end), rule: "zone.visited", confidence: 0.6)
    }
    guard !isGeneric, !isCounted(start), end - start >= 3, isProper(own) || isListed(start, end) else {
      // 夯实|开发区: nothing before the ending is a name.
      return bare(Span(kind.start, end))
    }
    return ZoneCandidate(
      span: Span(start, end), place: nil, core: Span(start, end), rule: "zone.proper-name", confidence: 0.75)
  }

  /// Whether somebody's post stands in a stretch: 书记某某会办|经开区.
  private func holdsPost(_ own: Span) -> Bool {
    var position = own.start
    while position < own.end {
      let token = lattice.token(at: position)
      if token.wordClass == .post, token.span.count >= 2 { return true }
      position = max(token.span.end, position + 1)
    }
    return false
  }

  /// Whether a stretch is made of words of the general list, none of them a place.
  func isEveryday(_ own: Span) -> Bool {
    var position = own.start
    while position < own.end {
      let token = lattice.token(at: position)
      let end = min(token.span.end, own.end)
      let isWord = end - position >= 2 && token.wordClass != .place && token.wordClass != .unknown
      guard isWord || !text[position].isHan && !text[position].isLatinOrDigit else { return false }
      position = end
    }
    return true
  }

  /// Whether something is to become what a list names of which this is an item: 建设成为甲极、示范区.
  private func isAimOfList(_ start: Int, _ aims: WordTrie<Void>? = nil) -> Bool {
    var clause = start
    while clause > 0, start - clause < 40, text[clause - 1].isHan || text[clause - 1] == "、" { clause -= 1 }
    guard let aim = (aims ?? words.aims).lastMatch(in: text, before: start, limit: clause)?.span else { return false }
    guard aim.end < start, let mark = text[Span(aim.end, start)].lastIndex(of: "、") else { return false }
    return start - mark <= 5
  }

  /// Whether what a list or a phrase names is what something shall become: 甲之都、乙示范区的发展定位.
  private func isAimed(_ end: Int) -> Bool {
    for position in end..<min(text.count, end + 24) {
      guard text[position].isHan || text[position] == "、" else { return false }
      if words.aimBehind.longestMatch(in: text, at: position) != nil { return true }
    }
    return false
  }

  /// PPT园区: letters that name nothing.
  private func isInitials(_ own: Span) -> Bool {
    (2...4).contains(own.count) && text[own].allSatisfy { ("A"..."Z").contains($0) }
      && own.start > 0 && text[own.start - 1].isHan
  }

  /// 甲市两个国家级|经济技术开发区: several are counted.
  private func holdsCount(_ own: Span) -> Bool {
    (own.start..<max(own.start, own.end - 1)).contains { position in
      "一两二三四五六七八九十".unicodeScalars.contains(text[position]) && "个家座处".unicodeScalars.contains(text[position + 1])
    }
  }

  private func isQuoted(_ own: Span) -> Bool {
    own.start > 0 && "“\"《".unicodeScalars.contains(text[own.start - 1])
  }

  func isInBracket(_ position: Int, before end: Int) -> Bool {
    let rest = text[Span(position, end)]
    guard let close = rest.firstIndex(of: ")") else { return false }
    return rest.firstIndex(of: "(").map { $0 > close } ?? true
  }

  /// An ending alone: the home region's one, where such endings stand alone or a body of it is named.
  private func bare(_ kind: Span) -> ZoneCandidate? {
    let word = text[kind]
    // 来到化工产业园
    if kind.count >= 5, words.bare[word] == nil, words.going.longestMatch(in: text, endingAt: kind.start) != nil {
      return ZoneCandidate(span: kind, place: nil, core: kind, rule: "zone.visited", confidence: 0.6)
    }
    // 有关开发区: some of them.
    if kind.start > 1, text[kind.start - 1] == "关", "有相".unicodeScalars.contains(text[kind.start - 2]) { return nil }
    // 各县(市、区)、开发区: all of them.
    if kind.start > 2, text[kind.start - 1] == "、" || text[kind.start - 1] == "和",
      word.elementsEqual("开发区".unicodeScalars),
      isCollective(before: kind.start)
    {
      return nil
    }
    let isKnown = words.bare[word] != nil || words.governed[word] != nil && isGoverned(kind.end)
    guard isKnown || kind.count >= 6, !isCounted(kind.start), kind.start == 0 || text[kind.start - 1] != "(" else {
      return nil
    }
    return ZoneCandidate(
      span: kind, place: nil, core: kind, rule: isKnown ? "zone.bare-ending" : Self.repeatedEnding, confidence: 0.55)
  }

  /// Whether a row begins with all the counties or districts: 各县(市、区)、.
  private func isCollective(before end: Int) -> Bool {
    var start = end
    while start > 0, end - start < 16, text[start - 1].isHan || "()、".unicodeScalars.contains(text[start - 1]) {
      start -= 1
      if text[start] == "各", start + 1 < end, "县市区州旗".unicodeScalars.contains(text[start + 1]) { return true }
    }
    return false
  }

  /// Whether a committee or a head of a zone follows: 工业园区党工委书记.
  private func isGoverned(_ end: Int) -> Bool { words.governs.longestMatch(in: text, at: end) != nil }

  /// “甲食品产业基地”称号: an honour, no place.
  private func isHonour(_ span: Span) -> Bool {
    guard span.end + 1 < text.count, text[span.end] == "”" else { return false }
    return words.honourAfter.longestMatch(in: text, at: span.end + 1) != nil
  }

  /// “历史名城、工业新区”: one of the aims that a slogan counts up.
  private func isSlogan(_ span: Span) -> Bool {
    guard let quotation = slogans.span(at: span.start), quotation.contains(span) else { return false }
    return quotation.count > span.count + 2
  }

  /// Leaves out words and numbers at the head of name material that lead up to the name.
  private func trimmed(_ start: Int, before end: Int) -> Int {
    var start = start
    while start < end {
      let next = material.trimmed(start, before: end)
      let token = lattice.token(at: next)
      if token.wordClass == .number, token.span.count >= 2, token.span.end <= end, isCount(token.span) {
        start = token.span.end
      } else if next > start {
        start = next
      } else {
        break
      }
    }
    return start
  }

  /// Whether a number counts things: 四个工业园区, but 十里工业园区.
  private func isCount(_ number: Span) -> Bool {
    let counters: ScalarSet = "个大家处座批类种条年期届多余"
    return counters.contains(text[number.end - 1]) || number.end < text.count && counters.contains(text[number.end])
      || text[number].allSatisfy(\.isLatinOrDigit)
  }

  /// A level word as in 市级, 县域: a quality, not a place.
  private func isBareQuality(_ place: PlacePrefix, before end: Int) -> Bool {
    guard place.isBare, place.span.end < text.count else { return false }
    return "级域属内际直".unicodeScalars.contains(text[place.span.end])
  }

  /// 打造成为…新城, 践行新理念的…示范区: what something is to become.
  private func isAim(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    return words.aimBefore.longestMatch(in: text, endingAt: start) != nil
  }

  /// Whether a name without a place holds a word that is no everyday word: 远桥智造园 against 通用航空产业基地.
  private func isProper(_ own: Span) -> Bool {
    guard own.count >= 2 else { return false }
    if isQuoted(own), own.end < text.count { return true }
    var position = own.start
    while position < own.end {
      if let generic = words.generic.longestMatch(in: text, at: position, limit: own.end) {
        position = generic.end
        continue
      }
      let token = lattice.token(at: position)
      let word = Span(position, min(token.span.end, own.end))
      // 贡献, 夯实: what is done to a zone.
      if token.wordClass == .verb, word.count >= 2 {
        position = word.end
        continue
      }
      if token.wordClass == .unknown || token.wordClass == .place || text[position].isLatinOrDigit { return true }
      if (Lexicon.entry(text[word])?.cost ?? .max) >= Self.properCost || word.count == 1 { return true }
      position = word.end
    }
    return false
  }

  /// Words rarer than this (quarters of nats) are likelier parts of a coined name.
  static let properCost: UInt8 = 44

  /// Whether the name stands in a list with another that ends as zones do, or has a committee.
  private func isListed(_ start: Int, _ end: Int) -> Bool {
    if words.committeesForward.longestMatch(in: text, at: end) != nil { return true }
    if start > 1, text[start - 1] == "、", words.kinds.longestMatch(in: text, endingAt: start - 1) != nil { return true }
    guard end < text.count, text[end] == "、" else { return false }
    var next = end + 1
    while next < text.count, next - end <= 16, text[next].isHan { next += 1 }
    for position in stride(from: next, to: end + 3, by: -1)
    where words.kinds.longestMatch(in: text, endingAt: position, limit: end + 1) != nil {
      return true
    }
    return false
  }

  private func isGeneric(_ span: Span) -> Bool {
    var position = span.start
    while position < span.end {
      guard let match = words.generic.longestMatch(in: text, at: position, limit: span.end) else { return false }
      position = match.end
    }
    return true
  }

  /// Whether a number or a word of quantity stands right before a position.
  private func isCounted(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    if text[start - 1].isLatinOrDigit { return true }
    return "个家座处批各类多两些该本新".unicodeScalars.contains(text[start - 1])
  }
}
