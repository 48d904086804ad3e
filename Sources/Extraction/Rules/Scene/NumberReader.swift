import GraphModel

/// A number in a text.
struct NumberMention: Hashable, Sendable {
  var span: Span
  var value: Double
  /// Whether it is written without a fraction.
  var isWhole: Bool
}

/// Reads numbers in digits (5.3, 1,234) and in Chinese numerals (三千五百, 二〇二三, 五点三), linear in the text.
struct NumberReader {
  private let text: ScalarText
  /// The longest numeral that is read, in scalars.
  private static let longest = 40

  init(_ text: ScalarText) { self.text = text }

  /// Every number, in order, none inside another.
  func numbers() -> [NumberMention] {
    var found: [NumberMention] = []
    var position = 0
    while position < text.count {
      let end = runEnd(from: position)
      if end == position {
        position += 1
        continue
      }
      if end - position <= Self.longest, let (value, isWhole, stop) = read(at: position, to: end) {
        found.append(NumberMention(span: Span(position, stop), value: value, isWhole: isWhole))
        position = max(stop, position + 1)
      } else {
        position = end
      }
    }
    return found
  }

  /// The end of a number with the 万, 亿 behind it (3.5万, 120亿, 1.2万亿), with its value.
  func amount(_ number: NumberMention) -> NumberMention {
    var end = number.span.end
    var value = number.value
    while end < text.count, let factor = Self.factor(text[end]), end - number.span.end < 3 {
      value *= factor
      end += 1
    }
    return NumberMention(span: Span(number.span.start, end), value: value, isWhole: number.isWhole)
  }

  /// The factor of 十, 百, 千, 万, 亿 behind a number.
  static func factor(_ scalar: Unicode.Scalar) -> Double? {
    switch scalar {
    case "百": 100
    case "千": 1000
    case "万": 10_000
    case "亿": 100_000_000
    default: nil
    }
  }

  /// The end of the run of digits, or of numerals, that starts at a position.
  private func runEnd(from start: Int) -> Int {
    let isDigits = text[start].isDigit
    guard isDigits || ChineseNumeral.value(text[start]) != nil else { return start }
    var end = start
    while end < text.count {
      let scalar = text[end]
      let belongs: Bool
      if isDigits {
        let joins = (scalar == "." || scalar == ",") && end + 1 < text.count && text[end + 1].isDigit
        belongs = scalar.isDigit || joins
      } else {
        let joins = scalar == "点" && end + 1 < text.count && ChineseNumeral.value(text[end + 1]).map { $0 < 10 } == true
        belongs = ChineseNumeral.value(scalar) != nil || joins
      }
      guard belongs else { break }
      end += 1
    }
    return end
  }

  private func read(at start: Int, to end: Int) -> (value: Double, isWhole: Bool, end: Int)? {
    text[start].isDigit ? digits(start, end) : numerals(start, end)
  }

  /// Digits with groups of three and one point; what comes after them is another number.
  private func digits(_ start: Int, _ end: Int) -> (value: Double, isWhole: Bool, end: Int)? {
    var ascii: [UInt8] = []
    var position = start
    var hasPoint = false
    while position < end {
      let scalar = text[position]
      if scalar == "," {
        let group = position + 1..<min(position + 4, end)
        let isGroup =
          !hasPoint && group.count == 3 && group.allSatisfy { text[$0].isDigit }
          && (position + 4 >= end || !text[position + 4].isDigit) && ascii.count <= 15
        guard isGroup else { break }
      } else if scalar == "." {
        guard !hasPoint else { break }
        hasPoint = true
        ascii.append(46)
      } else {
        ascii.append(UInt8(truncatingIfNeeded: scalar.value))
      }
      position += 1
    }
    return Double(String(decoding: ascii, as: UTF8.self)).map { ($0, !hasPoint, position) }
  }

  /// Chinese numerals: 三千五百万, 十二, 二〇二三 (digits one by one), 五点三.
  private func numerals(_ start: Int, _ end: Int) -> (value: Double, isWhole: Bool, end: Int)? {
    let point = (start..<end).first { text[$0] == "点" }
    let wholeEnd = point ?? end
    guard var value = ChineseNumeral.number(in: text, Span(start, wholeEnd)) else { return nil }
    if let point {
      var scale = 0.1
      var position = point + 1
      while position < end, let digit = ChineseNumeral.value(text[position]), digit < 10 {
        value += Double(digit) * scale
        scale /= 10
        position += 1
      }
      value = (value * 1e9).rounded() / 1e9
      return (value, false, position)
    }
    return (value, true, end)
  }
}
