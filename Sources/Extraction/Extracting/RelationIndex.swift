import GraphModel

/// What makes two relation assertions one, with a number in place of the properties.
struct RelationKey: Hashable {
  let from: Int
  let to: Int
  /// A number that type and properties have; others may have it too.
  let content: Int

  init(type: String, from: Int, to: Int, properties: [String: PropertyValue]) {
    self.from = from
    self.to = to
    var content = ByteHash.of(type)
    // A sum, since a dictionary has no order.
    for (name, value) in properties { content &+= ByteHash.of(name, value.text ?? "") }
    self.content = content
  }

  func hash(into hasher: inout Hasher) { hasher.combine(content &+ from << 32 &+ to) }
}

/// Finds relation assertions by their content.
struct RelationIndex {
  private var first: [RelationKey: Int] = [:]
  /// Further assertions of a key, where contents that differ have one number.
  private var others: [RelationKey: [Int]] = [:]

  /// Room for what a usual document says.
  init() { first.reserveCapacity(96) }

  /// The assertion of a key with this type and these properties; where there is none, the place that it is about to have is
  /// noted.
  mutating func find(
    _ key: RelationKey, type: String, properties: [String: PropertyValue], in relations: [RelationAssertion],
    orNote new: Int
  ) -> Int? {
    func isSame(_ index: Int) -> Bool { relations[index].type == type && relations[index].properties == properties }
    let index = Self.value(&first[key, default: new])
    guard index != new else { return nil }
    if isSame(index) { return index }
    if let other = others[key]?.first(where: isSame) { return other }
    others[key, default: []].append(new)
    return nil
  }

  /// What a place of a dictionary holds, once it is there.
  private static func value(_ place: inout Int) -> Int { place }
}
