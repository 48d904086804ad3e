import GraphModel

/// Nodes by node, for searches that look up many: open addressing with linear probing, hashed by Fibonacci's multiplier (Knuth,
/// volume 3, section 6.4).
struct NodeMap {
  private var keys: [NodeID]
  private var values: [NodeID]
  private var isTaken: [Bool]
  private var bits: Int
  /// Number of nodes that lead to another.
  private(set) var count = 0

  /// No nodes yet.
  init() {
    bits = 6
    keys = Array(repeating: NodeID(0), count: 1 << bits)
    values = keys
    isTaken = Array(repeating: false, count: 1 << bits)
  }

  /// The place of a node, or the free one where it would be.
  @inline(__always)
  private func place(of key: NodeID) -> Int {
    var place = Int((UInt64(bitPattern: key.rawValue) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
    while isTaken[place], keys[place] != key { place = (place + 1) & (isTaken.count - 1) }
    return place
  }

  /// What a node leads to.
  @inline(__always)
  subscript(key: NodeID) -> NodeID? {
    let place = place(of: key)
    return isTaken[place] ? values[place] : nil
  }

  /// Whether a node leads to another.
  @inline(__always)
  func contains(_ key: NodeID) -> Bool { isTaken[place(of: key)] }

  /// Lets a node lead to another; false where it leads to one already, which stays.
  @inline(__always)
  mutating func insert(_ key: NodeID, _ value: NodeID) -> Bool {
    let place = place(of: key)
    guard !isTaken[place] else { return false }
    keys[place] = key
    values[place] = value
    isTaken[place] = true
    count += 1
    if count * 2 > isTaken.count { grow() }
    return true
  }

  private mutating func grow() {
    let (oldKeys, oldValues, wasTaken) = (keys, values, isTaken)
    bits += 2
    keys = Array(repeating: NodeID(0), count: 1 << bits)
    values = keys
    isTaken = Array(repeating: false, count: 1 << bits)
    for old in wasTaken.indices where wasTaken[old] {
      let place = place(of: oldKeys[old])
      keys[place] = oldKeys[old]
      values[place] = oldValues[old]
      isTaken[place] = true
    }
  }
}
