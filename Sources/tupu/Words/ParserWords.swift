import GraphModel

/// What the argument parser says in English, in the language of this run.
enum ParserWords {
  /// A help text or a message about misuse, in Chinese where that is the language.
  static func translated(_ message: String, into language: Language = .current) -> String {
    guard language == .chinese else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
      .joined(separator: "\n")
  }

  /// Heads of lines, longest first where one begins another.
  private static let heads = [
    ("OVERVIEW: ", "简介："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("Error: ", "错误："), ("Help:  ", "说明："),
    ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："),
  ]

  /// Messages with their places; a place holds anything.
  private static let messages = [
    ("Unknown option '{0}'. Did you mean '{1}'?", "没有选项“{0}”；是不是“{1}”？"),
    ("Unknown option '{0}'", "没有选项“{0}”"),
    ("Missing value for '{0}'", "“{0}”缺少值"),
    ("Unexpected argument '{0}'", "多余的参数“{0}”"),
    ("{0} unexpected arguments: '{1}'", "有 {0} 个多余的参数：“{1}”"),
    ("The option '{0}' does not take any value, but '{1}' was specified.", "选项“{0}”不带值，却给了“{1}”"),
    ("Missing expected argument '{0}'", "缺少参数“{0}”"),
    ("Missing one of: '{0}'", "缺少其中之一：“{0}”"),
    ("Missing required subcommand.", "缺少子命令"),
    ("The value '{0}' is invalid for '{1}'. Please provide one of {2}.", "“{1}”不能是“{0}”；可选：{2}"),
    ("The value '{0}' is invalid for '{1}'. Please provide one of the following:", "“{1}”不能是“{0}”；可选："),
    ("The value '{0}' is invalid for '{1}'{2}", "“{1}”不能是“{0}”{2}"),
    ("  See '{0}' for more information.", "  详见“{0}”。"),
    ("  See '{0}' for detailed help.", "  详见“{0}”。"),
  ]

  /// Ends and remarks inside lines of help.
  private static let remarks = [
    ("Show help information.", "显示帮助。"), ("Show subcommand help information.", "显示子命令的帮助。"),
    ("Show the version.", "显示版本。"), ("(default: ", "（默认："), ("(values: ", "（可选："), ("; default: ", "；默认："),
  ]

  private static func line(_ line: String) -> String {
    for (head, words) in heads where line.hasPrefix(head) {
      return words + message(String(line.dropFirst(head.count)))
    }
    return message(line)
  }

  private static func message(_ text: String) -> String {
    for (pattern, words) in messages {
      if let values = values(of: text, in: pattern) { return Word.fill(words, with: values) }
    }
    var text = text
    for (remark, words) in remarks where text.contains(remark) {
      text = text.replacing(remark, with: words)
      if words.hasPrefix("（"), text.hasSuffix(")") { text = text.dropLast() + "）" }
    }
    return text
  }

  /// What stands at the places of a pattern; nil where the text is not of its form.
  private static func values(of text: String, in pattern: String) -> [String]? {
    var rest = text[...]
    var values: [String] = []
    var literal = pattern[...]
    while let open = literal.firstIndex(of: "{"), let close = literal[open...].firstIndex(of: "}") {
      guard rest.hasPrefix(literal[..<open]) else { return nil }
      rest = rest.dropFirst(literal[..<open].count)
      literal = literal[literal.index(after: close)...]
      let next = literal.prefix { $0 != "{" }
      if next.isEmpty {
        values.append(String(rest))
        rest = ""
      } else if literal.contains("{") {
        guard let range = rest.firstRange(of: next) else { return nil }
        values.append(String(rest[..<range.lowerBound]))
        rest = rest[range.lowerBound...]
      } else {
        guard rest.hasSuffix(next) else { return nil }
        return values + [String(rest.dropLast(next.count))]
      }
    }
    return rest == literal ? values : nil
  }
}
