/// How numbers lie in a part: each in `width` bits, the lowest first, in blocks of 8,192.
struct NumbersRecord: Hashable {
  /// Numbers of a block; the blocks of any width end on whole bytes.
  static let block = 8192

  /// The part; 0 where all numbers are 0 and nothing is kept.
  var part: Int
  /// How many there are.
  var count: Int
  /// Bits of each: 0 to 56, or 64.
  var width: Int
  /// What all of them are below; 0: no bound.
  var bound: Int

  var blocks: Int { width == 0 ? 0 : (count + Self.block - 1) / Self.block }

  func encode(to writer: inout ByteWriter) {
    writer.number(part)
    writer.number(count)
    writer.number(width)
    writer.number(bound)
  }

  init(part: Int, count: Int, width: Int, bound: Int) {
    self.part = part
    self.count = count
    self.width = width
    self.bound = bound
  }

  init(from reader: inout ByteReader) throws {
    part = try reader.number()
    count = try reader.number()
    width = try reader.number()
    bound = try reader.number()
    guard count <= Int(UInt32.max), width <= 56 || width == 64 else { throw StoreError.damaged("a packed record") }
  }
}

extension PartTable {
  /// Keeps numbers that are below a bound (0: any).
  func write<Number: FixedWidthInteger & UnsignedInteger>(_ numbers: [Number], bound: Int) throws -> NumbersRecord {
    var greatest: Number = 0
    for number in numbers where number > greatest { greatest = number }
    let needed = UInt64(greatest).bitWidth - UInt64(greatest).leadingZeroBitCount
    let width = needed > 56 ? 64 : needed
    guard width > 0 else { return NumbersRecord(part: 0, count: numbers.count, width: 0, bound: bound) }
    let part = try newPart()
    let size = NumbersRecord.block
    try numbers.withUnsafeBufferPointer { numbers in
      var block = 0
      while block * size < numbers.count {
        let slice = UnsafeBufferPointer(rebasing: numbers[block * size..<min(numbers.count, (block + 1) * size)])
        try write(PackedNumbers.pack(slice, width: width), part: part, block: block)
        block += 1
      }
    }
    return NumbersRecord(part: part, count: numbers.count, width: width, bound: bound)
  }
}

/// Numbers read from a part: one by one with the blocks that they need, or all at once.
final class PackedNumbers {
  let record: NumbersRecord
  private let parts: PartTable
  /// Blocks that were needed, each with eight bytes more than it has.
  private var blocks: [[UInt8]]
  private var decoded: [UInt32]?

  init(_ record: NumbersRecord, in parts: PartTable) {
    self.record = record
    self.parts = parts
    blocks = Array(repeating: [], count: record.blocks)
  }

  var count: Int { record.count }

  static func pack<Number: FixedWidthInteger & UnsignedInteger>(
    _ numbers: UnsafeBufferPointer<Number>, width: Int
  ) -> [UInt8] {
    let size = (numbers.count * width + 7) / 8
    return [UInt8](unsafeUninitializedCapacity: size + 8) { buffer, filled in
      let raw = UnsafeMutableRawPointer(buffer.baseAddress!)
      var pending: UInt64 = 0
      var bits = 0
      var place = 0
      for number in numbers {
        let value = UInt64(truncatingIfNeeded: number)
        pending |= value << UInt64(bits)
        bits += width
        if bits >= 64 {
          raw.storeBytes(of: pending.littleEndian, toByteOffset: place, as: UInt64.self)
          place += 8
          bits -= 64
          pending = bits == 0 ? 0 : value >> UInt64(width - bits)
        }
      }
      raw.storeBytes(of: pending.littleEndian, toByteOffset: place, as: UInt64.self)
      filled = size
    }
  }

