import Cypher
import GraphModel
import GraphStore

/// What a statement of a person did.
public struct StatementOutcome: Sendable {
  /// What the query answered and changed.
  public var result: QueryResult
  /// The number by which it can be undone; nil where nothing differs from before.
  public var number: Int?
  /// Types of nodes and edges that nothing had before, sorted.
  public var newTypes: [String]
}

extension KnowledgeBase {
  /// Runs a query that may write, as a statement of a person.
  ///
  /// What it changes is kept beside the documents like a judgement: it stays through further ingests, is shown by `why`, and is
  /// undone as a whole. What documents say is never altered: a property that is set is a correction, a deletion a rejection.
  /// Done whole or not at all.
  /// - Parameter time: the moment, as ISO 8601 in UTC; of two statements about one property the later one holds.
  /// - Throws: `CypherError`, `KnowledgeBaseError`.
  public func state(
    _ query: String, parameters: [String: ResultValue] = [:], author: String, time: String, reason: String = "",
    limits: QueryLimits = QueryLimits()
  ) throws -> StatementOutcome {
    try translating {
      try store.write {
        let keys = StatedKeys(seed: "\(time)\u{1F}\(author)\u{1F}\(query)") { [store] in try? store.node($0)?.key }
        let graph = OverlayGraph(store.graph, identities: keys.identities)
        var engine = CypherEngine(graph: graph, procedures: procedures)
        engine.limits = limits
        let result = try engine.run(query, parameters: parameters)
        let changes = try StatementReader(graph: graph, store: store, keys: keys).changes()
        guard !changes.isEmpty else { return StatementOutcome(result: result, newTypes: []) }
        let before = try schema()
        let judgement = Judgement(
          decision: .statement(query: query, changes), author: author, time: time, reason: reason)
        let number = try store.add(judgement)
        try derive(judgement, number: number, isTakenBack: false)
        let types = Set(changes.compactMap(\.type)).filter { before.node($0) == nil && before.edge($0) == nil }
        return StatementOutcome(result: result, number: number, newTypes: types.sorted())
      }
    }
  }
}

/// Gives what a statement adds its stable keys: name and type as documents' nodes have them, and a mark of the statement.
final class StatedKeys {
  private let mark: String
  private let keyBelow: (NodeID) -> String?
  private var count = 0
  private(set) var nodes: [NodeID: (number: Int, key: String)] = [:]
  private(set) var edges: [EdgeID: (number: Int, key: String)] = [:]

  /// Keys of a statement; `keyBelow` knows those of the nodes that were there before.
  init(seed: String, keyBelow: @escaping (NodeID) -> String?) {
    var digest = SHA256()
    digest.update(Array(seed.utf8))
    mark = digest.hexadecimal(digits: 10)
    self.keyBelow = keyBelow
  }

  /// The key of a node, new or old.
  func key(_ node: NodeID) -> String? { nodes[node]?.key ?? keyBelow(node) }

  var identities: OverlayGraph.Identities {
    OverlayGraph.Identities(
      node: { [self] labels, properties in
        count += 1
        let key = "\(labels.first ?? ""):\(properties["name"]?.text ?? "")#\(mark).\(count)"
        let id = NodeID(key: key)
        nodes[id] = (count, key)
        return (id, properties.merging(["key": .string(key)]) { given, _ in given })
      },
      edge: { [self] type, from, to in
        count += 1
        let key = "\(type) \(key(from) ?? "") -> \(key(to) ?? "") #\(mark).\(count)"
        let id = EdgeID(key: key)
        edges[id] = (count, key)
        return id
      })
  }
}
