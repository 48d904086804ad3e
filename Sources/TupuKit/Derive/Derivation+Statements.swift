import GraphModel
import GraphStore
import Resolution

/// What persons stated.
extension Derivation {
  /// Takes out what one statement added, which is no longer among the judgements.
  mutating func takeOut(_ statement: JudgementBook, number: Int) throws {
    let place = Place(document: Place.statements, index: number, spans: 1)
    for node in statement.statedNodes {
      let packed = ClaimCodec.pack(Resolver.claim(of: node), isSingle: true)
      profiles.remove(place, from: packed.profile) { ProfileChange(claim: packed.content, blocks: packed.blocks) }
    }
    for stated in statement.statedEdges {
      guard var change = try edges.change(of: EdgeID(key: stated.key)) else { continue }
      change.removed = [EdgeClaim(place: place, body: try edges.body(stated.properties))]
      try edges.apply(change)
    }
  }

  mutating func bringIn(_ nodes: [JudgementBook.StatedNode]) {
    for node in nodes {
      let packed = ClaimCodec.pack(Resolver.claim(of: node), isSingle: true)
      profiles.add(place(ofStated: node.key), to: packed.profile) {
        ProfileChange(claim: packed.content, blocks: packed.blocks)
      }
    }
  }

  /// Gives each stated edge the ends that its keys name by now; it is there while both are.
  mutating func relateStatements() throws {
    for stated in book.statedEdges {
      let id = EdgeID(key: stated.key)
      let old = try edges.change(of: id)
      var wanted: (from: NodeID, to: NodeID)?
      if !book.rejected.contains(stated.key), let from = try node(named: stated.from),
        let to = try node(named: stated.to)
      {
        wanted = (from, to)
      }
      if old?.source == wanted?.from, old?.target == wanted?.to { continue }
      let claim = EdgeClaim(place: place(ofStated: stated.key), body: try edges.body(stated.properties))
      if var change = old {
        change.removed = [claim]
        try edges.apply(change)
      }
      if let (from, to) = wanted {
        let mark = EdgeKey.mark(of: stated.key, type: stated.type, from: try key(of: from), to: try key(of: to))
        let continues = mark.map { $0.isEmpty || $0.hasPrefix(" ") } ?? false
        var change = EdgeChange(
          id, type: try edges.type(stated.type), source: from, target: to,
          mark: continues ? mark ?? "" : stated.key)
        change.added = [claim]
        try edges.apply(change)
      }
    }
  }

  func place(ofStated key: String) -> Place {
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
}
