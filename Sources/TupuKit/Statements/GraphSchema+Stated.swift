import GraphModel

extension GraphSchema {
  /// What stands in the place of a plug-in for a type that only statements of persons use.
  public static let stated = "stated"

  /// The schema with the types that statements use beside those of its plug-ins.
  func adding(_ changes: [GraphChange]) -> GraphSchema {
    var nodes: [String: [String: PropertyDeclaration.Kind]] = [:]
    var edges: [String: (properties: [String: PropertyDeclaration.Kind], from: Set<String>, to: Set<String>)] = [:]
    for change in changes {
      switch change {
      case .addNode(_, let type, let properties) where node(type) == nil:
        nodes[type, default: [:]].merge(Self.kinds(properties)) { _, new in new }
      case .addEdge(_, let type, let from, let to, let properties) where edge(type) == nil:
        edges[type, default: ([:], [], [])].properties.merge(Self.kinds(properties)) { _, new in new }
        edges[type]?.from.insert(Self.type(ofKey: from))
        edges[type]?.to.insert(Self.type(ofKey: to))
      default: break
      }
    }
    func declarations(_ kinds: [String: PropertyDeclaration.Kind]) -> [PropertyDeclaration] {
      kinds.sorted { $0.key < $1.key }.map {
        PropertyDeclaration(name: $0.key, kind: $0.value, caption: Caption(chinese: $0.key, english: $0.key))
      }
    }
    return GraphSchema(
      nodes: self.nodes
        + nodes.map { type, kinds in
          NodeType(
            name: type, caption: Caption(chinese: type, english: type), look: Look(shape: "ellipse", color: "#e8e8e8"),
            properties: declarations(kinds), plugin: Self.stated)
        },
      edges: self.edges
        + edges.map { type, found in
          EdgeType(
            name: type, caption: Caption(chinese: type, english: type), look: Look(shape: "", color: "#7f7f7f"),
            sources: found.from.sorted(), targets: found.to.sorted(), properties: declarations(found.properties),
            plugin: Self.stated)
        })
  }

  /// Keys of nodes begin with the type.
  private static func type(ofKey key: String) -> String { String(key.prefix { $0 != ":" }) }

  private static func kinds(_ properties: [String: PropertyValue]) -> [String: PropertyDeclaration.Kind] {
    properties.filter { $0.key != "name" && $0.key != "aliases" }.mapValues { value in
      switch value {
      case .integer: .integer
      case .float: .float
      case .boolean: .boolean
      case .date: .date
      case .list: .strings
      default: .string
      }
    }
  }
}
