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
}

/// Finds relation assertions by their content.
struct RelationIndex {
  private var first: [RelationKey: Int] = [:]
  /// Further assertions of a key, where contents that differ have one number.
  private var others: [RelationKey: [Int]] = [:]

  /// The assertion of a key with this type and these properties.
  func find(
    _ key: RelationKey, type: String, properties: [String: PropertyValue], in relations: [RelationAssertion]
  ) -> Int? {
    func isSame(_ index: Int) -> Bool { relations[index].type == type && relations[index].properties == properties }
    guard let index = first[key] else { return nil }
    return isSame(index) ? index : others[key]?.first(where: isSame)
  }

  /// Notes where an assertion stands that `find` does not know.
  mutating func add(_ key: RelationKey, at index: Int) {
    if let known = first.updateValue(index, forKey: key) {
      first[key] = known
      others[key, default: []].append(index)
    }
  }
}
