/// A decision about assertions, by a score or by a person; a person outranks a score, and a later decision an earlier one.
public struct Judgement: Hashable, Sendable {
  /// What was decided.
  public enum Decision: Hashable, Sendable {
    /// Two nodes are the same thing.
    case same(String, String)
    /// Two nodes are not the same thing.
    case notSame(String, String)
    /// A node or an edge is wrong and leaves the graph.
    case reject(String)
    /// A property of a node or an edge gets another value; nil takes it away.
    case correct(String, property: String, value: PropertyValue?)
    /// A query that writes, and what it changes; done, shown and undone as a whole.
    case statement(query: String, [GraphChange])
  }

  /// The decision, about nodes and edges by their stable keys.
  public var decision: Decision
  /// Who decided.
  public var author: String
  /// When, as ISO 8601 in UTC.
  public var time: String
  /// Why, in the author's words.
  public var reason: String

  /// Records a decision.
  public init(decision: Decision, author: String, time: String, reason: String = "") {
    self.decision = decision
    self.author = author
    self.time = time
    self.reason = reason
  }
}
