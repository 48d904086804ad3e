import GraphModel

/// Makes every line end one `\n`: takes the carriage return before one out, and puts `\n` in the place of other line ends.
struct LineEnds: CleaningStep {
  func apply(to text: inout CleaningText) {
    let scalars = text.text.scalars
    var spans: [Span] = []
    for (index, scalar) in scalars.enumerated() where scalar.value < 0x2100 && scalar != "\n" && scalar.isLineEnd {
      if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
        spans.append(Span(index, index + 1))
      } else {
        text.replace(at: index, with: "\n")
      }
    }
    text.remove(spans, reason: "line-end")
  }
}
