import GraphModel

/// What became of the sources of one ingest.
public struct IngestReport: Hashable, Sendable {
  /// A source that could not be taken in.
  public struct Failure: Hashable, Sendable {
    /// The path, `path#line`, or `-`.
    public var origin: String
    /// Why.
    public var reason: SourceFailure
  }

  /// Origins taken in for the first time.
  public var added = 0
  /// Origins whose content is already there.
  public var unchanged = 0
  /// Origins whose content differs from what they held before.
  public var replaced = 0
  /// Origins read again because extractors changed.
  public var refreshed = 0
  /// Documents that were not among the sources, and were extracted again because extractors changed.
  public var caughtUp = 0
  /// Origins that are gone: records that a JSON Lines file no longer holds.
  public var removed = 0
  /// Files in folders whose kind is not read, by the ending of their names in lower case (`.docx`; empty for names without).
  public var leftOut: [String: Int] = [:]
  /// Sources that could not be taken in, sorted by origin.
  public var failures: [Failure] = []
  /// Documents that lack what a plug-in would have found, because it failed on them; sorted by origin. They are read again
  /// next time.
  public var incomplete: [Failure] = []
  /// Bytes read.
  public var bytes = 0
  /// Documents in the knowledge base afterwards.
  public var documents = 0
  /// Nodes in the graph afterwards.
  public var nodes = 0
  /// Edges in the graph afterwards.
  public var edges = 0

  /// Number of sources that were looked at.
  public var sources: Int { added + unchanged + replaced + refreshed + failures.count }
}
