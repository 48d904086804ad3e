import GraphModel

/// People are the same by name and a post in the same region, body or company; someone named without a post is the one
/// person of that name in the region whose meeting it was, if there is exactly one.
struct PersonIdentity {
  let index: FindingsIndex
  /// The identities of the document's other entities, by index.
  let others: [Identity]

  func identity(of entity: Int) -> Identity {
    let assertion = index.findings.entities[entity]
    let name = index.names[entity].key
    var names = KeySet()
    if !name.isEmpty { names.insert(name) }
    for surface in assertion.surfaces {
      let form = IdentityText(surface).key
      if !form.isEmpty { names.insert(form) }
    }
    var anchors = KeySet()
    var regions = KeySet()
    for number in index.relations(from: entity) where index.findings.relations[number].type == "HOLDS_POST" {
      let relation = index.findings.relations[number]
      let title = IdentityText(relation.properties["title"]?.text ?? "")
      if let place = index.place(of: relation.to) {
        anchors.insert(place)
        regions.insert(place)
        if let office = office(title, body: nil) { anchors.insert(KeySet.key(place, "/", office)) }
      } else {
        let body = index.findings.entities[relation.to]
        let keys = others[relation.to].keys
        for key in keys.sorted { anchors.insert(String(Substring(key.utf8.dropFirst(body.type.utf8.count + 1)))) }
        let places = index.regions(of: relation.to, by: ["PART_OF", "LOCATED_IN"])
        regions.formUnion(places)
        guard body.type == "Organization",
          let office = office(title, body: index.prefix.removed(from: index.names[relation.to]))
        else { continue }
        for place in places { anchors.insert(KeySet.key(place, "/", office)) }
      }
    }
    var identity = Identity()
    let (places, counties) = (anchors.sorted, regions.sorted)
    for name in names.sorted {
      for place in places { identity.keys.insert(KeySet.key("Person:", name, "@", place)) }
      for county in counties { identity.covers.insert(KeySet.key("Person:", name, "@", county)) }
    }
    if identity.keys.isEmpty, !name.isEmpty, let home = index.home { identity.hint = "Person:\(name)@\(home)" }
    return identity
  }

  /// A post in one spelling, whether the text sets the body in the title or before it: 县委宣传部 + 部长, 宣传部部长, 宣传部长
  /// → 宣传部长. Nil for titles that name no body.
  private func office(_ title: IdentityText, body: IdentityText?) -> String? {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity((body?.count ?? 0) + title.count)
    if let body { scalars += body.scalars }
    scalars += title.scalars
    if scalars.count > 3, Self.levels.contains(scalars[0]), scalars[1] == "委" {
      scalars.removeFirst(2)
    }
    // 部部长 → 部长, 局局长 → 局长.
    if scalars.count >= 3, scalars.last == "长", scalars[scalars.count - 2] == scalars[scalars.count - 3] {
      scalars.remove(at: scalars.count - 2)
    }
    return scalars.count < 3 ? nil : IdentityText(scalars: scalars).key
  }

  private static let levels: ScalarSet = "省市县区州盟旗镇乡"
}
