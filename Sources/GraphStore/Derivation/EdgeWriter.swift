import GraphModel

/// Changes the edges of the derived graph. Made inside `Store.write`, and gone with it.
public final class EdgeWriter {
  /// Joins what the claims of the edge with a key say of its properties, with the number of claims of each form.
  public typealias Joining = (
    _ key: String, _ forms: [(properties: [String: PropertyValue], claims: Int)]
  ) -> [String: PropertyValue]

  /// Whether the properties of the edge with a key may differ from its only form.
  public typealias Correcting = (_ key: String) -> Bool

  private let store: Store
  private let joining: Joining
  private let isCorrected: Correcting?
  private let select: Statement
  private let insert: Statement
  private let update: Statement
  private let delete: Statement
  private let insertOutgoing: Statement
  private let insertIncoming: Statement
  private let deleteOutgoing: Statement
  private let deleteIncoming: Statement
  private let addDegree: Statement
  /// An end of a new edge. Ends wait for `finish`, which writes them in the order in which the file keeps them: rows that
  /// come as they will lie touch each page once.
  private struct Link {
    var node: NodeID
    var type: Token
    var edge: EdgeID
    var neighbor: NodeID
  }

  private var outgoing: [Link] = []
  private var incoming: [Link] = []
  private var tallies: [Token: Int] = [:]
  /// Numbers of edges that nodes lost.
  private var losses: [NodeID: Int] = [:]

