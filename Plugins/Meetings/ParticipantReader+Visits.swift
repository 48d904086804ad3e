import Extraction
import GraphModel

/// Who was there because a visit led to the meeting, or because somebody addressed those who were.
extension ParticipantReader {
  /// How far into a text its report of a visit begins, and how far apart the two sides are named, in scalars.
  private static let opening = 400
  private static let reachOfSides = 240

  /// 甲某、乙某一行到丙县考察, 甲某率队赴丁市考察: who leads a visit is at the meeting without a name of its own that it leads to.
  func readVisitors(_ unit: Unit) {
    let text = context.folded
    guard unit.span.start < Self.opening, let meeting = segments.meeting(at: unit.span.start),
      segments.isTalk(meeting),
      let trip = words.trip.firstMatch(in: text, from: unit.span.start, limit: unit.span.end)?.span
    else { return }
    var visitors: [Token] = []
    for token in unit.tokens where token.span.end <= trip.start {
      guard isPerson(token) else { continue }
      if let last = visitors.last, !isJoined(last, token) { visitors = [] }
      visitors.append(token)
      // 甲某3月4日上午带队来到
      let day = context.dates.mentions(in: Span(token.span.end, min(trip.start, token.span.end + 20))).first
      let end = day.map { $0.span.start == token.span.end ? $0.span.end : token.span.end } ?? token.span.end
      guard words.visiting.longestMatch(in: text, at: end, limit: trip.start) != nil else { continue }
      for visitor in participants(visitors, before: token, allowBodies: false) + brought(by: token, before: trip, unit)
      {
        relate("ATTENDED", visitor, meeting, unit, "attended.visit", 0.75)
      }
      return
    }
  }

  /// 甲某等领导,组织乙局、丙局等负责人,到丁镇调研: whom those who lead a visit bring along.
  private func brought(by leader: Token, before trip: Span, _ unit: Unit) -> [Token] {
    let text = context.folded
    let bodies = unit.tokens.filter {
      isMention($0) && !isPerson($0) && leader.span.end < $0.span.start && $0.span.end <= trip.start
    }
    guard
      let first = bodies.firstIndex(where: {
        words.gathering.longestMatch(in: text, endingAt: $0.span.start, limit: leader.span.end) != nil
      })
    else { return [] }
    var last = first
    while last + 1 < bodies.count, bodies[last + 1].span.start == bodies[last].span.end + 1,
      "、和与及".unicodeScalars.contains(text[bodies[last].span.end])
    {
      last += 1
    }
    guard
      isHeaded(bodies[last].span.end) || words.collectiveAfter.longestMatch(in: text, at: bodies[last].span.end) != nil
    else { return [] }
    return Array(bodies[first...last])
  }

  /// Whether two people stand in one list: only 、 and a post part them.
  private func isJoined(_ one: Token, _ other: Token) -> Bool {
    let gap = Span(one.span.end, max(one.span.end, other.span.start))
    guard (1...40).contains(gap.count) else { return false }
    if "、和与及".unicodeScalars.contains(context.folded[gap.start]) { return true }
    // 区委书记甲某,区长乙某带队
    return context.folded[gap.start] == "," && gap.count <= 24 && firstMark(Span(gap.start + 1, gap.end)) == nil
  }

  /// 甲某来到乙区,丙某等陪同,双方随后座谈: who talks with each other at a meeting without a name.
  func readSides(_ unit: Unit) {
    let text = context.folded
    guard let meeting = segments.meeting(at: unit.span.start), segments.isTalk(meeting),
      let sides = words.bothSides.firstMatch(in: text, from: unit.span.start, limit: unit.span.end)?.span,
      sides.start > unit.span.start, Self.clauseMarks.contains(text[sides.start - 1]),
      let talk = words.exchange.firstMatch(in: text, from: sides.end, limit: min(unit.span.end, sides.end + 30))?.span,
      firstMark(Span(sides.end, talk.start)) == nil
    else { return }
    let people = unit.tokens.filter {
      isPerson($0) && $0.span.end <= sides.start && sides.start - $0.span.start <= Self.reachOfSides
    }
    let act = Token(span: sides, kind: .act(.attend))
    for person in participants(people, before: act, allowBodies: false) {
      relate("ATTENDED", person, meeting, unit, "attended.sides", 0.8)
    }
  }

  /// 甲某访问乙会,获丙某接待,双方举行座谈会: both sides are those whom the sentence names.
  func sides(before verb: Token, _ unit: Unit) -> [Token] {
    let text = context.folded
    var start = verb.span.start
    while start > unit.span.start, verb.span.start - start < 40, !Self.clauseMarks.contains(text[start - 1]) {
      start -= 1
    }
    guard start < verb.span.start, words.bothSides.longestMatch(in: text, at: start, limit: verb.span.start) != nil
    else {
      return []
    }
    return unit.tokens.filter {
      isPerson($0) && $0.span.end <= start && start - $0.span.start <= Self.reachOfSides
    }
  }

  /// 甲某、乙某对与会人员进行了培训: who addresses those who are there is there.
  func readAddressing(_ unit: Unit) {
    let text = context.folded
    guard unit.tokens.contains(where: isPerson),
      let audience = words.audience.firstMatch(in: text, from: unit.span.start, limit: unit.span.end)?.span
    else {
      return
    }
    let before = unit.tokens.prefix { $0.span.end <= audience.start }
    let named = before.reversed().prefix(while: isMention).reversed().filter(isPerson)
    guard let last = named.last, audience.start - last.span.end <= 30,
      !text[Span(last.span.end, audience.start)].contains(where: { ",，;；".unicodeScalars.contains($0) })
    else { return }
    for person in participants(named, before: last, allowBodies: false) {
      relate("ATTENDED", person, segments.meeting(at: audience.start), unit, "attended.audience", 0.85)
    }
  }
}
