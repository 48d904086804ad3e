import GraphModel

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
