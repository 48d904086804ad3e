/// A length of time in months, days, seconds and nanoseconds, none of which turns into another by itself.
public struct DurationValue: Hashable, Sendable, CustomStringConvertible {
  /// Months; a year is twelve.
  public var months: Int64
  /// Days; a week is seven.
  public var days: Int64
  /// Seconds, rounded down.
  public var seconds: Int64
  /// Nanoseconds beyond `seconds`, 0 to 999,999,999.
  public var nanoseconds: Int32

  /// A length of time; nanoseconds beyond a second, and negative ones, are carried into the seconds.
  public init(months: Int64 = 0, days: Int64 = 0, seconds: Int64 = 0, nanoseconds: Int64 = 0) {
    var carry = nanoseconds / 1_000_000_000
    var rest = nanoseconds % 1_000_000_000
    if rest < 0 {
      rest += 1_000_000_000
      carry -= 1
    }
    self.months = months
    self.days = days
    self.seconds = seconds &+ carry
    self.nanoseconds = Int32(rest)
  }

  /// ISO 8601, as `P1Y2M10DT2H30M14.5S`; `PT0S` where nothing lasts.
  public var description: String {
    var date = ""
    if months / 12 != 0 { date += "\(months / 12)Y" }
    if months % 12 != 0 { date += "\(months % 12)M" }
    if days != 0 { date += "\(days)D" }
    var time = ""
    // The sign of the whole: -1 s and 500,000,000 ns are -0.5 s.
    let negative = seconds < 0 && nanoseconds > 0
    let whole = negative ? seconds + 1 : seconds
    let rest = negative ? 1_000_000_000 - Int(nanoseconds) : Int(nanoseconds)
    if whole / 3600 != 0 { time += "\(whole / 3600)H" }
    if whole / 60 % 60 != 0 { time += "\(whole / 60 % 60)M" }
    if whole % 60 != 0 || rest != 0 {
      let sign = negative && whole % 60 == 0 ? "-" : ""
      time += "\(sign)\(whole % 60)\(TemporalText.fraction(rest))S"
    }
    if date.isEmpty && time.isEmpty { return "PT0S" }
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }
}
