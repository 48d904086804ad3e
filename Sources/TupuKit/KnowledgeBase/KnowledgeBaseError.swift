import GraphStore

/// Why a knowledge base cannot do what is asked.
public enum KnowledgeBaseError: Error, Hashable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  /// The file at the path is no SQLite file, or damaged beyond opening.
  case notADatabase(path: String)
  /// The file belongs to another application.
  case foreign(path: String, application: Int)
  /// The file was written by a newer version of the schema than this program knows.
  case newerSchema(path: String, found: Int, known: Int)
  /// The file has an older schema, and was opened for reading only.
  case olderSchema(path: String, found: Int, known: Int)
  /// Another process holds the file longer than the time allowed, in seconds.
  case busy(path: String, seconds: Double)
  /// The disk (or the limit set for the file) is full; nothing of the failed step was kept.
  case full(path: String)
  /// The file or its folder cannot be written, or was opened for reading only.
  case readOnly(path: String)
  /// The file cannot be opened; the system's words.
  case cannotOpen(path: String, detail: String)
  /// A record cannot be read back; what and why.
  case damaged(path: String, detail: String)
  /// SQLite refused for another reason; its code and words.
  case storage(path: String, code: Int, message: String)
  /// Two stable keys have the same number.
  case collision(String, String)
  /// A judgement names a node or an edge that is not there.
  case unknownKey(String)
  /// There is no judgement of this number.
  case unknownJudgement(Int)
}

extension KnowledgeBaseError {
  /// What an error of the store means for the file at a path.
  init(_ error: any Error, path: String, timeout: Double) {
    switch error {
    case let error as KnowledgeBaseError: self = error
    case let error as StoreError:
      switch error {
      case .missing: self = .missing(path: path)
      case .notADatabase: self = .notADatabase(path: path)
      case .foreign(let application): self = .foreign(path: path, application: application)
      case .newerSchema(let found, let known): self = .newerSchema(path: path, found: found, known: known)
      case .olderSchema(let found, let known): self = .olderSchema(path: path, found: found, known: known)
      case .busy: self = .busy(path: path, seconds: timeout)
      case .full: self = .full(path: path)
      case .readOnly: self = .readOnly(path: path)
      case .cannotOpen(let detail): self = .cannotOpen(path: path, detail: detail)
      case .damaged(let detail): self = .damaged(path: path, detail: detail)
      case .collision(let a, let b): self = .collision(a, b)
      case .duplicateKey, .stillNeeded: self = .storage(path: path, code: 0, message: "\(error)")
      case .sqlite(let code, let message): self = .storage(path: path, code: code, message: message)
      }
    default: self = .storage(path: path, code: 0, message: "\(error)")
    }
  }
}
