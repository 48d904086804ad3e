import GraphModel
import GraphStore

/// A document's texts as a reader sees them: places by line and column, sentences without what cleaning took out.
struct SourceView {
  let texts: StoredText

  /// Sentences longer than this are cut around the place, in scalars to each side.
  private static let reach = 240

  /// The line and the column of a position of the source, both from 1.
  func lineAndColumn(of position: Int) -> (line: Int, column: Int) {
    let scalars = texts.source.scalars
    var line = 1
    var start = 0
    var index = 0
    let end = min(position, scalars.count)
    while index < end {
      // CR LF and a lone CR end a line as LF does.
      if scalars[index] == "\n"
        || (scalars[index] == "\r" && (index + 1 >= scalars.count || scalars[index + 1] != "\n"))
      {
        line += 1
        start = index + 1
      }
      index += 1
    }
    return (line, end - start + 1)
  }

  /// The sentence around a span of the source, and where the span stands in it.
  func sentence(around span: Span) -> (text: String, highlight: Span) {
    if let clean = cleanSpan(of: span) { return sentence(around: clean, in: texts.clean) }
    // Cleaning took the place itself out; the source is all there is.
    return sentence(around: clamped(span, to: texts.source.count), in: texts.source)
  }

  private func clamped(_ span: Span, to count: Int) -> Span {
    let start = min(span.start, count)
    return Span(start, max(start, min(span.end, count)))
  }

  /// The clean span of what is left of a source span; nil where nothing is.
  private func cleanSpan(of span: Span) -> Span? {
    let runs = texts.offsets.runs
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].source.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var result: Span?
    while low < runs.count, runs[low].source.start < span.end {
      let run = runs[low]
      let isEven = run.clean.count == run.source.count
      let start = isEven ? run.clean.start + max(0, span.start - run.source.start) : run.clean.start
      let end = isEven ? run.clean.end - max(0, run.source.end - span.end) : run.clean.end
      if start < end { result = Span(result?.start ?? start, end) }
      low += 1
    }
    return result
  }

  private func sentence(around span: Span, in text: ScalarText) -> (text: String, highlight: Span) {
    var start = span.start
    while start > 0, span.start - start < Self.reach, !Self.isEnd(text[start - 1]) { start -= 1 }
    while start < span.start, text[start].properties.isWhitespace { start += 1 }
    var end = span.end
    // A place that ends with its sentence's mark needs no more.
    if end == 0 || end == span.start || !Self.isEnd(text[end - 1]) {
      while end < text.count, end - span.end < Self.reach, !Self.isEnd(text[end]) { end += 1 }
      if end < text.count, Self.isEnd(text[end]), !Self.isLineEnd(text[end]) { end += 1 }
    }
    while end < text.count, "”’」』\"".unicodeScalars.contains(text[end]) { end += 1 }
    while end > span.end, text[end - 1].properties.isWhitespace { end -= 1 }
    return (text.string(Span(start, end)), Span(span.start - start, span.end - start))
  }

  /// A stretch of the clean text around a span of it, on one line.
  func snippet(around span: Span, reach: Int) -> ScalarText {
    var start = span.start
    while start > 0, span.start - start < reach, !Self.isLineEnd(texts.clean[start - 1]) { start -= 1 }
    var end = span.end
    while end < texts.clean.count, end - span.end < reach, !Self.isLineEnd(texts.clean[end]) { end += 1 }
    while start < span.start, texts.clean[start].properties.isWhitespace { start += 1 }
    while end > span.end, texts.clean[end - 1].properties.isWhitespace { end -= 1 }
    return ScalarText(Array(texts.clean[Span(start, end)]))
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "；", "!", "?", ";", "\n", "\r": true
    default: false
    }
  }
}
