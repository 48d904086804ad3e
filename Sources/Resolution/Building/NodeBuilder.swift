import GraphModel

/// Chooses the name and the properties of a node from its claims.
struct NodeBuilder {
  let cluster: Cluster
  let book: JudgementBook

  func node() -> Node {
    if cluster.members.count == 1, let node = plainNode(of: cluster.members[0]) { return node }
    let type = cluster.members.first?.type ?? ""
    let name = chosenName(type: type)
    var forms: Set<String> = []
    for claim in cluster.members { forms.formUnion([claim.name] + claim.surfaces) }
    var properties: [String: PropertyValue] = [:]
    for key in Set(cluster.members.flatMap(\.properties.keys)).sorted() { properties[key] = chosenValue(of: key) }
    properties = book.corrected(properties, keys: cluster.keys)
    var shown = name
    if case .string(let text)? = properties.removeValue(forKey: "name"), !text.isEmpty { shown = text }
    forms.insert(name)
    if let aliases = properties.removeValue(forKey: "aliases") {
      // Only a person says which other names a thing has; documents show them.
      forms = if case .list(let texts) = aliases { Set(texts.compactMap(\.text)) } else { [] }
    }
    forms.remove(shown)
    return Node(
      id: NodeID(key: cluster.key), key: cluster.key, type: type, name: shown, aliases: forms.sorted(),
      properties: properties)
  }

  /// The node of one claim that says all of it as it is; nil where there is something to choose or to correct.
  private func plainNode(of claim: EntityClaim) -> Node? {
    guard !book.hasCorrections, claim.properties["name"] == nil, claim.properties["aliases"] == nil,
      (claim.properties["inferred"] ?? true) == true,
      zip(claim.surfaces, claim.surfaces.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    return Node(
      id: NodeID(key: cluster.key), key: cluster.key, type: claim.type, name: claim.name,
      aliases: claim.surfaces.filter { $0 != claim.name }, properties: claim.properties)
  }

  /// People, regions and meetings go by the name that most documents use; companies, bodies and programs by their fullest
  /// one. Then the better known, the simplified, the first in order.
  private func chosenName(type: String) -> String {
    if cluster.members.count == 1 { return cluster.members[0].name }
    var uses: [String: (documents: Int, mentions: Int)] = [:]
    for claim in cluster.members {
      uses[claim.name, default: (0, 0)].documents += claim.weight
      uses[claim.name, default: (0, 0)].mentions += claim.mentions
    }
    let isByUse = Self.isNamedByUse(type)
    func rank(_ name: String) -> (Int, Int, Int, Int) {
      let use = uses[name] ?? (0, 0)
      let length = name.unicodeScalars.count
      let simplified = Folding.fold(name) == name ? 1 : 0
      return isByUse
        ? (use.documents, use.mentions, length, simplified) : (length, use.documents, use.mentions, simplified)
    }
    let ranked = uses.keys.map { (name: $0, rank: rank($0)) }
    return ranked.min { $0.rank != $1.rank ? $0.rank > $1.rank : $0.name < $1.name }?.name ?? ""
  }

  private static func isNamedByUse(_ type: String) -> Bool { ["Person", "Region", "Meeting"].contains(type) }

  /// Whether it hangs on the numbers of documents which of some distinct names is chosen.
  static func isWeighed(names: [String], type: String) -> Bool {
    guard names.count > 1 else { return false }
    let lengths = names.map(\.unicodeScalars.count)
    let longest = lengths.max()
    return isNamedByUse(type) || lengths.count { $0 == longest } > 1
  }

  /// The value that most claims give; of a date the most exact one; `inferred` only where every claim is inferred.
  private func chosenValue(of key: String) -> PropertyValue? {
    if key == "inferred" { return cluster.members.allSatisfy { $0.properties[key] == true } ? true : nil }
    if cluster.members.count == 1 { return cluster.members[0].properties[key] }
    var uses: [PropertyValue: Int] = [:]
    for claim in cluster.members {
      if let value = claim.properties[key] { uses[value, default: 0] += claim.weight }
    }
    func exactness(_ value: PropertyValue) -> Int {
      guard let text = value.text, let date = PartialDate(text) else { return 0 }
      return [date.year, date.month, date.day].count { $0 != nil }
    }
    let ranked = uses.map { (value: $0.key, rank: (exactness($0.key), $0.value), line: JSONValue($0.key).line) }
    return ranked.min { $0.rank != $1.rank ? $0.rank > $1.rank : $0.line < $1.line }?.value
  }
}
