extension Parser {
  mutating func atom() throws(CypherError) -> Expression {
    let lexeme = current
    let start = lexeme.start
    switch lexeme.kind {
    case .integer: return try integer(negative: false, from: start)
    case .float:
      guard let number = Double(lexeme.text) else {
        throw CypherError(.syntax, .invalidNumberLiteral, "“\(lexeme.text)” is not a number.", at: start)
      }
      guard number.isFinite else {
        throw CypherError(.syntax, .floatingPointOverflow, "\(lexeme.text) is too large.", at: start)
      }
      advance()
      return try make(.float(number), from: start)
    case .string:
      advance()
      return try make(.string(lexeme.text), from: start)
    case .parameter:
      advance()
      return try make(.parameter(lexeme.text), from: start)
    case .sign:
      switch lexeme.text {
      case "(":
        if opensPattern { return try make(.pattern(try chain()), from: start) }
        advance()
        var inner = try expression()
        try expect(sign: ")")
        inner.position = start
        inner.end = lastEnd
        return inner
      case "[": return try nested { (parser) throws(CypherError) in try parser.bracketed() }
      case "{": return try nested { (parser) throws(CypherError) in try parser.mapLiteral() }
      default: throw unexpected("an expression")
      }
    case .word, .quotedName: return try named()
    case .end: throw unexpected("an expression")
    }
  }

  mutating func mapLiteral() throws(CypherError) -> Expression {
    let start = current.start
    try expect(sign: "{")
    var entries: [Expression.Entry] = []
    if !isSign("}") {
      repeat {
        let key = try symbol("a key").text
        try expect(sign: ":")
        entries.append(.init(key: key, value: try expression()))
      } while take(sign: ",")
    }
    try expect(sign: "}")
    return try make(.map(entries), from: start)
  }

  /// A list, a list comprehension or a pattern comprehension.
  private mutating func bracketed() throws(CypherError) -> Expression {
    let start = current.start
    try expect(sign: "[")
    if take(sign: "]") { return try make(.list([]), from: start) }
    if isVariable() && isWord("IN", 1) {
      let name = try variable()
      advance()
      let list = try expression()
      let filter = take(word: "WHERE") ? try expression() : nil
      let map = take(sign: "|") ? try expression() : nil
      try expect(sign: "]")
      return try make(.listComprehension(name, list, filter: filter, map: map), from: start)
    }
    if isVariable() && isSign("=", 1) && isSign("(", 2) {
      let pattern = try pathPattern()
      return try patternComprehension(pattern, from: start)
    }
    let first = try expression()
    if case .pattern(let pattern) = first.node, isSign("|") || isWord("WHERE") {
      return try patternComprehension(pattern, from: start)
    }
    var items = [first]
    while take(sign: ",") { items.append(try expression()) }
    try expect(sign: "]")
    return try make(.list(items), from: start)
  }

  private mutating func patternComprehension(
    _ pattern: PathPattern, from start: Int
  ) throws(CypherError) -> Expression {
    let filter = take(word: "WHERE") ? try expression() : nil
    try expect(sign: "|")
    let map = try expression()
    try expect(sign: "]")
    return try make(.patternComprehension(pattern, filter: filter, map: map), from: start)
  }

  /// What starts with a word: a literal, CASE, a function, a subquery or a variable.
  private mutating func named() throws(CypherError) -> Expression {
    let start = current.start
    if current.kind == .word {
      switch current.keyword {
      case "NULL", "TRUE", "FALSE":
        let keyword = current.keyword
        advance()
        return try make(keyword == "NULL" ? .null : .boolean(keyword == "TRUE"), from: start)
      case "CASE": return try caseExpression()
      case "EXISTS", "COUNT", "COLLECT":
        if isSign("{", 1), let kind = Expression.SubqueryKind(rawValue: current.keyword) {
          return try subquery(kind)
        }
      case "ALL", "ANY", "NONE", "SINGLE":
        if isSign("(", 1), isVariable(2), isWord("IN", 3),
          let quantifier = Expression.Quantifier(rawValue: current.keyword.lowercased())
        {
          return try quantified(quantifier)
        }
      case "REDUCE":
        if isSign("(", 1), isVariable(2), isSign("=", 3) { return try reduction() }
      default: break
      }
      if let kind = shortestKind { return try make(.pattern(try shortestPath(kind)), from: start) }
    }
    if let call = try functionCall() { return call }
    let name = try variable()
    let variable = try make(.variable(name.text), from: start)
    if isSign("{") { return try mapProjection(variable) }
    return variable
  }

