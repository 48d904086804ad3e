import GraphModel

/// The patterns of one MATCH as nodes and edges between slots, and the conditions on them.
struct PatternGraph {
  struct Node {
    var slot: Int
    var labels: Set<String> = []
    var name: String?
  }

  struct Edge {
    var slot: Int
    /// Indices of nodes: left and right in the text.
    var left: Int
    var right: Int
    /// Seen from the left.
    var direction: Direction
    var types: [String]
    var length: RelationshipPattern.Length?
    var properties: [Expression.Entry]
    /// Whether the relationship (or the list) is known before the MATCH.
    var isBound: Bool
    /// Whether someone reads a list of relationships.
    var needsList: Bool
    var kind: PathPattern.Kind
    /// The slot of the path of a `shortestPath`.
    var path: Int
    var name: String?
  }

  struct Path {
    var slot: Int
    var parts: [Int]
  }

  /// A property that must equal a value, of which an index may know.
  struct Equality {
    var slot: Int
    var key: String
    var value: Expression
  }

  /// A condition and the slots that it reads.
  struct Condition {
    var expression: Expression
    var reads: Set<Int>
    /// The node and label that it asks for, where it asks for nothing else.
    var label: (slot: Int, label: String)?
    /// The node or relationship and the property that it compares, where it stands among a pattern's properties.
    var property: (slot: Int, key: String)?
  }

  var nodes: [Node] = []
  var edges: [Edge] = []
  var paths: [Path] = []
  var conditions: [Condition] = []
  var equalities: [Equality] = []
}

extension Planner {
  func conflict(_ name: Name, _ type: StaticType, _ wanted: StaticType.Kinds) -> CypherError {
    CypherError(
      .syntax, .variableTypeConflict,
      "“\(name.text)” is of type \(type.kinds.names) but is used as \(wanted.names).", at: name.position)
  }

  /// Reads patterns into a graph and declares what they bring.
  func patternGraph(_ patterns: [PathPattern], filter: Expression?, scope: inout Scope) throws -> PatternGraph {
    var result = PatternGraph()
    let outer = scope
    var indices: [String: Int] = [:]
    var met: Set<String> = []
    for pattern in patterns {
      let first = result.edges.count
      var places: [Int] = []
      for node in pattern.nodes {
        places.append(try add(node, outer, &indices, &result, &scope))
      }
      for (index, relationship) in pattern.relationships.enumerated() {
        try add(
          relationship, pattern, places[index], places[index + 1], outer, &met, &result, &scope)
      }
      if let name = pattern.variable {
        guard scope[name.text] == nil else { throw alreadyBound(name) }
        let slot = newSlot()
        scope.declare(name.text, slot: slot, type: .path)
        if pattern.kind != .plain {
          result.edges[first].path = slot
        } else {
          var parts = [result.nodes[places[0]].slot]
          for index in pattern.relationships.indices {
            result.edges[first + index].needsList = true
            parts += [result.edges[first + index].slot, result.nodes[places[index + 1]].slot]
          }
          result.paths.append(PatternGraph.Path(slot: slot, parts: parts))
        }
      }
    }
    // Another relationship of the clause must differ from those of a list.
    if result.edges.count > 1 { for index in result.edges.indices { result.edges[index].needsList = true } }
    try addConditions(patterns, filter, &result, scope)
    return result
  }

  private func add(
    _ node: NodePattern, _ outer: Scope, _ indices: inout [String: Int], _ result: inout PatternGraph,
    _ scope: inout Scope
  ) throws -> Int {
    try refuseParameter(node.properties)
    guard let name = node.variable else {
      result.nodes.append(PatternGraph.Node(slot: newSlot(), labels: Set(node.labels)))
      return result.nodes.count - 1
    }
    if let index = indices[name.text] {
      result.nodes[index].labels.formUnion(node.labels)
      return index
    }
    let slot: Int
    if let variable = scope[name.text] {
      guard variable.type.mayBe(.node), variable.type.kinds != .none || outer[name.text] != nil else {
        throw conflict(name, variable.type, .node)
      }
      slot = variable.slot
    } else {
      slot = newSlot()
      scope.declare(name.text, slot: slot, type: .node)
    }
    indices[name.text] = result.nodes.count
    result.nodes.append(PatternGraph.Node(slot: slot, labels: Set(node.labels), name: name.text))
    return result.nodes.count - 1
  }