  /// The number at a place.
  ///
  /// - Throws: `StoreError.damaged`.
  func value(at place: Int) throws -> UInt64 {
    guard place >= 0, place < record.count else { throw StoreError.damaged("a packed place is out of range") }
    guard record.width > 0 else { return 0 }
    if let decoded { return UInt64(decoded[place]) }
    let block = place / NumbersRecord.block
    if blocks[block].isEmpty { blocks[block] = try load(block) }
    let bit = place % NumbersRecord.block * record.width
    let word = blocks[block].withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
    }
    let value = record.width == 64 ? word : word >> UInt64(bit & 7) & (1 << UInt64(record.width) - 1)
    if record.bound > 0, value >= UInt64(record.bound) { throw StoreError.damaged("a packed number is out of range") }
    return value
  }

  /// Lends the numbers of a range of places; they must fit in 32 bits.
  ///
  /// - Throws: `StoreError.damaged`.
  func with<T>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt32>) throws -> T) throws -> T {
    guard range.lowerBound >= 0, range.upperBound <= record.count, record.width <= 32 else {
      throw StoreError.damaged("a packed place is out of range")
    }
    if let decoded { return try decoded.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) } }
    return try withUnsafeTemporaryAllocation(of: UInt32.self, capacity: range.count) { numbers in
      for (index, place) in range.enumerated() {
        numbers.initializeElement(at: index, to: UInt32(truncatingIfNeeded: try value(at: place)))
      }
      return try body(UnsafeBufferPointer(numbers))
    }
  }

  /// Bytes of a block of so many numbers.
  private func size(of block: Int) -> Int {
    (min(NumbersRecord.block, record.count - block * NumbersRecord.block) * record.width + 7) / 8
  }

  private func load(_ block: Int) throws -> [UInt8] {
    try parts.read(part: record.part, block: block) { bytes in
      guard bytes.count == size(of: block) else { throw StoreError.damaged("a packed block has another size") }
      var padded = [UInt8](repeating: 0, count: bytes.count + 8)
      padded.withUnsafeMutableBytes { $0.copyMemory(from: bytes) }
      return padded
    }
  }

  /// All numbers, kept from then on; they must fit in 32 bits.
  ///
  /// - Throws: `StoreError.damaged`.
  func all() throws -> [UInt32] {
    if let decoded { return decoded }
    guard record.width <= 32 else { throw StoreError.damaged("packed numbers are too wide") }
    var numbers = [UInt32](repeating: 0, count: record.count)
    var greatest: UInt32 = 0
    try numbers.withUnsafeMutableBufferPointer { numbers in
      try scan { start, count, bytes in
        greatest = max(
          greatest,
          Self.unpack(
            bytes, width: record.width, into: UnsafeMutableBufferPointer(rebasing: numbers[start..<start + count])))
      }
    }
    if record.bound > 0, record.count > 0, Int(greatest) >= record.bound {
      throw StoreError.damaged("a packed number is out of range")
    }
    blocks = Array(repeating: [], count: record.blocks)
    decoded = numbers
    return numbers
  }

  /// Lends each block, with eight bytes more than it has.
  private func scan(_ body: (_ start: Int, _ count: Int, _ bytes: UnsafeRawBufferPointer) throws -> Void) throws {
    guard record.width > 0 else { return }
    var padded = [UInt8](repeating: 0, count: NumbersRecord.block * record.width / 8 + 8)
    try parts.scan(part: record.part, blocks: record.blocks) { block, bytes in
      guard bytes.count == size(of: block) else { throw StoreError.damaged("a packed block has another size") }
      try padded.withUnsafeMutableBytes { padded in
        padded.copyMemory(from: bytes)
        let start = block * NumbersRecord.block
        try body(start, min(NumbersRecord.block, record.count - start), UnsafeRawBufferPointer(padded))
      }
    }
  }

  /// Unpacks numbers; returns the greatest.
  private static func unpack(
    _ bytes: UnsafeRawBufferPointer, width: Int, into numbers: UnsafeMutableBufferPointer<UInt32>
  ) -> UInt32 {
    guard let base = bytes.baseAddress else { return 0 }
    let mask: UInt64 = 1 << UInt64(width) - 1
    var greatest: UInt32 = 0
    var bit = 0
    for index in numbers.indices {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
      let number = UInt32(truncatingIfNeeded: word >> UInt64(bit & 7) & mask)
      numbers[index] = number
      greatest = max(greatest, number)
      bit += width
    }
    return greatest
  }
}
