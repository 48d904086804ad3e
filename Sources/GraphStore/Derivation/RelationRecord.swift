import GraphModel

/// A relation of a document's findings as a derivation needs it.
public struct RelationRecord: Sendable {
  /// The edge type.
  public let type: String
  /// Index of the entity it starts from.
  public let from: Int
  /// Index of the entity it leads to.
  public let to: Int
  /// Its properties as they are kept: equal where they are equal.
  public let packed: [UInt8]
  /// Number of the stretches of text that say so.
  public let spans: Int

  /// Its properties.
  ///
  /// - Throws: `StoreError.damaged`.
  public func properties() throws -> [String: PropertyValue] { try ByteReader.read(packed) { try $0.properties() } }
}
