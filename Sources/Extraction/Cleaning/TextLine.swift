import GraphModel

/// A line of a text and what it looks like.
struct TextLine {
  /// The line without its line end.
  var span: Span
  /// The line with its line end.
  var whole: Span
  /// What the line holds without the blanks around it; empty for an empty line.
  var content: Span
  /// Number of Chinese characters.
  var hanzi = 0
  /// Whether a full stop or exclamation mark stands in it.
  var hasStop = false
  /// Number of commas and enumeration commas.
  var commas = 0

  /// Whether the line holds nothing but blanks.
  var isEmpty: Bool { content.isEmpty }

  /// Whether the line reads like a sentence of an article: long, with the marks that sentences have.
  var isProse: Bool { hasStop && hanzi >= 20 || hanzi >= 40 && commas > 0 || hanzi >= 100 }

  /// The lines of a folded text, empty ones too.
  static func lines(of text: ScalarText) -> [TextLine] {
    var lines: [TextLine] = []
    text.scalars.withUnsafeBufferPointer { scalars in
      var start = 0
      while start < scalars.count {
        var line = TextLine(span: Span(start, start), whole: Span(start, start), content: Span(start, start))
        var end = start
        var first = -1
        var last = start
        while end < scalars.count, scalars[end] != "\n" {
          let scalar = scalars[end]
          if (0x4E00...0x9FFF).contains(scalar.value) {
            if first < 0 { first = end }
            last = end + 1
            line.hanzi += 1
          } else if !scalar.isBlank {
            if first < 0 { first = end }
            last = end + 1
            if scalar.isHanzi {
              line.hanzi += 1
            } else if scalar == "。" || scalar == "!" {
              line.hasStop = true
            } else if scalar == "," || scalar == "、" {
              line.commas += 1
            }
          }
          end += 1
        }
        line.span = Span(start, end)
        line.whole = Span(start, min(end + 1, scalars.count))
        line.content = first < 0 ? Span(start, start) : Span(first, last)
        lines.append(line)
        start = end + 1
      }
    }
    return lines
  }
}
