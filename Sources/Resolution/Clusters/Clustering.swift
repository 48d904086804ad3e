import GraphModel

/// Finds which claims are the same thing. The result depends on the claims and judgements alone, in no order.
///
/// 1. Claims that share a certain key are joined.
/// 2. A cluster that also has a guess joins the only other cluster that the guess fits.
/// 3. A claim with nothing but a guess joins the only cluster that it fits; where there is none, claims with one guess join
///    each other; where there are several, it stays alone.
/// 4. What persons say is the same is joined. What they say is not the same is kept apart in every step.
struct Clustering {
  private let claims: [EntityClaim]
  private let book: JudgementBook
  private var sets: DisjointSets
  /// Certain keys of each claim after judgements.
  private var keys: [[String]]
  private var hints: [String?]
  /// Partners that a judged key must be kept apart from.
  private var apart: [String: Set<String>] = [:]
  /// The judged keys that name something in a set, by root.
  private var judged: [Int: Set<String>] = [:]
  /// What a bare claim ended up being guessed as, by claim.
  private var guessed: [Int: String] = [:]

  init(_ claims: [EntityClaim], book: JudgementBook) {
    self.claims = claims.sorted { $0.id < $1.id }
    self.book = book
    sets = DisjointSets(count: claims.count)
    keys = self.claims.map(\.keys)
    hints = self.claims.map(\.hint)
    for pair in book.different {
      apart[pair.a, default: []].insert(pair.b)
      apart[pair.b, default: []].insert(pair.a)
    }
    if !apart.isEmpty { separate() }
  }

  mutating func run() -> [Cluster] {
    joinSharedKeys()
    joinHintedClusters()
    joinBareClaims()
    joinJudged()
    return clusters()
  }

  // MARK: Keeping apart

  /// Takes from each claim the keys that judgements say are not its own, and notes which judged keys it answers to.
  private mutating func separate() {
    for (index, claim) in claims.enumerated() {
      let foreign = apart[claim.localKey] ?? []
      keys[index].removeAll(where: foreign.contains)
      if let hint = hints[index], foreign.contains(hint) { hints[index] = nil }
      // A document may itself say what a person denies: of two identities that are not the same the smaller one stays.
      var kept: [String] = []
      for key in keys[index] where apart[key]?.contains(where: kept.contains) != true { kept.append(key) }
      keys[index] = kept
      let names = Set(keys[index] + [claim.localKey] + (hints[index].map { [$0] } ?? []))
      let named = names.filter { apart[$0] != nil }
      if !named.isEmpty { judged[index] = named }
    }
  }

  private mutating func mayJoin(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (sets.root(a), sets.root(b))
    guard first != second, let names = judged[first], let others = judged[second] else { return true }
    return !names.contains { name in apart[name]?.contains(where: others.contains) == true }
  }

  private mutating func join(_ a: Int, _ b: Int) {
    guard mayJoin(a, b) else { return }
    let (first, second) = (sets.root(a), sets.root(b))
    guard first != second else { return }
    sets.unite(a, b)
    let names = (judged.removeValue(forKey: first) ?? []).union(judged.removeValue(forKey: second) ?? [])
    if !names.isEmpty { judged[sets.root(a)] = names }
  }

  // MARK: Joining

  private mutating func joinSharedKeys() {
    guard !apart.isEmpty else {
      // Nothing is kept apart: no order of joining can show.
      var first: [TextKey: Int] = [:]
      first.reserveCapacity(keys.count * 2)
      for (index, list) in keys.enumerated() {
        for key in list.lazy.map(TextKey.init) {
          if let other = first[key] { sets.unite(other, index) } else { first[key] = index }
        }
      }
      return
    }
    var holders: [String: [Int]] = [:]
    for (index, list) in keys.enumerated() { for key in list { holders[key, default: []].append(index) } }
    // Claims that a judgement singles out come last, so that they cannot carry others with them.
    let isSingled = claims.map { apart[$0.localKey] != nil }
    for single in [false, true] {
      for key in holders.keys.sorted() {
        guard let members = holders[key], members.count > 1 else { continue }
        let base = members.filter { !isSingled[$0] } + members.filter { isSingled[$0] }
        for other in base.dropFirst() where (isSingled[other] || isSingled[base[0]]) == single {
          join(base[0], other)
        }
      }
    }
  }

  /// The clusters that a guess fits, by guess: those that have it as a key or cover it.
  private mutating func fits() -> [String: [Int]] {
    var fits: [String: Set<Int>] = [:]
    let wanted = Set(hints.compactMap { $0 })
    guard !wanted.isEmpty else { return [:] }
    for (index, claim) in claims.enumerated() {
      for key in keys[index] + claim.covers where wanted.contains(key) {
        fits[key, default: []].insert(sets.root(index))
      }
    }
    return fits.mapValues { $0.sorted() }
  }

