/// Hits, false ones and misses.
public struct ScoreCount: Hashable, Sendable {
  /// How many predictions are right.
  public var right = 0
  /// How many predictions are wrong.
  public var wrong = 0
  /// How many required ones are missing.
  public var missed = 0

  /// Counts; nothing where none is given.
  public init(right: Int = 0, wrong: Int = 0, missed: Int = 0) {
    self.right = right
    self.wrong = wrong
    self.missed = missed
  }

  /// Share of the predictions that are right; nil where there is none.
  public var precision: Double? { right + wrong > 0 ? Double(right) / Double(right + wrong) : nil }
  /// Share of the required ones that are found; nil where there is none.
  public var recall: Double? { right + missed > 0 ? Double(right) / Double(right + missed) : nil }
  /// The harmonic mean of precision and recall; nil where there is nothing to find and nothing found.
  public var f1: Double? {
    let sum = 2 * right + wrong + missed
    return sum > 0 ? Double(2 * right) / Double(sum) : nil
  }

  /// Adds the counts of another one.
  public static func += (sum: inout ScoreCount, other: ScoreCount) {
    sum.right += other.right
    sum.wrong += other.wrong
    sum.missed += other.missed
  }
}

/// How well predicted graphs agree with gold ones, micro-averaged over documents.
public struct ScoreReport: Hashable, Sendable {
  /// Something that is wrong or missing.
  public struct Mistake: Hashable, Sendable {
    /// The kinds of mistakes.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// A required one is not there.
      case missed
      /// A predicted one is not in the gold file.
      case wrong
      /// A meeting's date differs.
      case date
    }
    /// What is wrong.
    public var kind: Kind
    /// The name of the gold file without its ending.
    public var document: String
    /// The node or edge type.
    public var type: String
    /// The name, or both ends and the title.
    public var text: String
  }

  /// A rule that asserts things of a type.
  public struct Rule: Hashable, Sendable, Comparable {
    /// The node or edge type.
    public var type: String
    /// The rule's name.
    public var name: String

    /// By type, then by name.
    public static func < (a: Rule, b: Rule) -> Bool { (a.type, a.name) < (b.type, b.name) }
  }

  /// Types that every system is expected to know.
  public static let coreTypes: Set = ["Meeting", "Person", "Region", "Enterprise", "Program"]

  /// Counts of node types.
  public internal(set) var entities: [String: ScoreCount] = [:]
  /// Counts of edge types.
  public internal(set) var relations: [String: ScoreCount] = [:]
  /// How often what a rule asserted is right or wrong.
  public internal(set) var rules: [Rule: ScoreCount] = [:]
  /// Counts of edges both of whose ends are of core types.
  public internal(set) var coreRelations = ScoreCount()
  /// Matched meetings of which gold or prediction gives a date.
  public internal(set) var datesCompared = 0
  /// How many of these dates agree.
  public internal(set) var datesRight = 0
  /// Number of dated meetings in the gold files.
  public internal(set) var datesGold = 0
  /// Every mistake, by document, in the order of the files.
  public internal(set) var mistakes: [Mistake] = []

  /// Nothing scored yet.
  public init() {}

  /// Counts of all nodes of core types.
  public var coreEntities: ScoreCount { sum(entities.filter { Self.coreTypes.contains($0.key) }) }
  /// Counts of all nodes.
  public var allEntities: ScoreCount { sum(entities) }
  /// Counts of all edges.
  public var allRelations: ScoreCount { sum(relations) }

  private func sum(_ counts: [String: ScoreCount]) -> ScoreCount { counts.values.reduce(into: ScoreCount(), +=) }
}
