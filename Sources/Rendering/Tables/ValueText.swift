import GraphModel

/// Values as people read them: a text as itself, graph parts in Cypher's notation.
enum ValueText {
  /// The text of a cell; nothing for null.
  static func cell(_ value: ResultValue) -> String {
    switch value {
    case .null: ""
    case .value(.string(let text)): text
    default: literal(value)
    }
  }

  /// The value inside another one: texts in quotes, null as a word.
  static func literal(_ value: ResultValue) -> String {
    switch value {
    case .null: "null"
    case .value(let value): literal(value)
    case .node(let node): self.node(node)
    case .relationship(let relationship): "[\(body(relationship))]"
    case .path(let nodes, let relationships): path(nodes, relationships)
    case .list(let elements): "[" + elements.map(literal).joined(separator: ", ") + "]"
    case .map(let members):
      "{" + members.sorted { $0.key < $1.key }.map { "\($0.key): \(literal($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  private static func literal(_ value: PropertyValue) -> String {
    switch value {
    case .string(let text): "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    case .list(let elements): "[" + elements.map { literal($0) }.joined(separator: ", ") + "]"
    default: scalar(value)
    }
  }

  /// A value that JSON writes as one word or as `{"$type":…,"value":…}`: its bare form.
  private static func scalar(_ value: PropertyValue) -> String {
    var writer = JSONStream()
    value.write(to: &writer)
    if writer.bytes.first == 0x7B, let tagged = try? JSONValue(parsing: writer.bytes), let text = tagged["value"]?.text
    {
      return text
    }
    return writer.text
  }

  private static func node(_ node: ResultNode) -> String {
    let labels = node.labels.map { ":" + $0 }.joined()
    let properties = self.properties(node.properties)
    return "(" + labels + (labels.isEmpty || properties.isEmpty ? "" : " ") + properties + ")"
  }

  private static func body(_ relationship: ResultRelationship) -> String {
    let properties = self.properties(relationship.properties)
    return ":" + relationship.type + (properties.isEmpty ? "" : " ") + properties
  }

  private static func properties(_ properties: [String: PropertyValue]) -> String {
    guard !properties.isEmpty else { return "" }
    return "{" + properties.sorted { $0.key < $1.key }.map { "\($0.key): \(literal($0.value))" }.joined(separator: ", ")
      + "}"
  }

  private static func path(_ nodes: [ResultNode], _ relationships: [ResultRelationship]) -> String {
    guard let first = nodes.first else { return "<>" }
    var text = node(first)
    for (step, relationship) in zip(nodes.dropFirst(), relationships).enumerated() {
      let backwards = relationship.0.id == relationship.1.source && relationship.1.source != relationship.1.target
      text += (backwards ? "<-" : "-") + "[\(body(relationship.1))]" + (backwards ? "-" : "->") + node(nodes[step + 1])
    }
    return text
  }
}
