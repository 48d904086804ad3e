import GraphModel

/// Why a source could not be read.
public enum ReadingError: Error, Hashable, Sendable {
  /// The source holds no text.
  case empty
  /// The bytes are no text: a NUL or control bytes at this byte offset.
  case binary(offset: Int)
  /// The named encoding is unknown.
  case unknownEncoding(String)
  /// The bytes are not valid in the encoding, from this byte offset on.
  case malformed(encoding: String, offset: Int)
  /// The source is larger than the limit, both in bytes.
  case tooLarge(bytes: Int, limit: Int)
}

/// Turns a source into a document: decodes its bytes, cleans the text, folds it, gathers metadata.
public struct DocumentReader: Sendable {
  /// Makes a reader with the built-in cleaning steps.
  public init() {}

  /// Reads and cleans one source.
  ///
  /// - Throws: `ReadingError`.
  public func document(from source: Source) throws -> Document {
    guard !source.bytes.isEmpty else { throw ReadingError.empty }
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw ReadingError.malformed(encoding: "utf-8", offset: 0)
    }
    let scalars = ScalarText(text)
    return Document(
      id: source.id, name: source.name, metadata: source.hints, source: scalars, text: scalars,
      folded: Folding.fold(scalars),
      offsets: .identity(count: scalars.count), removals: [])
  }
}
