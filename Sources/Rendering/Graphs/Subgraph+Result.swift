import GraphModel

extension Subgraph {
  /// The nodes, relationships and paths anywhere in a result; relationships whose ends the result does not hold are left out.
  public init(result: ResultTable, schema: GraphSchema) { self.init(result: result, schema: schema) { _ in nil } }

  /// The nodes, relationships and paths anywhere in a result, to be drawn or written; empty where a result has only values.
  ///
  /// A node's type is its first label that the schema knows, else its first label. A relationship that a query returns
  /// without its ends asks `lookUp` for them and is left out where that finds none; rethrows what `lookUp` throws.
  public init(
    result: ResultTable, schema: GraphSchema, lookUp: (NodeID) throws -> Node?
  ) rethrows {
    var parts = ResultParts()
    for row in result.rows { for value in row { parts.gather(value) } }
    var nodes = parts.nodes.mapValues { Node($0, schema: schema) }
    let relationships = parts.relationships.values.sorted { $0.id < $1.id }
    for relationship in relationships {
      for end in [relationship.source, relationship.target] where nodes[end] == nil {
        nodes[end] = try lookUp(end)
      }
    }
    let edges = relationships.filter { nodes[$0.source] != nil && nodes[$0.target] != nil }.map { relationship in
      Edge(
        id: relationship.id,
        key: relationship.properties["key"]?.text ?? "\(relationship.type):\(relationship.id.rawValue)",
        type: relationship.type, source: relationship.source, target: relationship.target,
        properties: relationship.properties.filter { $0.key != "key" })
    }
    self.init(nodes: Array(nodes.values), edges: edges)
  }
}

/// The graph parts of a result, each once.
private struct ResultParts {
  var nodes: [NodeID: ResultNode] = [:]
  var relationships: [EdgeID: ResultRelationship] = [:]

  mutating func gather(_ value: ResultValue) {
    switch value {
    case .null, .value: break
    case .node(let node): nodes[node.id] = node
    case .relationship(let relationship): relationships[relationship.id] = relationship
    case .path(let along, let between):
      for node in along { nodes[node.id] = node }
      for relationship in between { relationships[relationship.id] = relationship }
    case .list(let elements): for element in elements { gather(element) }
    case .map(let members): for member in members.values { gather(member) }
    }
  }
}

extension Node {
  fileprivate init(_ node: ResultNode, schema: GraphSchema) {
    let type = node.labels.first { schema.node($0) != nil } ?? node.labels.first ?? ""
    var aliases: [String] = []
    if case .list(let values)? = node.properties["aliases"] { aliases = values.compactMap(\.text) }
    self.init(
      id: node.id, key: node.properties["key"]?.text ?? "\(type):\(node.id.rawValue)", type: type,
      name: node.properties["name"]?.text ?? "\(type) \(node.id.rawValue)", aliases: aliases,
      properties: node.properties.filter { !["key", "name", "aliases"].contains($0.key) })
  }
}
