extension Expression {
  /// The expression with its direct children replaced.
  func mapChildren(_ transform: (Expression) throws -> Expression) rethrows -> Expression {
    var result = self
    switch node {
    case .null, .boolean, .integer, .float, .string, .parameter, .variable, .slot, .countAll, .subquery, .pattern: break
    case .list(let items): result.node = .list(try items.map(transform))
    case .map(let entries):
      result.node = .map(try entries.map { Entry(key: $0.key, value: try transform($0.value)) })
    case .property(let base, let key): result.node = .property(try transform(base), key)
    case .element(let base, let index): result.node = .element(try transform(base), try transform(index))
    case .slice(let base, let from, let to):
      result.node = .slice(try transform(base), from: try from.map(transform), to: try to.map(transform))
    case .hasLabels(let base, let labels): result.node = .hasLabels(try transform(base), labels)
    case .unary(let operation, let operand): result.node = .unary(operation, try transform(operand))
    case .binary(let operation, let a, let b): result.node = .binary(operation, try transform(a), try transform(b))
    case .comparison(let operands, let operations):
      result.node = .comparison(try operands.map(transform), operations)
    case .connective(let connective, let operands):
      result.node = .connective(connective, try operands.map(transform))
    case .isNull(let operand, let negated): result.node = .isNull(try transform(operand), negated: negated)
    case .call(let name, let arguments, let distinct):
      result.node = .call(name, try arguments.map(transform), distinct: distinct)
    case .caseOf(let subject, let alternatives, let otherwise):
      result.node = .caseOf(
        try subject.map(transform),
        try alternatives.map { Alternative(when: try transform($0.when), then: try transform($0.then)) },
        otherwise: try otherwise.map(transform))
    case .listComprehension(let name, let list, let filter, let map):
      result.node = .listComprehension(
        name, try transform(list), filter: try filter.map(transform), map: try map.map(transform))
    case .patternComprehension(let pattern, let filter, let map):
      result.node = .patternComprehension(pattern, filter: try filter.map(transform), map: try transform(map))
    case .quantifier(let quantifier, let name, let list, let filter):
      result.node = .quantifier(quantifier, name, try transform(list), filter: try filter.map(transform))
    case .reduce(let accumulator, let start, let name, let list, let step):
      result.node = .reduce(
        accumulator: accumulator, start: try transform(start), name, try transform(list), step: try transform(step))
    case .mapProjection(let base, let items):
      result.node = .mapProjection(
        try transform(base),
        try items.map { item in
          guard case .entry(let entry) = item else { return item }
          return .entry(Entry(key: entry.key, value: try transform(entry.value)))
        })
    }
    return result
  }

  /// The names that it brings for what is inside.
  var declaredNames: Set<String> {
    switch node {
    case .listComprehension(let name, _, _, _), .quantifier(_, let name, _, _): return [name.text]
    case .reduce(let accumulator, _, let name, _, _): return [accumulator.text, name.text]
    case .patternComprehension(let pattern, _, _):
      let names = pattern.nodes.map(\.variable) + pattern.relationships.map(\.variable) + [pattern.variable]
      return Set(names.compactMap { $0?.text })
    default: return []
    }
  }

  /// The operands of AND, or the expression itself.
  var conjuncts: [Expression] {
    if case .connective(.and, let operands) = node { return operands.flatMap(\.conjuncts) }
    return [self]
  }

  /// Whether it is a variable or a property of one.
  var isSimpleKey: Bool {
    switch node {
    case .variable: return true
    case .property(let base, _):
      if case .variable = base.node { return true }
      return false
    default: return false
    }
  }

  /// The slots that it reads, given what the names in it stand for.
  func reads(_ scope: Scope) -> Set<Int> {
    guard let names = variableNames else { return Set(scope.slots).union(slotsInside) }
    return slotsInside.union(names.compactMap { scope[$0]?.slot })
  }

  private var slotsInside: Set<Int> {
    if case .slot(let slot) = node { return [slot] }
    return children.reduce(into: []) { $0.formUnion($1.slotsInside) }
  }
}
