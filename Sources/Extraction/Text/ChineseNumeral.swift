import GraphModel

/// Numbers as Chinese texts write them: in ASCII digits, or in the numerals 〇 to 九, 十, 百, 千, 万, 亿.
public enum ChineseNumeral {
  /// The value of a Chinese numeral by itself: 三 is 3, 两 is 2, 十 is 10, 万 is 10,000; nil for any other scalar.
  public static func value(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "○", "零": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    case "百": 100
    case "千": 1000
    case "万": 10_000
    case "亿": 100_000_000
    default: nil
    }
  }

  /// The value of an ASCII digit or of a Chinese numeral up to 十 as dates and years write them, without 两; nil for any other
  /// scalar.
  public static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isDigit { return Int(scalar.value) - 48 }
    guard scalar != "两", let value = value(scalar), value <= 10 else { return nil }
    return value
  }

  /// Whether a scalar can stand in the number of a session, a term or a year: an ASCII digit, 〇 to 九, 十, 百.
  public static func isOrdinal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || value(scalar).map { $0 <= 100 } ?? false
  }

  /// The number that a span of a text writes, in ASCII digits or in numerals (三千五百, 十二, 二〇二三 digit by digit); nil where
  /// it writes none.
  public static func number(in text: ScalarText, _ span: Span) -> Double? {
    guard !span.isEmpty else { return nil }
    var isPlain = true
    var isDecimal = true
    for position in span.range {
      guard let value = text[position].isDigit ? 0 : value(text[position]) else { return nil }
      isDecimal = isDecimal && text[position].isDigit
      isPlain = isPlain && value < 10
    }
    if isPlain {
      return span.range.reduce(0) {
        $0 * 10 + Double(text[$1].isDigit ? Int(text[$1].value) - 48 : value(text[$1]) ?? 0)
      }
    }
    // Digits and units do not mix here: 3千 is a number and its unit.
    guard !isDecimal, !span.range.contains(where: { text[$0].isDigit }) else { return nil }
    return sum(in: text, span)
  }

  /// Numerals with units: 三千五百万.
  private static func sum(in text: ScalarText, _ span: Span) -> Double? {
    var total = 0.0
    var section = 0.0
    var digit: Double?
    for position in span.range {
      let value = Double(value(text[position]) ?? 0)
      switch value {
      case ..<10:
        guard digit == nil || digit == 0 else { return nil }
        digit = value
      case ..<10_000:
        section += (digit ?? 1) * value
        digit = nil
      default:
        let all = section + (digit ?? 0)
        total = value > 10_000 && total > 0 ? (total + all) * value : total + (all == 0 ? 1 : all) * value
        section = 0
        digit = nil
      }
    }
    return total + section + (digit ?? 0)
  }
}
