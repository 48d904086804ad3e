import Extraction
import GraphModel

/// Who was there because somebody talked with the guests, or because the meeting heard what they moved.
extension ParticipantReader {
  /// How far behind a name the guests are named with whom it talks, in scalars.
  private static let reachOfTalk = 40

  /// 甲某,以及乙局、丙局等部门负责人与考察团进行交流: those who talk with guests without names, at a meeting for that.
  func readTalk(_ unit: Unit) {
    guard let meeting = segments.meeting(at: unit.span.start), segments.isConversation(meeting) else { return }
    var run: [Token] = []
    var verb: Token?
    for (index, token) in unit.tokens.enumerated() {
      guard isMention(token) else {
        run = []
        verb = token
        continue
      }
      // 会见了甲某,…: right behind the verb stands whom it is done to.
      if run.isEmpty, let verb, firstMark(Span(verb.span.end, max(verb.span.end, token.span.start))) == nil { continue }
      run.append(token)
      let next = index + 1 < unit.tokens.count ? unit.tokens[index + 1].span.start : unit.span.end
      guard let exchange = exchange(behind: token, limit: min(next, unit.span.end)) else { continue }
      let act = Token(span: exchange, kind: .act(.attend))
      for participant in participants(run, before: act, allowBodies: true) {
        relate("ATTENDED", participant, meeting, unit, "attended.talk", 0.8)
      }
    }
  }

  /// 与考察团进行交流 behind a name and, maybe, 等部门负责人: the word of talking.
  private func exchange(behind token: Token, limit: Int) -> Span? {
    let text = context.folded
    let end = min(limit, token.span.end + Self.reachOfTalk)
    var position = token.span.end
    while position < end, position - token.span.end <= 12, text[position].isHan {
      if let with = words.exchangeWith.longestMatch(in: text, at: position, limit: end), with.end < end,
        text[with.end] != "会"
      {
        let clause = Span(with.end, end).range.first { Self.clauseMarks.contains(text[$0]) } ?? end
        return words.exchange.firstMatch(in: text, from: with.end, limit: clause)?.span
      }
      position += 1
    }
    return nil
  }

  /// 听取了甲某提请的人事任免案: who moves what is heard is there.
  func readMoved(_ unit: Unit) {
    let text = context.folded
    var verb: Token?
    for token in unit.tokens {
      guard isPerson(token) else {
        if !isMention(token) { verb = text[token.span.start] == "听" ? token : nil }
        continue
      }
      guard let verb, firstMark(Span(verb.span.end, max(verb.span.end, token.span.start))) == nil,
        words.proposing.longestMatch(in: text, at: token.span.end, limit: unit.span.end) != nil
      else { continue }
      for person in participants([token], before: token, allowBodies: false) {
        relate("ATTENDED", person, segments.meeting(at: token.span.start), unit, "attended.moved", 0.8)
      }
    }
  }
}
