import GraphModel

/// Texts with small letters in the place of ASCII capitals, to look for words whatever their case.
struct FoldedTexts {
  private var small: PackedTexts.Joined
  /// Rows that are not ASCII, rising: what they fold to is not told by their bytes.
  private var others: [Int] = []

  init(_ texts: PackedTexts.Joined) {
    small = texts
    for index in small.bytes.indices where small.bytes[index] &- 65 < 26 { small.bytes[index] |= 0x20 }
    for row in 0..<max(0, texts.starts.count - 1)
    where texts.bytes[texts.starts[row]..<texts.starts[row + 1]].contains(where: { $0 >= 0x80 }) {
      others.append(row)
    }
  }

  /// Rows whose folded, small-letter text may hold some folded, small-letter bytes, rising.
  func rows(holding wanted: [UInt8]) -> [Int] {
    guard wanted.allSatisfy({ $0 < 0x80 }) else { return others }
    let found = small.rows(matching: .contains, wanted)
    return others.isEmpty ? found : Set(found + others).sorted()
  }
}
