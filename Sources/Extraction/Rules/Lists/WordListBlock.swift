import Glibc
import GraphModel

/// The bytes of a compiled word list: a header and arrays, in memory or mapped from a cache file.
///
/// Layout, all numbers little-endian: 8 bytes `tupuWL01`, the digest of the source (32 bytes), a checksum of what follows
/// (8 bytes), for each array its offset and size in bytes (8 bytes each), then the arrays, each at a multiple of 8.
final class WordListBlock: @unchecked Sendable {
  // Safe to share: the bytes do not change.

  /// The arrays, in the order of the file.
  enum Part: Int, CaseIterable {
    case keyStarts, scalars, keyRows, filter, firsts, firstStarts, rowStarts, rowBytes, rowLines, shortLengths, notes
  }

  private let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool
  private static let magic = Array("tupuWL01".utf8)
  private static let headerSize = 48 + Part.allCases.count * 16

  /// Lays out arrays.
  init(_ parts: [Part: [UInt8]]) {
    var size = Self.headerSize
    for part in Part.allCases { size += (parts[part, default: []].count + 7) & ~7 }
    let target = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
    target.initializeMemory(as: UInt8.self, repeating: 0)
    target.copyBytes(from: Self.magic)
    var offset = Self.headerSize
    for part in Part.allCases {
      let array = parts[part, default: []]
      target.storeBytes(of: UInt64(offset), toByteOffset: 48 + part.rawValue * 16, as: UInt64.self)
      target.storeBytes(of: UInt64(array.count), toByteOffset: 56 + part.rawValue * 16, as: UInt64.self)
      UnsafeMutableRawBufferPointer(rebasing: target[offset..<offset + array.count]).copyBytes(from: array)
      offset += (array.count + 7) & ~7
    }
    bytes = UnsafeRawBufferPointer(target)
    isMapped = false
  }

  /// Maps a cache file; nil where there is none, where it belongs to another list or user, or is damaged.
  init?(cacheFile path: String, digest: [UInt8]) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      status.st_size >= Self.headerSize, status.st_size % 8 == 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED
    else { return nil }
    let mapped = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
    guard mapped[..<8].elementsEqual(Self.magic), mapped[8..<40].elementsEqual(digest),
      mapped.load(fromByteOffset: 40, as: UInt64.self) == Self.checksum(mapped), Self.isInBounds(mapped)
    else {
      munmap(start, mapped.count)
      return nil
    }
    bytes = mapped
    isMapped = true
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  /// An array of the block.
  func array<Element>(_ part: Part) -> UnsafeBufferPointer<Element> {
    let offset = Int(bytes.load(fromByteOffset: 48 + part.rawValue * 16, as: UInt64.self))
    let size = Int(bytes.load(fromByteOffset: 56 + part.rawValue * 16, as: UInt64.self))
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + size]).bindMemory(to: Element.self)
  }

  /// Writes the block to a cache file, whole or not at all; a cache that cannot be written is done without.
  func write(cacheFile path: String, digest: [UInt8]) {
    let draft = "\(path).\(getpid()).tmp"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    var header = Array(bytes[..<Self.headerSize])
    header.replaceSubrange(8..<40, with: digest)
    withUnsafeBytes(of: Self.checksum(bytes).littleEndian) { header.replaceSubrange(40..<48, with: $0) }
    let isWritten =
      header.withUnsafeBytes { Self.write($0, to: file) }
      && Self.write(UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...]), to: file)
    guard close(file) == 0, isWritten, rename(draft, path) == 0 else {
      unlink(draft)
      return
    }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(file, bytes.baseAddress! + done, bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// A checksum of everything behind the first 48 bytes: FNV-1a over words of 8 bytes.
  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in stride(from: 48, to: bytes.count, by: 8) {
      hash = (hash ^ bytes.load(fromByteOffset: offset, as: UInt64.self)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }

  private static func isInBounds(_ bytes: UnsafeRawBufferPointer) -> Bool {
    Part.allCases.allSatisfy { part in
      let offset = bytes.load(fromByteOffset: 48 + part.rawValue * 16, as: UInt64.self)
      let size = bytes.load(fromByteOffset: 56 + part.rawValue * 16, as: UInt64.self)
      return offset % 8 == 0 && offset <= UInt64(bytes.count) && size <= UInt64(bytes.count) - offset
    }
  }
}
