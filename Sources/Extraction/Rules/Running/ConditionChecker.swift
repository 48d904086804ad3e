import GraphModel

/// A condition of a rule that does not hold somewhere.
public enum RuleCondition: Hashable, Sendable {
  /// None of these words stands right before.
  case after([String])
  /// One of these words stands right before.
  case notAfter([String])
  /// None of these words stands right behind.
  case before([String])
  /// One of these words stands right behind.
  case notBefore([String])
  /// None of these words stands in the scope.
  case with([String])
  /// One of these words stands in the scope.
  case without([String])
  /// No heading above holds one of these words.
  case section([String])
  /// It is not inside a mention of these labels.
  case inside([String])
  /// It is inside a mention of this label.
  case notInside(String)
}

/// Asks whether the conditions of rules hold.
final class ConditionChecker {
  private let scene: RuleScene
  private var covers: [String: SpanSet] = [:]

  init(_ scene: RuleScene) { self.scene = scene }

  /// Forgets where the mentions of a label are.
  func forget(_ label: String) { covers[label] = nil }

  /// The first condition that does not hold for a match.
  func firstFailure(_ conditions: RuleConditions, _ span: Span) -> RuleCondition? {
    if let words = conditions.after, !ends(words, at: span.start) { return .after(words.words) }
    if let words = conditions.notAfter, ends(words, at: span.start) { return .notAfter(words.words) }
    if let words = conditions.before, !starts(words, at: span.end) { return .before(words.words) }
    if let words = conditions.notBefore, starts(words, at: span.end) { return .notBefore(words.words) }
    if !conditions.inside.isEmpty, !conditions.inside.contains(where: { isInside(span, $0) }) {
      return .inside(conditions.inside)
    }
    if let label = conditions.notInside.first(where: { isInside(span, $0) }) { return .notInside(label) }
    if let words = conditions.with, !occurs(words, around: span, conditions.scope) { return .with(words.words) }
    if let words = conditions.without, occurs(words, around: span, conditions.scope) { return .without(words.words) }
    if let words = conditions.section, !scene.isUnderHeading(words, at: span.start) { return .section(words.words) }
    return nil
  }

  private func ends(_ words: ConditionWords, at position: Int) -> Bool {
    words.endings.longestMatch(in: scene.text, endingAt: position) != nil
  }

  private func starts(_ words: ConditionWords, at position: Int) -> Bool {
    words.trie.longestMatch(in: scene.text, at: position) != nil
  }

  private func occurs(_ words: ConditionWords, around span: Span, _ scope: RuleScope) -> Bool {
    scene.occurrences(of: words).occur(in: scene.span(of: scope, at: span.start))
  }

  private func isInside(_ span: Span, _ label: String) -> Bool {
    if covers[label] == nil {
      var spans = SpanSet(count: scene.text.count)
      for mention in scene.context.mentions(of: label) { spans.insert(mention.span) }
      covers[label] = spans
    }
    return covers[label]?.span(at: span.start)?.contains(span) == true
  }
}
