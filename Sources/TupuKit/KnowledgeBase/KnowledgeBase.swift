import Extraction
import GraphModel
import GraphStore

/// A file of documents, what extractors claim of them, persons' judgements, and the graph that follows from these.
///
/// Every question is answered from one consistent state of the file, whatever other processes write meanwhile. An instance
/// belongs to one thread at a time. Every method throws `KnowledgeBaseError`.
public final class KnowledgeBase {
  /// What a knowledge base is opened for.
  public enum Mode: Hashable, Sendable {
    /// Questions only; the file must exist.
    case read
    /// Questions and changes; the file is made where there is none.
    case write
  }

  /// The path of the file.
  public let path: String
  let store: Store
  private let timeout: Double

  /// Opens the file at a path; finishes what an interrupted ingest left to do where opened for writing.
  ///
  /// - Parameter timeout: how long to wait for another process's change, in seconds.
  /// - Parameter maximumBytes: the most bytes that the file may grow to, in whole pages; nil: no limit of its own.
  public convenience init(path: String, mode: Mode, timeout: Double = 10, maximumBytes: Int? = nil) throws {
    do {
      let store = try Store(
        path: path, mode: mode == .write ? .write : .read, timeout: timeout, maximumBytes: maximumBytes)
      self.init(store, timeout: timeout)
    } catch {
      throw KnowledgeBaseError(error, path: path, timeout: timeout)
    }
    if mode == .write { try finishPendingWork() }
  }

  private init(_ store: Store, timeout: Double) {
    self.store = store
    path = store.path
    self.timeout = timeout
  }

  /// Runs `body` so that all its questions see one state of the file.
  public func reading<T>(_ body: () throws -> T) throws -> T { try translating { try store.read(body) } }

  /// The graph as the query engine sees it; read it inside `reading`.
  public var graph: any PropertyGraph { store.graph }

  /// Turns the store's errors into `KnowledgeBaseError`; lets others pass.
  func translating<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as StoreError {
      throw KnowledgeBaseError(error, path: path, timeout: timeout)
    }
  }
}
