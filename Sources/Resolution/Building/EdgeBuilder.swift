import GraphModel

/// Builds edges from the relations that documents claim.
struct EdgeBuilder {
  let type: EdgeType?
  let name: String

  /// `TYPE source -> target`, and what tells parallel edges apart in brackets.
  func key(from: String, to: String, properties: [String: PropertyValue]) -> String {
    EdgeKey.text(type: name, from: from, to: to, mark: mark(properties))
  }

  /// What tells an edge of these properties from parallel ones: ` [mark]`; empty where nothing does.
  func mark(_ properties: [String: PropertyValue]) -> String {
    guard let property = type?.distinguishedBy, let value = properties[property] else { return "" }
    let mark = value.text.map { IdentityText($0).key } ?? JSONValue(value).line
    return mark.isEmpty ? "" : " [\(mark)]"
  }

  /// Of each property the value that most relations give, then the first in order.
  func merged(_ forms: [(properties: [String: PropertyValue], claims: Int)]) -> [String: PropertyValue] {
    var result: [String: PropertyValue] = [:]
    for key in Set(forms.flatMap(\.properties.keys)) {
      var uses: [PropertyValue: Int] = [:]
      for form in forms { if let value = form.properties[key] { uses[value, default: 0] += form.claims } }
      let ranked = uses.map { (value: $0.key, count: $0.value, line: JSONValue($0.key).line) }
      result[key] = ranked.min { ($1.count, $0.line) < ($0.count, $1.line) }?.value
    }
    return result
  }
}
