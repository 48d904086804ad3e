import GraphModel

/// A document's text in about two bytes a character: a mark, then ASCII in one byte, what Chinese documents are made of in
/// two, everything else in four. Texts that earlier programs kept are UTF-8, which never begins with the mark.
enum TextCodec {
  private static let mark: UInt8 = 0xFF
  private static let escape: UInt8 = 0xFF

  /// Runs of code points, with the number of two bytes that stands for the first of each: Chinese and its punctuation,
  /// full-width forms, punctuation and symbols, other alphabets.
  private static let ranges: [(scalars: Range<UInt32>, code: UInt32)] = [
    (0x3000..<0xA000, 0), (0xFF00..<0xFFF0, 0x7000), (0x2000..<0x2700, 0x7100), (0x80..<0x600, 0x7800),
  ]

  static func encode(_ text: ScalarText) -> [UInt8] {
    guard !text.isEmpty else { return [] }
    return [UInt8](unsafeUninitializedCapacity: 1 + text.count * 4) { bytes, count in
      bytes[0] = mark
      var place = 1
      let ranges = ranges
      for scalar in text.scalars {
        let value = scalar.value
        if value < 0x80 {
          bytes[place] = UInt8(truncatingIfNeeded: value)
          place += 1
        } else if (0x3000..<0xA000).contains(value) {
          // The first range, of which nearly all texts are.
          bytes[place] = 0x80 | UInt8(truncatingIfNeeded: (value - 0x3000) >> 8)
          bytes[place + 1] = UInt8(truncatingIfNeeded: value - 0x3000)
          place += 2
        } else if let range = ranges.first(where: { $0.scalars.contains(value) }) {
          let code = value - range.scalars.lowerBound + range.code
          bytes[place] = 0x80 | UInt8(truncatingIfNeeded: code >> 8)
          bytes[place + 1] = UInt8(truncatingIfNeeded: code)
          place += 2
        } else {
          bytes[place] = escape
          for index in 1...3 { bytes[place + index] = UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * index)) }
          place += 4
        }
      }
      count = place
    }
  }

  static func decode(_ bytes: UnsafeRawBufferPointer) throws(StoreError) -> ScalarText {
    guard bytes.first == mark else { return ScalarText(String(decoding: bytes, as: UTF8.self)) }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count)
    var place = 1
    while place < bytes.count {
      let lead = UInt32(bytes[place])
      let length = lead < 0x80 ? 1 : lead < UInt32(escape) ? 2 : 4
      guard place + length <= bytes.count else { throw .damaged("a text ends early") }
      var value = lead
      if length == 2 {
        let code = (lead & 0x7F) << 8 | UInt32(bytes[place + 1])
        guard let range = ranges.first(where: { $0.code + UInt32($0.scalars.count) > code && $0.code <= code }) else {
          throw .damaged("a text has a character that is not there")
        }
        value = code - range.code + range.scalars.lowerBound
      } else if length == 4 {
        value = UInt32(bytes[place + 1]) << 16 | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
      }
      guard let scalar = Unicode.Scalar(value) else { throw .damaged("a text has a character that is not there") }
      scalars.append(scalar)
      place += length
    }
    return ScalarText(scalars)
  }
}
