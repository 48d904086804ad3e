/// The identity of a node inside one graph.
public struct NodeID: Hashable, Sendable, Comparable, Codable, RawRepresentable {
  /// The number; in a derived graph a hash of the node's key that fits in 53 bits, so that JSON readers keep it exact.
  public var rawValue: Int64
  /// Wraps a number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// Wraps a number.
  public init(_ rawValue: Int64) { self.rawValue = rawValue }
  /// Orders by number.
  public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }
}

/// The identity of an edge inside one graph.
public struct EdgeID: Hashable, Sendable, Comparable, Codable, RawRepresentable {
  /// The number; in a derived graph a hash of the edge's key that fits in 53 bits.
  public var rawValue: Int64
  /// Wraps a number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// Wraps a number.
  public init(_ rawValue: Int64) { self.rawValue = rawValue }
  /// Orders by number.
  public static func < (a: EdgeID, b: EdgeID) -> Bool { a.rawValue < b.rawValue }
}

/// Where a document says something: a span of its source's decoded text.
public struct Evidence: Hashable, Sendable, Comparable {
  /// The document.
  public var document: DocumentID
  /// The span, in Unicode scalars of the source's decoded text.
  public var span: Span
  /// Who found it.
  public var provenance: Provenance
  /// How sure the extractor was, 0 to 1.
  public var confidence: Double

  /// Points to a span of a document.
  public init(document: DocumentID, span: Span, provenance: Provenance, confidence: Double) {
    self.document = document
    self.span = span
    self.provenance = provenance
    self.confidence = confidence
  }

  /// Orders by document, place, then rule.
  public static func < (a: Evidence, b: Evidence) -> Bool {
    (a.document, a.span, a.provenance.extractor, a.provenance.rule)
      < (b.document, b.span, b.provenance.extractor, b.provenance.rule)
  }
}

/// A node of the derived graph.
public struct Node: Hashable, Sendable {
  /// Its identity in the graph.
  public var id: NodeID
  /// The stable key from which `id` is derived: the type and what makes the thing itself, as `Region:330182`.
  public var key: String
  /// Its type, as `Person`.
  public var type: String
  /// The name it is shown by.
  public var name: String
  /// Every other form under which documents know it, sorted.
  public var aliases: [String]
  /// Its other properties.
  public var properties: [String: PropertyValue]

  /// Makes a node.
  public init(
    id: NodeID, key: String, type: String, name: String, aliases: [String] = [],
    properties: [String: PropertyValue] = [:]
  ) {
    self.id = id
    self.key = key
    self.type = type
    self.name = name
    self.aliases = aliases
    self.properties = properties
  }
}

/// An edge of the derived graph.
public struct Edge: Hashable, Sendable {
  /// Its identity in the graph.
  public var id: EdgeID
  /// The stable key from which `id` is derived: type, both ends' keys and what tells parallel edges apart.
  public var key: String
  /// Its type, as `HOLDS_POST`.
  public var type: String
  /// The node it starts from.
  public var source: NodeID
  /// The node it leads to.
  public var target: NodeID
  /// Its properties.
  public var properties: [String: PropertyValue]

  /// Makes an edge.
  public init(
    id: EdgeID, key: String, type: String, source: NodeID, target: NodeID, properties: [String: PropertyValue] = [:]
  ) {
    self.id = id
    self.key = key
    self.type = type
    self.source = source
    self.target = target
    self.properties = properties
  }
}

extension Node {
  /// What a query sees as the node's properties: `name`, `aliases` where there are some, `key`, and the others.
  public var graphProperties: [String: PropertyValue] {
    var all = properties
    all["name"] = .string(name)
    all["key"] = .string(key)
    if !aliases.isEmpty { all["aliases"] = .list(aliases.map { .string($0) }) }
    return all
  }
}

extension NodeID {
  /// The identity of the node with a stable key: the first 53 bits of the key's SHA-256.
  public init(key: String) { self.init(stableNumber(key.utf8)) }
}

extension EdgeID {
  /// The identity of the edge with a stable key: the first 53 bits of the key's SHA-256.
  public init(key: String) { self.init(stableNumber(key.utf8)) }
}

/// The first 53 bits of the SHA-256 of a key.
func stableNumber(_ key: some Sequence<UInt8>) -> Int64 { Int64(SHA256.number(of: key) >> 11) }
