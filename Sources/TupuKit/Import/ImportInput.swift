/// A file to import and what it holds.
public struct ImportInput: Hashable, Sendable {
  /// What a file holds.
  public enum Role: Hashable, Sendable {
    /// What its header or its records say.
    case described
    /// Nodes with these labels, beside those that rows name.
    case nodes(labels: [String])
    /// Edges of a type (nil: rows name it) between the nodes of two types (nil: the header names them, or any).
    case edges(type: String?, from: String?, to: String?)
  }

  /// The path of the file.
  public var path: String
  /// What it holds.
  public var role: Role

  /// Names a file and what it holds.
  public init(path: String, role: Role = .described) {
    self.path = path
    self.role = role
  }
}

/// How files are imported.
public struct ImportOptions: Hashable, Sendable {
  /// The column that identifies nodes, in files whose header has none marked `:ID`; nil: `id`, else the first.
  public var key: String?
  /// The byte between values; nil: a tab in files named `.tsv`, else a comma.
  public var delimiter: UInt8?

  /// Takes the usual names and marks.
  public init(key: String? = nil, delimiter: UInt8? = nil) {
    self.key = key
    self.delimiter = delimiter
  }
}

/// What an import did.
public struct ImportReport: Hashable, Sendable {
  /// Files that are new.
  public var added = 0
  /// Files that took the place of an earlier state of themselves.
  public var replaced = 0
  /// Files that were imported before just as they are.
  public var unchanged = 0
  /// Nodes that were imported.
  public var nodes = 0
  /// Edges that were imported.
  public var edges = 0
}
