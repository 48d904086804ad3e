import GraphModel

/// Finds dates as printed; what they mean is `DateResolver`'s.
struct DateReader {
  /// What a relative form is counted from.
  enum Base: Hashable { case none, day(Int), year(Int), month(Int), sameDay }

  struct Found: Hashable {
    var span: Span
    var form: DateMention.Form
    var printed = PartialDate()
    var end: PartialDate?
    var base = Base.none
    var isTerm = false
  }

  private let text: ScalarText
  private(set) var found: [Found] = []

  init(_ text: ScalarText) { self.text = text }

  mutating func read() {
    var position = 0
    while let start = Self.starts.first(in: text, from: position) {
      if ChineseNumeral.digit(text[start]) != nil {
        position = readNumeric(at: start)
      } else if let item = relative(at: start) {
        found.append(item)
        position = item.span.end
      } else {
        position = start + 1
      }
    }
  }

  // MARK: Numbers

  /// Reads a number of up to four digits, or a Chinese number below 100; nil where the run of digits is longer.
  private func number(at start: Int) -> (value: Int, end: Int, digits: Int)? {
    var end = start
    var count = 0
    var hasTen = false
    while end < text.count, end - start <= 4, let value = ChineseNumeral.digit(text[end]) {
      hasTen = hasTen || value == 10
      count += 1
      end += 1
    }
    guard (1...4).contains(count), !hasTen || count <= 3,
      let value = ChineseNumeral.number(in: text, Span(start, end)), !hasTen || value < 100
    else { return nil }
    return (Int(value), end, hasTen ? 2 : count)
  }

  /// Passes at most one blank: layouts set 2021 年 3 月.
  private func skipBlank(_ position: Int) -> Int {
    position < text.count && (text[position] == " " || text[position] == "\u{3000}") ? position + 1 : position
  }

  private func at(_ position: Int, _ scalar: Unicode.Scalar) -> Bool {
    position >= 0 && position < text.count && text[position] == scalar
  }

  private func isOne(_ position: Int, of scalars: String) -> Bool {
    position >= 0 && position < text.count && scalars.unicodeScalars.contains(text[position])
  }

  /// Reads a date that begins with a number; the result is the position from which reading goes on.
  private mutating func readNumeric(at start: Int) -> Int {
    guard let first = number(at: start) else {
      var end = start
      while end < text.count, ChineseNumeral.digit(text[end]) != nil { end += 1 }
      return end
    }
    if first.digits == 4, (1900...2100).contains(first.value), !isOne(start - 1, of: ".-/") {
      if let item = separated(year: first.value, start: start, at: first.end) ?? withYear(first, start: start) {
        found.append(item)
        return item.span.end
      }
    } else if first.digits <= 2, !isOne(start - 1, of: ".-/~—第每近满约超"),
      let item = withoutYear(first, start: start)
    {
      found.append(item)
      return item.span.end
    }
    return first.end
  }

  /// 2021-03-04, 2021/3/4, 2021.3.4.
  private func separated(year: Int, start: Int, at position: Int) -> Found? {
    guard isOne(position, of: "-/."), let month = number(at: position + 1), month.digits <= 2,
      at(month.end, text[position]), let day = number(at: month.end + 1), day.digits <= 2
    else { return nil }
    let date = PartialDate(year: year, month: month.value, day: day.value)
    guard date.isValid, !isOne(day.end, of: text[position] == "." ? ".%" : "-/") else { return nil }
    return Found(span: Span(start, day.end), form: .day, printed: date)
  }

  private func withYear(_ first: (value: Int, end: Int, digits: Int), start: Int) -> Found? {
    var position = skipBlank(first.end)
    if isOne(position, of: "-—至~"), let last = number(at: position + 1), last.digits == 4, at(last.end, "年") {
      return Found(
        span: Span(start, last.end + 1), form: .year, printed: PartialDate(year: first.value),
        end: PartialDate(year: last.value))
    }
    guard at(position, "年") else { return nil }
    position += 1
    let month = skipBlank(position)
    if let value = number(at: month), value.digits <= 2,
      var item = monthAndDay(value, start: start, year: first.value)
    {
      item.isTerm = isTerm(item.span)
      return item
    }
    let end = at(position, "度") ? position + 1 : position
    var item = Found(span: Span(start, end), form: .year, printed: PartialDate(year: first.value))
    item.isTerm = isTerm(item.span)
    return item
  }

