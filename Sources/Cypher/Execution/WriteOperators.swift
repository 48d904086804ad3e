import GraphModel

extension Frame {
  /// The graph to write to; throws where it can only be read.
  func graphToWrite() throws -> any MutablePropertyGraph {
    guard let writer else {
      throw CypherError(.execution, .readOnly, "This graph can only be read.")
    }
    return writer
  }

  /// The properties of a map; nulls are left out.
  func storable(_ map: [String: Value]) throws -> [String: PropertyValue] {
    var result: [String: PropertyValue] = [:]
    for (key, value) in map where !value.isNull { result[key] = try storable(value) }
    return result
  }

  func storable(_ value: Value) throws -> PropertyValue {
    guard let property = value.propertyValue else {
      throw CypherError(
        .type, .invalidPropertyType, "A property cannot hold a value of type \(value.typeName).",
        suggestion: "Store what is in it in properties of their own.")
    }
    return property
  }

  func set(_ key: String, of target: Value, to value: Value) throws {
    let graph = try graphToWrite()
    let stored = value.isNull ? nil : try storable(value)
    switch target {
    case .null: return
    case .node(let id):
      try checkAlive(id)
      try graph.setProperty(key, of: id, to: stored)
    case .relationship(let id):
      try checkAlive(id)
      try graph.setProperty(key, of: id, to: stored)
    default: throw CypherError.wrongType(target, wanted: "a node or relationship")
    }
    changes.propertiesSet += 1
  }

  /// Sets all properties of a map; removes those that are not in it unless they are to stay.
  func setAll(_ map: Value, of target: Value, keepsOthers: Bool) throws {
    if target.isNull { return }
    guard let wanted = try properties(of: map), let old = try properties(of: target) else {
      if map.isNull && keepsOthers { return }
      throw CypherError.wrongType(map, wanted: "a map, node or relationship")
    }
    if !keepsOthers {
      for key in old.keys.sorted() where wanted[key] == nil { try set(key, of: target, to: .null) }
    }
    for (key, value) in wanted.sorted(by: { $0.key < $1.key }) { try set(key, of: target, to: value) }
  }
}

/// A pattern to create: what is not there yet.
struct CreatePattern {
  struct Node {
    var slot: Int
    var labels: [String]
    var properties: Evaluator?
  }

  struct Edge {
    var slot: Int
    var type: String
    var from: Int
    var to: Int
    var properties: Evaluator?
  }

  struct Path {
    var slot: Int
    var parts: [Int]
  }

  var nodes: [Node] = []
  var edges: [Edge] = []
  var paths: [Path] = []

  func create(_ frame: Frame) throws {
    let graph = try frame.graphToWrite()
    for node in nodes {
      let properties = try properties(node.properties, frame)
      frame.slots[node.slot] = .node(try graph.createNode(labels: node.labels, properties: properties))
      frame.changes.nodesCreated += 1
      frame.changes.labelsAdded += node.labels.count
    }
    for edge in edges {
      guard case .node(let from) = frame.slots[edge.from], case .node(let to) = frame.slots[edge.to] else {
        let missing = frame.slots[edge.from].isNull ? frame.slots[edge.from] : frame.slots[edge.to]
        throw CypherError.wrongType(missing, wanted: "a node as the end of a relationship")
      }
      try frame.checkAlive(from)
      try frame.checkAlive(to)
      let id = try graph.createEdge(
        type: edge.type, from: from, to: to, properties: try properties(edge.properties, frame))
      frame.slots[edge.slot] = .relationship(id)
      frame.changes.relationshipsCreated += 1
    }
    for path in paths {
      var nodes: [NodeID] = []
      var edges: [EdgeID] = []
      for part in path.parts {
        switch frame.slots[part] {
        case .node(let id): nodes.append(id)
        case .relationship(let id): edges.append(id)
        default: break
        }
      }
      frame.slots[path.slot] = .path(Value.Path(nodes: nodes, edges: edges))
    }
  }

  private func properties(_ evaluator: Evaluator?, _ frame: Frame) throws -> [String: PropertyValue] {
    guard let evaluator else { return [:] }
    let value = try evaluator(frame)
    guard let map = try frame.properties(of: value) else {
      if value.isNull { return [:] }
      throw CypherError.wrongType(value, wanted: "a map")
    }
    let stored = try frame.storable(map)
    frame.changes.propertiesSet += stored.count
    return stored
  }
}

/// CREATE.
final class CreateRows: Operator {
  let pattern: CreatePattern
  let slots: [Int]

  init(_ input: Operator, _ pattern: CreatePattern, slots: [Int]) {
    self.pattern = pattern
    self.slots = slots
    super.init(input)
  }

  override var name: String { "Create" }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    var created = try RowBuffer(frame, slots) { collect in
      try runInput(frame, collect)
    }
    let all = slots + pattern.nodes.map(\.slot) + pattern.edges.map(\.slot) + pattern.paths.map(\.slot)
    for index in created.rows.indices {
      try frame.tick()
      frame.restore(slots, created.rows[index])
      try pattern.create(frame)
      created.rows[index] = frame.save(all)
    }
    return try created.emit(frame, all, next)
  }
}

extension RowBuffer {
  /// Hands on rows that have grown by some slots.
  func emit(_ frame: Frame, _ all: [Int], _ next: (Frame) throws -> Bool) throws -> Bool {
    defer { frame.release(bytes: held) }
    for row in rows {
      frame.restore(all, row)
      if try !next(frame) { return false }
    }
    return true
  }
}

/// An action of SET or REMOVE.
enum WriteAction {
  case property(Evaluator, String, Evaluator)
  case replace(Int, Evaluator)
  case merge(Int, Evaluator)
  case addLabels(Int, [String])
  case removeLabels(Int, [String])

