import GraphModel

/// What the text indexes hold of a text: every pair of neighbouring letters or digits, and single ones that no pair starts
/// with, folded.
///
/// Every letter starts some token, so that one letter is found by a prefix; a longer word is found where all its pairs are
/// and confirmed in the text. Tokens are given to FTS5 divided by blanks: they never hold ASCII other than letters and digits,
/// which its `ascii` tokenizer keeps together with everything beyond ASCII.
enum SearchTokens {
  /// The version of the rule; another one has the indexes made anew.
  static let version = "1"

  /// The distinct tokens of a folded text in small letters, divided by blanks, in the order of their first places.
  static func line(of folded: ScalarText) -> String { String(decoding: bytes(of: folded), as: UTF8.self) }

  /// `line(of:)` in UTF-8.
  static func bytes(of folded: ScalarText) -> [UInt8] {
    // An open-addressed set of the keys, none of which is 0 and of which there is at most one a scalar.
    var capacity = 64
    while capacity < folded.count + folded.count / 4 { capacity *= 2 }
    var seen = [UInt64](repeating: 0, count: capacity)
    let seed = seed
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: folded.count * 9 + 1) { line in
      var end = 0
      forEachPair(in: folded.scalars) { key in
        var slot = Int(truncatingIfNeeded: mixed(key, seed)) & (capacity - 1)
        while seen[slot] != 0, seen[slot] != key { slot = (slot + 1) & (capacity - 1) }
        if seen[slot] == key { return }
        seen[slot] = key
        if end > 0 {
          line[end] = UInt8(ascii: " ")
          end += 1
        }
        end = put(UInt32(truncatingIfNeeded: key >> 32), in: line, at: end)
        end = put(UInt32(truncatingIfNeeded: key), in: line, at: end)
      }
      return Array(line[..<end])
    }
  }

  /// A number of a key that no text can foresee (SplitMix64's finish over a seed of this process).
  @inline(__always) private static func mixed(_ key: UInt64, _ seed: UInt64) -> UInt64 {
    var z = key ^ seed
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  private static let seed = UInt64.random(in: .min ... .max)

  /// The tokens that a text must have to hold a folded, lower-case word; the last one a prefix where `isPrefix`.
  static func query(for word: ScalarText) -> (tokens: [String], isPrefix: Bool) {
    let indexed = word.scalars.filter(isIndexed)
    if indexed.count == 1 { return ([ScalarText(indexed).description], true) }
    var seen: Set<UInt64> = []
    var tokens: [String] = []
    var previous: Unicode.Scalar?
    var runs: [[Unicode.Scalar]] = []
    for scalar in word.scalars {
      if !isIndexed(scalar) {
        previous = nil
        continue
      }
      if let previous {
        if seen.insert(UInt64(previous.value) << 32 | UInt64(scalar.value)).inserted {
          tokens.append(ScalarText([previous, scalar]).description)
        }
        runs[runs.count - 1].append(scalar)
      } else {
        runs.append([scalar])
      }
      previous = scalar
    }
    // Single letters between other characters are confirmed in the text; pairs alone narrow the search.
    if tokens.isEmpty, let first = runs.first { return ([ScalarText(first).description], true) }
    return (tokens, false)
  }

  /// Whether a scalar is part of tokens: letters, digits, and symbols beyond ASCII that are no punctuation or blank.
  static func isIndexed(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return (48...57).contains(value) || (97...122).contains(value) || (65...90).contains(value) }
    if (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) { return true }
    if (0x2000...0x206F).contains(value) || (0x3000...0x303F).contains(value) || (0xFF00...0xFF0F).contains(value) {
      return value == 0x3005 || value == 0x3007
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// `isIndexed` of the first 65,536 code points, a bit each.
  private static let indexed: [UInt64] = (0..<1024).map { (word: UInt32) -> UInt64 in
    (0..<64).reduce(0) { bits, bit in
      Unicode.Scalar(word * 64 + bit).map(isIndexed) ?? false ? bits | 1 << UInt64(bit) : bits
    }
  }

  /// Calls `body` with the key of every token, in order of its place.
  @inline(__always)
  private static func forEachPair(in scalars: [Unicode.Scalar], _ body: (UInt64) -> Void) {
    let indexed = indexed
    var previous: UInt64 = 0
    for scalar in scalars {
      let isKnown = scalar.value < 0x1_0000
      if isKnown ? indexed[Int(scalar.value >> 6)] >> UInt64(scalar.value & 63) & 1 == 1 : isIndexed(scalar) {
        let value = UInt64(scalar.value) + ((65...90).contains(scalar.value) ? 32 : 0)
        if previous != 0 { body(previous << 32 | value) }
        previous = value
      } else if previous != 0 {
        body(previous << 32)
        previous = 0
      }
    }
    if previous != 0 { body(previous << 32) }
  }

  /// Puts a scalar, given by its value, in UTF-8 at a place; 0 is none.
  ///
  /// - Returns: the place after it.
  @inline(__always)
  private static func put(_ value: UInt32, in line: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> Int {
    func byte(_ lead: UInt32, _ shift: UInt32, _ mask: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: lead | value >> shift & mask)
    }
    switch value {
    case 0: return place
    case ..<0x80:
      line[place] = byte(0, 0, 0x7F)
      return place + 1
    case ..<0x800:
      line[place] = byte(0xC0, 6, 0x1F)
      line[place + 1] = byte(0x80, 0, 0x3F)
      return place + 2
    case ..<0x1_0000:
      line[place] = byte(0xE0, 12, 0x0F)
      line[place + 1] = byte(0x80, 6, 0x3F)
      line[place + 2] = byte(0x80, 0, 0x3F)
      return place + 3
    default:
      line[place] = byte(0xF0, 18, 0x07)
      line[place + 1] = byte(0x80, 12, 0x3F)
      line[place + 2] = byte(0x80, 6, 0x3F)
      line[place + 3] = byte(0x80, 0, 0x3F)
      return place + 4
    }
  }
}
