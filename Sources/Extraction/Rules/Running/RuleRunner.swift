import GraphModel

/// What a plug-in's rules did in documents, for those who ask.
///
/// One thread at a time writes it.
final class RuleLog: @unchecked Sendable {
  // Safe to share: `RuleAudit` alone holds one, and reads its documents one after the other.
  /// How often each rule found something, by name.
  private(set) var fired: [String: Int] = [:]
  /// How often what a rule found was there already, by its name and that of the rule that was first.
  private(set) var shadowed: [String: [String: Int]] = [:]

  func noteFired(_ rule: String) { fired[rule, default: 0] += 1 }
  func noteShadowed(_ rule: String, by other: String) { shadowed[rule, default: [:]][other, default: 0] += 1 }
}

/// Runs the rules of a pack over one document.
struct RuleRunner {
  let scene: RuleScene
  let pack: RuleSet
  let log: RuleLog?
  private let values: RuleValues
  private let conditions: ConditionChecker

  init(_ scene: RuleScene, _ pack: RuleSet) {
    self.scene = scene
    self.pack = pack
    log = scene.context.ruleLog
    values = RuleValues(scene: scene, pack: pack)
    conditions = ConditionChecker(scene)
  }

  /// Finds and links.
  func run() {
    var taken: [String: SpanSet] = [:]
    var owners: [String: [Span: String]] = [:]
    for rule in pack.finds {
      var own = taken[rule.node] ?? present(rule.node)
      var found = 0
      for (match, span) in accepted(rule) {
        if own.overlaps(span) {
          let first = own.span(at: span.start).flatMap { owners[rule.node]?[$0] }
          if let first, first != rule.name { log?.noteShadowed(rule.name, by: first) }
          continue
        }
        own.insert(span)
        owners[rule.node, default: [:]][span] = rule.name
        add(match, span, rule)
        found += 1
      }
      taken[rule.node] = own
      if found > 0 {
        scene.forget(rule.node)
        conditions.forget(rule.node)
      }
    }
    link()
  }

  /// What the rules find, without adding anything.
  func finds() -> [RuleFind] {
    pack.finds.flatMap { rule in
      accepted(rule).compactMap { match, span in
        name(match, span, rule).map {
          log?.noteFired(rule.name)
          return RuleFind(label: rule.node, span: span, name: $0, rule: rule.name, confidence: rule.confidence)
        }
      }
    }
  }

  /// The matches of a rule for which its conditions hold, with the mentions.
  private func accepted(_ rule: FindRule) -> [(match: RuleMatch, span: Span)] {
    matches(of: rule).compactMap { match in
      let span = rule.mark.flatMap { match.captures[$0] } ?? match.span
      return span.isEmpty || conditions.firstFailure(rule, match, span) != nil ? nil : (match, span)
    }
  }

  /// Links what was found.
  func link() {
    // Most documents have nothing to link by a rule: that is told without a copy of the rule or a look at the text.
    for index in pack.links.indices where mayLink(index) {
      var runner = LinkRunner(scene, pack, pack.links[index], values, conditions, log)
      runner.run()
    }
  }

  /// Whether there is a mention of each side's labels, or the home region stands in.
  private func mayLink(_ index: Int) -> Bool {
    let hasHome = scene.context.deixis.home != nil
    let standsIn = hasHome && pack.links[index].otherwiseHome
    func isThere(_ labels: [String], _ isHome: Bool) -> Bool {
      isHome ? hasHome : labels.contains { !scene.context.mentions(of: $0).isEmpty }
    }
    let from = isThere(pack.links[index].fromLabels, pack.links[index].from.isHome)
    let to = isThere(pack.links[index].toLabels, pack.links[index].to.isHome)
    return from && to || standsIn && (from || to)
  }

  private func present(_ label: String) -> SpanSet {
    var spans = SpanSet(count: scene.text.count)
    for mention in scene.context.mentions(of: label) { spans.insert(mention.span) }
    return spans
  }

  /// What a find is called; nil where the rule's template needs what is not there.
  private func name(_ match: RuleMatch, _ span: Span, _ rule: FindRule) -> String? {
    if let template = rule.title { return values.text(template, match).flatMap { $0.isEmpty ? nil : $0 } }
    let entry = match.entry ?? rule.mark.flatMap { values.entry(at: span, match.tokens[$0]) }
    return entry.map { pack.lists[$0.list].words.name(ofRow: $0.row) } ?? scene.context.text.string(span)
  }

  private func add(_ match: RuleMatch, _ span: Span, _ rule: FindRule) {
    guard let name = name(match, span, rule) else { return }
    let context = scene.context
    let entity = context.addEntity(
      rule.node, name: name, properties: values.properties(rule.fillings, match), rule: rule.name,
      confidence: rule.confidence)
    context.addMention(of: entity, at: span, rule: rule.name)
    log?.noteFired(rule.name)
  }

  /// What a find rule matches, before conditions; in order, not overlapping.
  func matches(of rule: FindRule) -> [RuleMatch] {
    switch rule.target {
    case .list(let token):
      guard case .list(let list) = pack.book.tokens[Int(token)] else { return [] }
      var found: [RuleMatch] = []
      for occurrence in scene.table(token).occurrences {
        let match = RuleMatch(
          span: Span(occurrence.start, occurrence.end), entry: (list: list, row: occurrence.payload))
        // Occurrences come by start, the shortest first: of those that start first the longest stays.
        guard let last = found.last, occurrence.start < last.span.end else {
          found.append(match)
          continue
        }
        if occurrence.start == last.span.start { found[found.count - 1] = match }
      }
      return found
    case .pattern(let program, let scope): return scene.matches(of: program, in: scope)
    case .quoted(let words):
      return scene.context.structure.quotations.compactMap { quotation in
        guard quotation.outer.count <= PatternMatcher.longest else { return nil }
        guard let words else { return RuleMatch(span: quotation.outer) }
        return words.trie.longestMatch(in: scene.text, at: quotation.outer.end)
          .map { RuleMatch(span: Span(quotation.outer.start, $0.end)) }
      }
    }
  }
}
