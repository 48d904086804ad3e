import GraphModel

/// Makes temporal values of maps: `{year: 1984, month: 10, day: 11}`, `{date: other, hour: 12}`.
struct TemporalBuilder {
  private let map: [String: Value]

  init(_ map: [String: Value]) { self.map = map }

  private static func invalid(_ what: CypherMessage) -> CypherError {
    CypherError(.argument, .invalidArgumentValue, what)
  }

  func integer(_ key: String) throws -> Int? {
    switch map[key] {
    case nil: return nil
    case .integer(let number): return Int(number)
    case .float(let number) where number.rounded() == number && abs(number) < 1e15: return Int(number)
    case .some(let value): throw CypherError.wrongType(value, wanted: "a whole number as \(key)")
    }
  }

  private func parts(_ keys: String...) throws -> TemporalParts? {
    for key in keys {
      guard let value = map[key] else { continue }
      guard let parts = try TemporalParts(value) else {
        throw CypherError.wrongType(value, wanted: "a temporal value as \(key)")
      }
      return parts
    }
    return nil
  }

  /// The zone that the map asks for.
  func zone() throws -> Zone? {
    switch map["timezone"] {
    case nil: return nil
    case .string(let name): return try Zone(name)
    case .some(let value): throw CypherError.wrongType(value, wanted: "a text as timezone")
    }
  }

  func date(base given: DateValue? = nil) throws -> DateValue {
    let base = try given ?? parts("date", "datetime")?.date
    guard let year = try integer("year") ?? base.map({ $0.civil.year }) else {
      throw Self.invalid("A year is missing.")
    }
    let result: DateValue?
    if try integer("week") != nil || integer("dayOfWeek") != nil {
      result = DateValue(
        weekYear: try integer("year") ?? base?.week.year ?? year, week: try integer("week") ?? base?.week.week ?? 1,
        weekday: try integer("dayOfWeek") ?? base?.weekday ?? 1)
    } else if let day = try integer("ordinalDay") {
      result = DateValue(year: year, ordinalDay: day)
    } else if try integer("quarter") != nil || integer("dayOfQuarter") != nil {
      result = DateValue(
        year: year, quarter: try integer("quarter") ?? base?.quarter ?? 1,
        dayOfQuarter: try integer("dayOfQuarter") ?? base?.dayOfQuarter ?? 1)
    } else {
      let month = try integer("month") ?? base?.civil.month ?? 1
      let longest = PartialDate.days(month: month, year: year)
      result = DateValue(
        year: year, month: month, day: try integer("day") ?? base.map { min($0.civil.day, longest) } ?? 1)
    }
    guard let result else { throw Self.invalid("There is no such date.") }
    return result
  }

  /// A time of day; `base` stands in for what the map does not say.
  func time(base given: LocalTimeValue? = nil) throws -> LocalTimeValue {
    let base = try given ?? parts("time", "datetime")?.time
    var nanosecond = base?.nanosecond ?? 0
    let fractions = [
      (try integer("millisecond"), 1_000_000), (try integer("microsecond"), 1000), (try integer("nanosecond"), 1),
    ]
    if fractions.contains(where: { $0.0 != nil }) {
      nanosecond = 0
      for (value, unit) in fractions {
        guard let value, (0..<(1_000_000_000 / unit)).contains(value) else {
          if value == nil { continue }
          throw Self.invalid("A fraction of a second lies outside its range.")
        }
        nanosecond += value * unit
      }
    }
    let time = LocalTimeValue(
      hour: try integer("hour") ?? base?.hour ?? 0, minute: try integer("minute") ?? base?.minute ?? 0,
      second: try integer("second") ?? base?.second ?? 0, nanosecond: nanosecond)
    guard let time else { throw Self.invalid("There is no such time.") }
    return time
  }

  func localDateTime() throws -> LocalDateTimeValue { LocalDateTimeValue(date: try date(), time: try time()) }

  func zonedTime() throws -> TimeValue {
    let base = try parts("time", "datetime")
    let wanted = try zone()
    var local = base?.time
    var offset: Int32 = 0
    let day = base?.date ?? DateValue(epochDay: 0)
    if let time = base?.time, let zone = base?.zone {
      offset = zone.offset(local: LocalDateTimeValue(date: day, time: time))
      if let wanted {
        let moment = LocalDateTimeValue(date: day, time: time).epochSecond - Int64(offset)
        let moved = wanted.moment(epochSecond: moment, nanosecond: time.nanosecond)
        local = moved.local.time
        offset = moved.offset
      }
    } else if let wanted {
      offset = wanted.offset(local: LocalDateTimeValue(date: day, time: local ?? TemporalParts.midnight))
    }
    return TimeValue(local: try time(base: local), offset: offset)
  }

  func dateTime() throws -> DateTimeValue {
    let wanted = try zone()
    let source = try parts("time", "datetime")?.zone
    let local = try localDateTime()
    guard let source, let wanted else { return (wanted ?? source ?? .utc).moment(local: local) }
    // A time that comes with a zone is meant there; the wanted zone shows the same moment.
    let moment = source.moment(local: local)
    return wanted.moment(epochSecond: moment.epochSecond, nanosecond: local.time.nanosecond)
  }

  func duration() throws -> DurationValue {
    var amounts = DurationAmounts()
    for (key, value) in map.sorted(by: { $0.key < $1.key }) {
      guard let amount = Arithmetic.number(value) else {
        throw CypherError.wrongType(value, wanted: "a number as \(key)")
      }
      guard amount.isFinite else { throw Self.invalid("\(key) is not finite.") }
      switch key {
      case "years": amounts.months += amount * 12
      case "quarters": amounts.months += amount * 3
      case "months": amounts.months += amount
      case "weeks": amounts.days += amount * 7
      case "days":
        if case .integer(let days) = value { amounts.exactDays = days } else { amounts.days += amount }
      case "hours": amounts.seconds += amount * 3600
      case "minutes": amounts.seconds += amount * 60
      case "seconds":
        if case .integer(let seconds) = value { amounts.exactSeconds = seconds } else { amounts.add(seconds: amount) }
      case "milliseconds": amounts.nanoseconds += amount * 1e6
      case "microseconds": amounts.nanoseconds += amount * 1e3
      case "nanoseconds": amounts.nanoseconds += amount
      default: throw Self.invalid("A duration has no \(key).")
      }
    }
    return try amounts.duration()
  }
}
