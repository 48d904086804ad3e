/// Data in markup: the characters that begin, end or quote it are named, as XML 1.0 and Graphviz's HTML-like labels do.
enum MarkupText {
  /// The text with these characters escaped.
  ///
  /// - Parameter other: What stands for any other character.
  static func escaped(_ text: String, other: (Unicode.Scalar) -> String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result += other(scalar)
      }
    }
    return result
  }
}
