import GraphModel

/// A column of a result and the slot that holds it.
struct PlannedColumn {
  var name: String
  var slot: Int
  var type: StaticType
}

/// A query that is ready to run.
struct PlannedQuery {
  var root: Operator
  /// Nil where the query returns nothing.
  var columns: [PlannedColumn]?
  var writes: Bool
}

/// Turns a query's tree into operators.
final class Planner {
  let graph: any PropertyGraph
  let procedures: ProcedureRegistry
  let parameters: [String: Value]
  let source: [UInt8]
  /// Whether plans are ordered by cost; else they follow the text.
  let optimizes: Bool
  private(set) var slotCount = 0
  /// Whether the plan is right for other parameters too.
  var isReusable = true
  /// Whether a clause that writes was planned.
  var writes = false

  init(
    graph: any PropertyGraph, procedures: ProcedureRegistry, parameters: [String: Value], source: String,
    optimizes: Bool
  ) {
    self.graph = graph
    self.procedures = procedures
    self.parameters = parameters
    self.source = Array(source.utf8)
    self.optimizes = optimizes
  }

  func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  /// A query's text between two places.
  func text(_ start: Int, _ end: Int) -> String {
    guard start >= 0, start <= end, end <= source.count else { return "" }
    return String(decoding: source[start..<end], as: UTF8.self)
  }

  /// What the clauses so far have come to.
  struct Part {
    var root: Operator
    var scope: Scope
    /// What RETURN hands on; nil before it.
    var columns: [PlannedColumn]?
    /// Whether the clauses may only read.
    var readsOnly: Bool
    /// Whether the part is a subquery or the query of an expression.
    var isNested: Bool
  }

  /// Plans a query whose rows start from those of an outer one.
  func plan(_ query: Query, outer: Scope, readsOnly: Bool = false, isNested: Bool = false) throws -> PlannedQuery {
    let before = writes
    writes = false
    defer { writes = writes || before }
    guard query.parts.count > 1 else {
      let part = try plan(query.parts[0], outer: outer, readsOnly: readsOnly, isNested: isNested)
      return PlannedQuery(root: part.root, columns: part.columns, writes: writes)
    }
    let parts = try query.parts.map {
      try plan($0, outer: outer, readsOnly: readsOnly, isNested: isNested)
    }
    guard let first = parts[0].columns else {
      throw CypherError(
        .syntax, .invalidClauseComposition, "Every part of a UNION ends with RETURN.", at: query.position)
    }
    let names = first.map(\.name)
    var branches: [UnionRows.Branch] = []
    for part in parts {
      guard let columns = part.columns, columns.map(\.name).sorted() == names.sorted() else {
        throw CypherError(
          .syntax, .differentColumnsInUnion, "Every part of a UNION returns the same columns.", at: query.position)
      }
      let slots = names.compactMap { name in columns.first { $0.name == name }?.slot }
      branches.append(UnionRows.Branch(root: part.root, slots: slots))
    }
    let columns = first.map { PlannedColumn(name: $0.name, slot: newSlot(), type: .any) }
    var root: Operator = UnionRows(branches, slots: columns.map(\.slot))
    if query.keepsDuplicates == false { root = DistinctRows(root, slots: columns.map(\.slot)) }
    return PlannedQuery(root: root, columns: columns, writes: writes)
  }

  private func plan(_ clauses: [Clause], outer: Scope, readsOnly: Bool, isNested: Bool) throws -> Part {
    var part = Part(root: Argument(), scope: outer, columns: nil, readsOnly: readsOnly, isNested: isNested)
    for (index, clause) in clauses.enumerated() {
      if part.columns != nil {
        throw CypherError(
          .syntax, .invalidClauseComposition, "RETURN is the last clause of a query.", at: clause.position)
      }
      let isOnly = clauses.count == 1
      try plan(clause, isOnly: isOnly, &part)
      let isLast = index == clauses.count - 1
      if isLast && part.columns == nil && !isNested {
        switch clause.node {
        case .match, .unwind, .with:
          throw CypherError(
            .syntax, .invalidClauseComposition, "A query ends with RETURN or with a clause that writes.",
            at: clause.position, suggestion: "RETURN *")
        default: break
        }
      }
    }
    return part
  }

  private func plan(_ clause: Clause, isOnly: Bool, _ part: inout Part) throws {
    switch clause.node {
    case .match(let patterns, let filter, let optional):
      try planMatch(patterns, filter: filter, optional: optional, &part)
    case .unwind(let list, let name):
      let bound = try bind(list, in: part.scope)
      guard part.scope[name.text] == nil else { throw alreadyBound(name) }
      let slot = newSlot()
      let items = try ExpressionCompiler(planner: self, scope: part.scope).items(list, takesAny: true)
      part.root = UnwindList(part.root, items: items, text: bound.text, slot: slot)
      let element = bound.type.kinds == .list ? bound.type.element : .any
      part.scope.declare(name.text, slot: slot, type: StaticType(element == .none ? .any : element))
    case .with(let projection, let filter): try planProjection(projection, filter: filter, isReturn: false, &part)
    case .returning(let projection): try planProjection(projection, filter: nil, isReturn: true, &part)
    case .call(let call): try planCall(call, isOnly: isOnly && !part.isNested, &part)
    case .subquery(let query): try planSubquery(query, &part)
    case .create, .merge, .set, .remove, .delete:
      guard !part.readsOnly else {
        throw CypherError(
          .syntax, .invalidClauseComposition, "A query inside an expression cannot write.", at: clause.position)
      }
      writes = true
      try planWrite(clause, &part)
    }
  }

