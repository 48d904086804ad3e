import Extraction
import GraphModel

/// Reads who was there, who led, who spoke: ATTENDED, PRESIDED_OVER, SPOKE_AT.
///
/// A class, for its closures would each copy a structure with all that it holds.
final class ParticipantReader {
  let words: ParticipantWords
  let context: ExtractionContext
  let segments: MeetingSegments
  static let people = "Person"

  init(words: ParticipantWords, context: ExtractionContext, segments: MeetingSegments) {
    self.words = words
    self.context = context
    self.segments = segments
  }

  /// Adds the relations that the units tell.
  func read(_ units: [Unit]) {
    var open: Token?
    /// Who acts in a paragraph, as far as its sentences told so far.
    var running: (paragraph: Int, subject: [Token]) = (-1, [])
    for unit in units {
      if let verb = open, isLine(unit) {
        readLine(unit, behind: verb)
        continue
      }
      if readMinutes(unit) {
        open = nil
        continue
      }
      let paragraph = context.structure.paragraph(at: unit.span.start)?.start ?? unit.span.start
      if paragraph != running.paragraph { running = (paragraph, []) }
      running.subject = read(unit, after: running.subject)
      readBareList(unit)
      readExchange(unit)
      readTalk(unit)
      readMoved(unit)
      readPicture(unit)
      open = openList(unit)
    }
  }

  /// Reads a sentence.
  ///
  /// - Parameter told: who acts in the sentences before it.
  /// - Returns: who acts in this one or, where it names nobody, before it.
  private func read(_ unit: Unit, after told: [Token]) -> [Token] {
    var group: [Token] = []
    var subject: [Token] = []
    var lead: [Token] = []
    var last: Token?
    var isQuoting = false
    let isScene = opensScene(unit)
    readGathered(unit)
    readVisitors(unit)
    readSides(unit)
    readAddressing(unit)
    for (index, token) in unit.tokens.enumerated() {
      switch token.kind {
      case .mention:
        group.append(token)
      case .act(let act):
        if act == .hold {
          if !isQuoting { hold(token, group: group, lead: goesOn(unit, lead) ? told : lead, unit: unit) }
          continue
        }
        if words.invite.contains(context.folded[token.span]) { readInvited(token, unit: unit, index: index) }
        if !isQuoting, readBehind(token, act: act, unit: unit, index: index) {
          last = token
          continue
        }
        if act == .other, isInPost(token, unit: unit, index: index) || isInComplement(token, behind: group) { continue }
        if act == .attend, !group.isEmpty, isAttributive(token) {
          readGuests(token, unit: unit, index: index)
          continue
        }
        if act.isAside, group.isEmpty {
          if act == .perform { readGuests(token, unit: unit, index: index) }
          continue
        }
        // 主持人, 副主任(主持工作)甲某: no predicates.
        if act == .preside, words.presideNot.longestMatch(in: context.folded, at: token.span.end) != nil { continue }
        if isBracketed(token) || act == .attend && isOtherPart(token) { continue }
        var carrier: Token?
        if let last, leads(last, to: token) {
          // 甲某率乙市代表团参会: the leader and the led.
          subject += group.filter(isPerson)
        } else if group.isEmpty, let last, carries(Span(last.span.end, token.span.start), act: act, behind: last) {
          // A出席会议并讲话: the subject goes on.
          carrier = last
        } else {
          subject = subjects(of: token, in: group, behind: last, before: subject) ?? subject
        }
        // 甲某说,乙市与丙县交流密切: the bodies in somebody's words do nothing here.
        var actors = isQuoting ? subject.filter(isPerson) : subject
        if act == .attend, actors.allSatisfy(isPlace), group.allSatisfy(isPlace), !isQuoting, opensClause(token, unit) {
          // 甲某赴乙市招商。其中,3月9日在乙市参加丙推介会: who was told before.
          subject = lead.isEmpty ? told : lead
          actors = subject
        }
        var isTold = false
        if group.isEmpty, !isQuoting, isSaying(token.kind), let person = antecedent(of: token, in: unit, lead, told) {
          // 甲某出席会议。他指出: who acted in the sentence before.
          subject = [person]
          actors = subject
          isTold = true
        }
        apply(act, at: token, subject: actors, carrier: carrier, isCarried: group.isEmpty, isTold: isTold, unit: unit)
        if !isQuoting, isScene || scene(before: token, in: unit) != nil {
          attendScene(act, at: token, subject: actors, unit: unit)
        }
        isQuoting = isQuoting || opensSpeech(act, token) || opensWish(token)
        if act == .preside { readPresider(behind: token, unit: unit, index: index) }
        if act == .attend {
          if announcesList(token, before: unit.tokens[(index + 1)...].prefix(4), in: unit) {
            readListBehind(token, unit: unit, index: index)
          } else {
            readGuests(token, unit: unit, index: index)
          }
        }
        if lead.isEmpty, !isQuoting { lead = group.filter(isActor) }
        group = []
        last = token
      }
    }
    if lead.isEmpty, last == nil { lead = group.filter(isActor) }
    return lead.isEmpty ? told : lead
  }

