import GraphModel

/// Changes the derived graph. Made inside `Store.write`, and gone with it.
public final class GraphWriter {
  private let store: Store
  private let selectProfile: Statement
  private let selectClaim: Statement
  private let insertProfile: Statement
  private let updateProfile: Statement
  private let deleteProfile: Statement
  private let insertBlocks: RowInserter
  private let deleteBlock: Statement
  private let selectBlock: Statement
  private let moveProfile: Statement
  private let memberProfiles: Statement
  private let putPresence: Statement
  private let selectNode: Statement
  private let insertName: Statement
  private let deleteName: Statement
  private let insertNode: Statement
  private let updateNode: Statement

  private var newBlocks: [(block: Int64, profile: Int64)] = []
  private var tallies: [Token: Int] = [:]

  /// Prepares to change a store's graph.
  public init(_ store: Store) throws {
    self.store = store
    func prepare(_ sql: String) throws -> Statement { try Statement(sql, in: store.database) }
    selectProfile = try prepare("SELECT node, claims, mentions, claim, places FROM profile WHERE id = ?")
    selectClaim = try prepare("SELECT node, claims, mentions, claim FROM profile WHERE id = ?")
    insertProfile = try prepare("INSERT INTO profile VALUES (?, ?, ?, ?, ?, ?)")
    updateProfile = try prepare("UPDATE profile SET claims = ?, mentions = ?, places = ? WHERE id = ?")
    deleteProfile = try prepare("DELETE FROM profile WHERE id = ?")
    insertBlocks = try RowInserter(into: "block", columns: 2, in: store.database)
    deleteBlock = try prepare("DELETE FROM block WHERE hash = ? AND profile = ?")
    selectBlock = try prepare("SELECT profile FROM block WHERE hash = ?")
    moveProfile = try prepare("UPDATE profile SET node = ? WHERE id = ?")
    memberProfiles = try prepare("SELECT id, claims, mentions, claim FROM profile WHERE node = ? ORDER BY id")
    putPresence = try prepare("INSERT OR REPLACE INTO presence VALUES (?, ?, ?)")
    selectNode = try prepare("SELECT type, key, body FROM node WHERE id = ?")
    insertName = try prepare("INSERT OR IGNORE INTO name VALUES (?, ?)")
    deleteName = try prepare("DELETE FROM name WHERE folded = ? AND node = ?")
    insertNode = try prepare("INSERT INTO node VALUES (?, ?, ?, ?, ?)")
    updateNode = try prepare("UPDATE node SET body = ? WHERE id = ?")
  }

  // MARK: Profiles

  /// Adds and removes claims of a profile; removes it with its last claim. A new one waits for `insert`.
  ///
  /// - Throws: `StoreError.collision` where another claim has the same number.
  public func apply(_ change: ProfileChange, to id: Int64) throws -> ProfileOutcome {
    selectProfile.bind(1, Int(id))
    guard try selectProfile.step() else {
      selectProfile.rewind()
      guard !change.added.isEmpty else { throw StoreError.damaged("a claim's profile is missing") }
      for block in change.blocks { newBlocks.append((block, id)) }
      return .appeared(
        Profile(
          id: id, node: nil, claims: change.added.count, mentions: Self.spans(change.added), claim: change.claim))
    }
    let (node, record, claims, mentions) = try merged(change, id)
    guard claims == 0 else {
      updateProfile.bind(1, claims)
      updateProfile.bind(2, mentions)
      updateProfile.bind(3, record)
      updateProfile.bind(4, Int(id))
      try updateProfile.run()
      return .changed(node)
    }
    deleteProfile.bind(1, Int(id))
    try deleteProfile.run()
    for block in change.blocks {
      deleteBlock.bind(1, Int(block))
      deleteBlock.bind(2, Int(id))
      try deleteBlock.run()
    }
    return .vanished(node)
  }