  private func withoutYear(_ first: (value: Int, end: Int, digits: Int), start: Int) -> Found? {
    if var item = monthAndDay(first, start: start, year: nil) {
      item.isTerm = isTerm(item.span)
      return item
    }
    return dayAlone(first, start: start)
  }

  /// 3月4日, 3月4日至6日, 3月4-6日, 3月30日至4月2日, 3月, 3月份 from the number of the month on.
  private func monthAndDay(_ month: (value: Int, end: Int, digits: Int), start: Int, year: Int?) -> Found? {
    var position = skipBlank(month.end)
    if isOne(position, of: "-—至~"), let last = number(at: position + 1), last.digits <= 2, at(last.end, "月"),
      (1...12).contains(month.value), (1...12).contains(last.value)
    {
      return Found(
        span: Span(start, last.end + 1), form: .month, printed: PartialDate(year: year, month: month.value),
        end: PartialDate(year: year, month: last.value))
    }
    guard at(position, "月"), (1...12).contains(month.value) else { return nil }
    position += 1
    guard let day = number(at: skipBlank(position)), day.digits <= 2 else {
      if at(position, "份") { position += 1 }
      return Found(span: Span(start, position), form: .month, printed: PartialDate(year: year, month: month.value))
    }
    let date = PartialDate(year: year, month: month.value, day: day.value)
    guard date.isValid else {
      return Found(span: Span(start, position), form: .month, printed: PartialDate(year: year, month: month.value))
    }
    var item = Found(span: Span(start, day.end), form: .day, printed: date)
    var end = skipBlank(day.end)
    let hasMark = isOne(end, of: "日号")
    if hasMark { end += 1 }
    if isOne(end, of: "-—–至到~、和"), let last = range(from: date, after: end) {
      item.end = last.date
      item.span.end = partOfDay(last.end)
      return item
    }
    // 3月4下午: the mark is forgotten.
    guard hasMark || Self.partsOfDay.longestMatch(in: text, at: end) != nil else {
      return Found(span: Span(start, position), form: .month, printed: PartialDate(year: year, month: month.value))
    }
    item.span.end = partOfDay(end)
    return item
  }

  /// The second half of a range of days, from the mark between them on.
  private func range(from first: PartialDate, after mark: Int) -> (date: PartialDate, end: Int)? {
    var position = mark
    while isOne(position, of: "-—–至到~、和"), position < mark + 2 { position += 1 }
    guard let number = number(at: position), number.digits <= 2 else { return nil }
    var date = PartialDate(year: first.year, month: first.month, day: number.value)
    var end = number.end
    if at(end, "月"), let day = self.number(at: end + 1), day.digits <= 2 {
      date.month = number.value
      date.day = day.value
      end = day.end
    }
    guard isOne(end, of: "日号"), date.isValid else { return nil }
    // 5日、6日 are two days in a row; 5日、16日 are not a range.
    if text[mark] == "、" || text[mark] == "和" {
      guard date.month == first.month, date.day == (first.day ?? 0) + 1 else { return nil }
    }
    return (date, end + 1)
  }

