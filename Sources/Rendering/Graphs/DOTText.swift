/// Data as parts of Graphviz source. No text of a document can end a label, name an attribute or become markup.
enum DOTText {
  /// A quoted string that stands for exactly this text: Graphviz's `\N`-like escapes are turned off too.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where !isPrintable(scalar): result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A text inside an HTML-like label. Graphviz replaces `\N` and its like there as well, so backslashes are doubled.
  static func html(_ text: String) -> String {
    MarkupText.escaped(text) { $0 == "\\" ? "\\\\" : isPrintable($0) ? String($0) : " " }
  }

  /// Whether XML 1.0 allows the scalar and a reader sees no harm in it.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
