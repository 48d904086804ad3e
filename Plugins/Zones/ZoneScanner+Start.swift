import Extraction
import GraphModel

/// Where a zone's name begins, behind what leads up to it.
extension ZoneScanner {
  /// A name behind a verb that seldom stands inside names: 全市工业发展贡献|开发区.
  func behindVerb(_ start: Int, before end: Int) -> Int {
    var position = start
    var result = start
    while position < end {
      let token = lattice.token(at: position)
      if token.wordClass == .verb, token.span.count >= 2, position > start, token.span.end <= end,
        !material.isNaming(token.span), !isInBracket(token.span.end, before: end)
      {
        result = token.span.end
      }
      position = token.span.end
    }
    // 助推|甲谷: a verb right before the ending leads up to it, too.
    if result == start, start < end, material.regionStart(endingAt: end) == nil, material.isLead(from: start, to: end),
      let kind = words.standing.longestMatch(in: text, at: end), lattice.boundaryExcess(at: kind.end) <= 10
    {
      return end
    }
    return result
  }

  /// A name behind who goes there: 督察组来|大数据产业园.
  func behindGoing(_ start: Int, before end: Int) -> Int {
    guard end - start >= 3 else { return start }
    let going = (start + 1..<end).last {
      "来赴到访".unicodeScalars.contains(text[$0]) && "组团队行员委府长导者".unicodeScalars.contains(text[$0 - 1])
    }
    return going.map { $0 + 1 } ?? start
  }

  /// A name behind everyday words before the place that it begins with: 规划布局|甲市新能源产业园.
  func behindEveryday(_ start: Int, before end: Int) -> Int {
    guard
      let place = context.mentions(of: "Region", in: Span(start, max(start, end))).first(where: {
        $0.span.start > start
      }),
      place.span.count >= 2, !"我全本该".unicodeScalars.contains(text[place.span.start]),
      place.span.start - start >= 2, text[Span(start, place.span.start)].allSatisfy(\.isHan)
    else { return start }
    var position = start
    while position < place.span.start {
      let token = lattice.token(at: position)
      let word = Span(position, min(token.span.end, place.span.start))
      guard token.span.end <= place.span.start, token.wordClass != .place, token.wordClass != .unknown,
        Lexicon.entry(text[word])?.cost ?? .max < Self.properCost, word.count >= 2
      else { return start }
      position = word.end
    }
    return place.span.start
  }

  /// A name behind a connective and a level word: 县委常委某某和|县产业园.
  func behindConnective(_ start: Int, before end: Int) -> Int {
    guard end - start >= 3 else { return start }
    let joint = (start..<end - 1).last { position in
      "和与及".unicodeScalars.contains(text[position]) && "省市县区州旗镇乡我".unicodeScalars.contains(text[position + 1])
        && divisions.span(at: position) == nil && lattice.boundaryExcess(at: position) <= 10
    }
    return joint.map { $0 + 1 } ?? start
  }

  /// A name whose head looks like something else: 甲县|向塘开发区, 、|城南经济新区.
  func withItsHead(_ start: Int, before end: Int) -> Int {
    if end - start <= 2, let side = words.sidesBackward.longestMatch(in: text, endingAt: start) {
      return side.start
    }
    guard end - start == 1, start > 0, text[start].isHan, "向都对和从会同".unicodeScalars.contains(text[start - 1]) else {
      return start
    }
    let isHead = start == 1 || !text[start - 2].isHan || divisions.span(endingAt: start - 1) != nil
    return isHead ? start - 1 : start
  }
}
