import GraphModel

/// Takes out what leaves no mark on paper: byte order marks, zero-width joiners, soft hyphens, control characters.
struct InvisibleCharacters: CleaningStep {
  func apply(to text: inout CleaningText) {
    var spans: [Span] = []
    text.text.scalars.withUnsafeBufferPointer { scalars in
      for index in scalars.indices where !Self.isPlain(scalars[index]) && scalars[index].isInvisible {
        spans.append(Span(index, index + 1))
      }
    }
    text.remove(spans, reason: "invisible")
  }

  /// Whether a scalar is one of those that texts mostly consist of: ideographs and their punctuation, printing ASCII.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    (0x3000...0x9FFF).contains(scalar.value) || (0x20...0x7E).contains(scalar.value)
  }
}
