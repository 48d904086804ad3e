import GraphModel

/// A document's findings as one compact record.
///
/// Layout: version byte; the distinct texts that repeat (types, extractors, rules) once; entities; relations. Confidence
/// is one byte flag for 1, else eight bytes.
enum FindingsCodec {
  private static let version: UInt8 = 1

  static func encode(_ findings: Findings) -> [UInt8] {
    var words: [String: Int] = [:]
    var order: [String] = []
    func word(_ text: String) -> Int {
      if let known = words[text] { return known }
      words[text] = order.count
      order.append(text)
      return order.count - 1
    }
    var body = ByteWriter()
    func head(_ type: String, _ provenance: Provenance, _ confidence: Double) {
      body.number(word(type))
      body.number(word(provenance.extractor))
      body.number(word(provenance.version))
      body.number(word(provenance.rule))
      body.byte(confidence == 1 ? 1 : 0)
      if confidence != 1 { body.double(confidence) }
    }
    body.number(findings.entities.count)
    for entity in findings.entities {
      head(entity.type, entity.provenance, entity.confidence)
      body.text(entity.name)
      body.number(entity.surfaces.count)
      for surface in entity.surfaces { body.text(surface) }
      body.properties(entity.properties)
      body.spans(entity.mentions)
    }
    body.number(findings.relations.count)
    for relation in findings.relations {
      head(relation.type, relation.provenance, relation.confidence)
      body.number(relation.from)
      body.number(relation.to)
      body.properties(relation.properties)
      body.spans(relation.evidence)
    }
    var writer = ByteWriter()
    writer.byte(version)
    writer.number(order.count)
    for text in order { writer.text(text) }
    return writer.bytes + body.bytes
  }

  /// The number of entities, and the relations without what only a reader of the document needs.
  static func relations(in bytes: UnsafeRawBufferPointer) throws -> (entities: Int, relations: [RelationRecord]) {
    var reader = ByteReader(bytes)
    guard try reader.byte() == version else { throw StoreError.damaged("findings of an unknown version") }
    var words: [String] = []
    for _ in 0..<(try reader.count()) { words.append(try reader.text()) }
    func head() throws -> Int {
      let type = try reader.number()
      for _ in 0..<3 { _ = try reader.number() }
      if try reader.byte() != 1 { try reader.skip(8) }
      return type
    }
    let entities = try reader.count()
    for _ in 0..<entities {
      _ = try head()
      try reader.skip(try reader.count())
      for _ in 0..<(try reader.count()) { try reader.skip(try reader.count()) }
      _ = try reader.properties()
      _ = try reader.skipSpans()
    }
    var relations: [RelationRecord] = []
    let count = try reader.count()
    relations.reserveCapacity(count)
    for _ in 0..<count {
      let type = try head()
      let from = try reader.number()
      let to = try reader.number()
      guard from < entities, to < entities, type < words.count else {
        throw StoreError.damaged("a relation leads to an entity that is not there")
      }
      let properties = try reader.passed { reader in _ = try reader.properties() }
      relations.append(
        RelationRecord(type: words[type], from: from, to: to, packed: properties, spans: try reader.skipSpans()))
    }
    return (entities, relations)
  }

  static func decode(_ bytes: [UInt8], document: DocumentID) throws -> Findings {
    try ByteReader.read(bytes) { reader in
      guard try reader.byte() == version else { throw StoreError.damaged("findings of an unknown version") }
      var words: [String] = []
      for _ in 0..<(try reader.count()) { words.append(try reader.text()) }
      func word() throws -> String {
        let index = try reader.number()
        guard index < words.count else { throw StoreError.damaged("findings name a word that is not there") }
        return words[index]
      }
      func head() throws -> (type: String, provenance: Provenance, confidence: Double) {
        let type = try word()
        let provenance = Provenance(extractor: try word(), version: try word(), rule: try word())
        return (type, provenance, try reader.byte() == 1 ? 1 : try reader.double())
      }
      var findings = Findings(document: document)
      let entities = try reader.count()
      findings.entities.reserveCapacity(entities)
      for _ in 0..<entities {
        let (type, provenance, confidence) = try head()
        let name = try reader.text()
        var surfaces: [String] = []
        for _ in 0..<(try reader.count()) { surfaces.append(try reader.text()) }
        findings.entities.append(
          EntityAssertion(
            type: type, name: name, surfaces: surfaces, properties: try reader.properties(),
            mentions: try reader.spans(), confidence: confidence, provenance: provenance))
      }
      let relations = try reader.count()
      findings.relations.reserveCapacity(relations)
      for _ in 0..<relations {
        let (type, provenance, confidence) = try head()
        let from = try reader.number()
        let to = try reader.number()
        guard from < entities, to < entities else {
          throw StoreError.damaged("a relation leads to an entity that is not there")
        }
        findings.relations.append(
          RelationAssertion(
            type: type, from: from, to: to, properties: try reader.properties(), evidence: try reader.spans(),
            confidence: confidence, provenance: provenance))
      }
      guard reader.isAtEnd else { throw StoreError.damaged("findings are followed by other bytes") }
      return findings
    }
  }
}
