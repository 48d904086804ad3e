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

  private static let planning = ["部署", "安排", "谋划", "动员", "布置", "研究", "开展", "做好", "明确"]
  private static let reviewing = ["总结", "回顾", "表彰", "宣读", "通报", "为"]

  /// Whether one of the words stands right before a position, 了, 全市 and the like between them allowed.
  private static func before(_ position: Int, _ text: ScalarText, _ words: [String]) -> Bool {
    let start = max(0, position - 6)
    let window = text.string(Span(start, position))
    guard let cut = window.unicodeScalars.lastIndex(where: { ",，。;；、:：\n".unicodeScalars.contains($0) }) else {
      return words.contains { window.contains($0) }
    }
    let rest = String(window.unicodeScalars[window.unicodeScalars.index(after: cut)...])
    return words.contains { rest.contains($0) }
  }
}
