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
  /// Why they are one thing, sorted.
  public var links: [ClusterLink]
  /// Whether a person said that there is no such thing.
  public var isRejected: Bool
}

/// Why two claims are the same thing.
public struct ClusterLink: Hashable, Sendable, Comparable {
  /// The kinds of reasons.
  public enum Reason: Hashable, Sendable {
    /// Both have this certain identity.
    case sharedKey(String)
    /// The second is the only thing that this guess fits.
    case onlyCandidate(String)
    /// Nothing is certain of either, but both are guessed to be this.
    case sharedHint(String)
    /// A person said so, naming these keys.
    case judgement(String, String)
  }
  /// The smaller claim.
  public var first: ClaimID
  /// The other claim.
  public var second: ClaimID
  /// Why.
  public var reason: Reason

  /// Orders by claims.
  public static func < (a: ClusterLink, b: ClusterLink) -> Bool {
    (a.first, a.second, "\(a.reason)") < (b.first, b.second, "\(b.reason)")
  }
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
