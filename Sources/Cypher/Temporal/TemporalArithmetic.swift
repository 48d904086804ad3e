import GraphModel

/// Sums, products and differences of temporal values.
enum TemporalArithmetic {
  static func add(_ a: DurationValue, _ b: DurationValue, at position: Int?) throws -> DurationValue {
    let totals = [(a.months, b.months), (a.days, b.days), (a.seconds, b.seconds)].map {
      $0.addingReportingOverflow($1)
    }
    guard !totals.contains(where: \.overflow), abs(totals[2].partialValue) < .max - 2 else {
      throw DurationAmounts.overflow(position)
    }
    return DurationValue(
      months: totals[0].partialValue, days: totals[1].partialValue, seconds: totals[2].partialValue,
      nanoseconds: Int64(a.nanoseconds) + Int64(b.nanoseconds))
  }

  static func scale(_ duration: DurationValue, by factor: Double, at position: Int?) throws -> DurationValue {
    if factor == 1 { return duration }
    if factor == -1 {
      guard duration.months != .min, duration.days != .min, duration.seconds > .min + 1 else {
        throw DurationAmounts.overflow(position)
      }
      return DurationValue(
        months: -duration.months, days: -duration.days, seconds: -duration.seconds,
        nanoseconds: -Int64(duration.nanoseconds))
    }
    var amounts = DurationAmounts()
    amounts.months = Double(duration.months) * factor
    amounts.days = Double(duration.days) * factor
    amounts.seconds = Double(duration.seconds) * factor
    amounts.nanoseconds = Double(duration.nanoseconds) * factor
    return try amounts.duration(at: position)
  }

  /// A temporal value some time later; nil where the value is none.
  static func add(_ duration: DurationValue, to value: Value, at position: Int?) throws -> Value? {
    switch value {
    case .date(let date):
      return .date(
        try add(months: duration.months, days: duration.days + duration.seconds / 86_400, to: date, position))
    case .localTime(let time): return .localTime(add(duration, to: time))
    case .time(let time): return .time(TimeValue(local: add(duration, to: time.local), offset: time.offset))
    case .localDateTime(let moment):
      let date = try add(months: duration.months, days: duration.days, to: moment.date, position)
      return .localDateTime(
        try shift(LocalDateTimeValue(date: date, time: moment.time), duration, position))
    case .dateTime(let moment):
      let zone = try Zone(of: moment)
      let date = try add(months: duration.months, days: duration.days, to: moment.local.date, position)
      let placed = zone.moment(local: LocalDateTimeValue(date: date, time: moment.local.time))
      let utc = LocalDateTimeValue(epochSecond: placed.epochSecond, nanosecond: moment.local.time.nanosecond)
      let shifted = try shift(utc, duration, position)
      return .dateTime(zone.moment(epochSecond: shifted.epochSecond, nanosecond: shifted.time.nanosecond))
    default: return nil
    }
  }

  private static func add(months: Int64, days: Int64, to date: DateValue, _ position: Int?) throws -> DateValue {
    guard let result = date.adding(months: months)?.adding(days: days) else {
      throw CypherError(.argument, .numberOutOfRange, "The date lies outside the calendar.", at: position)
    }
    return result
  }

  private static func add(_ duration: DurationValue, to time: LocalTimeValue) -> LocalTimeValue {
    let day = LocalTimeValue.nanosecondsADay
    let added = duration.seconds % 86_400 * 1_000_000_000 + Int64(duration.nanoseconds)
    return LocalTimeValue(nanosecondOfDay: ((time.nanosecondOfDay + added) % day + day) % day)
  }

  /// Adds seconds and nanoseconds.
  private static func shift(
    _ moment: LocalDateTimeValue, _ duration: DurationValue, _ position: Int?
  ) throws -> LocalDateTimeValue {
    let nanoseconds = moment.time.nanosecond + Int(duration.nanoseconds)
    let (seconds, overflow) = moment.epochSecond.addingReportingOverflow(
      duration.seconds &+ Int64(nanoseconds / 1_000_000_000))
    let result = LocalDateTimeValue(epochSecond: overflow ? 0 : seconds, nanosecond: nanoseconds % 1_000_000_000)
    guard !overflow, abs(seconds) < 31_600_000_000_000_000, DateValue.years.contains(result.date.civil.year) else {
      throw CypherError(.argument, .numberOutOfRange, "The moment lies outside the calendar.", at: position)
    }
    return result
  }
}
