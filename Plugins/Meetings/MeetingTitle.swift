import GraphModel

/// A stretch of text that names a meeting.
struct MeetingTitle {
  /// Why the title starts where it does.
  enum Edge {
    /// A verb that convenes or attends it.
    case verb
    /// A verb of quoting (传达, 落实), a function word, a time word, a mark.
    case soft, function, time, mark
    /// An earlier title of a list, a level word of a coordination.
    case list, levels
    /// 本次, 各类: it points back or to nothing.
    case determiner
  }

  /// The title.
  var span: Span
  /// Its last word, which tells the kind: 工作会议.
  var head: Span
  /// Why it starts where it does.
  var edge: Edge
  /// Whether the text says here that it takes place: 召开, 举行 before or behind it.
  var isConvened: Bool
  /// Whether 本次, 此次 before it point back to the meeting that the document reports.
  var pointsBack = false
  /// Whether the words before it say that it was held, in passing: 省委召开的….
  var isRecalled = false
  /// Whether 精神, 部署 and the like follow, or the level words before it make it one of several.
  var isCited: Bool
  /// Whether nothing but words of kind stand before the head.
  var isKindOnly: Bool
  /// Printed forms of a title that takes its first word from a coordination (中央、省经济工作会议), by that word's span.
  var sharedLevels: [Span] = []

  /// The title in full where the text shares a part of it with others: 十八届三中、四中全会.
  var composed: String?
  /// Where the title begins that tells whose it is, where that is another one: 市委六届三次 of 市委六届三次、四次全会.
  var owner: Int?

  /// The same title as a looser name of a meeting that has a fuller one.
  var asAside: MeetingTitle {
    var title = self
    title.isKindOnly = true
    return title
  }

  /// How long the title is as it is printed in full, in scalars.
  var length: Int { composed?.unicodeScalars.count ?? span.count }

  /// What stands before the head.
  var own: Span { Span(span.start, head.start) }
}
