import Extraction
import GraphModel

/// Who was there without a verb that says so: who holds a meeting, who is received as its guest, who does something on its stage.
extension ParticipantReader {
  /// How far behind a meeting's title a sentence plays there, and how far a row of its guests runs, in scalars.
  private static let reachOfScene = 240
  private static let reachOfGuests = 400
  /// How far before the verb of convening somebody stands who convenes.
  private static let reachOfHolder = 120
  private static let ceremonial = Array("举行".unicodeScalars)
  /// How many names stand at most between a verb of gathering and the verb of convening.
  private static let mostGathered = 40
  /// The longest row of posts between two people, in scalars.
  private static let longestPost = 90

  /// 在乙市召开的甲省座谈会上,丙某签署协议: the meeting at which the rest of a sentence plays.
  func scene(before token: Token, in unit: Unit) -> EntityID? {
    segments.titles(in: Span(max(unit.span.start, token.span.start - Self.reachOfScene), token.span.start))
      .last { isStage($0.span) }?.meeting
  }

  /// X会议上, X会议期间; but 在X会议上的讲话 is a noun.
  private func isStage(_ title: Span) -> Bool {
    let text = context.folded
    guard title.end + 1 < text.count else { return false }
    if words.stage.longestMatch(in: text, at: title.end) != nil { return true }
    guard "上期中".unicodeScalars.contains(text[title.end]) else { return false }
    return text[title.end + 1] != "的" && text[title.end + 1] != "述"
  }

  /// 县长甲某召开座谈会; 甲某到乙镇调研,并召开座谈会.
  func hold(_ verb: Token, group: [Token], lead: [Token], unit: Unit) {
    let text = context.folded
    let titles = segments.titles(in: Span(verb.span.end, min(unit.span.end, verb.span.end + 24)))
    guard let title = titles.first,
      !text[Span(verb.span.end, title.span.start)].contains(where: { Self.clauseMarks.contains($0) || $0 == "的" }),
      // In somebody's words a meeting is only looked back on.
      title.meeting == segments.meeting(at: verb.span.start),
      verb.span.start == 0 || !"将拟要前后".unicodeScalars.contains(text[verb.span.start - 1])
    else { return }
    var people: [Token] = []
    let sides = sides(before: verb, unit)
    if !sides.isEmpty {
      for participant in participants(sides, before: verb, allowBodies: false) {
        relate("ATTENDED", participant, title.meeting, unit, "attended.sides", 0.8)
      }
    } else if opensClause(verb, unit) || opensTopic(verb, unit) {
      // 甲某作了演讲,还举行了签约仪式: held by whoever holds the whole.
      guard !text[verb.span].starts(with: Self.ceremonial) else { return }
      people = group.isEmpty ? lead : group.filter(isPerson)
    } else if let last = group.last(where: isPerson), holds(last, verb) {
      people = [last]
    }
    for participant in participants(people, before: verb, allowBodies: false)
    where verb.span.start - participant.span.end <= Self.reachOfHolder || isLeader(participant, unit) {
      relate("ATTENDED", participant, title.meeting, unit, "attended.held", 0.8)
      for companion in led(before: verb, by: participant, unit) {
        relate("ATTENDED", companion, title.meeting, unit, "attended.held", 0.8)
      }
    }
  }

  /// 随后在县城召开座谈会: the sentence goes on with those of the one before.
  func goesOn(_ unit: Unit, _ lead: [Token]) -> Bool {
    let text = context.folded
    var start = unit.span.start
    while start < unit.span.end, text[start] == " " || text[start] == "\u{3000}" { start += 1 }
    return lead.isEmpty && words.clauseOpening.longestMatch(in: text, at: start, limit: unit.span.end) != nil
  }

  /// 甲某带领乙某、丙局等负责人前往丁镇考察,并召开座谈会: whom the holder brought along.
  private func led(before verb: Token, by leader: Token, _ unit: Unit) -> [Token] {
    guard isLeader(leader, unit), let first = unit.tokens.firstIndex(where: { $0.span.start > leader.span.end }) else {
      return []
    }
    let companions = unit.tokens[first...].prefix { token in
      guard case .mention(let mention) = token.kind, token.span.end <= verb.span.start else { return false }
      // The places that they go to.
      return mention.type != "Region" && mention.type != "Zone"
    }
    return participants(Array(companions), before: verb, allowBodies: true)
  }

  /// 甲某带领, 甲某率: whether a verb of leading stands right behind somebody.
  private func isLeader(_ person: Token, _ unit: Unit) -> Bool {
    unit.tokens.contains { token in
      guard case .act(.other) = token.kind, token.span.start == person.span.end else { return false }
      return "率带".unicodeScalars.contains(context.folded[token.span.start])
    }
  }

