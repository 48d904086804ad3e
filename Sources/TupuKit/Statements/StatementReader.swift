import Cypher
import GraphModel
import GraphStore

/// Reads from a graph that a statement changed what is to be kept of it, and refuses what the graph's laws forbid.
struct StatementReader {
  let graph: OverlayGraph
  let store: Store
  let keys: StatedKeys

  /// The changes: what is added in the order of its making, then what is set and removed, by key. Throws `CypherError`.
  func changes() throws -> [GraphChange] {
    try refuseImported()
    var changes: [GraphChange] = []
    for node in graph.addedNodes.sorted(by: { number($0.id) < number($1.id) }) {
      guard let key = keys.nodes[node.id]?.key else { continue }
      guard node.labels.count == 1 else { throw Self.oneLabel }
      guard node.properties["key"] == .string(key) else { throw Self.fixedKey }
      try check(name: node.properties["name"])
      if let aliases = node.properties["aliases"] { try check(aliases: aliases) }
      changes.append(
        .addNode(key: key, type: node.labels[0], properties: node.properties.filter { $0.key != "key" }))
    }
    for edge in graph.addedEdges.sorted(by: { number($0.id) < number($1.id) }) {
      guard let key = keys.edges[edge.id]?.key, let from = keys.key(edge.from), let to = keys.key(edge.to) else {
        continue
      }
      changes.append(.addEdge(key: key, type: edge.type, from: from, to: to, properties: edge.properties))
    }
    for id in graph.relabeledNodes
    where try graph.labels(of: id).map(graph.labelName) != store.node(id).map({ [$0.type] }) { throw Self.oneLabel }
    return changes + (try sets() + removals()).sorted { ($0.key, $0.property) < ($1.key, $1.property) }
  }

  /// What was imported says what its file says.
  private func refuseImported() throws {
    var nodes = graph.removedNodes + graph.relabeledNodes
    for edge in graph.addedEdges { nodes += [edge.from, edge.to] }
    for change in try graph.changedNodes() { nodes.append(change.id) }
    var edges = graph.removedEdges
    for change in try graph.changedEdges() { edges.append(change.id) }
    guard nodes.contains(where: { Store.isImported($0) }) || edges.contains(where: { Store.isImported($0) }) else {
      return
    }
    throw CypherError(
      .constraintVerificationFailed, .importedEntity, "An imported node or relationship cannot be changed by a query.",
      suggestion: "Change its file and import it again.")
  }

  private func sets() throws -> [GraphChange] {
    var changes: [GraphChange] = []
    for (id, properties) in try graph.changedNodes() {
      guard let node = try store.node(id) else { continue }
      for (property, value) in properties {
        switch property {
        case "key": throw Self.fixedKey
        case "name": try check(name: value)
        case "aliases": if let value { try check(aliases: value) }
        default: break
        }
        changes.append(.set(key: node.key, property: property, value: value))
      }
    }
    for (id, properties) in try graph.changedEdges() {
      guard let edge = try store.edge(id) else { continue }
      for (property, value) in properties { changes.append(.set(key: edge.key, property: property, value: value)) }
    }
    return changes
  }

  /// An edge goes with its node.
  private func removals() throws -> [GraphChange] {
    let gone = Set(graph.removedNodes)
    var changes = try gone.sorted().compactMap { try store.node($0).map { GraphChange.remove(key: $0.key) } }
    for id in graph.removedEdges {
      guard let edge = try store.edge(id), !gone.contains(edge.source), !gone.contains(edge.target) else { continue }
      changes.append(.remove(key: edge.key))
    }
    return changes
  }

  private func number(_ node: NodeID) -> Int { keys.nodes[node]?.number ?? 0 }
  private func number(_ edge: EdgeID) -> Int { keys.edges[edge]?.number ?? 0 }

  private func check(name: PropertyValue?) throws {
    guard let text = name?.text, text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw CypherError(
        .constraintVerificationFailed, .invalidName, "A node of a knowledge base has a name, and it is a text.",
        suggestion: "Give it one: {name: '…'}.")
    }
  }

  private func check(aliases: PropertyValue) throws {
    guard case .list(let items) = aliases, items.allSatisfy({ $0.text != nil }) else {
      throw CypherError(
        .constraintVerificationFailed, .invalidName, "The aliases of a node are a list of texts.")
    }
  }

  private static let oneLabel = CypherError(
    .constraintVerificationFailed, .invalidLabels, "A node of a knowledge base has exactly one label, which stays.",
    suggestion: "Keep what the label was to say in a property.")

  private static let fixedKey = CypherError(
    .constraintVerificationFailed, .fixedProperty, "The property “key” is the node's identity and stays.",
    suggestion: "SET n += {…} leaves the other properties as they are.")
}

extension GraphChange {
  /// The type of what is added.
  var type: String? {
    switch self {
    case .addNode(_, let type, _), .addEdge(_, let type, _, _, _): type
    case .set, .remove: nil
    }
  }

  fileprivate var property: String { if case .set(_, let property, _) = self { property } else { "" } }

  /// As JSON, members in a fixed order.
  public var json: JSONValue {
    func object(_ properties: [String: PropertyValue]) -> JSONValue {
      .object(properties.sorted { $0.key < $1.key }.map { .init($0.key, JSONValue($0.value)) })
    }
    switch self {
    case .addNode(let key, let type, let properties):
      return ["add": "node", "key": .string(key), "type": .string(type), "properties": object(properties)]
    case .addEdge(let key, let type, let from, let to, let properties):
      return [
        "add": "edge", "key": .string(key), "type": .string(type), "from": .string(from), "to": .string(to),
        "properties": object(properties),
      ]
    case .set(let key, let property, let value):
      return [
        "correct": .string(key), "property": .string(property), "value": value.map { JSONValue($0) } ?? .null,
      ]
    case .remove(let key): return ["reject": .string(key)]
    }
  }
}
