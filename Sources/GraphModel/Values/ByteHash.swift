import Glibc

/// Hashing of texts by their bytes: several times as quick as hashing a `String`, which is first brought to a normal form.
///
/// Eight bytes at a time are multiplied to 128 bits, whose halves are put together again (the folded multiplication of wyhash),
/// with two numbers of this process in it, so that no text can foresee its hash.
public enum ByteHash {
  /// A number of a text, the same for the same text within one run.
  public static func of(_ text: String) -> Int {
    let seed = seed
    return Int(truncatingIfNeeded: hash(text, after: seed.first, seed.second))
  }

  /// A number of two texts in this order, the same for the same texts within one run.
  public static func of(_ first: String, _ second: String) -> Int {
    let seed = seed
    return Int(truncatingIfNeeded: hash(second, after: hash(first, after: seed.first, seed.second), seed.second))
  }

  /// Whether two texts are the same byte for byte.
  public static func isSame(_ first: String, _ second: String) -> Bool {
    let (one, other) = (first.utf8, second.utf8)
    guard one.count == other.count else { return false }
    let isSame = one.withContiguousStorageIfAvailable { one in
      other.withContiguousStorageIfAvailable { other in
        guard let first = one.baseAddress, let second = other.baseAddress else { return true }
        return first == second || memcmp(first, second, one.count) == 0
      } ?? other.elementsEqual(one)
    }
    return isSame ?? one.elementsEqual(other)
  }

  /// Two numbers of this process; the second one odd.
  private static let seed = (
    first: UInt64.random(in: .min ... .max), second: UInt64.random(in: .min ... .max) | 1
  )

  /// A number of a text that follows what has a number already.
  @inline(__always)
  private static func hash(_ text: String, after start: UInt64, _ factor: UInt64) -> UInt64 {
    text.utf8.withContiguousStorageIfAvailable { hash(UnsafeRawBufferPointer($0), after: start, factor) }
      ?? Array(text.utf8).withUnsafeBytes { hash($0, after: start, factor) }
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer, after start: UInt64, _ factor: UInt64) -> UInt64 {
    let count = bytes.count
    var hash = folded(start ^ UInt64(truncatingIfNeeded: count), factor)
    if count >= 8 {
      var place = 0
      while place + 8 < count {
        hash = folded(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self), factor)
        place += 8
      }
      // The last eight, some of which may have been among those before.
      return folded(hash ^ bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self), factor)
    }
    guard count > 0 else { return hash }
    var rest: UInt64 = 0
    if count >= 4 {
      rest =
        UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)) << 32
        | UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else {
      rest = UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count - 1])
    }
    return folded(hash ^ rest, factor)
  }

  @inline(__always) private static func folded(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
