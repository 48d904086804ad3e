/// Writes JSON (RFC 8259) piece by piece into UTF-8 bytes, with commas where they belong.
///
/// The caller keeps objects and arrays balanced. Besides what the standard demands, control characters that a terminal
/// obeys (U+007F to U+009F) and the line separators U+2028 and U+2029 are written as `\u….`, so that output is one line
/// everywhere and harmless on a screen.
public struct JSONStream: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private let indent: Int
  private var depth = 0
  private var needsComma = false
  private var isAfterKey = false

  /// Starts an empty text; `indent` is the number of blanks a level, 0 for one line.
  public init(indent: Int = 0) { self.indent = indent }

  /// The text so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands over the bytes so far and starts anew at the same depth, so that long output can be written in pieces.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Opens an object.
  public mutating func beginObject() { open(0x7B) }
  /// Closes an object.
  public mutating func endObject() { close(0x7D) }
  /// Opens an array.
  public mutating func beginArray() { open(0x5B) }
  /// Closes an array.
  public mutating func endArray() { close(0x5D) }

  /// Writes a member's name; its value comes next.
  public mutating func key(_ name: String) {
    prepare()
    quote(name)
    bytes.append(0x3A)
    if indent > 0 { bytes.append(0x20) }
    isAfterKey = true
  }

  /// Writes `null`.
  public mutating func null() { scalar("null") }
  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) { scalar(value ? "true" : "false") }
  /// Writes a whole number.
  public mutating func integer(_ value: some BinaryInteger) { scalar(String(value)) }

  /// Writes a whole number.
  public mutating func integer(_ value: Int64) { integer(Int(value)) }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    prepare()
    if value < 0 { bytes.append(0x2D) }
    var rest = value.magnitude
    var place = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    // The digits came last first.
    var last = bytes.count - 1
    while place < last {
      bytes.swapAt(place, last)
      place += 1
      last -= 1
    }
    needsComma = true
  }

  /// Writes a double with the fewest digits that read back as the same: whole ones as `1.0`, and what JSON cannot say as
  /// `{"$type":"float","value":"NaN"}`, likewise `Infinity` and `-Infinity`.
  public mutating func float(_ value: Double) {
    guard !value.isFinite else { return scalar(value.description) }
    let word = value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity"
    tagged("float", word)
  }

  /// Writes a value.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .boolean(let truth): boolean(truth)
    case .integer(let number): integer(number)
    case .number(let number): if number.isFinite { float(number) } else { null() }
    case .string(let text): string(text)
    case .array(let items):
      beginArray()
      for item in items { self.value(item) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  /// Writes a text.
  public mutating func string(_ value: String) {
    prepare()
    quote(value)
    needsComma = true
  }

  /// Writes `{"$type":TYPE,"value":VALUE}`: the form of values that JSON has no word for.
  public mutating func tagged(_ type: String, _ value: String) {
    beginObject()
    key("$type")
    string(type)
    key("value")
    string(value)
    endObject()
  }

  /// Writes a member with a text.
  public mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// Ends a line, as between the texts of JSON Lines.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    prepare()
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if needsComma { breakLine() }
    bytes.append(bracket)
    needsComma = true
    isAfterKey = false
  }

  private mutating func scalar(_ word: String) {
    prepare()
    bytes.append(contentsOf: word.utf8)
    needsComma = true
  }

  private mutating func prepare() {
    if isAfterKey {
      isAfterKey = false
    } else {
      if needsComma { bytes.append(0x2C) }
      if depth > 0 { breakLine() }
    }
    needsComma = false
  }

  private mutating func breakLine() {
    guard indent > 0 else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent * max(0, depth)))
  }

  private mutating func quote(_ value: String) { Self.quote(value, into: &bytes) }

  /// Adds a text between quotation marks, with what must not stand in it escaped.
  static func quote(_ value: String, into bytes: inout [UInt8]) {
    bytes.append(0x22)
    var value = value
    value.withUTF8 { text in
      var start = 0
      var i = 0
      while i < text.count {
        // Chinese characters and plain letters, which texts consist of, are passed at once.
        guard Self.needsLook[Int(text[i])], let escape = Self.escape(in: text, at: i) else {
          i += 1
          continue
        }
        bytes.append(contentsOf: text[start..<i])
        bytes.append(contentsOf: escape.replacement.utf8)
        i += escape.length
        start = i
      }
      bytes.append(contentsOf: text[start...])
    }
    bytes.append(0x22)
  }

  /// The bytes with which something may begin that is escaped.
  private static let needsLook: [Bool] = (0..<256).map { byte in
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  /// What stands for the scalar at an offset, and how many bytes that scalar has; nil where it stands for itself.
  private static func escape(in text: UnsafeBufferPointer<UInt8>, at i: Int) -> (replacement: String, length: Int)? {
    switch text[i] {
    case 0x22: return ("\\\"", 1)
    case 0x5C: return ("\\\\", 1)
    case 0x08: return ("\\b", 1)
    case 0x09: return ("\\t", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0C: return ("\\f", 1)
    case 0x0D: return ("\\r", 1)
    case 0x00..<0x20, 0x7F: return ("\\u00" + hexadecimal(text[i]), 1)
    case 0xC2 where i + 1 < text.count && text[i + 1] < 0xA0: return ("\\u00" + hexadecimal(text[i + 1]), 2)
    case 0xE2 where i + 2 < text.count && text[i + 1] == 0x80 && (0xA8...0xA9).contains(text[i + 2]):
      return ("\\u20" + hexadecimal(text[i + 2] - 0x80), 3)
    default: return nil
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
