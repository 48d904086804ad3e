import GraphModel

extension Findings {
  /// The form that other programs read: `document`, `entities`, `relations`; each entity with `mentions`, each relation
  /// with `evidence`, as `[{"start", "end", "quote"}]` in Unicode scalars of the source's decoded text.
  ///
  /// Properties stand beside the fixed members under their own names (`date`, `code`, `title`, `inferred` …).
  public func json(of document: Document) -> JSONValue {
    func places(_ spans: [Span]) -> JSONValue {
      .array(
        spans.map { span in
          [
            "start": .integer(Int64(span.start)), "end": .integer(Int64(span.end)),
            "quote": .string(document.source.string(span)),
          ]
        })
    }
    func members(_ properties: [String: PropertyValue], except fixed: [String]) -> [JSONValue.Member] {
      properties.sorted { $0.key < $1.key }.filter { !fixed.contains($0.key) }
        .map { JSONValue.Member($0.key, JSONValue($0.value)) }
    }
    func origin(_ provenance: Provenance, _ confidence: Double) -> [JSONValue.Member] {
      [
        JSONValue.Member("confidence", .number(confidence)),
        JSONValue.Member("extractor", .string("\(provenance.extractor)@\(provenance.version)")),
        JSONValue.Member("rule", .string(provenance.rule)),
      ]
    }
    let entities = self.entities.enumerated().map { index, entity -> JSONValue in
      var object: [JSONValue.Member] = [
        .init("id", .string("e\(index + 1)")), .init("type", .string(entity.type)), .init("name", .string(entity.name)),
        .init("surfaces", .array(entity.surfaces.map(JSONValue.string))),
      ]
      object += members(
        entity.properties,
        except: ["id", "type", "name", "surfaces", "confidence", "extractor", "rule", "mentions"])
      object += origin(entity.provenance, entity.confidence)
      object.append(.init("mentions", places(entity.mentions)))
      return .object(object)
    }
    let relations = self.relations.map { relation -> JSONValue in
      var object: [JSONValue.Member] = [
        .init("type", .string(relation.type)), .init("from", .string("e\(relation.from + 1)")),
        .init("to", .string("e\(relation.to + 1)")),
      ]
      object += members(
        relation.properties, except: ["type", "from", "to", "confidence", "extractor", "rule", "evidence"])
      object += origin(relation.provenance, relation.confidence)
      object.append(.init("evidence", places(relation.evidence)))
      return .object(object)
    }
    var object: [JSONValue.Member] = [
      .init("document", .string(document.name)), .init("id", .string(document.id.description)),
    ]
    object += document.metadata.members
    object += [.init("entities", .array(entities)), .init("relations", .array(relations))]
    return .object(object)
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
