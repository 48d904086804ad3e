import Extraction
import GraphModel

/// Left edges that lie behind a quotation mark or the end of a line.
extension MeetingTitleReader {
  /// Whether a title runs over the end of a line: 甲镇举行2023年第三季 / 引进项目签约仪式 / 暨银企座谈会 on the short lines of a
  /// page made for telephones.
  func isBroken(at end: Int, head: Span) -> Bool {
    guard end > 0, end + 1 < text.count, isTitlePart(text[end - 1]) else { return false }
    if text[end + 1] == "暨" { return words.headEnding.longestMatch(in: text, endingAt: end) != nil }
    guard head.end - end <= 44, !("0"..."9").contains(text[end + 1]) else { return false }
    var start = end
    while start > 0, end - start < 24, text[start - 1] != "\n" {
      // 承办单位领导合影: who does it, below a picture.
      if words.convening.longestMatch(in: text, endingAt: start) != nil, text[start] != "单", text[start] != "方" {
        return text[Span(start, end)].allSatisfy(isTitlePart)
      }
      start -= 1
    }
    return false
  }

  /// The start of a head whose quotation opens before it: “云签约”活动.
  func quoteStart(_ head: Span) -> Int {
    guard text[head].contains("”") else { return head.start }
    return (max(0, head.start - 8)..<head.start).last { text[$0] == "“" } ?? head.start
  }
}
