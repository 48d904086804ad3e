import GraphModel

/// How much a knowledge base holds.
public struct Statistics: Hashable, Sendable {
  /// Number of documents.
  public var documents: Int
  /// Number of places they were found at.
  public var origins: Int
  /// Length of all decoded texts in Unicode scalars.
  public var characters: Int
  /// Number of nodes by type, sorted by type.
  public var nodes: [Count]
  /// Number of edges by type, sorted by type.
  public var edges: [Count]
  /// Number of persons' judgements.
  public var judgements: Int
  /// Size of the file in bytes.
  public var bytes: Int
  /// The earliest publishing date, as ISO 8601.
  public var earliest: String?
  /// The latest publishing date, as ISO 8601.
  public var latest: String?

  /// A type and how many there are of it.
  public struct Count: Hashable, Sendable {
    /// The type's name.
    public var type: String
    /// How many.
    public var count: Int
  }
}
