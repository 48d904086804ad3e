import Extraction
import GraphModel

/// Where a full name begins.
extension EnterpriseScanner {
  /// Takes in one or two characters that are more likely part of a brand than words of their own: a single one behind a mark
  /// (远桥电子科技有限公司), two between a place and the rest of a legal name (湖南越大能源有限公司).
  func withHead(_ start: Int, isLegal: Bool) -> Int {
    if let head = latinHead(before: start) { return head }
    guard start > 0, text[start - 1].isHan else { return start }
    // 23日|甲市煤矿: a date.
    if start > 1, "年月日时".unicodeScalars.contains(text[start - 1]), text[start - 2].isLatinOrDigit { return start }
    // 上海|为甲投资集团有限公司: behind a place at the head of an item 为 begins a brand.
    if isLegal, let head = brandHead(before: start) { return head }
    // 甲集团|联合|乙化有限公司: behind a group's name 联合 is no conjunction.
    if isLegal, start > 6, text[Span(start - 2, start)].elementsEqual("联合".unicodeScalars),
      text[Span(start - 4, start - 2)].elementsEqual("集团".unicodeScalars)
    {
      return material.start(before: start - 2, limit: 20)
    }
    if isLegal, let head = coinedHead(before: start) { return head }
    if let head = jointHead(before: start) { return head }
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
    if isLegal, let head = wordHead(before: start) { return head }
    guard start == 1 || !text[start - 2].isHan else { return start }
    // 、于格酒业公司: a preposition does not stand behind the mark of a list.
    let isInList = start > 1 && text[start - 2] == "、" && !Self.particles.contains(text[start - 1])
    return isHead || isInList ? start - 1 : start
  }

  /// The start of a brand whose second character is a conjunction elsewhere, between a place or a mark and 集团 or a trade:
  /// 上海均和|集团, 、均和|实业.
  func jointHead(before start: Int) -> Int? {
    guard start > 1, "和同".unicodeScalars.contains(text[start - 1]), text[start - 2].isHan,
      Self.groups.longestMatch(in: text, at: start) != nil
        || words.tradesForward.longestMatch(in: text, at: start) != nil
    else { return nil }
    let brand = start - 2
    if let place = placeStart(endingAt: brand) { return place }
    return brand == 0 || !text[brand - 1].isHan && !text[brand - 1].isLatinOrDigit ? brand : nil
  }

  /// The start of two to four characters that are no words and stand alone before 联合: 、远桥|联合融资租赁有限公司.
  private func coinedHead(before start: Int) -> Int? {
    guard start > 4, text[Span(start - 2, start)].elementsEqual("联合".unicodeScalars) else { return nil }
    let brand = material.start(before: start - 2, limit: 6)
    guard (2...6).contains(start - 2 - brand), brand == 0 || !text[brand - 1].isHan,
      Lexicon.entry(text[Span(brand, start - 2)]) == nil
    else { return nil }
    return brand
  }

  /// The words of Latin letters before the last one of a name, and the place before them: 美国Key |Global公司.
  private func latinHead(before start: Int) -> Int? {
    var head = start
    while head > 1, isLatin(head), text[head - 1] == " ", isLatin(head - 2) {
      head -= 2
      while head > 0, isLatin(head - 1) { head -= 1 }
    }
    return head < start ? material.start(before: head, limit: 8) : nil
  }

  private func isLatin(_ position: Int) -> Bool {
    ("a"..."z").contains(text[position]) || ("A"..."Z").contains(text[position])
  }

