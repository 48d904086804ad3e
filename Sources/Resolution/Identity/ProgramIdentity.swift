import GraphModel

/// Programs are the same by name wherever they are pursued; numbered ones (第三批…, “十四五”规划, “355”工程) only with the
/// region that pursues them, because every region counts its own.
struct ProgramIdentity {
  let index: FindingsIndex

  func identity(of entity: Int) -> Identity {
    let name = index.names[entity]
    var identity = Identity()
    for (form, suffix) in index.forms(of: entity) {
      if name.numbering.isEmpty, form.numbering.isEmpty {
        identity.keys.insert(KeySet.key("Program:", form.key))
      } else {
        for region in pursuers(of: entity) { identity.keys.insert("Program:\(form.key)\(suffix)@\(region)") }
      }
    }
    if identity.keys.isEmpty, !name.isEmpty, let home = index.home { identity.hint = "Program:\(name.key)@\(home)" }
    return identity
  }

  private func pursuers(of program: Int) -> [String] {
    var regions: Set<String> = []
    for relation in index.findings.relations where relation.type == "PURSUES" && relation.to == program {
      guard index.findings.entities.indices.contains(relation.from) else { continue }
      if let place = index.place(of: relation.from) {
        regions.insert(place)
      } else {
        regions.formUnion(index.regions(of: relation.from, by: ["PART_OF"]))
      }
    }
    return regions.sorted()
  }
}
