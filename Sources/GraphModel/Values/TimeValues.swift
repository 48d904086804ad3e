/// A time of day without a zone.
public struct LocalTimeValue: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Nanoseconds from midnight, 0 to 86,399,999,999,999.
  public var nanosecondOfDay: Int64

  /// Nanoseconds of a whole day.
  public static let nanosecondsADay: Int64 = 86_400_000_000_000

  /// The time some nanoseconds after midnight.
  public init(nanosecondOfDay: Int64) { self.nanosecondOfDay = nanosecondOfDay }

  /// The time with an hour, minute, second and nanosecond; nil where one lies outside its range.
  public init?(hour: Int, minute: Int = 0, second: Int = 0, nanosecond: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999_999_999).contains(nanosecond)
    else { return nil }
    nanosecondOfDay = Int64((hour * 60 + minute) * 60 + second) * 1_000_000_000 + Int64(nanosecond)
  }

  /// Hour, 0 to 23.
  public var hour: Int { Int(nanosecondOfDay / 3_600_000_000_000) }
  /// Minute, 0 to 59.
  public var minute: Int { Int(nanosecondOfDay / 60_000_000_000 % 60) }
  /// Second, 0 to 59.
  public var second: Int { Int(nanosecondOfDay / 1_000_000_000 % 60) }
  /// Nanosecond of the second, 0 to 999,999,999.
  public var nanosecond: Int { Int(nanosecondOfDay % 1_000_000_000) }

  /// Orders by time.
  public static func < (a: LocalTimeValue, b: LocalTimeValue) -> Bool { a.nanosecondOfDay < b.nanosecondOfDay }

  /// ISO 8601, as `21:40`, `21:40:32` or `21:40:32.142`.
  public var description: String {
    let start = "\(TemporalText.pad(hour, 2)):\(TemporalText.pad(minute, 2))"
    if second == 0 && nanosecond == 0 { return start }
    return "\(start):\(TemporalText.pad(second, 2))\(TemporalText.fraction(nanosecond))"
  }
}

/// A time of day at an offset from UTC.
public struct TimeValue: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The time that a clock at the offset shows.
  public var local: LocalTimeValue
  /// Seconds east of UTC.
  public var offset: Int32

  /// A clock's time at an offset in seconds.
  public init(local: LocalTimeValue, offset: Int32) {
    self.local = local
    self.offset = offset
  }

  /// Nanoseconds from midnight in UTC; may lie in the day before or after.
  public var utcNanosecond: Int64 { local.nanosecondOfDay - Int64(offset) * 1_000_000_000 }

  /// Orders by the moment, then by offset.
  public static func < (a: TimeValue, b: TimeValue) -> Bool {
    (a.utcNanosecond, a.offset) < (b.utcNanosecond, b.offset)
  }

  /// ISO 8601, as `21:40:32.142+01:00` or `21:40Z`.
  public var description: String { "\(local)\(TemporalText.offset(offset))" }
}

/// A date and time of day without a zone.
public struct LocalDateTimeValue: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The day.
  public var date: DateValue
  /// The time of that day.
  public var time: LocalTimeValue

  /// A time on a day.
  public init(date: DateValue, time: LocalTimeValue) {
    self.date = date
    self.time = time
  }

  /// The moment some seconds (and nanoseconds, 0 to 999,999,999) after 1970-01-01T00:00.
  public init(epochSecond: Int64, nanosecond: Int) {
    let day = epochSecond >= 0 ? epochSecond / 86_400 : -((86_399 - epochSecond) / 86_400)
    date = DateValue(epochDay: day)
    time = LocalTimeValue(nanosecondOfDay: (epochSecond - day * 86_400) * 1_000_000_000 + Int64(nanosecond))
  }

  /// Seconds from 1970-01-01T00:00.
  public var epochSecond: Int64 { date.epochDay * 86_400 + time.nanosecondOfDay / 1_000_000_000 }

  /// Orders by time.
  public static func < (a: LocalDateTimeValue, b: LocalDateTimeValue) -> Bool { (a.date, a.time) < (b.date, b.time) }

  /// ISO 8601, as `2015-07-21T21:40:32.142`.
  public var description: String { "\(date)T\(time)" }
}

/// A moment: a date and time of day at an offset from UTC, perhaps in a named zone.
public struct DateTimeValue: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// What calendar and clock at the offset show.
  public var local: LocalDateTimeValue
  /// Seconds east of UTC.
  public var offset: Int32
  /// The zone's name in the IANA time zone database, as `Asia/Shanghai`.
  public var zone: String?

  /// What calendar and clock show at an offset in seconds.
  public init(local: LocalDateTimeValue, offset: Int32, zone: String? = nil) {
    self.local = local
    self.offset = offset
    self.zone = zone
  }

  /// Seconds from 1970-01-01T00:00Z.
  public var epochSecond: Int64 { local.epochSecond - Int64(offset) }

  /// Orders by the moment, then by what the clock shows, then by the zone's name.
  public static func < (a: DateTimeValue, b: DateTimeValue) -> Bool {
    (a.epochSecond, a.local.time.nanosecond, a.local, a.zone ?? "")
      < (b.epochSecond, b.local.time.nanosecond, b.local, b.zone ?? "")
  }

  /// ISO 8601 with the zone's name in brackets, as `2015-07-21T21:40:32.142+02:00[Europe/Stockholm]`.
  public var description: String {
    "\(local)\(TemporalText.offset(offset))\(zone.map { "[\($0)]" } ?? "")"
  }
}
