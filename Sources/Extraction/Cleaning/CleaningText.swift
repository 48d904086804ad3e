import GraphModel

/// A text on its way through the cleaning steps: what is left of it, the way back to the source, and what was taken out.
struct CleaningText {
  /// What is left.
  private(set) var text: ScalarText
  /// What is left, folded; as long as `text`.
  private(set) var folded: ScalarText
  /// Leads `text` back to the source.
  private(set) var offsets: OffsetMap
  /// What was taken out, in the order of the steps.
  private(set) var removals: [Removal]
  /// The lines of `folded`, once a step has asked for them.
  private var cachedLines: [TextLine]?
  /// What the page says of itself, as far as steps have read it.
  var metadata = DocumentMetadata()

  /// A text that no step has seen yet.
  init(_ text: ScalarText, offsets: OffsetMap, removals: [Removal] = []) {
    self.text = text
    self.offsets = offsets
    self.removals = removals
    folded = Folding.fold(text)
  }

  /// The lines of what is left.
  var lines: [TextLine] {
    mutating get {
      if let cachedLines { return cachedLines }
      let lines = TextLine.lines(of: folded)
      cachedLines = lines
      return lines
    }
  }

  /// Takes stretches out for one reason.
  ///
  /// - Parameter spans: stretches of `text` in rising order that do not overlap; empty ones are ignored.
  mutating func remove(_ spans: [Span], reason: String) {
    remove(spans.map { Removal(span: $0, reason: reason) })
  }

  /// Takes stretches out, each for its reason.
  ///
  /// - Parameter parts: stretches of `text` in rising order that do not overlap; empty ones are ignored.
  mutating func remove(_ parts: [Removal]) {
    guard parts.contains(where: { !$0.span.isEmpty }) else { return }
    var kept: [Span] = []
    var end = 0
    for part in parts where !part.span.isEmpty && part.span.start >= end {
      if end < part.span.start { kept.append(Span(end, part.span.start)) }
      end = part.span.end
      for piece in offsets.sources(of: part.span) {
        if let last = removals.last, last.span.end == piece.start, last.reason == part.reason {
          removals[removals.count - 1].span.end = piece.end
        } else {
          removals.append(Removal(span: piece, reason: part.reason))
        }
      }
    }
    if end < text.count { kept.append(Span(end, text.count)) }
    let count = kept.reduce(0) { $0 + $1.count }
    func gather(_ scalars: [Unicode.Scalar]) -> ScalarText {
      var left: [Unicode.Scalar] = []
      left.reserveCapacity(count)
      for span in kept { left += scalars[span.range] }
      return ScalarText(left)
    }
    var step = OffsetMap()
    for span in kept { step.append(cleanCount: span.count, source: span) }
    text = gather(text.scalars)
    folded = gather(folded.scalars)
    offsets = step.composed(with: offsets)
    cachedLines = nil
  }

  /// Puts another scalar in the place of one: the way back stays scalar by scalar.
  mutating func replace(at index: Int, with scalar: Unicode.Scalar) {
    text.scalars[index] = scalar
    folded.scalars[index] = Folding.fold(scalar)
    cachedLines = nil
  }
}

/// One thing that cleaning does to a text.
protocol CleaningStep {
  /// Takes out what the step knows to be no part of the document's words.
  func apply(to text: inout CleaningText)
}
