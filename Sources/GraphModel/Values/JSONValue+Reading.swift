/// Why bytes are no JSON text.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: String, Hashable, Sendable {
    /// The text ends too early.
    case unexpectedEnd
    /// Something else was expected here.
    case unexpectedByte
    /// A number is not written as JSON writes numbers.
    case badNumber
    /// A text holds a bare control character, an unknown escape or bytes that are not UTF-8.
    case badString
    /// Lists and objects are nested deeper than `JSONValue.maximumDepth`.
    case tooDeep
    /// Something follows the value.
    case trailingBytes
  }
  /// What is wrong.
  public var reason: Reason
  /// The byte at which it shows, from 0.
  public var offset: Int

  /// What is wrong and where, in English.
  public var summary: String {
    let what =
      switch reason {
      case .unexpectedEnd: "it ends too early"
      case .unexpectedByte: "it is no JSON here"
      case .badNumber: "a number is not written as JSON writes numbers"
      case .badString: "a text holds a bare control character, an unknown escape or invalid bytes"
      case .tooDeep: "it is nested too deeply"
      case .trailingBytes: "something follows after its end"
      }
    return "\(what) (byte \(offset))"
  }

  /// Says what is wrong at a byte.
  public init(reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension JSONValue {
  /// How deep lists and objects may be nested, so that no input can exhaust the stack.
  public static let maximumDepth = 256

  /// Reads one JSON text in UTF-8 with nothing but blanks around it.
  ///
  /// - Throws: `JSONError`.
  public init(parsing bytes: some Sequence<UInt8>) throws(JSONError) {
    var reader = JSONReader(bytes: Array(bytes))
    self = try reader.document()
  }

  /// Reads one JSON text with nothing but blanks around it.
  ///
  /// - Throws: `JSONError`.
  public init(parsing text: String) throws(JSONError) { try self.init(parsing: text.utf8) }
}

private struct JSONReader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let value = try self.value(depth: 0)
    skipBlanks()
    guard position == bytes.count else { throw error(.trailingBytes) }
    return value
  }

  private func error(_ reason: JSONError.Reason) -> JSONError { JSONError(reason: reason, offset: position) }

  private mutating func skipBlanks() {
    while position < bytes.count, [32, 9, 10, 13].contains(bytes[position]) { position += 1 }
  }

  private mutating func peek() throws(JSONError) -> UInt8 {
    skipBlanks()
    guard position < bytes.count else { throw error(.unexpectedEnd) }
    return bytes[position]
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= JSONValue.maximumDepth else { throw error(.tooDeep) }
    switch try peek() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw error(.unexpectedByte)
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw error(.unexpectedByte) }
    position += word.utf8.count
    return value
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var items: [JSONValue] = []
    if try peek() == UInt8(ascii: "]") {
      position += 1
      return .array([])
    }
    while true {
      items.append(try value(depth: depth + 1))
      if try isLast(close: UInt8(ascii: "]")) { return .array(items) }
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    if try peek() == UInt8(ascii: "}") {
      position += 1
      return .object([])
    }
    while true {
      guard try peek() == UInt8(ascii: "\"") else { throw error(.unexpectedByte) }
      let key = try string()
      guard try peek() == UInt8(ascii: ":") else { throw error(.unexpectedByte) }
      position += 1
      members.append(JSONValue.Member(key, try value(depth: depth + 1)))
      if try isLast(close: UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func isLast(close: UInt8) throws(JSONError) -> Bool {
    let next = try peek()
    guard next == close || next == UInt8(ascii: ",") else { throw error(.unexpectedByte) }
    position += 1
    return next == close
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    func isDigit(_ index: Int) -> Bool { index < bytes.count && (48...57).contains(bytes[index]) }
    var isWhole = true
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    guard isDigit(position) else { throw error(.badNumber) }
    if bytes[position] == 48 {
      position += 1
      if isDigit(position) { throw error(.badNumber) }
    }
    while isDigit(position) { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      guard isDigit(position) else { throw error(.badNumber) }
      while isDigit(position) { position += 1 }
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: "e") || bytes[position] == UInt8(ascii: "E") {
      isWhole = false
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position += 1
      }
      guard isDigit(position) else { throw error(.badNumber) }
      while isDigit(position) { position += 1 }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let number = Int64(text) { return .integer(number) }
    guard let number = Double(text), number.isFinite else { throw error(.badNumber) }
    return .number(number)
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    var buffer: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: buffer, as: UTF8.self) else { throw error(.badString) }
        position += 1
        return text
      case UInt8(ascii: "\\"): try escape(into: &buffer)
      case 0..<32: throw error(.badString)
      default:
        buffer.append(byte)
        position += 1
      }
    }
    throw error(.unexpectedEnd)
  }

  private mutating func escape(into buffer: inout [UInt8]) throws(JSONError) {
    guard position + 1 < bytes.count else { throw error(.unexpectedEnd) }
    switch bytes[position + 1] {
    case UInt8(ascii: "n"): buffer.append(10)
    case UInt8(ascii: "t"): buffer.append(9)
    case UInt8(ascii: "r"): buffer.append(13)
    case UInt8(ascii: "b"): buffer.append(8)
    case UInt8(ascii: "f"): buffer.append(12)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(bytes[position + 1])
    case UInt8(ascii: "u"):
      var unit = try hexadecimal(at: position + 2)
      position += 6
      if (0xD800..<0xDC00).contains(unit), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      {
        let low = try hexadecimal(at: position + 2)
        if (0xDC00..<0xE000).contains(low) {
          position += 6
          unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        }
      }
      // A lone half of a surrogate pair denotes no character.
      buffer.append(contentsOf: UTF8.encode(Unicode.Scalar(unit) ?? "\u{FFFD}")!)
      return
    default: throw error(.badString)
    }
    position += 2
  }

  private func hexadecimal(at start: Int) throws(JSONError) -> UInt32 {
    guard start + 4 <= bytes.count else { throw error(.unexpectedEnd) }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case 48...57: value = value << 4 | UInt32(byte - 48)
      case 65...70: value = value << 4 | UInt32(byte - 55)
      case 97...102: value = value << 4 | UInt32(byte - 87)
      default: throw error(.badString)
      }
    }
    return value
  }
}
