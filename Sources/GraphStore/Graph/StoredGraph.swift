import GraphModel

/// The graph as the query engine sees it: first what was imported, then what is derived, whose nodes carry their type as
/// their label, and `name` and `aliases` among their properties.
///
/// Read it inside `Store.read`, so that all of it is of one state.
public final class StoredGraph: PackedGraph {
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
    guard let token = try? tokens.find(kind, name) else { return nil }
    let count = kind == .label ? try? nodeCount(label: token) : try? edgeCount(type: token)
    return count ?? 0 > 0 ? token : nil
  }

  private func imported() throws -> PackedCatalogue { try store.catalogue() }

  // MARK: Counts and scans

  /// Number of nodes that carry a label, or of all nodes.
  public func nodeCount(label: Token?) throws -> Int {
    guard let label else { return try store.total(.label) + imported().nodeCount }
    return try imported().nodes.reduce(store.tally(label)) { $0 + ($1.labels.contains(label) ? $1.count : 0) }
  }

  /// Number of edges of a type, or of all edges.
  public func edgeCount(type: Token?) throws -> Int {
    guard let type else { return try store.total(.type) + imported().edgeCount }
    return try imported().edges.reduce(store.tally(type)) { $0 + ($1.type == type ? $1.count : 0) }
  }

  /// Calls `body` for every node that carries a label (or every node) by rising identity until it returns false.
  public func scanNodes(label: Token?, _ body: (NodeID) throws -> Bool) throws {
    let imported = try imported()
    for (index, table) in imported.nodes.enumerated() where label.map(table.labels.contains) ?? true {
      for row in 0..<table.count { guard try body(imported.node(index, row)) else { return } }
    }
    let sql =
      label == nil ? "SELECT id FROM node ORDER BY id" : "SELECT id FROM node WHERE type = ? ORDER BY id"
    try database.with(sql) { row in
      if let label { row.bind(1, Int(label)) }
      while try row.step() { guard try body(NodeID(Int64(row.integer(0)))) else { return } }
    }
  }

  /// Calls `body` for every edge of a type (or every edge) by rising identity until it returns false.
  public func scanEdges(type: Token?, _ body: (EdgeID, _ source: NodeID, _ target: NodeID) throws -> Bool) throws {
    let imported = try imported()
    for table in imported.edges where type.map({ $0 == table.type }) ?? true {
      let (offsets, neighbors) = try (table.offsets(.outgoing), table.neighbors(.outgoing))
      for row in 0..<offsets.count - 1 {
        for place in Int(offsets[row])..<Int(offsets[row + 1]) {
          let target = imported.node(table.target, Int(neighbors[place]))
          guard try body(imported.edge(table, place), imported.node(table.source, row), target) else { return }
        }
      }
    }
    // The table of edges drags along what they rest on, and lies in no order of types.
    var found: [(edge: EdgeID, source: NodeID, target: NodeID)] = []
    let filter = type == nil ? "" : " WHERE type = ?"
    try database.with("SELECT edge, node, neighbor FROM outgoing\(filter)") { row in
      if let type {
        found.reserveCapacity(try store.tally(type))
        row.bind(1, Int(type))
      }
      while try row.step() {
        found.append(
          (EdgeID(Int64(row.integer(0))), NodeID(Int64(row.integer(1))), NodeID(Int64(row.integer(2)))))
      }
    }
    found.sort { $0.edge < $1.edge }
    for edge in found { guard try body(edge.edge, edge.source, edge.target) else { return } }
  }

  // MARK: Nodes

  /// Whether the node exists.
  public func contains(_ node: NodeID) throws -> Bool {
    if PackedCatalogue.isImported(node) { return try imported().place(of: node) != nil }
    return try database.integer("SELECT 1 FROM node WHERE id = ?", Binding(node.rawValue)) != nil
  }

  /// The labels of a node, sorted by name.
  public func labels(of node: NodeID) throws -> [Token] {
    if PackedCatalogue.isImported(node) {
      return try imported().place(of: node).map { try sorted($0.table.labels) } ?? []
    }
    return try database.integer("SELECT type FROM node WHERE id = ?", Binding(node.rawValue)).map { [Token($0)] } ?? []
  }

  /// Whether a node carries a label.
  public func has(label: Token, _ node: NodeID) throws -> Bool {
    if PackedCatalogue.isImported(node) {
      return try imported().place(of: node)?.table.labels.contains(label) ?? false
    }
    return try labels(of: node).contains(label)
  }

  private func sorted(_ labels: [Token]) throws -> [Token] {
    labels.count < 2 ? labels : try labels.map { (try tokens.name($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func sorted(
    _ properties: [(key: Token, value: PropertyValue)]
  ) throws -> [(key: Token, value: PropertyValue)] {
    try properties.map { (try tokens.name($0.key), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// One property of a node, or nil.
  public func property(_ key: Token, of node: NodeID) throws -> PropertyValue? {
    if PackedCatalogue.isImported(node) {
      guard let (table, _, row) = try imported().place(of: node) else { return nil }
      return try table.stored(key)?.value(at: row)
    }
    return try property(key, "SELECT body FROM node WHERE id = ?", node.rawValue)
  }

  /// All properties of a node, sorted by name.
  public func properties(of node: NodeID) throws -> [(key: Token, value: PropertyValue)] {
    if PackedCatalogue.isImported(node) {
      return try imported().place(of: node).map { try sorted($0.table.properties(of: $0.row)) } ?? []
    }
    return try properties("SELECT body FROM node WHERE id = ?", node.rawValue)
  }

  /// Calls `body` for those of some properties that a node has, with the key's place among those asked for.
  public func properties(_ keys: [Token], of node: NodeID, _ body: (Int, PropertyValue) -> Void) throws {
    if PackedCatalogue.isImported(node) {
      guard let (table, _, row) = try imported().place(of: node) else { return }
      for (index, key) in keys.enumerated() {
        if let value = try table.stored(key)?.value(at: row) { body(index, value) }
      }
      return
    }
    try database.with("SELECT body FROM node WHERE id = ?") { row in
      row.bind(1, Int(node.rawValue))
      guard try row.step() else { return }
      try row.withBytes(0) { bytes in
        for (index, key) in keys.enumerated() {
          if let value = try BodyCodec.value(key, in: bytes) { body(index, value) }
        }
      }
    }
  }

  // MARK: Edges

  /// Type and ends of an edge, or nil where there is none.
  public func ends(of edge: EdgeID) throws -> (type: Token, source: NodeID, target: NodeID)? {
    if PackedCatalogue.isImported(edge) { return try imported().ends(of: edge) }
    return try database.with("SELECT type, source, target FROM edge WHERE id = ?") { row in
      row.bind(1, Int(edge.rawValue))
      guard try row.step() else { return nil }
      return (Token(row.integer(0)), NodeID(Int64(row.integer(1))), NodeID(Int64(row.integer(2))))
    }
  }

  /// One property of an edge, or nil.
  public func property(_ key: Token, of edge: EdgeID) throws -> PropertyValue? {
    if PackedCatalogue.isImported(edge) {
      guard let (table, place) = try imported().place(of: edge) else { return nil }
      return try table.property(key, at: place)
    }
    return try property(key, "SELECT body FROM edge WHERE id = ?", edge.rawValue)
  }

  /// All properties of an edge, sorted by name.
  public func properties(of edge: EdgeID) throws -> [(key: Token, value: PropertyValue)] {
    if PackedCatalogue.isImported(edge) {
      return try imported().place(of: edge).map { try sorted($0.table.properties(at: $0.place)) } ?? []
    }
    return try properties("SELECT body FROM edge WHERE id = ?", edge.rawValue)
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
    if PackedCatalogue.isImported(node) { return try imported().expand(node, direction, types: types, body) }
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
    if PackedCatalogue.isImported(node) { return try imported().degree(node, direction, types: types) }
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

  /// Calls `body` for the node at the far end of every edge at a node until it returns false.
  public func expandNodes(
    _ node: NodeID, _ direction: Direction, types: [Token]?, _ body: (NodeID) throws -> Bool
  ) throws {
    if PackedCatalogue.isImported(node) { return try imported().expandNodes(node, direction, types: types, body) }
    try expand(node, direction, types: types) { _, _, neighbor in try body(neighbor) }
  }

  /// The edge of the smallest identity that leads from a node in a direction to another, of the given types (nil: all).
  public func edge(from node: NodeID, _ direction: Direction, to other: NodeID, types: [Token]?) throws -> EdgeID? {
    if PackedCatalogue.isImported(node) { return try imported().edge(node, direction, other, types: types) }
    var found: EdgeID?
    try expand(node, direction, types: types) { edge, _, neighbor in
      if neighbor == other { found = edge }
      return found == nil
    }
    return found
  }

  /// What SQLite counts of changes, of this connection and of others.
  public func version() throws -> Int? { try store.version() }

  // MARK: Lookup

  /// Whether `key` is `name` or `key`, or identifies every node that carries the label.
  public func hasIndex(label: Token?, key: Token) -> Bool {
    let name = keyName(key)
    return name == "name" || name == "key" || (try? isKey(key, label)) ?? false
  }

  /// Whether a property identifies every node that carries a label.
  private func isKey(_ key: Token, _ label: Token?) throws -> Bool {
    guard let label, try store.tally(label) == 0 else { return false }
    var isThere = false
    for table in try imported().nodes where table.labels.contains(label) {
      guard table.stored(key)?.isKey ?? true else { return false }
      isThere = true
    }
    return isThere
  }

  /// The nodes with a label (nil: any) whose property equals a value; nil where no index tells.
  public func nodes(label: Token?, key: Token, equal value: PropertyValue) throws -> [NodeID]? {
    let property = try tokens.name(key)
    let isNamed = property == "name" || property == "key"
    guard try isNamed || isKey(key, label) else { return nil }
    var found = try importedNodes(label, key, value)
    guard isNamed, case .string(let text) = value else { return found }
    let wanted = try label.map { try tokens.name($0) }
    let candidates =
      property == "name"
      ? try store.derivedNodes(folded: Folding.fold(text, lowercasing: true))
      : [try store.node(NodeID(key: text))].compactMap { $0 }
    found += candidates.filter { node in
      (property == "name" ? node.name : node.key) == text && (wanted == nil || node.type == wanted)
    }.map(\.id).sorted()
    return found
  }

  private func importedNodes(_ label: Token?, _ key: Token, _ value: PropertyValue) throws -> [NodeID] {
    let imported = try imported()
    var found: [NodeID] = []
    for (index, table) in imported.nodes.enumerated() where label.map(table.labels.contains) ?? true {
      guard let column = table.stored(key) else { continue }
      if column.isKey {
        if let row = try column.row(ofKey: value) { found.append(imported.node(index, row)) }
      } else if case .string(let text) = value, let rows = try column.rows(matching: .equals, Array(text.utf8)) {
        found += rows.map { imported.node(index, $0) }
      } else {
        for row in 0..<table.count where try column.value(at: row) == value { found.append(imported.node(index, row)) }
      }
    }
    return found
  }

  // MARK: Tables

  /// The tables of imported nodes.
  public func nodeTables() throws -> [any NodeTable] { try imported().nodes }
  /// The tables of imported edges.
  public func edgeTables() throws -> [any EdgeTable] { try imported().edges }
  /// Whether no derived node carries a label (nil: whether there is none).
  public func isPacked(label: Token?) throws -> Bool { try (label.map(store.tally) ?? store.total(.label)) == 0 }
  /// Whether no derived edge is of a type (nil: whether there is none).
  public func isPacked(type: Token?) throws -> Bool { try (type.map(store.tally) ?? store.total(.type)) == 0 }
}