  /// 签约仪式上,甲某与乙公司签订协议: whoever does something there was there.
  private func attendScene(_ act: Act, at token: Token, subject: [Token], unit: Unit) {
    let meeting = target(of: token, subject: subject, unit: unit)
    for participant in participants(subject, before: token, allowBodies: false)
    where isClose(participant, token, unit) {
      relate("ATTENDED", participant, meeting, unit, "attended.scene", 0.85)
    }
  }

  func isMention(_ token: Token) -> Bool {
    if case .mention = token.kind { true } else { false }
  }

  func isPerson(_ token: Token) -> Bool {
    if case .mention(let mention) = token.kind { return mention.type == Self.people }
    return false
  }

  /// Whether it is a person of whom the text tells, and no reporter or one who is only cited.
  private func isActor(_ token: Token) -> Bool {
    guard case .mention(let mention) = token.kind, mention.type == Self.people else { return false }
    return !isCitedPerson(mention)
  }

  /// Whether a name only tells where something is: 在乙市.
  private func isPlace(_ token: Token) -> Bool {
    guard case .mention(let mention) = token.kind, mention.type == "Region", token.span.start > 0 else { return false }
    return "在于赴到".unicodeScalars.contains(context.folded[token.span.start - 1])
  }

  /// Whether a word stands in brackets, which only explain what is before them.
  private func isBracketed(_ token: Token) -> Bool {
    let text = context.folded
    var position = token.span.start
    while position > 0, token.span.start - position < 16 {
      position -= 1
      switch text[position] {
      case "(", "（": return true
      case ")", "）", "。", "\n": return false
      default: continue
      }
    }
    return false
  }

  /// Whether what follows is what somebody says: 说, 指出, 强调 before a mark.
  private func opensSpeech(_ act: Act, _ token: Token) -> Bool {
    guard case .say = act, token.span.end < context.folded.count, words.quoting.contains(context.folded[token.span])
    else { return false }
    return ",，:：".unicodeScalars.contains(context.folded[token.span.end]) && !isCited(token)
  }

  /// 希望各位专家共同开启…: what somebody wishes others to do.
  private func opensWish(_ token: Token) -> Bool {
    let text = context.folded
    return words.wishing.contains(text[token.span]) && token.span.end < text.count && text[token.span.end].isHan
      && !"的了".unicodeScalars.contains(text[token.span.end]) && !isCited(token)
  }

  /// 学习了全省会议要求,: the word is what is cited, nobody's saying.
  private func isCited(_ token: Token) -> Bool {
    let text = context.folded
    var start = token.span.start
    while start > 0, token.span.start - start < 80, !",，。;；:：\n".unicodeScalars.contains(text[start - 1]) { start -= 1 }
    return words.citing.occurs(in: text, Span(start, token.span.start))
  }

