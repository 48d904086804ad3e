/// Writes archives as an enemy may: every number can be a lie.
public struct ZipSample: Sendable {
  /// One file of it.
  public struct Entry: Sendable {
    /// The name in the directory.
    public var name: String
    /// The name beside the data, where it is another.
    public var localName: String?
    /// What stands in the archive.
    public var data: [UInt8]
    /// 0: as it is; 8: deflated.
    public var method = 0
    /// What the directory says that it unpacks to; the length of the data unless told.
    public var size: Int?
    /// General purpose flags.
    public var flags = 0
    /// Type and rights.
    public var mode = 0o100644
    /// Whether its sizes stand in a zip64 field.
    public var isWide = false
    /// Where the directory says that it stands, where that is not so.
    public var offset: Int?
    /// A wrong checksum's difference.
    public var checkError: UInt32 = 0

    /// A file that is as it should be.
    public init(_ name: String, _ data: [UInt8]) {
      self.name = name
      self.data = data
    }

    /// The same with something changed.
    public func with(_ change: (inout Entry) -> Void) -> Entry {
      var entry = self
      change(&entry)
      return entry
    }
  }

  /// Its files.
  public var entries: [Entry]
  /// How many the end record says there are.
  public var count: Int?
  /// The archive's comment.
  public var comment: [UInt8] = []

  /// An archive of files.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// Its bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = bytes.count
      let check = Self.crc32(entry.data) &+ entry.checkError
      let size = entry.size ?? entry.data.count
      let name = Array(entry.name.utf8)
      let local = Array((entry.localName ?? entry.name).utf8)
      let (small, packed) = entry.isWide ? (0xFFFF_FFFF, 0xFFFF_FFFF) : (size & 0xFFFF_FFFF, entry.data.count)
      let extra =
        entry.isWide
        ? Self.little(1, 2) + Self.little(16, 2) + Self.little(size, 8) + Self.little(entry.data.count, 8) : []
      let shared =
        Self.little(20, 2) + Self.little(entry.flags, 2) + Self.little(entry.method, 2) + Self.little(0, 4)
        + Self.little(Int(check), 4) + Self.little(packed, 4) + Self.little(small, 4)
      bytes += Self.little(0x0403_4B50, 4) + shared + Self.little(local.count, 2) + Self.little(0, 2) + local
      bytes += entry.data
      directory += Self.little(0x0201_4B50, 4) + Self.little(0x031E, 2) + shared + Self.little(name.count, 2)
      directory += Self.little(extra.count, 2) + Self.little(0, 6) + Self.little(entry.mode << 16, 4)
      directory += Self.little(entry.offset ?? offset, 4) + name + extra
    }
    let start = bytes.count
    let number = min(count ?? entries.count, 0xFFFF)
    bytes +=
      directory + Self.little(0x0605_4B50, 4) + Self.little(0, 4) + Self.little(number, 2) + Self.little(number, 2)
    return bytes + Self.little(directory.count, 4) + Self.little(start, 4) + Self.little(comment.count, 2) + comment
  }

  /// A number, the lowest byte first.
  public static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// The checksum of ISO 3309.
  public static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes { value = table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ value >> 8 }
    return ~value
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }
}

/// Writes tar archives and packs them, as an enemy may.
public enum TarSample {
  /// A header and the content behind it, filled up to whole blocks.
  ///
  /// - Parameter size: what the header says, where that is not so.
  public static func entry(
    _ name: String, _ data: [UInt8] = [], kind: Character = "0", size: Int? = nil
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at place: Int) { header.replaceSubrange(place..<place + text.utf8.count, with: text.utf8) }
    let octal = String(size ?? data.count, radix: 8)
    put(String(name.prefix(100)), at: 0)
    put("0000644", at: 100)
    put(String(repeating: "0", count: max(0, 11 - octal.count)) + octal, at: 124)
    put(String(repeating: " ", count: 8), at: 148)
    put(String(kind), at: 156)
    put("ustar\u{0}00", at: 257)
    let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
    put(String(repeating: "0", count: 6 - sum.count) + sum + "\u{0}", at: 148)
    return header + data + [UInt8](repeating: 0, count: (512 - data.count % 512) % 512)
  }

  /// Bytes as gzip wraps them, not packed, with what is already deflated behind them.
  public static func gzip(_ plain: [UInt8], deflated: [UInt8]? = nil) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    for start in stride(from: 0, to: max(1, plain.count), by: 0xFFFF) {
      let piece = plain[start..<min(plain.count, start + 0xFFFF)]
      let isLast = deflated == nil && start + 0xFFFF >= plain.count
      bytes.append(isLast ? 1 : 0)
      bytes += ZipSample.little(piece.count, 2) + ZipSample.little(~piece.count, 2) + piece
    }
    if let deflated { bytes += deflated }
    return bytes + ZipSample.little(Int(ZipSample.crc32(plain)), 4) + ZipSample.little(plain.count, 4)
  }

  /// Deflated zeros: each byte of the result but some twenty stands for 1,032 of them.
  public static func zeros(bytes count: Int) -> [UInt8] {
    var bits: [Bool] = []
    func low(_ value: Int, _ count: Int) { for bit in 0..<count { bits.append(value >> bit & 1 == 1) } }
    func code(_ text: String) { for bit in text { bits.append(bit == "1") } }
    // The last block, with codes of its own: 286 of letters and lengths, one of distances (RFC 1951, section 3.2.7).
    low(1, 1)
    low(2, 2)
    low(29, 5)
    low(0, 5)
    low(14, 4)
    // The lengths of the codes of 18, 1 and 2 among the code lengths, in the order that the RFC gives.
    for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1] {
      low(symbol == 18 ? 1 : symbol == 1 || symbol == 2 ? 2 : 0, 3)
    }
    func zeroLengths(_ count: Int) {
      code("0")
      low(count - 11, 7)
    }
    code("11")
    zeroLengths(138)
    zeroLengths(117)
    code("11")
    zeroLengths(28)
    code("10")
    code("10")
    // One zero, then copies of 258 of them at distance 1, two bits each.
    code("10")
    while bits.count % 8 != 0 { bits.append(false) }
    var bytes = stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(UInt8(0)) { $0 | (bits[start + $1] ? 1 << UInt8($1) : 0) }
    }
    bytes += [UInt8](repeating: 0, count: count)
    // The end of the block.
    return bytes + [0b11]
  }
}
