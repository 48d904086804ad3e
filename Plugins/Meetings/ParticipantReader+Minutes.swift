import Extraction
import GraphModel

/// What lines of minutes, and clauses without a verb of being there, tell of participants.
extension ParticipantReader {
  /// How far behind its last name a clause says what was done together, in scalars.
  private static let reachOfExchange = 40

  /// 主持人:甲某, 出席:乙某 丙某, 列席:…, 缺席:…: whom the label of a line names.
  ///
  /// - Returns: whether the sentence is such a line.
  func readMinutes(_ unit: Unit) -> Bool {
    let text = context.folded
    var start = unit.span.start
    while start < unit.span.end, !text[start].isHan, start - unit.span.start < 8 { start += 1 }
    guard let label = words.labels.longestMatch(in: text, at: start, limit: unit.span.end) else { return false }
    var end = label.end
    while end < unit.span.end, text[end] == " " || text[end] == "\u{3000}" || text[end] == "】" || text[end] == "]" {
      end += 1
    }
    let isBracketed =
      start > 0 && "【[".unicodeScalars.contains(text[start - 1]) && "】]".unicodeScalars.contains(text[label.end])
    guard end < unit.span.end, isBracketed || ":：—".unicodeScalars.contains(text[end]) else { return false }
    let meeting = segments.meeting(at: unit.span.start)
    let act = Token(span: Span(unit.span.end, unit.span.end), kind: .act(.attend))
    let named = unit.tokens.filter { $0.span.start >= end }
    switch label.value {
    case .absent: break
    case .preside:
      for person in participants(named, before: act, allowBodies: false) {
        relate("PRESIDED_OVER", person, meeting, unit, "presided.minutes", 0.92)
        relate("ATTENDED", person, meeting, unit, "attended.minutes", 0.92)
      }
    case .present:
      for participant in participants(named, before: act, allowBodies: true) {
        relate("ATTENDED", participant, meeting, unit, "attended.minutes", 0.92)
      }
    }
    return true
  }

  /// 座谈会上,甲某与乙集团、丙公司等10家企业代表深入交流: with whom something is done at the meeting.
  func readExchange(_ unit: Unit) {
    let text = context.folded
    func isPartner(_ token: Token) -> Bool {
      isMention(token)
        && words.exchangeWith.longestMatch(in: text, endingAt: token.span.start, limit: unit.span.start) != nil
    }
    guard unit.tokens.contains(where: isPartner) else { return }
    let mentions = unit.tokens.filter(isMention)
    for (index, first) in mentions.enumerated() {
      guard isPartner(first) else { continue }
      var last = index
      while last + 1 < mentions.count {
        let gap = Span(mentions[last].span.end, max(mentions[last].span.end, mentions[last + 1].span.start))
        guard (1...2).contains(gap.count), text[gap].allSatisfy({ "、和与及以".unicodeScalars.contains($0) }) else { break }
        last += 1
      }
      let start = mentions[last].span.end
      var end = start
      while end < unit.span.end, end - start < Self.reachOfExchange, !",，;；".unicodeScalars.contains(text[end]) {
        end += 1
      }
      guard last > index, words.exchange.occurs(in: text, Span(start, end)), isAtMeeting(first, unit) else { continue }
      var named = Array(mentions[index...last])
      if index > 0, isPerson(mentions[index - 1]), first.span.start - mentions[index - 1].span.end <= 3 {
        named.insert(mentions[index - 1], at: 0)
      }
      for participant in named {
        relate("ATTENDED", participant, segments.meeting(at: first.span.start), unit, "attended.exchange", 0.8)
      }
    }
  }

  /// Whether a place of a sentence plays at a meeting that the sentence names before, or at whose scene it opens.
  private func isAtMeeting(_ token: Token, _ unit: Unit) -> Bool {
    opensScene(unit) || !segments.titles(in: Span(unit.span.start, token.span.start)).isEmpty
  }

  /// 甲某、乙某主任为先进个人颁奖: the people of whom the last stands before 为, and those before him.
  func givers(_ subject: [Token]) -> [Token] {
    let text = context.folded
    let people = subject.filter(isPerson)
    let last = people.lastIndex { person in
      var position = afterAdverb(person.span.end)
      while position < text.count, position - person.span.end < 10, text[position].isHan {
        if words.giving.longestMatch(in: text, at: position) != nil { return true }
        position += 1
      }
      return false
    }
    return last.map { Array(people[...$0]) } ?? []
  }

  /// The position behind 等领导, 分别, 共同 after a name.
  private func afterAdverb(_ position: Int) -> Int {
    var position = position
    while let word = words.beforeGiving.longestMatch(in: context.folded, at: position) { position = word.end }
    return position
  }
}
