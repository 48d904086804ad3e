import GraphModel

/// `date.truncate` and its kin: a value cut down to a unit, then some fields set.
enum TemporalTruncation {
  static func truncate(_ unit: String, _ value: Value, _ fields: [String: Value]) throws -> TemporalParts {
    guard var parts = try TemporalParts(value) else { throw CypherError.wrongType(value, wanted: "a temporal value") }
    let builder = TemporalBuilder(fields)
    if let date = parts.date {
      guard let cut = cut(date, unit) else { throw unknown(unit) }
      parts.date = try fields.isEmpty ? cut : builder.date(base: cut)
    } else if cutTime(TemporalParts.midnight, unit) == nil || isDateUnit(unit) && unit != "day" {
      throw unknown(unit)
    }
    guard let cut = cutTime(parts.time ?? TemporalParts.midnight, unit) else { throw unknown(unit) }
    // A smaller fraction adds to what is left of a larger one.
    var time = cut
    if !fields.isEmpty {
      var rest = fields
      var nanosecond = cut.nanosecond
      for (key, size) in [("millisecond", 1_000_000), ("microsecond", 1000), ("nanosecond", 1)] {
        guard let amount = try builder.integer(key) else { continue }
        nanosecond += amount * size
        rest[key] = nil
      }
      guard nanosecond < 1_000_000_000, nanosecond >= 0 else {
        throw CypherError(.argument, .invalidArgumentValue, "A fraction of a second lies outside its range.")
      }
      time = try TemporalBuilder(rest).time(base: cut)
      time.nanosecondOfDay += Int64(nanosecond - cut.nanosecond)
    }
    parts.time = time
    if let zone = try builder.zone() { parts.zone = zone }
    return parts
  }

  private static func unknown(_ unit: String) -> CypherError {
    CypherError(.argument, .invalidArgumentValue, "The value cannot be cut down to “\(unit)”.")
  }

  private static func isDateUnit(_ unit: String) -> Bool {
    ["millennium", "century", "decade", "year", "weekyear", "quarter", "month", "week", "day"].contains(
      unit.lowercased())
  }

  private static func cut(_ date: DateValue, _ unit: String) -> DateValue? {
    let (year, month, _) = date.civil
    switch unit.lowercased() {
    case "millennium": return DateValue(year: floor(year, 1000))
    case "century": return DateValue(year: floor(year, 100))
    case "decade": return DateValue(year: floor(year, 10))
    case "year": return DateValue(year: year)
    case "weekyear": return DateValue(weekYear: date.week.year, week: 1)
    case "quarter": return DateValue(year: year, month: (month - 1) / 3 * 3 + 1)
    case "month": return DateValue(year: year, month: month)
    case "week": return DateValue(epochDay: date.epochDay - Int64(date.weekday - 1))
    case "day", "hour", "minute", "second", "millisecond", "microsecond": return date
    default: return nil
    }
  }

  private static func floor(_ year: Int, _ span: Int) -> Int { year - ((year % span) + span) % span }

  private static func cutTime(_ time: LocalTimeValue, _ unit: String) -> LocalTimeValue? {
    let size: Int64
    switch unit.lowercased() {
    case "hour": size = 3_600_000_000_000
    case "minute": size = 60_000_000_000
    case "second": size = 1_000_000_000
    case "millisecond": size = 1_000_000
    case "microsecond": size = 1000
    default:
      guard isDateUnit(unit) else { return nil }
      size = LocalTimeValue.nanosecondsADay
    }
    return LocalTimeValue(nanosecondOfDay: time.nanosecondOfDay / size * size)
  }
}
