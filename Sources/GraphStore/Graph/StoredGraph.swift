import GraphModel

/// The derived graph as the query engine sees it: a node carries its type as its label, and `name` and `aliases` among its
/// properties.
///
/// Read it inside `Store.read`, so that all of it is of one state.
public final class StoredGraph: PropertyGraph {
  private let store: Store
  private var database: Database { store.database }
  private var tokens: TokenTable { store.tokens }

  init(_ store: Store) { self.store = store }

  // MARK: Tokens

  /// The token of a label, or nil where no node has it.
  public func labelToken(_ name: String) -> Token? { present(.label, name) }
  /// The token of an edge type, or nil where no edge has it.
  public func typeToken(_ name: String) -> Token? { present(.type, name) }
  /// The token of a property name, or nil where nothing ever had it.
  public func keyToken(_ name: String) -> Token? { try? tokens.find(.key, name) }
  /// The name of a label's token.
  public func labelName(_ token: Token) -> String { (try? tokens.name(token)) ?? "" }
  /// The name of an edge type's token.
  public func typeName(_ token: Token) -> String { (try? tokens.name(token)) ?? "" }
  /// The name of a property's token.
  public func keyName(_ token: Token) -> String { (try? tokens.name(token)) ?? "" }

  /// Every label that some node carries, sorted.
  public func labelNames() throws -> [String] { try store.nodeCounts().map(\.type) }
  /// Every edge type in use, sorted.
  public func typeNames() throws -> [String] { try store.edgeCounts().map(\.type) }
  /// Every property name that nodes or edges have had, sorted.
  public func keyNames() throws -> [String] { try tokens.names(.key) }

  private func present(_ kind: TokenTable.Kind, _ name: String) -> Token? {
    guard let token = try? tokens.find(kind, name), let count = try? store.tally(token), count > 0 else { return nil }
    return token
  }

  // MARK: Counts and scans

  /// Number of nodes that carry a label, or of all nodes.
  public func nodeCount(label: Token?) throws -> Int {
    if let label { return try store.tally(label) }
    return try store.total(.label)
  }

  /// Number of edges of a type, or of all edges.
  public func edgeCount(type: Token?) throws -> Int {
    if let type { return try store.tally(type) }
    return try store.total(.type)
  }

  /// Calls `body` for every node that carries a label (or every node) by rising identity until it returns false.
  public func scanNodes(label: Token?, _ body: (NodeID) throws -> Bool) throws {
    let sql =
      label == nil ? "SELECT id FROM node ORDER BY id" : "SELECT id FROM node WHERE type = ? ORDER BY id"
    try database.with(sql) { row in
      if let label { row.bind(1, Int(label)) }
      while try row.step() { guard try body(NodeID(Int64(row.integer(0)))) else { return } }
    }
  }

  /// Calls `body` for every edge of a type (or every edge) by rising identity until it returns false.
  public func scanEdges(type: Token?, _ body: (EdgeID, _ source: NodeID, _ target: NodeID) throws -> Bool) throws {
    let sql =
      type == nil
      ? "SELECT id, source, target FROM edge ORDER BY id"
      : "SELECT id, source, target FROM edge WHERE type = ? ORDER BY id"
    try database.with(sql) { row in
      if let type { row.bind(1, Int(type)) }
      while try row.step() {
        let edge = EdgeID(Int64(row.integer(0)))
        guard try body(edge, NodeID(Int64(row.integer(1))), NodeID(Int64(row.integer(2)))) else { return }
      }
    }
  }

  // MARK: Nodes

  /// Whether the node exists.
  public func contains(_ node: NodeID) throws -> Bool {
    try database.integer("SELECT 1 FROM node WHERE id = ?", Binding(node.rawValue)) != nil
  }

  /// The label of a node.
  public func labels(of node: NodeID) throws -> [Token] {
    try database.integer("SELECT type FROM node WHERE id = ?", Binding(node.rawValue)).map { [Token($0)] } ?? []
  }

  /// One property of a node, or nil.
  public func property(_ key: Token, of node: NodeID) throws -> PropertyValue? {
    try property(key, "SELECT body FROM node WHERE id = ?", node.rawValue)
  }

  /// All properties of a node, sorted by name.
  public func properties(of node: NodeID) throws -> [(key: Token, value: PropertyValue)] {
    try properties("SELECT body FROM node WHERE id = ?", node.rawValue)
  }

  // MARK: Edges

  /// Type and ends of an edge, or nil where there is none.
  public func ends(of edge: EdgeID) throws -> (type: Token, source: NodeID, target: NodeID)? {
    try database.with("SELECT type, source, target FROM edge WHERE id = ?") { row in
      row.bind(1, Int(edge.rawValue))
      guard try row.step() else { return nil }
      return (Token(row.integer(0)), NodeID(Int64(row.integer(1))), NodeID(Int64(row.integer(2))))
    }
  }

