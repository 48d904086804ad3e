import GraphModel

/// The properties of temporal values: `d.year`, `t.hour`, `p.monthsOfYear`.
enum TemporalFields {
  /// A property of a temporal value; nil where the value is not temporal.
  static func property(_ name: String, of value: Value) -> Value? {
    switch value {
    case .date(let date): return field(name, date).map { .integer($0) } ?? .null
    case .localTime(let time): return field(name, time).map { .integer($0) } ?? .null
    case .localDateTime(let moment):
      return (field(name, moment.date) ?? field(name, moment.time)).map { .integer($0) } ?? .null
    case .time(let time):
      return field(name, time.local).map { .integer($0) } ?? zoneField(name, time.offset, nil) ?? .null
    case .dateTime(let moment):
      if let number = field(name, moment.local.date) ?? field(name, moment.local.time) { return .integer(number) }
      switch name {
      case "epochSeconds": return .integer(moment.epochSecond)
      case "epochMillis":
        return .integer(moment.epochSecond * 1000 + Int64(moment.local.time.nanosecond / 1_000_000))
      default: return zoneField(name, moment.offset, moment.zone) ?? .null
      }
    case .duration(let duration): return field(name, duration).map { .integer($0) } ?? .null
    default: return nil
    }
  }

  static func field(_ name: String, _ date: DateValue) -> Int64? {
    switch name {
    case "year": Int64(date.civil.year)
    case "quarter": Int64(date.quarter)
    case "month": Int64(date.civil.month)
    case "week": Int64(date.week.week)
    case "weekYear": Int64(date.week.year)
    case "day": Int64(date.civil.day)
    case "ordinalDay": Int64(date.ordinalDay)
    case "weekDay", "dayOfWeek": Int64(date.weekday)
    case "dayOfQuarter": Int64(date.dayOfQuarter)
    default: nil
    }
  }

  static func field(_ name: String, _ time: LocalTimeValue) -> Int64? {
    switch name {
    case "hour": Int64(time.hour)
    case "minute": Int64(time.minute)
    case "second": Int64(time.second)
    case "millisecond": Int64(time.nanosecond / 1_000_000)
    case "microsecond": Int64(time.nanosecond / 1000)
    case "nanosecond": Int64(time.nanosecond)
    default: nil
    }
  }

  private static func zoneField(_ name: String, _ offset: Int32, _ zone: String?) -> Value? {
    switch name {
    case "timezone": .string(zone ?? offsetText(offset))
    case "offset": .string(offsetText(offset))
    case "offsetMinutes": .integer(Int64(offset / 60))
    case "offsetSeconds": .integer(Int64(offset))
    default: nil
    }
  }

  /// `Z` or `+01:00`.
  private static func offsetText(_ offset: Int32) -> String {
    String(TimeValue(local: TemporalParts.midnight, offset: offset).description.dropFirst(5))
  }

  private static func field(_ name: String, _ duration: DurationValue) -> Int64? {
    let nanoseconds = Int64(duration.nanoseconds)
    return switch name {
    case "years": duration.months / 12
    case "quarters": duration.months / 3
    case "months": duration.months
    case "weeks": duration.days / 7
    case "days": duration.days
    case "hours": duration.seconds / 3600
    case "minutes": duration.seconds / 60
    case "seconds": duration.seconds
    case "milliseconds": duration.seconds &* 1000 &+ nanoseconds / 1_000_000
    case "microseconds": duration.seconds &* 1_000_000 &+ nanoseconds / 1000
    case "nanoseconds": duration.seconds &* 1_000_000_000 &+ nanoseconds
    case "quartersOfYear": duration.months / 3 % 4
    case "monthsOfQuarter": duration.months % 3
    case "monthsOfYear": duration.months % 12
    case "daysOfWeek": duration.days % 7
    case "minutesOfHour": duration.seconds / 60 % 60
    case "secondsOfMinute": duration.seconds % 60
    case "millisecondsOfSecond": nanoseconds / 1_000_000
    case "microsecondsOfSecond": nanoseconds / 1000
    case "nanosecondsOfSecond": nanoseconds
    default: nil
    }
  }
}
