import Extraction
import GraphModel

/// Names at the end of what tells who somebody is, where no post that is known stands right before them.
extension PeopleScanner {
  /// How far behind the last post of a row the name stands at most, in scalars.
  private static let reach = 40
  /// How long what stands between a body and the name of one of its people is at most, in scalars.
  private static let longestRole = 7
  /// What such a name may score at most, in quarters of nats, told by how much else says that it is one.
  private static let itemThreshold: Int32 = -4
  private static let wholeThreshold: Int32 = 12
  private static let roleThreshold: Int32 = -12
  private static let itemMarks: ScalarSet = ",。;)、\n"

  /// 商会会长、省劳动模范甲某,: the row of posts goes on with what is no post, and the name ends it.
  mutating func readItemEnds(_ chains: [[Post]]) {
    for chain in chains {
      guard let last = chain.last, !last.kind.contains(.collective) else { continue }
      var position = last.span.end
      while position < text.count, text[position] == " " { position += 1 }
      guard position < text.count, "、兼".unicodeScalars.contains(text[position]),
        !taken.overlaps(Span(last.span.end, position + 1))
      else {
        continue
      }
      if let name = nameAtEnd(from: position + 1) { record(name, .post, posts: chain) }
    }
  }

  /// The name at the end of the items that start at a position, before any other name or post; a verb may follow it.
  private func nameAtEnd(from start: Int) -> NameOption? {
    let limit = min(text.count, start + Self.reach)
    var position = start
    var item = start
    while position < limit {
      let scalar = text[position]
      if taken.covers(position) || startsPost(position) { return nil }
      if position - item >= 4,
        Self.itemMarks.contains(scalar) || "和与及".unicodeScalars.contains(scalar) || isVerb(at: position),
        let name = lastName(endingAt: position),
        name.score <= Self.itemThreshold, name.span.start > item + 1
      {
        return name
      }
      if scalar == "、" {
        item = position + 1
      } else if Self.itemMarks.contains(scalar) || !scalar.isHan && !"“” ·".unicodeScalars.contains(scalar) {
        return nil
      }
      position += 1
    }
    return nil
  }

  private func isVerb(at position: Int) -> Bool {
    words.afterName.longestMatch(in: text, at: position).map { $0.end >= position + 2 } ?? false
  }

  /// 丙公司甲某,秘书处乙某: in a list a name right behind the body that it comes from, maybe with a role that no list has
  /// (甲局二级咨询某).
  mutating func readBehindBodies() {
    let mentions = context.mentions(of: ["Organization", "Enterprise"])
    for (index, mention) in mentions.enumerated() {
      let start = mention.span.end
      guard start < text.count, text[start].isHan, !taken.covers(start), !startsPost(start), isInList(mention.span),
        index + 1 == mentions.count || mentions[index + 1].span.start >= start + 2
      else { continue }
      var end = start
      while end < text.count, end - start <= Self.longestRole + 4, text[end].isHan, !taken.covers(end), !startsPost(end)
      {
        end += 1
      }
      var close = end
      // 甲某等企业家
      if let mark = (start..<end).first(where: { text[$0] == "等" }) { close = mark }
      guard close == text.count || Self.itemMarks.contains(text[close]) || text[close] == "等", close - start >= 2 else {
        continue
      }
      if let name = weigher.best(at: start, threshold: Self.wholeThreshold), name.span.end == close {
        record(name, .list)
      } else if close - start >= 4, let name = lastName(endingAt: close), name.score <= Self.roleThreshold,
        name.span.start >= start + 2
      {
        record(name, .list)
      }
    }
  }

  /// 甲、乙等展台, 丙、丁等多个项目: whether 等 closes a list of things.
  func isFollowedByThings(at mark: Int) -> Bool {
    guard text[mark] == "等" else { return false }
    var next = mark + 1
    while next < text.count, next - mark < 6, Self.counting.contains(text[next]) || text[next].isLatinOrDigit {
      next += 1
    }
    guard let thing = words.things.longestMatch(in: text, at: mark + 1) ?? words.things.longestMatch(in: text, at: next)
    else { return false }
    // 甲某、乙某等部门负责人
    return words.ranks.longestMatch(in: text, at: thing.end) == nil
      && words.roles.longestMatch(in: text, at: thing.end) == nil
  }

  /// 甲坪、乙安、丙河4镇: whether a list goes on from a position to a number of places.
  func isListOfPlaces(from mark: Int) -> Bool {
    var position = mark
    while position + 1 < text.count, position - mark < Self.longestPlaces,
      text[position].isHan || text[position] == "、" || text[position].isLatinOrDigit
    {
      let isNumber = text[position].isLatinOrDigit || Self.numerals.contains(text[position])
      if isNumber,
        Self.placeKinds.contains(text[position + 1])
          || words.townships.longestMatch(in: text, at: position + 1) != nil
      {
        return true
      }
      position += 1
    }
    return false
  }

  private static let longestPlaces = 16
  private static let numerals: ScalarSet = "两二三四五六七八九十"
  private static let placeKinds: ScalarSet = "镇乡村县市区"
  private static let counting: ScalarSet = "一二三四五六七八九十两几余多个家项种"

  /// Whether a body stands in a list of people with their posts: a mark before it, and a known name behind or before that.
  private func isInList(_ span: Span) -> Bool {
    guard span.start > 2, "、,".unicodeScalars.contains(text[span.start - 1]) else { return false }
    return taken.covers(span.start - 2)
  }
}
