extension CypherFunction {
  /// Functions of texts; places are counted in Unicode scalars.
  static let textFunctions: [CypherFunction] = [
    CypherFunction(
      "substring", "text :: String, start :: Integer, length :: Integer", [.string, .integer, .integer], required: 2,
      .string, "The part of a text from a place on, of at most a length.", example: "substring('图谱引擎', 1, 2) → '谱引'"
    ) { arguments, _ in
      guard let text = try text(arguments[0]), let start = try count(arguments[1]) else { return .null }
      let rest = text.unicodeScalars.dropFirst(start)
      guard arguments.count > 2 else { return .string(String(rest)) }
      guard let length = try count(arguments[2]) else { return .null }
      return .string(String(rest.prefix(length)))
    },
    CypherFunction(
      "left", "text :: String, length :: Integer", [.string, .integer], .string, "The first characters of a text.",
      example: "left('hello', 2) → 'he'"
    ) { arguments, _ in
      guard let text = try text(arguments[0]), let length = try count(arguments[1]) else { return .null }
      return .string(String(text.unicodeScalars.prefix(length)))
    },
    CypherFunction(
      "right", "text :: String, length :: Integer", [.string, .integer], .string, "The last characters of a text.",
      example: "right('hello', 2) → 'lo'"
    ) { arguments, _ in
      guard let text = try text(arguments[0]), let length = try count(arguments[1]) else { return .null }
      return .string(String(text.unicodeScalars.suffix(length)))
    },
    CypherFunction(
      "replace", "text :: String, search :: String, replacement :: String", [.string, .string, .string], .string,
      "The text with every occurrence of a part replaced.", example: "replace('hello', 'l', 'w') → 'hewwo'"
    ) { arguments, frame in
      guard let source = try text(arguments[0]), let search = try text(arguments[1]), let other = try text(arguments[2])
      else { return .null }
      guard !search.isEmpty else { return .string(source) }
      let parts = TextScan.split(source, by: search)
      try frame.reserve(bytes: source.utf8.count + (parts.count - 1) * other.utf8.count)
      return .string(parts.joined(separator: other))
    },
    CypherFunction(
      "split", "text :: String, separator :: String | List", [.string, [.string, .list]], .list(of: .string),
      "The parts of a text between a separator.", example: "split('a,b', ',') → ['a', 'b']"
    ) { arguments, _ in
      guard let source = try text(arguments[0]), !arguments[1].isNull else { return .null }
      var parts = [source]
      let separators: [Value]
      if case .list(let list) = arguments[1] { separators = list } else { separators = [arguments[1]] }
      for separator in separators {
        guard let separator = try text(separator) else { continue }
        parts = parts.flatMap {
          separator.isEmpty ? $0.unicodeScalars.map { String($0) } : TextScan.split($0, by: separator)
        }
      }
      return .list(parts.map { .string($0) })
    },
    .unary("toUpper", "text :: String", .string, .string, "The text in capitals.", example: "toUpper('ab') → 'AB'") {
      value, _ in try text(value).map { .string($0.uppercased()) } ?? .null
    },
    .unary(
      "toLower", "text :: String", .string, .string, "The text in small letters.", example: "toLower('AB') → 'ab'"
    ) { value, _ in try text(value).map { .string($0.lowercased()) } ?? .null },
    .unary(
      "trim", "text :: String", .string, .string, "The text without blanks at its ends.", example: "trim(' a ') → 'a'"
    ) { value, _ in try text(value).map { .string(TextScan.trim($0)) } ?? .null },
    .unary(
      "lTrim", "text :: String", .string, .string, "The text without blanks at its start.",
      example: "lTrim(' a ') → 'a '"
    ) { value, _ in try text(value).map { .string(TextScan.trim($0, end: false)) } ?? .null },
    .unary(
      "rTrim", "text :: String", .string, .string, "The text without blanks at its end.",
      example: "rTrim(' a ') → ' a'"
    ) { value, _ in try text(value).map { .string(TextScan.trim($0, start: false)) } ?? .null },
  ]

  private static func text(_ value: Value) throws -> String? {
    switch value {
    case .null: return nil
    case .string(let text): return text
    default: throw CypherError.wrongType(value, wanted: "a text")
    }
  }

  private static func count(_ value: Value) throws -> Int? {
    switch value {
    case .null: return nil
    case .integer(let number) where number >= 0: return Int(number)
    case .integer:
      throw CypherError(.argument, .numberOutOfRange, "A place or length in a text cannot be negative.")
    default: throw CypherError.wrongType(value, wanted: "a whole number")
    }
  }
}

/// Searching in texts.
enum TextScan {
  /// The text without blanks at its ends.
  static func trim(_ text: String, start: Bool = true, end: Bool = true) -> String {
    var scalars = text.unicodeScalars[...]
    if start { scalars = scalars.drop { $0.properties.isWhitespace } }
    if end { while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() } }
    return String(scalars)
  }

  /// The parts between occurrences of a separator that is not empty.
  static func split(_ text: String, by separator: String) -> [String] {
    let bytes = Array(text.utf8)
    let wanted = Array(separator.utf8)
    var parts: [String] = []
    var start = 0
    var finder = Finder(wanted)
    while let place = finder.next(in: bytes, from: start) {
      parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
      start = place + wanted.count
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  /// Whether a text holds another.
  static func contains(_ text: String, _ other: String) -> Bool {
    if other.isEmpty { return true }
    var finder = Finder(Array(other.utf8))
    return finder.next(in: Array(text.utf8), from: 0) != nil
  }

  /// Finds a word in linear time (Knuth, Morris, Pratt 1977).
  private struct Finder {
    let word: [UInt8]
    /// Length of the longest proper border of each prefix.
    let borders: [Int]

    init(_ word: [UInt8]) {
      self.word = word
      var borders = [Int](repeating: 0, count: word.count)
      var length = 0
      for index in word.indices.dropFirst() {
        while length > 0 && word[index] != word[length] { length = borders[length - 1] }
        if word[index] == word[length] { length += 1 }
        borders[index] = length
      }
      self.borders = borders
    }

    mutating func next(in bytes: [UInt8], from start: Int) -> Int? {
      var matched = 0
      for index in start..<max(start, bytes.count) {
        while matched > 0 && bytes[index] != word[matched] { matched = borders[matched - 1] }
        if bytes[index] == word[matched] { matched += 1 }
        if matched == word.count { return index - word.count + 1 }
      }
      return nil
    }
  }
}
