extension Planner {
  /// An item of WITH or RETURN on its way into slots.
  private struct Item {
    var expression: Expression
    var name: String
    var type: StaticType
    var slot: Int
    var isAggregate: Bool
  }

  /// Plans WITH or RETURN.
  func planProjection(_ projection: Projection, filter: Expression?, isReturn: Bool, _ part: inout Part) throws {
    var items = try self.items(projection, isReturn: isReturn, part.scope)
    let groups = items.contains(where: \.isAggregate)
    var aggregates: [AggregateSpec] = []
    if groups {
      try planGroups(projection, &items, &aggregates, &part)
    } else {
      var assignments: [ProjectSlots.Assignment] = []
      for (index, item) in items.enumerated() {
        let bound = try bind(item.expression, in: part.scope)
        if case .variable(let name) = item.expression.node, let variable = part.scope[name] {
          items[index].slot = variable.slot
        } else {
          items[index].slot = newSlot()
          assignments.append(.init(slot: items[index].slot, value: bound))
        }
      }
      if !assignments.isEmpty { part.root = ProjectSlots(part.root, assignments) }
    }
    var scope = Scope()
    for item in items { scope.declare(item.name, slot: item.slot, type: item.type) }
    if projection.distinct { part.root = DistinctRows(part.root, slots: items.map(\.slot)) }
    // What is neither grouped nor made distinct still sees the variables of before.
    let isRestricted = groups || projection.distinct
    let visible = isRestricted ? scope : part.scope.overlaid(with: scope)
    try planOrder(
      projection, items, aggregates, isRestricted: isRestricted, keeps: filter == nil ? scope : visible, visible, &part)
    let condition =
      try isRestricted
      ? filter.map { try restricted($0, items, aggregates, visible, whole: $0, locals: visible.namesSet) } : filter
    let conditions = try bindConditions(condition, in: visible)
    if !conditions.isEmpty { part.root = FilterRows(part.root, conditions) }
    if !isReturn { try requireNames(projection) }
    part.scope = scope
    if isReturn {
      part.columns = items.map { PlannedColumn(name: $0.name, slot: $0.slot, type: $0.type) }
    }
  }

  /// Every expression of a WITH that is no variable needs a name.
  private func requireNames(_ projection: Projection) throws {
    for item in projection.items where item.alias == nil {
      if case .variable = item.expression.node { continue }
      throw CypherError(
        .syntax, .noExpressionAlias, "An expression in WITH needs a name.", at: item.expression.position,
        suggestion: "\(item.text) AS name")
    }
  }

  private func items(_ projection: Projection, isReturn: Bool, _ scope: Scope) throws -> [Item] {
    var items: [Item] = []
    if projection.star {
      guard !scope.isEmpty || !isReturn else {
        throw CypherError(
          .syntax, .noVariablesInScope, "There is no variable that * could stand for.", at: projection.position)
      }
      for name in scope.names {
        guard let variable = scope[name] else { continue }
        let expression = Expression(
          node: .variable(name), position: projection.position, end: projection.position, height: 1)
        items.append(
          Item(expression: expression, name: name, type: variable.type, slot: variable.slot, isAggregate: false))
      }
    }
    for item in projection.items {
      let type = try check(item.expression, in: scope, aggregates: true)
      var name = item.name
      if case .variable(let variable) = item.expression.node, item.alias == nil {
        name = variable
      }
      guard !items.contains(where: { $0.name == name }) else {
        throw CypherError(
          .syntax, .columnNameConflict, "There are two columns named “\(name)”.", at: item.expression.position)
      }
      items.append(
        Item(
          expression: item.expression, name: name, type: type, slot: -1, isAggregate: item.expression.hasAggregate))
    }
    return items
  }

  private func planGroups(
    _ projection: Projection, _ items: inout [Item], _ aggregates: inout [AggregateSpec], _ part: inout Part
  ) throws {
    var keys: [ProjectSlots.Assignment] = []
    for (index, item) in items.enumerated() where !item.isAggregate {
      let bound = try bind(item.expression, in: part.scope)
      if case .variable(let name) = item.expression.node, let variable = part.scope[name] {
        items[index].slot = variable.slot
      } else {
        items[index].slot = newSlot()
      }
      keys.append(.init(slot: items[index].slot, value: bound))
    }
    var assignments: [ProjectSlots.Assignment] = []
    for (index, item) in items.enumerated() where item.isAggregate {
      let rewritten = try aggregated(item.expression, items, &aggregates, part.scope)
      if case .slot(let slot) = rewritten.node {
        items[index].slot = slot
      } else {
        items[index].slot = newSlot()
        assignments.append(.init(slot: items[index].slot, value: try bind(rewritten, in: part.scope)))
      }
    }
    for order in projection.order where order.expression.hasAggregate {
      _ = try? aggregated(order.expression, items, &aggregates, part.scope)
    }
    let group = GroupRows(part.root, keys: keys, aggregates: aggregates)
    let plain = optimizes ? CountRewriter.rewrite(group) : group
    part.root = optimizes ? GroupFactorizer.rewrite(group, plain: plain, graph: graph) ?? plain : plain
    if !assignments.isEmpty { part.root = ProjectSlots(part.root, assignments) }
  }

