import GraphModel

/// Writes keys that begin alike, part by part.
struct KeyWriter {
  private var bytes: [UInt8] = []

  /// Begins with a text.
  init(_ start: String) {
    bytes.reserveCapacity(96)
    bytes.append(contentsOf: start.utf8)
  }

  /// Number of bytes so far.
  var count: Int { bytes.count }

  /// What was written.
  var key: String { String(decoding: bytes, as: UTF8.self) }

  /// Takes back what stands behind a number of bytes.
  mutating func shorten(to count: Int) { bytes.removeLast(bytes.count - count) }

  /// Adds a text.
  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds a name as keys have it (see `IdentityText.key`).
  mutating func add(_ name: IdentityText) {
    guard name.isPlain else { return add(name.key) }
    for scalar in name.scalars {
      let value = scalar.value
      func next(_ shift: UInt32) { bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> shift & 0x3F)) }
      switch value {
      case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
      case ..<0x800:
        bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
        next(0)
      case ..<0x1_0000:
        bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
        next(6)
        next(0)
      default:
        bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
        next(12)
        next(6)
        next(0)
      }
    }
  }
}
