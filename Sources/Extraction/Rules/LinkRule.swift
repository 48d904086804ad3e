/// A rule that links things.
struct LinkRule: Sendable {
  /// What stands at an end of the link.
  enum End: Sendable {
    /// The nearest mention that one of these describes.
    case mentions([MentionChoice])
    /// The region whose document it is.
    case home

    /// The labels of its mentions.
    var labels: [String] {
      if case .mentions(let choices) = self { Set(choices.flatMap(\.labels)).sorted() } else { [] }
    }

    var isHome: Bool {
      if case .home = self { true } else { false }
    }
  }

  /// How the ends stand to each other.
  enum Order: String, Sendable {
    case any, fromFirst = "from first", toFirst = "to first"
    /// One mention is a part of the other one.
    case fromInside = "from inside", toInside = "to inside"
    /// One mention is the beginning of the other one.
    case fromAtStart = "from at start", toAtStart = "to at start"

    /// The side whose mention is a part of the other one.
    var inner: Side? {
      switch self {
      case .any, .fromFirst, .toFirst: nil
      case .fromInside, .fromAtStart: .from
      case .toInside, .toAtStart: .to
      }
    }

    var isAtStart: Bool { self == .fromAtStart || self == .toAtStart }
  }

  enum Choice: String, Sendable { case nearest, all }
  enum Side: String, Sendable { case from, to }

  var name: String
  var place: FilePlace
  /// The edge type.
  var link: String
  var pattern: PatternProgram?
  var from: End
  var to: End
  /// The labels of the ends' mentions.
  let fromLabels: [String]
  let toLabels: [String]
  /// Whether the home region stands in where there is no mention.
  var otherwiseHome: Bool
  var order: Order
  var choice: Choice
  /// For each of which side the other one is looked for.
  var each: Side
  /// Sides on which a link holds for all items of an enumeration.
  var spread: Set<Side>
  /// The side of which each thing gets one link: at the first of its mentions that finds another end.
  var once: Side?
  /// The side of which a thing gets none where it has a link of this type already.
  var unlessLinked: Side?
  var between: ConditionWords?
  var notBetween: ConditionWords?
  /// Whether the words between the ends count only as words of the text, not as parts of other words.
  var asksWholeWords: Bool
  /// Whether ends with nothing between them need no word of `between`.
  var mayTouch: Bool
  /// The farthest that the ends may stand apart, in scalars.
  var distance: Int?
  /// Where the other end may stand; nil: where the conditions look.
  var reach: RuleScope?
  var fillings: [RuleFilling]
  var conditions: RuleConditions
  var confidence: Double
}

/// Which mentions may be an end of a link.
struct MentionChoice: Sendable {
  /// A region that does not count.
  enum Excluded: String, Sendable, CaseIterable {
    /// The region whose document it is.
    case home
    /// What that region is a part of.
    case aboveHome = "above home"
    /// Neither that region nor a part of it, nor what it is a part of.
    case outsideHome = "outside home"
  }

  var labels: [String]
  var conditions = RuleConditions()
  /// Rules of which one must have found it; none: any.
  var foundBy: [String] = []
  var notFoundBy: [String] = []
  /// Properties of which each must have one of some values.
  var properties: [(name: String, values: [String])] = []
  var excluded: [Excluded] = []

  /// Whether nothing but the label is asked.
  var isPlain: Bool {
    foundBy.isEmpty && notFoundBy.isEmpty && properties.isEmpty && excluded.isEmpty && !conditions.asksAnything
  }
}
