import Glibc
import GraphModel

/// Amounts of units, possibly fractional, on their way to a duration.
struct DurationAmounts {
  var months = 0.0
  var days = 0.0
  var seconds = 0.0
  /// Whole seconds and nanoseconds that need no rounding.
  var exactMonths: Int64 = 0
  var exactDays: Int64 = 0
  var exactSeconds: Int64 = 0
  var nanoseconds = 0.0

  /// Seconds of a mean month of the Gregorian calendar: 30.436875 days.
  static let secondsAMonth = 2_629_746.0

  /// The duration; what is left of a month goes to days, of a day to seconds, of a second to nanoseconds.
  func duration(at position: Int? = nil) throws -> DurationValue {
    let wholeMonths = months.rounded(.towardZero)
    let fraction = (days - days.rounded(.towardZero)) * 86_400 + (months - wholeMonths) * Self.secondsAMonth
    let carriedDays = (fraction / 86_400).rounded(.towardZero)
    let wholeDays = days.rounded(.towardZero) + carriedDays
    let allSeconds = seconds + (fraction - carriedDays * 86_400)
    let wholeSeconds = allSeconds.rounded(.towardZero)
    let rest = ((allSeconds - wholeSeconds) * 1e9 + nanoseconds).rounded(.toNearestOrEven)
    guard let addedMonths = Int64(exactly: wholeMonths), let addedDays = Int64(exactly: wholeDays),
      let addedSeconds = Int64(exactly: wholeSeconds), let addedNanoseconds = Int64(exactly: rest)
    else { throw Self.overflow(position) }
    let totals = [(exactMonths, addedMonths), (exactDays, addedDays), (exactSeconds, addedSeconds)].map {
      $0.addingReportingOverflow($1)
    }
    guard !totals.contains(where: \.overflow), abs(totals[2].partialValue) < .max / 2 else {
      throw Self.overflow(position)
    }
    return DurationValue(
      months: totals[0].partialValue, days: totals[1].partialValue, seconds: totals[2].partialValue,
      nanoseconds: addedNanoseconds)
  }

  static func overflow(_ position: Int?) -> CypherError {
    CypherError(.arithmetic, .integerOverflow, "The duration is too long.", at: position)
  }
}

extension DurationValue {
  /// Reads `P1Y2M3W4DT5H6M7.5S` or `P2012-02-02T14:37:21.545`.
  init?(parsing text: String) throws {
    guard text.first == "P" || text.first == "p" || text.hasPrefix("-P") else { return nil }
    let negative = text.hasPrefix("-")
    let body = text.dropFirst(negative ? 2 : 1)
    if let alternative = Self.alternative(body) {
      self = alternative
      return
    }
    var amounts = DurationAmounts()
    var inTime = false
    var number = ""
    var seen = false
    for mark in body.uppercased() {
      switch mark {
      case "0"..."9", "-", "+", ".": number.append(mark)
      case ",": number.append(".")
      case "T":
        guard !inTime, number.isEmpty else { return nil }
        inTime = true
      default:
        guard let amount = Double(number), amount.isFinite else { return nil }
        number = ""
        seen = true
        switch (mark, inTime) {
        case ("Y", false): amounts.months += amount * 12
        case ("M", false): amounts.months += amount
        case ("W", false): amounts.days += amount * 7
        case ("D", false): amounts.days += amount
        case ("H", true): amounts.seconds += amount * 3600
        case ("M", true): amounts.seconds += amount * 60
        case ("S", true): amounts.add(seconds: amount)
        default: return nil
        }
      }
    }
    guard seen, number.isEmpty else { return nil }
    self = try amounts.duration()
    if negative { self = try TemporalArithmetic.scale(self, by: -1, at: nil) }
  }

  /// `2012-02-02T14:37:21.545`
  private static func alternative(_ text: Substring) -> DurationValue? {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let date = parts[0].split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
    guard date.count == 3, let year = date[0], let month = date[1], let day = date[2] else { return nil }
    var time = LocalTimeValue(nanosecondOfDay: 0)
    if parts.count > 1 {
      guard let parsed = TemporalParser.localTime(parts[1]) else { return nil }
      time = parsed
    }
    return DurationValue(
      months: year * 12 + month, days: day, seconds: time.nanosecondOfDay / 1_000_000_000,
      nanoseconds: time.nanosecondOfDay % 1_000_000_000)
  }
}

extension DurationAmounts {
  /// Adds seconds with their fraction as nanoseconds, so that large wholes do not blur it.
  mutating func add(seconds amount: Double) {
    let whole = amount.rounded(.towardZero)
    seconds += whole
    nanoseconds += ((amount - whole) * 1e9).rounded()
  }
}
