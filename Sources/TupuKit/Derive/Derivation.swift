import GraphModel
import GraphStore
import Resolution

/// Brings the graph up to what documents and judgements say, by as little as changed. Lives inside one `Store.write`.
///
/// What decides: the claims of a document are a function of its findings; nodes are a function of the claims in connected
/// blocks; an edge is a function of the relations between two nodes. So a change reaches the profiles it adds or takes
/// claims from, the profiles connected to them by blocks, the nodes of these, and the relations of entities whose node
/// became another one. Nothing depends on what was there first.
struct Derivation {
  let store: Store
  let schema: GraphSchema
  let book: JudgementBook
  private let graph: GraphWriter
  private let edges: EdgeWriter
  /// Local keys that judgements name, by document.
  private let judged: [DocumentID: Set<Int>]
  /// Blocks that judgements connect.
  private let connections: [Int64: Set<Int64>]

  /// The numbers of the statements that added a node or an edge, by its key.
  private let statements: [String: Int]

  private var profiles: [Int64: ProfileChange] = [:]
  private var nodeOfProfile: [Int64: NodeID] = [:]
  private var keyOfNode: [NodeID: String] = [:]
  private var presence: [Int: [Int64]] = [:]
  private var appeared: Set<Int64> = []
  private var moved: Set<Int64> = []
  private var edgeChanges: [EdgeChange] = []
  /// Where the change of an edge stands in `edgeChanges`.
  private var changeOfEdge: [EdgeID: Int] = [:]
  private var edgeOfRelation: [RelationForm: FormedEdge] = [:]

  /// What relations of a form make.
  private struct FormedEdge {
    var edge: Edge?
    var properties: [String: PropertyValue]
    /// Where the change of the edge stands in `edgeChanges`, where it changes.
    var change: Int?
  }

  /// Relations of one form make one edge.
  private struct RelationForm: Hashable {
    var type: String
    var from: NodeID
    var to: NodeID
    var packed: [UInt8]

    func hash(into hasher: inout Hasher) {
      hasher.combine(from)
      hasher.combine(to)
      packed.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

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
    edges = try EdgeWriter(store, isCorrected: book.corrects) { key, forms in
      Resolver.properties(ofEdge: key, type: "", forms: forms, judgements: book)
    }
    var judged: [DocumentID: Set<Int>] = [:]
    for claim in book.namedKeys.compactMap(Resolver.claim(ofLocalKey:)) {
      judged[claim.document, default: []].insert(claim.index)
    }
    self.judged = judged
    var connections: [Int64: Set<Int64>] = [:]
    for (a, b) in book.connections {
      connections[ClaimCodec.block(a), default: []].insert(ClaimCodec.block(b))
      connections[ClaimCodec.block(b), default: []].insert(ClaimCodec.block(a))
    }
    self.connections = connections
  }

  /// Derives what some waiting documents change; true where something was done.
  mutating func step(documents limit: Int) throws -> Bool {
    let waiting = try store.pendingCount()
    guard waiting > 0 else { return false }
    let change = try store.takePending(limit: limit)
    guard !change.isEmpty else { return try store.pendingCount() < waiting }
    for number in change.removed { try takeOut(number) }
    for number in change.added { try bringIn(number) }
    try resolve()
    let added = Set(change.added)
    for number in change.added { try relate(number) }
    for number in try documentsOfMoved().subtracting(added).subtracting(change.removed).sorted() {
      try relate(number)
    }
    for index in edgeChanges.indices.sorted(by: { edgeChanges[$0].edge.id < edgeChanges[$1].edge.id }) {
      try edges.apply(edgeChanges[index])
    }
    try relateStatements()
    try edges.finish()
    for number in change.removed { try store.forget(document: number) }
    try store.writeIndexChanges()
    profiles = [:]
    nodeOfProfile = [:]
    keyOfNode = [:]
    presence = [:]
    appeared = []
    moved = []
    edgeChanges = []
    changeOfEdge = [:]
    edgeOfRelation = [:]
    return true
  }

  // MARK: Statements

  /// Brings in what persons stated. For an empty graph: a new judgement derives the whole graph anew.
  mutating func bringInStatements() throws {
    for node in book.statedNodes {
      let packed = ClaimCodec.pack(Resolver.claim(of: node), isSingle: true)
      profiles[packed.profile, default: ProfileChange(claim: packed.content, blocks: packed.blocks)].added
        .append(place(ofStated: node.key))
    }
    try resolve()
    try relateStatements()
    try edges.finish()
    try store.writeIndexChanges()
    profiles = [:]
    nodeOfProfile = [:]
    keyOfNode = [:]
    appeared = []
    moved = []
  }

