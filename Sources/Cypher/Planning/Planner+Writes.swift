import GraphModel

extension Planner {
  func planWrite(_ clause: Clause, _ part: inout Part) throws {
    let slots = part.scope.slots
    switch clause.node {
    case .create(let patterns):
      let pattern = try createPattern(patterns, merges: false, &part.scope)
      part.root = CreateRows(part.root, pattern, slots: slots)
    case .merge(let pattern, let onCreate, let onMatch): try planMerge(pattern, onCreate, onMatch, &part)
    case .set(let items):
      part.root = ChangeRows(part.root, try items.map { try action($0, part.scope) }, slots: slots)
    case .remove(let items):
      let actions = try items.map { item -> WriteAction in
        switch item {
        case .property(let base, let key):
          return .property(try bindEntity(base, part.scope).evaluate, key, { _ in .null })
        case .labels(let name, let labels): return .removeLabels(try slot(name, .node, part.scope), labels)
        }
      }
      part.root = ChangeRows(part.root, actions, slots: slots)
    case .delete(let targets, let detach):
      let bound = try targets.map { target -> BoundExpression in
        if case .hasLabels = target.node {
          throw CypherError(
            .syntax, .invalidDelete, "DELETE removes whole nodes and relationships.", at: target.position,
            suggestion: "REMOVE takes away a label.")
        }
        let bound = try bind(target, in: part.scope)
        guard bound.type.mayBe([.node, .relationship, .path]) else {
          throw CypherError(
            .syntax, .invalidArgumentType, "DELETE takes nodes, relationships and paths.", at: target.position)
        }
        return bound
      }
      part.root = DeleteRows(part.root, bound, detach: detach, slots: slots)
    default: break
    }
  }

  private func action(_ item: SetItem, _ scope: Scope) throws -> WriteAction {
    switch item {
    case .property(let base, let key, let value):
      return .property(try bindEntity(base, scope).evaluate, key, try bind(value, in: scope).evaluate)
    case .replace(let name, let map):
      return .replace(try slot(name, [.node, .relationship], scope), try bind(map, in: scope).evaluate)
    case .merge(let name, let map):
      return .merge(try slot(name, [.node, .relationship], scope), try bind(map, in: scope).evaluate)
    case .labels(let name, let labels): return .addLabels(try slot(name, .node, scope), labels)
    }
  }

  private func bindEntity(_ expression: Expression, _ scope: Scope) throws -> BoundExpression {
    let bound = try bind(expression, in: scope)
    guard bound.type.mayBe([.node, .relationship]) else {
      throw CypherError(
        .syntax, .invalidArgumentType, "Only nodes and relationships have properties that can be set.",
        at: expression.position)
    }
    return bound
  }

  private func slot(_ name: Name, _ kinds: StaticType.Kinds, _ scope: Scope) throws -> Int {
    guard let variable = scope[name.text] else { throw scope.undefined(name.text, at: name.position) }
    guard variable.type.mayBe(kinds) else { throw conflict(name, variable.type, kinds) }
    return variable.slot
  }

  /// What CREATE or MERGE makes; declares its variables.
  private func createPattern(
    _ patterns: [PathPattern], merges: Bool, _ scope: inout Scope
  ) throws -> CreatePattern {
    var result = CreatePattern()
    for pattern in patterns {
      guard pattern.kind == .plain else {
        throw CypherError(
          .syntax, .unexpectedSyntax, "\(pattern.kind.rawValue) can only be searched for.", at: pattern.position)
      }
      var places: [Int] = []
      for node in pattern.nodes {
        places.append(try create(node, alone: pattern.relationships.isEmpty, merges: merges, &result, &scope))
      }
      var parts = [places[0]]
      for (index, relationship) in pattern.relationships.enumerated() {
        let slot = try create(
          relationship, places[index], places[index + 1], merges: merges, &result, &scope)
        parts += [slot, places[index + 1]]
      }
      if let name = pattern.variable {
        guard scope[name.text] == nil else { throw alreadyBound(name) }
        let slot = newSlot()
        scope.declare(name.text, slot: slot, type: .path)
        result.paths.append(.init(slot: slot, parts: parts))
      }
    }
    return result
  }

