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

/// Paragraphs, sentences and quotations of a text.
///
/// A stop inside a short quotation ends a sentence only together with the closing mark behind it; a quotation that is a speech
/// of its own has its own sentences. Reading costs time linear in the text, whatever stands in it.
public struct TextStructure: Sendable {
  /// Lines that hold something, without surrounding blanks.
  public private(set) var paragraphs: [Span] = []
  /// Sentences, with their closing marks.
  public private(set) var sentences: [Span] = []
  /// Quotations in order of their opening marks.
  public private(set) var quotations: [Quotation] = []

  /// A quotation longer than this, in scalars, with a stop inside is a speech.
  private static let longestPhrase = 40

  /// Reads the structure of a folded text.
  public init(_ text: ScalarText) {
    text.scalars.withUnsafeBufferPointer { scalars in
      var line = 0
      for index in 0...scalars.count where index == scalars.count || scalars[index] == "\n" {
        var start = line
        var end = index
        while start < end, Self.isSpace(scalars[start]) { start += 1 }
        while end > start, Self.isSpace(scalars[end - 1]) { end -= 1 }
        if start < end {
          let paragraph = Span(start, end)
          paragraphs.append(paragraph)
          let first = quotations.count
          quotations += QuotationReader.quotations(text, scalars, paragraph)
          readSentences(text, scalars, paragraph, quotations: first)
        }
        line = index + 1
      }
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

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.isBlank || scalar.isLineEnd }

  /// Cuts a paragraph at its stops; the quotations from an index on are the paragraph's.
  private mutating func readSentences(
    _ text: ScalarText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>, _ paragraph: Span, quotations first: Int
  ) {
    var start = paragraph.start
    var index = paragraph.start
    var next = first
    // Quotations around the position, the outermost first.
    var around: [Quotation] = []
    while let stop = Self.stops.first(in: text, from: index, limit: paragraph.end) {
      index = stop
      guard Self.isStop(scalars, index, paragraph.end) else {
        index += 1
        continue
      }
      while let last = around.last, last.outer.end <= index { around.removeLast() }
      while next < quotations.count, quotations[next].outer.start <= index {
        if quotations[next].outer.end > index { around.append(quotations[next]) }
        next += 1
      }
      var end = index + 1
      // Rows of stops (?!, !!) are one.
      while end < paragraph.end, Self.isStop(scalars, end, paragraph.end), scalars[end] != ";" { end += 1 }
      // The closing marks behind the stop belong to the sentence.
      while let last = around.last, last.inner.end == end {
        around.removeLast()
        end = last.outer.end
      }
      // A speech has sentences of its own, but a semicolon is no stop in it.
      let isSpeech = around.allSatisfy { $0.inner.count > Self.longestPhrase } && scalars[index] != ";"
      // 。”, and 。”的 go on after the quotation.
      let goesOn = end > index + 1 && end < paragraph.end && Self.continues(scalars[end])
      if around.isEmpty || isSpeech, !goesOn {
        sentences.append(Span(start, end))
        start = end
        while start < paragraph.end, Self.isSpace(scalars[start]) { start += 1 }
      }
      index = max(end, index + 1)
    }
    if start < paragraph.end { sentences.append(Span(start, paragraph.end)) }
  }

  private static let stops: ScalarSet = "。!！;；?？"

  /// Whether a scalar ends a sentence: 。 ! ? ; but not a row of ? that stands for lost characters.
  private static func isStop(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, _ index: Int, _ end: Int) -> Bool {
    switch scalars[index] {
    case "。", "!", "！", ";", "；": true
    case "?", "？":
      !(index + 1 < end && scalars[index + 1] == scalars[index] || index > 0 && scalars[index - 1] == scalars[index])
    default: false
    }
  }

  /// Whether a sentence goes on with a scalar behind a quotation that ended with a stop.
  private static func continues(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "、" || scalar == "，" || scalar == "的" || scalar == "等"
  }
}
