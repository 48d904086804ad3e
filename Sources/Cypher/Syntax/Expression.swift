/// A name and where it stands; names are equal where their texts are.
struct Name: Equatable {
  var text: String
  var position: Int

  init(_ text: String, _ position: Int) {
    self.text = text
    self.position = position
  }

  static func == (a: Name, b: Name) -> Bool { a.text == b.text }
}

/// An expression and where it stands; expressions are equal where they say the same.
struct Expression: Equatable {
  var node: Node
  /// Where it starts and ends, in UTF-8 bytes.
  var position: Int
  var end: Int
  /// Levels of expressions in it, itself among them.
  var height: Int

  /// Most levels that an expression may have: evaluation is recursive.
  static let maximumHeight = 600

  static func == (a: Expression, b: Expression) -> Bool { a.node == b.node }

  enum Unary: String, Equatable { case not = "NOT", minus = "-", plus = "+" }

  enum Binary: String, Equatable {
    case add = "+", subtract = "-", multiply = "*", divide = "/", modulo = "%", power = "^"
    case startsWith = "STARTS WITH", endsWith = "ENDS WITH", contains = "CONTAINS", matches = "=~", isIn = "IN"
  }

  enum Comparison: String, Equatable {
    case equal = "=", notEqual = "<>", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
  }

  enum Connective: String, Equatable { case and = "AND", or = "OR", xor = "XOR" }

  enum Quantifier: String, Equatable { case all, any, none, single }

  enum SubqueryKind: String, Equatable { case exists = "EXISTS", count = "COUNT", collect = "COLLECT" }

  struct Entry: Equatable {
    var key: String
    var value: Expression
  }

  struct Alternative: Equatable {
    var when: Expression
    var then: Expression
  }

  enum ProjectionItem: Equatable {
    /// `.name`
    case property(String)
    /// `.*`
    case allProperties
    /// `key: expression`, or a bare variable
    case entry(Entry)
  }

  indirect enum Node: Equatable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    case string(String)
    case list([Expression])
    case map([Entry])
    case parameter(String)
    case variable(String)
    /// A value that the planner keeps in a slot of the row: an aggregate or a grouping key.
    case slot(Int)
    case property(Expression, String)
    case element(Expression, Expression)
    case slice(Expression, from: Expression?, to: Expression?)
    case hasLabels(Expression, [String])
    case unary(Unary, Expression)
    case binary(Binary, Expression, Expression)
    /// `a < b <= c`: one comparison less than operands.
    case comparison([Expression], [Comparison])
    case connective(Connective, [Expression])
    case isNull(Expression, negated: Bool)
    case call(String, [Expression], distinct: Bool)
    case countAll
    case caseOf(Expression?, [Alternative], otherwise: Expression?)
    case listComprehension(Name, Expression, filter: Expression?, map: Expression?)
    case patternComprehension(PathPattern, filter: Expression?, map: Expression)
    case quantifier(Quantifier, Name, Expression, filter: Expression?)
    case reduce(accumulator: Name, start: Expression, Name, Expression, step: Expression)
    case mapProjection(Expression, [ProjectionItem])
    case pattern(PathPattern)
    case subquery(SubqueryKind, Query)
  }
}

extension Expression {
  /// The expressions directly inside this one, but for those inside patterns and subqueries.
  var children: [Expression] {
    switch node {
    case .null, .boolean, .integer, .float, .string, .parameter, .variable, .slot, .countAll, .subquery: []
    case .pattern(let pattern): pattern.expressions
    case .list(let items): items
    case .map(let entries): entries.map(\.value)
    case .property(let base, _), .hasLabels(let base, _), .unary(_, let base), .isNull(let base, _): [base]
    case .element(let base, let index): [base, index]
    case .slice(let base, let from, let to): [base] + [from, to].compactMap { $0 }
    case .binary(_, let a, let b): [a, b]
    case .comparison(let operands, _), .connective(_, let operands): operands
    case .call(_, let arguments, _): arguments
    case .caseOf(let subject, let alternatives, let otherwise):
      [subject].compactMap { $0 } + alternatives.flatMap { [$0.when, $0.then] } + [otherwise].compactMap { $0 }
    case .listComprehension(_, let list, let filter, let map): [list] + [filter, map].compactMap { $0 }
    case .patternComprehension(let pattern, let filter, let map):
      pattern.expressions + [filter, map].compactMap { $0 }
    case .quantifier(_, _, let list, let filter): [list] + [filter].compactMap { $0 }
    case .reduce(_, let start, _, let list, let step): [start, list, step]
    case .mapProjection(let base, let items):
      [base]
        + items.compactMap { item in
          if case .entry(let entry) = item { entry.value } else { nil }
        }
    }
  }
}
