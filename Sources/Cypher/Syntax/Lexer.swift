/// Cuts a query's text into lexemes in one pass.
struct Lexer {
  private let bytes: [UInt8]
  private var place = 0
  private var lexemes: [Lexeme] = []

  /// Longest text of a query, in bytes.
  static let maximumLength = 4 << 20

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The lexemes of a text, with one of kind `end` last.
  static func lexemes(of text: String) throws(CypherError) -> [Lexeme] {
    guard text.utf8.count <= maximumLength else {
      throw CypherError(.syntax, .nestingTooDeep, "The query is longer than \(maximumLength) bytes.")
    }
    var lexer = Lexer(text)
    try lexer.run()
    lexer.pairBrackets()
    return lexer.lexemes
  }

  private func byte(_ ahead: Int = 0) -> UInt8? { place + ahead < bytes.count ? bytes[place + ahead] : nil }

  /// The scalar at a place and its width in bytes.
  private func scalar(at index: Int) -> (Unicode.Scalar, Int)? {
    guard index < bytes.count else { return nil }
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + width <= bytes.count else { return nil }
    var number = UInt32(first) & (width == 4 ? 0x07 : width == 3 ? 0x0F : 0x1F)
    for next in bytes[(index + 1)..<(index + width)] { number = number << 6 | UInt32(next & 0x3F) }
    return Unicode.Scalar(number).map { ($0, width) }
  }

  private func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  private mutating func add(_ kind: Lexeme.Kind, _ text: String, from start: Int) {
    lexemes.append(
      Lexeme(kind: kind, text: text, keyword: kind == .word ? text.uppercased() : "", start: start, end: place))
  }

  private mutating func run() throws(CypherError) {
    while true {
      try skipBlanks()
      guard let (scalar, width) = scalar(at: place) else { break }
      let start = place
      switch scalar {
      case "'", "\"": try string(quote: bytes[place])
      case "`": add(.quotedName, try quotedName(), from: start)
      case "$": try parameter()
      case "0"..."9": try number()
      case "." where byte(1).map(Self.isDigit) == true && !followsOperand: try number()
      default:
        if Self.startsName(scalar) {
          place += width
          skipName()
          add(.word, text(start, place), from: start)
        } else if scalar.isASCII, let sign = Self.sign(bytes[place], byte(1)) {
          place += sign
          add(.sign, text(start, place), from: start)
        } else {
          throw CypherError(
            .syntax, scalar.isASCII ? .unexpectedSyntax : .invalidUnicodeCharacter,
            "The character \(scalar) has no meaning here.", at: start)
        }
      }
    }
    add(.end, "", from: place)
  }

  /// Whether the last lexeme can end an operand, so that a point after it is not the start of a number.
  private var followsOperand: Bool {
    guard let last = lexemes.last, last.end == place else { return false }
    switch last.kind {
    case .word, .quotedName, .parameter, .string, .integer, .float: return true
    case .sign: return [")", "]", "}", ".."].contains(last.text)
    case .end: return false
    }
  }

