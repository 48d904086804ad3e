import GraphModel

/// `(n:Label {key: value})`
struct NodePattern: Equatable {
  var variable: Name?
  var labels: [String] = []
  var properties: Expression?
  var filter: Expression?
  var position: Int

  static func == (a: NodePattern, b: NodePattern) -> Bool {
    a.variable == b.variable && a.labels == b.labels && a.properties == b.properties && a.filter == b.filter
  }
}

/// `-[r:TYPE*1..3 {key: value}]->`
struct RelationshipPattern: Equatable {
  /// How many relationships in a row; nil bounds are open.
  struct Length: Equatable {
    var minimum: Int?
    var maximum: Int?
  }

  var variable: Name?
  var types: [String] = []
  var direction: Direction
  var length: Length?
  var properties: Expression?
  var filter: Expression?
  var position: Int

  static func == (a: RelationshipPattern, b: RelationshipPattern) -> Bool {
    a.variable == b.variable && a.types == b.types && a.direction == b.direction && a.length == b.length
      && a.properties == b.properties && a.filter == b.filter
  }
}

/// `p = (a)-[r]->(b)`: one node more than relationships.
struct PathPattern: Equatable {
  enum Kind: String, Equatable { case plain, shortest = "shortestPath", allShortest = "allShortestPaths" }

  var variable: Name?
  var kind = Kind.plain
  var nodes: [NodePattern]
  var relationships: [RelationshipPattern] = []
  var position: Int

  static func == (a: PathPattern, b: PathPattern) -> Bool {
    a.variable == b.variable && a.kind == b.kind && a.nodes == b.nodes && a.relationships == b.relationships
  }

  /// The expressions inside.
  var expressions: [Expression] {
    nodes.flatMap { [$0.properties, $0.filter].compactMap { $0 } }
      + relationships.flatMap { [$0.properties, $0.filter].compactMap { $0 } }
  }
}
