import GraphModel

/// The derived graph, read.
extension Store {
  /// The graph as the query engine sees it; read it inside `read`.
  public var graph: any PropertyGraph { StoredGraph(self) }

  /// A number that is another one after every change of the file.
  func version() throws -> Int {
    if let known = otherChanges, known.epoch == database.epoch, database.isInTransaction {
      return known.count << 32 ^ database.changes
    }
    let others = try database.otherChanges()
    otherChanges = (database.epoch, others)
    return others << 32 ^ database.changes
  }

  /// Whether a node came from an imported file.
  public static func isImported(_ node: NodeID) -> Bool { PackedCatalogue.isImported(node) }

  /// Whether an edge came from an imported file.
  public static func isImported(_ edge: EdgeID) -> Bool { PackedCatalogue.isImported(edge) }

  /// The node of an identity.
  public func node(_ id: NodeID) throws -> Node? {
    if PackedCatalogue.isImported(id) { return try importedNode(id) }
    return try database.with("SELECT id, type, key, body FROM node WHERE id = ?") { row in
      row.bind(1, Int(id.rawValue))
      return try row.step() ? try node(row) : nil
    }
  }

  /// The edge of an identity.
  public func edge(_ id: EdgeID) throws -> Edge? {
    if PackedCatalogue.isImported(id) { return try importedEdge(id) }
    return try database.with("SELECT \(Self.edgeColumns) FROM \(Self.edgeTables) WHERE edge.id = ?") { row in
      row.bind(1, Int(id.rawValue))
      return try row.step() ? try edge(row) : nil
    }
  }

  /// What makes an edge, its key last.
  private static let edgeColumns = "edge.id, edge.type, source, target, edge.body, \(edgeKey) AS key"
  /// The key of an edge: a mark that continues it has a blank in front, where it has not it is the whole key.
  static let edgeKey = """
    CASE WHEN mark = '' OR substr(mark, 1, 1) = ' '
      THEN token.name || ' ' || coalesce(s.key, '') || ' -> ' || coalesce(t.key, '') || mark ELSE mark END
    """
  /// What `edgeKey` is made of.
  static let edgeTables = """
    edge JOIN token ON token.number = edge.type LEFT JOIN node s ON s.id = source LEFT JOIN node t ON t.id = target
    """

  /// Whether the mark of an edge continues its key, rather than being the whole.
  static func continuesKey(_ mark: String) -> Bool { mark.isEmpty || mark.utf8.first == UInt8(ascii: " ") }

  /// The key of a node; nil where there is none.
  public func key(of node: NodeID) throws -> String? {
    if PackedCatalogue.isImported(node) { return try importedNode(node)?.key }
    return try database.text("SELECT key FROM node WHERE id = ?", Binding(node.rawValue))
  }

  /// Calls `body` for every derived node by rising key until it returns false.
  public func scanNodesByKey(_ body: (Node) throws -> Bool) throws {
    try database.with("SELECT id, type, key, body FROM node ORDER BY key") { row in
      while try row.step() { guard try body(try node(row)) else { return } }
    }
  }

  /// Calls `body` for every derived edge by rising key until it returns false.
  public func scanEdgesByKey(_ body: (Edge) throws -> Bool) throws {
    try database.with("SELECT \(Self.edgeColumns) FROM \(Self.edgeTables) ORDER BY key") { row in
      while try row.step() { guard try body(try edge(row)) else { return } }
    }
  }

  /// The nodes that have a name or an alias with this folded, lower-case form, by identity.
  public func nodes(folded: String) throws -> [Node] {
    try importedNodes(NameSearch([ScalarText(folded)]), limit: .max).filter(\.isWhole)
      .compactMap { try importedNode($0.id) } + derivedNodes(folded: folded)
  }

  func derivedNodes(folded: String) throws -> [Node] {
    try database.with(
      """
      SELECT id, type, key, body FROM name JOIN node ON node.id = name.node WHERE folded = ? ORDER BY id
      """
    ) { row in
      row.bind(1, folded)
      var nodes: [Node] = []
      while try row.step() { nodes.append(try node(row)) }
      return nodes
    }
  }

  /// Number of edges at a node, both ways.
  public func degree(of node: NodeID) throws -> Int {
    if PackedCatalogue.isImported(node) {
      let catalogue = try catalogue()
      return try catalogue.degree(node, .outgoing, types: nil) + catalogue.degree(node, .incoming, types: nil)
    }
    return try database.integer("SELECT degree FROM node WHERE id = ?", Binding(node.rawValue)) ?? 0
  }

  /// The nodes of a type (nil: any) with the most edges, then by identity.
  public func bestLinked(type: String?, limit: Int) throws -> [NodeID] {
    let token = try type.map { try tokens.find(.label, $0) }
    if case .some(.none) = token { return [] }
    let derived = try database.with(
      "SELECT id, degree FROM node WHERE type = ?1 OR ?1 IS NULL ORDER BY degree DESC, id LIMIT ?2"
    ) { row in
      row.bind([Binding(token.flatMap { $0 }.map { Int($0) }), .integer(limit)])
      var found: [(id: NodeID, degree: Int)] = []
      while try row.step() { found.append((NodeID(Int64(row.integer(0))), row.integer(1))) }
      return found
    }
    let imported = try importedDegrees(label: token.flatMap { $0 })
    guard !imported.isEmpty else { return derived.map(\.id) }
    let all = (imported + derived).sorted { $0.degree == $1.degree ? $0.id < $1.id : $0.degree > $1.degree }
    return all.prefix(limit).map(\.id)
  }

