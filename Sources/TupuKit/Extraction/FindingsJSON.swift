import GraphModel

extension Findings {
  /// The form that other programs read: `document`, `entities`, `relations`; each entity with `mentions`, each relation
  /// with `evidence`, as `[{"start", "end", "quote"}]` in Unicode scalars of the source's decoded text.
  ///
  /// Properties stand beside the fixed members under their own names (`date`, `code`, `title`, `inferred` …).
  /// - Returns: one line of JSON, without its end.
  public func line(of document: Document) -> String {
    var stream = JSONStream()
    stream.beginObject()
    stream.member("document", document.name)
    stream.member("id", document.id.description)
    for member in document.metadata.members {
      stream.key(member.key)
      stream.value(member.value)
    }
    stream.key("entities")
    stream.beginArray()
    for (index, entity) in entities.enumerated() { write(entity, "e\(index + 1)", of: document, &stream) }
    stream.endArray()
    stream.key("relations")
    stream.beginArray()
    for relation in relations { write(relation, of: document, &stream) }
    stream.endArray()
    stream.endObject()
    return stream.text
  }

  /// The same as a value.
  public func json(of document: Document) -> JSONValue {
    // What was written is well-formed.
    (try? JSONValue(parsing: line(of: document))) ?? .null
  }

  private static let fixedOfEntity: Set = [
    "id", "type", "name", "surfaces", "confidence", "extractor", "rule", "mentions",
  ]
  private static let fixedOfRelation: Set = ["type", "from", "to", "confidence", "extractor", "rule", "evidence"]

  private func write(_ entity: EntityAssertion, _ id: String, of document: Document, _ stream: inout JSONStream) {
    stream.beginObject()
    stream.member("id", id)
    stream.member("type", entity.type)
    stream.member("name", entity.name)
    stream.key("surfaces")
    stream.beginArray()
    for surface in entity.surfaces { stream.string(surface) }
    stream.endArray()
    write(entity.properties, except: Self.fixedOfEntity, &stream)
    write(entity.provenance, entity.confidence, &stream)
    write(entity.mentions, as: "mentions", of: document, &stream)
    stream.endObject()
  }

  private func write(_ relation: RelationAssertion, of document: Document, _ stream: inout JSONStream) {
    stream.beginObject()
    stream.member("type", relation.type)
    stream.member("from", "e\(relation.from + 1)")
    stream.member("to", "e\(relation.to + 1)")
    write(relation.properties, except: Self.fixedOfRelation, &stream)
    write(relation.provenance, relation.confidence, &stream)
    write(relation.evidence, as: "evidence", of: document, &stream)
    stream.endObject()
  }

  private func write(_ properties: [String: PropertyValue], except fixed: Set<String>, _ stream: inout JSONStream) {
    guard !properties.isEmpty else { return }
    for (key, value) in properties.sorted(by: { $0.key < $1.key }) where !fixed.contains(key) {
      stream.key(key)
      stream.value(JSONValue(value))
    }
  }

  private func write(_ provenance: Provenance, _ confidence: Double, _ stream: inout JSONStream) {
    stream.key("confidence")
    stream.float(confidence)
    stream.member("extractor", "\(provenance.extractor)@\(provenance.version)")
    stream.member("rule", provenance.rule)
  }

  private func write(_ spans: [Span], as key: String, of document: Document, _ stream: inout JSONStream) {
    stream.key(key)
    stream.beginArray()
    for span in spans {
      stream.beginObject()
      stream.key("start")
      stream.integer(span.start)
      stream.key("end")
      stream.integer(span.end)
      stream.member("quote", document.source.string(span))
      stream.endObject()
    }
    stream.endArray()
  }
}

extension DocumentMetadata {
  /// What is known, as members of a JSON object: `title`, `published`, `source`, `authors`.
  public var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if let title { members.append(.init("title", .string(title))) }
    if let published { members.append(.init("published", .string(published.description))) }
    if let source { members.append(.init("source", .string(source))) }
    if !authors.isEmpty { members.append(.init("authors", .array(authors.map(JSONValue.string)))) }
    return members
  }
}
