import GraphModel

/// Reads dates as pages print them: 2019-09-06 08:26:49, 2020年03月19日08:27, 2021/3/4, 2021.03.04, [2021-03-04],
/// 26.06.2014.
enum PageDates {
  /// The date with a year that starts at a position, and the position after it and the time of day behind it.
  static func date(in text: ScalarText, at start: Int, limit: Int) -> (date: PartialDate, end: Int)? {
    var index = start
    func number(_ longest: Int) -> Int? {
      var value: Int?
      let stop = min(limit, index + longest)
      while index < stop, text[index].isDigit {
        value = (value ?? 0) * 10 + Int(text[index].value - 0x30)
        index += 1
      }
      return value
    }
    func blanks() { while index < limit, text[index].isBlank { index += 1 } }
    func separator(_ named: Unicode.Scalar) -> Bool {
      blanks()
      guard index < limit, [named, "-", "/", "."].contains(text[index]) else { return false }
      index += 1
      blanks()
      return true
    }
    guard start < limit, text[start].isDigit, let first = number(4) else { return nil }
    let date: PartialDate
    if (1949...2099).contains(first) {
      guard separator("年"), let month = number(2), separator("月"), let day = number(2) else { return nil }
      date = PartialDate(year: first, month: month, day: day)
    } else {
      // 26.06.2014
      guard index - start == 2, separator("."), let month = number(2), separator("."), let year = number(4),
        (1949...2099).contains(year)
      else { return nil }
      date = PartialDate(year: year, month: month, day: first)
    }
    guard date.isValid else { return nil }
    if index < limit, text[index] == "日" { index += 1 }
    var end = index
    // The time of day: 08:26, 08:26:49, T08:26, 8时26分, with a day of the week before it.
    blanks()
    if index + 1 < limit, text[index] == "星" || text[index] == "周" || text[index] == "(" {
      var after = index
      while after < limit, after < index + 5, "()星期周一二三四五六日天".unicodeScalars.contains(text[after]) { after += 1 }
      if after > index + 1 {
        end = after
        index = after
        blanks()
      }
    }
    if index < limit, text[index] == "T" { index += 1 }
    if let hour = number(2), hour < 25, index < limit, text[index] == ":" || text[index] == "时" {
      index += 1
      _ = number(2)
      if index < limit, text[index] == ":" || text[index] == "分" {
        index += 1
        if number(2) != nil, index < limit, text[index] == "秒" { index += 1 }
      }
      end = index
      if index + 1 < limit, text[index] == ".", text[index + 1] == "0" { end = index + 2 }
    }
    return (date, end)
  }

  /// How far from a text's beginning its stamp is looked for, and how long its line is at most, in scalars.
  private static let head = 1500
  private static let longestLine = 100
  private static let stampMarks = WordTrie(words: ["www.", "http", "来源", "來源"])

  /// The first date with a time of day in a line near the top that holds no sentence, as a page stamps its article:
  /// http://news.example.cn 2007年05月18日09:30 某报.
  static func stamp(in text: ScalarText) -> PartialDate? {
    var start = 0
    let limit = min(text.count, head)
    while start < limit {
      var end = start
      while end < limit, !text[end].isLineEnd { end += 1 }
      let line = Span(start, end)
      if line.count <= longestLine, !text[line].contains("。"), let date = stamp(in: text, line) { return date }
      start = end + 1
    }
    return nil
  }

  private static func stamp(in text: ScalarText, _ line: Span) -> PartialDate? {
    for start in line.range where text[start].isDigit && (start == line.start || !text[start - 1].isDigit) {
      guard let found = date(in: text, at: start, limit: line.end) else { continue }
      // A time of day was read with it, or an address or a source stands beside it.
      if text[Span(start, found.end)].contains(":") || stampMarks.occurs(in: text, line) { return found.date }
    }
    return nil
  }

  /// The first date with a year in a span.
  static func firstDate(in text: ScalarText, _ span: Span) -> PartialDate? {
    for start in span.range where text[start].isDigit && (start == span.start || !text[start - 1].isDigit) {
      if let found = date(in: text, at: start, limit: span.end) { return found.date }
    }
    return nil
  }
}
