/// The identity of a document: the first 16 hexadecimal digits of a SHA-256 over its media type and bytes.
///
/// The same bytes are the same document wherever the file lies and whatever it is called.
public struct DocumentID: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// Sixteen lower-case hexadecimal digits.
  public let description: String

  /// Wraps digits read back from a store or a dump.
  public init(_ description: String) { self.description = description }

  /// The identity of content.
  public init(mediaType: MediaType, bytes: [UInt8], hints: DocumentMetadata = DocumentMetadata()) {
    var digest = SHA256()
    digest.update(Array((mediaType.rawValue + "\n" + hints.canonicalLine + "\n").utf8))
    digest.update(bytes)
    description = digest.hexadecimal(digits: 16)
  }

  /// Orders by digits.
  public static func < (a: DocumentID, b: DocumentID) -> Bool { a.description < b.description }
}

/// How a source's bytes are to be read.
public enum MediaType: String, Sendable, Hashable, CaseIterable {
  /// Plain text.
  case text = "text/plain"
  /// A web page.
  case html = "text/html"
  /// Rows of values separated by commas.
  case table = "text/csv"
  /// A JSON object a line.
  case records = "application/jsonl"
}

/// Bytes as they came, before anything is decided about them.
public struct Source: Sendable, Hashable {
  /// The short name by which people know it: a file's last path component.
  public var name: String
  /// Where it came from: an absolute path, with `#line` for a line of a JSON Lines file, or `-` for standard input.
  public var origin: String
  /// How the bytes are to be read.
  public var mediaType: MediaType
  /// The content.
  public var bytes: [UInt8]
  /// The character encoding, where the user names one; otherwise it is detected.
  public var encoding: String?
  /// What is known beside the bytes (fields of a JSON Lines record).
  public var hints: DocumentMetadata

  /// Gathers bytes and what is known of them.
  public init(
    name: String, origin: String, mediaType: MediaType, bytes: [UInt8], encoding: String? = nil,
    hints: DocumentMetadata = DocumentMetadata()
  ) {
    self.name = name
    self.origin = origin
    self.mediaType = mediaType
    self.bytes = bytes
    self.encoding = encoding
    self.hints = hints
  }

  /// The document's identity, derived from the content.
  public var id: DocumentID { DocumentID(mediaType: mediaType, bytes: bytes, hints: hints) }
}
