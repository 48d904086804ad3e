import Extraction
import GraphModel

/// Left edges that lie behind a pronoun, a particle, a quotation mark or the end of a line.
extension MeetingTitleReader {
  /// Whether a title runs over the end of a line: 甲镇举行2023年第三季 / 引进项目签约仪式 / 暨银企座谈会 on the short lines of a
  /// page made for telephones.
  func isBroken(at end: Int, head: Span) -> Bool {
    guard end > 0, end + 1 < text.count, isTitlePart(text[end - 1]) else { return false }
    if text[end + 1] == "暨" { return words.headEnding.longestMatch(in: text, endingAt: end) != nil }
    guard head.end - end <= 44, !("0"..."9").contains(text[end + 1]) else { return false }
    var start = end
    while start > 0, end - start < 24, text[start - 1] != "\n" {
      if words.convening.longestMatch(in: text, endingAt: start) != nil {
        return text[Span(start, end)].allSatisfy(isTitlePart)
      }
      start -= 1
    }
    return false
  }

  /// The start of a title that goes on to the left of 我市 as far as the verb that convenes it.
  func startBeyondPronoun(_ pronoun: Int, limit: Int) -> Int? {
    var position = pronoun
    while position > limit, pronoun - position < 16, isTitlePart(text[position - 1]),
      !words.stop.contains(text[position - 1])
    {
      if position < pronoun, words.convening.longestMatch(in: text, endingAt: position, limit: limit) != nil {
        return position
      }
      position -= 1
    }
    return nil
  }

  /// The start of what a convened meeting is about (关于…的), where 的 stands at a position.
  func subjectStart(_ particle: Int, limit: Int) -> Int? {
    var position = particle
    while position > limit + 2, !Self.marks.contains(text[position - 1]), text[position - 1] != "、" {
      position -= 1
      if text[position] == "关", text[position + 1] == "于" {
        var clause = position
        while clause > 0, position - clause < 24, !Self.marks.contains(text[clause - 1]) {
          if words.convening.longestMatch(in: text, endingAt: clause) != nil { return position }
          clause -= 1
        }
        return nil
      }
    }
    return nil
  }

  /// The start of a head whose quotation opens before it: “云签约”活动.
  func quoteStart(_ head: Span) -> Int {
    guard text[head].contains("”") else { return head.start }
    return (max(0, head.start - 8)..<head.start).last { text[$0] == "“" } ?? head.start
  }
}