  private mutating func joinHintedClusters() {
    let fits = fits()
    var wishes: [Int: Set<Int>] = [:]
    var wishing: [Int: Int] = [:]
    for index in claims.indices where !keys[index].isEmpty {
      guard let hint = hints[index] else { continue }
      let root = sets.root(index)
      wishes[root, default: []].formUnion((fits[hint] ?? []).filter { $0 != root })
      if wishing[root] == nil { wishing[root] = index }
    }
    for root in wishes.keys.sorted() {
      guard let candidates = wishes[root], candidates.count == 1, let target = candidates.first,
        let claim = wishing[root]
      else { continue }
      join(claim, target)
    }
  }

  private mutating func joinBareClaims() {
    let fits = fits()
    var groups: [String: [Int]] = [:]
    for index in claims.indices where keys[index].isEmpty {
      guard let hint = hints[index] else { continue }
      let candidates = fits[hint] ?? []
      if candidates.isEmpty {
        groups[hint, default: []].append(index)
      } else if candidates.count == 1 {
        join(index, candidates[0])
      }
    }
    for hint in groups.keys.sorted() {
      guard let members = groups[hint] else { continue }
      // Two claims of one document are two things: its extractors saw both and did not join them.
      var perDocument: [DocumentID: Int] = [:]
      for index in members { perDocument[claims[index].id.document, default: 0] += 1 }
      let alone = members.filter { perDocument[claims[$0].id.document] == 1 }
      guard let first = alone.first else { continue }
      guessed[first] = hint
      for other in alone.dropFirst() {
        join(first, other)
        if sets.root(other) == sets.root(first) { guessed[other] = hint }
      }
    }
  }

  private mutating func joinJudged() {
    guard !book.same.isEmpty else { return }
    var holders: [String: [Int]] = [:]
    let named = Set(book.same.flatMap { [$0.a, $0.b] })
    for (index, claim) in claims.enumerated() {
      for name in Set(keys[index] + [claim.localKey] + (guessed[index].map { [$0] } ?? [])) where named.contains(name) {
        holders[name, default: []].append(index)
      }
    }
    for pair in book.same {
      guard let a = holders[pair.a]?.first, let b = holders[pair.b]?.first else { continue }
      join(a, b)
    }
  }

  // MARK: Result

  private mutating func clusters() -> [Cluster] {
    var groups: [Int: [Int]] = [:]
    for index in claims.indices { groups[sets.root(index), default: []].append(index) }
    // Where a judgement splits what shares a key, the larger part keeps it.
    let order = groups.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    var taken: Set<TextKey> = []
    taken.reserveCapacity(order.count)
    var result: [Cluster] = []
    result.reserveCapacity(order.count)
    for members in order {
      let cluster = (members.count == 1 ? alone(members[0], taken) : nil) ?? joined(members, taken)
      taken.insert(TextKey(cluster.key))
      result.append(cluster)
    }
    return result.sorted { KeySet.precedes($0.key, $1.key) }
  }

  /// The cluster of some claims, under the first of its keys that is free.
  private func joined(_ members: [Int], _ taken: Set<TextKey>) -> Cluster {
    let certain = Set(members.flatMap { keys[$0] })
    let guesses = Set(members.compactMap { guessed[$0] })
    let locals = members.map { claims[$0].localKey }
    let candidates = preferred(certain, type: claims[members[0]].type) + guesses.sorted() + locals
    let names = certain.union(guesses).union(locals).sorted()
    return Cluster(
      key: candidates.first { !taken.contains(TextKey($0)) } ?? locals[0], keys: names,
      members: members.map { claims[$0] }, isRejected: names.contains(where: book.rejected.contains))
  }

  /// The cluster of a claim that has one key and is joined to no other; nil where that is another one's.
  private func alone(_ index: Int, _ taken: Set<TextKey>) -> Cluster? {
    let claim = claims[index]
    guard keys[index].count == 1, guessed[index] == nil, !taken.contains(TextKey(keys[index][0])) else { return nil }
    let names = KeySet.sorted(keys[index] + [claim.localKey])
    return Cluster(
      key: keys[index][0], keys: names, members: [claim],
      isRejected: !book.rejected.isEmpty && names.contains(where: book.rejected.contains))
  }

  /// Certain keys in the order in which they are taken for the node: a company's registered name, else name and place, so
  /// that a further document seldom changes the key.
  private func preferred(_ keys: Set<String>, type: String) -> [String] {
    let placed = keys.filter { $0.utf8.contains(UInt8(ascii: "@")) }.sorted()
    let bare = keys.subtracting(placed).sorted()
    return type == "Enterprise" ? bare + placed : placed + bare
  }
}
