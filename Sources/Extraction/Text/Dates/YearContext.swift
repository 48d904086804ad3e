import GraphModel

/// What a text without publishing date tells of the year in which it was written.
struct YearContext {
  /// The year that the text looks forward to or deals with (部署2021年…), or the one it was written in.
  let year: Int?
  /// The latest year that the text only looks back on (总结2020年…, 2020年度…先进), where it names no later one.
  let reviewed: Int?

  init(_ found: [DateReader.Found], _ text: ScalarText) {
    var planned: Int?
    var reviewed: Int?
    var latestDay: Int?
    for item in found {
      guard let year = item.printed.year, !item.isTerm else { continue }
      if item.form == .day { latestDay = max(latestDay ?? year, year) }
      guard item.form == .year, item.end == nil else { continue }
      if Self.before(item.span.start, text, Self.planning) {
        planned = max(planned ?? year, year)
      } else if Self.before(item.span.start, text, Self.reviewing) {
        reviewed = max(reviewed ?? year, year)
      }
    }
    self.year = planned ?? latestDay
    self.reviewed = reviewed
  }

  private static let planning = WordTrie(
    words: ["部署", "安排", "谋划", "动员", "布置", "研究", "开展", "做好", "明确"], reversed: true)
  private static let reviewing = WordTrie(words: ["总结", "回顾", "表彰", "宣读", "通报", "为"], reversed: true)

  /// Whether one of the words stands right before a position, 了, 全市 and the like between them allowed.
  private static func before(_ position: Int, _ text: ScalarText, _ words: WordTrie<Void>) -> Bool {
    let reach = max(0, position - 6)
    var start = position
    while start > reach, !isMark(text[start - 1]) { start -= 1 }
    var end = position
    while end > start {
      if words.longestMatch(in: text, endingAt: end, limit: start) != nil { return true }
      end -= 1
    }
    return false
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", "，", "。", ";", "；", "、", ":", "：", "\n": true
    default: false
    }
  }
}
