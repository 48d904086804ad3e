/// Which extractor claimed something, at which version, by which rule.
public struct Provenance: Hashable, Sendable, Codable {
  /// The extractor's name, as `Regions`.
  public var extractor: String
  /// The extractor's version; a change re-extracts.
  public var version: String
  /// The rule or feature that fired, as `person.post-before-name`.
  public var rule: String

  /// Names an extractor, its version and a rule.
  public init(extractor: String, version: String, rule: String) {
    self.extractor = extractor
    self.version = version
    self.rule = rule
  }
}

/// A document's claim that something of a type exists, with every place where the document denotes it.
public struct EntityAssertion: Hashable, Sendable {
  /// The node type, as `Person`.
  public var type: String
  /// The fullest form in the document, in its own script (a region: the official name at the document's date).
  public var name: String
  /// Other forms in the document that denote the same thing, sorted, without `name`.
  public var surfaces: [String]
  /// Further properties: `date`, `code`, `level`, `inferred` …
  public var properties: [String: PropertyValue]
  /// Every mention, as spans of the source's decoded text, sorted. Never empty: an inferred entity points to what it was
  /// inferred from.
  public var mentions: [Span]
  /// How sure the extractor is, 0 to 1.
  public var confidence: Double
  /// Who claims it.
  public var provenance: Provenance

  /// Claims an entity.
  public init(
    type: String, name: String, surfaces: [String] = [], properties: [String: PropertyValue] = [:], mentions: [Span],
    confidence: Double = 1, provenance: Provenance
  ) {
    self.type = type
    self.name = name
    self.surfaces = surfaces
    self.properties = properties
    self.mentions = mentions
    self.confidence = confidence
    self.provenance = provenance
  }
}

/// A document's claim that two of its entities are related.
public struct RelationAssertion: Hashable, Sendable {
  /// The edge type, as `HOLDS_POST`.
  public var type: String
  /// Index of the entity it starts from, in the same `Findings`.
  public var from: Int
  /// Index of the entity it leads to, in the same `Findings`.
  public var to: Int
  /// Properties: `title` of a post …
  public var properties: [String: PropertyValue]
  /// The stretches of the source's decoded text that say so (usually a clause or a sentence), sorted, never empty.
  public var evidence: [Span]
  /// How sure the extractor is, 0 to 1.
  public var confidence: Double
  /// Who claims it.
  public var provenance: Provenance

  /// Claims a relation.
  public init(
    type: String, from: Int, to: Int, properties: [String: PropertyValue] = [:], evidence: [Span],
    confidence: Double = 1, provenance: Provenance
  ) {
    self.type = type
    self.from = from
    self.to = to
    self.properties = properties
    self.evidence = evidence
    self.confidence = confidence
    self.provenance = provenance
  }
}

/// Everything that the extractors claim of one document: a pure function of its bytes and the plug-ins.
public struct Findings: Hashable, Sendable {
  /// The document.
  public var document: DocumentID
  /// The entities, in a fixed order: by first mention, then type, then name.
  public var entities: [EntityAssertion]
  /// The relations, in a fixed order: by type, ends, then properties.
  public var relations: [RelationAssertion]

  /// Gathers what a document yields.
  public init(document: DocumentID, entities: [EntityAssertion] = [], relations: [RelationAssertion] = []) {
    self.document = document
    self.entities = entities
    self.relations = relations
  }
}
