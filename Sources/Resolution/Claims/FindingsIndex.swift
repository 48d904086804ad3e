import GraphModel

/// A document's findings with what its relations say about places.
struct FindingsIndex {
  let findings: Findings
  let prefix: PlacePrefix
  /// The names of the entities, reduced to what identifies.
  let names: [IdentityText]
  /// The relations by the entity they start from: those of entity *i* stand from `starts[i]` to `starts[i + 1]` in `order`.
  private let starts: [Int]
  private let order: [Int]
  /// The place key of each region (a division code, else name and parent); nil for other entities.
  private var places: [String?]
  /// The place key of the region that convened most of the document's meetings.
  private(set) var home: String?

  init(_ findings: Findings) {
    self.findings = findings
    names = findings.entities.map { IdentityText($0.name) }
    places = Array(repeating: nil, count: findings.entities.count)
    prefix = PlacePrefix(
      regionNames: findings.entities.filter { $0.type == "Region" }.flatMap { [$0.name] + $0.surfaces })
    let entities = findings.entities.indices
    func isWhole(_ relation: RelationAssertion) -> Bool {
      entities.contains(relation.from) && entities.contains(relation.to)
    }
    var starts = [Int](repeating: 0, count: findings.entities.count + 2)
    for relation in findings.relations where isWhole(relation) { starts[relation.from + 2] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var order = [Int](repeating: 0, count: starts[starts.count - 1])
    for (index, relation) in findings.relations.enumerated() where isWhole(relation) {
      order[starts[relation.from + 1]] = index
      starts[relation.from + 1] += 1
    }
    self.starts = starts
    self.order = order
    for (index, entity) in findings.entities.enumerated() where entity.type == "Region" {
      places[index] = place(of: index, depth: 0)
    }
    home = convener()
    for (index, entity) in findings.entities.enumerated() where entity.type == "Region" {
      // A town named without its county is the home county's: thousands of towns share a name.
      guard let home, let place = places[index], place == names[index].key, Self.isTown(entity.name) else {
        continue
      }
      places[index] = place + "@" + home
    }
  }

  /// Indices of the relations that start from an entity.
  func relations(from entity: Int) -> ArraySlice<Int> { order[starts[entity]..<starts[entity + 1]] }

  /// The place key of a region.
  func place(of region: Int) -> String? { places[region] }

  /// The place keys of the nearest regions that an entity leads to by relations of some types, sorted.
  func regions(of entity: Int, by types: [String]) -> [String] {
    guard !relations(from: entity).isEmpty else { return [] }
    var seen: Set<Int> = [entity]
    var layer = [entity]
    while !layer.isEmpty {
      var next: [Int] = []
      var found: Set<String> = []
      for index in layer {
        for relation in relations(from: index) where types.contains(findings.relations[relation].type) {
          let to = findings.relations[relation].to
          if let place = places[to] {
            found.insert(place)
          } else if seen.insert(to).inserted {
            next.append(to)
          }
        }
      }
      if !found.isEmpty { return found.count == 1 ? Array(found) : found.sorted() }
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
    let name = names[region].key
    let parents = relations(from: region).compactMap { index -> Int? in
      let to = findings.relations[index].to
      let isParent =
        findings.relations[index].type == "PART_OF" && to != region && findings.entities[to].type == "Region"
      return isParent ? to : nil
    }
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
