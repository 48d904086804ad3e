import GraphModel
import GraphStore

extension KnowledgeBase {
  /// How much there is.
  public func statistics() throws -> Statistics {
    try reading {
      let totals = try store.documentTotals()
      let imported = try store.importedFiles()
      return Statistics(
        documents: try store.documentCount() + imported.count, origins: try store.originCount() + imported.count,
        characters: imported.reduce(totals.characters) { $0 + $1.characters },
        nodes: try store.nodeCounts().map { Statistics.Count(type: $0.type, count: $0.count) },
        edges: try store.edgeCounts().map { Statistics.Count(type: $0.type, count: $0.count) },
        judgements: try store.judgements().count, bytes: try store.bytes(), earliest: totals.earliest,
        latest: totals.latest)
    }
  }

  /// The types of the graph with captions and looks, as the last ingest's plug-ins declared them.
  /// Types that were imported, and those that only persons' statements use, stand beside them, with `import` and
  /// `GraphSchema.stated` in the place of a plug-in.
  public func schema() throws -> GraphSchema {
    try reading {
      let statements = try store.judgements().flatMap { entry -> [GraphChange] in
        if case .statement(_, let changes) = entry.judgement.decision { changes } else { [] }
      }
      let known = try storedSchema().adding(try store.importedTypes())
      return statements.isEmpty ? known : known.adding(statements)
    }
  }

  func storedSchema() throws -> GraphSchema {
    guard let line = try store.meta("schema") else { return GraphSchema() }
    guard let value = try? JSONValue(parsing: line), let schema = GraphSchema(json: value) else {
      throw StoreError.damaged("the schema cannot be read")
    }
    return schema
  }
}
