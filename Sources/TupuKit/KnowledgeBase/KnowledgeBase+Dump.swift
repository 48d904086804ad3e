import GraphModel
import GraphStore

extension KnowledgeBase {
  /// Writes the whole content in a canonical form, one JSON object a line: the schema, documents by identity, nodes and
  /// edges by key with their evidence, judgements; nothing that depends on history, paths or time of ingestion.
  ///
  /// Evidence is `[start, end, extractor, rule, confidence]` by document; `write` gets whole lines without their ends.
  public func dump(to write: (String) throws -> Void) throws { try dump(imports: true, to: write) }

  func dump(imports: Bool, to write: (String) throws -> Void) throws {
    try reading {
      try write(
        JSONValue.object([.init("kind", .string("schema")), .init("schema", try storedSchema().json)]).line)
      var documents: [Int: DocumentID] = [:]
      try store.scanDocuments { document in
        documents[document.number] = document.id
        try write(try line(document))
        return true
      }
      var supports = SupportCache(store: store)
      try store.scanNodesByKey { node in
        let evidence = try supports.evidence(try store.places(of: node.id), documents) { try $0.entity($1) }
        try write(line(node, evidence))
        return true
      }
      try store.scanEdgesByKey { edge in
        let evidence = try supports.evidence(try store.places(of: edge.id), documents) { try $0.relation($1) }
        try write(try line(edge, evidence))
        return true
      }
      if imports { try dumpImports(to: write) }
      // Without the numbers that their order of arrival gave them.
      for line in try store.judgements().map({ line($0.judgement) }).sorted() { try write(line) }
    }
  }

  /// Imported files, nodes and edges in the order that their content gives them; evidence is the line.
  private func dumpImports(to write: (String) throws -> Void) throws {
    for file in try store.importedFiles() {
      try write(
        JSONValue.object([
          .init("kind", .string("import")), .init("id", .string(file.id.description)),
          .init("media", .string(file.media.rawValue)), .init("characters", .integer(Int64(file.characters))),
          .init("nodes", .integer(Int64(file.nodes))), .init("edges", .integer(Int64(file.edges))),
        ]).line)
    }
    func evidence(_ place: ImportedPlace?) -> JSONValue {
      place.map { .object([.init($0.file.id.description, .array([.integer(Int64($0.line))]))]) } ?? .object([])
    }
    try store.scanImportedNodes { node in
      try write(line(node, evidence(try store.importedPlace(of: node.id))))
      return true
    }
    try store.scanImportedEdges { edge in
      try write(try line(edge, evidence(try store.importedPlace(of: edge.id))))
      return true
    }
  }

  private func line(_ document: StoredDocument) throws -> String {
    var members: [JSONValue.Member] = [
      .init("kind", .string("document")), .init("id", .string(document.id.description)),
      .init("media", .string(document.media.rawValue)), .init("characters", .integer(Int64(document.characters))),
    ]
    members += document.metadata.members
    var digest = SHA256()
    digest.update(Array(try store.source(ofDocument: document.number).description.utf8))
    members += [
      .init("text", .string(digest.hexadecimal(digits: 16))), .init("entities", .integer(Int64(document.entities))),
      .init("relations", .integer(Int64(document.relations))),
    ]
    return JSONValue.object(members).line
  }

  private func line(_ node: Node, _ evidence: JSONValue) -> String {
    JSONValue.object([
      .init("kind", .string("node")), .init("key", .string(node.key)), .init("type", .string(node.type)),
      .init("name", .string(node.name)), .init("aliases", .array(node.aliases.map(JSONValue.string))),
      .init("properties", json(node.properties)), .init("evidence", evidence),
    ]).line
  }

  private func line(_ edge: Edge, _ evidence: JSONValue) throws -> String {
    guard let source = try store.key(of: edge.source), let target = try store.key(of: edge.target) else {
      throw StoreError.damaged("an end of edge \(edge.key) is missing")
    }
    return JSONValue.object([
      .init("kind", .string("edge")), .init("key", .string(edge.key)), .init("type", .string(edge.type)),
      .init("from", .string(source)), .init("to", .string(target)),
      .init("properties", json(edge.properties)), .init("evidence", evidence),
    ]).line
  }

  private func line(_ judgement: Judgement) -> String {
    var members: [JSONValue.Member] = [
      .init("kind", .string("judgement")), .init("time", .string(judgement.time)),
    ]
    switch judgement.decision {
    case .same(let a, let b):
      members += [.init("same", .array([.string(a), .string(b)]))]
    case .notSame(let a, let b):
      members += [.init("notSame", .array([.string(a), .string(b)]))]
    case .reject(let key):
      members += [.init("reject", .string(key))]
    case .correct(let key, let property, let value):
      members += [
        .init("correct", .string(key)), .init("property", .string(property)),
        .init("value", value.map { JSONValue($0) } ?? .null),
      ]
    case .statement(let query, let changes):
      members += [.init("statement", .string(query)), .init("changes", .array(changes.map(\.json)))]
    }
    members += [.init("author", .string(judgement.author)), .init("reason", .string(judgement.reason))]
    return JSONValue.object(members).line
  }

  private func json(_ properties: [String: PropertyValue]) -> JSONValue {
    .object(properties.sorted { $0.key < $1.key }.map { .init($0.key, JSONValue($0.value)) })
  }
}

/// What the findings of some documents rest on, so that many nodes of few documents do not read them again and again.
private struct SupportCache {
  let store: Store
  private var held: [Int: SupportList] = [:]

  /// So many documents' findings are held at once.
  private static let capacity = 8192

  init(store: Store) { self.store = store }

  mutating func evidence(
    _ places: [Place], _ documents: [Int: DocumentID],
    _ support: (SupportList, Int) throws -> SupportList.Support?
  ) throws -> JSONValue {
    var byDocument: [(id: DocumentID, items: [JSONValue])] = []
    for (number, places) in Dictionary(grouping: places, by: \.document) where number != Place.statements {
      guard let id = documents[number] else { throw StoreError.damaged("evidence leads to a document that is gone") }
      let list = try list(of: number)
      var rows: [(span: Span, provenance: Provenance, confidence: Double)] = []
      for place in places {
        guard let (spans, provenance, confidence) = try support(list, place.index) else {
          throw StoreError.damaged("evidence leads to a claim that is gone")
        }
        rows += spans.map { ($0, provenance, confidence) }
      }
      rows.sort {
        ($0.span, $0.provenance.extractor, $0.provenance.rule, $0.confidence)
          < ($1.span, $1.provenance.extractor, $1.provenance.rule, $1.confidence)
      }
      let items = rows.map { row -> JSONValue in
        [
          .integer(Int64(row.span.start)), .integer(Int64(row.span.end)),
          .string("\(row.provenance.extractor)@\(row.provenance.version)"), .string(row.provenance.rule),
          .number(row.confidence),
        ]
      }
      byDocument.append((id, items))
    }
    return .object(
      byDocument.sorted { $0.id < $1.id }.map { .init($0.id.description, .array($0.items)) })
  }

  private mutating func list(of number: Int) throws -> SupportList {
    if let known = held[number] { return known }
    if held.count >= Self.capacity { held = [:] }
    let list = try store.supports(ofDocument: number)
    held[number] = list
    return list
  }
}
