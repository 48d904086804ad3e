/// Texts made harmless for a screen: data never moves the cursor, changes colours or turns the reading direction.
enum ScreenText {
  /// The text with control characters, line ends and direction marks as visible escapes: `\n`, `\t`, `\u{1b}`.
  static func visible(_ text: String) -> String { visible(text, keepingLayout: false) }

  /// The same; line ends and tabs stay what they are where layout is to be kept.
  static func visible(_ text: String, keepingLayout: Bool) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case _ where keepingLayout && ["\n", "\r", "\t"].contains(scalar): result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case _ where isHarmful(scalar):
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
