/// Reads tar archives (POSIX.1-2001 ustar and pax, GNU long names).
enum TarReader {
  private static let block = 512

  /// The files of an archive; links and devices are refused.
  ///
  /// - Throws: `PackageError`.
  static func entries(_ bytes: [UInt8]) throws(PackageError) -> [PackageEntry] {
    var entries: [PackageEntry] = []
    var position = 0
    var longName: String?
    while position + block <= bytes.count {
      let header = bytes[position..<position + block]
      guard header.contains(where: { $0 != 0 }) else { break }
      guard isWhole(header) else { throw .damaged }
      let size = try number(header, 124, 12)
      let start = position + block
      guard size <= bytes.count - start else { throw .damaged }
      let content = bytes[start..<start + size]
      position = start + (size + block - 1) / block * block
      let name = longName ?? path(header)
      switch header[header.startIndex + 156] {
      case 0, UInt8(ascii: "0"):
        let isProgram = try number(header, 100, 8) & 0o100 != 0
        entries.append(PackageEntry(path: name, bytes: Array(content), isProgram: isProgram))
        longName = nil
      case UInt8(ascii: "5"): longName = nil
      case UInt8(ascii: "L"): longName = text(content)
      case UInt8(ascii: "x"): longName = try paxPath(content) ?? longName
      case UInt8(ascii: "g"): break
      default: throw .notAFile(name)
      }
      guard entries.count <= PackageEntry.maximumCount else { throw .tooLarge }
    }
    return entries
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
      rest = rest.dropFirst(length)
    }
    return nil
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// An octal number.
  private static func number(_ header: ArraySlice<UInt8>, _ start: Int, _ count: Int) throws(PackageError) -> Int {
    let field = header[header.startIndex + start..<header.startIndex + start + count]
    let digits = String(decoding: field.filter { $0 != 0 && $0 != 32 }, as: UTF8.self)
    guard let number = digits.isEmpty ? 0 : Int(digits, radix: 8), number >= 0 else { throw .damaged }
    return number
  }
}
