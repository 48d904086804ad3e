/// A day of the proleptic Gregorian calendar.
public struct DateValue: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days from 1970-01-01.
  public var epochDay: Int64

  /// The years that a date may have, as openCypher bounds them.
  public static let years = -999_999_999...999_999_999

  /// The day some days after 1970-01-01.
  public init(epochDay: Int64) { self.epochDay = epochDay }

  /// The day with a year, month and day of the month; nil where the calendar has none.
  public init?(year: Int, month: Int = 1, day: Int = 1) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= PartialDate.days(month: month, year: year)
    else { return nil }
    epochDay = Int64(PartialDate.epochDay(year: year, month: month, day: day))
  }

  /// Year, month (1 to 12) and day of the month (1 to 31).
  public var civil: (year: Int, month: Int, day: Int) {
    let date = PartialDate(epochDay: Int(epochDay))
    return (date.year ?? 0, date.month ?? 1, date.day ?? 1)
  }

  /// Orders by time.
  public static func < (a: DateValue, b: DateValue) -> Bool { a.epochDay < b.epochDay }

  /// ISO 8601, as `2021-03-04`; a sign before years outside 0 to 9999.
  public var description: String {
    let (year, month, day) = civil
    let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
    return "\(sign)\(TemporalText.pad(abs(year), 4))-\(TemporalText.pad(month, 2))-\(TemporalText.pad(day, 2))"
  }
}