  /// The places of the profile that was selected with a change of them, its node, and the numbers of its claims and mentions.
  private func merged(
    _ change: ProfileChange, _ id: Int64
  ) throws -> (node: NodeID?, record: [UInt8], claims: Int, mentions: Int) {
    let row = selectProfile
    defer { row.rewind() }
    guard row.holds(change.claim, in: 3) else { throw StoreError.collision("profile \(id)", "profile \(id)") }
    let node = row.integer(0) == 0 ? nil : NodeID(Int64(row.integer(0)))
    let added = change.added.count > 1 ? change.added.sorted() : change.added
    // Documents that come are mostly later ones than all before.
    if change.removed.isEmpty, let record = try row.withBytes(4, { try PlaceList.appending(added, to: $0) }) {
      return (node, record, row.integer(1) + added.count, row.integer(2) + Self.spans(added))
    }
    let places = PlaceList.merge(
      try row.withBytes(4) { try PlaceList.decode($0) }, removing: change.removed, adding: added)
    return (node, PlaceList.encode(places), places.count, Self.spans(places))
  }

  /// Adds a new profile with the node that its claims became.
  public func insert(_ profile: Profile, node: NodeID?, places: [Place]) throws {
    insertProfile.bind(1, Int(profile.id))
    insertProfile.bind(2, Int(node?.rawValue ?? 0))
    insertProfile.bind(3, profile.claims)
    insertProfile.bind(4, profile.mentions)
    insertProfile.bind(5, profile.claim)
    insertProfile.bind(6, PlaceList.encode(places.sorted()))
    try insertProfile.run()
  }

  /// The profile of a number.
  public func profile(_ id: Int64) throws -> Profile? {
    defer { selectClaim.rewind() }
    selectClaim.bind(1, Int(id))
    return try selectClaim.step() ? profile(id, selectClaim) : nil
  }

  /// Where the claims of a profile stand, sorted.
  public func places(ofProfile id: Int64) throws -> [Place] {
    defer { selectProfile.rewind() }
    selectProfile.bind(1, Int(id))
    return try selectProfile.step() ? try selectProfile.withBytes(4) { try PlaceList.decode($0) } : []
  }

  /// The numbers of a block's profiles, sorted.
  public func profiles(inBlock hash: Int64) throws -> [Int64] {
    var found: [Int64] = []
    try readProfiles(inBlock: hash, to: &found)
    return found
  }

  /// Puts the numbers of a block's profiles, sorted, in the place of what a list holds.
  public func readProfiles(inBlock hash: Int64, to list: inout [Int64]) throws {
    defer { selectBlock.rewind() }
    selectBlock.bind(1, Int(hash))
    list.removeAll(keepingCapacity: true)
    while try selectBlock.step() { list.append(Int64(selectBlock.integer(0))) }
  }

  /// The profiles of a node, by number.
  public func profiles(of node: NodeID) throws -> [Profile] {
    defer { memberProfiles.rewind() }
    memberProfiles.bind(1, Int(node.rawValue))
    var found: [Profile] = []
    while try memberProfiles.step() {
      found.append(
        Profile(
          id: Int64(memberProfiles.integer(0)), node: node, claims: memberProfiles.integer(1),
          mentions: memberProfiles.integer(2), claim: memberProfiles.blob(3)))
    }
    return found
  }

  /// Says which node a profile's claims became.
  public func move(profile id: Int64, to node: NodeID?) throws {
    moveProfile.bind(1, Int(node?.rawValue ?? 0))
    moveProfile.bind(2, Int(id))
    try moveProfile.run()
  }

  private func profile(_ id: Int64, _ row: Statement) -> Profile {
    let node = row.integer(0)
    return Profile(
      id: id, node: node == 0 ? nil : NodeID(Int64(node)), claims: row.integer(1), mentions: row.integer(2),
      claim: row.blob(3))
  }

  private static func spans(_ places: [Place]) -> Int { places.reduce(0) { $0 + $1.spans } }

  /// Writes the blocks of new profiles, which `apply` gathers so that they can be written in the order in which the file
  /// keeps them.
  public func writeBlocks() throws {
    newBlocks.sort { $0 < $1 }
    try insertBlocks.run(newBlocks.count) { statement, index, place in
      statement.bind(place, Int(newBlocks[index].block))
      statement.bind(place + 1, Int(newBlocks[index].profile))
    }
    newBlocks = []
  }