  private func create(
    _ node: NodePattern, alone: Bool, merges: Bool, _ result: inout CreatePattern, _ scope: inout Scope
  ) throws -> Int {
    if let name = node.variable, let variable = scope[name.text] {
      guard variable.type.mayBe(.node) else { throw conflict(name, variable.type, .node) }
      guard !alone, node.labels.isEmpty, node.properties == nil else { throw alreadyBound(name) }
      return variable.slot
    }
    let properties = try properties(node.properties, merges: merges, scope)
    let slot = newSlot()
    if let name = node.variable { scope.declare(name.text, slot: slot, type: .node) }
    result.nodes.append(.init(slot: slot, labels: node.labels, properties: properties))
    return slot
  }

  private func create(
    _ relationship: RelationshipPattern, _ left: Int, _ right: Int, merges: Bool, _ result: inout CreatePattern,
    _ scope: inout Scope
  ) throws -> Int {
    if let name = relationship.variable, let variable = scope[name.text] {
      guard variable.type.mayBe(.relationship) else { throw conflict(name, variable.type, .relationship) }
      throw alreadyBound(name)
    }
    guard relationship.length == nil else {
      throw CypherError(
        .syntax, .creatingVarLength, "A chain of any length cannot be created.", at: relationship.position)
    }
    guard relationship.types.count == 1 else {
      throw CypherError(
        .syntax, .noSingleRelationshipType, "A relationship is created with exactly one type.",
        at: relationship.position)
    }
    guard relationship.direction != .both || merges else {
      throw CypherError(
        .syntax, .requiresDirectedRelationship, "A relationship is created in one direction.",
        at: relationship.position)
    }
    let properties = try properties(relationship.properties, merges: merges, scope)
    let slot = newSlot()
    if let name = relationship.variable { scope.declare(name.text, slot: slot, type: .relationship) }
    let backwards = relationship.direction == .incoming
    result.edges.append(
      .init(
        slot: slot, type: relationship.types[0], from: backwards ? right : left, to: backwards ? left : right,
        properties: properties))
    return slot
  }

  private func properties(_ expression: Expression?, merges: Bool, _ scope: Scope) throws -> Evaluator? {
    guard let expression else { return nil }
    if merges, case .parameter = expression.node {
      throw CypherError(
        .syntax, .invalidParameterUse, "A parameter cannot stand for all properties of a pattern in MERGE.",
        at: expression.position)
    }
    return try bind(expression, in: scope).evaluate
  }

  private func planMerge(
    _ pattern: PathPattern, _ onCreate: [SetItem], _ onMatch: [SetItem], _ part: inout Part
  ) throws {
    let slots = part.scope.slots
    let outer = part.scope
    let created = try createPattern([pattern], merges: true, &part.scope)
    // Every part of the pattern gets a name, by which what is found can be told.
    var named = pattern
    for index in named.nodes.indices where named.nodes[index].variable == nil {
      named.nodes[index].variable = Name(" node\(index)", pattern.position)
    }
    for index in named.relationships.indices where named.relationships[index].variable == nil {
      named.relationships[index].variable = Name(" edge\(index)", pattern.position)
    }
    named.variable = nil
    var found = outer
    let plan = try planPatterns([named], filter: nil, input: Argument(), scope: &found)
    // Copies what was found to the slots of the creation.
    var copies: [ProjectSlots.Assignment] = []
    func copy(_ name: Name?, _ slot: Int) {
      guard let name, let source = found[name.text]?.slot, source != slot else { return }
      copies.append(
        .init(
          slot: slot,
          value: BoundExpression(
            evaluate: { $0.slots[source] }, type: .any, reads: [source],
            text: name.text.hasPrefix(" ") ? "_" : name.text)))
    }
    var place = 0
    var seen = Set(outer.names)
    for node in named.nodes {
      guard let name = node.variable, seen.insert(name.text).inserted else { continue }
      copy(name, created.nodes[place].slot)
      place += 1
    }
    for (index, relationship) in named.relationships.enumerated() {
      copy(relationship.variable, created.edges[index].slot)
    }
    var root: Operator = copies.isEmpty ? plan : ProjectSlots(plan, copies)
    for path in created.paths { root = BuildPath(root, slot: path.slot, parts: path.parts) }
    let values = ([pattern.nodes.map(\.properties), pattern.relationships.map(\.properties)].flatMap { $0 })
      .flatMap { properties -> [Expression] in
        if case .map(let entries)? = properties?.node { return entries.map(\.value) }
        return []
      }
    part.root = MergeRows(
      part.root, plan: root, pattern: created, required: try values.map { try bind($0, in: outer).evaluate },
      onCreate: try onCreate.map { try action($0, part.scope) },
      onMatch: try onMatch.map { try action($0, part.scope) },
      slots: slots, results: part.scope.slots)
  }
}
