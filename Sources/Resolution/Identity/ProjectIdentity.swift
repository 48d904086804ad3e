import GraphModel

/// Projects are the same by name and the county they lie in.
struct ProjectIdentity {
  let index: FindingsIndex

  func identity(of entity: Int) -> Identity {
    let regions = index.regions(of: entity, by: ["LOCATED_IN", "PART_OF"]).map(county)
    var identity = Identity()
    for (form, suffix) in index.forms(of: entity) {
      for region in regions { identity.keys.insert("Project:\(form.key)\(suffix)@\(region)") }
    }
    if identity.keys.isEmpty, let home = index.home {
      let name = index.names[entity]
      if !name.isEmpty { identity.hint = "Project:\(name.key)@\(county(home))" }
    }
    return identity
  }
}

/// The county of a place: one document says the town, another one the county.
func county(_ place: String) -> String {
  place.utf8.count > 6 && place.utf8.allSatisfy { (48...57).contains($0) } ? String(place.prefix(6)) : place
}
