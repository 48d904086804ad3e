import GraphModel

/// What a temporal value knows: a day, a time of day, a zone.
struct TemporalParts {
  var date: DateValue?
  var time: LocalTimeValue?
  var zone: Zone?

  /// Nil where the value is not temporal or a duration.
  init?(_ value: Value) throws {
    switch value {
    case .date(let date): self.date = date
    case .localTime(let time): self.time = time
    case .time(let time):
      self.time = time.local
      zone = .offset(time.offset)
    case .localDateTime(let moment):
      date = moment.date
      time = moment.time
    case .dateTime(let moment):
      date = moment.local.date
      time = moment.local.time
      zone = try Zone(of: moment)
    default: return nil
    }
  }

  static let midnight = LocalTimeValue(nanosecondOfDay: 0)
}

/// The lengths of time between two values.
enum TemporalDistance {
  enum Unit: Sendable { case all, months, days, seconds }

  static func between(_ first: Value, _ second: Value, in unit: Unit) throws -> Value {
    if first.isNull || second.isNull { return .null }
    guard let a = try TemporalParts(first), let b = try TemporalParts(second) else {
      throw CypherError.wrongType(first, wanted: "two temporal values")
    }
    guard let startDate = a.date, let endDate = b.date else {
      if unit == .months || unit == .days { return .duration(DurationValue()) }
      // What has no date happens on the day of the other; what has no zone, in the zone of the other.
      let day = a.date ?? b.date ?? DateValue(epochDay: 0)
      let start = LocalDateTimeValue(date: day, time: a.time ?? TemporalParts.midnight)
      let end = LocalDateTimeValue(date: day, time: b.time ?? TemporalParts.midnight)
      let from = offset(first) ?? (a.zone ?? b.zone)?.offset(local: start) ?? 0
      let to = offset(second) ?? (b.zone ?? a.zone)?.offset(local: end) ?? 0
      return .duration(
        DurationValue(
          seconds: end.epochSecond - start.epochSecond - Int64(to - from),
          nanoseconds: Int64(end.time.nanosecond - start.time.nanosecond)))
    }
    let start = LocalDateTimeValue(date: startDate, time: a.time ?? TemporalParts.midnight)
    var end = LocalDateTimeValue(date: endDate, time: b.time ?? TemporalParts.midnight)
    // Both as the first's zone shows them; where one has none, it is taken to be in the other's.
    let zone = a.zone ?? b.zone
    if let zone = a.zone, case .dateTime(let moment) = second {
      end = zone.moment(epochSecond: moment.epochSecond, nanosecond: moment.local.time.nanosecond).local
    }
    func utc(_ local: LocalDateTimeValue) -> Int64 {
      if local == start, case .dateTime(let moment) = first { return moment.epochSecond }
      if local == end, case .dateTime(let moment) = second { return moment.epochSecond }
      return local.epochSecond - Int64(zone?.offset(local: local) ?? 0)
    }
    switch unit {
    case .seconds:
      return .duration(
        DurationValue(
          seconds: utc(end) - utc(start), nanoseconds: Int64(end.time.nanosecond - start.time.nanosecond)))
    case .days: return .duration(DurationValue(days: days(start, end)))
    case .months: return .duration(DurationValue(months: months(start, end)))
    case .all:
      let months = months(start, end)
      guard let moved = start.date.adding(months: months) else { return .null }
      var middle = LocalDateTimeValue(date: moved, time: start.time)
      let days = days(middle, end)
      middle.date = middle.date.adding(days: days) ?? middle.date
      return .duration(
        DurationValue(
          months: months, days: days, seconds: utc(end) - utc(middle),
          nanoseconds: Int64(end.time.nanosecond - middle.time.nanosecond)))
    }
  }

  private static func offset(_ value: Value) -> Int32? {
    switch value {
    case .time(let time): time.offset
    case .dateTime(let moment): moment.offset
    default: nil
    }
  }

  /// Whole days, towards zero.
  private static func days(_ a: LocalDateTimeValue, _ b: LocalDateTimeValue) -> Int64 {
    let days = b.date.epochDay - a.date.epochDay
    if days > 0 && b.time < a.time { return days - 1 }
    if days < 0 && b.time > a.time { return days + 1 }
    return days
  }

  /// Whole months, towards zero.
  private static func months(_ a: LocalDateTimeValue, _ b: LocalDateTimeValue) -> Int64 {
    let (firstYear, firstMonth, firstDay) = a.date.civil
    let (lastYear, lastMonth, lastDay) = b.date.civil
    let months = Int64((lastYear - firstYear) * 12 + lastMonth - firstMonth)
    if months > 0 && (lastDay, b.time) < (firstDay, a.time) { return months - 1 }
    if months < 0 && (lastDay, b.time) > (firstDay, a.time) { return months + 1 }
    return months
  }
}
