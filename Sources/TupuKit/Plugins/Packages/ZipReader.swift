import CZlib

/// Reads zip archives (PKWARE APPNOTE 6.3.10, without zip64 and encryption) by their central directory.
enum ZipReader {
  /// The files of an archive; links are refused.
  ///
  /// - Throws: `PackageError`.
  static func entries(_ bytes: [UInt8]) throws(PackageError) -> [PackageEntry] {
    guard let end = endRecord(bytes) else { throw .damaged }
    let count = try number(bytes, end + 10, 2)
    guard count <= PackageEntry.maximumCount else { throw .tooLarge }
    var place = try number(bytes, end + 16, 4)
    var entries: [PackageEntry] = []
    var total = 0
    for _ in 0..<count {
      guard try number(bytes, place, 4) == 0x0201_4B50 else { throw .damaged }
      let nameLength = try number(bytes, place + 28, 2)
      let next = try place + 46 + nameLength + number(bytes, place + 30, 2) + number(bytes, place + 32, 2)
      guard next <= bytes.count else { throw .damaged }
      let name = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
      let mode = try number(bytes, place + 38, 4) >> 16
      if mode & 0o170000 == 0o120000 { throw .notAFile(name) }
      if !name.hasSuffix("/") {
        let content = try content(of: name, bytes, place, limit: PackageEntry.maximumBytes - total)
        total += content.count
        entries.append(PackageEntry(path: name, bytes: content, isProgram: mode & 0o100 != 0))
      }
      place = next
    }
    return entries
  }

  private static func content(
    of name: String, _ bytes: [UInt8], _ place: Int, limit: Int
  ) throws(PackageError) -> [UInt8] {
    let (flags, method) = (try number(bytes, place + 8, 2), try number(bytes, place + 10, 2))
    let (packed, size) = (try number(bytes, place + 20, 4), try number(bytes, place + 24, 4))
    let local = try number(bytes, place + 42, 4)
    guard flags & 1 == 0, method == 0 || method == 8 else { throw .unknownMethod(name) }
    guard size <= limit else { throw .tooLarge }
    guard try number(bytes, local, 4) == 0x0403_4B50 else { throw .damaged }
    let start = try local + 30 + number(bytes, local + 26, 2) + number(bytes, local + 28, 2)
    guard start <= bytes.count, packed <= bytes.count - start else { throw .damaged }
    let data = bytes[start..<start + packed]
    let content = try method == 0 ? Array(data) : Inflater.inflate(data, .raw, limit: size)
    let check = content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32(clamping: $0.count)) }
    let wanted = try number(bytes, place + 16, 4)
    guard content.count == size, Int(check) == wanted else { throw .damaged }
    return content
  }

  /// Where the record stands that ends the archive; a comment of up to 65,535 bytes may follow it.
  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    return stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1).first {
      bytes[$0] == 0x50 && bytes[$0 + 1] == 0x4B && bytes[$0 + 2] == 5 && bytes[$0 + 3] == 6
    }
  }

  /// A number, the lowest byte first.
  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) throws(PackageError) -> Int {
    guard start >= 0, start <= bytes.count - count else { throw .damaged }
    return (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
  }
}
