import Extraction
import GraphModel

/// Reads who was there, who led, who spoke: ATTENDED, PRESIDED_OVER, SPOKE_AT.
struct ParticipantReader {
  let words: ParticipantWords
  let context: ExtractionContext
  let segments: MeetingSegments
  private static let people = "Person"

  /// Adds the relations that the units tell.
  func read(_ units: [Unit]) {
    for unit in units { read(unit) }
  }

  private func read(_ unit: Unit) {
    var group: [Token] = []
    var subject: [Token] = []
    var last: Token?
    var isQuoting = false
    for (index, token) in unit.tokens.enumerated() {
      switch token.kind {
      case .mention:
        group.append(token)
      case .act(let act):
        if act == .other, group.isEmpty { continue }
        if group.isEmpty, let last, carries(Span(last.span.end, token.span.start), act: act, behind: last) {
          // A出席会议并讲话: the subject goes on.
        } else {
          subject = group
        }
        // 甲某说,乙市与丙县交流密切: the bodies in somebody's words do nothing here.
        let actors = isQuoting ? subject.filter(isPerson) : subject
        apply(act, at: token, subject: actors, isCarried: group.isEmpty, unit: unit)
        isQuoting = isQuoting || opensSpeech(act, token)
        if act == .attend, announcesList(token, in: unit) {
          readListBehind(token, unit: unit, index: index)
        }
        group = []
        last = token
      }
    }
  }

  private func isPerson(_ token: Token) -> Bool {
    if case .mention(let mention) = token.kind { return mention.type == Self.people }
    return false
  }

  /// Whether what follows is what somebody says: 说, 指出, 强调 before a mark.
  private func opensSpeech(_ act: Act, _ token: Token) -> Bool {
    guard case .say = act, token.span.end < context.folded.count else { return false }
    return ",，:：".unicodeScalars.contains(context.folded[token.span.end])
  }

  /// Whether a predicate takes its subject from the one before it: only connectives, adverbs and the object lie between.
  private func carries(_ gap: Span, act: Act, behind last: Token) -> Bool {
    let text = context.folded
    guard gap.count <= 30, act != .other else { return false }
    // A深入分析…,作了部署: an act of its own before the one that counts.
    if case .act(.other) = last.kind, !text[gap].contains(where: { ",，;；".unicodeScalars.contains($0) }) { return true }
    if gap.count <= 4 { return true }
    if words.meetingObject.longestMatch(in: text, at: gap.start) != nil { return gap.count <= 14 }
    return gap.count <= 14 && text[gap].contains("并") || text[gap].last == "时"
  }

