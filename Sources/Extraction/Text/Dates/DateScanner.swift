import GraphModel

/// Reads every date of a text and resolves what is not printed: a missing year from the publishing date or from what the
/// text says of years (总结2020年…部署2021年 → 2021), a missing month from the date before, 昨日 from the publishing date.
///
/// Where the document does not tell, parts stay unknown: 8月14日 with no year anywhere is `--08-14`. Linear in the text.
public struct DateScanner: Sendable {
  /// The dates, in order of their place.
  public let mentions: [DateMention]
  /// The day to which 昨日 and missing years are relative: the publishing date, else a full date on a line of its own.
  public let anchor: PartialDate?
  /// The year in which the document was written, where it can be told.
  public let year: Int?

  /// Reads a folded text.
  ///
  /// - Parameter published: the publishing date, where the page tells it.
  public init(_ text: ScalarText, published: PartialDate? = nil) {
    var reader = DateReader(text)
    reader.read()
    var anchor = published.flatMap { $0.year == nil ? nil : $0 }
    if anchor?.day == nil, let line = Self.dateLine(reader.found, text) { anchor = line }
    let context = YearContext(reader.found, text)
    var resolver = DateResolver(anchor: anchor, context: context)
    mentions = resolver.resolve(reader.found, text)
    self.anchor = anchor
    year = anchor?.year ?? context.year ?? mentions.compactMap { $0.form == .day ? $0.printed.year : nil }.max()
  }

  /// The dates inside a span, in order.
  public func mentions(in span: Span) -> ArraySlice<DateMention> {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < mentions.count, mentions[end].span.end <= span.end { end += 1 }
    return mentions[low..<end]
  }

  /// The last date before a position that tells a day and is no term.
  public func day(before position: Int) -> DateMention? {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.end <= position { low = middle + 1 } else { high = middle }
    }
    return mentions[..<low].last { $0.hasDay && !$0.isTerm }
  }

  /// A full date that fills a line, brackets apart: the date under a speech's or a notice's title.
  private static func dateLine(_ found: [DateReader.Found], _ text: ScalarText) -> PartialDate? {
    for item in found where item.printed.year != nil && item.printed.day != nil {
      var start = item.span.start
      while start > 0, "(（ \u{3000}\t".unicodeScalars.contains(text[start - 1]) { start -= 1 }
      var end = item.span.end
      while end < text.count, ")） \u{3000}\t".unicodeScalars.contains(text[end]) { end += 1 }
      if start == 0 || text[start - 1] == "\n", end == text.count || text[end] == "\n" { return item.printed }
    }
    return nil
  }
}
