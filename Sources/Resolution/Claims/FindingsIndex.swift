import GraphModel

/// A document's findings with what its relations say about places.
struct FindingsIndex {
  let findings: Findings
  let prefix: PlacePrefix
  private var outgoing: [[Int]]
  /// The place key of each region (a division code, else name and parent); nil for other entities.
  private var places: [String?]
  /// The place key of the region that convened most of the document's meetings.
  private(set) var home: String?

  init(_ findings: Findings) {
    self.findings = findings
    outgoing = Array(repeating: [], count: findings.entities.count)
    places = Array(repeating: nil, count: findings.entities.count)
    prefix = PlacePrefix(
      regionNames: findings.entities.filter { $0.type == "Region" }.flatMap { [$0.name] + $0.surfaces })
    for (index, relation) in findings.relations.enumerated()
    where findings.entities.indices.contains(relation.from) && findings.entities.indices.contains(relation.to) {
      outgoing[relation.from].append(index)
    }
    for (index, entity) in findings.entities.enumerated() where entity.type == "Region" {
      places[index] = place(of: index, depth: 0)
    }
    home = convener()
    for (index, entity) in findings.entities.enumerated() where entity.type == "Region" {
      // A town named without its county is the home county's: thousands of towns share a name.
      guard let home, let place = places[index], place == IdentityText(entity.name).key, Self.isTown(entity.name) else {
        continue
      }
      places[index] = place + "@" + home
    }
  }

  /// The relations of a type that start from an entity.
  func relations(from entity: Int, type: String) -> [RelationAssertion] {
    outgoing[entity].map { findings.relations[$0] }.filter { $0.type == type }
  }

  /// The place key of a region.
  func place(of region: Int) -> String? { places[region] }

  /// The place keys of the nearest regions that an entity leads to by relations of some types, sorted.
  func regions(of entity: Int, by types: [String]) -> [String] {
    var seen: Set<Int> = [entity]
    var layer = [entity]
    while !layer.isEmpty {
      var next: [Int] = []
      var found: Set<String> = []
      for index in layer {
        for relation in outgoing[index].map({ findings.relations[$0] }) where types.contains(relation.type) {
          if let place = places[relation.to] {
            found.insert(place)
          } else if seen.insert(relation.to).inserted {
            next.append(relation.to)
          }
        }
      }
      if !found.isEmpty { return found.sorted() }
      layer = next
    }
    return []
  }

  private func place(of region: Int, depth: Int) -> String {
    let entity = findings.entities[region]
    switch entity.properties["code"] {
    case .string(let code) where !code.isEmpty: return IdentityText(code).key
    case .integer(let code): return String(code)
    default: break
    }
    let name = IdentityText(entity.name).key
    let parents = outgoing[region].map { findings.relations[$0] }
      .filter { $0.type == "PART_OF" && $0.to != region && findings.entities[$0.to].type == "Region" }.map(\.to)
    // Real hierarchies have five levels; a deeper one is a circle.
    guard depth < 6, !parents.isEmpty else { return name }
    return name + "@" + (parents.map { place(of: $0, depth: depth + 1) }.min() ?? "")
  }

  private func convener() -> String? {
    var votes: [String: Int] = [:]
    for relation in findings.relations where relation.type == "HELD_IN" {
      guard places.indices.contains(relation.to), let place = places[relation.to] else { continue }
      votes[place, default: 0] += 1
    }
    guard votes.count > 1 else { return votes.keys.first }
    // Where meetings of several regions are named, the home region is the one that the document is about.
    for relation in findings.relations where relation.type != "HELD_IN" {
      guard places.indices.contains(relation.to), let place = places[relation.to], votes[place] != nil else { continue }
      votes[place, default: 0] += 1
    }
    return votes.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  private static func isTown(_ name: String) -> Bool {
    ["镇", "乡", "街道", "村", "社区", "鎮", "鄉"].contains { name.hasSuffix($0) }
  }
}
