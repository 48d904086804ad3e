import GraphModel

/// Supplies the parts of dates that are not printed.
struct DateResolver {
  let anchor: PartialDate?
  let context: YearContext

  func resolve(_ found: [DateReader.Found], _ text: ScalarText) -> [DateMention] {
    var result: [DateMention] = []
    result.reserveCapacity(found.count)
    var previous: PartialDate?
    for item in found {
      let date = self.date(of: item, after: previous)
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
          span: item.span, form: item.form, printed: item.printed, date: date, end: end, isTerm: item.isTerm))
    }
    return result
  }

  private func date(of item: DateReader.Found, after previous: PartialDate?) -> PartialDate {
    switch item.base {
    case .day(let shift):
      return anchor?.adding(days: shift) ?? (shift == 0 ? anchor ?? PartialDate() : PartialDate())
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
      // News reports what was; months ahead of the publishing date belong to the year before.
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
