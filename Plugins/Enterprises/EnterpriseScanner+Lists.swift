import Extraction
import GraphModel

/// Companies in lists: items of those that say so, and neighbours of known ones.
extension EnterpriseScanner {
  /// The items of lists that close with 等企业, 等公司: `taken` are spans that are known already.
  func listed(outside taken: SpanSet) -> [EnterpriseCandidate] {
    var found: [EnterpriseCandidate] = []
    for index in context.places(of: "等") where index + 1 < text.count {
      if closesList(index + 1) || opensList(before: index) { found += list(endingAt: index, outside: taken) }
    }
    for index in context.places(of: "家") where index + 1 < text.count && closesList(index + 1) {
      if let end = counted(index) { found += list(endingAt: end, outside: taken) }
    }
    return found
  }

  /// Whether a number of companies and what kind they are stand at a position: 等|12家重点工业企业.
  private func closesList(_ start: Int) -> Bool {
    var position = start
    while position < text.count, position - start < 24 {
      // 甲某、乙某等企业家: they are people.
      if let close = words.listClose.longestMatch(in: text, at: position) {
        guard close.end < text.count else { return true }
        if text[close.end - 1] == "企", text[close.end] == "业" {
          return close.end + 1 == text.count || text[close.end + 1] != "家"
        }
        return text[close.end] != "家" || text[close.end - 1] != "业"
      }
      if text[position].isLatinOrDigit || Self.counting.contains(text[position]) {
        position += 1
      } else if text[position] == "驻" || text[position] == "在", position + 2 < text.count {
        // 10家驻晋央企
        position += 2
      } else if let kind = words.listKinds.longestMatch(in: text, at: position) {
        position = kind.end
      } else if let place = material.placeEnd(from: position) {
        position = place
      } else {
        return false
      }
    }
    return false
  }

  private static let counting: ScalarSet = "一二三四五六七八九十百余多几两家个"

  /// Whether the list before 等 is opened as one of companies: 随行企业包括甲电器、乙超市|等.
  private func opensList(before end: Int) -> Bool {
    var position = end
    while position > 4, end - position <= 60, !Self.listEnds.contains(text[position - 1]) {
      if let opener = Self.openers.longestMatch(in: text, endingAt: position) {
        return words.listOpeners.longestMatch(in: text, endingAt: opener.start) != nil
      }
      position -= 1
    }
    return false
  }

  private static let openers = WordTrie(words: ["包括", "包含", "包括了", "涵盖", "分别为", "分别是"], reversed: true)
  private static let listEnds: ScalarSet = "。;,\n"

  /// Where the list ends that a number of companies closes without 等: 走访甲重工、乙生物|两家企业.
  private func counted(_ measure: Int) -> Int? {
    var end = measure
    while end > 0, measure - end < 4, text[end - 1].isLatinOrDigit || Self.numbers.contains(text[end - 1]) { end -= 1 }
    guard end < measure, end > 4, text[end - 1].isHan || text[end - 1] == ")", text[end - 1] != "等" else { return nil }
    var start = end
    while start > 0, end - start <= 14,
      text[start - 1].isHan || text[start - 1].isLatinOrDigit || text[start - 1] == ")"
        || text[start - 1] == "("
    {
      start -= 1
    }
    // One name before a number is no list: 引进甲两家企业.
    guard start > 0, text[start - 1] == "、" || joint(from: start, before: end) != nil else { return nil }
    return end
  }

  private static let numbers: ScalarSet = "一二三四五六七八九十百两"

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
      var isInner = start > 0 && text[start - 1] == "、"
      // 高校、研究所和远桥科技等企业: what stands before the joint is another item.
      if let joint = joint(from: start, before: itemEnd) {
        start = joint + 1
      } else if !isInner {
        start = headOfFirst(from: start, before: itemEnd)
      } else if itemEnd - start > 8 {
        // 管委会主任某某走访甲重工、乙生物: what leads up to the list stands behind a mark, too.
        let head = headOfFirst(from: start, before: itemEnd)
        isInner = head == start
        start = head
      }
      let span = Span(start, itemEnd)
      let isPlausible =
        (2...12).contains(span.count) && !taken.overlaps(span) && isShortName(span) && !isCutName(span, isInner)
        && !words.heads.occurs(in: text, span) && !isHead(before: span)
      if isPlausible {
        found.append(
          EnterpriseCandidate(
            span: span, place: nil, brand: span, isFull: false, rule: "enterprise.list-of-companies", confidence: 0.75))
      }
      guard isInner, start > 0, text[start - 1] == "、" else { break }
      itemEnd = start - 1
    }
    return found
  }

  /// Whether a short item is a person's: the post of a company's head stands right before it or before an item ahead of it in
  /// the list (总经理|甲某、乙某).
  private func isHead(before span: Span) -> Bool {
    guard span.count <= 3 else { return false }
    var start = span.start
    for _ in 0..<6 {
      if words.headsBefore.longestMatch(in: text, endingAt: start) != nil { return true }
      guard start > 3, text[start - 1] == "、" else { return false }
      let end = start - 1
      start = end
      while start > 0, end - start <= 12, text[start - 1].isHan { start -= 1 }
      let names = (2...3).map { end - $0 }.filter { $0 > start }
      if names.contains(where: { words.headsBefore.longestMatch(in: text, endingAt: $0, limit: start) != nil }) {
        return true
      }
      guard end - start <= 3 else { return false }
    }
    return false
  }

  /// The last joint inside an item that is a word of its own.
  private func joint(from start: Int, before end: Int) -> Int? {
    guard end - start > 4 else { return nil }
    return stride(from: end - 3, to: start + 1, by: -1).first {
      "和与及".unicodeScalars.contains(text[$0]) && lattice.token(at: $0).span.count == 1
        && lattice.boundaryExcess(at: $0) <= 0 && lattice.boundaryExcess(at: $0 + 1) <= 0
    }
  }

  /// Whether an item is only the end of a company's full name, or of more words than a name: 实业有限公司.
  private func isCutName(_ span: Span, _ isInner: Bool) -> Bool {
    guard let ending = words.endings.longestMatch(in: text, endingAt: span.end, limit: span.start) else { return false }
    return ending.start <= span.start || ending.value && !isInner && span.end - ending.start >= 4
      || !isName(Span(span.start, ending.start), hasPlace: false, isLegal: ending.value)
  }

  /// In the first item of a list: the start of the name after words that lead up to it.
  func headOfFirst(from start: Int, before end: Int) -> Int {
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

  func isShortName(_ span: Span) -> Bool {
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

  /// Whether a name of four to six characters is made up throughout: no everyday word of two characters in it.
  func isCoinedWhole(_ span: Span) -> Bool {
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

  /// Items of lists whose neighbour is a known company and that end in a trade word: 云岭科技.
  func besideCompanies(outside taken: SpanSet, known: [Span]) -> [EnterpriseCandidate] {
    var found: [EnterpriseCandidate] = []
    func look(_ start: Int, _ end: Int, isSure: Bool) {
      let span = Span(start, end)
      guard start < end else { return }
      // 甲城建工远桥: behind its place the name has its own length.
      let own = Span(min(material.placeEnd(from: start) ?? start, end), end)
      if isSure, (4...6).contains(own.count), span.count <= 9, !taken.overlaps(span), isShortName(span),
        isCoinedWhole(own)
      {
        found.append(
          EnterpriseCandidate(
            span: span, place: nil, brand: span, isFull: false, rule: "enterprise.coined-beside-companies",
            confidence: 0.6))
        return
      }
      guard (3...8).contains(own.count), !taken.overlaps(span), isShortName(span),
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
