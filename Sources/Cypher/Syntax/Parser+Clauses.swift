extension Parser {
  /// A query up to the end, or up to a closing bracket, which it leaves.
  mutating func query(until closing: String?) throws(CypherError) -> Query {
    let start = current.start
    var parts: [[Clause]] = [try clauses(until: closing)]
    var keepsDuplicates: Bool?
    while isWord("UNION") {
      let position = current.start
      advance()
      let all = take(word: "ALL")
      guard keepsDuplicates == nil || keepsDuplicates == all else {
        throw CypherError(
          .syntax, .invalidClauseComposition, "UNION and UNION ALL cannot be used in one query.", at: position)
      }
      keepsDuplicates = all
      guard parts.count < Self.maximumLength else { throw tooLong(Self.maximumLength, "unions") }
      parts.append(try clauses(until: closing))
    }
    return Query(parts: parts, keepsDuplicates: keepsDuplicates, position: start)
  }

  private mutating func clauses(until closing: String?) throws(CypherError) -> [Clause] {
    var clauses: [Clause] = []
    while current.kind != .end && !isWord("UNION") && !isSign(";") && !(closing.map { isSign($0) } ?? false) {
      guard clauses.count < Self.maximumClauses else { throw tooLong(Self.maximumClauses, "clauses") }
      clauses.append(try clause())
    }
    guard !clauses.isEmpty else { throw unexpected("a clause") }
    return clauses
  }

  private mutating func clause() throws(CypherError) -> Clause {
    let position = current.start
    let keyword = current.keyword
    switch keyword {
    case "MATCH", "OPTIONAL":
      let optional = take(word: "OPTIONAL")
      try expect(word: "MATCH")
      let patterns = try patternList()
      return Clause(node: .match(patterns, filter: try filter(), optional: optional), position: position)
    case "UNWIND":
      advance()
      let list = try expression()
      try expect(word: "AS")
      return Clause(node: .unwind(list, try variable()), position: position)
    case "WITH":
      advance()
      let projection = try projection(position)
      return Clause(node: .with(projection, filter: try filter()), position: position)
    case "RETURN":
      advance()
      return Clause(node: .returning(try projection(position)), position: position)
    case "CREATE":
      advance()
      return Clause(node: .create(try patternList()), position: position)
    case "MERGE":
      advance()
      return try merge(position)
    case "SET":
      advance()
      return Clause(node: .set(try setItems()), position: position)
    case "REMOVE":
      advance()
      return Clause(node: .remove(try removeItems()), position: position)
    case "DELETE", "DETACH":
      let detach = take(word: "DETACH")
      try expect(word: "DELETE")
      var targets = [try expression()]
      while take(sign: ",") { targets.append(try expression()) }
      return Clause(node: .delete(targets, detach: detach), position: position)
    case "CALL":
      advance()
      if take(sign: "{") {
        let inner = try nested { (parser) throws(CypherError) in try parser.query(until: "}") }
        try expect(sign: "}")
        return Clause(node: .subquery(inner), position: position)
      }
      return Clause(node: .call(try procedureCall(position)), position: position)
    default: throw unexpected("a clause")
    }
  }

  private mutating func filter() throws(CypherError) -> Expression? {
    take(word: "WHERE") ? try expression() : nil
  }

  private mutating func projection(_ position: Int) throws(CypherError) -> Projection {
    var projection = Projection(position: position)
    projection.distinct = take(word: "DISTINCT")
    if take(sign: "*") {
      projection.star = true
    } else {
      projection.items.append(try projectionItem())
    }
    while take(sign: ",") { projection.items.append(try projectionItem()) }
    if take(words: "ORDER", "BY") {
      repeat {
        let key = try expression()
        let descending = take(word: "DESC") || take(word: "DESCENDING")
        if !descending, !take(word: "ASC") { _ = take(word: "ASCENDING") }
        projection.order.append(.init(expression: key, descending: descending))
      } while take(sign: ",")
    }
    if take(word: "SKIP") { projection.skip = try expression() }
    if take(word: "LIMIT") { projection.limit = try expression() }
    return projection
  }

  private mutating func projectionItem() throws(CypherError) -> Projection.Item {
    let expression = try expression()
    let alias = take(word: "AS") ? try variable() : nil
    return Projection.Item(
      expression: expression, alias: alias, text: text(expression.position, expression.end))
  }

  private mutating func merge(_ position: Int) throws(CypherError) -> Clause {
    let pattern = try pathPattern()
    var onCreate: [SetItem] = []
    var onMatch: [SetItem] = []
    while take(word: "ON") {
      let created = isWord("CREATE")
      guard take(word: "CREATE") || take(word: "MATCH") else { throw unexpected("CREATE or MATCH") }
      try expect(word: "SET")
      if created { onCreate += try setItems() } else { onMatch += try setItems() }
    }
    return Clause(node: .merge(pattern, onCreate: onCreate, onMatch: onMatch), position: position)
  }

  private mutating func setItems() throws(CypherError) -> [SetItem] {
    var items: [SetItem] = []
    repeat {
      if isVariable() && isSign(":", 1) {
        let name = try variable()
        items.append(.labels(name, try labels()))
      } else if isVariable() && (isSign("=", 1) || isSign("+=", 1)) {
        let name = try variable()
        let adds = isSign("+=")
        advance()
        let value = try expression()
        items.append(adds ? .merge(name, value) : .replace(name, value))
      } else {
        let (base, key) = try propertyTarget()
        try expect(sign: "=")
        items.append(.property(base, key, try expression()))
      }
    } while take(sign: ",")
    return items
  }

  private mutating func removeItems() throws(CypherError) -> [RemoveItem] {
    var items: [RemoveItem] = []
    repeat {
      if isVariable() && isSign(":", 1) {
        let name = try variable()
        items.append(.labels(name, try labels()))
      } else {
        let (base, key) = try propertyTarget()
        items.append(.property(base, key))
      }
    } while take(sign: ",")
    return items
  }

  private mutating func propertyTarget() throws(CypherError) -> (Expression, String) {
    let target = try postfix()
    guard case .property(let base, let key) = target.node else { throw unexpected("a property") }
    return (base, key)
  }

  private mutating func procedureCall(_ position: Int) throws(CypherError) -> ProcedureCall {
    var name = try symbol("a procedure’s name").text
    while take(sign: ".") { name += "." + (try symbol("a procedure’s name")).text }
    var call = ProcedureCall(name: name, position: position)
    if take(sign: "(") {
      var arguments: [Expression] = []
      if !isSign(")") {
        repeat { arguments.append(try expression()) } while take(sign: ",")
      }
      try expect(sign: ")")
      call.arguments = arguments
    }
    guard take(word: "YIELD") else { return call }
    if take(sign: "*") {
      call.yieldsAll = true
    } else {
      var yields: [ProcedureCall.Yield] = []
      repeat {
        let column = try symbol("a column")
        let name = take(word: "AS") ? try variable() : column
        yields.append(.init(column: column.text, name: name))
      } while take(sign: ",")
      call.yields = yields
    }
    call.filter = try filter()
    return call
  }
}
