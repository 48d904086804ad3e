extension Parser {
  mutating func make(_ node: Expression.Node, from start: Int) throws(CypherError) -> Expression {
    var expression = Expression(node: node, position: start, end: lastEnd, height: 1)
    expression.height = 1 + (expression.children.map(\.height).max() ?? 0)
    guard expression.height <= Expression.maximumHeight else {
      throw CypherError(
        .syntax, .nestingTooDeep, "The expression is deeper than \(Expression.maximumHeight) levels.", at: start)
    }
    return expression
  }

  /// An expression of any kind: OR binds least.
  mutating func expression() throws(CypherError) -> Expression {
    try nested { (parser) throws(CypherError) in try parser.connective(0) }
  }

  private static let connectives: [(keyword: String, operation: Expression.Connective)] = [
    ("OR", .or), ("XOR", .xor), ("AND", .and),
  ]

  private mutating func connective(_ level: Int) throws(CypherError) -> Expression {
    guard level < Self.connectives.count else { return try negation() }
    let start = current.start
    let first = try connective(level + 1)
    let (keyword, operation) = Self.connectives[level]
    guard isWord(keyword) else { return first }
    var operands = [first]
    while take(word: keyword) { operands.append(try connective(level + 1)) }
    return try make(.connective(operation, operands), from: start)
  }

  private mutating func negation() throws(CypherError) -> Expression {
    var starts: [Int] = []
    while isWord("NOT") {
      starts.append(current.start)
      advance()
    }
    var result = try comparison()
    for start in starts.reversed() { result = try make(.unary(.not, result), from: start) }
    return result
  }

  private mutating func comparison() throws(CypherError) -> Expression {
    let start = current.start
    let first = try predicate()
    var operands = [first]
    var operations: [Expression.Comparison] = []
    while current.kind == .sign, let operation = Expression.Comparison(rawValue: current.text) {
      advance()
      operations.append(operation)
      operands.append(try predicate())
    }
    return operations.isEmpty ? first : try make(.comparison(operands, operations), from: start)
  }

  /// STARTS WITH, ENDS WITH, CONTAINS, =~, IN, IS NULL.
  private mutating func predicate() throws(CypherError) -> Expression {
    let start = current.start
    var left = try additive()
    while true {
      if take(words: "STARTS", "WITH") {
        left = try make(.binary(.startsWith, left, try additive()), from: start)
      } else if take(words: "ENDS", "WITH") {
        left = try make(.binary(.endsWith, left, try additive()), from: start)
      } else if take(word: "CONTAINS") {
        left = try make(.binary(.contains, left, try additive()), from: start)
      } else if take(sign: "=~") {
        left = try make(.binary(.matches, left, try additive()), from: start)
      } else if take(word: "IN") {
        left = try make(.binary(.isIn, left, try additive()), from: start)
      } else if take(words: "IS", "NOT", "NULL") {
        left = try make(.isNull(left, negated: true), from: start)
      } else if take(words: "IS", "NULL") {
        left = try make(.isNull(left, negated: false), from: start)
      } else {
        return left
      }
    }
  }

  private mutating func additive() throws(CypherError) -> Expression {
    let start = current.start
    var left = try multiplicative()
    while isSign("+") || isSign("-") {
      let operation: Expression.Binary = isSign("+") ? .add : .subtract
      advance()
      left = try make(.binary(operation, left, try multiplicative()), from: start)
    }
    return left
  }

  private mutating func multiplicative() throws(CypherError) -> Expression {
    let start = current.start
    var left = try power()
    while isSign("*") || isSign("/") || isSign("%") {
      let operation: Expression.Binary = isSign("*") ? .multiply : isSign("/") ? .divide : .modulo
      advance()
      left = try make(.binary(operation, left, try power()), from: start)
    }
    return left
  }

  private mutating func power() throws(CypherError) -> Expression {
    let start = current.start
    var left = try signed()
    while take(sign: "^") { left = try make(.binary(.power, left, try signed()), from: start) }
    return left
  }

  private mutating func signed() throws(CypherError) -> Expression {
    var signs: [(Expression.Unary, Int)] = []
    while isSign("-") || isSign("+") {
      signs.append((isSign("-") ? .minus : .plus, current.start))
      advance()
    }
    // The least integer has no positive counterpart: its sign belongs to the literal.
    if let (sign, start) = signs.last, sign == .minus, current.kind == .integer {
      signs.removeLast()
      var result = try integer(negative: true, from: start)
      result = try postfix(result)
      for (sign, start) in signs.reversed() { result = try make(.unary(sign, result), from: start) }
      return result
    }
    var result = try postfix()
    for (sign, start) in signs.reversed() { result = try make(.unary(sign, result), from: start) }
    return result
  }

  /// An atom with what follows it: `.key`, `[index]`, `[from..to]`, `:Label`.
  mutating func postfix() throws(CypherError) -> Expression { try postfix(try atom()) }

  private mutating func postfix(_ atom: Expression) throws(CypherError) -> Expression {
    let start = atom.position
    var result = atom
    while true {
      if isSign(".") {
        advance()
        result = try make(.property(result, try symbol("a property").text), from: start)
      } else if take(sign: "[") {
        if take(sign: "..") {
          let to = isSign("]") ? nil : try expression()
          try expect(sign: "]")
          result = try make(.slice(result, from: nil, to: to), from: start)
          continue
        }
        let index = try expression()
        if take(sign: "..") {
          let to = isSign("]") ? nil : try expression()
          try expect(sign: "]")
          result = try make(.slice(result, from: index, to: to), from: start)
        } else {
          try expect(sign: "]")
          result = try make(.element(result, index), from: start)
        }
      } else if isSign(":"), ahead(1).kind == .word || ahead(1).kind == .quotedName {
        result = try make(.hasLabels(result, try labels()), from: start)
      } else {
        return result
      }
    }
  }

  /// A whole number: decimal, `0x…` or `0o…`.
  mutating func integer(negative: Bool, from start: Int) throws(CypherError) -> Expression {
    let lexeme = current
    var digits = Substring(lexeme.text)
    var radix = 10
    if digits.hasPrefix("0x") || digits.hasPrefix("0o") {
      radix = digits.hasPrefix("0x") ? 16 : 8
      digits = digits.dropFirst(2)
    }
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.hexDigitValue ?? 99) < radix }) else {
      throw CypherError(
        .syntax, .invalidNumberLiteral, "“\(lexeme.text)” is not a number.", at: lexeme.start,
        suggestion: "Write a name that starts with a digit in backticks.")
    }
    guard let number = Int64((negative ? "-" : "") + digits, radix: radix) else {
      throw CypherError(
        .syntax, .integerOverflow, "\(lexeme.text) does not fit in 64 bits.", at: lexeme.start)
    }
    advance()
    return try make(.integer(number), from: start)
  }
}