  func alreadyBound(_ name: Name) -> CypherError {
    CypherError(
      .syntax, .variableAlreadyBound, "The variable “\(name.text)” is already bound.", at: name.position)
  }

  // MARK: Expressions

  /// Checks an expression and makes it ready to run.
  func bind(
    _ expression: Expression, in scope: Scope, aggregates: Bool = false, condition: Bool = false
  ) throws -> BoundExpression {
    let type = try check(expression, in: scope, aggregates: aggregates, condition: condition)
    let evaluate = try ExpressionCompiler(planner: self, scope: scope).compile(expression)
    var bound = BoundExpression(
      evaluate: evaluate, type: type, reads: expression.reads(scope), text: text(expression.position, expression.end))
    switch expression.node {
    case .variable: bound.isPlainVariable = true
    case .property(let base, let key): bound.property = base.plainSlot(scope).map { (slot: $0, key: key) }
    case .hasLabels(let base, let labels) where labels.count == 1:
      bound.label = base.plainSlot(scope).map { (slot: $0, label: labels[0]) }
    default: break
    }
    return bound
  }

  /// The type of an expression; throws what is wrong with it. A condition must be able to be a truth value.
  func check(
    _ expression: Expression, in scope: Scope, aggregates: Bool = false, condition: Bool = false
  ) throws -> StaticType {
    let checker = ExpressionChecker(
      scope: scope, procedures: procedures, allowsAggregates: aggregates, allowsPattern: condition)
    let type = try checker.type(of: expression)
    if condition && !type.mayBe(.boolean) {
      throw CypherError(
        .syntax, .invalidArgumentType, "A condition is a truth value, not of type \(type.kinds.names).",
        at: expression.position)
    }
    return type
  }

  /// The conditions joined by AND.
  func bindConditions(_ expression: Expression?, in scope: Scope) throws -> [BoundExpression] {
    guard let expression else { return [] }
    _ = try check(expression, in: scope, condition: true)
    return try expression.conjuncts.map { try bind($0, in: scope, condition: true) }
  }

  // MARK: Subqueries

  /// A pattern as a condition: whether it is found. `shortestPath` yields what it finds.
  func compile(_ pattern: PathPattern, in scope: Scope) throws -> Evaluator {
    var pattern = pattern
    var inner = scope
    if pattern.kind != .plain { pattern.variable = Name(" path", pattern.position) }
    let root = try planPatterns([pattern], filter: nil, input: Argument(), scope: &inner)
    guard pattern.kind != .plain, let slot = inner[" path"]?.slot else {
      return { frame in
        var found = false
        _ = try root.start(frame) { _ in
          found = true
          return false
        }
        return .boolean(found)
      }
    }
    let all = pattern.kind == .allShortest
    return { frame in
      var paths: [Value] = []
      _ = try root.start(frame) { frame in
        paths.append(frame.slots[slot])
        return all
      }
      return all ? .list(paths) : paths.first ?? .null
    }
  }

  func compileComprehension(
    _ pattern: PathPattern, filter: Expression?, map: Expression, in scope: Scope
  ) throws -> Evaluator {
    var inner = scope
    let root = try planPatterns([pattern], filter: filter, input: Argument(), scope: &inner)
    let map = try bind(map, in: inner).evaluate
    return { frame in
      var items: [Value] = []
      _ = try root.start(frame) { frame in
        items.append(try map(frame))
        return true
      }
      return .list(items)
    }
  }

  func compileSubquery(_ kind: Expression.SubqueryKind, _ query: Query, in scope: Scope) throws -> Evaluator {
    let planned = try plan(query, outer: scope, readsOnly: true, isNested: true)
    let root = planned.root
    switch kind {
    case .exists:
      return { frame in
        var found = false
        _ = try root.start(frame) { _ in
          found = true
          return false
        }
        return .boolean(found)
      }
    case .count:
      return { frame in
        var count: Int64 = 0
        _ = try root.start(frame) { _ in
          count += 1
          return true
        }
        return .integer(count)
      }
    case .collect:
      guard let columns = planned.columns, columns.count == 1 else {
        throw CypherError(
          .syntax, .invalidClauseComposition, "COLLECT takes a query that returns one column.", at: query.position)
      }
      let slot = columns[0].slot
      return { frame in
        var items: [Value] = []
        _ = try root.start(frame) { frame in
          items.append(frame.slots[slot])
          return true
        }
        return .list(items)
      }
    }
  }

  private func planSubquery(_ query: Query, _ part: inout Part) throws {
    // Only a first WITH of plain variables lets the outer ones in.
    var imports = false
    if case .with(let projection, _)? = query.parts[0].first?.node {
      imports =
        projection.star
        || projection.items.allSatisfy { item in
          if case .variable(let name) = item.expression.node {
            return part.scope[name] != nil && (item.alias.map { $0.text == name } ?? true)
          }
          return false
        }
    }
    let planned = try plan(query, outer: imports ? part.scope : Scope(), readsOnly: part.readsOnly, isNested: true)
    if planned.writes {
      writes = true
      part.root = KeepRows(part.root, slots: part.scope.slots)
    }
    for column in planned.columns ?? [] where part.scope[column.name] != nil {
      throw alreadyBound(Name(column.name, query.position))
    }
    part.root = ApplyPlan(part.root, plan: planned.root, keepsRows: planned.columns != nil)
    for column in planned.columns ?? [] { part.scope.declare(column.name, slot: column.slot, type: column.type) }
  }
}
