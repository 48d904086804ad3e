import Extraction
import GraphModel

/// Splits a page into the reports that stand on it one below the other, each with a meeting of its own.
struct ReportSplitter {
  let words: MeetingWords
  let context: ExtractionContext
  /// How far from its beginning a paragraph convenes the meeting that it reports, in scalars.
  private static let lead = 60
  /// How many reports a page has at most; more are the lines of a list.
  private static let most = 20
  /// How many days lie between reports of one page at most.
  private static let farthest = 45

  /// The reports, in order, together the whole text; one where nothing tells more.
  func reports(_ titles: [MeetingTitle]) -> [Span] {
    let paragraphs = context.structure.paragraphs
    guard paragraphs.count > 1 else { return [context.folded.span] }
    // 相关新闻: what stands below is about other meetings.
    let section = paragraphs.dropFirst().first(where: isSection)?.start
    let datelines = paragraphs.filter(isDatelined)
    let starts = (datelines.count > 1 ? datelines : openers(titles, paragraphs)).map(\.start)
    guard starts.count > 1 && starts.count <= Self.most || section != nil else { return [context.folded.span] }
    // What stands above the first report are headlines: of it, where a dateline parts it from the next.
    var bounds = starts.count > Self.most ? [] : datelines.count > 1 ? Array(starts.dropFirst()) : starts
    if let section, !bounds.contains(section) { bounds = (bounds + [section]).sorted() }
    bounds = [0] + bounds.filter { $0 > 0 } + [context.folded.count]
    return (1..<bounds.count).map { Span(bounds[$0 - 1], bounds[$0]) }
  }

  /// Whether a paragraph begins with the line that says who reports: 本报讯(记者…), 又讯, 某网某日讯.
  private func isDatelined(_ paragraph: Span) -> Bool {
    let text = context.folded
    var start = paragraph.start
    while start < paragraph.end, text[start] == " " || text[start] == "\u{3000}" { start += 1 }
    if words.reporting.longestMatch(in: text, at: start, limit: paragraph.end) != nil { return true }
    var position = start
    while position < paragraph.end, position - start < 24, !MeetingTitleReader.marks.contains(text[position]) {
      if let word = words.datelineEnd.longestMatch(in: text, at: position, limit: paragraph.end),
        word.end < paragraph.end, " :(".unicodeScalars.contains(text[word.end])
      {
        return position > start
      }
      position += 1
    }
    return false
  }

  /// Whether a line is nothing but 相关新闻, 延伸阅读 and the like.
  private func isSection(_ paragraph: Span) -> Bool {
    let text = context.folded
    guard paragraph.count <= 16 else { return false }
    var start = paragraph.start
    while start < paragraph.end, !text[start].isHan { start += 1 }
    guard let word = words.section.longestMatch(in: text, at: start, limit: paragraph.end) else { return false }
    return text[Span(word.end, paragraph.end)].allSatisfy { !$0.isHan }
  }

  /// The paragraphs that begin with a day and convene a meeting at which somebody acts, where there are several such.
  private func openers(_ titles: [MeetingTitle], _ paragraphs: [Span]) -> [Span] {
    var openers: [(paragraph: Span, date: DateMention)] = []
    for title in titles where title.isConvened && !title.isRecalled && title.edge != .determiner {
      guard let paragraph = context.structure.paragraph(at: title.span.start),
        title.span.start - paragraph.start <= Self.lead, openers.last?.paragraph != paragraph,
        let date = context.dates.mentions(in: paragraph).first, date.hasDay, !date.isTerm,
        context.folded[Span(paragraph.start, date.span.start)].allSatisfy({ !$0.isHan && !$0.isLatinOrDigit }),
        date.span.end <= title.span.start, let sentence = context.structure.sentence(at: title.span.start),
        !context.mentions(of: "Person", in: Span(sentence.start, min(paragraph.end, sentence.end + 120))).isEmpty
      else { continue }
      if let first = openers.first, isFar(first.date.date, date.date) { continue }
      openers.append((paragraph, date))
    }
    return openers.map(\.paragraph)
  }

  private func isFar(_ one: PartialDate, _ other: PartialDate) -> Bool {
    func days(_ date: PartialDate) -> Int { (date.month ?? 1) * 30 + (date.day ?? 1) }
    if let first = one.year, let second = other.year, first != second {
      return abs(first * 365 + days(one) - second * 365 - days(other)) > Self.farthest
    }
    return abs(days(one) - days(other)) > Self.farthest
  }
}
