import GraphModel

extension Planner {
  func planMatch(_ patterns: [PathPattern], filter: Expression?, optional: Bool, _ part: inout Part) throws {
    let before = Set(part.scope.slots)
    guard optional else {
      part.root = try planPatterns(patterns, filter: filter, input: part.root, scope: &part.scope)
      return
    }
    var scope = part.scope
    let plan = try planPatterns(patterns, filter: filter, input: Argument(), scope: &scope)
    part.root = OptionalPlan(part.root, plan: plan, slots: scope.slots.filter { !before.contains($0) })
    part.scope = scope
  }

  /// Plans the search for patterns, and declares their variables.
  func planPatterns(
    _ patterns: [PathPattern], filter: Expression?, input: Operator, scope: inout Scope
  ) throws -> Operator {
    let bound = Set(scope.slots)
    let graph = try patternGraph(patterns, filter: filter, scope: &scope)
    var search = PatternSearch(planner: self, pattern: graph, scope: scope, root: input, bound: bound)
    return try search.plan()
  }
}

/// Finds the order in which the parts of a pattern are matched.
struct PatternSearch {
  let planner: Planner
  let pattern: PatternGraph
  let scope: Scope
  var root: Operator
  /// The slots that hold a value by now.
  var bound: Set<Int>
  private var openEdges: [Int]
  private var openConditions: [PatternGraph.Condition]
  private var openPaths: [PatternGraph.Path]
  /// Rows expected by now.
  private var rows = 1.0
  private let outer: Set<Int>

  init(planner: Planner, pattern: PatternGraph, scope: Scope, root: Operator, bound: Set<Int>) {
    self.planner = planner
    self.pattern = pattern
    self.scope = scope
    self.root = root
    self.bound = bound
    outer = bound
    openEdges = Array(pattern.edges.indices)
    openConditions = pattern.conditions
    openPaths = pattern.paths
  }

  mutating func plan() throws -> Operator {
    try requireKnownNodes()
    if planner.optimizes { try applyConditions() }
    while true {
      if let index = nextEdge() {
        try follow(index)
      } else if let index = nextStart() {
        try begin(index)
      } else {
        break
      }
      if planner.optimizes { try applyConditions() }
    }
    try applyConditions()
    return root
  }

  private func isBound(_ node: Int) -> Bool { bound.contains(pattern.nodes[node].slot) }

  /// A known variable that stands alone must be a node, not null.
  private mutating func requireKnownNodes() throws {
    for node in pattern.nodes where outer.contains(node.slot) {
      let slot = node.slot
      var condition = BoundExpression(
        evaluate: { frame in
          if case .node = frame.slots[slot] { return .boolean(true) }
          if frame.slots[slot].isNull { return .boolean(false) }
          throw CypherError.wrongType(frame.slots[slot], wanted: "a node")
        }, type: .boolean, reads: [slot], text: "\(node.name ?? "_") is a node")
      condition.isNodeCheck = slot
      root = FilterRows(root, [condition])
    }
  }

  /// Filters by the conditions of which everything is known by now, and builds the paths.
  private mutating func applyConditions() throws {
    while true {
      let ready = openConditions.filter { $0.reads.isSubset(of: bound) }
      openConditions.removeAll { $0.reads.isSubset(of: bound) }
      if !ready.isEmpty {
        let conditions = try ready.map { condition in
          var bound = try planner.bind(condition.expression, in: scope, condition: true)
          if let label = condition.label {
            let name = pattern.nodes.first { $0.slot == label.slot }?.name ?? "_"
            bound.text = "\(name):\(label.label)"
            bound.label = label
          } else if planner.optimizes {
            bound.test = try planner.propertyTest(condition.expression, in: scope)
          }
          if let property = condition.property {
            let node = pattern.nodes.first { $0.slot == property.slot }?.name
            let name = node ?? pattern.edges.first { $0.slot == property.slot }?.name
            bound.text = "\(name ?? "_").\(property.key) = \(bound.text)"
          }
          return bound
        }
        root = filtered(root, conditions)
        rows = max(1, rows * (planner.optimizes ? 0.3 : 1))
        root.estimate = rows
      }
      guard let path = openPaths.firstIndex(where: { Set($0.parts).isSubset(of: bound) }) else { return }
      let built = openPaths.remove(at: path)
      root = BuildPath(root, slot: built.slot, parts: built.parts)
      bound.insert(built.slot)
    }
  }

