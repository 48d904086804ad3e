/// File names as texts and back: a Linux file name is bytes, and archives made elsewhere leave names in GB18030.
///
/// A byte that is no part of UTF-8 becomes the scalar U+10FF00 + byte, of the last private-use plane, so that a file can
/// be named in a message, kept as a document's origin and opened again.
public enum PathText {
  private static let base: UInt32 = 0x10FF00

  /// The text of a path as the system hands it out.
  public static func decoding(_ path: UnsafePointer<CChar>) -> String {
    var bytes: [UInt8] = []
    var next = path
    while next.pointee != 0 {
      bytes.append(UInt8(bitPattern: next.pointee))
      next += 1
    }
    return decoding(bytes)
  }

  /// The text of a path's bytes.
  public static func decoding(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var view = String.UnicodeScalarView()
    var index = 0
    while index < bytes.count {
      let length = min(scalarLength(bytes[index]), bytes.count - index)
      if let text = String(validating: bytes[index..<index + length], as: UTF8.self) {
        view.append(contentsOf: text.unicodeScalars)
        index += length
      } else {
        view.append(Unicode.Scalar(base + UInt32(bytes[index])) ?? "\u{FFFD}")
        index += 1
      }
    }
    return String(view)
  }

  /// The bytes of a path for the system, with the NUL that ends them.
  public static func bytes(_ path: String) -> [CChar] {
    var bytes: [CChar] = []
    bytes.reserveCapacity(path.utf8.count + 1)
    for scalar in path.unicodeScalars {
      if scalar.isASCII {
        bytes.append(CChar(truncatingIfNeeded: scalar.value))
      } else if let byte = byte(scalar) {
        bytes.append(CChar(bitPattern: byte))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar).map { $0.map { CChar(bitPattern: $0) } } ?? [])
      }
    }
    bytes.append(0)
    return bytes
  }

  /// The byte that a scalar of a path's text stands for; nil for every scalar that stands for itself.
  public static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    (base + 0x80...base + 0xFF).contains(scalar.value) ? UInt8(scalar.value - base) : nil
  }

  private static func scalarLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
