/// Why the store cannot do what is asked.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no file at the path.
  case missing
  /// The file is no SQLite file, or damaged beyond opening.
  case notADatabase
  /// The file carries another application's `application_id`, or tables without any.
  case foreign(application: Int)
  /// The schema is newer than this program knows.
  case newerSchema(found: Int, known: Int)
  /// The schema is older, and the file was opened for reading only.
  case olderSchema(found: Int, known: Int)
  /// Another connection held the file longer than the time allowed.
  case busy
  /// The disk or the limit set for the file is full.
  case full
  /// The file or its folder cannot be written, or was opened for reading only.
  case readOnly
  /// The file cannot be opened; SQLite's words.
  case cannotOpen(String)
  /// A record cannot be read back; what and why.
  case damaged(String)
  /// Two stable keys have the same number.
  case collision(String, String)
  /// A key stands twice among the imported nodes of one type: their rows, from 0.
  case duplicateKey(first: Int, second: Int)
  /// Edges of another imported file lead to the nodes of a file that is to go; the paths of both.
  case stillNeeded(nodes: String, edges: String)
  /// Any other refusal of SQLite: its extended result code and its words.
  case sqlite(code: Int, message: String)
}