  func run(_ frame: Frame) throws {
    switch self {
    case .property(let target, let key, let value): try frame.set(key, of: try target(frame), to: try value(frame))
    case .replace(let slot, let map):
      try frame.setAll(try map(frame), of: frame.slots[slot], keepsOthers: false)
    case .merge(let slot, let map): try frame.setAll(try map(frame), of: frame.slots[slot], keepsOthers: true)
    case .addLabels(let slot, let labels): try change(slot, labels, adds: true, frame)
    case .removeLabels(let slot, let labels): try change(slot, labels, adds: false, frame)
    }
  }

  private func change(_ slot: Int, _ labels: [String], adds: Bool, _ frame: Frame) throws {
    let graph = try frame.graphToWrite()
    switch frame.slots[slot] {
    case .null: return
    case .node(let id):
      try frame.checkAlive(id)
      for label in labels {
        if adds {
          try graph.addLabel(label, to: id)
          frame.changes.labelsAdded += 1
        } else {
          try graph.removeLabel(label, from: id)
          frame.changes.labelsRemoved += 1
        }
      }
    default: throw CypherError.wrongType(frame.slots[slot], wanted: "a node")
    }
  }
}

/// SET and REMOVE.
final class ChangeRows: Operator {
  let actions: [WriteAction]
  let slots: [Int]

  init(_ input: Operator, _ actions: [WriteAction], slots: [Int]) {
    self.actions = actions
    self.slots = slots
    super.init(input)
  }

  override var name: String { "Change" }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    let rows = try RowBuffer(frame, slots) { collect in try runInput(frame, collect) }
    for row in rows.rows {
      try frame.tick()
      frame.restore(slots, row)
      for action in actions { try action.run(frame) }
    }
    return try rows.emit(frame, next)
  }
}

/// DELETE and DETACH DELETE.
final class DeleteRows: Operator {
  let targets: [BoundExpression]
  let detach: Bool
  let slots: [Int]

  init(_ input: Operator, _ targets: [BoundExpression], detach: Bool, slots: [Int]) {
    self.targets = targets
    self.detach = detach
    self.slots = slots
    super.init(input)
  }

  override var name: String { detach ? "DetachDelete" : "Delete" }
  override var details: String { targets.map(\.text).joined(separator: ", ") }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    let graph = try frame.graphToWrite()
    let rows = try RowBuffer(frame, slots) { collect in try runInput(frame, collect) }
    var nodes: Set<NodeID> = []
    var edges: Set<EdgeID> = []
    for row in rows.rows {
      frame.restore(slots, row)
      for target in targets {
        switch try target.evaluate(frame) {
        case .null: break
        case .node(let id): nodes.insert(id)
        case .relationship(let id): edges.insert(id)
        case .path(let path):
          nodes.formUnion(path.nodes)
          edges.formUnion(path.edges)
        case let other: throw CypherError.wrongType(other, wanted: "a node, relationship or path")
        }
      }
    }
    if detach {
      for node in nodes {
        try graph.expand(node, .both, types: nil) { edge, _, _ in
          edges.insert(edge)
          return true
        }
      }
    }
    for edge in edges.sorted() {
      try frame.tick()
      guard let ends = try graph.ends(of: edge) else { continue }
      try graph.removeEdge(edge)
      frame.noteDeletion(of: edge, ends: ends)
      frame.changes.relationshipsDeleted += 1
    }
    for node in nodes.sorted() {
      try frame.tick()
      guard try graph.contains(node) else { continue }
      guard try graph.degree(node, .both, types: nil) == 0 else {
        throw CypherError(
          .constraintVerificationFailed, .deleteConnectedNode, "A node that has relationships cannot be deleted.",
          suggestion: "DETACH DELETE removes them too.")
      }
      try graph.removeNode(node)
      frame.noteDeletion(of: node)
      frame.changes.nodesDeleted += 1
    }
    return try rows.emit(frame, next)
  }
}

/// MERGE: finds a pattern, or creates it.
final class MergeRows: Operator {
  let plan: Operator
  let pattern: CreatePattern
  /// Values that must not be null: what is not there cannot be found again.
  let required: [Evaluator]
  let onCreate: [WriteAction]
  let onMatch: [WriteAction]
  let slots: [Int]
  /// The slots after the MERGE.
  let results: [Int]

  init(
    _ input: Operator, plan: Operator, pattern: CreatePattern, required: [Evaluator], onCreate: [WriteAction],
    onMatch: [WriteAction], slots: [Int], results: [Int]
  ) {
    self.plan = plan
    self.pattern = pattern
    self.required = required
    self.onCreate = onCreate
    self.onMatch = onMatch
    self.slots = slots
    self.results = results
    super.init(input)
  }

  override var name: String { "Merge" }
  override var inner: [Operator] { [plan] }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    let rows = try RowBuffer(frame, slots) { collect in try runInput(frame, collect) }
    let merged = try RowBuffer(frame, results) { collect in
      for row in rows.rows {
        try frame.tick()
        frame.restore(slots, row)
        for value in required where try value(frame).isNull {
          throw CypherError(
            .semantic, .mergeReadOwnWrites, "MERGE cannot find a property that is null.",
            suggestion: "Set it by ON CREATE SET.")
        }
        let found = try RowBuffer(frame, results) { keep in try plan.start(frame, keep) }
        if found.rows.isEmpty {
          try pattern.create(frame)
          for action in onCreate { try action.run(frame) }
          _ = try collect(frame)
        }
        _ = try found.emit(frame) { frame in
          for action in onMatch { try action.run(frame) }
          return try collect(frame)
        }
      }
      return true
    }
    frame.release(bytes: rows.held)
    return try merged.emit(frame, next)
  }
}