  /// 甲某率队到乙镇,就道路建设召开: the clause only says what the meeting is about.
  private func opensTopic(_ verb: Token, _ unit: Unit) -> Bool {
    let text = context.folded
    var start = verb.span.start
    while start > unit.span.start, verb.span.start - start < 40, !Self.clauseMarks.contains(text[start - 1]) {
      start -= 1
    }
    return start < verb.span.start && words.topic.longestMatch(in: text, at: start, limit: verb.span.start) != nil
  }

  /// 甲某召开, 甲某就在乙处召开, 甲某到丙镇现场组织召开: adverbs and a place between who holds it and the verb.
  private func holds(_ person: Token, _ verb: Token) -> Bool {
    let text = context.folded
    var position = person.span.end
    guard position < verb.span.start else { return position == verb.span.start }
    guard verb.span.start - position <= 24 else { return false }
    while let word = words.clauseOpening.longestMatch(in: text, at: position, limit: verb.span.start) {
      position = word.end
    }
    if position == verb.span.start { return true }
    return "在到".unicodeScalars.contains(text[position - 1])
      && !text[Span(position, verb.span.start)].contains { ",，、的;；:：".unicodeScalars.contains($0) }
  }

  /// 召集甲局、乙局等部门负责人,就…召开协调会: whom the convener brings together.
  func readGathered(_ unit: Unit) {
    let text = context.folded
    for (index, token) in unit.tokens.enumerated() {
      guard case .act(.hold) = token.kind,
        let title = segments.titles(in: Span(token.span.end, min(unit.span.end, token.span.end + 24))).first,
        title.meeting == segments.meeting(at: token.span.start)
      else { continue }
      let bodies = unit.tokens[max(0, index - Self.mostGathered)..<index].filter { isMention($0) && !isPerson($0) }
      guard
        let first = bodies.firstIndex(where: {
          words.gathering.longestMatch(in: text, endingAt: $0.span.start, limit: unit.span.start) != nil
        })
      else { continue }
      var last = first
      while last + 1 < bodies.count, bodies[last + 1].span.start == bodies[last].span.end + 1,
        "、和与及".unicodeScalars.contains(text[bodies[last].span.end])
      {
        last += 1
      }
      let end = bodies[last].span.end
      guard token.span.start - end <= 80, words.collectiveAfter.longestMatch(in: text, at: end) != nil || isHeaded(end)
      else { continue }
      for body in bodies[first...last] {
        relate("ATTENDED", body, title.meeting, unit, "attended.gathered", 0.8)
      }
    }
  }

  /// 会见前来出席签约仪式的甲某、乙某; 参加会议的甲公司董事长丙某说: whom the verb describes.
  func readGuests(_ verb: Token, unit: Unit, index: Int) {
    let text = context.folded
    guard case .act(let act) = verb.kind,
      act == .attend || words.coming.longestMatch(in: text, endingAt: verb.span.start, limit: unit.span.start) != nil,
      let particle = Span(verb.span.end, min(unit.span.end, verb.span.end + 24)).range.first(where: {
        text[$0] == "的" || Self.clauseMarks.contains(text[$0])
      }), text[particle] == "的"
    else { return }
    var guests: [Token] = []
    var end = Token(span: Span(unit.span.end, unit.span.end), kind: .act(.other))
    for next in unit.tokens[(index + 1)...] where next.span.start > particle {
      guard next.span.start - particle < Self.reachOfGuests else { break }
      if case .act(let act) = next.kind {
        if act.isAside { continue }
        end = next
        break
      }
      guests.append(next)
    }
    // Between the particle and the first name stand posts and bodies only.
    guard let first = guests.first(where: isPerson), first.span.start - particle <= 40,
      !text[Span(particle, first.span.start)].contains(where: { ",，;；就向将把".unicodeScalars.contains($0) })
    else { return }
    let target = target(of: verb, subject: [], unit: unit)
    for participant in participants(guests, before: end, allowBodies: false) {
      relate("ATTENDED", participant, target, unit, "attended.guest", 0.85)
    }
  }

  /// 邀请甲某、乙某,分别从…进行讲解: who is asked to speak at the reported meeting.
  func readInvited(_ verb: Token, unit: Unit, index: Int) {
    var invited: [Token] = []
    for next in unit.tokens[(index + 1)...] {
      if case .act = next.kind { break }
      invited.append(next)
    }
    guard let first = invited.first(where: isPerson), first.span.start - verb.span.end <= 40, let last = invited.last,
      words.lecture.occurs(in: context.folded, Span(last.span.end, min(unit.span.end, last.span.end + 60)))
    else { return }
    for participant in participants(invited, before: last, allowBodies: false) {
      relate(
        "ATTENDED", participant, segments.meeting(at: verb.span.start), unit, "attended.invited", 0.75)
    }
  }

