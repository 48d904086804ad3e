import GraphModel

/// The relations of a document's findings as a derivation needs them, in the order of the findings.
public struct RelationList: Sendable {
  /// One of them.
  public struct Relation: Hashable, Sendable {
    /// Index of its type in `types`.
    public let type: Int
    /// Index of the entity it starts from.
    public let from: Int
    /// Index of the entity it leads to.
    public let to: Int
    /// Number of the stretches of text that say so.
    public let spans: Int
    let properties: Range<Int>
  }

  /// Edge types, among other words.
  public let types: [String]
  /// Number of the document's entities.
  public let entities: Int
  /// The relations.
  public let relations: [Relation]
  private let record: [UInt8]

  /// Reads the relations in a record of findings.
  ///
  /// - Throws: `StoreError.damaged`.
  public init(findings record: [UInt8]) throws {
    (types, entities, relations) = try record.withUnsafeBytes { try FindingsCodec.relations(in: $0) }
    self.record = record
  }

  /// Whether a relation has properties.
  public func hasProperties(_ relation: Relation) -> Bool { relation.properties.count > 1 }

  /// A relation's properties as they are kept: equal where they are equal.
  public func packed(_ relation: Relation) -> [UInt8] { Array(record[relation.properties]) }

  /// Properties from the form in which they are kept.
  ///
  /// - Throws: `StoreError.damaged`.
  public static func properties(_ packed: [UInt8]) throws -> [String: PropertyValue] {
    try ByteReader.read(packed) { try $0.properties() }
  }
}