  /// The rows for which conditions hold; found by columns where the graph has some and all conditions are on properties.
  private func filtered(_ input: Operator, _ conditions: [BoundExpression]) -> Operator {
    let filter = FilterRows(input, conditions)
    let tests = conditions.compactMap(\.test)
    guard planner.optimizes, let scan = input as? ScanNodes, scan.input is Argument, tests.count == conditions.count,
      tests.allSatisfy({ $0.node == scan.slot }), let graph = planner.graph as? any PackedGraph,
      (try? graph.nodeTables().isEmpty) == false
    else { return filter }
    return FilterNodes(filter, scan: scan, tests: tests)
  }

  // MARK: Statistics

  private func nodeCount(_ labels: Set<String>) -> Double {
    var least = Double((try? planner.graph.nodeCount(label: nil)) ?? 1)
    for label in labels {
      let count = planner.graph.labelToken(label).flatMap { try? planner.graph.nodeCount(label: $0) } ?? 0
      least = min(least, Double(count))
    }
    return max(least, 0.5)
  }

  /// Relationships that a step meets at one node, on average.
  private func degree(_ edge: PatternGraph.Edge, from node: Int) -> Double {
    var count = 0.0
    if edge.types.isEmpty {
      count = Double((try? planner.graph.edgeCount(type: nil)) ?? 1)
    } else {
      for type in edge.types {
        count += Double(planner.graph.typeToken(type).flatMap { try? planner.graph.edgeCount(type: $0) } ?? 0)
      }
    }
    let each = count / nodeCount(pattern.nodes[node].labels) * (edge.direction == .both ? 2 : 1)
    guard let length = edge.length else { return each }
    let most = min(length.maximum ?? 6, 6)
    return (1...max(1, most)).reduce(0) { sum, step in
      sum + (0..<step).reduce(1) { product, _ in product * max(each, 0.1) }
    }
  }

  /// The index that can find a node, and the rows that it yields.
  private func seek(_ node: Int) -> (label: String?, equality: PatternGraph.Equality)? {
    let slot = pattern.nodes[node].slot
    for equality in pattern.equalities where equality.slot == slot {
      guard equality.value.reads(scope).isSubset(of: bound), let key = planner.graph.keyToken(equality.key) else {
        continue
      }
      for label in pattern.nodes[node].labels.sorted() {
        if let token = planner.graph.labelToken(label), planner.graph.hasIndex(label: token, key: key) {
          return (label, equality)
        }
      }
      if planner.graph.hasIndex(label: nil, key: key) { return (nil, equality) }
    }
    return nil
  }

  private func startCost(_ node: Int) -> Double {
    if seek(node) != nil { return 1 }
    let slot = pattern.nodes[node].slot
    let filters = pattern.conditions.filter { $0.label == nil && $0.reads == [slot] }.count
    return nodeCount(pattern.nodes[node].labels) * (filters > 0 ? 0.5 : 1)
  }

  // MARK: Steps

  /// The node to start from in a part of the pattern that nothing known touches.
  private func nextStart() -> Int? {
    let open = pattern.nodes.indices.filter { !isBound($0) }
    guard planner.optimizes else { return open.first }
    // Ends of a shortest path come first; all else is reached from some start.
    return open.min { startCost($0) < startCost($1) }
  }

  private mutating func begin(_ index: Int) throws {
    let node = pattern.nodes[index]
    if planner.optimizes, let (label, equality) = seek(index) {
      let value = try planner.bind(equality.value, in: scope)
      root = SeekNodes(root, slot: node.slot, label: label, key: equality.key, value: value)
      if let label { openConditions.removeAll { $0.label.map { $0 == (node.slot, label) } ?? false } }
    } else {
      let label = node.labels.min { nodeCount([$0]) < nodeCount([$1]) || nodeCount([$0]) == nodeCount([$1]) && $0 < $1 }
      root = ScanNodes(root, slot: node.slot, label: label)
      rows *= nodeCount(label.map { [$0] } ?? [])
      if let label { openConditions.removeAll { $0.label.map { $0 == (node.slot, label) } ?? false } }
    }
    root.estimate = rows
    bound.insert(node.slot)
  }

