/// How far an ingest is.
public struct IngestProgress: Hashable, Sendable {
  /// What is being done.
  public enum Stage: Hashable, Sendable {
    /// Files are looked for.
    case finding
    /// Documents are read and extracted.
    case reading
    /// The graph is derived.
    case deriving
  }
  /// What is being done.
  public var stage: Stage
  /// Sources (or, while deriving, documents) done so far.
  public var done: Int
  /// How many there are, as far as known.
  public var total: Int
  /// Sources that failed so far.
  public var failed: Int
  /// Bytes read so far.
  public var bytes: Int
}
