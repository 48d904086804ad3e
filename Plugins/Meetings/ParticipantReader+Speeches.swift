import Extraction
import GraphModel

/// When a word of speaking tells that somebody named spoke there.
extension ParticipantReader {
  /// 甲某发来贺信,在贺信中表示: words that come by letter.
  func sendsWord(_ subject: [Token], before act: Token) -> Bool {
    guard let last = subject.last, last.span.end < act.span.start, act.span.start - last.span.end <= 60 else {
      return false
    }
    return words.letter.occurs(in: context.folded, Span(last.span.end, act.span.start))
  }

  /// 甲某对乙某一行的到来表示欢迎, 甲某向乙某介绍了情况: those who are spoken to do not speak.
  func speakers(_ named: [Token]) -> [Token] {
    let text = context.folded
    var isAddressed = false
    return named.enumerated().filter { index, token in
      guard index > 0, isPerson(named[0]), named[index - 1].span.end < token.span.start else { return true }
      let gap = Span(named[index - 1].span.end, token.span.start)
      let isParted = text[gap].contains { ",，;；".unicodeScalars.contains($0) }
      let turns =
        !isParted && gap.count <= 40
        && gap.range.contains { position in
          "对向".unicodeScalars.contains(text[position])
            && (position == 0 || !"面针相方".unicodeScalars.contains(text[position - 1]))
        }
      isAddressed = turns || isAddressed && !isParted
      return !isAddressed
    }.map(\.element)
  }

  /// 甲某在接受记者采访时表示: said to the press, not at the meeting.
  func isInterview(_ token: Token, _ unit: Unit) -> Bool {
    words.interview.occurs(in: context.folded, Span(max(unit.span.start, token.span.start - 40), token.span.start))
  }

  /// 甲某、乙某为副会长;会议由丙某主持: who stands behind 由 leads.
  func presiders(_ named: [Token], before act: Token) -> [Token] {
    let text = context.folded
    if let last = named.last, last.span.end <= act.span.start,
      let by = (max(0, last.span.start - 60)..<last.span.start).last(where: { text[$0] == "由" }),
      text[Span(by, last.span.start)].allSatisfy({ !",，;；。".unicodeScalars.contains($0) })
    {
      return named.filter { $0.span.start > by }
    }
    return actors(of: named, before: act)
  }

  /// Whether what follows makes a speech word another one: 报告精神, 动员大会; but 通报大会筹备情况.
  func isBarred(_ token: Token) -> Bool {
    let text = context.folded
    guard let bar = words.speechNot.longestMatch(in: text, at: token.span.end) else { return false }
    let start = token.span.end
    guard bar.end - start == 2, text[start + 1] == "会" || text[start + 1] == "议", bar.end < text.count
    else { return true }
    return !text[bar.end].isHan || "上召举开的中后".unicodeScalars.contains(text[bar.end])
  }

  /// 强调, 指出 behind a speech word, or a word of speaking that 中, 时 follow: X在讲话中指出.
  func isSaying(_ token: Token) -> Bool {
    let text = context.folded
    guard token.span.end < text.count else { return true }
    let next = text[token.span.end]
    if next == "中" || next == "时" || next == "后" || next == "前" || next == "的" { return next != "的" }
    if case .say? = words.acts.longestMatch(in: text, at: token.span.end)?.value { return true }
    return false
  }

  /// 讨论了甲院、乙院工作报告: nobody speaks.
  func isReviewed(_ subject: [Token], before act: Token, unit: Unit) -> Bool {
    guard let first = subject.first, let last = subject.last, last.span.end <= act.span.start,
      !isGiven(Span(last.span.end, act.span.end))
    else { return false }
    let text = context.folded
    var position = first.span.start
    while position > unit.span.start, first.span.start - position < 60,
      !",，;；".unicodeScalars.contains(text[position - 1])
    {
      // 研究会 is a body.
      if let review = words.review.longestMatch(in: text, endingAt: position, limit: unit.span.start),
        !"会所院员生室".unicodeScalars.contains(text[position])
      {
        // 听取和审议了甲某的述职报告: he gave it there.
        return !isPerson(last) || text[last.span.end] != "的"
          || words.hearing.longestMatch(in: text, endingAt: review.start, limit: unit.span.start) == nil
      }
      position -= 1
    }
    return false
  }

  /// 甲某作关于方案的说明: a word of saying as what is given.
  func isNounOfSpeech(_ act: Token, behind speaker: Token?) -> Bool {
    guard let speaker, speaker.span.end < act.span.start, isPerson(speaker) else { return false }
    return isGiven(Span(speaker.span.end, act.span.start))
  }

  /// 甲某作提案工作情况的报告: the verb 作 stands between the speaker and the speech.
  func isGiven(_ gap: Span) -> Bool {
    let text = context.folded
    guard gap.start < gap.end else { return false }
    return (gap.start..<gap.end).contains { index in
      text[index] == "作" && (index == gap.start || !"工合动操协运创写当".unicodeScalars.contains(text[index - 1]))
        && (index + 1 >= gap.end || !"风用为业物".unicodeScalars.contains(text[index + 1]))
        || index + 1 < gap.end
          && (text[index] == "进" && text[index + 1] == "行" || text[index] == "发" && text[index + 1] == "表")
    }
  }
}
