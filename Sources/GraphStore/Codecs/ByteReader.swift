import GraphModel

/// Reads what `ByteWriter` wrote; any other bytes are an error, never a trap.
public struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  /// Number of bytes that were read.
  public private(set) var position = 0

  /// Lists deeper than this are refused.
  private static let maximumDepth = 32

  /// Reads bytes that stay valid meanwhile.
  public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether everything was read.
  public var isAtEnd: Bool { position == bytes.count }

  /// Reads a record held in an array.
  public static func read<T>(_ bytes: [UInt8], _ body: (inout ByteReader) throws -> T) throws -> T {
    try bytes.withUnsafeBytes { raw in
      var reader = ByteReader(raw)
      return try body(&reader)
    }
  }

  /// The next byte.
  public mutating func byte() throws(StoreError) -> UInt8 {
    guard position < bytes.count else { throw .damaged("a record ends early") }
    defer { position += 1 }
    return bytes[position]
  }

  /// The next number of 64 bits.
  public mutating func unsigned() throws(StoreError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
      guard shift < 64 else { throw .damaged("a number is too long") }
    }
  }

  /// A number that is not negative and fits in 48 bits: sizes, places, indices.
  public mutating func number() throws(StoreError) -> Int {
    let value = try unsigned()
    guard value < 1 << 48 else { throw .damaged("a number is out of range") }
    return Int(value)
  }

  /// A number of elements that each take at least one byte.
  public mutating func count() throws(StoreError) -> Int {
    let value = try number()
    guard value <= bytes.count - position else { throw .damaged("a list is longer than its record") }
    return value
  }

  /// The next number of either sign.
  public mutating func signed() throws(StoreError) -> Int64 {
    let value = try unsigned()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  /// The next double.
  public mutating func double() throws(StoreError) -> Double {
    var bits: UInt64 = 0
    for shift in 0..<8 { bits |= UInt64(try byte()) << UInt64(shift * 8) }
    return Double(bitPattern: bits)
  }

  /// The next text.
  public mutating func text() throws(StoreError) -> String {
    let length = try count()
    defer { position += length }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[position..<position + length]), as: UTF8.self)
  }

  /// The next bytes as they are.
  public mutating func bytes(_ length: Int) throws(StoreError) -> [UInt8] {
    guard length <= bytes.count - position else { throw .damaged("a record ends early") }
    defer { position += length }
    return Array(bytes[position..<position + length])
  }

  /// Goes past some bytes.
  public mutating func skip(_ length: Int) throws(StoreError) {
    guard length <= bytes.count - position else { throw .damaged("a record ends early") }
    position += length
  }

  /// Goes past named values.
  public mutating func skipProperties() throws(StoreError) {
    for _ in 0..<(try count()) {
      try skip(try count())
      try skipValue()
    }
  }

  /// Goes past a value: a text without making it, any other as it comes.
  private mutating func skipValue() throws(StoreError) {
    guard position < bytes.count, bytes[position] == 5 else {
      _ = try value()
      return
    }
    position += 1
    try skip(try count())
  }

  /// Goes past spans; their number.
  mutating func skipSpans() throws(StoreError) -> Int {
    let count = try count()
    for _ in 0..<count {
      _ = try unsigned()
      _ = try unsigned()
    }
    return count
  }

  /// The next value.
  public mutating func value(depth: Int = 0) throws(StoreError) -> PropertyValue {
    switch try byte() {
    case 1: return .boolean(false)
    case 2: return .boolean(true)
    case 3: return .integer(try signed())
    case 4: return .float(try double())
    case 5: return .string(try text())
    case 6:
      guard depth < Self.maximumDepth else { throw .damaged("lists are nested too deeply") }
      var items: [PropertyValue] = []
      for _ in 0..<(try count()) { items.append(try value(depth: depth + 1)) }
      return .list(items)
    case 7: return .date(DateValue(epochDay: try signed()))
    case 8: return .localTime(try localTime())
    case 9: return .time(TimeValue(local: try localTime(), offset: try offset()))
    case 10: return .localDateTime(try localDateTime())
    case 11: return .dateTime(DateTimeValue(local: try localDateTime(), offset: try offset()))
    case 12: return .dateTime(DateTimeValue(local: try localDateTime(), offset: try offset(), zone: try text()))
    case 13:
      return .duration(
        DurationValue(months: try signed(), days: try signed(), seconds: try signed(), nanoseconds: try signed()))
    default: throw .damaged("a value of an unknown kind")
    }
  }

  private mutating func localTime() throws(StoreError) -> LocalTimeValue {
    let nanosecond = try signed()
    guard (0..<LocalTimeValue.nanosecondsADay).contains(nanosecond) else { throw .damaged("a time is out of range") }
    return LocalTimeValue(nanosecondOfDay: nanosecond)
  }

  private mutating func localDateTime() throws(StoreError) -> LocalDateTimeValue {
    LocalDateTimeValue(date: DateValue(epochDay: try signed()), time: try localTime())
  }

  private mutating func offset() throws(StoreError) -> Int32 {
    guard let offset = Int32(exactly: try signed()) else { throw .damaged("an offset is out of range") }
    return offset
  }

  /// The next named values.
  public mutating func properties() throws(StoreError) -> [String: PropertyValue] {
    var result: [String: PropertyValue] = [:]
    for _ in 0..<(try count()) {
      let key = try text()
      result[key] = try value()
    }
    return result
  }

  /// The next spans.
  public mutating func spans() throws(StoreError) -> [Span] {
    var result: [Span] = []
    var last = 0
    for _ in 0..<(try count()) {
      let start = last &+ Int(try signed())
      let length = try number()
      guard start >= 0, start < 1 << 48 else { throw .damaged("a span starts outside of its text") }
      result.append(Span(start, start + length))
      last = start
    }
    return result
  }
}
