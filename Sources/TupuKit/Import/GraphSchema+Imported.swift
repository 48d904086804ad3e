import GraphModel

extension GraphSchema {
  /// What a store says of imported types.
  typealias ImportedTypes = (
    nodes: [(type: String, properties: [(name: String, kind: PropertyDeclaration.Kind)])],
    edges: [(
      type: String, source: String, target: String, properties: [(name: String, kind: PropertyDeclaration.Kind)]
    )]
  )

  /// The schema with types that were imported; what plug-ins declare of a type goes first.
  func adding(_ imported: ImportedTypes) -> GraphSchema {
    guard !imported.nodes.isEmpty else { return self }
    var nodes = self.nodes
    for (name, properties) in imported.nodes {
      let index = nodes.firstIndex { $0.name == name }
      var type =
        index.map { nodes[$0] }
        ?? NodeType(
          name: name, caption: Caption(chinese: name, english: name), look: Look(shape: "ellipse", color: "#d9d9d9"),
          plugin: "import")
      type.properties = Self.merge(type.properties, properties.filter { $0.name != "name" })
      if let index { nodes[index] = type } else { nodes.append(type) }
    }
    var edges = self.edges
    for (name, source, target, properties) in imported.edges {
      let index = edges.firstIndex { $0.name == name }
      var type =
        index.map { edges[$0] }
        ?? EdgeType(
          name: name, caption: Caption(chinese: name, english: name), look: Look(shape: "", color: "#7f7f7f"),
          sources: [], targets: [], plugin: "import")
      if !type.sources.contains(source) { type.sources = (type.sources + [source]).sorted() }
      if !type.targets.contains(target) { type.targets = (type.targets + [target]).sorted() }
      type.properties = Self.merge(type.properties, properties)
      if let index { edges[index] = type } else { edges.append(type) }
    }
    return GraphSchema(nodes: nodes, edges: edges)
  }

  private static func merge(
    _ declared: [PropertyDeclaration], _ found: [(name: String, kind: PropertyDeclaration.Kind)]
  ) -> [PropertyDeclaration] {
    declared
      + found.filter { property in !declared.contains { $0.name == property.name } }.map {
        PropertyDeclaration(name: $0.name, kind: $0.kind, caption: Caption(chinese: $0.name, english: $0.name))
      }
  }
}
