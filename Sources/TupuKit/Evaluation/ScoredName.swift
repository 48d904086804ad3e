import GraphModel

/// A name as scoring compares it: folded, without quotation marks, brackets (but with what stands in them) and blanks.
struct ScoredName: Hashable {
  let scalars: [Unicode.Scalar]

  init(_ name: String) {
    scalars = Folding.fold(ScalarText(name)).scalars.filter { scalar in
      !scalar.properties.isWhitespace && !Self.dropped.contains(scalar)
    }
  }

  var isEmpty: Bool { scalars.isEmpty }

  /// Whether one contains the other and is at least half as long.
  func overlaps(_ other: ScoredName) -> Bool {
    let (short, long) = scalars.count <= other.scalars.count ? (scalars, other.scalars) : (other.scalars, scalars)
    guard !short.isEmpty, 2 * short.count >= long.count else { return false }
    return (0...(long.count - short.count)).contains { long[$0..<$0 + short.count].elementsEqual(short) }
  }

  private static let dropped = Set(
    ("\"'`´“”„‟‘’‚‛«»‹›〝〞〟「」『』﹁﹂﹃﹄()[]{}<>《》〈〉【】〖〗〔〕〘〙〚〛⟨⟩⟪⟫｢｣（）［］｛｝＜＞＂＇"
      + "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{AD}").unicodeScalars)
}
