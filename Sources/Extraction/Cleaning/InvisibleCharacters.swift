import GraphModel

/// Takes out what leaves no mark on paper: byte order marks, zero-width joiners, soft hyphens, control characters.
struct InvisibleCharacters: CleaningStep {
  func apply(to text: inout CleaningText) {
    var spans: [Span] = []
    for (index, scalar) in text.text.scalars.enumerated()
    where (scalar.value < 0x20 || scalar.value >= 0x7F) && scalar.isInvisible {
      spans.append(Span(index, index + 1))
    }
    text.remove(spans, reason: "invisible")
  }
}
