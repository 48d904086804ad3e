import GraphModel

extension DateValue {
  /// 1 (Monday) to 7 (Sunday).
  var weekday: Int { Int(((epochDay + 3) % 7 + 7) % 7) + 1 }

  var ordinalDay: Int {
    let year = civil.year
    return Int(epochDay) - PartialDate.epochDay(year: year, month: 1, day: 1) + 1
  }

  var quarter: Int { (civil.month - 1) / 3 + 1 }

  var dayOfQuarter: Int {
    let (year, month, _) = civil
    return Int(epochDay) - PartialDate.epochDay(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) + 1
  }

  /// The day on which week 1 of an ISO 8601 week year begins: the Monday of the week that holds 4 January.
  private static func firstDay(ofWeekYear year: Int) -> Int64 {
    let fourth = DateValue(epochDay: Int64(PartialDate.epochDay(year: year, month: 1, day: 4)))
    return fourth.epochDay - Int64(fourth.weekday - 1)
  }

  /// The ISO 8601 week year and week.
  var week: (year: Int, week: Int) {
    var year = civil.year
    if epochDay >= Self.firstDay(ofWeekYear: year + 1) {
      year += 1
    } else if epochDay < Self.firstDay(ofWeekYear: year) {
      year -= 1
    }
    return (year, Int(epochDay - Self.firstDay(ofWeekYear: year)) / 7 + 1)
  }

  init?(weekYear: Int, week: Int, weekday: Int = 1) {
    guard Self.years.contains(weekYear), (1...53).contains(week), (1...7).contains(weekday) else { return nil }
    self.init(epochDay: Self.firstDay(ofWeekYear: weekYear) + Int64((week - 1) * 7 + weekday - 1))
    guard week < 53 || self.week.year == weekYear else { return nil }
  }

  init?(year: Int, ordinalDay: Int) {
    guard let first = DateValue(year: year), ordinalDay >= 1, ordinalDay <= 366 else { return nil }
    self.init(epochDay: first.epochDay + Int64(ordinalDay - 1))
    guard civil.year == year else { return nil }
  }

  init?(year: Int, quarter: Int, dayOfQuarter: Int) {
    guard (1...4).contains(quarter), let first = DateValue(year: year, month: quarter * 3 - 2), dayOfQuarter >= 1,
      dayOfQuarter <= 92
    else { return nil }
    self.init(epochDay: first.epochDay + Int64(dayOfQuarter - 1))
    guard self.quarter == quarter else { return nil }
  }

  /// The day some months later; the last day of the month where it would lie beyond. Nil outside the calendar.
  func adding(months: Int64) -> DateValue? {
    let (year, month, day) = civil
    let (total, overflow) = Int64(year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow else { return nil }
    let newYear = Int(total >= 0 ? total / 12 : -((11 - total) / 12))
    let newMonth = Int(total - Int64(newYear) * 12) + 1
    guard Self.years.contains(newYear) else { return nil }
    return DateValue(year: newYear, month: newMonth, day: min(day, PartialDate.days(month: newMonth, year: newYear)))
  }

  func adding(days: Int64) -> DateValue? {
    let (day, overflow) = epochDay.addingReportingOverflow(days)
    guard !overflow, abs(day) < 366_000_000_000 else { return nil }
    let result = DateValue(epochDay: day)
    return Self.years.contains(result.civil.year) ? result : nil
  }
}
