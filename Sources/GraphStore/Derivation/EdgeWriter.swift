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
  private let isCorrected: Correcting
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
    var isOutgoing: Bool
  }

  private var links: [Link] = []
  private var tallies: [Token: Int] = [:]
  private var degrees: [NodeID: Int] = [:]

  /// Prepares to change a store's edges.
  public init(_ store: Store, isCorrected: @escaping Correcting, joining: @escaping Joining) throws {
    self.store = store
    self.isCorrected = isCorrected
    self.joining = joining
    func prepare(_ sql: String) throws -> Statement { try Statement(sql, in: store.database) }
    select = try prepare("SELECT key, body, forms, places FROM edge WHERE id = ?")
    insert = try prepare("INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    update = try prepare("UPDATE edge SET body = ?, forms = ?, places = ? WHERE id = ?")
    delete = try prepare("DELETE FROM edge WHERE id = ?")
    insertOutgoing = try prepare("INSERT INTO outgoing VALUES (?, ?, ?, ?)")
    insertIncoming = try prepare("INSERT INTO incoming VALUES (?, ?, ?, ?)")
    deleteOutgoing = try prepare("DELETE FROM outgoing WHERE node = ? AND type = ? AND edge = ?")
    deleteIncoming = try prepare("DELETE FROM incoming WHERE node = ? AND type = ? AND edge = ?")
    addDegree = try prepare("UPDATE node SET degree = degree + ? WHERE id = ?")
  }

  /// Adds and removes claims of an edge; makes it where it is new, removes it with its last claim.
  ///
  /// - Throws: `StoreError.collision` where another key has the same number.
  public func apply(_ change: EdgeChange) throws {
    let edge = change.edge
    let type = try store.tokens.make(.type, edge.type)
    let old = try load(edge)
    if old == nil, change.removed.isEmpty, let first = change.added.first, !isCorrected(edge.key),
      change.added.dropFirst().allSatisfy({ $0.properties == first.properties })
    {
      // New, and all its claims say the same, as most edges are.
      let body = try BodyCodec.encode(first.properties, store.tokens)
      return try add(edge, type, body: body, forms: [], places: change.added.map(\.place).sorted())
    }
    let removed = Set(change.removed.map(\.place))
    let places = PlaceList.merge(old?.places ?? [], removing: removed, adding: change.added.map(\.place))
    guard !places.isEmpty else {
      if old != nil { try remove(edge, type) }
      return
    }
    var forms = old?.forms ?? [:]
    for claim in change.added {
      forms[try BodyCodec.encode(claim.properties, store.tokens), default: 0] += 1
    }
    for claim in change.removed {
      let form = try BodyCodec.encode(claim.properties, store.tokens)
      forms[form] = (forms[form] ?? 0) > 1 ? forms[form].map { $0 - 1 } : nil
    }
    let body: [UInt8]
    if forms.count == 1, let only = forms.keys.first, !isCorrected(edge.key) {
      body = only
    } else {
      let named = try forms.map { form, claims in
        (properties: try form.withUnsafeBytes { try BodyCodec.named(in: $0, store.tokens) }, claims: claims)
      }
      body = try BodyCodec.encode(joining(edge.key, named), store.tokens)
    }
    let kept = forms.count == 1 && forms[body] != nil ? [] : Self.encode(forms)
    if old != nil {
      update.bind(1, body)
      update.bind(2, kept)
      update.bind(3, PlaceList.encode(places))
      update.bind(4, Int(edge.id.rawValue))
      return try update.run()
    }
    try add(edge, type, body: body, forms: kept, places: places)
  }

  private func add(_ edge: Edge, _ type: Token, body: [UInt8], forms: [UInt8], places: [Place]) throws {
    insert.bind(1, Int(edge.id.rawValue))
    insert.bind(2, Int(type))
    insert.bind(3, Int(edge.source.rawValue))
    insert.bind(4, Int(edge.target.rawValue))
    insert.bind(5, edge.key)
    insert.bind(6, body)
    insert.bind(7, forms)
    insert.bind(8, PlaceList.encode(places))
    try insert.run()
    links.append(Link(node: edge.source, type: type, edge: edge.id, neighbor: edge.target, isOutgoing: true))
    links.append(Link(node: edge.target, type: type, edge: edge.id, neighbor: edge.source, isOutgoing: false))
    count(edge, type, by: 1)
  }

  /// Writes what was counted meanwhile: numbers of edges by type and at each node.
  public func finish() throws {
    try connect()
    for (type, change) in tallies where change != 0 {
      try store.database.run(
        "INSERT INTO tally VALUES (?1, ?2) ON CONFLICT (token) DO UPDATE SET count = count + ?2",
        .integer(Int(type)), .integer(change))
    }
    for (node, change) in degrees.sorted(by: { $0.key < $1.key }) where change != 0 {
      addDegree.bind(1, change)
      addDegree.bind(2, Int(node.rawValue))
      try addDegree.run()
    }
    tallies = [:]
    degrees = [:]
  }

  private func load(_ edge: Edge) throws -> (forms: [[UInt8]: Int], places: [Place])? {
    defer { select.rewind() }
    select.bind(1, Int(edge.id.rawValue))
    guard try select.step() else { return nil }
    let key = select.text(0)
    guard key == edge.key else { throw StoreError.collision(key, edge.key) }
    let places = try select.withBytes(3) { try PlaceList.decode($0) }
    var forms = try select.withBytes(2) { try Self.decode($0) }
    if forms.isEmpty { forms = [select.blob(1): places.count] }
    return (forms, places)
  }

  private func connect() throws {
    links.sort { ($0.node.rawValue, $0.type, $0.edge.rawValue) < ($1.node.rawValue, $1.type, $1.edge.rawValue) }
    for isOutgoing in [true, false] {
      let statement = isOutgoing ? insertOutgoing : insertIncoming
      for link in links where link.isOutgoing == isOutgoing {
        statement.bind(1, Int(link.node.rawValue))
        statement.bind(2, Int(link.type))
        statement.bind(3, Int(link.edge.rawValue))
        statement.bind(4, Int(link.neighbor.rawValue))
        try statement.run()
      }
    }
    links = []
  }

  private func remove(_ edge: Edge, _ type: Token) throws {
    delete.bind(1, Int(edge.id.rawValue))
    try delete.run()
    for (statement, node) in [(deleteOutgoing, edge.source), (deleteIncoming, edge.target)] {
      statement.bind(1, Int(node.rawValue))
      statement.bind(2, Int(type))
      statement.bind(3, Int(edge.id.rawValue))
      try statement.run()
    }
    count(edge, type, by: -1)
  }

  private func count(_ edge: Edge, _ type: Token, by change: Int) {
    tallies[type, default: 0] += change
    degrees[edge.source, default: 0] += change
    degrees[edge.target, default: 0] += change
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
