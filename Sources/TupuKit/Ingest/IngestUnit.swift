import Extraction
import GraphModel
import GraphStore

/// One source on its way into the store.
enum IngestUnit: Sendable {
  /// A file that is still to be read.
  case file(path: String)
  /// Bytes at hand.
  case source(Source)
  /// A document of the store that is to be extracted again, by its number.
  case stored(Int)
  /// Something that cannot be read.
  case failure(origin: String, SourceFailure)

  /// What reading and extracting made of a source.
  enum Outcome: Sendable {
    /// It could not be taken in.
    case failed(origin: String, SourceFailure)
    /// The store holds it, read by the same extractors.
    case known(origin: String, name: String, DocumentID, bytes: Int)
    /// It was read; some plug-ins may have failed on it. `claims` is what identifies its entities (see `ClaimCodec`).
    case read(
      origin: String, name: String, StagedDocument, claims: HeldBytes, bytes: Int, failures: [ProcessError])
    /// A document of the store was extracted again.
    case refreshed(origin: String, StagedDocument, failures: [ProcessError])
    /// A document of the store is gone.
    case gone

    /// Size of the source in bytes.
    var bytes: Int {
      switch self {
      case .known(_, _, _, let bytes), .read(_, _, _, _, let bytes, _): bytes
      case .failed, .refreshed, .gone: 0
      }
    }

    /// What it takes in memory, in bytes.
    var size: Int {
      switch self {
      case .read(_, _, let document, let claims, _, _): document.size + claims.count
      case .refreshed(_, let document, _): document.size
      case .failed, .known, .gone: 256
      }
    }
  }
}
