/// A cost for each of the characters of the basic Chinese block, looked up by index.
struct HanCosts: Sendable {
  private static let first: UInt32 = 0x4E00
  private static let count = 0x5200
  private var costs: [Int32] = Array(repeating: .max, count: HanCosts.count)

  /// The cost of a character; nil where it has none.
  subscript(scalar: Unicode.Scalar) -> Int32? {
    get {
      guard scalar.value >= Self.first, Int(scalar.value - Self.first) < Self.count else { return nil }
      let cost = costs[Int(scalar.value - Self.first)]
      return cost == .max ? nil : cost
    }
    set {
      guard scalar.value >= Self.first, Int(scalar.value - Self.first) < Self.count else { return }
      costs[Int(scalar.value - Self.first)] = newValue ?? .max
    }
  }
}
