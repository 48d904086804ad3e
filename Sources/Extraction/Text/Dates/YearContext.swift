import GraphModel

/// What a text without publishing date tells of the year in which it was written.
struct YearContext {
  /// The year that the text looks forward to or deals with (部署2021年…), or the one it was written in.
  let year: Int?
  /// Whether `year` is that of work which the text arranges: at the end of a year the next one's is arranged.
  let isPlanned: Bool
  /// The day that the text announces (将于2016年10月20日), where it tells of no other year.
  let announced: PartialDate?
  /// The latest year that the text only looks back on (总结2020年…, 2020年度…先进), where it names no later one.
  let reviewed: Int?

  init(_ found: [DateReader.Found], _ text: ScalarText) {
    var planned: Int?
    var reviewed: Int?
    var latestDay: Int?
    var announced: PartialDate?
    for item in found {
      if item.isTerm, item.form == .day, item.printed.year != nil { announced = announced ?? item.printed }
      guard let year = item.printed.year, !item.isTerm else { continue }
      if item.form == .day { latestDay = max(latestDay ?? year, year) }
      guard item.form == .year, item.end == nil else { continue }
      if Self.part.longestMatch(in: text, at: item.span.end) != nil {
        latestDay = max(latestDay ?? year, year)
        continue
      }
      if Self.before(item.span.start, text, Self.planning)
        || Self.planned.longestMatch(in: text, at: item.span.end) != nil
      {
        planned = max(planned ?? year, year)
      } else if Self.before(item.span.start, text, Self.reviewing) && !Self.isPurpose(item.span, text)
        || Self.honoured.longestMatch(in: text, at: item.span.end) != nil
      {
        reviewed = max(reviewed ?? year, year)
      }
    }
    self.year = planned ?? latestDay
    isPlanned = planned != nil
    self.announced = announced
    self.reviewed = reviewed
  }

  /// 为2010年的工作开了好头: what lies before, not behind.
  private static func isPurpose(_ year: Span, _ text: ScalarText) -> Bool {
    year.start > 0 && text[year.start - 1] == "为" && year.end < text.count && text[year.end] == "的"
  }

  /// 通报2024年度第一季度工作: of a part of a year is told in that year.
  private static let part = WordTrie(
    words: ["一", "二", "三", "1", "2", "3"].flatMap { ["第\($0)季度", "\($0)季度", "度第\($0)季度", "度\($0)季度"] } + [
      "上半年", "度上半年", "前三季度", "前两季度", "1至", "1-",
    ])
  private static let planned = WordTrie(words: ["工作计划", "工作打算", "工作要点", "工作思路", "工作安排"])
  private static let planning = WordTrie(
    words: ["部署", "安排", "谋划", "动员", "布置", "研究", "开展", "做好", "明确"], reversed: true)
  /// 2020年优秀委员, 2020年度先进单位: whose year is over.
  private static let honoured = WordTrie(words: ["优秀", "先进", "十佳", "十大", "模范", "标兵"])
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
