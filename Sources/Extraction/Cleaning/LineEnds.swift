import GraphModel

/// Makes every line end one `\n`: takes the carriage return before one out, and puts `\n` in the place of other line ends.
struct LineEnds: CleaningStep {
  func apply(to text: inout CleaningText) {
    let scalars = text.text.scalars
    var spans: [Span] = []
    let places = scalars.withUnsafeBufferPointer { scalars in
      scalars.indices.filter { scalars[$0].value < 0x2100 && scalars[$0] != "\n" && scalars[$0].isLineEnd }
    }
    for index in places {
      let scalar = scalars[index]
      if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
        spans.append(Span(index, index + 1))
      } else {
        text.replace(at: index, with: "\n")
      }
    }
    text.remove(spans, reason: "line-end")
  }
}
