import GraphModel

/// Supplies the parts of dates that are not printed.
struct DateResolver {
  let anchor: PartialDate?
  let context: YearContext
  /// The day that 今天 is: that of the dateline above it, else that of the page.
  private var today: PartialDate?

  init(anchor: PartialDate?, context: YearContext) {
    self.anchor = anchor
    self.context = context
    today = anchor
  }

  mutating func resolve(_ found: [DateReader.Found], _ text: ScalarText) -> [DateMention] {
    var result: [DateMention] = []
    result.reserveCapacity(found.count)
    var previous: PartialDate?
    for (index, item) in found.enumerated() {
      if case .day(let shift) = item.base, index + 1 < found.count,
        let day = bracketed(found[index + 1], behind: item, text)
      {
        today = Self.day(day, -shift)
      }
      let date = self.date(of: item, after: previous)
      let isDateline = Self.isDateline(item, text)
      if isDateline, isNearPage(date) { today = date }
      var end = item.end
      if var last = end {
        last.month = last.month ?? date.month
        last.year = last.year ?? date.year
        // A range that crosses the turn of the year: 12月30日至1月2日.
        if let month = last.month, let first = date.month, month < first, last.year == date.year {
          last.year = last.year.map { $0 + 1 }
        }
        end = last
      }
      if date.month != nil, date.day != nil, !item.isTerm { previous = date }
      result.append(
        DateMention(
          span: item.span, form: item.form, printed: item.printed, date: date, end: end, isTerm: item.isTerm,
          isDateline: isDateline))
    }
    return result
  }

  /// Whether what stands behind a day says that a report was written on it: 3月19日讯.
  private static func isDateline(_ item: DateReader.Found, _ text: ScalarText) -> Bool {
    item.form == .day && item.end == nil && !item.isTerm
      && datelineEnds.longestMatch(in: text, at: item.span.end) != nil
  }

  private static let datelineEnds = WordTrie(
    words: ["讯", "电", "消息", "综合报道", "综合消息", "报道", "专电", "快讯"].flatMap { word in
      [",", ":", " ", "(", "\n"].map { word + $0 }
    })

  /// Whether a report of a day can have come out with the page.
  private func isNearPage(_ day: PartialDate) -> Bool {
    guard let anchor, let page = Self.epochDay(anchor), let written = Self.epochDay(day) else { return true }
    return (0...10).contains(page - written)
  }

  private static func epochDay(_ date: PartialDate) -> Int? {
    guard let year = date.year, let month = date.month, let day = date.day else { return nil }
    return PartialDate.epochDay(year: year, month: month, day: day)
  }

  /// The day that a bracket right behind 今天, 昨日 tells: 今天(8月1日).
  private func bracketed(_ item: DateReader.Found, behind word: DateReader.Found, _ text: ScalarText) -> PartialDate? {
    guard item.span.start == word.span.end + 1, text[word.span.end] == "(", item.printed.day != nil,
      item.end == nil
    else { return nil }
    let day = date(of: item, after: today)
    return day.month == nil ? nil : day
  }

  /// The day some days after another one; of a day without year nil where a leap day may lie between.
  private static func day(_ date: PartialDate, _ shift: Int) -> PartialDate? {
    if date.year != nil || shift == 0 { return date.adding(days: shift) ?? date }
    func shifted(_ year: Int) -> PartialDate? {
      var day = date
      day.year = year
      day = day.isValid ? day.adding(days: shift) ?? PartialDate() : PartialDate()
      day.year = nil
      return day
    }
    // A common year and a leap year.
    let day = shifted(2001)
    return day == shifted(2004) ? day : nil
  }

  private func date(of item: DateReader.Found, after previous: PartialDate?) -> PartialDate {
    switch item.base {
    case .day(let shift):
      return today.flatMap { Self.day($0, shift) } ?? (shift == 0 ? today : nil) ?? PartialDate()
    case .sameDay:
      return previous ?? PartialDate()
    case .year(let shift):
      var date = item.printed
      date.year = (anchor?.year ?? context.year).map { $0 + shift }
      return date
    case .month(let shift):
      var date = monthBefore(shift)
      date.day = item.printed.day
      return date.isValid ? date : PartialDate()
    case .none:
      break
    }
    var date = item.printed
    if date.year != nil { return date }
    if date.month == nil { return dayOfMonth(date, after: previous) }
    date.year = year(of: date, isTerm: item.isTerm, after: previous)
    return date.isValid ? date : item.printed
  }

  private func monthBefore(_ shift: Int) -> PartialDate {
    guard let year = anchor?.year, let month = anchor?.month else { return PartialDate() }
    let count = year * 12 + month - 1 + shift
    return PartialDate(year: count / 12, month: count % 12 + 1)
  }

  /// The year of a month and day: the last one before the publishing date, for terms the next one after it.
  private func year(of date: PartialDate, isTerm: Bool, after previous: PartialDate?) -> Int? {
    guard let month = date.month else { return nil }
    if let anchorYear = anchor?.year {
      guard let anchorMonth = anchor?.month else { return anchorYear }
      let ahead = (month - anchorMonth) * 31 + (date.day ?? 15) - (anchor?.day ?? 15)
      if isTerm { return ahead < -120 ? anchorYear + 1 : anchorYear }
      // News reports what was; months ahead of the publishing date belong to the year before, and where that would make the
      // news half a year old the page came out anew.
      if ahead > 45, ahead < 245 { return nil }
      return ahead > 45 ? anchorYear - 1 : anchorYear
    }
    if let year = context.year { return context.isPlanned && month == 12 ? year - 1 : year }
    if let announced = context.announced, let year = announced.year, let last = announced.month {
      return month <= last ? year : year - 1
    }
    if let reviewed = context.reviewed { return month <= 4 ? reviewed + 1 : nil }
    return previous?.year
  }

  /// A day without month: the last such day up to the publishing date, else of the month told before.
  private func dayOfMonth(_ date: PartialDate, after previous: PartialDate?) -> PartialDate {
    guard let day = date.day else { return date }
    if let year = anchor?.year, let month = anchor?.month, let today = anchor?.day {
      let count = year * 12 + month - 1 - (day > today ? 1 : 0)
      let resolved = PartialDate(year: count / 12, month: count % 12 + 1, day: day)
      if resolved.isValid { return resolved }
    }
    if let previous, let month = previous.month {
      let resolved = PartialDate(year: previous.year, month: month, day: day)
      if resolved.isValid { return resolved }
    }
    return date
  }
}
