import GraphModel
import GraphStore
import Resolution

/// A document that the store took in just now, with what a derivation would have to read back.
struct AddedDocument: Sendable {
  /// Its number.
  var number: Int
  /// What identifies its entities (see `ClaimCodec`).
  var claims: HeldBytes
  /// What the extractors claim, as it is kept.
  var findings: HeldBytes
}

/// Brings the graph up to what documents and judgements say, by as little as changed. Lives inside one `Store.write`.
///
/// What decides: the claims of a document are a function of its findings; nodes are a function of the claims in connected
/// blocks; an edge is a function of the relations between two nodes. So a change reaches the profiles it adds or takes
/// claims from, the profiles connected to them by blocks, the nodes of these, and the relations of entities whose node
/// became another one. A judgement reaches the blocks and the edges that it names. Nothing depends on what was there first.
struct Derivation {
  let store: Store
  let schema: GraphSchema
  let book: JudgementBook
  let graph: GraphWriter
  let edges: EdgeWriter
  /// Local keys that judgements name, by document.
  let judged: [DocumentID: Set<Int>]
  /// Blocks that judgements connect.
  let connections: [Int64: Set<Int64>]

  /// The numbers of the statements that added a node or an edge, by its key.
  let statements: [String: Int]

  /// Keys of nodes and edges that judgements, added or taken back, say something else of than before.
  var judgedKeys: Set<String> = []
  /// Documents with claims that have other profiles since a judgement names them, or does no more.
  var repacked: Set<Int> = []
  /// Documents that need not be read back, by number.
  var fresh: [Int: AddedDocument] = [:]
  var profiles = ProfileChanges()
  var nodeOfProfile: [Int64: NodeID] = [:]
  var keyOfNode: [NodeID: String] = [:]
  var presence: [Int: [Int64]] = [:]
  var appeared: [Int64: Profile] = [:]
  var moved: Set<Int64> = []
  var forms: RelationForms
  var edgeClaims: [FormedClaim] = []

  init(_ store: Store, schema: GraphSchema) throws {
    let judgements = try store.judgements()
    let book = JudgementBook(judgements.map(\.judgement))
    self.store = store
    self.schema = schema
    self.book = book
    var statements: [String: Int] = [:]
    for (number, judgement) in judgements {
      guard case .statement(_, let changes) = judgement.decision else { continue }
      for change in changes { statements[change.key] = statements[change.key] ?? number }
    }
    self.statements = statements
    graph = try GraphWriter(store)
    forms = RelationForms(schema)
    let isCorrected: EdgeWriter.Correcting? = book.hasCorrections ? { book.corrects($0) } : nil
    edges = try EdgeWriter(store, isCorrected: isCorrected) { key, forms in
      Resolver.properties(ofEdge: key, type: "", forms: forms, judgements: book)
    }
    judged = Self.judged(book)
    var connections: [Int64: Set<Int64>] = [:]
    for (a, b) in book.connections {
      connections[ClaimCodec.block(a), default: []].insert(ClaimCodec.block(b))
      connections[ClaimCodec.block(b), default: []].insert(ClaimCodec.block(a))
    }
    self.connections = connections
  }

  /// The claims that a book names by their local keys, by document.
  static func judged(_ book: JudgementBook) -> [DocumentID: Set<Int>] {
    var judged: [DocumentID: Set<Int>] = [:]
    for claim in book.namedKeys.compactMap(Resolver.claim(ofLocalKey:)) {
      judged[claim.document, default: []].insert(claim.index)
    }
    return judged
  }

  /// Derives what some waiting documents change; true where something was done.
  mutating func step(documents limit: Int) throws -> Bool {
    let waiting = try store.pendingCount()
    guard waiting > 0 else { return false }
    let change = try store.takePending(limit: limit)
    guard !change.isEmpty else { return try store.pendingCount() < waiting }
    for number in change.removed { try takeOut(number) }
    for number in change.added { try bringIn(number) }
    try derive(added: change.added, removed: change.removed)
    return true
  }