  /// Whether a predicate takes its subject from the one before it: only connectives, adverbs and the object lie between.
  private func carries(_ gap: Span, act: Act, behind last: Token) -> Bool {
    let text = context.folded
    // 甲某、乙某和授予荣誉的同志参加了仪式: the honour belongs to a name of the list.
    if act == .attend, case .act(let before) = last.kind, before == .honour || before == .honoured, gap.count <= 40,
      !text[gap].contains(where: { ",，;；".unicodeScalars.contains($0) })
    {
      return true
    }
    guard gap.count - titled(gap) <= 30, !act.isAside else { return false }
    // A深入分析…,作了部署: an act of its own before the one that counts.
    if case .act(let aside) = last.kind, aside.isAside,
      !text[gap].contains(where: { ",，;；".unicodeScalars.contains($0) })
    {
      return true
    }
    if gap.count <= 4 || text[gap].last == "并" && gap.count <= 40 { return true }
    if words.meetingObject.longestMatch(in: text, at: gap.start) != nil { return gap.count <= 14 }
    return gap.count - titled(gap) <= 14 && text[gap].contains("并") || text[gap].last == "时"
  }

  /// How long the title of a text inside a span is: 并作《…》主题发言.
  private func titled(_ span: Span) -> Int {
    let text = context.folded
    guard let open = span.range.first(where: { text[$0] == "《" }),
      let close = span.range.last(where: { text[$0] == "》" }),
      open < close
    else { return 0 }
    return close + 1 - open
  }

