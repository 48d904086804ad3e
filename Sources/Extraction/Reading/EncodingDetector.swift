import Glibc

/// Finds out in which encoding bytes are written: byte order mark, then what the user or the page says, then strict UTF-8,
/// then UTF-16, GB 18030 or Big5 by evidence.
struct EncodingDetector {
  /// What was found: the encoding, and how many bytes of a byte order mark stand before the text.
  struct Finding: Hashable {
    var encoding: CharacterEncoding
    var markLength = 0
    /// The text, where it had to be decoded to be sure.
    var scalars: [Unicode.Scalar]?
  }

  /// As much of the bytes as is looked at for evidence.
  static let sampleSize = 1 << 16

  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The encoding of the bytes.
  ///
  /// - Parameters:
  ///   - named: the user's word, which is taken as it is.
  ///   - isPage: whether a `<meta>` of a page may name the encoding; many pages name another than they are written in,
  ///     so the word counts only where the bytes are not UTF-8.
  /// - Throws: `ReadingError`: `unknownEncoding`, `binary`, or `malformed` for UTF-8 that is broken or cut off.
  func finding(named: String?, isPage: Bool) throws -> Finding {
    if let marked = byteOrderMark { return marked }
    if let named {
      guard let encoding = CharacterEncoding(label: named) else { throw ReadingError.unknownEncoding(named) }
      return Finding(encoding: encoding)
    }
    if hasBinarySignature { throw ReadingError.binary(offset: 0) }
    // Blanks, digits and line ends of UTF-16 have a zero byte; no other text has one.
    if let offset = firstZero {
      guard let wide = wideEncoding else { throw ReadingError.binary(offset: offset) }
      return Finding(encoding: wide)
    }
    let (scalars, error) = ByteDecoder.utf8(bytes, from: 0)
    guard error < bytes.count else {
      if let offset = controlBytes { throw ReadingError.binary(offset: offset) }
      return Finding(encoding: .utf8, scalars: scalars)
    }
    if isDamagedUTF8(from: error) {
      throw ReadingError.malformed(encoding: CharacterEncoding.utf8.rawValue, offset: error)
    }
    if let offset = controlBytes { throw ReadingError.binary(offset: offset) }
    if isPage, let declared = pageEncoding, declared.iconvName != nil { return Finding(encoding: declared) }
    let gb18030 = try evidence(for: .gb18030)
    let big5 = try evidence(for: .big5)
    guard max(gb18030, big5) > 0 else { throw ReadingError.binary(offset: error) }
    return Finding(encoding: big5 > gb18030 ? .big5 : .gb18030)
  }

  private var byteOrderMark: Finding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Finding(encoding: .utf8, markLength: 3) }
    if bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
      return Finding(encoding: .utf16LittleEndian, markLength: 2)
    }
    if bytes.starts(with: [0xFE, 0xFF]) { return Finding(encoding: .utf16BigEndian, markLength: 2) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return Finding(encoding: .gb18030, markLength: 4) }
    return nil
  }

  private static let signatures: [[UInt8]] = [
    Array("%PDF-".utf8), [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], [0x89, 0x50, 0x4E, 0x47], [0x1F, 0x8B],
    [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("{\\rtf".utf8), Array("SQLite format".utf8),
    [0x7F, 0x45, 0x4C, 0x46],
  ]

  private var hasBinarySignature: Bool { Self.signatures.contains { bytes.starts(with: $0) } }

  private var firstZero: Int? {
    guard let base = bytes.baseAddress, let zero = memchr(base, 0, bytes.count) else { return nil }
    return UnsafeRawPointer(base).distance(to: zero)
  }

  /// Where control bytes stand that no text has, if they are more than one in 200.
  private var controlBytes: Int? {
    func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B }
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(Self.sampleSize))
    var count = 0
    for byte in sample where byte < 0x20 && isControl(byte) { count += 1 }
    return count * 200 > sample.count ? sample.firstIndex(where: isControl) : nil
  }

  /// UTF-16 without a mark: nearly all units of one byte order are ASCII, Chinese or the punctuation of Chinese.
  private var wideEncoding: CharacterEncoding? {
    let sample = bytes.prefix(Self.sampleSize)
    guard sample.count >= 8, bytes.count % 2 == 0 else { return nil }
    func plausible(high: Int) -> Int {
      var good = 0
      for index in stride(from: 0, to: sample.count - 1, by: 2) {
        switch UInt16(sample[index + high]) << 8 | UInt16(sample[index + 1 - high]) {
        case 0x4E00...0x9FFF, 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x2010...0x203A, 0x3000...0x301F, 0xFF01...0xFF5E, 0xA0,
          0xB7:
          good += 1
        default: break
        }
      }
      return good * 100 / (sample.count / 2)
    }
    let little = plausible(high: 1)
    let big = plausible(high: 0)
    if little >= 97, little > big { return .utf16LittleEndian }
    if big >= 97, big > little { return .utf16BigEndian }
    return nil
  }

  /// Whether bytes that are not UTF-8 throughout were meant to be: nearly all of their sequences are well-formed, which
  /// text of a two-byte encoding never is for long.
  private func isDamagedUTF8(from error: Int) -> Bool {
    var sequences = 0
    var errors = 0
    var index = 0
    let end = min(bytes.count, max(Self.sampleSize, error + 1))
    while index < end {
      let length = ByteDecoder.sequenceLength(bytes, at: index)
      if length > 2 { sequences += 1 }
      if length == 0 {
        errors += 1
        // The tail of a sequence cut in the middle belongs to the same error.
        index += 1
        while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
      } else {
        index += length
      }
    }
    return sequences >= 2 && sequences >= errors * 12 || sequences >= 1 && errors == 1 && error + 3 >= bytes.count
  }

  /// The encoding that `<meta charset>`, `<meta … content="…charset=…">` or `<?xml encoding?>` names in the first bytes.
  private var pageEncoding: CharacterEncoding? {
    let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    for mark in ["charset=", "encoding="] {
      var rest = head[...]
      while let place = rest.firstRange(ofText: mark) {
        rest = rest[place.upperBound...]
        let label = rest.drop { " \"'".contains($0) }.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        if let encoding = CharacterEncoding(label: label) { return encoding }
      }
    }
    return nil
  }

  /// How often the commonest characters of such documents stand in the bytes when read in an encoding, in thousandths,
  /// less what cannot be read at all.
  private func evidence(for encoding: CharacterEncoding) throws -> Int {
    var start = 0
    var common = 0
    var others = 0
    let end = min(bytes.count, Self.sampleSize)
    let sample = UnsafeBufferPointer(rebasing: bytes[..<end])
    var errors = 0
    while start < end, errors < 1000 {
      let (scalars, stop) = try ByteDecoder.iconv(sample, from: start, encoding)
      for scalar in scalars where scalar.value >= 0x80 {
        if Self.commonScalars.contains(scalar) { common += 1 } else { others += 1 }
      }
      if stop < end { errors += 1 }
      start = stop + 1
    }
    return max(0, (common - errors) * 1000 / max(1, common + others))
  }

  private static let commonScalars = Set(
    "的一是不在有了和人大为以中会工业发展市县区年月日要全长委书记议新建设产经济政府项目推进加强重点企业招商资"
      .unicodeScalars
  ).union(
    "為會業發長書記議設產經濟項進強點資縣區，。、：；“”《》「」（）".unicodeScalars)
}

extension Substring {
  /// The range of the first occurrence of an ASCII text.
  fileprivate func firstRange(ofText text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
