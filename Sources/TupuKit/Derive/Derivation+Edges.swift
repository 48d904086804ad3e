import GraphModel
import GraphStore
import Resolution

/// Edges: what the relations of documents make.
extension Derivation {
  /// Gives each relation of a document the edge that it makes by now.
  mutating func relate(_ number: Int) throws {
    let presence =
      try self.presence[number].map { PresenceRecord(profiles: $0, edges: []) }
      ?? store.presenceRecord(ofDocument: number)
    let list =
      try fresh[number].map { try RelationList(findings: $0.findings.array) } ?? store.relations(ofDocument: number)
    guard presence.profiles.count == list.entities else {
      throw StoreError.damaged("the derivation of document \(number) is incomplete")
    }
    let nodes = try presence.profiles.map { try node(ofProfile: $0) }
    var types: [Int?] = Array(repeating: nil, count: list.types.count)
    var numbers: [Int64] = []
    numbers.reserveCapacity(list.relations.count)
    for (index, relation) in list.relations.enumerated() {
      let before = presence.edges.indices.contains(index) ? presence.edges[index] : 0
      let place = Place(document: number, index: index, spans: relation.spans)
      var after: Int64 = 0
      if let from = nodes[relation.from], let to = nodes[relation.to], from != to {
        let type = try types[relation.type] ?? forms.type(list.types[relation.type], edges)
        types[relation.type] = type
        let properties = try properties(of: relation, in: list)
        let form = try form(type: type, from: from, to: to, properties: properties)
        after = forms.edges[form]
        if after != 0, after != before {
          edgeClaims.append(
            FormedClaim(edge: EdgeID(after), place: place, properties: properties, form: form, isRemoval: false))
        }
      }
      if before != 0, before != after {
        edgeClaims.append(
          FormedClaim(
            edge: EdgeID(before), place: place, properties: try properties(of: relation, in: list), form: nil,
            isRemoval: true))
      }
      numbers.append(after)
    }
    try graph.setPresence(PresenceRecord(profiles: presence.profiles, edges: numbers), ofDocument: number)
  }

  /// Where the properties of a relation stand in `forms`.
  mutating func properties(of relation: RelationList.Relation, in list: RelationList) throws -> Int {
    list.hasProperties(relation) ? try forms.properties(list.packed(relation), edges) : 0
  }

  /// Where the form of a relation stands in `forms`; the edge that it makes is found where the form is new.
  private mutating func form(type: Int, from: NodeID, to: NodeID, properties: Int) throws -> Int {
    let form = RelationForm(type: type, from: from, to: to, properties: properties)
    if let known = forms.index(of: form) { return known }
    let mark = forms.mark(form)
    let (from, to) = (try key(of: from), try key(of: to))
    let name = forms.types[type].name
    var edge = EdgeID(type: name, from: from, to: to, mark: mark).rawValue
    if !book.rejected.isEmpty, book.rejected.contains(EdgeKey.text(type: name, from: from, to: to, mark: mark)) {
      edge = 0
    }
    return forms.add(form, edge: edge)
  }

  /// Writes the gathered claims of edges, edge by edge as the file keeps them.
  mutating func writeEdges() throws {
    var claims = edgeClaims
    edgeClaims = []
    claims.sort { a, b in a.edge == b.edge ? a.place < b.place : a.edge < b.edge }
    var start = 0
    while start < claims.count {
      let edge = claims[start].edge
      var end = start
      var form: Int?
      while end < claims.count, claims[end].edge == edge {
        form = form ?? claims[end].form
        end += 1
      }
      guard var change = try form.map({ change(edge, $0) }) ?? edges.change(of: edge) else {
        throw StoreError.damaged("edge \(edge.rawValue) is not there")
      }
      change.added.reserveCapacity(end - start)
      for claim in claims[start..<end] {
        let said = EdgeClaim(place: claim.place, body: forms.bodies[claim.properties].body)
        if claim.isRemoval { change.removed.append(said) } else { change.added.append(said) }
      }
      try edges.apply(change)
      start = end
    }
  }

  private func change(_ edge: EdgeID, _ index: Int) -> EdgeChange {
    let form = forms.forms[index]
    return EdgeChange(
      edge, type: forms.types[form.type].token, source: form.from, target: form.to, mark: forms.mark(form))
  }
}
