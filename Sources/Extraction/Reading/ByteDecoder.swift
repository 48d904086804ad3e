import GraphModel
import Glibc

/// Decodes bytes strictly: what is not valid is an error with its offset, never a replacement character.
enum ByteDecoder {
  /// The scalars of the bytes from an offset on.
  ///
  /// - Throws: `ReadingError.malformed` with the offset of the first byte that is not valid.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, as encoding: CharacterEncoding) throws
    -> [Unicode.Scalar]
  {
    switch encoding {
    case .utf8:
      let (scalars, stop) = utf8(bytes, from: start)
      guard stop == bytes.count else { throw ReadingError.malformed(encoding: encoding.rawValue, offset: stop) }
      return scalars
    case .utf16LittleEndian: return try utf16(bytes, from: start, high: 1, encoding)
    case .utf16BigEndian: return try utf16(bytes, from: start, high: 0, encoding)
    case .gb18030, .big5:
      let (scalars, stop) = try iconv(bytes, from: start, encoding)
      guard stop == bytes.count else { throw ReadingError.malformed(encoding: encoding.rawValue, offset: stop) }
      return scalars
    }
  }

  /// The length of the well-formed UTF-8 sequence at an index (Unicode 15, table 3-7), or 0.
  @inline(__always)
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    func follows(_ distance: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      index + distance < bytes.count && bytes[index + distance] >= low && bytes[index + distance] <= high
    }
    // Nearly all of a Chinese text.
    if (0xE1...0xEC).contains(lead) { return follows(1) && follows(2) ? 3 : 0 }
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80, 0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80, 0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  /// The scalars up to the first malformed byte, and its offset.
  static func utf8(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (scalars: [Unicode.Scalar], stop: Int) {
    var index = start
    // Chinese text has a scalar in three bytes; what plain ASCII needs beyond that is added once.
    let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count - start) { buffer, count in
      while index < bytes.count {
        let lead = UInt32(bytes[index])
        let length = sequenceLength(bytes, at: index)
        let value: UInt32
        switch length {
        case 1: value = lead
        case 2: value = (lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
        case 3:
          value = (lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        case 4:
          value =
            (lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
            | UInt32(bytes[index + 3] & 0x3F)
        default: return
        }
        buffer.initializeElement(at: count, to: Unicode.Scalar(value) ?? "\u{FFFD}")
        count += 1
        index += length
      }
    }
    return (scalars, index)
  }

  private static func utf16(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, high: Int, _ encoding: CharacterEncoding
  ) throws -> [Unicode.Scalar] {
    func unit(_ index: Int) -> UInt32 { UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + 1 - high]) }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity((bytes.count - start) / 2)
    var index = start
    while index + 1 < bytes.count {
      let first = unit(index)
      if let scalar = Unicode.Scalar(first) {
        scalars.append(scalar)
        index += 2
        continue
      }
      guard first < 0xDC00, index + 3 < bytes.count, case let second = unit(index + 2), second & 0xFC00 == 0xDC00,
        let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
      else { throw ReadingError.malformed(encoding: encoding.rawValue, offset: index) }
      scalars.append(scalar)
      index += 4
    }
    guard index == bytes.count else { throw ReadingError.malformed(encoding: encoding.rawValue, offset: index) }
    return scalars
  }

  /// The scalars up to the first malformed byte, and its offset.
  ///
  /// - Throws: `ReadingError.unknownEncoding` where the system's `iconv` lacks the converter.
  static func iconv(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ encoding: CharacterEncoding) throws -> (
    scalars: [Unicode.Scalar], stop: Int
  ) {
    let failure = iconv_t(bitPattern: -1)
    guard let name = encoding.iconvName, let handle = iconv_open("UTF-32LE", name), handle != failure else {
      throw ReadingError.unknownEncoding(encoding.rawValue)
    }
    defer { iconv_close(handle) }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity((bytes.count - start) / 2)
    var input = UnsafeMutablePointer(mutating: UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self))
      .map { $0 + start }
    var left = bytes.count - start
    var block = [UInt32](repeating: 0, count: 8192)
    while left > 0 {
      let before = left
      let room = block.count * 4
      let free = block.withUnsafeMutableBytes { raw -> Int in
        var output = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
        var free = room
        _ = Glibc.iconv(handle, &input, &left, &output, &free)
        return free
      }
      for value in block[..<((room - free) / 4)] { scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
      // No progress with an empty block: the next byte is malformed or cut off.
      if left == before { break }
    }
    return (scalars, bytes.count - left)
  }
}