  private func apply(_ act: Act, at token: Token, subject: [Token], isCarried: Bool, unit: Unit) {
    let text = context.folded
    switch act {
    case .attend:
      guard isMeetingObject(token) else { return }
      let target = target(of: token, subject: subject, unit: unit)
      for participant in participants(subject, before: token, allowBodies: true) {
        relate("ATTENDED", participant, target, unit, "attended.list", 0.92)
      }
    case .preside:
      guard words.presideNot.longestMatch(in: text, at: token.span.end) == nil else { return }
      let target = target(of: token, subject: subject, unit: unit)
      let named = participants(subject, before: token, allowBodies: false)
      for participant in isCarried ? named : actors(of: named, before: token) {
        relate("PRESIDED_OVER", participant, target, unit, "presided.verb", 0.92)
      }
      for participant in named { relate("ATTENDED", participant, target, unit, "attended.presided", 0.92) }
    case .say:
      // 按照…的要求: somebody else's words.
      guard text[max(unit.span.start, token.span.start - 1)] != "的" || token.span.start == unit.span.start else {
        return
      }
      // 甲某重要批示要求: nouns in a row, nobody's saying.
      if words.citedEnding.longestMatch(in: text, endingAt: token.span.start, limit: unit.span.start) != nil { return }
      guard words.speechNot.longestMatch(in: text, at: token.span.end) == nil || isSaying(token) else { return }
      let target = target(of: token, subject: subject, unit: unit)
      for participant in participants(subject, before: token, allowBodies: false)
      where isClose(participant, token, unit) {
        relate("SPOKE_AT", participant, target, unit, "spoke.verb", 0.9)
        relate("ATTENDED", participant, target, unit, "attended.spoke", 0.9)
      }
      // 市工信局、市税务局负责人回应: the bodies were there through their people.
      if !isCarried, let last = subject.last, last.span.end < token.span.start,
        words.collectiveAfter.longestMatch(in: text, at: last.span.end) != nil, token.span.start - last.span.end <= 16
      {
        for participant in participants(subject, before: token, allowBodies: true) {
          relate("ATTENDED", participant, target, unit, "attended.spoke", 0.85)
        }
      }
    case .speech:
      guard words.speechNot.longestMatch(in: text, at: token.span.end) == nil || isSaying(token) else { return }
      guard words.speechNotBefore.longestMatch(in: text, endingAt: token.span.start, limit: unit.span.start) == nil
      else { return }
      if token.span.start > unit.span.start, text[token.span.start - 1] == "的",
        !text[Span(max(unit.span.start, token.span.start - 120), token.span.start)].contains("听"),
        !isGiven(Span(max(unit.span.start, subject.last?.span.end ?? unit.span.start), token.span.start))
      {
        return
      }
      let target = target(of: token, subject: subject, unit: unit)
      let named = participants(subject, before: token, allowBodies: true)
      let isReading = text[token.span].first == "宣"
      for participant in isCarried || !isReading ? named : actors(of: named, before: token) {
        relate("SPOKE_AT", participant, target, unit, "spoke.speech", 0.9)
      }
      for participant in named { relate("ATTENDED", participant, target, unit, "attended.spoke", 0.9) }
    case .honour:
      // 甲某、乙某为先进个人颁奖: who hands out was there.
      guard let giver = subject.last, case .mention(let last) = giver.kind, last.type == Self.people,
        words.giving.longestMatch(in: text, at: afterAdverb(giver.span.end)) != nil
      else { return }
      let target = target(of: token, subject: subject, unit: unit)
      for participant in participants(subject, before: token, allowBodies: false) {
        relate("ATTENDED", participant, target, unit, "attended.honoured", 0.85)
      }
    case .honoured, .other:
      return
    }
  }

  /// 强调, 指出 behind a speech word, or a word of speaking that 中, 时 follow: X在讲话中指出.
  private func isSaying(_ token: Token) -> Bool {
    let text = context.folded
    guard token.span.end < text.count else { return true }
    let next = text[token.span.end]
    if next == "中" || next == "时" || next == "后" || next == "前" || next == "的" { return next != "的" }
    if case .say? = words.acts.longestMatch(in: text, at: token.span.end)?.value { return true }
    return false
  }

  /// 甲某作提案工作情况的报告: the verb 作 stands between the speaker and the speech.
  private func isGiven(_ gap: Span) -> Bool {
    let text = context.folded
    guard gap.start < gap.end else { return false }
    return (gap.start..<gap.end).contains { index in
      text[index] == "作" && (index == gap.start || !"工合动操协运创写当".unicodeScalars.contains(text[index - 1]))
        && (index + 1 >= gap.end || !"风用为业物".unicodeScalars.contains(text[index + 1]))
    }
  }

  /// The position behind 等领导, 分别, 共同 after a name.
  private func afterAdverb(_ position: Int) -> Int {
    var position = position
    while let word = words.beforeGiving.longestMatch(in: context.folded, at: position) { position = word.end }
    return position
  }

  private func isClose(_ participant: Token, _ token: Token, _ unit: Unit) -> Bool {
    token.span.start - participant.span.end <= 60
  }

