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
  private let updatePlaces: Statement
  private let delete: Statement
  private let insertOutgoing: RowInserter
  private let insertIncoming: RowInserter
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
    updatePlaces = try prepare("UPDATE edge SET places = ? WHERE id = ?")
    delete = try prepare("DELETE FROM edge WHERE id = ?")
    insertOutgoing = try RowInserter(into: "outgoing", columns: 4, in: store.database)
    insertIncoming = try RowInserter(into: "incoming", columns: 4, in: store.database)
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
      let places = change.added.count == 1 ? [first.place] : change.added.map(\.place).sorted()
      if try add(change, body: first.body, forms: [], places: places) { return }
      if try append(places, body: first.body, to: change) { return }
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

  /// Adds places to an edge that all its claims give one body; false where that is not so, or where it has later places.
  private func append(_ places: [Place], body: [UInt8], to edge: EdgeChange) throws -> Bool {
    defer { select.rewind() }
    select.bind(1, Int(edge.id.rawValue))
    guard try select.step(), isSame(edge), select.withBytes(5, { $0.isEmpty }), select.holds(body, in: 4),
      let record = try select.withBytes(6, { try PlaceList.appending(places, to: $0) })
    else { return false }
    select.rewind()
    updatePlaces.bind(1, record)
    updatePlaces.bind(2, Int(edge.id.rawValue))
    try updatePlaces.run()
    return true
  }

  /// Whether the row that was selected is an edge's, not that of another one of the same number.
  private func isSame(_ edge: EdgeChange) -> Bool {
    let row = row(edge.id)
    return row.type == edge.type && row.source == edge.source && row.target == edge.target && row.mark == edge.mark
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

  private func connect(_ links: inout [Link], _ inserter: RowInserter, _ degrees: inout [NodeID: Int]) throws {
    links.sort { a, b in
      if a.node != b.node { return a.node < b.node }
      return a.type == b.type ? a.edge < b.edge : a.type < b.type
    }
    var start = 0
    try inserter.run(links.count) { statement, index, place in
      statement.bind(place, Int(links[index].node.rawValue))
      statement.bind(place + 1, Int(links[index].type))
      statement.bind(place + 2, Int(links[index].edge.rawValue))
      statement.bind(place + 3, Int(links[index].neighbor.rawValue))
    }
    for (index, link) in links.enumerated() {
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
    guard isSame(edge) else { throw StoreError.collision(try key(row(edge.id)), try key(edge)) }
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
