import Extraction
import GraphModel
import GraphStore

/// One source on its way into the store.
enum IngestUnit: Sendable {
  /// A file that is still to be read.
  case file(path: String)
  /// Bytes at hand.
  case source(Source)
  /// Something that cannot be read.
  case failure(origin: String, SourceFailure)

  /// What reading and extracting made of a source.
  enum Outcome: Sendable {
    /// It could not be taken in.
    case failed(origin: String, SourceFailure)
    /// The store holds it, read by the same extractors.
    case known(origin: String, name: String, DocumentID, bytes: Int)
    /// It was read; some plug-ins may have failed on it.
    case read(origin: String, name: String, StagedDocument, bytes: Int, failures: [ProcessError])
  }
}