  // MARK: Documents

  /// Says what a document's entities and relations became.
  public func setPresence(_ record: PresenceRecord, ofDocument number: Int) throws {
    putPresence.bind(1, number)
    putPresence.bind(2, PresenceCodec.encode(record.profiles))
    putPresence.bind(3, PresenceCodec.encode(record.edges))
    try putPresence.run()
  }

  // MARK: Nodes

  /// Puts a node in the place of the one of its identity, or adds it.
  ///
  /// - Throws: `StoreError.collision` where another key has the same number.
  public func put(_ node: Node) throws {
    let body = try BodyCodec.encode(node.graphProperties, store.tokens)
    let type = try store.tokens.make(.label, node.type)
    guard let isSame = try isKnown(node, type, body) else {
      tallies[type, default: 0] += 1
      try rename(node.id, from: [], to: Self.forms(node))
      insertNode.bind(1, Int(node.id.rawValue))
      insertNode.bind(2, Int(type))
      insertNode.bind(3, 0)
      insertNode.bind(4, node.key)
      insertNode.bind(5, body)
      return try insertNode.run()
    }
    guard !isSame else { return }
    try rename(node.id, from: try store.node(node.id).map(Self.forms) ?? [], to: Self.forms(node))
    updateNode.bind(1, body)
    updateNode.bind(2, Int(node.id.rawValue))
    try updateNode.run()
  }

  /// Whether the file has just this body of a node; nil where it has no such node.
  private func isKnown(_ node: Node, _ type: Token, _ body: [UInt8]) throws -> Bool? {
    defer { selectNode.rewind() }
    selectNode.bind(1, Int(node.id.rawValue))
    guard try selectNode.step() else { return nil }
    guard selectNode.integer(0) == Int(type), selectNode.text(1) == node.key else {
      throw StoreError.collision(selectNode.text(1), node.key)
    }
    return selectNode.holds(body, in: 2)
  }

  /// Removes a node; its edges are removed with their claims.
  public func removeNode(_ id: NodeID) throws {
    guard let old = try store.node(id) else { return }
    try rename(id, from: Self.forms(old), to: [])
    tallies[try store.tokens.make(.label, old.type), default: 0] -= 1
    try store.database.run("DELETE FROM node WHERE id = ?", Binding(id.rawValue))
  }

  private static func forms(_ node: Node) -> [String] {
    if node.aliases.isEmpty { return [Folding.fold(node.name, lowercasing: true)] }
    return Set(([node.name] + node.aliases).map { Folding.fold($0, lowercasing: true) }).sorted()
  }

  private func rename(_ node: NodeID, from old: [String], to new: [String]) throws {
    guard old != new else { return }
    // A new node has no old forms: nothing is hashed for it.
    let (before, after) = old.isEmpty || new.isEmpty ? ([], []) : (Set(old), Set(new))
    for form in old where !after.contains(form) {
      deleteName.bind(1, form)
      deleteName.bind(2, Int(node.rawValue))
      try deleteName.run()
    }
    for form in new where !before.contains(form) {
      insertName.bind(1, form)
      insertName.bind(2, Int(node.rawValue))
      try insertName.run()
    }
    func line(_ forms: [String]) -> HeldBytes {
      HeldBytes(SearchTokens.bytes(of: ScalarText(forms.joined(separator: "\n"))))
    }
    if !old.isEmpty { store.indexChanges.remove(line(old), row: Int(node.rawValue), from: .name) }
    if !new.isEmpty { store.indexChanges.add(line(new), row: Int(node.rawValue), to: .name) }
  }

  /// Writes what was gathered meanwhile: numbers of nodes by label.
  public func finish() throws {
    for (label, change) in tallies.sorted(by: { $0.key < $1.key }) { try store.count(label, by: change) }
    tallies = [:]
  }
}