  /// The meeting a predicate is about: one cited between its subject and its object, else the one of the place.
  private func target(of token: Token, subject: [Token], unit: Unit) -> EntityID? {
    let start = max(subject.last?.span.end ?? unit.span.start, token.span.start - 60)
    var end = token.span.start
    // 出席X会议 is about X; 传达X会议精神 is not.
    if case .act(let act) = token.kind, act == .attend || act == .preside { end = min(unit.span.end, objectEnd(token)) }
    if start < end, let cited = segments.cited(in: Span(start, end)) { return cited }
    return segments.meeting(at: token.span.start)
  }

  private func objectEnd(_ token: Token) -> Int {
    let text = context.folded
    var end = token.span.end
    while end < text.count, end - token.span.end < 40, !",，。;；\n".unicodeScalars.contains(text[end]) { end += 1 }
    return end
  }

  private func isMeetingObject(_ token: Token) -> Bool {
    let text = context.folded
    let end = token.span.end
    guard end < text.count else { return true }
    if text[token.span].first == "参", token.span.count == 2 {
      if words.attendObject.longestMatch(in: text, at: end) != nil { return true }
      return segments.cited(in: Span(end, objectEnd(token))) != nil
    }
    return true
  }

  /// 甲某,副书记乙某宣读了决定: of people parted by a comma only the last ones before the verb do it, unless 先后, 分别 say more.
  private func actors(of named: [Token], before act: Token) -> [Token] {
    let text = context.folded
    guard named.count > 1, let last = named.last, last.span.end <= act.span.start,
      !text[Span(last.span.end, act.span.start)].contains(where: { "先分依共等均都".unicodeScalars.contains($0) }),
      named.allSatisfy({ token in
        if case .mention(let mention) = token.kind { return mention.type == Self.people }
        return false
      })
    else { return named }
    for index in stride(from: named.count - 1, to: 0, by: -1) {
      let start = named[index - 1].span.end
      if start < named[index].span.start,
        text[Span(start, named[index].span.start)].contains(where: { $0 == "," || $0 == "，" })
      {
        return Array(named[index...])
      }
    }
    return named
  }

  // MARK: Who

  /// The tokens of a group that take part: people, and bodies named as participants.
  private func participants(_ group: [Token], before act: Token, allowBodies: Bool) -> [Token] {
    let text = context.folded
    var result: [Token] = []
    for (index, token) in group.enumerated() {
      guard case .mention(let mention) = token.kind else { continue }
      if mention.type == Self.people {
        if isCitedPerson(mention) || isRepresentedByOther(mention) {
          context.trace?.lost("ATTENDED", at: mention.span, rule: "attended.list", .cited)
          continue
        }
        result.append(token)
        continue
      }
      guard allowBodies, !isRepresented(mention) else { continue }
      let next = index + 1 < group.count ? group[index + 1] : act
      if isParticipant(mention, next: next, previous: index > 0 ? group[index - 1] : nil),
        !words.bareBody.contains(text[mention.span])
      {
        result.append(token)
      } else {
        context.trace?.lost("ATTENDED", at: mention.span, rule: "attended.list", .absent)
      }
    }
    return result
  }

  /// 代表县委、县政府: the body that somebody speaks for.
  private func isRepresented(_ mention: Mention) -> Bool {
    let text = context.folded
    var start = mention.span.start
    while start > 1, mention.span.start - start < 24 {
      if text[start - 2] == "代", text[start - 1] == "表" { return true }
      if ",，。;；:：\n".unicodeScalars.contains(text[start - 1]) { return false }
      start -= 1
    }
    return false
  }

  /// 受县委书记甲某委托: who sends another is not there.
  private func isRepresentedByOther(_ mention: Mention) -> Bool {
    let text = context.folded
    var end = mention.span.end
    while end + 1 < text.count, end - mention.span.end < 40, !",，。;；\n".unicodeScalars.contains(text[end]) {
      if text[end] == "委" && text[end + 1] == "托" || text[end] == "指" && text[end + 1] == "派" { break }
      end += 1
    }
    guard end + 1 < text.count, text[end + 1] == "托" || text[end + 1] == "派" else { return false }
    var start = mention.span.start
    while start > 0, mention.span.start - start < 40, !",，。;；\n".unicodeScalars.contains(text[start - 1]) {
      start -= 1
      if text[start] == "受" { return true }
    }
    return false
  }