  /// One property of an edge, or nil.
  public func property(_ key: Token, of edge: EdgeID) throws -> PropertyValue? {
    try property(key, "SELECT body FROM edge WHERE id = ?", edge.rawValue)
  }

  /// All properties of an edge, sorted by name.
  public func properties(of edge: EdgeID) throws -> [(key: Token, value: PropertyValue)] {
    try properties("SELECT body FROM edge WHERE id = ?", edge.rawValue)
  }

  private func property(_ key: Token, _ sql: String, _ id: Int64) throws -> PropertyValue? {
    try database.with(sql) { row in
      row.bind(1, Int(id))
      guard try row.step() else { return nil }
      return try row.withBytes(0) { try BodyCodec.value(key, in: $0) }
    }
  }

  private func properties(_ sql: String, _ id: Int64) throws -> [(key: Token, value: PropertyValue)] {
    try database.with(sql) { row in
      row.bind(1, Int(id))
      guard try row.step() else { return [] }
      return try row.withBytes(0) { try BodyCodec.properties(in: $0) }
    }
  }

  // MARK: Neighbourhood

  private struct Step {
    var edge: EdgeID
    var type: Token
    var neighbor: NodeID
  }

  /// Calls `body` for every edge at a node by rising edge identity until it returns false.
  public func expand(
    _ node: NodeID, _ direction: Direction, types: [Token]?,
    _ body: (EdgeID, _ type: Token, _ neighbor: NodeID) throws -> Bool
  ) throws {
    if let types, types.count == 1, direction != .both {
      // One type one way is in the table's own order.
      let table = direction == .outgoing ? "outgoing" : "incoming"
      return try database.with("SELECT edge, neighbor FROM \(table) WHERE node = ? AND type = ?") { row in
        row.bind(1, Int(node.rawValue))
        row.bind(2, Int(types[0]))
        while try row.step() {
          let next = NodeID(Int64(row.integer(1)))
          guard try body(EdgeID(Int64(row.integer(0))), types[0], next) else { return }
        }
      }
    }
    var steps: [Step] = []
    if direction != .incoming { try collect("outgoing", node, types, into: &steps) }
    if direction != .outgoing { try collect("incoming", node, types, into: &steps) }
    steps.sort { $0.edge < $1.edge }
    var last: EdgeID?
    for step in steps where step.edge != last {
      last = step.edge
      guard try body(step.edge, step.type, step.neighbor) else { return }
    }
  }

  private func collect(_ table: String, _ node: NodeID, _ types: [Token]?, into steps: inout [Step]) throws {
    func gather(_ row: Statement) throws {
      while try row.step() {
        steps.append(
          Step(
            edge: EdgeID(Int64(row.integer(0))), type: Token(row.integer(1)), neighbor: NodeID(Int64(row.integer(2)))))
      }
    }
    guard let types else {
      return try database.with("SELECT edge, type, neighbor FROM \(table) WHERE node = ?") { row in
        row.bind(1, Int(node.rawValue))
        try gather(row)
      }
    }
    for type in Set(types) {
      try database.with("SELECT edge, type, neighbor FROM \(table) WHERE node = ? AND type = ?") { row in
        row.bind(1, Int(node.rawValue))
        row.bind(2, Int(type))
        try gather(row)
      }
    }
  }

  /// Number of edges at a node in a direction, of the given types (nil: all).
  public func degree(_ node: NodeID, _ direction: Direction, types: [Token]?) throws -> Int {
    var count = 0
    if direction == .both {
      try expand(node, .both, types: types) { _, _, _ in
        count += 1
        return true
      }
      return count
    }
    let table = direction == .outgoing ? "outgoing" : "incoming"
    guard let types else {
      return try database.integer("SELECT count(*) FROM \(table) WHERE node = ?", Binding(node.rawValue)) ?? 0
    }
    for type in Set(types) {
      count +=
        try database.integer(
          "SELECT count(*) FROM \(table) WHERE node = ? AND type = ?", Binding(node.rawValue), .integer(Int(type)))
        ?? 0
    }
    return count
  }

  // MARK: Lookup

  /// Whether `key` is `name` or `key`.
  public func hasIndex(label: Token?, key: Token) -> Bool { ["name", "key"].contains(keyName(key)) }

  /// The nodes with a label (nil: any) whose `name` or `key` equals a text; nil for every other property.
  public func nodes(label: Token?, key: Token, equal value: PropertyValue) throws -> [NodeID]? {
    let property = try tokens.name(key)
    guard property == "name" || property == "key" else { return nil }
    guard case .string(let text) = value else { return [] }
    let wanted = try label.map { try tokens.name($0) }
    let candidates =
      property == "name"
      ? try store.nodes(folded: Folding.fold(text, lowercasing: true))
      : [try store.node(NodeID(key: text))].compactMap { $0 }
    return candidates.filter { node in
      (property == "name" ? node.name : node.key) == text && (wanted == nil || node.type == wanted)
    }.map(\.id).sorted()
  }
}
