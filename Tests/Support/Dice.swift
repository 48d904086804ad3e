/// Numbers that look random and are the same each time (SplitMix64, Steele et al. 2014).
public struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Dice that fall alike for the same state.
  public init(state: UInt64) { self.state = state }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// One of some items.
  public mutating func pick<T>(_ items: [T]) -> T { items[Int(next() % UInt64(items.count))] }

  /// True in so many of a hundred throws.
  public mutating func chance(_ percent: UInt64) -> Bool { next() % 100 < percent }
}
