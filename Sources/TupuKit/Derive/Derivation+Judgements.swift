import GraphModel
import GraphStore
import Resolution

/// What one judgement changes.
extension Derivation {
  /// Derives what a judgement changes that was just added, or taken back.
  mutating func follow(_ judgement: Judgement, number: Int, isTakenBack: Bool) throws {
    var judgements = try store.judgements()
    if isTakenBack { judgements.append((number, judgement)) } else { judgements.removeAll { $0.number == number } }
    let before = JudgementBook(judgements.map(\.judgement))
    judgedKeys = book.keys(saidOtherwiseBy: before).union(judgement.decision.keys)
    try repack(before: Self.judged(before))
    let statement = JudgementBook([judgement])
    if isTakenBack { try takeOut(statement, number: number) } else { bringIn(statement.statedNodes) }
    try derive(added: [], removed: [])
  }

  /// Whether a statement adds what another one adds, too, so that it cannot be told which of them holds it.
  func sharesAdditions(of judgement: Judgement, isTakenBack: Bool) -> Bool {
    let statement = JudgementBook([judgement])
    let own = statement.statedNodes.map(\.key) + statement.statedEdges.map(\.key)
    guard !own.isEmpty else { return false }
    let keys = Set(own)
    let all = (book.statedNodes.map(\.key) + book.statedEdges.map(\.key)).count(where: keys.contains)
    return keys.count != own.count || all != (isTakenBack ? 0 : own.count)
  }

  /// Gives claims profiles of their own where a judgement names them by now, and takes those from them that none names any
  /// more.
  private mutating func repack(before: [DocumentID: Set<Int>]) throws {
    for id in Set(judged.keys).union(before.keys).sorted() {
      let (now, then) = (judged[id] ?? [], before[id] ?? [])
      guard now != then, let number = try store.document(id)?.number else { continue }
      let claims = Resolver.claims(of: try store.findings(ofDocument: number))
      var presence = try store.presenceRecord(ofDocument: number)
      for index in now.symmetricDifference(then).sorted() where claims.indices.contains(index) {
        let claim = claims[index]
        guard !claim.keys.isEmpty, presence.profiles.indices.contains(index) else { continue }
        let old = ClaimCodec.pack(claim, isSingle: then.contains(index))
        let new = ClaimCodec.pack(claim, isSingle: now.contains(index))
        let place = Place(document: number, index: index, spans: claim.mentions)
        profiles.remove(place, from: old.profile) { ProfileChange(claim: old.content, blocks: old.blocks) }
        profiles.add(place, to: new.profile) { ProfileChange(claim: new.content, blocks: new.blocks) }
        presence.profiles[index] = new.profile
        repacked.insert(number)
      }
      try graph.setPresence(presence, ofDocument: number)
    }
  }

  // MARK: Nodes

  /// The blocks of the claims that a judged key may name.
  func judgedBlocks(_ key: String) throws -> [Int64] {
    let block = ClaimCodec.block(key)
    // Claims that share a profile are named by its number.
    guard let mark = key.lastIndex(of: ":"), let number = UInt64(key[key.index(after: mark)...], radix: 16),
      let profile = try graph.profile(Int64(bitPattern: number))
    else { return [block] }
    return [block] + (try ClaimCodec.claim(of: profile).blocks.map(ClaimCodec.block))
  }

  /// Whether judgements say something else of a cluster than before.
  func isJudged(_ cluster: Cluster) -> Bool {
    guard !judgedKeys.isEmpty else { return false }
    return cluster.keys.contains(where: judgedKeys.contains)
      || cluster.members.contains { claim in
        judgedKeys.contains(claim.localKey) || claim.keys.contains(where: judgedKeys.contains)
          || claim.hint.map(judgedKeys.contains) ?? false
      }
  }

  // MARK: Edges

  /// Documents whose relations make edges that judgements say something else of, or would make them.
  func documentsOfJudgedEdges() throws -> Set<Int> {
    var documents: Set<Int> = []
    for key in judgedKeys {
      let edge = EdgeID(key: key)
      guard try edges.change(of: edge) == nil else {
        // An edge that is only corrected keeps its claims.
        if book.rejected.contains(key) { documents.formUnion(try store.places(of: edge).map(\.document)) }
        continue
      }
      let ends = try EdgeKey.ends(of: key) { try store.key(of: NodeID(key: $0)) == $0 }
      for (from, to) in ends {
        let sources = Set(try store.places(of: NodeID(key: from)).map(\.document))
        documents.formUnion(try store.places(of: NodeID(key: to)).map(\.document).filter(sources.contains))
      }
    }
    documents.remove(Place.statements)
    return documents
  }

  /// Gives edges the properties that judgements leave them.
  func correctEdges() throws {
    for key in judgedKeys.sorted() {
      guard let change = try edges.change(of: EdgeID(key: key)) else { continue }
      try edges.apply(change)
    }
  }
}
