import GraphModel

/// What became of a rule at a place of a text.
public struct RuleTrial: Hashable, Sendable {
  /// What became of it.
  public enum Outcome: Hashable, Sendable {
    /// It made the find or the link.
    case fired(String)
    /// No form of its list stands there.
    case noEntry(list: String)
    /// No quotation stands there, or none with these words behind it.
    case noQuotation([String])
    /// Its pattern read this much, and what it wanted next.
    case stopped(after: String, wanted: [String])
    /// Its pattern matches this text, but a condition does not hold.
    case condition(String, RuleCondition)
    /// It matches this text, but an earlier rule has taken the place.
    case taken(String)
    /// It matches this text, but marks another stretch.
    case marksOther(String)
    /// There is no mention of these labels to link.
    case noMention([String])
    /// There is nothing to link this mention with.
    case noPartner(String)
  }

  /// The rule's name.
  public var rule: String
  /// The label or edge type that it adds.
  public var adds: String
  /// Where it is written.
  public var place: FilePlace
  /// What became of it.
  public var outcome: Outcome

  /// Whether the rule adds a label or an edge type.
  func isAbout(_ type: String) -> Bool { adds == type }
}

extension RulePack {
  /// What became of every find rule at a span of a document that the pack has read.
  public func trials(in context: ExtractionContext, at span: Span) -> [RuleTrial] {
    let scene = RuleScene(context, set)
    let conditions = ConditionChecker(scene)
    return set.finds.map { rule in
      RuleTrial(
        rule: rule.name, adds: rule.node, place: rule.place, outcome: outcome(rule, span, scene, conditions))
    }
  }

  private func outcome(
    _ rule: FindRule, _ span: Span, _ scene: RuleScene, _ conditions: ConditionChecker
  ) -> RuleTrial.Outcome {
    let matches = RuleRunner(scene, set).matches(of: rule).filter { $0.span.overlaps(span) }
    guard !matches.isEmpty else { return noMatch(rule, span, scene) }
    var outcome: RuleTrial.Outcome?
    for match in matches {
      let text = scene.context.text.string(match.span)
      let marked = rule.mark.flatMap { match.captures[$0] } ?? match.span
      let isMade = scene.context.mentions(of: rule.node).contains { $0.span == marked && $0.rule == rule.name }
      if isMade { return .fired(scene.context.text.string(marked)) }
      if let failure = conditions.firstFailure(rule, match, marked) {
        outcome = outcome ?? .condition(text, failure)
      } else if marked.overlaps(span) {
        outcome = outcome ?? .taken(text)
      } else {
        outcome = outcome ?? .marksOther(text)
      }
    }
    return outcome ?? noMatch(rule, span, scene)
  }

  private func noMatch(_ rule: FindRule, _ span: Span, _ scene: RuleScene) -> RuleTrial.Outcome {
    switch rule.target {
    case .list(let token):
      guard case .list(let list) = set.book.tokens[Int(token)] else { return .noEntry(list: "") }
      return .noEntry(list: set.lists[list].name)
    case .quoted(let words): return .noQuotation(words?.words ?? [])
    case .pattern(let program, let scope): return stop(of: program, scope, span, scene)
    }
  }

  /// How far a pattern got that started before the end of a span, the farthest of all starts.
  private func stop(of program: PatternProgram, _ scope: RuleScope, _ span: Span, _ scene: RuleScene)
    -> RuleTrial.Outcome
  {
    let around = scene.span(of: scope, at: span.start)
    var matcher = PatternMatcher(program, in: scene, from: scene.places(of: program.start))
    var best: (start: Int, reached: Int, wanted: [Int])?
    for start in max(around.start, span.start - PatternMatcher.longest)..<max(span.end, span.start + 1)
    where start < around.end {
      let attempt = matcher.attempt(at: start, in: around)
      guard attempt.reached > span.start || start >= span.start else { continue }
      if attempt.reached - start > (best.map { $0.reached - $0.start } ?? -1) {
        best = (start, attempt.reached, attempt.wanted)
      }
    }
    guard let best else { return .stopped(after: "", wanted: []) }
    var wanted: [String] = []
    for state in best.wanted {
      let word = set.description(of: program.states[state])
      if !wanted.contains(word) { wanted.append(word) }
    }
    return .stopped(after: scene.context.text.string(Span(best.start, best.reached)), wanted: wanted)
  }

