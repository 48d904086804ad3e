import GraphModel

/// Turns a source into a document: decodes its bytes, reads markup, cleans the text, folds it, gathers metadata.
public struct DocumentReader: Sendable {
  /// The largest source that is read, in bytes.
  public var limit: Int

  /// Makes a reader with the built-in cleaning steps.
  ///
  /// - Parameter limit: the largest source that is read, in bytes; 64 MiB unless told.
  public init(limit: Int = 64 << 20) { self.limit = limit }

  /// Reads and cleans one source.
  ///
  /// - Throws: `ReadingError`.
  public func document(from source: Source) throws -> Document {
    let decoded = try decode(source)
    let cleaned = Cleaner().clean(
      CleaningText(decoded, offsets: .identity(count: decoded.count)), metadata: source.hints)
    return Document(
      id: source.id, name: source.name, metadata: cleaned.metadata, source: decoded, text: cleaned.text,
      folded: cleaned.folded, offsets: cleaned.offsets, removals: cleaned.removals.sorted { $0.span < $1.span })
  }

  /// The decoded text of a source, nothing removed but a byte order mark.
  ///
  /// - Throws: `ReadingError`.
  public func decode(_ source: Source) throws -> ScalarText {
    guard source.bytes.count <= limit else { throw ReadingError.tooLarge(bytes: source.bytes.count, limit: limit) }
    let scalars = try source.bytes.withUnsafeBufferPointer { bytes in
      let finding = try EncodingDetector(bytes).finding(named: source.encoding, isPage: source.mediaType == .html)
      return try ByteDecoder.decode(bytes, from: finding.markLength, as: finding.encoding)
    }
    guard scalars.contains(where: { !$0.isBlank && !$0.isLineEnd && !$0.isInvisible }) else { throw ReadingError.empty }
    return ScalarText(scalars)
  }
}