  /// Gives each stated edge the ends that its keys name by now; it is there while both are.
  private mutating func relateStatements() throws {
    for stated in book.statedEdges {
      var wanted: Edge?
      if !book.rejected.contains(stated.key), let from = try node(named: stated.from),
        let to = try node(named: stated.to)
      {
        wanted = Edge(id: EdgeID(key: stated.key), key: stated.key, type: stated.type, source: from, target: to)
      }
      let old = try store.edge(EdgeID(key: stated.key))
      if old?.source == wanted?.source, old?.target == wanted?.target { continue }
      let claim = (place(ofStated: stated.key), stated.properties)
      if let old {
        var change = EdgeChange(old)
        change.removed = [claim]
        try edges.apply(change)
      }
      if let wanted {
        var change = EdgeChange(wanted)
        change.added = [claim]
        try edges.apply(change)
      }
    }
  }

  private func place(ofStated key: String) -> Place {
    Place(document: Place.statements, index: statements[key] ?? 0, spans: 1)
  }

  /// The node that a key names, be it that of another claim of it by now; nil where there is none, or more than one.
  private func node(named key: String) throws -> NodeID? {
    let id = NodeID(key: key)
    if try store.node(id)?.key == key { return id }
    var certain: Set<NodeID> = []
    var guessed: Set<NodeID> = []
    for number in try graph.profiles(inBlock: ClaimCodec.block(key)) {
      guard let profile = try graph.profile(number), let node = profile.node else { continue }
      let claim = try ClaimCodec.claim(of: profile)
      if claim.localKey == key || claim.keys.contains(key) { certain.insert(node) }
      if claim.hint == key { guessed.insert(node) }
    }
    let found = certain.isEmpty ? guessed : certain
    return found.count == 1 ? found.first : nil
  }

  // MARK: Claims

  private func claims(of number: Int) throws -> [PackedClaim] {
    var claims = try ClaimCodec.unpack(try store.claims(ofDocument: number))
    guard !judged.isEmpty, let document = try store.identity(ofDocument: number), let indices = judged[document] else {
      return claims
    }
    // A claim that a judgement names has a profile of its own.
    let whole = Resolver.claims(of: try store.findings(ofDocument: number))
    for index in indices where claims.indices.contains(index) && whole.indices.contains(index) {
      claims[index] = ClaimCodec.pack(whole[index], isSingle: true)
    }
    return claims
  }

  private mutating func bringIn(_ number: Int) throws {
    let claims = try claims(of: number)
    for (index, claim) in claims.enumerated() {
      profiles[claim.profile, default: ProfileChange(claim: claim.content, blocks: claim.blocks)].added
        .append(Place(document: number, index: index, spans: claim.mentions))
    }
    presence[number] = claims.map(\.profile)
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
      profiles[id, default: ProfileChange(claim: profile.claim, blocks: packed.blocks)].removed
        .insert(Place(document: number, index: index, spans: findings.entities[index].mentions.count))
    }
    for (index, edge) in presence.edges.enumerated() where edge != 0 {
      guard findings.relations.indices.contains(index) else {
        throw StoreError.damaged("the derivation of document \(number) is incomplete")
      }
      let relation = findings.relations[index]
      let place = Place(document: number, index: index, spans: relation.evidence.count)
      try takeOut(place, relation.properties, from: EdgeID(edge))
    }
  }

  // MARK: Nodes

  private mutating func resolve() throws {
    var blocks: Set<Int64> = []
    var left: Set<NodeID> = []
    for id in profiles.keys.sorted() {
      guard let change = profiles[id] else { continue }
      let outcome = try graph.apply(change, to: id)
      switch outcome {
      case .appeared: appeared.insert(id)
      case .vanished(let node): if let node { left.insert(node) }
      case .changed: break
      }
      blocks.formUnion(change.blocks)
    }
    try graph.writeBlocks()
    let connected = try connectedProfiles(blocks)
    var profileOfClaim: [ClaimID: Profile] = [:]
    for (profile, claim) in connected { profileOfClaim[claim.id] = profile }
    let resolution = Resolver.resolve(connected.map(\.claim), judgements: book)
    var present: Set<NodeID> = []
    for cluster in resolution.clusters {
      let node = cluster.isRejected ? nil : Resolver.node(of: cluster, judgements: book)
      for member in cluster.members {
        guard let profile = profileOfClaim[member.id] else { continue }
        nodeOfProfile[profile.id] = node?.id
        guard profile.node != node?.id else { continue }
        try graph.move(profile: profile.id, to: node?.id)
        if let old = profile.node { left.insert(old) }
        if !appeared.contains(profile.id) { moved.insert(profile.id) }
      }
      guard let node else { continue }
      try graph.put(node)
      keyOfNode[node.id] = node.key
      present.insert(node.id)
    }
    for node in left.subtracting(present).sorted() { try graph.removeNode(node) }
  }

