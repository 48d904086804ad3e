import GraphModel

extension CypherFunction {
  /// Functions of nodes, relationships, paths and maps.
  static let graphFunctions: [CypherFunction] = [
    .unary(
      "id", "entity :: Node | Relationship", [.node, .relationship], .integer,
      "The identity of a node or relationship.", example: "id(n) → 42"
    ) { value, _ in
      switch value {
      case .node(let id): return .integer(id.rawValue)
      case .relationship(let id): return .integer(id.rawValue)
      default: throw CypherError.wrongValue(value, wanted: "a node or relationship")
      }
    },
    .unary(
      "elementId", "entity :: Node | Relationship", [.node, .relationship], .string,
      "The identity of a node or relationship as text.", example: "elementId(n) → '42'"
    ) { value, _ in
      switch value {
      case .node(let id): return .string(String(id.rawValue))
      case .relationship(let id): return .string(String(id.rawValue))
      default: throw CypherError.wrongValue(value, wanted: "a node or relationship")
      }
    },
    .unary(
      "labels", "node :: Node", [.node], .list(of: .string), "The labels of a node, sorted.",
      example: "labels(n) → ['Person']"
    ) { value, frame in
      guard case .node(let id) = value else { throw CypherError.wrongValue(value, wanted: "a node") }
      try frame.checkAlive(id)
      return .list(try frame.graph.labels(of: id).map { .string(frame.graph.labelName($0)) })
    },
    .unary(
      "type", "relationship :: Relationship", [.relationship], .string, "The type of a relationship.",
      example: "type(r) → 'ATTENDS'"
    ) { value, frame in
      guard case .relationship(let id) = value else { throw CypherError.wrongValue(value, wanted: "a relationship") }
      return try frame.ends(of: id).map { .string(frame.graph.typeName($0.type)) } ?? .null
    },
    .unary(
      "startNode", "relationship :: Relationship", [.relationship], .node, "The node that a relationship starts from.",
      example: "startNode(r)"
    ) { value, frame in
      guard case .relationship(let id) = value else { throw CypherError.wrongValue(value, wanted: "a relationship") }
      return try frame.ends(of: id).map { .node($0.source) } ?? .null
    },
    .unary(
      "endNode", "relationship :: Relationship", [.relationship], .node, "The node that a relationship leads to.",
      example: "endNode(r)"
    ) { value, frame in
      guard case .relationship(let id) = value else { throw CypherError.wrongValue(value, wanted: "a relationship") }
      return try frame.ends(of: id).map { .node($0.target) } ?? .null
    },
    .unary(
      "properties", "entity :: Node | Relationship | Map", [.node, .relationship, .map], .map,
      "All properties as a map.", example: "properties(n) → {name: '张三'}"
    ) { value, frame in
      guard let map = try frame.properties(of: value) else {
        throw CypherError.wrongType(value, wanted: "a node, relationship or map")
      }
      return .map(map)
    },
    .unary(
      "keys", "entity :: Node | Relationship | Map", [.node, .relationship, .map], .list(of: .string),
      "The names of all properties, sorted.", example: "keys({a: 1, b: 2}) → ['a', 'b']"
    ) { value, frame in
      guard let map = try frame.properties(of: value) else {
        throw CypherError.wrongType(value, wanted: "a node, relationship or map")
      }
      return .list(map.keys.sorted().map { .string($0) })
    },
    .unary(
      "nodes", "path :: Path", [.path], .list(of: .node), "The nodes of a path.", example: "nodes(p)"
    ) { value, _ in
      guard case .path(let path) = value else { throw CypherError.wrongType(value, wanted: "a path") }
      return .list(path.nodes.map { .node($0) })
    },
    .unary(
      "relationships", "path :: Path", [.path], .list(of: .relationship), "The relationships of a path.",
      example: "relationships(p)"
    ) { value, _ in
      guard case .path(let path) = value else { throw CypherError.wrongType(value, wanted: "a path") }
      return .list(path.edges.map { .relationship($0) })
    },
    .unary(
      "length", "path :: Path", [.path], .integer, "The number of relationships of a path.", example: "length(p) → 2"
    ) { value, _ in
      guard case .path(let path) = value else { throw CypherError.wrongType(value, wanted: "a path") }
      return .integer(Int64(path.edges.count))
    },
    .unary(
      "degree", "node :: Node", [.node], .integer, "The number of relationships at a node; a loop counts once.",
      example: "degree(n) → 7"
    ) { value, frame in
      guard case .node(let id) = value else { throw CypherError.wrongType(value, wanted: "a node") }
      return .integer(Int64(try frame.graph.degree(id, .both, types: nil)))
    },
    CypherFunction(
      "exists", "value :: Any", [.any], .boolean, "Whether a property is there.", example: "exists(n.name) → true"
    ) { arguments, _ in .boolean(!arguments[0].isNull) },
  ]
}
