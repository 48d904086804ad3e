import GraphModel

/// A document that the knowledge base holds.
public struct DocumentEntry: Hashable, Sendable {
  /// The content-derived identity.
  public var id: DocumentID
  /// The short name by which people know it; of several the first in order.
  public var name: String
  /// Every place where the same content was found (paths, `path#line`, `-`), sorted.
  public var origins: [String]
  /// Title, publishing date, source line, authors.
  public var metadata: DocumentMetadata
  /// How its bytes were read.
  public var mediaType: MediaType
  /// Length of the source's decoded text in Unicode scalars.
  public var characters: Int
  /// Number of entities that its findings claim.
  public var entities: Int
  /// Number of relations that its findings claim.
  public var relations: Int
}