  /// The profiles in some blocks and in all blocks connected to these, by number.
  private func connectedProfiles(_ start: Set<Int64>) throws -> [(profile: Profile, claim: EntityClaim)] {
    var seen = start
    var waiting = start.sorted()
    var found: [Int64: (profile: Profile, claim: EntityClaim)] = [:]
    func visit(_ block: Int64) { if seen.insert(block).inserted { waiting.append(block) } }
    while let block = waiting.popLast() {
      for other in connections[block] ?? [] { visit(other) }
      for id in try graph.profiles(inBlock: block) where found[id] == nil {
        guard let profile = try graph.profile(id) else {
          throw StoreError.damaged("a block names a profile that is not there")
        }
        let claim = try ClaimCodec.claim(of: profile)
        found[id] = (profile, claim)
        for name in claim.blocks { visit(ClaimCodec.block(name)) }
        if profile.claim.first == 1 { visit(ClaimCodec.block(claim.localKey)) }
      }
    }
    return found.values.sorted { $0.profile.id < $1.profile.id }
  }

  private func documentsOfMoved() throws -> Set<Int> {
    var documents: Set<Int> = []
    for profile in moved.sorted() { documents.formUnion(try graph.places(ofProfile: profile).map(\.document)) }
    documents.remove(Place.statements)
    return documents
  }

  // MARK: Edges

  /// Gives each relation of a document the edge that it makes by now.
  private mutating func relate(_ number: Int) throws {
    let presence =
      try self.presence[number].map { PresenceRecord(profiles: $0, edges: []) }
      ?? store.presenceRecord(ofDocument: number)
    let (entities, relations) = try store.relations(ofDocument: number)
    guard presence.profiles.count == entities else {
      throw StoreError.damaged("the derivation of document \(number) is incomplete")
    }
    var nodes: [NodeID?] = []
    for profile in presence.profiles { nodes.append(try node(ofProfile: profile)) }
    var numbers: [Int64] = []
    numbers.reserveCapacity(relations.count)
    for (index, relation) in relations.enumerated() {
      let before = presence.edges.indices.contains(index) ? presence.edges[index] : 0
      let place = Place(document: number, index: index, spans: relation.spans)
      let after = try bringIn(relation, place, from: nodes[relation.from], to: nodes[relation.to], before: before)
      numbers.append(after)
      if before != after, before != 0 { try takeOut(place, try relation.properties(), from: EdgeID(before)) }
    }
    try graph.setPresence(PresenceRecord(profiles: presence.profiles, edges: numbers), ofDocument: number)
  }

  private mutating func takeOut(_ place: Place, _ properties: [String: PropertyValue], from id: EdgeID) throws {
    if let index = changeOfEdge[id] { return edgeChanges[index].removed.append((place, properties)) }
    guard let edge = try store.edge(id) else { throw StoreError.damaged("edge \(id.rawValue) is not there") }
    let index = change(of: edge)
    edgeChanges[index].removed.append((place, properties))
  }

  /// Where the change of an edge stands in `edgeChanges`.
  private mutating func change(of edge: Edge) -> Int {
    if let index = changeOfEdge[edge.id] { return index }
    changeOfEdge[edge.id] = edgeChanges.count
    edgeChanges.append(EdgeChange(edge))
    return edgeChanges.count - 1
  }

  /// Adds a relation's claim to the edge that it makes, unless it was there.
  ///
  /// - Returns: the number of the edge; 0 where the relation makes none.
  private mutating func bringIn(
    _ relation: RelationRecord, _ place: Place, from: NodeID?, to: NodeID?, before: Int64
  ) throws -> Int64 {
    guard let from, let to else { return 0 }
    let form = RelationForm(type: relation.type, from: from, to: to, packed: relation.packed)
    var formed: FormedEdge
    if let known = edgeOfRelation[form] {
      formed = known
    } else {
      formed = try formEdge(relation, from: from, to: to)
      edgeOfRelation[form] = formed
    }
    guard let edge = formed.edge else { return 0 }
    guard edge.id.rawValue != before else { return before }
    if formed.change == nil {
      formed.change = change(of: edge)
      edgeOfRelation[form] = formed
    }
    if let index = formed.change { edgeChanges[index].added.append((place, formed.properties)) }
    return edge.id.rawValue
  }

  private mutating func formEdge(_ relation: RelationRecord, from: NodeID, to: NodeID) throws -> FormedEdge {
    let properties = try relation.properties()
    var edge: Edge?
    if let key = Resolver.edgeKey(
      relation.type, from: try key(of: from), to: try key(of: to), properties: properties, schema: schema),
      !book.rejected.contains(key)
    {
      edge = Edge(id: EdgeID(key: key), key: key, type: relation.type, source: from, target: to)
    }
    return FormedEdge(edge: edge, properties: properties)
  }

  private mutating func node(ofProfile id: Int64) throws -> NodeID? {
    if let known = nodeOfProfile[id] { return known }
    let node = try graph.profile(id)?.node
    if let node { nodeOfProfile[id] = node }
    return node
  }

  private mutating func key(of node: NodeID) throws -> String {
    if let known = keyOfNode[node] { return known }
    guard let key = try store.node(node)?.key else { throw StoreError.damaged("node \(node.rawValue) is not there") }
    keyOfNode[node] = key
    return key
  }
}