  /// 14日, 17号下午, 3-4日.
  private func dayAlone(_ first: (value: Int, end: Int, digits: Int), start: Int) -> Found? {
    guard (1...31).contains(first.value) else { return nil }
    var position = first.end
    var last: PartialDate?
    if isOne(position, of: "-—–至~"), let second = number(at: position + 1), second.digits <= 2,
      (1...31).contains(second.value), second.value > first.value
    {
      last = PartialDate(day: second.value)
      position = second.end
    }
    guard isOne(position, of: "日号") else { return nil }
    let isNumber = text[position] == "号"
    position += 1
    if isOne(position, of: "至-—"), let second = number(at: position + 1), isOne(second.end, of: "日号") {
      last = PartialDate(day: second.value)
      position = second.end + 1
    }
    let end = partOfDay(position)
    if isNumber, end == position, !(position < text.count && isOne(position, of: ",，、召举在")) { return nil }
    if isNumber, !(Self.isASCIIDigit(text[start])) { return nil }
    if isOne(position, of: "内游元志报常程产均益本历用夜后间照出") { return nil }
    if isOne(start - 1, of: "个满整历期每第近约超月百千万") { return nil }
    // A numeral in Chinese before 日 is a date only where a part of the day or a stop follows: 一日千里.
    if !Self.isASCIIDigit(text[start]), end == position, !isOne(position, of: ",，、") { return nil }
    return Found(
      span: Span(start, end), form: .dayOfMonth, printed: PartialDate(day: first.value), end: last,
      isTerm: isTerm(Span(start, end)))
  }

  private static func isASCIIDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

  private static let partsOfDay = WordTrie(
    words: ["上午", "下午", "晚上", "早上", "中午", "凌晨", "傍晚", "晚间", "清晨", "晚"])
  private static let termsBefore = WordTrie(
    words: ["将于", "定于", "拟于", "截止", "截至", "力争", "确保", "到", "至"], reversed: true)
  private static let termsBehind = WordTrie(
    words: ["底前", "前完", "前全", "前建", "前投", "之前", "以前", "前,", "前，", "底,", "年底", "末前"])

  private func partOfDay(_ position: Int) -> Int {
    Self.partsOfDay.longestMatch(in: text, at: position)?.end ?? position
  }

  private func isTerm(_ span: Span) -> Bool {
    Self.termsBefore.longestMatch(in: text, endingAt: span.start) != nil
      || Self.termsBehind.longestMatch(in: text, at: span.end) != nil
  }

  // MARK: Relative forms

  /// What a date begins with: a digit in either script, or the first character of a relative form.
  private static let starts: ScalarSet = "0123456789〇○零一二三四五六七八九十昨今前去明当同本上次翌"

  private static let relativeForms = WordTrie<Base>([
    ("昨日", .day(-1)), ("昨举行", .day(-1)), ("昨召开", .day(-1)), ("昨举办", .day(-1)), ("昨天", .day(-1)), ("昨晚", .day(-1)),
    ("今天", .day(0)), ("今日", .day(0)), ("今晨", .day(0)),
    ("今晚", .day(0)), ("前天", .day(-2)), ("前日", .day(-2)), ("明天", .day(1)), ("明日", .day(1)), ("当天", .sameDay),
    ("当日", .sameDay), ("同日", .sameDay), ("今年", .year(0)), ("本年度", .year(0)), ("去年", .year(-1)), ("上年度", .year(-1)),
    ("上年", .year(-1)), ("前年", .year(-2)), ("明年", .year(1)), ("本月", .month(0)), ("上月", .month(-1)), ("上个月", .month(-1)),
  ])

  private func relative(at start: Int) -> Found? {
    guard let form = Self.relativeForms.longestMatch(in: text, at: start) else { return nil }
    var end = form.end
    // 日前 and 目前 are other words; so are 今日头条, 三年前年均.
    if isOne(start - 1, of: "日目以之先年月个天从超提"), text[start] == "前" { return nil }
    if at(end, "头"), at(end + 1, "条") { return nil }
    switch form.value {
    case .year(let shift):
      // 今年3月4日: the year of a printed day.
      if let month = number(at: end), month.digits <= 2, var item = monthAndDay(month, start: start, year: nil) {
        item.base = .year(shift)
        return item
      }
      if at(end, "度") { end += 1 }
    case .month(let shift):
      if let day = number(at: end), day.digits <= 2, var item = dayAlone(day, start: end) {
        item.span.start = start
        item.base = .month(shift)
        return item
      }
    case .day, .sameDay:
      // 昨举行: the verb is no part of the date.
      if end - start == 3 { end -= 2 }
      end = partOfDay(end)
    case .none: break
    }
    return Found(span: Span(start, end), form: .relative, base: form.value)
  }
}
