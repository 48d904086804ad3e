import GraphModel

/// What identifies one entity.
struct Identity {
  var keys = KeySet()
  var covers = KeySet()
  var hint: String?
}

/// Turns a document's findings into claims.
struct ClaimReader {
  let index: FindingsIndex

  init(_ findings: Findings) { index = FindingsIndex(findings) }

  func claims() -> [EntityClaim] {
    let findings = index.findings
    // Bodies, zones and companies first: people are told apart by what they hold a post in.
    var identities = findings.entities.indices.map { entity in
      findings.entities[entity].type == "Person" ? Identity() : identity(of: entity)
    }
    for entity in findings.entities.indices where findings.entities[entity].type == "Person" {
      identities[entity] = PersonIdentity(index: index, others: identities).identity(of: entity)
    }
    return findings.entities.enumerated().map { position, entity in
      let identity = identities[position]
      return EntityClaim(
        id: ClaimID(document: findings.document, index: position), type: entity.type, name: entity.name,
        surfaces: entity.surfaces, properties: entity.properties, mentions: entity.mentions.count,
        sortedKeys: identity.keys.sorted, sortedCovers: identity.covers.sorted, hint: identity.hint)
    }
  }

  private func identity(of entity: Int) -> Identity {
    let assertion = index.findings.entities[entity]
    switch assertion.type {
    case "Region":
      guard let place = index.place(of: entity) else { return Identity() }
      return Identity(keys: ["Region:" + place])
    case "Organization", "Zone": return BodyIdentity(index: index).identity(of: entity)
    case "Enterprise": return EnterpriseIdentity(index: index).identity(of: entity)
    case "Meeting": return MeetingIdentity(index: index).identity(of: entity)
    case "Program": return ProgramIdentity(index: index).identity(of: entity)
    case "Project": return ProjectIdentity(index: index).identity(of: entity)
    default:
      let name = index.names[entity]
      return Identity(keys: name.isEmpty ? [] : [KeySet.key(assertion.type, ":", name.key)])
    }
  }
}
