import GraphModel

/// A quotation: `“…”`, `‘…’`, `「…」`, `『…』`, `"…"`; pairs may be nested and may be wrongly paired in the source.
public struct Quotation: Hashable, Sendable {
  /// The span with both marks.
  public var outer: Span
  /// The span between the marks.
  public var inner: Span
  /// How many quotations stand around it.
  public var depth: Int
}

/// Paragraphs, sentences, clauses and quotations of a text; sentence marks inside quotations end a sentence only together
/// with the closing mark.
public struct TextStructure: Sendable {
  /// Lines that hold something, without surrounding blanks.
  public private(set) var paragraphs: [Span] = []
  /// Sentences, with their closing marks.
  public private(set) var sentences: [Span] = []
  /// Quotations in order of their opening marks.
  public private(set) var quotations: [Quotation] = []

  /// Reads the structure of a folded text.
  public init(_ text: ScalarText) {
    var line = 0
    for index in 0...text.count where index == text.count || text[index] == "\n" {
      var start = line
      var end = index
      while start < end, text[start].properties.isWhitespace { start += 1 }
      while end > start, text[end - 1].properties.isWhitespace { end -= 1 }
      if start < end { readParagraph(text, Span(start, end)) }
      line = index + 1
    }
  }

  /// The sentence that holds a position (the nearest before it, where none does).
  public func sentence(at position: Int) -> Span? { Self.find(position, in: sentences) }
  /// The paragraph that holds a position (the nearest before it, where none does).
  public func paragraph(at position: Int) -> Span? { Self.find(position, in: paragraphs) }

  private static func find(_ position: Int, in spans: [Span]) -> Span? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? spans[low - 1] : spans.first
  }

  private mutating func readParagraph(_ text: ScalarText, _ paragraph: Span) {
    paragraphs.append(paragraph)
    var open: [(index: Int, close: Unicode.Scalar)] = []
    var start = paragraph.start
    func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
      switch scalar {
      case "“": "”"
      case "‘": "’"
      case "「": "」"
      case "『": "』"
      default: nil
      }
    }
    var index = paragraph.start
    while index < paragraph.end {
      let scalar = text[index]
      if let close = closing(scalar) {
        // A second opening mark of the same kind right after the first one's content is a wrongly typed closing mark.
        open.append((index, close))
      } else if scalar == "\"" {
        if let last = open.last, last.close == "\"" {
          closeQuotation(&open, at: index)
        } else {
          open.append((index, "\""))
        }
      } else if open.contains(where: { $0.close == scalar }) {
        while let last = open.last, last.close != scalar { open.removeLast() }
        closeQuotation(&open, at: index)
      }
      if scalar == "。" || scalar == "!" || scalar == "?" || scalar == ";" || scalar == "！" || scalar == "？"
        || scalar == "；"
      {
        var end = index + 1
        while end < paragraph.end, "”’」』\"".unicodeScalars.contains(text[end]), let last = open.last,
          last.close == text[end]
        {
          closeQuotation(&open, at: end)
          end += 1
        }
        if open.isEmpty || scalar == "。" {
          open.removeAll()
          sentences.append(Span(start, end))
          start = end
        }
        index = end
        continue
      }
      index += 1
    }
    if start < paragraph.end { sentences.append(Span(start, paragraph.end)) }
    quotations.sort { $0.outer < $1.outer }
  }

  private mutating func closeQuotation(_ open: inout [(index: Int, close: Unicode.Scalar)], at index: Int) {
    let start = open.removeLast().index
    quotations.append(
      Quotation(outer: Span(start, index + 1), inner: Span(start + 1, index), depth: open.count))
  }
}
