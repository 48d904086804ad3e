import GraphModel

/// What became of the sources of one ingest.
public struct IngestReport: Hashable, Sendable {
  /// A source that could not be taken in.
  public struct Failure: Hashable, Sendable {
    /// The path, `path#line`, or `-`.
    public var origin: String
    /// Why.
    public var reason: Reason
  }

  /// Why a source could not be taken in.
  public enum Reason: Hashable, Sendable {
    /// There is no such file or folder.
    case missing
    /// The system does not let it be read; its words.
    case unreadable(String)
    /// It is neither a file nor a folder.
    case notAFile
    /// No file matches the pattern.
    case noMatch
    /// A folder holds no file of a known kind.
    case nothingInside
    /// It is larger than the limit, both in bytes.
    case tooLarge(bytes: Int, limit: Int)
    /// It holds no text.
    case empty
    /// It is no text: control bytes at this byte offset.
    case binary(offset: Int)
    /// The named encoding is unknown.
    case unknownEncoding(String)
    /// Bytes that are not valid in the encoding, from this byte offset on.
    case malformed(encoding: String, offset: Int)
    /// A line of a JSON Lines file is no record; what is wrong with it.
    case badRecord(String)
    /// A plug-in failed; its words.
    case extraction(String)
  }

  /// Origins taken in for the first time.
  public var added = 0
  /// Origins whose content is already there.
  public var unchanged = 0
  /// Origins whose content differs from what they held before.
  public var replaced = 0
  /// Origins read again because extractors changed.
  public var refreshed = 0
  /// Origins that are gone: records that a JSON Lines file no longer holds.
  public var removed = 0
  /// Sources that could not be taken in, sorted by origin.
  public var failures: [Failure] = []
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

  /// Gathers options.
  public init(jobs: Int = 1, limit: Int = 64 << 20, encoding: String? = nil, force: Bool = false) {
    self.jobs = jobs
    self.limit = limit
    self.encoding = encoding
    self.force = force
  }
}

/// Where documents come from.
public enum IngestInput: Hashable, Sendable {
  /// A file, a folder (with everything in it), or a pattern as `news/*.txt`.
  case path(String)
  /// Bytes at hand: a document, standard input.
  case source(Source)
}
