import GraphModel
import GraphStore
import Resolution

/// Nodes: which claims are one thing.
extension Derivation {
  /// Writes the changes of profiles and gives each its node.
  mutating func resolve() throws {
    var blocks: Set<Int64> = []
    var left: Set<NodeID> = []
    var reweighed: Set<NodeID> = []
    for id in profiles.sortedIDs {
      guard let change = profiles[id] else { continue }
      switch try graph.apply(change, to: id) {
      case .appeared(let profile):
        appeared[id] = profile
        blocks.formUnion(change.blocks)
      case .vanished(let node):
        if let node { left.insert(node) }
        blocks.formUnion(change.blocks)
      case .changed(let node):
        // Which claims are one thing hangs on what they say, not on how many documents say it; corrections are found by
        // all keys of a cluster.
        if let node {
          nodeOfProfile[id] = node
          reweighed.insert(node)
        }
        if book.hasCorrections { blocks.formUnion(change.blocks) }
      }
    }
    try graph.writeBlocks()
    for key in judgedKeys { blocks.formUnion(try judgedBlocks(key)) }
    let connected = try connectedProfiles(blocks)
    var profileOfClaim: [ClaimID: Profile] = [:]
    profileOfClaim.reserveCapacity(connected.count)
    var held: [NodeID: Int] = [:]
    for (profile, claim) in connected {
      profileOfClaim[claim.id] = profile
      guard let node = profile.node else { continue }
      held[node, default: 0] += 1
      reweighed.remove(node)
    }
    let resolution = Resolver.resolve(connected.map(\.claim), judgements: book)
    var present: Set<NodeID> = []
    for cluster in resolution.clusters {
      let id = NodeID(key: cluster.key)
      let isUntouched = cluster.members.allSatisfy { member in
        profileOfClaim[member.id].map { $0.node == id && profiles[$0.id] == nil } ?? false
      }
      if isUntouched, held[id] == cluster.members.count, !left.contains(id), !isJudged(cluster) {
        // The very claims that made the node before.
        for member in cluster.members { if let profile = profileOfClaim[member.id] { nodeOfProfile[profile.id] = id } }
        keyOfNode[id] = cluster.key
        present.insert(id)
        continue
      }
      let node = cluster.isRejected ? nil : Resolver.node(of: cluster, judgements: book)
      for member in cluster.members {
        guard let profile = profileOfClaim[member.id] else { continue }
        nodeOfProfile[profile.id] = node?.id
        guard appeared[profile.id] == nil, profile.node != node?.id else { continue }
        try graph.move(profile: profile.id, to: node?.id)
        if let old = profile.node { left.insert(old) }
        moved.insert(profile.id)
      }
      guard let node else { continue }
      try graph.put(node)
      keyOfNode[node.id] = node.key
      present.insert(node.id)
    }
    for id in appeared.keys.sorted() {
      guard let profile = appeared[id] else { continue }
      try graph.insert(profile, node: nodeOfProfile[id], places: profiles[id]?.added ?? [])
    }
    for node in reweighed.sorted() { try reweigh(node) }
    for node in left.subtracting(present).sorted() { try graph.removeNode(node) }
  }

  /// Chooses the name and the properties of a node again: other numbers of documents give them.
  private mutating func reweigh(_ node: NodeID) throws {
    let profiles = try graph.profiles(of: node)
    guard try ClaimCodec.areWeighed(profiles) else { return }
    let members = try profiles.map { try ClaimCodec.claim(of: $0) }
    try graph.put(Resolver.node(key: try key(of: node), of: members))
  }

  /// The profiles in some blocks and in all blocks connected to these, by number.
  private func connectedProfiles(_ start: Set<Int64>) throws -> [(profile: Profile, claim: EntityClaim)] {
    var seen = start
    var waiting = start.sorted()
    var found: [Int64: (profile: Profile, claim: EntityClaim)] = [:]
    found.reserveCapacity(start.count)
    var members: [Int64] = []
    func visit(_ block: Int64) { if seen.insert(block).inserted { waiting.append(block) } }
    while let block = waiting.popLast() {
      for other in connections[block] ?? [] { visit(other) }
      try graph.readProfiles(inBlock: block, to: &members)
      for id in members where found[id] == nil {
        guard let profile = try appeared[id] ?? graph.profile(id) else {
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

  /// Documents in which a profile stands whose node became another one.
  func documentsOfMoved() throws -> Set<Int> {
    var documents: Set<Int> = []
    for profile in moved.sorted() { documents.formUnion(try graph.places(ofProfile: profile).map(\.document)) }
    documents.remove(Place.statements)
    return documents
  }

  /// The node of a profile.
  mutating func node(ofProfile id: Int64) throws -> NodeID? {
    if let known = nodeOfProfile[id] { return known }
    let node = try graph.profile(id)?.node
    if let node { nodeOfProfile[id] = node }
    return node
  }

  /// The key of a node.
  mutating func key(of node: NodeID) throws -> String {
    if let known = keyOfNode[node] { return known }
    guard let key = try store.key(of: node) else { throw StoreError.damaged("node \(node.rawValue) is not there") }
    keyOfNode[node] = key
    return key
  }
}
