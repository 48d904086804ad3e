import GraphModel

/// Claims that are the same thing: one node.
public struct Cluster: Hashable, Sendable {
  /// The node's stable key: the first of its claims' certain identities, else what it was guessed to be, else the local
  /// key of its first claim.
  public var key: String
  /// Every key that a judgement may name the node by, sorted.
  public var keys: [String]
  /// Its claims, sorted by identity.
  public var members: [EntityClaim]
  /// Whether a person said that there is no such thing.
  public var isRejected: Bool
}

/// A judgement that cannot be followed because a newer one says otherwise.
public struct Contradiction: Hashable, Sendable {
  /// The judgement that is not followed.
  public var ignored: Judgement
  /// A newer judgement that stands against it.
  public var kept: Judgement

  /// Names both sides.
  public init(ignored: Judgement, kept: Judgement) {
    self.ignored = ignored
    self.kept = kept
  }
}

/// What claims resolve to.
public struct Resolution: Hashable, Sendable {
  /// The nodes, sorted by key.
  public var clusters: [Cluster]
  /// Judgements that could not be followed, newest first.
  public var contradictions: [Contradiction]
}
