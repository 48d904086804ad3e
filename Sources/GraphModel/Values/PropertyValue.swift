/// A value that a node, an edge or an assertion can hold.
public enum PropertyValue: Hashable, Sendable {
  /// A truth value.
  case boolean(Bool)
  /// A 64-bit integer.
  case integer(Int64)
  /// An IEEE 754 double.
  case float(Double)
  /// A text.
  case string(String)
  /// A list of values.
  case list([PropertyValue])
  /// A day.
  case date(DateValue)
  /// A time of day at an offset from UTC.
  case time(TimeValue)
  /// A time of day without a zone.
  case localTime(LocalTimeValue)
  /// A moment, perhaps in a named zone.
  indirect case dateTime(DateTimeValue)
  /// A date and time of day without a zone.
  case localDateTime(LocalDateTimeValue)
  /// A length of time.
  indirect case duration(DurationValue)

  /// The text, where the value is one.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}

extension PropertyValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral
{
  /// A text value.
  public init(stringLiteral value: String) { self = .string(value) }
  /// An integer value.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A floating-point value.
  public init(floatLiteral value: Double) { self = .float(value) }
}
