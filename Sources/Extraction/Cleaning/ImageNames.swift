import GraphModel

/// Takes out file names of pictures that a page's text is left with: `1616058236790.jpg`.
struct ImageNames: CleaningStep {
  private static let endings = ["jpg", "jpeg", "png", "gif", "bmp", "webp"].map { Array($0.unicodeScalars) }

  func apply(to text: inout CleaningText) {
    let scalars = text.folded.scalars
    var spans: [Span] = []
    var index = 0
    while let dot = scalars[index...].firstIndex(of: ".") {
      index = dot + 1
      guard let ending = Self.endings.first(where: { matches($0, scalars, at: dot + 1) }) else { continue }
      var start = dot
      let floor = spans.last?.end ?? 0
      while start > floor, isName(scalars[start - 1]) { start -= 1 }
      let end = dot + 1 + ending.count
      // One letter before the dot is rather an item of a list than a file.
      if dot - start >= 2 { spans.append(Span(start, end)) }
      index = end
    }
    text.remove(spans, reason: "image-name")
  }

  private func matches(_ ending: [Unicode.Scalar], _ scalars: [Unicode.Scalar], at start: Int) -> Bool {
    guard start + ending.count <= scalars.count else { return false }
    for (offset, scalar) in ending.enumerated()
    where scalars[start + offset].value | 0x20 != scalar.value { return false }
    return start + ending.count == scalars.count || !isName(scalars[start + ending.count])
  }

  private func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isLetter || scalar == "_" || scalar == "-"
  }
}