  /// Derives what documents change that no place held and the graph did not show before.
  mutating func add(_ documents: [AddedDocument]) throws {
    guard !documents.isEmpty else { return }
    for document in documents {
      fresh[document.number] = document
      try bringIn(document.number)
    }
    try derive(added: documents.map(\.number), removed: [])
  }

  mutating func derive(added: [Int], removed: [Int]) throws {
    try resolve()
    for number in added { try relate(number) }
    let touched = try documentsOfMoved().union(documentsOfJudgedEdges()).union(repacked)
    for number in touched.subtracting(added).subtracting(removed).sorted() { try relate(number) }
    try writeEdges()
    try correctEdges()
    try relateStatements()
    try finish()
    for number in removed { try store.forget(document: number) }
    try store.writeIndexChanges()
  }

  /// Writes what was gathered meanwhile and forgets what was true of this change.
  private mutating func finish() throws {
    try graph.finish()
    try edges.finish()
    fresh = [:]
    profiles = ProfileChanges()
    nodeOfProfile = [:]
    keyOfNode = [:]
    presence = [:]
    appeared = [:]
    moved = []
    judgedKeys = []
    repacked = []
    forms = RelationForms(schema)
  }

  /// Brings in what persons stated. For an empty graph: a new judgement derives the whole graph anew.
  mutating func bringInStatements() throws {
    bringIn(book.statedNodes)
    try resolve()
    try relateStatements()
    try finish()
    try store.writeIndexChanges()
  }

  // MARK: Claims

  /// What identifies the entities of a document, as it is packed.
  private func claims(of number: Int) throws -> [UInt8] {
    if judged.isEmpty, let document = fresh[number] { return document.claims.array }
    let document = try store.identity(ofDocument: number)
    // A claim that a judgement names has a profile of its own.
    let singled = document.flatMap { judged[$0] } ?? []
    if singled.isEmpty, let document = fresh[number] { return document.claims.array }
    return ClaimCodec.pack(Resolver.claims(of: try store.findings(ofDocument: number)), singled: singled)
  }

  private mutating func bringIn(_ number: Int) throws {
    var present: [Int64] = []
    let record = try claims(of: number)
    try ClaimCodec.read(record) { claim in
      let place = Place(document: number, index: present.count, spans: claim.mentions)
      present.append(claim.profile)
      try profiles.add(place, to: claim.profile) {
        ProfileChange(claim: try claim.content(), blocks: try claim.blocks())
      }
    }
    presence[number] = present
  }

  private mutating func takeOut(_ number: Int) throws {
    let presence = try store.presenceRecord(ofDocument: number)
    let findings = try store.findings(ofDocument: number)
    for (index, id) in presence.profiles.enumerated() {
      guard let profile = try graph.profile(id), findings.entities.indices.contains(index) else {
        throw StoreError.damaged("the derivation of document \(number) is incomplete")
      }
      let claim = try ClaimCodec.claim(of: profile)
      let packed = ClaimCodec.pack(claim, isSingle: profile.claim.first == 1)
      profiles.remove(Place(document: number, index: index, spans: findings.entities[index].mentions.count), from: id) {
        ProfileChange(claim: profile.claim, blocks: packed.blocks)
      }
    }
    let list = try store.relations(ofDocument: number)
    for (index, edge) in presence.edges.enumerated() where edge != 0 {
      guard list.relations.indices.contains(index) else {
        throw StoreError.damaged("the derivation of document \(number) is incomplete")
      }
      let relation = list.relations[index]
      edgeClaims.append(
        FormedClaim(
          edge: EdgeID(edge), place: Place(document: number, index: index, spans: relation.spans),
          properties: try properties(of: relation, in: list), form: nil, isRemoval: true))
    }
  }
}