  private mutating func functionCall() throws(CypherError) -> Expression? {
    var length = 1
    while isSign(".", length) && (ahead(length + 1).kind == .word || ahead(length + 1).kind == .quotedName) {
      length += 2
    }
    guard isSign("(", length), length > 1 || isVariable() else { return nil }
    let start = current.start
    var name = current.text
    advance()
    while take(sign: ".") { name += "." + (try symbol("a function")).text }
    try expect(sign: "(")
    if name.lowercased() == "count" && isSign("*") && isSign(")", 1) {
      advance()
      advance()
      return try make(.countAll, from: start)
    }
    let distinct = take(word: "DISTINCT")
    var arguments: [Expression] = []
    if !isSign(")") {
      repeat { arguments.append(try expression()) } while take(sign: ",")
    }
    try expect(sign: ")")
    return try make(.call(name, arguments, distinct: distinct), from: start)
  }

  private mutating func caseExpression() throws(CypherError) -> Expression {
    let start = current.start
    advance()
    let subject = isWord("WHEN") ? nil : try expression()
    var alternatives: [Expression.Alternative] = []
    while take(word: "WHEN") {
      let when = try expression()
      try expect(word: "THEN")
      alternatives.append(.init(when: when, then: try expression()))
    }
    guard !alternatives.isEmpty else { throw unexpected("WHEN") }
    let otherwise = take(word: "ELSE") ? try expression() : nil
    try expect(word: "END")
    return try make(.caseOf(subject, alternatives, otherwise: otherwise), from: start)
  }

  private mutating func quantified(_ quantifier: Expression.Quantifier) throws(CypherError) -> Expression {
    let start = current.start
    advance()
    advance()
    let name = try variable()
    advance()
    let list = try expression()
    let filter = take(word: "WHERE") ? try expression() : nil
    try expect(sign: ")")
    return try make(.quantifier(quantifier, name, list, filter: filter), from: start)
  }

  private mutating func reduction() throws(CypherError) -> Expression {
    let start = current.start
    advance()
    advance()
    let accumulator = try variable()
    try expect(sign: "=")
    let initial = try expression()
    try expect(sign: ",")
    let name = try variable()
    try expect(word: "IN")
    let list = try expression()
    try expect(sign: "|")
    let step = try expression()
    try expect(sign: ")")
    return try make(.reduce(accumulator: accumulator, start: initial, name, list, step: step), from: start)
  }

  private mutating func mapProjection(_ base: Expression) throws(CypherError) -> Expression {
    try expect(sign: "{")
    var items: [Expression.ProjectionItem] = []
    if !isSign("}") {
      repeat {
        if take(sign: ".") {
          items.append(take(sign: "*") ? .allProperties : .property(try symbol("a property").text))
        } else {
          let key = try symbol("a key")
          let value =
            take(sign: ":")
            ? try expression()
            : Expression(node: .variable(key.text), position: key.position, end: lastEnd, height: 1)
          items.append(.entry(.init(key: key.text, value: value)))
        }
      } while take(sign: ",")
    }
    try expect(sign: "}")
    return try make(.mapProjection(base, items), from: base.position)
  }

  /// `EXISTS { … }`: a whole query, or a bare pattern with a condition.
  private mutating func subquery(_ kind: Expression.SubqueryKind) throws(CypherError) -> Expression {
    let start = current.start
    advance()
    try expect(sign: "{")
    let inner = try nested { (parser) throws(CypherError) in
      guard parser.isSign("(") || parser.isVariable() && parser.isSign("=", 1) else {
        return try parser.query(until: "}")
      }
      let position = parser.current.start
      let patterns = try parser.patternList()
      let filter = parser.take(word: "WHERE") ? try parser.expression() : nil
      let match = Clause(node: .match(patterns, filter: filter, optional: false), position: position)
      return Query(parts: [[match]], keepsDuplicates: nil, position: position)
    }
    try expect(sign: "}")
    return try make(.subquery(kind, inner), from: start)
  }
}
