import GraphModel

/// Takes out the second of two equal commas, enumeration commas, colons or full stops; longer rows are somebody's ellipsis.
struct DoubledMarks: CleaningStep {
  func apply(to text: inout CleaningText) {
    let scalars = text.folded.scalars
    var spans: [Span] = []
    var index = 0
    while let mark = Self.marks.first(in: text.folded, from: index), mark + 1 < scalars.count {
      index = mark
      let scalar = scalars[index]
      // ,、 and ,。 of converted pages: the comma is the stray one.
      if scalar == ",", isMark(scalars[index + 1]), scalars[index + 1] != ",", index > 0,
        scalars[index - 1].value > 0x7F
      {
        spans.append(Span(index, index + 1))
        index += 1
        continue
      }
      guard scalar == scalars[index + 1], isMark(scalar) else {
        index += 1
        continue
      }
      var end = index + 2
      while end < scalars.count, scalars[end] == scalar { end += 1 }
      // In ASCII text two commas are an empty field of a table.
      let isChinese =
        (index > 0 && scalars[index - 1].value > 0x7F) || (end < scalars.count && scalars[end].value > 0x7F)
      if end == index + 2, isChinese { spans.append(Span(index + 1, end)) }
      index = end
    }
    text.remove(spans, reason: "doubled-mark")
  }

  private static let marks: ScalarSet = ",、。;"

  private func isMark(_ scalar: Unicode.Scalar) -> Bool { Self.marks.contains(scalar) }
}
