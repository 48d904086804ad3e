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
  /// It is one of `except`.
  case except(String)
  /// None of these rules found it.
  case foundBy([String])
  /// This rule found it.
  case notFoundBy(String)
  /// This property has none of these values.
  case property(String, [String])
  /// It is the document's home region, or what that is a part of.
  case home
  /// It is neither the document's home region nor a part of it, nor what that is a part of.
  case outsideHome
}

/// Asks whether the conditions of rules hold.
final class ConditionChecker {
  private let scene: RuleScene
  private var covers: [String: SpanSet] = [:]
  /// What the home region is a part of.
  private lazy var wholes = scene.context.deixis.home.map { scene.context.wholes(of: $0) } ?? []

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

  /// The first thing that keeps a match from being a find.
  ///
  /// - Parameter span: what it marks.
  func firstFailure(_ rule: FindRule, _ match: RuleMatch, _ span: Span) -> RuleCondition? {
    if rule.except?.trie.contains(scene.text[span]) == true { return .except(scene.context.text.string(span)) }
    return firstFailure(rule.conditions, match.span)
  }

  /// The first thing that keeps a mention from being an end of a link.
  func firstFailure(_ choice: MentionChoice, _ mention: Mention) -> RuleCondition? {
    let context = scene.context
    if !choice.foundBy.isEmpty, !choice.foundBy.contains(mention.rule) { return .foundBy(choice.foundBy) }
    if choice.notFoundBy.contains(mention.rule) { return .notFoundBy(mention.rule) }
    for (name, values) in choice.properties {
      let value = context.property(name, of: mention.entity).map { $0.text ?? JSONValue($0).line }
      guard let value, values.contains(value) else { return .property(name, values) }
    }
    for excluded in choice.excluded {
      switch excluded {
      case .home: if mention.entity == context.deixis.home { return .home }
      case .aboveHome: if wholes.contains(mention.entity) { return .home }
      case .outsideHome: if isOutsideHome(mention.entity) { return .outsideHome }
      }
    }
    return firstFailure(choice.conditions, mention.span)
  }

  /// The mentions that may be an end of a link, in order of their place.
  func mentions(_ end: LinkRule.End) -> [Mention] {
    guard case .mentions(let choices) = end else { return [] }
    if choices.count == 1 { return mentions(choices[0]) }
    return choices.flatMap { mentions($0) }.sorted { $0.span < $1.span }
  }

  private func mentions(_ choice: MentionChoice) -> [Mention] {
    let all = scene.context.mentions(of: choice.labels)
    // The home region that is nowhere named stands before the text.
    if choice.isPlain, all.first?.span.isEmpty != true { return all }
    return all.filter { !$0.span.isEmpty && firstFailure(choice, $0) == nil }
  }

  /// Whether a region is known to be no part of the home region, nor that of it.
  private func isOutsideHome(_ place: EntityID) -> Bool {
    let context = scene.context
    guard let home = context.deixis.home, place != home, !wholes.contains(place),
      case .string(let other)? = context.property("code", of: place),
      case .string(let code)? = context.property("code", of: home)
    else { return false }
    // 330000 is a province, 330100 a city in it, 330102 a district of that (GB/T 2260), 330102001 a town.
    func stem(_ code: String) -> Substring {
      code.utf8.count > 6 ? code[...] : code.prefix(code.hasSuffix("0000") ? 2 : code.hasSuffix("00") ? 4 : 6)
    }
    return !other.hasPrefix(stem(code)) && !code.hasPrefix(stem(other))
  }

  private func ends(_ words: ConditionWords, at position: Int) -> Bool {
    words.endings.longestMatch(in: scene.text, endingAt: position) != nil
  }

  private func starts(_ words: ConditionWords, at position: Int) -> Bool {
    words.trie.longestMatch(in: scene.text, at: position) != nil
  }

  private func occurs(_ words: ConditionWords, around span: Span, _ scope: RuleScope) -> Bool {
    scene.occurs(words, in: scene.span(of: scope, at: span.start))
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