  /// An expression with its aggregates and grouping keys replaced by slots.
  private func aggregated(
    _ expression: Expression, _ items: [Item], _ aggregates: inout [AggregateSpec], _ scope: Scope,
    locals: Set<String> = []
  ) throws -> Expression {
    var result = expression
    if expression.isAggregateCall {
      if let known = aggregates.first(where: { $0.expression == expression }) {
        result.node = .slot(known.slot)
      } else {
        let spec = try AggregateSpec(expression, slot: newSlot(), planner: self, scope: scope)
        aggregates.append(spec)
        result.node = .slot(spec.slot)
      }
      return result
    }
    if expression.isSimpleKey, let item = items.first(where: { !$0.isAggregate && $0.expression == expression }) {
      result.node = .slot(item.slot)
      return result
    }
    if case .variable(let name) = expression.node {
      if locals.contains(name) { return expression }
      guard scope[name] != nil else { throw scope.undefined(name, at: expression.position) }
      throw ambiguous(name, expression.position)
    }
    if !expression.hasAggregate && expression.variableNames?.contains(where: { scope[$0] != nil }) == false {
      return expression
    }
    let inner = locals.union(expression.declaredNames)
    return try expression.mapChildren { try aggregated($0, items, &aggregates, scope, locals: inner) }
  }

  private func ambiguous(_ name: String, _ position: Int) -> CypherError {
    CypherError(
      .syntax, .ambiguousAggregationExpression,
      "“\(name)” stands beside an aggregate but is not grouped by.", at: position,
      suggestion: "Name it as a column of its own before.")
  }

  private func planOrder(
    _ projection: Projection, _ items: [Item], _ aggregates: [AggregateSpec], isRestricted: Bool, keeps: Scope,
    _ visible: Scope, _ part: inout Part
  ) throws {
    var keys: [SortRows.Key] = []
    var assignments: [ProjectSlots.Assignment] = []
    for order in projection.order {
      var expression = order.expression
      if isRestricted {
        expression = try restricted(
          expression, items, aggregates, visible, whole: expression, locals: visible.namesSet)
      } else if expression.hasAggregate {
        _ = try check(expression, in: visible)
      }
      let bound = try bind(expression, in: visible)
      var slot = newSlot()
      if case .variable(let name) = expression.node, let variable = visible[name] {
        slot = variable.slot
      } else if case .slot(let known) = expression.node {
        slot = known
      } else {
        assignments.append(.init(slot: slot, value: bound))
      }
      keys.append(.init(slot: slot, descending: order.descending, text: bound.text))
    }
    let skip = try projection.skip.map { try bindCount($0, "SKIP") }
    let limit = try projection.limit.map { try bindCount($0, "LIMIT") }
    if !assignments.isEmpty { part.root = ProjectSlots(part.root, assignments) }
    if let first = keys.first, let limit, let group = part.root as? FactorizedGroup {
      group.top = FactorizedGroup.Top(slot: first.slot, descending: first.descending, limit: limit, skip: skip)
    }
    if !keys.isEmpty {
      part.root = SortRows(
        part.root, keys: keys, slots: keeps.slots, limit: optimizes ? limit : nil, skip: skip)
    }
    if let skip { part.root = SkipRows(part.root, count: skip) }
    if let limit { part.root = LimitRows(part.root, count: limit) }
  }

  /// A sort key after grouping or DISTINCT, where only what was projected can be seen.
  private func restricted(
    _ expression: Expression, _ items: [Item], _ aggregates: [AggregateSpec], _ scope: Scope, whole: Expression,
    locals: Set<String>
  ) throws -> Expression {
    var result = expression
    if case .variable(let name) = expression.node, locals.contains(name) { return expression }
    if let item = items.first(where: { $0.expression == expression }),
      item.isAggregate || expression.isSimpleKey || !whole.hasAggregate
    {
      result.node = .slot(item.slot)
      return result
    }
    if expression.isAggregateCall {
      if let known = aggregates.first(where: { $0.expression == expression }),
        items.contains(where: { $0.expression.contains(expression) })
      {
        result.node = .slot(known.slot)
        return result
      }
      for name in (expression.variableNames ?? []).sorted() where scope[name] == nil {
        throw scope.undefined(name, at: expression.position)
      }
      throw CypherError(
        .syntax, .invalidAggregation, "ORDER BY can only use aggregates that are returned.", at: expression.position)
    }
    if case .variable(let name) = expression.node {
      if whole.hasAggregate,
        items.contains(where: { !$0.isAggregate && $0.expression.variableNames?.contains(name) == true })
      {
        throw ambiguous(name, expression.position)
      }
      throw scope.undefined(name, at: expression.position)
    }
    let inner = locals.union(expression.declaredNames)
    return try expression.mapChildren { try restricted($0, items, aggregates, scope, whole: whole, locals: inner) }
  }

  /// SKIP's and LIMIT's number.
  private func bindCount(_ expression: Expression, _ clause: String) throws -> BoundExpression {
    guard expression.variableNames?.isEmpty ?? false else {
      throw CypherError(
        .syntax, .nonConstantExpression, "\(clause) takes a number that is the same for all rows.",
        at: expression.position)
    }
    let bound = try bind(expression, in: Scope())
    if case .integer(let number) = expression.node, number < 0 {
      throw CypherError(
        .syntax, .negativeIntegerArgument, "\(clause) takes no negative number.", at: expression.position)
    }
    guard bound.type.mayBe(.integer) else {
      throw CypherError(.syntax, .invalidArgumentType, "\(clause) takes a whole number.", at: expression.position)
    }
    return bound
  }
}

extension Expression {
  var isAggregateCall: Bool {
    switch node {
    case .countAll: return true
    case .call(let name, _, _): return Aggregate(name: name) != nil
    default: return false
    }
  }

  /// Whether an expression stands somewhere inside this one.
  func contains(_ other: Expression) -> Bool { self == other || children.contains { $0.contains(other) } }
}
