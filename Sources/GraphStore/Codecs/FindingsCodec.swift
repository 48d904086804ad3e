import GraphModel

/// A document's findings as one compact record.
///
/// Layout: version byte; the distinct texts that repeat (types, extractors, rules) once; the distinct heads (type, provenance
/// and confidence) once; entities; relations, each with the number of its head. Confidence is one byte flag for 1, else eight
/// bytes. In version 1 every entity and relation has its head in front.
enum FindingsCodec {
  private static let version: UInt8 = 2

  /// What entities and relations have in common.
  private struct Head: Hashable {
    var type: String
    var provenance: Provenance
    var confidence: Double

    static func == (a: Head, b: Head) -> Bool {
      a.confidence == b.confidence && ByteHash.isSame(a.provenance.rule, b.provenance.rule)
        && ByteHash.isSame(a.type, b.type) && ByteHash.isSame(a.provenance.extractor, b.provenance.extractor)
        && ByteHash.isSame(a.provenance.version, b.provenance.version)
    }

    // Rules and types tell heads apart well enough.
    func hash(into hasher: inout Hasher) {
      hasher.combine(ByteHash.of(provenance.rule, type) &+ Int(truncatingIfNeeded: confidence.bitPattern))
    }
  }

  static func encode(_ findings: Findings) -> [UInt8] {
    var words: [TextKey: Int] = [:]
    words.reserveCapacity(64)
    var order: [String] = []
    order.reserveCapacity(64)
    func word(_ text: String) -> Int {
      let key = TextKey(text)
      if let known = words[key] { return known }
      words[key] = order.count
      order.append(text)
      return order.count - 1
    }
    var heads: [Head: Int] = [:]
    heads.reserveCapacity(64)
    var kinds: [Head] = []
    kinds.reserveCapacity(64)
    var last = -1
    var shared = ByteWriter(capacity: 256)
    var body = ByteWriter(capacity: 64 + (findings.entities.count + findings.relations.count) * 48)
    func head(_ type: String, _ provenance: Provenance, _ confidence: Double) {
      let head = Head(type: type, provenance: provenance, confidence: confidence)
      // Neighbours are often of one kind.
      if last >= 0, kinds[last] == head { return body.number(last) }
      last = heads[head] ?? kinds.count
      body.number(last)
      guard last == kinds.count else { return }
      heads[head] = last
      kinds.append(head)
      for text in [type, provenance.extractor, provenance.version, provenance.rule] { shared.number(word(text)) }
      shared.byte(confidence == 1 ? 1 : 0)
      if confidence != 1 { shared.double(confidence) }
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
    writer.number(heads.count)
    writer.append(shared.bytes)
    writer.append(body.bytes)
    return writer.bytes
  }

  /// The heads of a record: those in front of its entities and relations, or nil where each has its own.
  private static func heads<T>(
    in reader: inout ByteReader, _ version: UInt8, _ head: (inout ByteReader) throws -> T
  ) throws -> [T]? {
    guard version >= 2 else { return nil }
    var heads: [T] = []
    for _ in 0..<(try reader.count()) { heads.append(try head(&reader)) }
    return heads
  }

  /// The next head.
  private static func next<T>(
    _ reader: inout ByteReader, _ heads: [T]?, _ head: (inout ByteReader) throws -> T
  ) throws -> T {
    guard let heads else { return try head(&reader) }
    let index = try reader.number()
    guard index < heads.count else { throw StoreError.damaged("findings name a head that is not there") }
    return heads[index]
  }

  /// The version of a record.
  private static func found(_ reader: inout ByteReader) throws -> UInt8 {
    let found = try reader.byte()
    guard (1...version).contains(found) else { throw StoreError.damaged("findings of an unknown version") }
    return found
  }

  /// The number of entities, and the relations without what only a reader of the document needs.
  static func relations(
    in bytes: UnsafeRawBufferPointer
  ) throws -> (types: [String], entities: Int, relations: [RelationList.Relation]) {
    var reader = ByteReader(bytes)
    let version = try found(&reader)
    var words: [String] = []
    for _ in 0..<(try reader.count()) { words.append(try reader.text()) }
    func readType(_ reader: inout ByteReader) throws -> Int {
      let type = try reader.number()
      for _ in 0..<3 { _ = try reader.number() }
      if try reader.byte() != 1 { try reader.skip(8) }
      return type
    }
    let heads = try heads(in: &reader, version, readType)
    let entities = try reader.count()
    for _ in 0..<entities {
      _ = try next(&reader, heads, readType)
      try reader.skip(try reader.count())
      for _ in 0..<(try reader.count()) { try reader.skip(try reader.count()) }
      try reader.skipProperties()
      _ = try reader.skipSpans()
    }
    var relations: [RelationList.Relation] = []
    let count = try reader.count()
    relations.reserveCapacity(count)
    for _ in 0..<count {
      let type = try next(&reader, heads, readType)
      let from = try reader.number()
      let to = try reader.number()
      guard from < entities, to < entities, type < words.count else {
        throw StoreError.damaged("a relation leads to an entity that is not there")
      }
      let start = reader.position
      try reader.skipProperties()
      let properties = start..<reader.position
      relations.append(
        RelationList.Relation(
          type: type, from: from, to: to, spans: try reader.skipSpans(), properties: properties))
    }
    return (words, entities, relations)
  }

  /// The heads of entities and relations, and where the spans of each stand.
  static func supports(
    in bytes: UnsafeRawBufferPointer
  ) throws -> (
    heads: [(provenance: Provenance, confidence: Double)], entities: [SupportList.Entry],
    relations: [SupportList.Entry]
  ) {
    var reader = ByteReader(bytes)
    let version = try found(&reader)
    var words: [String] = []
    for _ in 0..<(try reader.count()) { words.append(try reader.text()) }
    var all: [(provenance: Provenance, confidence: Double)] = []
    func readHead(_ reader: inout ByteReader) throws -> Int {
      var parts: [String] = []
      for _ in 0..<4 {
        let index = try reader.number()
        guard index < words.count else { throw StoreError.damaged("findings name a word that is not there") }
        parts.append(words[index])
      }
      let provenance = Provenance(extractor: parts[1], version: parts[2], rule: parts[3])
      all.append((provenance, try reader.byte() == 1 ? 1 : try reader.double()))
      return all.count - 1
    }
    let heads = try heads(in: &reader, version, readHead)
    var entities: [SupportList.Entry] = []
    for _ in 0..<(try reader.count()) {
      let head = try next(&reader, heads, readHead)
      try reader.skip(try reader.count())
      for _ in 0..<(try reader.count()) { try reader.skip(try reader.count()) }
      try reader.skipProperties()
      entities.append(SupportList.Entry(head: head, place: reader.position))
      _ = try reader.skipSpans()
    }
    var relations: [SupportList.Entry] = []
    for _ in 0..<(try reader.count()) {
      let head = try next(&reader, heads, readHead)
      _ = try reader.number()
      _ = try reader.number()
      try reader.skipProperties()
      relations.append(SupportList.Entry(head: head, place: reader.position))
      _ = try reader.skipSpans()
    }
    return (all, entities, relations)
  }

  static func decode(_ bytes: [UInt8], document: DocumentID) throws -> Findings {
    try ByteReader.read(bytes) { reader in
      let version = try found(&reader)
      var words: [String] = []
      for _ in 0..<(try reader.count()) { words.append(try reader.text()) }
      func word(_ reader: inout ByteReader) throws -> String {
        let index = try reader.number()
        guard index < words.count else { throw StoreError.damaged("findings name a word that is not there") }
        return words[index]
      }
      func readHead(_ reader: inout ByteReader) throws -> Head {
        let type = try word(&reader)
        let provenance = Provenance(
          extractor: try word(&reader), version: try word(&reader), rule: try word(&reader))
        return Head(
          type: type, provenance: provenance, confidence: try reader.byte() == 1 ? 1 : try reader.double())
      }
      let heads = try heads(in: &reader, version, readHead)
      var findings = Findings(document: document)
      let entities = try reader.count()
      findings.entities.reserveCapacity(entities)
      for _ in 0..<entities {
        let head = try next(&reader, heads, readHead)
        let name = try reader.text()
        var surfaces: [String] = []
        for _ in 0..<(try reader.count()) { surfaces.append(try reader.text()) }
        findings.entities.append(
          EntityAssertion(
            type: head.type, name: name, surfaces: surfaces, properties: try reader.properties(),
            mentions: try reader.spans(), confidence: head.confidence, provenance: head.provenance))
      }
      let relations = try reader.count()
      findings.relations.reserveCapacity(relations)
      for _ in 0..<relations {
        let head = try next(&reader, heads, readHead)
        let from = try reader.number()
        let to = try reader.number()
        guard from < entities, to < entities else {
          throw StoreError.damaged("a relation leads to an entity that is not there")
        }
        findings.relations.append(
          RelationAssertion(
            type: head.type, from: from, to: to, properties: try reader.properties(), evidence: try reader.spans(),
            confidence: head.confidence, provenance: head.provenance))
      }
      guard reader.isAtEnd else { throw StoreError.damaged("findings are followed by other bytes") }
      return findings
    }
  }
}