  private func apply(
    _ act: Act, at token: Token, subject: [Token], carrier: Token?, isCarried: Bool, isTold: Bool, unit: Unit
  ) {
    let text = context.folded
    if sendsWord(subject, before: token) || isAhead(subject, before: token) { return }
    switch act {
    case .attend:
      guard isMeetingObject(token) else { return }
      let target = target(of: token, subject: subject, unit: unit)
      for participant in participants(subject, before: token, allowBodies: true) {
        relate("ATTENDED", participant, target, unit, "attended.list", 0.92)
      }
    case .preside:
      let target = target(of: token, subject: subject, unit: unit)
      let named = participants(subject, before: token, allowBodies: false)
      for participant in isCarried ? named : presiders(named, before: token) {
        relate("PRESIDED_OVER", participant, target, unit, "presided.verb", 0.92)
      }
      for participant in named { relate("ATTENDED", participant, target, unit, "attended.presided", 0.92) }
    case .say:
      // 按照…的要求: somebody else's words.
      guard
        text[max(unit.span.start, token.span.start - 1)] != "的" || token.span.start == unit.span.start
          || isNounOfSpeech(token, behind: subject.last)
      else { return }
      if isCited(token) { return }
      // 甲某重要批示要求: nouns in a row, nobody's saying.
      if words.citedEnding.longestMatch(in: text, endingAt: token.span.start, limit: unit.span.start) != nil { return }
      guard !isBarred(token) || isSaying(token) else { return }
      let target = carried(from: carrier, to: token) ?? target(of: token, subject: subject, unit: unit)
      let named = participants(subject, before: token, allowBodies: false).filter { isTold || isClose($0, token, unit) }
      if !isInterview(token, unit) {
        for speaker in speakers(named) { relate("SPOKE_AT", speaker, target, unit, "spoke.verb", 0.9) }
      }
      for participant in named { relate("ATTENDED", participant, target, unit, "attended.spoke", 0.9) }
      // 座谈会上,市商务局介绍了招商情况
      if let body = subject.last, !isPerson(body), body.span.end == token.span.start, opensScene(unit),
        token.span.end < text.count, text[token.span.end] == "了", text[token.span].elementsEqual("介绍".unicodeScalars)
      {
        for participant in participants([body], before: token, allowBodies: true) {
          relate("SPOKE_AT", participant, target, unit, "spoke.body", 0.8)
          relate("ATTENDED", participant, target, unit, "attended.spoke", 0.8)
        }
      }
      // 市工信局、市税务局负责人回应: the bodies were there, and spoke, through their people.
      if !isCarried {
        for participant in represented(subject, before: token) {
          relate("SPOKE_AT", participant, target, unit, "spoke.head-of-body", 0.85)
          relate("ATTENDED", participant, target, unit, "attended.spoke", 0.85)
        }
      }
    case .speech:
      guard !isBarred(token) || isSaying(token) else { return }
      guard words.speechNotBefore.longestMatch(in: text, endingAt: token.span.start, limit: unit.span.start) == nil
      else { return }
      if token.span.start > unit.span.start, text[token.span.start - 1] == "的",
        !text[Span(max(unit.span.start, token.span.start - 120), token.span.start)].contains("听"),
        !isGiven(Span(max(unit.span.start, subject.last?.span.end ?? unit.span.start), token.span.start))
      {
        return
      }
      if isReviewed(subject, before: token, unit: unit) { return }
      let target = carried(from: carrier, to: token) ?? target(of: token, subject: subject, unit: unit)
      let named = participants(subject, before: token, allowBodies: true)
      let isReading = text[token.span].first == "宣"
      for speaker in speakers(isCarried || !isReading ? named : actors(of: named, before: token)) {
        relate("SPOKE_AT", speaker, target, unit, "spoke.speech", 0.9)
      }
      for participant in named { relate("ATTENDED", participant, target, unit, "attended.spoke", 0.9) }
    case .honour:
      let givers = givers(subject)
      guard !givers.isEmpty else { return }
      let target = target(of: token, subject: subject, unit: unit)
      for participant in participants(givers, before: token, allowBodies: false) {
        relate("ATTENDED", participant, target, unit, "attended.honoured", 0.85)
      }
    case .elected:
      guard let meeting = target(of: token, subject: subject, unit: unit), segments.isSession(meeting) else { return }
      for participant in participants(subject, before: token, allowBodies: false) {
        relate("ATTENDED", participant, meeting, unit, "attended.elected", 0.8)
      }
    case .perform:
      let target = target(of: token, subject: subject, unit: unit)
      let isWhole = signWithOthers(subject, before: token)
      for participant in participants(subject, before: token, allowBodies: false) + represented(subject, before: token)
      where isWhole || isClose(participant, token, unit) {
        relate("ATTENDED", participant, target, unit, "attended.performed", 0.85)
      }
      for party in parties(of: token, subject: subject, unit: unit) + signers(of: token, subject: subject) {
        relate("ATTENDED", party, target, unit, "attended.party", 0.8)
      }
    case .honoured, .other, .hold:
      return
    }
  }

  private func isClose(_ participant: Token, _ token: Token, _ unit: Unit) -> Bool {
    token.span.start - participant.span.end <= 60
  }

  /// The meeting a predicate is about: one cited as its object or as the place of what is said, else the one of the place.
  func target(of token: Token, subject: [Token], unit: Unit) -> EntityID? {
    let start = max(subject.last?.span.end ?? unit.span.start, token.span.start - 60)
    // 出席X会议 is about X; 传达X会议精神 is not.
    if case .act(let act) = token.kind, act == .attend || act == .preside {
      let end = min(unit.span.end, objectEnd(token))
      // 主持召开X会议: the title behind the verb.
      if token.span.end < end, let object = segments.titles(in: Span(token.span.end, end)).first,
        isObject(object.span, of: token)
      {
        return object.meeting
      }
      if start < end, let cited = segments.cited(in: Span(start, end)) { return cited.meeting }
    } else if start < token.span.start, let cited = segments.cited(in: Span(start, token.span.start)),
      isPlaceOfSpeech(cited.span)
    {
      return cited.meeting
    }
    return scene(before: token, in: unit) ?? segments.meeting(at: token.span.start)
  }