  /// 来自甲局、乙会的委员: where somebody comes from, in a list.
  private func comesFrom(_ mention: Mention) -> Bool {
    let text = context.folded
    var start = mention.span.start
    guard start > 0, text[start - 1] == "、" else { return false }
    while start > 1, mention.span.start - start < 60 {
      if text[start - 2] == "来", text[start - 1] == "自" { return true }
      if ",，。;；:：\n".unicodeScalars.contains(text[start - 1]) { return false }
      start -= 1
    }
    return false
  }

  private func isCitedPerson(_ mention: Mention) -> Bool {
    if case .string(let role)? = context.property("role", of: mention.entity) {
      if ["cited", "reporter", "byline", "author", "editor", "photographer"].contains(role) { return true }
    }
    return words.citedPerson.longestMatch(in: context.folded, at: mention.span.end) != nil
  }

  /// Whether a body or a region stands in a list of participants: behind it a comma of a list, 等, its people, or the verb.
  private func isParticipant(_ mention: Mention, next: Token, previous: Token?) -> Bool {
    let text = context.folded
    let gap = Span(mention.span.end, max(mention.span.end, next.span.start))
    if comesFrom(mention) { return false }
    if mention.span.start > 0 {
      let before = text[mention.span.start - 1]
      let follows = previous.map { $0.span.end <= mention.span.start && mention.span.start - $0.span.end <= 8 } ?? false
      if !follows || before != "、",
        words.from.longestMatch(in: text, endingAt: mention.span.start) != nil
      {
        return false
      }
    }
    guard let first = gap.isEmpty ? nil : text[gap.start] else {
      // Right before the verb, or right before another name: 沭阳县作交流发言, but 市工信局启政局长.
      if case .act = next.kind { return true }
      return false
    }
    if "、,，和及与;；（(".unicodeScalars.contains(first) { return true }
    if words.collectiveAfter.longestMatch(in: text, at: gap.start) != nil {
      return gap.count <= 30
    }
    // A title stands between a body and its head's name.
    if case .mention(let other) = next.kind, other.type == Self.people { return false }
    // 先后, 分别, 围绕…作: adverbs before the verb.
    return words.participantAdverb.longestMatch(in: text, at: gap.start) != nil
  }

  // MARK: Lists behind the verb

  /// 出席会议的有:…, 参加会议的还有…
  private func announcesList(_ token: Token, in unit: Unit) -> Bool {
    let text = context.folded
    let end = min(unit.span.end, token.span.end + 24)
    var position = token.span.end
    while position < end, text[position] != ",", text[position] != "，" {
      if words.listBehind.longestMatch(in: text, at: position) != nil { return true }
      position += 1
    }
    return false
  }

  private func readListBehind(_ token: Token, unit: Unit, index: Int) {
    let target = segments.meeting(at: token.span.start)
    var group: [Token] = []
    var end: Token = Token(span: Span(unit.span.end, unit.span.end), kind: .act(.other))
    for next in unit.tokens[(index + 1)...] {
      if case .act(let act) = next.kind {
        if act == .other { continue }
        end = next
        break
      }
      group.append(next)
    }
    for participant in participants(group, before: end, allowBodies: true) {
      relate("ATTENDED", participant, target, unit, "attended.list-behind", 0.9)
    }
  }

  private func relate(
    _ type: String, _ token: Token, _ meeting: EntityID?, _ unit: Unit, _ rule: String, _ confidence: Double
  ) {
    guard let meeting, case .mention(let mention) = token.kind else { return }
    if type == "PRESIDED_OVER", mention.type != Self.people { return }
    context.addRelation(
      type, from: mention.entity, to: meeting, evidence: unit.span, rule: rule, confidence: confidence)
  }
}