  /// What became of the rules of an edge type in a document that the pack has read.
  public func linkTrials(_ link: String? = nil, in context: ExtractionContext, at span: Span? = nil) -> [RuleTrial] {
    let scene = RuleScene(context, set)
    return set.links.filter { link == nil || $0.link == link }.map { rule in
      RuleTrial(
        rule: rule.name, adds: rule.link, place: rule.place, outcome: outcome(rule, scene, span ?? context.text.span))
    }
  }

  private func outcome(_ rule: LinkRule, _ scene: RuleScene, _ span: Span) -> RuleTrial.Outcome {
    let context = scene.context
    if let text = context.evidence(ofRule: rule.name, overlapping: span) { return .fired(text) }
    let conditions = ConditionChecker(scene)
    if let program = rule.pattern {
      let matches = scene.matches(of: program, in: rule.conditions.scope)
        .filter { $0.span.overlaps(span) }
      guard let match = matches.first else { return stop(of: program, rule.conditions.scope, span, scene) }
      let text = context.text.string(match.span)
      return conditions.firstFailure(rule.conditions, match.span).map { .condition(text, $0) } ?? .noPartner(text)
    }
    for end in [rule.to, rule.from] {
      guard case .mentions(let choices) = end else { continue }
      let labels = end.labels
      guard let first = conditions.mentions(end).first(where: { $0.span.overlaps(span) }) else {
        let all = context.mentions(of: labels)
        if let mention = all.first(where: { $0.span.overlaps(span) }),
          let choice = choices.first(where: { $0.labels.contains(mention.type) }),
          let failure = conditions.firstFailure(choice, mention)
        {
          return .condition(context.text.string(mention.span), failure)
        }
        if all.isEmpty || !rule.to.isHome && end.labels == rule.to.labels { return .noMention(labels) }
        continue
      }
      let text = context.text.string(first.span)
      if let failure = conditions.firstFailure(rule.conditions, first.span) { return .condition(text, failure) }
      return .noPartner(text)
    }
    return .noPartner("")
  }
}

extension RuleSet {
  /// A state as the pattern writes it.
  func description(of state: PatternProgram.State) -> String {
    switch state {
    case .scalar(let scalar): String(Character(scalar))
    case .set(let ranges, let negated):
      if negated, ranges == [0x0A...0x0A] { "<any>" } else { "[" + (negated ? "^" : "") + Self.text(ranges) + "]" }
    case .token(let token): description(of: book.tokens[Int(token)])
    case .start: "<start>"
    case .split, .save, .match: ""
    }
  }

  private static func text(_ ranges: [ClosedRange<UInt32>]) -> String {
    ranges.prefix(12).map { range in
      let ends = [range.lowerBound, range.upperBound].compactMap { Unicode.Scalar($0).map { String(Character($0)) } }
      return range.count == 1 ? ends[0] : ends.joined(separator: "-")
    }.joined()
  }

  private func description(of token: PatternToken) -> String {
    switch token {
    case .list(let list): "<\(lists[list].name)>"
    case .mention(let label): "<\(label)>"
    case .anyMention: "<mention>"
    case .number: "<number>"
    case .integer: "<integer>"
    case .amount: "<amount>"
    case .percent: "<percent>"
    case .ordinal: "<ordinal>"
    case .date: "<date>"
    case .quoted: "<quoted>"
    case .title: "<title>"
    case .word: "<word>"
    }
  }
}