  /// Prepares to change a store's edges.
  ///
  /// - Parameter isCorrected: nil where no edge is corrected.
  public init(_ store: Store, isCorrected: Correcting?, joining: @escaping Joining) throws {
    self.store = store
    self.isCorrected = isCorrected
    self.joining = joining
    func prepare(_ sql: String) throws -> Statement { try Statement(sql, in: store.database) }
    select = try prepare("SELECT type, source, target, mark, body, forms, places FROM edge WHERE id = ?")
    insert = try prepare("INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
    update = try prepare("UPDATE edge SET body = ?, forms = ?, places = ? WHERE id = ?")
    delete = try prepare("DELETE FROM edge WHERE id = ?")
    insertOutgoing = try prepare("INSERT INTO outgoing VALUES (?, ?, ?, ?)")
    insertIncoming = try prepare("INSERT INTO incoming VALUES (?, ?, ?, ?)")
    deleteOutgoing = try prepare("DELETE FROM outgoing WHERE node = ? AND type = ? AND edge = ?")
    deleteIncoming = try prepare("DELETE FROM incoming WHERE node = ? AND type = ? AND edge = ?")
    addDegree = try prepare("UPDATE node SET degree = degree + ? WHERE id = ?")
  }

  /// The token of an edge type.
  public func type(_ name: String) throws -> Token { try store.tokens.make(.type, name) }

  /// Properties as they are kept of edges.
  public func body(_ properties: [String: PropertyValue]) throws -> [UInt8] {
    properties.isEmpty ? [] : try BodyCodec.encode(properties, store.tokens)
  }

  /// An edge as it is, to be changed; nil where there is none.
  public func change(of id: EdgeID) throws -> EdgeChange? {
    defer { select.rewind() }
    select.bind(1, Int(id.rawValue))
    return try select.step() ? row(id) : nil
  }

  /// Adds and removes claims of an edge; makes it where it is new, removes it with its last claim.
  ///
  /// - Throws: `StoreError.collision` where another key has the same number.
  public func apply(_ change: EdgeChange) throws {
    if change.removed.isEmpty, let first = change.added.first, isCorrected == nil,
      change.added.dropFirst().allSatisfy({ $0.body == first.body })
    {
      // All its claims say the same, as those of most edges do, and most edges are new.
      if try add(change, body: first.body, forms: [], places: change.added.map(\.place).sorted()) { return }
    }
    let old = try load(change)
    let removed = Set(change.removed.map(\.place))
    let places = PlaceList.merge(old?.places ?? [], removing: removed, adding: change.added.map(\.place))
    guard !places.isEmpty else {
      if old != nil { try remove(change) }
      return
    }
    var forms = old?.forms ?? [:]
    for claim in change.added { forms[claim.body, default: 0] += 1 }
    for claim in change.removed {
      forms[claim.body] = (forms[claim.body] ?? 0) > 1 ? forms[claim.body].map { $0 - 1 } : nil
    }
    let body: [UInt8]
    let isCorrected = try isCorrected?(key(change)) ?? false
    if forms.count == 1, let only = forms.keys.first, !isCorrected {
      body = only
    } else {
      let named = try forms.map { form, claims in
        (properties: try form.withUnsafeBytes { try BodyCodec.named(in: $0, store.tokens) }, claims: claims)
      }
      body = try self.body(joining(key(change), named))
    }
    let kept = forms.count == 1 && forms[body] != nil ? [] : Self.encode(forms)
    guard old == nil else {
      update.bind(1, body)
      update.bind(2, kept)
      update.bind(3, PlaceList.encode(places))
      update.bind(4, Int(change.id.rawValue))
      return try update.run()
    }
    _ = try add(change, body: body, forms: kept, places: places)
  }

  /// Adds an edge; false where it is there already.
  private func add(_ edge: EdgeChange, body: [UInt8], forms: [UInt8], places: [Place]) throws -> Bool {
    insert.bind(1, Int(edge.id.rawValue))
    insert.bind(2, Int(edge.type))
    insert.bind(3, Int(edge.source.rawValue))
    insert.bind(4, Int(edge.target.rawValue))
    insert.bind(5, edge.mark)
    insert.bind(6, body)
    insert.bind(7, forms)
    insert.bind(8, PlaceList.encode(places))
    try insert.run()
    guard store.database.lastChanges == 1 else { return false }
    outgoing.append(Link(node: edge.source, type: edge.type, edge: edge.id, neighbor: edge.target))
    incoming.append(Link(node: edge.target, type: edge.type, edge: edge.id, neighbor: edge.source))
    tallies[edge.type, default: 0] += 1
    return true
  }

  /// Writes what was gathered meanwhile: ends of new edges, numbers of edges by type and at each node.
  public func finish() throws {
    var degrees = losses.mapValues { -$0 }
    try connect(&outgoing, insertOutgoing, &degrees)
    try connect(&incoming, insertIncoming, &degrees)
    for (node, change) in degrees.sorted(by: { $0.key < $1.key }) where change != 0 {
      addDegree.bind(1, change)
      addDegree.bind(2, Int(node.rawValue))
      try addDegree.run()
    }
    for (type, change) in tallies.sorted(by: { $0.key < $1.key }) { try store.count(type, by: change) }
    tallies = [:]
    losses = [:]
  }

  private func connect(_ links: inout [Link], _ statement: Statement, _ degrees: inout [NodeID: Int]) throws {
    links.sort { a, b in
      if a.node != b.node { return a.node < b.node }
      return a.type == b.type ? a.edge < b.edge : a.type < b.type
    }
    var start = 0
    for (index, link) in links.enumerated() {
      statement.bind(1, Int(link.node.rawValue))
      statement.bind(2, Int(link.type))
      statement.bind(3, Int(link.edge.rawValue))
      statement.bind(4, Int(link.neighbor.rawValue))
      try statement.run()
      if index + 1 == links.count || links[index + 1].node != link.node {
        degrees[link.node, default: 0] += index + 1 - start
        start = index + 1
      }
    }
    links = []
  }

  private func row(_ id: EdgeID) -> EdgeChange {
    EdgeChange(
      id, type: Token(select.integer(0)), source: NodeID(Int64(select.integer(1))),
      target: NodeID(Int64(select.integer(2))), mark: select.text(3))
  }

  private func load(_ edge: EdgeChange) throws -> (forms: [[UInt8]: Int], places: [Place])? {
    defer { select.rewind() }
    select.bind(1, Int(edge.id.rawValue))
    guard try select.step() else { return nil }
    let old = row(edge.id)
    guard old.type == edge.type, old.source == edge.source, old.target == edge.target, old.mark == edge.mark else {
      throw StoreError.collision(try key(old), try key(edge))
    }
    let places = try select.withBytes(6) { try PlaceList.decode($0) }
    var forms = try select.withBytes(5) { try Self.decode($0) }
    if forms.isEmpty { forms = [select.blob(4): places.count] }
    return (forms, places)
  }

  private func key(_ edge: EdgeChange) throws -> String {
    guard Store.continuesKey(edge.mark) else { return edge.mark }
    return EdgeKey.text(
      type: try store.tokens.name(edge.type), from: try store.key(of: edge.source) ?? "",
      to: try store.key(of: edge.target) ?? "", mark: edge.mark)
  }

  private func remove(_ edge: EdgeChange) throws {
    delete.bind(1, Int(edge.id.rawValue))
    try delete.run()
    for (statement, node) in [(deleteOutgoing, edge.source), (deleteIncoming, edge.target)] {
      statement.bind(1, Int(node.rawValue))
      statement.bind(2, Int(edge.type))
      statement.bind(3, Int(edge.id.rawValue))
      try statement.run()
      losses[node, default: 0] += 1
    }
    tallies[edge.type, default: 0] -= 1
  }

  private static func encode(_ forms: [[UInt8]: Int]) -> [UInt8] {
    var writer = ByteWriter()
    for (form, claims) in forms.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      writer.number(claims)
      writer.number(form.count)
      writer.append(form)
    }
    return writer.bytes
  }

  private static func decode(_ bytes: UnsafeRawBufferPointer) throws -> [[UInt8]: Int] {
    var reader = ByteReader(bytes)
    var forms: [[UInt8]: Int] = [:]
    while !reader.isAtEnd {
      let claims = try reader.number()
      forms[try reader.bytes(try reader.count())] = claims
    }
    return forms
  }
}
