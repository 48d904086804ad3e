import GraphModel

/// A condition that looks at nothing but one property of one node: it can be tried on a value instead of on a row.
struct PropertyTest {
  /// The slot of the node.
  var node: Int
  var key: GraphName
  /// The slot in which `evaluate` finds the value.
  var value: Int
  var evaluate: Evaluator
  /// How it compares a text with one that is the same for all rows, where it does no more.
  var text: (test: TextTest, wanted: Evaluator)?

  /// Whether the condition holds for a value.
  func holds(_ value: PropertyValue?, _ frame: Frame) throws -> Bool {
    frame.slots[self.value] = value.map(Value.init) ?? .null
    switch try evaluate(frame) {
    case .boolean(let truth): return truth
    case .null: return false
    case let other: throw CypherError.wrongType(other, wanted: "a truth value as a condition")
    }
  }
}

extension Planner {
  /// A condition as a test of one property, where it is one.
  func propertyTest(_ condition: Expression, in scope: Scope) throws -> PropertyTest? {
    var read: (node: Int, key: String)?
    guard condition.readsOneProperty(scope, &read), let read else { return nil }
    let value = newSlot()
    let rewritten = try condition.replacingProperties(by: value)
    let compiler = ExpressionCompiler(planner: self, scope: scope)
    var test = PropertyTest(
      node: read.node, key: GraphName(read.key), value: value, evaluate: try compiler.compile(rewritten))
    var sides: (subject: Expression, wanted: Expression, test: TextTest)?
    switch rewritten.node {
    case .comparison(let operands, [.equal]):
      sides =
        operands[0].node == .slot(value)
        ? (operands[0], operands[1], .equals) : (operands[1], operands[0], .equals)
    case .binary(.contains, let text, let part): sides = (text, part, .contains)
    case .binary(.startsWith, let text, let part): sides = (text, part, .starts)
    default: break
    }
    if let sides, sides.subject.node == .slot(value), sides.wanted.reads(scope).isEmpty {
      test.text = (sides.test, try compiler.compile(sides.wanted))
    }
    return test
  }
}

extension Expression {
  /// The slot that a variable or slot stands for.
  func plainSlot(_ scope: Scope) -> Int? {
    switch node {
    case .variable(let name): scope[name]?.slot
    case .slot(let slot): slot
    default: nil
    }
  }

  /// Whether the expression reads no variable but to take one and the same property of it, and yields the same each time.
  fileprivate func readsOneProperty(_ scope: Scope, _ read: inout (node: Int, key: String)?) -> Bool {
    switch node {
    case .property(let base, let key):
      guard let slot = base.plainSlot(scope) else { return base.readsOneProperty(scope, &read) }
      guard read.map({ $0 == (slot, key) }) ?? true else { return false }
      read = (slot, key)
      return true
    case .variable, .slot, .countAll, .subquery, .pattern, .patternComprehension, .listComprehension, .quantifier,
      .reduce, .mapProjection:
      return false
    case .call(let name, _, _):
      guard CypherFunction.named(name)?.isDeterministic == true else { return false }
      return children.allSatisfy { $0.readsOneProperty(scope, &read) }
    default: return children.allSatisfy { $0.readsOneProperty(scope, &read) }
    }
  }

  /// The expression with a slot in the place of properties of variables.
  fileprivate func replacingProperties(by slot: Int) throws -> Expression {
    if case .property(let base, _) = node {
      switch base.node {
      case .variable, .slot:
        var result = self
        result.node = .slot(slot)
        return result
      default: break
      }
    }
    return try mapChildren { try $0.replacingProperties(by: slot) }
  }
}