  private mutating func skipBlanks() throws(CypherError) {
    while let (scalar, width) = scalar(at: place) {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        place += width
      } else if scalar == "/" && byte(1) == UInt8(ascii: "/") {
        while let next = byte(), next != UInt8(ascii: "\n") { place += 1 }
      } else if scalar == "/" && byte(1) == UInt8(ascii: "*") {
        let start = place
        place += 2
        while byte() != nil && !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) { place += 1 }
        guard byte() != nil else {
          throw CypherError(.syntax, .unexpectedSyntax, "The comment has no end.", at: start)
        }
        place += 2
      } else {
        return
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte) - 48
    case 65...70: UInt32(byte) - 55
    case 97...102: UInt32(byte) - 87
    default: nil
    }
  }

  private static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
    return scalar.properties.isXIDStart
  }

  private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return startsName(scalar) || ("0"..."9").contains(scalar) }
    return scalar.properties.isXIDContinue
  }

  private mutating func skipName() {
    while let (scalar, width) = scalar(at: place), Self.continuesName(scalar) { place += width }
  }

  /// Number of bytes of the sign that starts with a byte; nil where none does.
  private static func sign(_ first: UInt8, _ second: UInt8?) -> Int? {
    let pair = second.map { [first, $0] } ?? [first]
    for two in ["<=", ">=", "<>", "=~", "+=", ".."] where Array(two.utf8) == pair { return 2 }
    return "()[]{},.:;|+-*/%^=<>".utf8.contains(first) ? 1 : nil
  }

  private mutating func quotedName() throws(CypherError) -> String {
    let start = place
    place += 1
    var name: [UInt8] = []
    while let next = byte() {
      place += 1
      if next != UInt8(ascii: "`") {
        name.append(next)
      } else if byte() == UInt8(ascii: "`") {
        name.append(next)
        place += 1
      } else {
        return String(decoding: name, as: UTF8.self)
      }
    }
    throw CypherError(.syntax, .unexpectedSyntax, "The name in backticks has no end.", at: start)
  }

  private mutating func parameter() throws(CypherError) {
    let start = place
    place += 1
    if byte() == UInt8(ascii: "`") { return add(.parameter, try quotedName(), from: start) }
    let nameStart = place
    skipName()
    guard place > nameStart else {
      throw CypherError(.syntax, .unexpectedSyntax, "A parameter's name must follow the $.", at: start)
    }
    add(.parameter, text(nameStart, place), from: start)
  }

  private mutating func string(quote: UInt8) throws(CypherError) {
    let start = place
    place += 1
    var content: [UInt8] = []
    while let next = byte() {
      place += 1
      if next == quote { return add(.string, String(decoding: content, as: UTF8.self), from: start) }
      if next != UInt8(ascii: "\\") {
        content.append(next)
        continue
      }
      guard let escape = byte() else { break }
      place += 1
      switch Unicode.Scalar(escape) {
      case "n": content.append(10)
      case "t": content.append(9)
      case "r": content.append(13)
      case "b": content.append(8)
      case "f": content.append(12)
      case "u": content += try escapedScalar(digits: 4, from: place - 2)
      case "U": content += try escapedScalar(digits: 8, from: place - 2)
      default: content.append(escape)
      }
    }
    throw CypherError(.syntax, .unexpectedSyntax, "The text has no closing quote.", at: start)
  }

  private mutating func hexadecimal(_ digits: Int, from start: Int) throws(CypherError) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<digits {
      guard let next = byte(), let digit = Self.hexadecimalDigit(next) else {
        throw CypherError(
          .syntax, .invalidUnicodeLiteral, "\\u takes four hexadecimal digits, \\U eight.", at: start)
      }
      number = number << 4 | digit
      place += 1
    }
    return number
  }

  private mutating func escapedScalar(digits: Int, from start: Int) throws(CypherError) -> [UInt8] {
    var number = try hexadecimal(digits, from: start)
    if (0xD800..<0xDC00).contains(number), byte() == UInt8(ascii: "\\"), byte(1) == UInt8(ascii: "u") {
      place += 2
      let low = try hexadecimal(4, from: start)
      if (0xDC00..<0xE000).contains(low) { number = 0x10000 + (number - 0xD800) << 10 + (low - 0xDC00) }
    }
    guard let scalar = Unicode.Scalar(number) else {
      throw CypherError(.syntax, .invalidUnicodeLiteral, "There is no such Unicode character.", at: start)
    }
    return Array(String(scalar).utf8)
  }

  private mutating func number() throws(CypherError) {
    let start = place
    var isFloat = false
    func digits(_ lexer: inout Lexer) { while let next = lexer.byte(), Self.isDigit(next) { lexer.place += 1 } }
    if byte() == UInt8(ascii: "0"), let mark = byte(1), mark == UInt8(ascii: "x") || mark == UInt8(ascii: "o") {
      place += 2
    } else {
      digits(&self)
      if byte() == UInt8(ascii: "."), let next = byte(1), Self.isDigit(next) {
        isFloat = true
        place += 1
        digits(&self)
      }
      if byte() == UInt8(ascii: "e") || byte() == UInt8(ascii: "E") {
        let signed = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+")
        if let next = byte(signed ? 2 : 1), Self.isDigit(next) {
          isFloat = true
          place += signed ? 2 : 1
          digits(&self)
        }
      }
    }
    // Letters that belong to no number make the whole an ill-formed one, which the parser reports.
    skipName()
    add(isFloat ? .float : .integer, text(start, place), from: start)
  }

  private mutating func pairBrackets() {
    var open: [Int] = []
    for index in lexemes.indices where lexemes[index].kind == .sign {
      switch lexemes[index].text {
      case "(", "[", "{": open.append(index)
      case ")", "]", "}":
        guard let last = open.popLast() else { return }
        lexemes[last].partner = index
      default: break
      }
    }
  }
}
