import Extraction
import GraphModel

/// Says which meeting a place of the text is about: the reported one, or another that the text turns to.
struct MeetingSegments {
  private var turns: [(start: Int, end: Int, meeting: EntityID)] = []
  private let main: EntityID
  private var cited: [(span: Span, meeting: EntityID)] = []

  /// - Parameter isSpeech: whether the document is a speech, in which other meetings are only looked back on.
  init(_ meetings: [Meeting], main: EntityID, context: ExtractionContext, isSpeech: Bool) {
    self.main = main
    for meeting in meetings {
      guard let entity = meeting.entity, entity != main else { continue }
      for title in meeting.titles {
        cited.append((title.span, entity))
        guard !isSpeech, title.isConvened, !title.isCited,
          let sentence = context.structure.sentence(at: title.span.start),
          let paragraph = context.structure.paragraph(at: title.span.start), sentence.start <= title.span.start,
          title.span.start - sentence.start <= 60,
          // 甲某通报情况,并举行颁奖仪式: held on the way.
          !Self.isOnTheWay(context.folded, Span(sentence.start, title.span.start)),
          // In somebody's words a meeting is only looked back on.
          !Self.isSaid(context.folded, Span(sentence.start, title.span.start))
        else { continue }
        turns.append((sentence.start, paragraph.end, entity))
      }
    }
    cited.sort { $0.span < $1.span }
    turns.sort { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  private static func isOnTheWay(_ text: ScalarText, _ span: Span) -> Bool {
    text[span].contains(",") && addings.longestMatch(in: text, endingAt: span.end, limit: span.start) != nil
  }

  private static let addings = WordTrie(words: ["并举行", "还举行", "并召开", "同时举行"], reversed: true)

  private static func isSaid(_ text: ScalarText, _ span: Span) -> Bool {
    sayings.occurs(in: text, span)
  }

  private static let sayings = WordTrie(words: ["说", "指出", "强调", "表示", "要求", "介绍", "“"])

  /// The meeting that a predicate at a position is about.
  func meeting(at position: Int) -> EntityID {
    turns.last { $0.start <= position && position < $0.end }?.meeting ?? main
  }

  /// The meeting other than the reported one whose title stands inside a span.
  func cited(in span: Span) -> (span: Span, meeting: EntityID)? {
    var low = 0
    var high = cited.count
    while low < high {
      let middle = (low + high) / 2
      if cited[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    return low < cited.count && span.contains(cited[low].span) ? cited[low] : nil
  }
}
