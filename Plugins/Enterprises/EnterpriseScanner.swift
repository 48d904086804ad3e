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
  private let context: ExtractionContext
  private let text: ScalarText
  private let lattice: WordLattice
  private let material: NameMaterial
  private let places: PlacePrefixes
  private let words = EnterpriseWords.embedded
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
    var start = material.start(before: ending.start, limit: 32)
    guard start < ending.start else { return nil }
    start = trimmed(withHead(start, isLegal: ending.value && end - ending.start >= 4), before: ending.start)
    start = behindCount(behindZone(start, before: ending.start), before: ending.start)
    guard start < ending.start else { return nil }
    let place = firstPlace(from: start, before: ending.start)
    if let place, material.isLead(from: start, to: place.span.start) { start = place.span.start }
    let brandStart = place.map { $0.span.start == start ? $0.span.end : start } ?? start
    let brand = Span(min(brandStart, ending.start), ending.start)
    let hasPlace = place?.span.start == start
    // 市供电公司: the trade is in the ending.
    let isLocalWorks =
      brand.isEmpty && hasPlace && words.localWorks.longestMatch(in: text, endingAt: end)?.start == ending.start
      && !"全各".unicodeScalars.contains(text[start])
    // 当代合众集团董事长: everyday words are a name before the head of a company.
    let isHeaded = brand.count >= 4 && words.heads.longestMatch(in: text, at: end) != nil
    if !isLocalWorks, !isHeaded, !isName(brand, hasPlace: hasPlace, isLegal: ending.value) { return nil }
    // 某公司的加工厂 is a part of the company, which is found by its own ending.
    if !ending.value, text[end - 1] != "行", words.legalInside.occurs(in: text, Span(start, ending.start)) { return nil }
    if isVendor(Span(start, end)) { return nil }
    return EnterpriseCandidate(
      span: Span(start, end), place: hasPlace ? place : nil, brand: brand, isFull: true,
      rule: ending.value ? "enterprise.legal-form" : "enterprise.plant-or-bank",
      confidence: ending.value ? (end - ending.start >= 4 ? 0.97 : 0.85) : 0.8)
  }

  /// Whether a name by its ending could also be a longer one's short form: 润德集团, 远桥公司.
  func mayBeShort(_ candidate: EnterpriseCandidate) -> Bool {
    candidate.brand.count <= 4 && ShortForms.isEnding(text[Span(candidate.brand.end, candidate.span.end)])
  }

  /// Takes in one or two characters that are more likely part of a brand than words of their own: a single one behind a mark
  /// (远桥电子科技有限公司), two between a place and the rest of a legal name (湖南越大能源有限公司).
  private func withHead(_ start: Int, isLegal: Bool) -> Int {
    guard start > 0, text[start - 1].isHan else { return start }
    let isHead = words.loneHeads[text[Span(start - 1, start)]] == nil
    // 、甲县有爱云仓公司: between the place and the name stands a character of the brand.
    if isHead || text[start - 1] == "有", let region = material.regionStart(endingAt: start - 1), region > 0,
      !text[region - 1].isHan
    {
      return region
    }
    if isLegal, start > 2, text[start - 2].isHan, let region = placeStart(endingAt: start - 2),
      !Span(start - 2, start).range.contains(where: { Self.particles.contains(text[$0]) })
    {
      return region
    }
    if isLegal, let place = placeHead(before: start) { return place }
    guard start == 1 || !text[start - 2].isHan else { return start }
    // 、于格酒业公司: a preposition does not stand behind the mark of a list.
    let isInList = start > 1 && text[start - 2] == "、" && !Self.particles.contains(text[start - 1])
    return isHead || isInList ? start - 1 : start
  }

  /// The place at the head of the item, where nothing but single characters and places stand between it and the rest of a legal
  /// name: 甲省乙县牧|原农牧有限公司.
  private func placeHead(before start: Int) -> Int? {
    var head = start
    while head > 0, start - head <= 10, text[head - 1].isHan, !Self.particles.contains(text[head - 1]) { head -= 1 }
    guard start - head >= 3, lattice.token(at: head).wordClass == .place, lattice.token(at: head).span.start == head
    else {
      return nil
    }
    var position = head
    while position < start {
      let token = lattice.token(at: position)
      guard token.span.count == 1 || token.wordClass == .place else { return nil }
      position = token.span.end
    }
    return head
  }

  private func placeStart(endingAt end: Int) -> Int? {
    if let region = material.regionStart(endingAt: end) { return region }
    let token = lattice.token(at: end - 1)
    return token.wordClass == .place && token.span.end == end ? material.start(before: end, limit: 10) : nil
  }

  /// What joins or leads up to names and is no part of a brand.
  private static let particles: ScalarSet = "与和由及对向在为将使把被从到以等各该某是有让给同跟至并但而且或的了我你他这那"

  /// A name behind the zone that the company stands in: 甲开发区|微型马达厂.
  private func behindZone(_ start: Int, before end: Int) -> Int {
    for position in stride(from: end - 2, to: start + 2, by: -1)
    where words.zoneKinds.longestMatch(in: text, endingAt: position, limit: start) != nil {
      let rest = Span(position, end)
      return isName(rest, hasPlace: false, isLegal: true) ? position : start
    }
    return start
  }

  /// A name behind a number of companies: 八家公司 is none.
  private func behindCount(_ start: Int, before end: Int) -> Int {
    guard start + 1 < end, "一二三四五六七八九十两几数多".unicodeScalars.contains(text[start]), text[start + 1] == "家" else {
      return start
    }
    return start + 2
  }

  /// Leaves out words at the head of name material that lead up to the name.
  private func trimmed(_ start: Int, before end: Int) -> Int {
    words.wellKnown.longestMatch(in: text, at: start) == nil ? material.trimmed(start, before: end) : start
  }

  private func firstPlace(from start: Int, before end: Int) -> PlacePrefix? {
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
  private func isName(_ brand: Span, hasPlace: Bool, isLegal: Bool) -> Bool {
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

  // MARK: Short names

  /// The items of lists that close with 等企业, 等公司: `taken` are spans that are known already.
  func listed(outside taken: SpanSet) -> [EnterpriseCandidate] {
    var found: [EnterpriseCandidate] = []
    for index in context.places(of: "等") where index + 1 < text.count {
      var after = index + 1
      while after < text.count, after < index + 7,
        text[after].isLatinOrDigit || "一二三四五六七八九十百余多几两家".unicodeScalars.contains(text[after])
      {
        after += 1
      }
      guard words.listClose.longestMatch(in: text, at: after) != nil else { continue }
      found += list(endingAt: index, outside: taken)
    }
    return found
  }

  private func list(endingAt end: Int, outside taken: SpanSet) -> [EnterpriseCandidate] {
    var found: [EnterpriseCandidate] = []
    var itemEnd = end
    var count = 0
    while itemEnd > 0, count < 30 {
      count += 1
      if let known = taken.span(endingAt: itemEnd) {
        guard known.start > 0, text[known.start - 1] == "、" else { break }
        itemEnd = known.start - 1
        continue
      }
      var start = itemEnd
      while start > 0, itemEnd - start <= 14,
        text[start - 1].isHan || text[start - 1].isLatinOrDigit || text[start - 1] == "·"
      {
        start -= 1
      }
      let isInner = start > 0 && text[start - 1] == "、"
      if !isInner { start = headOfFirst(from: start, before: itemEnd) }
      let span = Span(start, itemEnd)
      let isPlausible = (2...12).contains(span.count) && !taken.overlaps(span) && isShortName(span)
      if isPlausible {
        found.append(
          EnterpriseCandidate(
            span: span, place: nil, brand: span, isFull: false, rule: "enterprise.list-of-companies", confidence: 0.75))
      }
      guard isInner else { break }
      itemEnd = start - 1
    }
    return found
  }

  /// In the first item of a list: the start of the name after words that lead up to it.
  private func headOfFirst(from start: Int, before end: Int) -> Int {
    var position = start
    var result = start
    while position < end {
      let token = lattice.token(at: position)
      let isWord = token.span.count >= 2 || words.loneHeads[text[token.span]] != nil
      if token.span.end < end, isWord, !material.isMaterial(token, from: token.span.start, to: token.span.end) {
        result = token.span.end
      }
      position = token.span.end
    }
    return trimmed(result, before: end)
  }

  private func isShortName(_ span: Span) -> Bool {
    if words.generic[text[span]] != nil { return false }
    if words.noCompany.longestMatch(in: text, endingAt: span.end, limit: span.start) != nil { return false }
    if context.mentions(of: "Region", in: span).contains(where: { $0.span == span }) { return false }
    if let entry = Lexicon.entry(text[span]), entry.wordClass != .unknown, span.count <= 3,
      words.wellKnown[text[span]] == nil
    {
      return entry.cost > 44 && entry.wordClass == .noun
    }
    return true
  }

  /// What stands right before a post that only companies have: 润德纺织董事长.
  func beforeHeads(outside taken: SpanSet) -> [EnterpriseCandidate] {
    var found: [EnterpriseCandidate] = []
    var next = 2
    while let index = words.heads.firstMatch(in: text, from: next)?.span.start {
      next = index + 1
      guard lattice.boundaryExcess(at: index) <= 10, !taken.covers(index - 1) else { continue }
      let from = trimmed(material.start(before: index, limit: 10), before: index)
      let span = Span(from, index)
      guard (3...10).contains(span.count), isShortName(span), isName(span, hasPlace: false, isLegal: true) else {
        continue
      }
      guard words.trades.longestMatch(in: text, endingAt: index, limit: from) != nil else { continue }
      found.append(
        EnterpriseCandidate(
          span: span, place: nil, brand: span, isFull: false, rule: "enterprise.before-its-head", confidence: 0.75))
    }
    return found
  }

  /// 中建七局, 中铁十二局集团: the numbered bureaus of the state's builders.
  func builders(outside taken: SpanSet) -> [EnterpriseCandidate] {
    var found: [EnterpriseCandidate] = []
    var index = 0
    while let next = words.builders.firstMatch(in: text, from: index)?.span {
      index = next.start
      guard let group = words.builders.longestMatch(in: text, at: index), !taken.covers(index) else {
        index += 1
        continue
      }
      var end = group.end
      while end < text.count, end - group.end < 5, "一二三四五六七八九十第0123456789".unicodeScalars.contains(text[end]) {
        end += 1
      }
      guard end > group.end, let ending = words.builderEndings.longestMatch(in: text, at: end) else {
        index += 1
        continue
      }
      let span = Span(index, ending.end)
      found.append(
        EnterpriseCandidate(
          span: span, place: nil, brand: span, isFull: false, rule: "enterprise.numbered-builder", confidence: 0.9))
      index = ending.end
    }
    return found
  }

  /// Companies that everyone knows by their short names.
  func renowned(outside taken: SpanSet) -> [EnterpriseCandidate] {
    var found: [EnterpriseCandidate] = []
    var index = 0
    while let next = words.wellKnown.firstMatch(in: text, from: index)?.span {
      index = next.start
      guard let match = words.wellKnown.longestMatch(in: text, at: index), !taken.overlaps(Span(index, match.end)),
        lattice.boundaryExcess(at: index) <= 12, lattice.boundaryExcess(at: match.end) <= 12
      else {
        index += 1
        continue
      }
      // 奇瑞|新能源汽车: the trades behind a well-known name belong to it.
      var end = match.end
      while let trade = words.tradesForward.longestMatch(in: text, at: end), trade.end - match.end <= 8,
        lattice.boundaryExcess(at: trade.end) <= 4
      {
        end = trade.end
      }
      if end > match.end, end < text.count,
        text[end].isHan && lattice.boundaryExcess(at: end) > 0 || words.works.longestMatch(in: text, at: end) != nil
      {
        end = match.end
      }
      found.append(
        EnterpriseCandidate(
          span: Span(index, end), place: nil, brand: Span(index, end), isFull: false,
          rule: "enterprise.well-known", confidence: 0.7))
      index = end
    }
    return found
  }

  /// Whether a name of four to six characters is made up throughout: no everyday word of two characters in it.
  private func isCoinedWhole(_ span: Span) -> Bool {
    guard span.range.allSatisfy({ text[$0].isHan }), lattice.boundaryExcess(at: span.start) <= 4,
      lattice.boundaryExcess(at: span.end) <= 4
    else { return false }
    var position = span.start
    while position < span.end {
      let token = lattice.token(at: position)
      if token.span.count >= 2, let entry = Lexicon.entry(text[token.span]), entry.cost < 52 { return false }
      position = token.span.end
    }
    return true
  }

  /// Where the item of a list that begins at a position ends: before a mark, or behind a trade word that something else follows.
  private func itemEnd(from start: Int) -> Int {
    var end = start
    while end < text.count, end - start <= 9, text[end].isHan, !Self.itemEnds.contains(text[end]) {
      end += 1
    }
    let whole = end
    let isClosed = end < text.count && Self.itemEnds.contains(text[end])
    if isClosed, end - start <= 8 || words.trades.longestMatch(in: text, endingAt: end, limit: start) != nil {
      return end
    }
    // 三鼎工具|进行了考察
    while end > start + 2 {
      if words.trades.longestMatch(in: text, endingAt: end, limit: start) != nil, lattice.boundaryExcess(at: end) <= 0,
        end == text.count || [.verb, .function].contains(lattice.token(at: end).wordClass)
      {
        return end
      }
      end -= 1
    }
    return isClosed ? whole : start
  }

  /// What stands behind an item: a mark, or a word that goes on behind the list.
  private static let itemEnds: ScalarSet = "、,。;等和作先分与及"

  /// Coined names with a trade word that stand alone: 三祥硅业 has opened a plant.
  func coinedAlone(outside taken: SpanSet) -> [EnterpriseCandidate] {
    var found: [EnterpriseCandidate] = []
    var end = 3
    while end <= text.count {
      defer { end += 1 }
      guard words.aloneTrades.mayEnd(in: text, at: end),
        let trade = words.aloneTrades.longestMatch(in: text, endingAt: end), trade.start >= 2,
        !taken.covers(end - 1), end == text.count || !text[end].isHan || lattice.boundaryExcess(at: end) <= 4
      else { continue }
      var start = material.start(before: trade.start, limit: 8)
      if let region = material.regionStart(endingAt: start) { start = region }
      start = trimmed(start, before: trade.start)
      let span = Span(start, end)
      guard (4...9).contains(span.count), !taken.overlaps(span), isCoined(Span(start, trade.start)),
        start == 0 || !text[start - 1].isHan || material.regionStart(endingAt: start) != nil
          || lattice.token(at: start - 1).span.end == start
      else { continue }
      found.append(
        EnterpriseCandidate(
          span: span, place: nil, brand: span, isFull: false, rule: "enterprise.coined-name", confidence: 0.6))
    }
    return found
  }

  /// Whether a brand is no word of the general list: two or three characters after a place, if one is named.
  private func isCoined(_ span: Span) -> Bool {
    var start = span.start
    if let region = context.mentions(of: "Region", in: span).first, region.span.start == start {
      start = region.span.end
    }
    let brand = Span(start, span.end)
    guard (2...3).contains(brand.count), Lexicon.entry(text[brand]) == nil else { return false }
    return (brand.start..<brand.end).allSatisfy {
      words.generic.longestMatch(in: text, at: $0, limit: brand.end) == nil
    }
      && lattice.cost(from: brand.start, to: brand.end) >= Int32(40 * brand.count)
  }

  /// Items of lists whose neighbour is a known company and that end in a trade word: 深蓝科技.
  func besideCompanies(outside taken: SpanSet, known: [Span]) -> [EnterpriseCandidate] {
    var found: [EnterpriseCandidate] = []
    func look(_ start: Int, _ end: Int, isSure: Bool) {
      let span = Span(start, end)
      if isSure, (4...6).contains(span.count), !taken.overlaps(span), isShortName(span), isCoinedWhole(span) {
        found.append(
          EnterpriseCandidate(
            span: span, place: nil, brand: span, isFull: false, rule: "enterprise.coined-beside-companies",
            confidence: 0.6))
        return
      }
      guard (3...8).contains(span.count), !taken.overlaps(span), isShortName(span),
        let trade = words.trades.longestMatch(in: text, endingAt: end, limit: start), trade.start > start,
        isName(Span(start, end), hasPlace: false, isLegal: true),
        isSure || isCoined(Span(start, trade.start)) && words.coinedTrades[text[Span(trade.start, end)]] != nil
      else { return }
      found.append(
        EnterpriseCandidate(
          span: span, place: nil, brand: span, isFull: false,
          rule: isSure ? "enterprise.beside-companies" : "enterprise.coined-name-in-list",
          confidence: isSure ? 0.7 : 0.6))
    }
    var isEdge = [Bool](repeating: false, count: text.count + 2)
    for company in known {
      isEdge[company.start] = true
      isEdge[company.end] = true
    }
    for mark in context.places(of: "、") {
      let isSure = isEdge[mark] || isEdge[mark + 1]
      look(mark + 1, itemEnd(from: mark + 1), isSure: isSure)
      var start = mark
      while start > 0, mark - start <= 12, text[start - 1].isHan { start -= 1 }
      if start > 0 || mark < 12 { look(headOfFirst(from: start, before: mark), mark, isSure: isSure) }
    }
    return found
  }
}
