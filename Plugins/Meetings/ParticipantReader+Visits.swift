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
      guard words.visiting.longestMatch(in: text, at: token.span.end, limit: trip.start) != nil else { continue }
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
    one.span.end < other.span.start && other.span.start - one.span.end <= 40
      && "、和与及".unicodeScalars.contains(context.folded[one.span.end])
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
