import GraphModel

/// How an ingest is to be done.
public struct IngestOptions: Hashable, Sendable {
  /// Number of documents that are read and extracted at the same time; at least 1.
  public var jobs: Int
  /// The largest file that is read, in bytes.
  public var limit: Int
  /// The character encoding of every source; nil: detected.
  public var encoding: String?
  /// Whether documents are read again though neither they nor the extractors changed.
  public var force: Bool

  /// Whether documents leave the knowledge base whose files are gone from the folders that are named.
  public var prune: Bool

  /// Gathers options.
  public init(
    jobs: Int = 1, limit: Int = SourceFile.limit, encoding: String? = nil, force: Bool = false, prune: Bool = false
  ) {
    self.jobs = jobs
    self.limit = limit
    self.encoding = encoding
    self.force = force
    self.prune = prune
  }
}

/// Where documents come from.
public enum IngestInput: Hashable, Sendable {
  /// A file, a folder (with everything in it), a pattern as `news/*.txt`, or `-`: standard input.
  case path(String)
  /// Bytes at hand.
  case source(Source)
}
