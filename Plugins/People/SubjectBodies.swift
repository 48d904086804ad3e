import Extraction
import GraphModel

/// The bodies and companies with which sentences begin: who acts in them.
struct SubjectBodies {
  /// Where the names end and whose they are, in order.
  private var bodies: [(end: Int, entity: EntityID)] = []
  private let text: ScalarText
  /// How far behind its name somebody may still be chosen by a body, in scalars.
  private static let reach = 240
  private static let marks: ScalarSet = "。!?;\n "

  init(_ context: ExtractionContext) {
    text = context.folded
    let leading = PeopleWords.embedded.leadingBodies
    for mention in context.mentions(of: "Organization")
    where isFirst(mention.span) && leading.longestMatch(in: text, endingAt: mention.span.end) == nil {
      bodies.append((mention.span.end, mention.entity))
    }
  }

  /// The body that the sentence of a position, or one shortly before, begins with.
  func subject(before position: Int) -> EntityID? {
    var low = 0
    var high = bodies.count
    while low < high {
      let middle = (low + high) / 2
      if bodies[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    guard low > 0, position - bodies[low - 1].end <= Self.reach,
      !text[Span(bodies[low - 1].end, position)].contains("\n")
    else { return nil }
    return bodies[low - 1].entity
  }

  /// Whether a body is the first thing in its sentence, but for a date.
  private func isFirst(_ span: Span) -> Bool {
    var start = span.start
    // 4月17日,甲协会
    if start > 0, text[start - 1] == "," {
      start -= 1
      while start > 0, span.start - start <= 16, Self.dates.contains(text[start - 1]) { start -= 1 }
    }
    return start == 0 || Self.marks.contains(text[start - 1])
  }

  private static let dates: ScalarSet = "0123456789年月日号上下午晚日昨今近天前"
}