  /// 主持开幕式的是副省长甲某: who leads stands behind.
  func readPresider(behind verb: Token, unit: Unit, index: Int) {
    let text = context.folded
    let limit = min(unit.span.end, verb.span.end + 24)
    guard
      let copula = Span(verb.span.end, limit).range.dropLast().first(where: {
        Self.clauseMarks.contains(text[$0]) || text[$0] == "的" && "是为".unicodeScalars.contains(text[$0 + 1])
          || text[$0] == "的" && isMeetingNoun(Span(verb.span.end, $0))
      }), text[copula] == "的", "会议式坛动举程段谈誓决票".unicodeScalars.contains(text[copula - 1])
    else { return }
    let people = unit.tokens[(index + 1)...].drop { $0.span.start < copula }.prefix(while: isMention).filter(isPerson)
    guard let first = people.first, first.span.start - copula <= 40 else { return }
    let meeting = target(of: verb, subject: [], unit: unit)
    for participant in participants(people, before: verb, allowBodies: false) {
      relate("PRESIDED_OVER", participant, meeting, unit, "presided.verb", 0.9)
      relate("ATTENDED", participant, meeting, unit, "attended.presided", 0.9)
    }
  }

  /// 主持会议的县政协副主席甲某宣布开幕: what is led stands alone between verb and particle.
  private func isMeetingNoun(_ object: Span) -> Bool {
    words.meetingObject.longestMatch(in: context.folded, at: object.start, limit: object.end)?.end == object.end
  }

  /// A sentence that is nothing but a row of people with their posts, behind the one that tells of the meeting: its verb was
  /// lost, or stands a full stop too late.
  func readBareList(_ unit: Unit) {
    let people = unit.tokens.filter(isPerson)
    guard people.count >= 3, unit.tokens.allSatisfy({ if case .mention = $0.kind { true } else { false } }),
      let last = people.last, unit.span.end - last.span.end <= 12,
      let line = context.structure.paragraph(at: unit.span.start),
      !segments.titles(in: Span(line.start, unit.span.start)).isEmpty
    else { return }
    for (index, person) in people.enumerated() {
      let start = index == 0 ? unit.span.start : people[index - 1].span.end
      guard person.span.start - start <= Self.longestPost else { return }
    }
    for participant in participants(people, before: last, allowBodies: false) {
      relate("ATTENDED", participant, segments.meeting(at: unit.span.start), unit, "attended.list-bare", 0.75)
    }
  }

  /// 甲某(右二), 乙某常委(中): where somebody stands in a picture of the meeting.
  func readPicture(_ unit: Unit) {
    let text = context.folded
    for token in unit.tokens where isPerson(token) {
      var position = token.span.end
      while position < text.count, position - token.span.end < 5, text[position].isHan { position += 1 }
      guard position + 1 < text.count, "(（".unicodeScalars.contains(text[position]),
        words.standing.longestMatch(in: text, at: position + 1) != nil
      else { continue }
      for participant in participants([token], before: token, allowBodies: false) {
        relate("ATTENDED", participant, segments.meeting(at: token.span.start), unit, "attended.picture", 0.8)
      }
    }
  }

  /// Whether nothing but adverbs, days and places stands between the start of a clause and its verb, so that its subject was
  /// told before.
  func opensClause(_ verb: Token, _ unit: Unit) -> Bool {
    let text = context.folded
    var position = verb.span.start
    while position > unit.span.start, verb.span.start - position < 40, !Self.clauseMarks.contains(text[position - 1]) {
      position -= 1
    }
    let places = context.mentions(of: "Region", in: Span(position, verb.span.start))
    let days = context.dates.mentions(in: Span(position, verb.span.start))
    while position < verb.span.start {
      if text[position] == " " || text[position] == "\u{3000}" {
        position += 1
      } else if let word = words.clauseOpening.longestMatch(in: text, at: position, limit: verb.span.start) {
        position = word.end
      } else if let place = places.first(where: { $0.span.start == position }) {
        position = place.span.end
      } else if let day = days.first(where: { $0.span.start == position }) {
        position = day.span.end
      } else if position > unit.span.start, text[position - 1] == "在", verb.span.start - position <= 16,
        context.mentions(of: Self.people, in: Span(position, verb.span.start)).isEmpty
      {
        // 在县会议中心召开
        return true
      } else {
        return false
      }
    }
    return true
  }
}