  /// The cheapest relationship with a known end.
  private func nextEdge() -> Int? {
    let open = openEdges.filter { index in
      let edge = pattern.edges[index]
      if edge.kind != .plain { return isBound(edge.left) && isBound(edge.right) }
      if edge.isBound && edge.length == nil { return true }
      return isBound(edge.left) || isBound(edge.right)
    }
    guard planner.optimizes else { return open.first }
    return open.min { cost($0) < cost($1) }
  }

  private func cost(_ index: Int) -> Double {
    let edge = pattern.edges[index]
    if edge.isBound { return 0 }
    if isBound(edge.left) && isBound(edge.right) { return 0.1 }
    return degree(edge, from: isBound(edge.left) ? edge.left : edge.right)
  }

  private mutating func follow(_ index: Int) throws {
    openEdges.removeAll { $0 == index }
    let edge = pattern.edges[index]
    let forward = isBound(edge.left) || edge.isBound && edge.length == nil && !isBound(edge.right)
    let (near, far) = forward ? (edge.left, edge.right) : (edge.right, edge.left)
    let from = pattern.nodes[near].slot
    let to = pattern.nodes[far].slot
    var step = Expand.Step(
      from: from, edge: edge.slot, to: to, toIsBound: isBound(far),
      direction: forward ? edge.direction : edge.direction.opposite, types: TypeFilter(edge.types))
    // Relationships of this MATCH that were met before, where the types do not tell them apart.
    for other in pattern.edges.indices
    where other != index && !openEdges.contains(other) && pattern.edges[other].kind == .plain {
      let types = pattern.edges[other].types
      if !types.isEmpty && !edge.types.isEmpty && Set(types).isDisjoint(with: edge.types) { continue }
      if pattern.edges[other].length == nil {
        step.unique.single.append(pattern.edges[other].slot)
      } else {
        step.unique.lists.append(pattern.edges[other].slot)
      }
    }
    let description = describe(edge, near, far, forward)
    if edge.kind != .plain || edge.length != nil {
      let chain = ExpandChains.Chain(
        step: step, minimum: edge.length.map { $0.minimum ?? 1 } ?? 1,
        maximum: edge.length.map { $0.maximum } ?? 1,
        properties: try edge.properties.map { (GraphName($0.key), try planner.bind($0.value, in: scope)) },
        isReversed: !forward, needsList: edge.needsList, listIsBound: edge.isBound)
      if edge.kind != .plain {
        root = ShortestPaths(root, chain, path: edge.path, all: edge.kind == .allShortest)
        bound.insert(edge.path)
      } else {
        root = ExpandChains(root, chain, description: description)
      }
    } else if edge.isBound {
      root = BindEnds(root, step, fromIsBound: isBound(near), description: description)
    } else {
      root = Expand(root, step, description: description)
    }
    rows *= step.toIsBound ? 0.5 : max(0.1, degree(edge, from: near))
    root.estimate = rows
    bound.formUnion([edge.slot, from, to])
  }

  private func describe(_ edge: PatternGraph.Edge, _ near: Int, _ far: Int, _ forward: Bool) -> String {
    let direction = forward ? edge.direction : edge.direction.opposite
    let length = edge.length.map { length in
      "*" + (length.minimum.map(String.init) ?? "") + ".." + (length.maximum.map(String.init) ?? "")
    }
    let inside = (edge.name ?? "") + TypeFilter(edge.types).text + (length ?? "")
    let body = inside.isEmpty ? "" : "[\(inside)]"
    let left = direction == .incoming ? "<-" : "-"
    let right = direction == .outgoing ? "->" : "-"
    return "(\(pattern.nodes[near].name ?? ""))\(left)\(body)\(right)(\(pattern.nodes[far].name ?? ""))"
  }
}
