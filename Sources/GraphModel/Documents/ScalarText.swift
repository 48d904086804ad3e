/// A text as an array of Unicode scalars, indexed by integers: the form in which documents are scanned.
///
/// Literals compare directly: `text[i] == "市"`.
@frozen
public struct ScalarText: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The scalars, in order.
  public var scalars: [Unicode.Scalar]

  /// Wraps an array of scalars.
  @inlinable public init(_ scalars: [Unicode.Scalar] = []) { self.scalars = scalars }
  /// The scalars of a string.
  public init(_ string: some StringProtocol) {
    var string = String(string)
    scalars = string.withUTF8 { Self.scalars(of: $0) }
  }
  /// The scalars of a literal.
  public init(stringLiteral value: String) { self.init(value) }

  /// Number of scalars.
  @inlinable public var count: Int { scalars.count }
  /// Whether the text holds no scalar.
  @inlinable public var isEmpty: Bool { scalars.isEmpty }
  /// The whole text as a span.
  @inlinable public var span: Span { Span(0, scalars.count) }

  /// The scalar at an index.
  @inlinable public subscript(index: Int) -> Unicode.Scalar { scalars[index] }
  /// The scalars of a span.
  @inlinable public subscript(span: Span) -> ArraySlice<Unicode.Scalar> { scalars[span.start..<span.end] }

  /// The text of a span as a string.
  public func string(_ span: Span) -> String { Self.string(scalars[span.start..<span.end]) }
  /// The whole text as a string.
  public var description: String { Self.string(scalars[...]) }

  /// The scalars of a string's bytes, which are always well-formed.
  private static func scalars(of bytes: UnsafeBufferPointer<UInt8>) -> [Unicode.Scalar] {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return [Unicode.Scalar](unsafeUninitializedCapacity: count) { scalars, written in
      var index = 0
      for byte in bytes {
        if byte & 0xC0 == 0x80 { continue }
        let lead = UInt32(byte)
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = length == 1 ? lead : lead & (0x7F >> UInt32(length))
        for offset in 1..<max(1, length) where index + offset < bytes.count {
          value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        scalars.initializeElement(at: written, to: Unicode.Scalar(value) ?? "\u{FFFD}")
        written += 1
        index += length
      }
    }
  }

  /// Some scalars as a string.
  public static func string(_ slice: ArraySlice<Unicode.Scalar>) -> String {
    slice.withUnsafeBufferPointer { scalars in
      guard scalars.count <= longestOnStack else {
        var size = 0
        for scalar in scalars { size += UTF8.width(scalar) }
        return String(unsafeUninitializedCapacity: size) { write(scalars, to: $0) }
      }
      // Names are short: it is cheaper to write them to the stack, and to copy them, than to measure them first.
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestOnStack * 4) { bytes in
        String(decoding: UnsafeBufferPointer(rebasing: bytes[..<write(scalars, to: bytes)]), as: UTF8.self)
      }
    }
  }

  private static let longestOnStack = 64

  /// Writes scalars in UTF-8 to a buffer that has room for them.
  ///
  /// - Returns: the number of bytes.
  private static func write(
    _ scalars: UnsafeBufferPointer<Unicode.Scalar>, to bytes: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var place = 0
    for scalar in scalars {
      let value = scalar.value
      switch value {
      case ..<0x80:
        bytes[place] = UInt8(truncatingIfNeeded: value)
        place += 1
      case ..<0x800:
        bytes[place] = 0xC0 | UInt8(truncatingIfNeeded: value >> 6)
        bytes[place + 1] = continuation(value)
        place += 2
      case ..<0x1_0000:
        bytes[place] = 0xE0 | UInt8(truncatingIfNeeded: value >> 12)
        bytes[place + 1] = continuation(value >> 6)
        bytes[place + 2] = continuation(value)
        place += 3
      default:
        bytes[place] = 0xF0 | UInt8(truncatingIfNeeded: value >> 18)
        bytes[place + 1] = continuation(value >> 12)
        bytes[place + 2] = continuation(value >> 6)
        bytes[place + 3] = continuation(value)
        place += 4
      }
    }
    return place
  }

  /// A later byte of a scalar in UTF-8, of its six lowest bits.
  private static func continuation(_ bits: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: bits & 0x3F) }
}

extension UTF8 {
  /// The number of bytes of a scalar.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x1_0000: 3
    default: 4
    }
  }
}
