import GraphModel

extension GraphSchema {
  /// The schema as a JSON object, members in a fixed order.
  public var json: JSONValue {
    [
      "nodes": .array(nodes.map(\.json)), "edges": .array(edges.map(\.json)),
    ]
  }

  /// Reads the form of `json` back; nil where something is missing.
  init?(json: JSONValue) {
    guard let nodes = json["nodes"]?.items?.map(NodeType.init(json:)),
      let edges = json["edges"]?.items?.map(EdgeType.init(json:)), !nodes.contains(nil), !edges.contains(nil)
    else { return nil }
    self.init(nodes: nodes.compactMap { $0 }, edges: edges.compactMap { $0 })
  }
}

extension NodeType {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "caption": caption.json, "look": look.json,
      "properties": .array(properties.map(\.json)), "plugin": .string(plugin),
    ]
  }

  fileprivate init?(json: JSONValue) {
    guard let name = json["name"]?.text, let caption = json["caption"].flatMap(Caption.init(json:)),
      let look = json["look"].flatMap(Look.init(json:)), let plugin = json["plugin"]?.text
    else { return nil }
    self.init(
      name: name, caption: caption, look: look, properties: PropertyDeclaration.list(json["properties"]),
      plugin: plugin)
  }
}

extension EdgeType {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "caption": caption.json, "look": look.json,
      "sources": .array(sources.map(JSONValue.string)), "targets": .array(targets.map(JSONValue.string)),
      "distinguishedBy": distinguishedBy.map(JSONValue.string) ?? .null,
      "properties": .array(properties.map(\.json)), "plugin": .string(plugin),
    ]
  }

  fileprivate init?(json: JSONValue) {
    guard let name = json["name"]?.text, let caption = json["caption"].flatMap(Caption.init(json:)),
      let look = json["look"].flatMap(Look.init(json:)), let plugin = json["plugin"]?.text
    else { return nil }
    self.init(
      name: name, caption: caption, look: look, sources: json["sources"]?.items?.compactMap(\.text) ?? [],
      targets: json["targets"]?.items?.compactMap(\.text) ?? [], distinguishedBy: json["distinguishedBy"]?.text,
      properties: PropertyDeclaration.list(json["properties"]), plugin: plugin)
  }
}

extension PropertyDeclaration {
  fileprivate var json: JSONValue { ["name": .string(name), "kind": .string(kind.rawValue), "caption": caption.json] }

  fileprivate static func list(_ json: JSONValue?) -> [PropertyDeclaration] {
    (json?.items ?? []).compactMap { item in
      guard let name = item["name"]?.text, let kind = item["kind"]?.text.flatMap(Kind.init(rawValue:)),
        let caption = item["caption"].flatMap(Caption.init(json:))
      else { return nil }
      return PropertyDeclaration(name: name, kind: kind, caption: caption)
    }
  }
}

extension Caption {
  fileprivate var json: JSONValue { ["zh": .string(chinese), "en": .string(english)] }

  fileprivate init?(json: JSONValue) {
    guard let chinese = json["zh"]?.text, let english = json["en"]?.text else { return nil }
    self.init(chinese: chinese, english: english)
  }
}

extension Look {
  fileprivate var json: JSONValue { ["shape": .string(shape), "color": .string(color)] }

  fileprivate init?(json: JSONValue) {
    guard let shape = json["shape"]?.text, let color = json["color"]?.text else { return nil }
    self.init(shape: shape, color: color)
  }
}
