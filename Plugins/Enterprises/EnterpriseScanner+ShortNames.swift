import Extraction
import GraphModel

/// Companies by short names that stand alone: before their heads, by renown, by being coined.
extension EnterpriseScanner {
  /// What stands right before a post that only companies have: 润德纺织董事长.
  func beforeHeads(outside taken: SpanSet) -> [EnterpriseCandidate] {
    var found: [EnterpriseCandidate] = []
    var next = 2
    while let index = words.heads.firstMatch(in: text, from: next)?.span.start {
      next = index + 1
      guard lattice.boundaryExcess(at: index) <= 10 else { continue }
      // 远桥食品中国区总裁: the part of the company that the post is for.
      let end = words.divisions.longestMatch(in: text, endingAt: index)?.start ?? beforeCode(index)
      guard end > 1, !taken.covers(end - 1) else { continue }
      let from = trimmed(material.start(before: end, limit: 10), before: end)
      let span = Span(from, end)
      guard (3...10).contains(span.count), isShortName(span), isName(span, hasPlace: false, isLegal: true) else {
        continue
      }
      // 远山农业(中国)总裁: the bracket belongs to the name.
      let own = text[end - 1] == ")" ? text[span].lastIndex(of: "(") ?? end : end
      // 、冠远大通董事长: no word, and nothing else in its item.
      let isWhole =
        (4...6).contains(span.count) && from > 0 && "、,，\n".unicodeScalars.contains(text[from - 1])
        && isCoinedWhole(span)
      guard isWhole || words.trades.longestMatch(in: text, endingAt: own, limit: from) != nil else { continue }
      found.append(
        EnterpriseCandidate(
          span: span, place: nil, brand: span, isFull: false, rule: "enterprise.before-its-head", confidence: 0.75))
    }
    return found
  }

  /// Where the code of a share in brackets begins that ends at a position: 远桥药业(600000)董事长.
  private func beforeCode(_ end: Int) -> Int {
    guard end > 6, text[end - 1] == ")" else { return end }
    var start = end - 1
    while start > 0, end - start <= 12, text[start - 1].isLatinOrDigit || text[start - 1] == "." { start -= 1 }
    return start > 1 && start < end - 3 && text[start - 1] == "(" ? start - 1 : end
  }

  /// What ends with a trade word right before what only companies do: 与远桥生物科技签订, 由远桥实业投资建设.
  func beforeDeeds(outside taken: SpanSet) -> [EnterpriseCandidate] {
    var found: [EnterpriseCandidate] = []
    var next = 3
    while let deed = words.deeds.firstMatch(in: text, from: next)?.span {
      next = deed.start + 1
      let end = deed.start
      guard !taken.covers(end - 1), lattice.boundaryExcess(at: end) <= 4,
        let trade = words.trades.longestMatch(in: text, endingAt: end), trade.start > 1
      else { continue }
      let from = trimmed(material.start(before: trade.start, limit: 10), before: trade.start)
      let span = Span(from, end)
      let place = material.placeEnd(from: from) ?? from
      guard (4...14).contains(span.count), place < trade.start, !taken.overlaps(span),
        from == 0 || !text[from - 1].isHan || Self.particles.contains(text[from - 1]),
        place > from || isCoined(Span(place, trade.start)) || from > 0 && "与和由".unicodeScalars.contains(text[from - 1]),
        isName(Span(place, trade.start), hasPlace: false, isLegal: true)
      else { continue }
      found.append(
        EnterpriseCandidate(
          span: span, place: nil, brand: span, isFull: false, rule: "enterprise.before-its-deed", confidence: 0.65))
    }
    return found
  }

  /// 县水投, 甲市交投: a place's own investment companies.
  func localHoldings(outside taken: SpanSet) -> [EnterpriseCandidate] {
    context.places(of: "投").compactMap { mark in
      let end = mark + 1
      guard let word = words.localHoldings.longestMatch(in: text, endingAt: end), !taken.covers(mark),
        end == text.count || words.goesOn.longestMatch(in: text, at: end) == nil,
        let place = places.prefix(endingAt: word.start), !taken.overlaps(Span(place.span.start, end))
      else { return nil }
      let isPronoun = place.isBare && place.span.start > 0 && "全各我".unicodeScalars.contains(text[place.span.start - 1])
      return isPronoun
        ? nil
        : EnterpriseCandidate(
          span: Span(place.span.start, end), place: place, brand: Span(word.start, end), isFull: true,
          rule: "enterprise.local-holding", confidence: 0.8)
    }
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
      // 顿林格力: two characters of a longer coined name.
      if match.end - index == 2,
        isInsideCoined(index) || isAcrossWords(Span(index, match.end)) || isOnlyWord(Span(index, match.end))
      {
        index = match.end
        continue
      }
      // 万达某酒店: a house that is called after the company.
      if isHouse(behind: match.end) {
        index = match.end
        continue
      }
      // 奇瑞|新能源汽车: the trades behind a well-known name belong to it.
      var end = match.end
      while let trade = words.tradesForward.longestMatch(in: text, at: end), trade.end - match.end <= 8,
        words.notWith[text[Span(end, trade.end)]] == nil,
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

  /// Whether a single character that is no word of its own stands before a position.
  private func isInsideCoined(_ start: Int) -> Bool {
    guard start > 0, text[start - 1].isHan, material.regionStart(endingAt: start) == nil else { return false }
    let token = lattice.token(at: start - 1)
    return token.span.count == 1 && token.wordClass != .function && token.wordClass != .verb
      && words.loneHeads[text[token.span]] == nil
  }

  /// Whether the likeliest words begin or end inside two characters: 坑农害|农行为, 又如|长虹贯日.
  private func isAcrossWords(_ span: Span) -> Bool {
    lattice.token(at: span.start).span.start < span.start || lattice.token(at: span.end - 1).span.end > span.end
  }

  /// Whether a company's name is an everyday word, too, and nothing beside it is of companies: 更加优美的环境, 一碗小米.
  private func isOnlyWord(_ span: Span) -> Bool {
    guard words.everydayNames[text[span]] != nil else { return false }
    let before: Unicode.Scalar = span.start > 0 ? text[span.start - 1] : "。"
    if "很最更至优绝唯".unicodeScalars.contains(before) { return true }
    if "、和与(".unicodeScalars.contains(before) { return false }
    guard span.end < text.count else { return false }
    return !"、等与和)".unicodeScalars.contains(text[span.end])
      && words.besideEveryday.longestMatch(in: text, at: span.end) == nil
      && words.tradesForward.longestMatch(in: text, at: span.end) == nil
      && words.heads.longestMatch(in: text, at: span.end) == nil
  }

  /// Whether the words behind a company's name run on to a building, a shop or a street.
  private func isHouse(behind end: Int) -> Bool {
    var position = end
    while position < text.count, position - end <= 6, text[position].isHan {
      if words.houses.longestMatch(in: text, at: position) != nil { return true }
      let token = lattice.token(at: position)
      guard ![.verb, .function, .post].contains(token.wordClass) || token.span.count == 1 && position > end else {
        return false
      }
      position = max(token.span.end, position + 1)
    }
    return false
  }

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
  func isCoined(_ span: Span) -> Bool {
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
}
