import GraphModel

/// What a text search found.
public struct SearchResult: Hashable, Sendable {
  /// A document that holds every word, with its first place.
  public struct Hit: Hashable, Sendable {
    /// The document.
    public var document: DocumentEntry
    /// The place of the first word, in Unicode scalars of the source's decoded text.
    public var span: Span
    /// The line of the place, from 1.
    public var line: Int
    /// The column of the place in Unicode scalars, from 1.
    public var column: Int
    /// A stretch of the document's text around the place, in its own script.
    public var snippet: String
    /// Where the words stand in `snippet`, in Unicode scalars, sorted.
    public var highlights: [Span]
  }

  /// Nodes whose name or alias holds every word: exact names first, then shorter ones.
  public var nodes: [Node]
  /// Documents, the newest first.
  public var hits: [Hit]
  /// Whether there are more nodes or documents than asked for.
  public var more: Bool
}
