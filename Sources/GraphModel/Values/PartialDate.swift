/// A calendar date of which parts may be unknown, printed as ISO 8601: `2021-03-04`, `2021-03`, `2021`, `--03-04`.
public struct PartialDate: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The year, where known.
  public var year: Int?
  /// The month, 1 to 12, where known.
  public var month: Int?
  /// The day of the month, 1 to 31, where known.
  public var day: Int?

  /// A date from its known parts.
  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the printed form back; nil where the text has another form or the date does not exist.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    func number(_ part: String, digits: Int) -> Int? {
      part.utf8.count == digits && part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    switch parts.count {
    case 1...3 where !parts[0].isEmpty:
      guard let year = number(parts[0], digits: 4) else { return nil }
      self.init(year: year)
      if parts.count > 1 {
        guard let month = number(parts[1], digits: 2) else { return nil }
        self.month = month
      }
      if parts.count > 2 {
        guard let day = number(parts[2], digits: 2) else { return nil }
        self.day = day
      }
    case 4 where parts[0].isEmpty && parts[1].isEmpty:
      guard let month = number(parts[2], digits: 2), let day = number(parts[3], digits: 2) else { return nil }
      self.init(month: month, day: day)
    default:
      return nil
    }
    guard isValid else { return nil }
  }

  /// The parts that are known, as ISO 8601; empty where nothing is known.
  public var description: String {
    func pad(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    switch (year, month, day) {
    case (let year?, let month?, let day?): return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    case (let year?, let month?, nil): return "\(pad(year, 4))-\(pad(month, 2))"
    case (let year?, nil, _): return pad(year, 4)
    case (nil, let month?, let day?): return "--\(pad(month, 2))-\(pad(day, 2))"
    default: return ""
    }
  }

  /// Whether month and day exist in the calendar; 29 February is accepted where the year is unknown.
  public var isValid: Bool {
    if let month, !(1...12).contains(month) { return false }
    guard let day else { return true }
    return day >= 1 && day <= Self.days(month: month ?? 1, year: year)
  }

  /// Number of days of a month (proleptic Gregorian); February has 29 where the year is unknown.
  public static func days(month: Int, year: Int?) -> Int {
    switch month {
    case 2:
      guard let year else { return 29 }
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// The day before a full date; nil where a part is unknown.
  public var dayBefore: PartialDate? { adding(days: -1) }

  /// A full date some days later (or earlier); nil where a part is unknown.
  public func adding(days count: Int) -> PartialDate? {
    guard let year, let month, let day else { return nil }
    return PartialDate(epochDay: PartialDate.epochDay(year: year, month: month, day: day) + count)
  }

  /// Days from 1970-01-01 of a proleptic Gregorian date (algorithm: H. Hinnant, "chrono-compatible low-level date algorithms").
  public static func epochDay(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date that lies some days after 1970-01-01 (same source as `epochDay(year:month:day:)`).
  public init(epochDay: Int) {
    let z = epochDay + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * mp + 2) / 5 + 1)
  }
}
