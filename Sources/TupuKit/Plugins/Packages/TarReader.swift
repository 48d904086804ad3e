/// Reads tar archives (POSIX.1-2001 ustar and pax, GNU long names) as their bytes come.
struct TarReader {
  /// What the bytes that come next belong to.
  private enum Part {
    case header
    /// A file's content, a long name, a pax header: so many bytes are still to come, then so many that fill a block.
    case content(Kind, left: Int, padding: Int)
    case padding(Int)
    /// Behind the block of zeros that ends an archive.
    case end
  }

  private enum Kind {
    case file(name: String, isProgram: Bool)
    case longName, pax
    case ignored
  }

  private static let block = 512
  /// The longest name or pax header that is read, in bytes.
  private static let longestText = 1 << 16

  private var entries: [PackageEntry] = []
  private var part = Part.header
  private var buffer: [UInt8] = []
  private var total = 0
  private var longName: String?

  /// The files of a packed archive; links and devices are refused.
  ///
  /// Nothing is unpacked behind what is refused or the archive's end.
  /// - Throws: `PackageError`.
  static func entries(gzip packed: [UInt8]) throws(PackageError) -> [PackageEntry] {
    var reader = TarReader()
    try Inflater.inflate(packed[...], .gzip) { piece throws(PackageError) in try reader.take(piece) }
    switch reader.part {
    case .end, .padding: break
    case .header: guard reader.buffer.isEmpty else { throw .damaged }
    case .content: throw .damaged
    }
    return reader.entries
  }

  /// Reads on; whether there may be more.
  private mutating func take(_ piece: UnsafeBufferPointer<UInt8>) throws(PackageError) -> Bool {
    var rest = piece[...]
    while !rest.isEmpty {
      switch part {
      case .end: return false
      case .padding(let count):
        let taken = min(count, rest.count)
        rest = rest.dropFirst(taken)
        part = taken < count ? .padding(count - taken) : .header
      case .header:
        let taken = min(Self.block - buffer.count, rest.count)
        buffer.append(contentsOf: rest.prefix(taken))
        rest = rest.dropFirst(taken)
        if buffer.count == Self.block { try readHeader() }
      case .content(let kind, let left, let padding):
        let taken = min(left, rest.count)
        if case .ignored = kind {} else { buffer.append(contentsOf: rest.prefix(taken)) }
        rest = rest.dropFirst(taken)
        part = .content(kind, left: left - taken, padding: padding)
        if taken == left { try finish(kind, padding: padding) }
      }
    }
    return true
  }

  private mutating func readHeader() throws(PackageError) {
    let header = buffer[...]
    defer { buffer = [] }
    guard header.contains(where: { $0 != 0 }) else {
      part = .end
      return
    }
    guard Self.isWhole(header) else { throw .damaged }
    let size = try Self.number(header, 124, 12)
    let name = longName ?? Self.path(header)
    let kind: Kind
    switch header[156] {
    case 0, UInt8(ascii: "0"):
      kind = .file(name: name, isProgram: try Self.number(header, 100, 8) & 0o100 != 0)
      guard size <= PackageEntry.maximumBytes - total, entries.count < PackageEntry.maximumCount else {
        throw .tooLarge
      }
      total += size
      longName = nil
    case UInt8(ascii: "5"):
      kind = .ignored
      longName = nil
    case UInt8(ascii: "g"): kind = .ignored
    case UInt8(ascii: "L"): kind = .longName
    case UInt8(ascii: "x"): kind = .pax
    default: throw .notAFile(name)
    }
    if case .file = kind {} else { guard size <= Self.longestText else { throw .tooLarge } }
    let padding = (Self.block - size % Self.block) % Self.block
    part = .content(kind, left: size, padding: padding)
    if size == 0 {
      buffer = []
      try finish(kind, padding: padding)
    }
  }

  private mutating func finish(_ kind: Kind, padding: Int) throws(PackageError) {
    let content = buffer
    buffer = []
    part = padding > 0 ? .padding(padding) : .header
    switch kind {
    case .file(let name, let isProgram):
      entries.append(PackageEntry(path: name, bytes: content, isProgram: isProgram))
    case .longName: longName = Self.text(content[...])
    case .pax: longName = try Self.paxPath(content[...]) ?? longName
    case .ignored: break
    }
  }

  /// Whether the header's checksum is right: the sum of its bytes, the checksum's own taken for blanks.
  private static func isWhole(_ header: ArraySlice<UInt8>) -> Bool {
    guard let wanted = try? number(header, 148, 8) else { return false }
    var sum = 0
    for (index, byte) in header.enumerated() { sum += (148..<156).contains(index) ? 32 : Int(byte) }
    return sum == wanted
  }

  private static func path(_ header: ArraySlice<UInt8>) -> String {
    let start = header.startIndex
    let name = text(header[start..<start + 100])
    let isUstar = header[start + 257..<start + 262].elementsEqual("ustar".utf8)
    let prefix = isUstar ? text(header[start + 345..<start + 500]) : ""
    return prefix.isEmpty ? name : "\(prefix)/\(name)"
  }

  /// The `path` of a pax header: records of the form `LENGTH KEY=VALUE\n`.
  private static func paxPath(_ content: ArraySlice<UInt8>) throws(PackageError) -> String? {
    var rest = content
    while let blank = rest.firstIndex(of: 32) {
      guard let length = Int(String(decoding: rest[..<blank], as: UTF8.self)), length > 0, length <= rest.count,
        rest.startIndex + length > blank
      else { throw .damaged }
      let record = String(decoding: rest[(blank + 1)..<rest.startIndex + length], as: UTF8.self)
      if record.hasPrefix("path=") { return String(record.dropFirst(5).dropLast()) }
      // A size here outdoes the header's: what would come next is not what the header says.
      if record.hasPrefix("size=") { throw .tooLarge }
      rest = rest.dropFirst(length)
    }
    return nil
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// An octal number, or one in base 256, which only sizes of 8 GiB and more need.
  private static func number(_ header: ArraySlice<UInt8>, _ start: Int, _ count: Int) throws(PackageError) -> Int {
    let field = header[header.startIndex + start..<header.startIndex + start + count]
    if let first = field.first, first & 0x80 != 0 { throw .tooLarge }
    let digits = String(decoding: field.filter { $0 != 0 && $0 != 32 }, as: UTF8.self)
    guard let number = digits.isEmpty ? 0 : Int(digits, radix: 8), number >= 0 else { throw .damaged }
    return number
  }
}
