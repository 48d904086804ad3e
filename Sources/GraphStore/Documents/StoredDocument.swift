import GraphModel

/// What the store knows of a document without opening its text.
public struct StoredDocument: Hashable, Sendable {
  /// Its number in this file; says nothing outside of it.
  public var number: Int
  /// The content-derived identity.
  public var id: DocumentID
  /// How its bytes were read.
  public var media: MediaType
  /// Title, publishing date, source line, authors.
  public var metadata: DocumentMetadata
  /// Length of the source's decoded text in Unicode scalars.
  public var characters: Int
  /// Number of entities that its findings claim.
  public var entities: Int
  /// Number of relations that its findings claim.
  public var relations: Int
}

/// A place where a document was found.
public struct Origin: Hashable, Sendable, Comparable {
  /// The path, `path#line`, or `-`.
  public var path: String
  /// The document's name there.
  public var name: String

  /// Orders by path.
  public static func < (a: Origin, b: Origin) -> Bool { (a.path, a.name) < (b.path, b.name) }
}

/// A document's texts.
public struct StoredText: Sendable {
  /// The whole decoded text of the source.
  public var source: ScalarText
  /// The clean text.
  public var clean: ScalarText
  /// Leads spans of `clean` to spans of `source`.
  public var offsets: OffsetMap
}