  /// 出席座谈会并讲话: the meeting that the predicate before is about, of which only 并 parts the speech.
  private func carried(from last: Token?, to token: Token) -> EntityID? {
    guard let last, case .act(let act) = last.kind, act == .attend || act == .preside, last.span.end < token.span.start,
      let title = segments.titles(in: Span(last.span.end, token.span.start)).first, isObject(title.span, of: last),
      title.span.end <= token.span.start, token.span.start - title.span.end <= 4
    else { return nil }
    return title.meeting
  }

  /// Whether a title stands right behind a verb, maybe behind 了, 召开了 and a place.
  private func isObject(_ title: Span, of verb: Token) -> Bool {
    title.start - verb.span.end <= 12
      && !context.folded[Span(verb.span.end, title.start)].contains { "的、并和及".unicodeScalars.contains($0) }
  }

  /// 在X会议上, X会议期间: what follows was said there; 就X会议报告提出 was not.
  private func isPlaceOfSpeech(_ title: Span) -> Bool {
    let text = context.folded
    guard title.end < text.count else { return false }
    return "上期中".unicodeScalars.contains(text[title.end])
  }

  private func objectEnd(_ token: Token) -> Int {
    let text = context.folded
    var end = token.span.end
    while end < text.count, end - token.span.end < 40, !",，。;；\n".unicodeScalars.contains(text[end]) { end += 1 }
    return end
  }

  /// 参与项目建设, 积极参与: no matter of a meeting.
  private func isOtherPart(_ token: Token) -> Bool {
    let text = context.folded
    guard text[token.span].elementsEqual("参与".unicodeScalars) else { return false }
    if words.attendNot.longestMatch(in: text, endingAt: token.span.start) != nil { return true }
    return words.attendedEnd.longestMatch(in: text, endingAt: objectEnd(token), limit: token.span.end) == nil
  }

  private func isMeetingObject(_ token: Token) -> Bool {
    let text = context.folded
    let end = token.span.end
    guard end < text.count, text[end] != "\n" else { return true }
    if text[token.span].first == "参", token.span.count == 2 {
      if words.attendObject.longestMatch(in: text, at: end) != nil { return true }
      // 参加甲乙会系列活动: what is attended ends as meetings do.
      let object = objectEnd(token)
      if words.attendedEnd.longestMatch(in: text, endingAt: object, limit: end) != nil { return true }
      return segments.cited(in: Span(end, objectEnd(token))) != nil
    }
    return true
  }

  /// 甲某,副书记乙某宣读了决定: of people parted by a comma only the last ones before the verb do it, unless 先后, 分别 say more.
  func actors(of named: [Token], before act: Token) -> [Token] {
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
        text[Span(start, named[index].span.start)].contains(where: { ",，;；".unicodeScalars.contains($0) })
      {
        return Array(named[index...])
      }
    }
    return named
  }

  func relate(
    _ type: String, _ token: Token, _ meeting: EntityID?, _ unit: Unit, _ rule: String, _ confidence: Double
  ) {
    guard let meeting, case .mention(let mention) = token.kind else { return }
    if type == "PRESIDED_OVER", mention.type != Self.people { return }
    context.addRelation(
      type, from: mention.entity, to: meeting, evidence: unit.span, rule: rule, confidence: confidence)
    // 甲仪式及乙活动举行: whoever was at the one was at the other.
    guard let joint = segments.joint(with: meeting),
      type == "ATTENDED" || type == "PRESIDED_OVER" && unit.span.contains(joint.span)
    else { return }
    context.addRelation(
      type, from: mention.entity, to: joint.meeting, evidence: unit.span, rule: "attended.joint",
      confidence: confidence * 0.9)
  }
}
