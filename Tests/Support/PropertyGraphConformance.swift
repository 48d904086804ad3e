import GraphModel

/// What every `PropertyGraph` must do, checked on one small graph that the implementation under test was filled with.
public enum PropertyGraphConformance {
  /// The nodes to fill a graph with.
  public static let nodes: [Node] = [
    node("Person:甲", "甲", ["age": 40, "score": 1.5]),
    node("Person:乙", "乙", ["age": 40, "tags": .list(["x", "y"])]),
    node("Region:330182", "建德市", ["level": "county"]),
    node("Meeting:1", "座谈会", ["open": true, "date": "2021-03-04"]),
    Node(id: NodeID(key: "Person:丙"), key: "Person:丙", type: "Person", name: "丙", aliases: ["丙某"]),
  ]

  /// The edges to fill a graph with: parallel edges, a loop, and both ways between one pair.
  public static let edges: [Edge] = [
    edge("KNOWS", "Person:甲", "Person:乙", ["since": 2019]),
    edge("KNOWS", "Person:乙", "Person:甲"),
    edge("KNOWS", "Person:甲", "Person:甲"),
    edge("ATTENDS", "Person:甲", "Meeting:1", ["role": "host"]),
    edge("ATTENDS", "Person:甲", "Meeting:1", ["role": "speaker"]),
    edge("ATTENDS", "Person:乙", "Meeting:1"),
    edge("LOCATED_IN", "Meeting:1", "Region:330182"),
  ]

  private static func node(_ key: String, _ name: String, _ properties: [String: PropertyValue]) -> Node {
    Node(
      id: NodeID(key: key), key: key, type: String(key.prefix { $0 != ":" }), name: name, properties: properties)
  }

  private static func edge(
    _ type: String, _ from: String, _ to: String, _ properties: [String: PropertyValue] = [:]
  ) -> Edge {
    let tail = properties.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    let key = "\(type):\(from)>\(to)#\(tail)"
    return Edge(
      id: EdgeID(key: key), key: key, type: type, source: NodeID(key: from), target: NodeID(key: to),
      properties: properties)
  }

  /// Reads everything through every method; what differs from `nodes` and `edges`, in words. Empty where the graph conforms.
  public static func violations(_ graph: any PropertyGraph) throws -> [String] {
    var checker = Checker(graph: graph)
    try checker.checkNames()
    try checker.checkNodes()
    try checker.checkEdges()
    try checker.checkExpansion()
    try checker.checkIndex()
    return checker.found
  }
}

private struct Checker {
  let graph: any PropertyGraph
  var found: [String] = []
  let nodes = PropertyGraphConformance.nodes.sorted { $0.id < $1.id }
  let edges = PropertyGraphConformance.edges.sorted { $0.id < $1.id }

  init(graph: any PropertyGraph) { self.graph = graph }

  mutating func expect<T: Equatable>(_ got: T, _ wanted: T, _ what: String) {
    if got != wanted { found.append("\(what): got \(got), wanted \(wanted)") }
  }

  mutating func checkNames() throws {
    expect(try graph.labelNames(), Set(nodes.map(\.type)).sorted(), "labelNames")
    expect(try graph.typeNames(), Set(edges.map(\.type)).sorted(), "typeNames")
    for name in try graph.labelNames() { expect(graph.labelToken(name).map(graph.labelName), name, "label token") }
    for name in try graph.typeNames() { expect(graph.typeToken(name).map(graph.typeName), name, "type token") }
    for name in try graph.keyNames() { expect(graph.keyToken(name).map(graph.keyName), name, "key token") }
    let keys = Set(nodes.flatMap { $0.graphProperties.keys } + edges.flatMap { $0.properties.keys })
    for key in keys.sorted() where graph.keyToken(key) == nil { found.append("no token for the property \(key)") }
    expect(graph.labelToken("没有") == nil, true, "token of a label that nothing has")
    expect(graph.typeToken("没有") == nil, true, "token of a type that nothing has")
    expect(graph.keyToken("没有") == nil, true, "token of a property that nothing has")
  }