  private func add(
    _ relationship: RelationshipPattern, _ pattern: PathPattern, _ left: Int, _ right: Int, _ outer: Scope,
    _ met: inout Set<String>, _ result: inout PatternGraph, _ scope: inout Scope
  ) throws {
    try refuseParameter(relationship.properties)
    let isList = relationship.length != nil
    let kinds: StaticType.Kinds = isList ? .list : .relationship
    var slot = -1
    var isBound = false
    if let name = relationship.variable {
      if let variable = scope[name.text] {
        guard variable.type.mayBe(kinds) else { throw conflict(name, variable.type, kinds) }
        guard met.insert(name.text).inserted else {
          throw CypherError(
            .syntax, .relationshipUniquenessViolation,
            "“\(name.text)” cannot stand for two relationships of one pattern.", at: name.position)
        }
        slot = variable.slot
        isBound = true
      } else {
        slot = newSlot()
        met.insert(name.text)
        scope.declare(name.text, slot: slot, type: isList ? .list(of: .relationship) : .relationship)
      }
    } else {
      slot = newSlot()
    }
    var entries: [Expression.Entry] = []
    if case .map(let map)? = relationship.properties?.node { entries = map }
    result.edges.append(
      PatternGraph.Edge(
        slot: slot, left: left, right: right, direction: relationship.direction, types: relationship.types,
        length: relationship.length, properties: isList || pattern.kind != .plain ? entries : [], isBound: isBound,
        needsList: relationship.variable != nil, kind: pattern.kind, path: newSlot(), name: relationship.variable?.text)
    )
  }

  private func refuseParameter(_ properties: Expression?) throws {
    if let properties, case .parameter = properties.node {
      throw CypherError(
        .syntax, .invalidParameterUse, "A parameter cannot stand for all properties of a pattern.",
        at: properties.position, suggestion: "Name the properties: {name: $name}.")
    }
  }

  private func addConditions(
    _ patterns: [PathPattern], _ filter: Expression?, _ result: inout PatternGraph, _ scope: Scope
  ) throws {
    var graph = result
    func add(_ expression: Expression, label: (Int, String)? = nil, property: (Int, String)? = nil) {
      graph.conditions.append(
        .init(
          expression: expression, reads: expression.reads(scope), label: label.map { (slot: $0.0, label: $0.1) },
          property: property.map { (slot: $0.0, key: $0.1) }))
    }
    func make(_ node: Expression.Node, like other: Expression) -> Expression {
      Expression(node: node, position: other.position, end: other.end, height: other.height + 2)
    }
    func addProperties(_ properties: Expression?, of slot: Int, isNode: Bool) throws {
      guard case .map(let entries)? = properties?.node else { return }
      for entry in entries {
        _ = try check(entry.value, in: scope)
        let property = make(.property(make(.slot(slot), like: entry.value), entry.key), like: entry.value)
        add(make(.comparison([property, entry.value], [.equal]), like: entry.value), property: (slot, entry.key))
        if isNode { graph.equalities.append(.init(slot: slot, key: entry.key, value: entry.value)) }
      }
    }
    for node in graph.nodes {
      for label in node.labels.sorted() {
        let here = Expression(node: .slot(node.slot), position: 0, end: 0, height: 1)
        add(make(.hasLabels(here, [label]), like: here), label: (node.slot, label))
      }
    }
    var node = 0
    var edge = 0
    var known: [String: Int] = [:]
    for pattern in patterns {
      for part in pattern.nodes {
        var slot = -1
        if let name = part.variable {
          slot = scope[name.text]?.slot ?? -1
          if known[name.text] == nil {
            known[name.text] = node
            node += 1
          }
        } else {
          slot = graph.nodes[node].slot
          node += 1
        }
        try addProperties(part.properties, of: slot, isNode: true)
        if let filter = part.filter { for conjunct in filter.conjuncts { add(conjunct) } }
      }
      for part in pattern.relationships {
        if part.length == nil && pattern.kind == .plain {
          try addProperties(part.properties, of: graph.edges[edge].slot, isNode: false)
        }
        if let filter = part.filter { for conjunct in filter.conjuncts { add(conjunct) } }
        edge += 1
      }
    }
    if let filter {
      _ = try check(filter, in: scope, condition: true)
      for conjunct in filter.conjuncts {
        add(conjunct)
        addFacts(conjunct, &graph, scope)
      }
    }
    result = graph
  }

  /// Notes what a condition says of labels and properties.
  private func addFacts(_ condition: Expression, _ graph: inout PatternGraph, _ scope: Scope) {
    switch condition.node {
    case .hasLabels(let base, let labels):
      guard case .variable(let name) = base.node, let slot = scope[name]?.slot else { return }
      for index in graph.nodes.indices where graph.nodes[index].slot == slot {
        graph.nodes[index].labels.formUnion(labels)
      }
    case .comparison(let operands, [.equal]):
      for (side, other) in [(operands[0], operands[1]), (operands[1], operands[0])] {
        guard case .property(let base, let key) = side.node, case .variable(let name) = base.node,
          let slot = scope[name]?.slot
        else { continue }
        graph.equalities.append(.init(slot: slot, key: key, value: other))
      }
    default: break
    }
  }
}
