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
  /// - Parameter id: the source's identity, where it is known: to find it takes a look at every byte.
  /// - Throws: `ReadingError`.
  public func document(from source: Source, id: DocumentID? = nil) throws -> Document {
    let decoded = try decode(source)
    let cleaned: CleaningText
    switch source.mediaType {
    case .text, .table, .records:
      let draft = CleaningText(decoded, offsets: .identity(count: decoded.count))
      cleaned = Cleaner().clean(draft, metadata: source.hints)
    case .html:
      let page = HTMLPage(decoded)
      var draft = CleaningText(ScalarText(page.text), offsets: page.offsets, removals: page.removals)
      LinkLists(links: page.links).apply(to: &draft)
      let known = source.hints.completed(by: page.metadata)
      var result = Cleaner().clean(draft, metadata: known)
      if known.title == nil { result.metadata.title = page.headline(firstLine: result.metadata.title) }
      cleaned = result
    }
    return Document(
      id: id ?? source.id, name: source.name, metadata: cleaned.metadata, source: decoded, text: cleaned.text,
      folded: cleaned.folded, offsets: cleaned.offsets, removals: cleaned.removals.sorted { $0.span < $1.span })
  }

  /// The decoded text of a source, nothing removed but a byte order mark.
  ///
  /// - Throws: `ReadingError`.
  public func decode(_ source: Source) throws -> ScalarText {
    guard source.bytes.count <= limit else { throw ReadingError.tooLarge(bytes: source.bytes.count, limit: limit) }
    let scalars = try source.bytes.withUnsafeBufferPointer { bytes in
      let finding = try EncodingDetector(bytes).finding(named: source.encoding, isPage: source.mediaType == .html)
      return try finding.scalars ?? ByteDecoder.decode(bytes, from: finding.markLength, as: finding.encoding)
    }
    guard scalars.contains(where: { !$0.isBlank && !$0.isLineEnd && !$0.isInvisible }) else { throw ReadingError.empty }
    return ScalarText(scalars)
  }
}

extension DocumentMetadata {
  /// The metadata with what is unknown taken from other metadata.
  fileprivate func completed(by other: DocumentMetadata) -> DocumentMetadata {
    DocumentMetadata(
      title: title ?? other.title, published: published ?? other.published, source: source ?? other.source,
      authors: authors + other.authors.filter { !authors.contains($0) })
  }
}