  /// The start of a word of two or three characters that is no everyday lead to a name and stands alone between a preposition or
  /// the mark of a list and the rest of a legal name: 到|天天远环保科技有限公司.
  private func wordHead(before start: Int) -> Int? {
    let token = lattice.token(at: start - 1)
    let head = token.span.start
    guard token.span.end == start, (2...3).contains(token.span.count), head > 0,
      text[head - 1] == "、" || Self.particles.contains(text[head - 1]) && text[head - 1].isHan,
      token.wordClass == .function, token.span.range.allSatisfy({ !Self.particles.contains(text[$0]) }),
      !material.isOutside(token.span)
    else { return nil }
    return head
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
      // 甲市乙德分离|技术有限公司: a verb that leads up to nothing.
      guard token.span.count == 1 || token.wordClass == .place || position > head && isBrandVerb(token) else {
        return nil
      }
      position = token.span.end
    }
    return head
  }

  /// The place at the head of an item behind which 为 stands, with at most one character more before the name.
  private func brandHead(before start: Int) -> Int? {
    for mark in [start - 1, start - 2] where mark > 1 && text[mark] == "为" {
      guard let region = placeStart(endingAt: mark), region < mark,
        region == 0 || !text[region - 1].isHan || "与和及由".unicodeScalars.contains(text[region - 1])
      else { continue }
      return region
    }
    return nil
  }

  /// The start of a word that stands between the mark of a list and everyday words with a legal form, which make no name without
  /// it: 、长大|汽车制造有限公司.
  func markedHead(before start: Int) -> Int? {
    guard start > 2 else { return nil }
    let token = lattice.token(at: start - 1)
    let head = token.span.start
    guard token.span.end == start, token.span.count == 2, head > 0, text[head - 1] == "、", token.wordClass != .function,
      !material.isOutside(token.span)
    else { return nil }
    return head
  }

  /// Where a name begins behind the district that the company stands in: 长寿区|重庆甲有限公司.
  func behindLocation(_ start: Int, before end: Int) -> Int {
    guard let first = material.placeEnd(from: start), let second = material.placeEnd(from: first), second < end,
      Self.districts.contains(text[first - 1]), !Self.districts.contains(text[second - 1]),
      isName(Span(second, end), hasPlace: true, isLegal: true)
    else { return start }
    return first
  }

  private static let districts: ScalarSet = "区县镇乡道"

  /// The start of a name known everywhere in whose middle a name was taken to begin: 兴业|银行甲分行.
  func knownHead(_ start: Int, before end: Int) -> Int {
    for head in stride(from: start - 1, through: max(0, start - 4), by: -1) {
      if let known = words.wellKnown.longestMatch(in: text, at: head), known.end > start,
        lattice.boundaryExcess(at: head) <= 12
      {
        return head
      }
    }
    return start
  }

  private func isBrandVerb(_ token: WordLattice.Token) -> Bool {
    token.wordClass == .verb && token.span.count == 2 && !material.isOutside(token.span)
      && !words.owning.contains(text[token.span])
  }

  private func placeStart(endingAt end: Int) -> Int? {
    if let region = material.regionStart(endingAt: end) { return region }
    let token = lattice.token(at: end - 1)
    return token.wordClass == .place && token.span.end == end ? material.start(before: end, limit: 10) : nil
  }

  /// What joins or leads up to names and is no part of a brand.
  static let particles: ScalarSet = "与和由及对向在为将使把被从到以等各该某是有让给同跟至并但而且或的了我你他这那"

  /// A name behind the zone that the company stands in: 甲开发区|微型马达厂.
  func behindZone(_ start: Int, before end: Int) -> Int {
    for position in stride(from: end - 2, to: start + 2, by: -1)
    where words.zoneKinds.longestMatch(in: text, endingAt: position, limit: start) != nil {
      let rest = Span(position, end)
      return isName(rest, hasPlace: false, isLegal: true) ? position : start
    }
    return start
  }

  /// A name behind what kind of company it is: 香港上市公司|远华能源, 民营制造业集团|远塑, 电商|阿里巴巴.
  func behindApposition(_ start: Int, before end: Int) -> Int {
    if let kind = words.appositions.lastMatch(in: text, before: end - 1, limit: start)?.span, end - kind.end >= 2 {
      return kind.end
    }
    if let lead = words.leadIns.lastMatch(in: text, before: end - 1, limit: start)?.span, end - lead.end >= 2,
      lattice.boundaryExcess(at: lead.end) <= 8
    {
      return lead.end
    }
    var position = start
    while position < end - 1 {
      if position > start, words.wellKnown.longestMatch(in: text, at: position, limit: end)?.end == end {
        return position
      }
      guard let kind = words.generic.longestMatch(in: text, at: position, limit: end) else { break }
      position = kind.end
    }
    return start
  }

  /// A name that begins with the state's, behind words that lead up to it: 给予|中国甲集团.
  func behindLead(_ start: Int, before end: Int) -> Int {
    guard start + 3 < end else { return start }
    return (start + 1..<end - 2).first {
      text[$0] == "中" && text[$0 + 1] == "国" && lattice.boundaryExcess(at: $0) <= 12
        && material.isLead(from: start, to: $0)
    } ?? start
  }

  /// A name behind a number of companies: 八家公司 is none.
  func behindCount(_ start: Int, before end: Int) -> Int {
    // 18|家金融机构: digits are no part of a name anyway.
    if start > 0, start < end, text[start] == "家", text[start - 1].isLatinOrDigit { return start + 1 }
    guard start + 1 < end, "一二三四五六七八九十两几数多".unicodeScalars.contains(text[start]), text[start + 1] == "家" else {
      return start
    }
    return start + 2
  }

  /// Leaves out words at the head of name material that lead up to the name.
  func trimmed(_ start: Int, before end: Int) -> Int {
    words.wellKnown.longestMatch(in: text, at: start) == nil ? material.trimmed(start, before: end) : start
  }
}
