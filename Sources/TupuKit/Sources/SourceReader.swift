import Extraction
import GraphModel

/// Reads and cleans sources without looking for anything in them: needs no plug-ins.
public struct SourceReader: Sendable {
  private let reader = DocumentReader()

  /// Makes a reader with the built-in cleaning steps.
  public init() {}

  /// Reads and cleans a source.
  ///
  /// - Throws: `ReadingError`; `SourceFailure` turns it into a cause.
  public func document(from source: Source) throws -> Document { try reader.document(from: source) }
}
