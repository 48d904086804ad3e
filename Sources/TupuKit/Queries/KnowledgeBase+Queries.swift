import Cypher
import GraphModel
import GraphStore

extension KnowledgeBase {
  /// An engine that asks this knowledge base; run it inside `reading`.
  public func engine(limits: QueryLimits = QueryLimits()) -> CypherEngine {
    var engine = CypherEngine(graph: graph, procedures: procedures, readOnly: true)
    engine.limits = limits
    return engine
  }

  /// The procedures that queries on a knowledge base can call: the engine's own, a search by its index, its documents, and
  /// the evidence of a node or a relationship.
  public var procedures: ProcedureRegistry {
    let registry = ProcedureRegistry { [unowned self] text, limit in
      let length = Double(max(1, text.unicodeScalars.count { !$0.properties.isWhitespace }))
      return try reading {
        try nameHits(of: text, limit: limit).map { ($0.id, min(1, length / Double(max(1, $0.shortest)))) }
      }
    }
    registry.add(
      "tupu.documents", arguments: [],
      results: [
        ("id", "STRING"), ("name", "STRING"), ("title", "STRING?"), ("published", "STRING?"), ("characters", "INTEGER"),
        ("entities", "INTEGER"), ("relations", "INTEGER"), ("origin", "STRING?"),
      ], summary: "The documents of the knowledge base.", example: "CALL tupu.documents()"
    ) { [unowned self] _ in
      try documents().map { entry in
        [
          .text(entry.id.description), .text(entry.name), .text(entry.metadata.title),
          .text(entry.metadata.published?.description), .count(entry.characters), .count(entry.entities),
          .count(entry.relations), .text(entry.origins.first),
        ]
      }
    }
    registry.add(
      "tupu.evidence", arguments: [("thing", "ANY"), ("limit", "INTEGER?")], required: 1,
      results: [
        ("document", "STRING?"), ("line", "INTEGER?"), ("quote", "STRING"), ("sentence", "STRING"), ("rule", "STRING"),
      ],
      summary: "The places of documents, and the statements of persons, that a node or relationship rests on.",
      example:
        "MATCH (n:Meeting) WITH n LIMIT 1 CALL tupu.evidence(n) YIELD document, sentence RETURN document, sentence"
    ) { [unowned self] arguments in
      var limit: Int?
      if arguments.count > 1, case .value(.integer(let number)) = arguments[1] { limit = Int(clamping: max(1, number)) }
      let list: EvidenceList
      switch arguments[0] {
      case .node(let node): list = try evidence(of: node.id, limit: limit)
      case .relationship(let edge): list = try evidence(of: edge.id, limit: limit)
      default: return []
      }
      let quotes = list.quotes.map { quote -> [ResultValue] in
        [
          .text(quote.name), .count(quote.line), .text(quote.quote), .text(quote.sentence),
          .text("\(quote.provenance.extractor)/\(quote.provenance.rule)"),
        ]
      }
      let statements = list.judgements.compactMap { entry -> [ResultValue]? in
        guard case .statement(let query, _) = entry.judgement.decision else { return nil }
        return [.null, .null, .text(query), .text(query), .text("\(entry.judgement.author) #\(entry.number)")]
      }
      return quotes + statements
    }
    return registry
  }
}

extension ResultValue {
  fileprivate static func text(_ text: String?) -> ResultValue { text.map { .value(.string($0)) } ?? .null }
  fileprivate static func count(_ number: Int) -> ResultValue { .value(.integer(Int64(number))) }
}