  /// The imported nodes with a label (nil: all) and the number of their edges, both ways.
  private func importedDegrees(label: Token?) throws -> [(id: NodeID, degree: Int)] {
    let catalogue = try catalogue()
    var result: [(id: NodeID, degree: Int)] = []
    for (index, table) in catalogue.nodes.enumerated() where label.map(table.labels.contains) ?? true {
      var degrees = [Int](repeating: 0, count: table.count)
      for edges in catalogue.edges {
        for direction in [Direction.outgoing, .incoming]
        where (direction == .outgoing ? edges.source : edges.target) == index {
          let offsets = try edges.offsets(direction)
          for row in degrees.indices { degrees[row] += Int(offsets[row + 1] - offsets[row]) }
        }
      }
      for row in degrees.indices { result.append((catalogue.node(index, row), degrees[row])) }
    }
    return result
  }

  /// Number of nodes by type, sorted by type.
  public func nodeCounts() throws -> [(type: String, count: Int)] { try counts(.label) }

  /// Number of edges by type, sorted by type.
  public func edgeCounts() throws -> [(type: String, count: Int)] { try counts(.type) }

  /// Where documents claim what became a node, sorted.
  public func places(of node: NodeID) throws -> [Place] {
    try database.with("SELECT places FROM profile WHERE node = ?") { row in
      row.bind(1, Int(node.rawValue))
      var places: [Place] = []
      while try row.step() { places += try row.withBytes(0) { try PlaceList.decode($0) } }
      return places.sorted()
    }
  }

  /// Where documents claim what became an edge, sorted.
  public func places(of edge: EdgeID) throws -> [Place] {
    try database.with("SELECT places FROM edge WHERE id = ?") { row in
      row.bind(1, Int(edge.rawValue))
      return try row.step() ? try row.withBytes(0) { try PlaceList.decode($0) } : []
    }
  }

  /// The nodes and edges that a document's entities and relations became, in the order of its findings; nil where one
  /// became none.
  public func presence(ofDocument number: Int) throws -> (nodes: [NodeID?], edges: [EdgeID?]) {
    let presence = try self.presenceRecord(ofDocument: number)
    let nodes = try presence.profiles.map { profile -> NodeID? in
      let node = try database.integer("SELECT node FROM profile WHERE id = ?", Binding(profile)) ?? 0
      return node == 0 ? nil : NodeID(Int64(node))
    }
    return (nodes, presence.edges.map { $0 == 0 ? nil : EdgeID($0) })
  }

  func tally(_ token: Token) throws -> Int {
    let version = try version()
    if tallies.version != version { tallies = (version, [:], [:]) }
    if let known = tallies.counts[token] { return known }
    let count = try database.integer("SELECT count FROM tally WHERE token = ?", .integer(Int(token))) ?? 0
    tallies.counts[token] = count
    return count
  }

  func total(_ kind: TokenTable.Kind) throws -> Int {
    let version = try version()
    if tallies.version != version { tallies = (version, [:], [:]) }
    if let known = tallies.totals[kind] { return known }
    let sql = "SELECT sum(count) FROM tally JOIN token ON number = token WHERE kind = ?"
    let total = try database.integer(sql, .integer(kind.rawValue)) ?? 0
    tallies.totals[kind] = total
    return total
  }

  private func counts(_ kind: TokenTable.Kind) throws -> [(type: String, count: Int)] {
    var counts: [String: Int] = [:]
    for (token, count) in try importedCounts(kind) { counts[try tokens.name(token), default: 0] += count }
    for (type, count) in try derivedCounts(kind) { counts[type, default: 0] += count }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func derivedCounts(_ kind: TokenTable.Kind) throws -> [(type: String, count: Int)] {
    try database.with(
      "SELECT name, count FROM tally JOIN token ON number = token WHERE kind = ? AND count > 0 ORDER BY name"
    ) { row in
      row.bind(1, kind.rawValue)
      var counts: [(type: String, count: Int)] = []
      while try row.step() { counts.append((row.text(0), row.integer(1))) }
      return counts
    }
  }

  private func node(_ row: Statement) throws -> Node {
    var properties = try row.withBytes(3) { try BodyCodec.named(in: $0, tokens) }
    let name = properties.removeValue(forKey: "name")?.text ?? ""
    properties["key"] = nil
    var aliases: [String] = []
    if case .list(let items) = properties.removeValue(forKey: "aliases") { aliases = items.compactMap(\.text) }
    return Node(
      id: NodeID(Int64(row.integer(0))), key: row.text(2), type: try tokens.name(Token(row.integer(1))), name: name,
      aliases: aliases, properties: properties)
  }

  private func edge(_ row: Statement) throws -> Edge {
    Edge(
      id: EdgeID(Int64(row.integer(0))), key: row.text(5), type: try tokens.name(Token(row.integer(1))),
      source: NodeID(Int64(row.integer(2))), target: NodeID(Int64(row.integer(3))),
      properties: try row.withBytes(4) { try BodyCodec.named(in: $0, tokens) })
  }
}
