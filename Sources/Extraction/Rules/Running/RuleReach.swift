import GraphModel

extension RuleSet {
  /// Whether any rule may add something to a document of a folded text, as far as words tell without reading it.
  ///
  /// - Parameter produced: the labels that only this pack finds.
  func mayAdd(to text: ScalarText, producing produced: [String]) -> Bool {
    if finds.contains(where: { mayFind($0, in: text) }) { return true }
    // Nothing is found, so no link can have an end among the pack's own labels.
    return links.contains { rule in
      func isOwn(_ end: LinkRule.End) -> Bool {
        !end.isHome && end.labels.allSatisfy(produced.contains)
      }
      let isByFrom = rule.each == .from || rule.to.isHome
      let (anchor, partner) = isByFrom ? (rule.from, rule.to) : (rule.to, rule.from)
      let lacksEnd = isOwn(anchor) || isOwn(partner) && !rule.otherwiseHome
      return !lacksEnd && Self.stands(rule.pattern?.required, in: text) && mayHold(rule.conditions, in: text)
    }
  }

  private func mayFind(_ rule: FindRule, in text: ScalarText) -> Bool {
    guard mayHold(rule.conditions, in: text) else { return false }
    switch rule.target {
    case .list(let token):
      guard case .list(let number) = book.tokens[Int(token)] else { return true }
      return lists[number].words.occurs(in: text)
    case .pattern(let program, _): return Self.stands(program.required, in: text)
    case .quoted(let words): return Self.stands(words, in: text)
    }
  }

  private func mayHold(_ conditions: RuleConditions, in text: ScalarText) -> Bool {
    [conditions.after, conditions.before, conditions.with].allSatisfy { Self.stands($0, in: text) }
  }

  /// Whether one of some words stands in a text; nothing is asked where there are none.
  private static func stands(_ words: ConditionWords?, in text: ScalarText) -> Bool {
    words.map { $0.trie.firstMatch(in: text, from: 0) != nil } ?? true
  }
}

extension CompiledWordList {
  /// Whether a form of the list stands in a folded text.
  func occurs(in text: ScalarText) -> Bool {
    for start in 0..<text.count where longestMatch(in: text, at: start, limit: text.count) != nil { return true }
    return false
  }
}
