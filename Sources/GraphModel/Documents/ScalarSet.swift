/// A set of scalars that is asked by one look at a bit: `ScalarSet("、,。")`.
///
/// Made for constants: a set keeps eight kilobytes.
public final class ScalarSet: Sendable, ExpressibleByStringLiteral {
  /// A bit for each scalar of the basic plane.
  @usableFromInline let bits: [UInt64]
  /// Scalars beyond it.
  @usableFromInline let others: Set<Unicode.Scalar>

  /// The scalars of a text.
  public init(_ scalars: some Sequence<Unicode.Scalar>) {
    var bits = [UInt64](repeating: 0, count: 1024)
    var others: Set<Unicode.Scalar> = []
    for scalar in scalars {
      if scalar.value < 0x1_0000 {
        bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
      } else {
        others.insert(scalar)
      }
    }
    self.bits = bits
    self.others = others
  }

  /// The scalars of a literal.
  public convenience init(stringLiteral value: String) { self.init(value.unicodeScalars) }

  /// Whether a scalar is one of them.
  @inlinable public func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x1_0000
      ? bits[Int(scalar.value >> 6)] & (1 << UInt64(scalar.value & 63)) != 0 : others.contains(scalar)
  }

  /// The first position from one on, before a limit, where one of them stands.
  public func first(in text: ScalarText, from start: Int, limit: Int? = nil) -> Int? {
    let end = min(limit ?? text.count, text.count)
    return text.scalars.withUnsafeBufferPointer { scalars in
      bits.withUnsafeBufferPointer { bits in
        var position = start
        while position < end {
          let value = scalars[position].value
          if value < 0x1_0000 {
            if bits[Int(value >> 6)] & (1 << UInt64(value & 63)) != 0 { return position }
          } else if others.contains(scalars[position]) {
            return position
          }
          position += 1
        }
        return nil
      }
    }
  }
}
