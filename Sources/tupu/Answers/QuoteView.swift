import GraphModel
import TupuKit

extension Quote {
  /// File, line and column, as editors and terminals understand them.
  var place: String { Console.visible("\(origin):\(line):\(column)") }

  /// The short name, line and column.
  var shortPlace: String { Console.visible("\(name):\(line):\(column)") }

  /// The whole sentence on one line, the quoted words in bold on a terminal.
  var fullLine: String { excerpt(around: highlight, radius: .max) }

  /// The quoted words with what stands around them, at most some 80 characters.
  var shortLine: String { excerpt(around: highlight, radius: 36) }

  /// As JSON.
  var json: JSONValue {
    [
      "document": .string(document.description), "name": .string(name), "origin": .string(origin),
      "published": .text(published?.description), "start": .count(span.start), "end": .count(span.end),
      "line": .count(line), "column": .count(column), "quote": .string(quote), "sentence": .string(sentence),
      "extractor": .string("\(provenance.extractor)@\(provenance.version)"), "rule": .string(provenance.rule),
      "confidence": .number(confidence),
    ]
  }

  private func excerpt(around span: Span, radius: Int) -> String {
    let text = ScalarText(sentence)
    return Excerpt(text: text, highlights: [span]).line(radius: radius)
  }
}

/// A stretch of text on one line with some words made to stand out.
struct Excerpt {
  let text: ScalarText
  let highlights: [Span]

  /// The text around the first highlight, on one line; `…` where something is left out.
  func line(radius: Int) -> String {
    let first = highlights.first ?? Span(0, 0)
    let start = radius == .max ? 0 : max(0, min(first.start, text.count) - radius)
    let end =
      radius == .max ? text.count : min(text.count, max(first.start, min(first.end, first.start + radius)) + radius)
    guard start < end else { return "" }
    var line = start > 0 ? "…" : ""
    var position = start
    for span in highlights.sorted() {
      let from = max(position, min(span.start, end))
      let to = min(max(span.end, from), end)
      line += flat(position, from)
      if to > from { line += Console.bold(flat(from, to)) }
      position = max(position, to)
    }
    return line + flat(position, end) + (end < text.count ? "…" : "")
  }

  private func flat(_ start: Int, _ end: Int) -> String {
    guard start < end else { return "" }
    return Console.visible(text.string(Span(start, end)).replacing("\n", with: " ").replacing("\r", with: ""))
  }
}