  mutating func checkNodes() throws {
    for label in [nil] + Set(nodes.map(\.type)).sorted() {
      let wanted = nodes.filter { label == nil || $0.type == label }.map(\.id)
      let token = label.flatMap(graph.labelToken)
      expect(try graph.nodeCount(label: token), wanted.count, "nodeCount \(label ?? "")")
      var seen: [NodeID] = []
      try graph.scanNodes(label: token) {
        seen.append($0)
        return true
      }
      expect(seen, wanted, "scanNodes \(label ?? "")")
      var first: [NodeID] = []
      try graph.scanNodes(label: token) {
        first.append($0)
        return false
      }
      expect(first, Array(wanted.prefix(1)), "scanNodes stops")
    }
    for node in nodes {
      expect(try graph.contains(node.id), true, "contains")
      expect(try graph.labels(of: node.id).map(graph.labelName), [node.type], "labels")
      if let token = graph.labelToken("Person") {
        expect(try graph.has(label: token, node.id), node.type == "Person", "has label")
      }
      let wanted = node.graphProperties.sorted { $0.key < $1.key }
      let all = try graph.properties(of: node.id)
      expect(all.map { graph.keyName($0.key) }, wanted.map(\.key), "property names of \(node.key)")
      expect(all.map(\.value), wanted.map(\.value), "properties of \(node.key)")
      for (name, value) in wanted {
        guard let token = graph.keyToken(name) else { continue }
        expect(try graph.property(token, of: node.id), value, "property \(name) of \(node.key)")
      }
      if let token = graph.keyToken("since") {
        expect(try graph.property(token, of: node.id) == nil, true, "property that a node lacks")
      }
    }
    let nobody = NodeID(key: "nobody")
    expect(try graph.contains(nobody), false, "contains a node that is not there")
    expect(try graph.labels(of: nobody), [], "labels of a node that is not there")
    expect(try graph.properties(of: nobody).count, 0, "properties of a node that is not there")
    expect(try graph.degree(nobody, .both, types: nil), 0, "degree of a node that is not there")
  }

  mutating func checkEdges() throws {
    for type in [nil] + Set(edges.map(\.type)).sorted() {
      let wanted = edges.filter { type == nil || $0.type == type }
      let token = type.flatMap(graph.typeToken)
      expect(try graph.edgeCount(type: token), wanted.count, "edgeCount \(type ?? "")")
      var seen: [EdgeID] = []
      var ends: [[NodeID]] = []
      try graph.scanEdges(type: token) { edge, source, target in
        seen.append(edge)
        ends.append([source, target])
        return true
      }
      expect(seen, wanted.map(\.id), "scanEdges \(type ?? "")")
      expect(ends, wanted.map { [$0.source, $0.target] }, "ends in scanEdges \(type ?? "")")
    }
    for edge in edges {
      let ends = try graph.ends(of: edge.id)
      expect(ends.map { graph.typeName($0.type) }, edge.type, "type of \(edge.key)")
      expect(ends?.source, edge.source, "source of \(edge.key)")
      expect(ends?.target, edge.target, "target of \(edge.key)")
      let wanted = edge.properties.sorted { $0.key < $1.key }
      let all = try graph.properties(of: edge.id)
      expect(all.map { graph.keyName($0.key) }, wanted.map(\.key), "property names of \(edge.key)")
      expect(all.map(\.value), wanted.map(\.value), "properties of \(edge.key)")
      for (name, value) in wanted {
        guard let token = graph.keyToken(name) else { continue }
        expect(try graph.property(token, of: edge.id), value, "property \(name) of \(edge.key)")
      }
    }
    expect(try graph.ends(of: EdgeID(key: "nothing")) == nil, true, "ends of an edge that is not there")
  }

  mutating func checkExpansion() throws {
    let selections: [[String]?] = [nil, ["KNOWS"], ["ATTENDS", "LOCATED_IN"], []]
    for node in nodes {
      for direction in [Direction.outgoing, .incoming, .both] {
        for names in selections {
          let wanted = edges.filter { edge in
            (names?.contains(edge.type) ?? true)
              && (direction != .incoming && edge.source == node.id || direction != .outgoing && edge.target == node.id)
          }
          let tokens = names?.compactMap(graph.typeToken)
          let what = "\(direction) \(names ?? ["*"]) from \(node.key)"
          var seen: [EdgeID] = []
          var others: [NodeID] = []
          var types: [String] = []
          try graph.expand(node.id, direction, types: tokens) { edge, type, neighbor in
            seen.append(edge)
            types.append(graph.typeName(type))
            others.append(neighbor)
            return true
          }
          expect(seen, wanted.map(\.id), "expand \(what)")
          expect(types, wanted.map(\.type), "types of expand \(what)")
          expect(others, wanted.map { $0.source == node.id ? $0.target : $0.source }, "neighbours of \(what)")
          expect(try graph.degree(node.id, direction, types: tokens), wanted.count, "degree \(what)")
        }
      }
    }
  }

  mutating func checkIndex() throws {
    for (key, value) in [("name", PropertyValue.string("甲")), ("age", 40), ("age", 40.0), ("level", "没有")] {
      for label in [nil, "Person"] {
        guard let token = graph.keyToken(key) else { continue }
        let labelToken = label.flatMap(graph.labelToken)
        guard let answer = try graph.nodes(label: labelToken, key: token, equal: value) else { continue }
        let wanted = nodes.filter { (label == nil || $0.type == label) && $0.graphProperties[key] == value }
        expect(answer, wanted.map(\.id), "nodes with \(key) = \(value)")
      }
    }
  }
}
