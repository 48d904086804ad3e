import GraphModel

/// Writes the store's binary records: LEB128 numbers, zigzag for signed ones, texts as UTF-8 after their length.
public struct ByteWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// A record that holds nothing yet.
  public init() {}

  /// A record that holds nothing yet and has room for some bytes.
  public init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Forgets what was written; the room stays.
  public mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Adds a byte.
  public mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// Adds bytes as they are.
  public mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  /// Adds bytes as they are.
  mutating func append(_ other: UnsafeRawBufferPointer) { bytes.append(contentsOf: other) }

  /// Adds a number that is not negative.
  public mutating func number(_ value: Int) { unsigned(UInt64(bitPattern: Int64(value))) }

  /// Adds a number of either sign.
  public mutating func signed(_ value: Int64) { unsigned(UInt64(bitPattern: value << 1 ^ value >> 63)) }

  /// Adds a number of 64 bits.
  public mutating func unsigned(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Adds a double, bit for bit.
  public mutating func double(_ value: Double) {
    var bits = value.bitPattern
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
    }
  }

  /// Adds a text.
  public mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  /// Adds a value with its kind.
  public mutating func value(_ value: PropertyValue) {
    switch value {
    case .boolean(let truth): byte(truth ? 2 : 1)
    case .integer(let number):
      byte(3)
      signed(number)
    case .float(let number):
      byte(4)
      double(number)
    case .string(let text):
      byte(5)
      self.text(text)
    case .list(let items):
      byte(6)
      number(items.count)
      for item in items { self.value(item) }
    case .date(let date):
      byte(7)
      signed(date.epochDay)
    case .localTime(let time):
      byte(8)
      signed(time.nanosecondOfDay)
    case .time(let time):
      byte(9)
      signed(time.local.nanosecondOfDay)
      signed(Int64(time.offset))
    case .localDateTime(let moment):
      byte(10)
      signed(moment.date.epochDay)
      signed(moment.time.nanosecondOfDay)
    case .dateTime(let moment):
      byte(moment.zone == nil ? 11 : 12)
      signed(moment.local.date.epochDay)
      signed(moment.local.time.nanosecondOfDay)
      signed(Int64(moment.offset))
      if let zone = moment.zone { text(zone) }
    case .duration(let length):
      byte(13)
      signed(length.months)
      signed(length.days)
      signed(length.seconds)
      signed(Int64(length.nanoseconds))
    }
  }

  /// Adds named values, sorted by name.
  public mutating func properties(_ properties: [String: PropertyValue]) {
    number(properties.count)
    guard !properties.isEmpty else { return }
    for (key, value) in properties.sorted(by: { $0.key < $1.key }) {
      text(key)
      self.value(value)
    }
  }

  /// Adds spans in rising order, each as the distance from the last one's start and its length.
  public mutating func spans(_ spans: [Span]) {
    number(spans.count)
    var last = 0
    for span in spans {
      signed(Int64(span.start - last))
      number(span.count)
      last = span.start
    }
  }
}
