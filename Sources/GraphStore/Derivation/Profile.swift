import GraphModel

/// What identifies one or several equal claims, and where these stand.
public struct Profile: Hashable, Sendable {
  /// A number derived from `claim`.
  public var id: Int64
  /// The node that the claims became; nil: none yet, or rejected.
  public var node: NodeID?
  /// Number of the claims.
  public var claims: Int
  /// Number of mentions of all the claims.
  public var mentions: Int
  /// What identifies the claims, as the hall packed it.
  public var claim: [UInt8]
}

/// What a derivation changes of a profile's claims.
public struct ProfileChange: Sendable {
  /// What identifies the claims; needed where the profile is new.
  public var claim: [UInt8]
  /// Numbers of the blocks that the claims belong to.
  public var blocks: [Int64]
  /// Claims that come.
  public var added: [Place] = []
  /// Claims that go.
  public var removed: Set<Place> = []

  /// Changes nothing yet.
  public init(claim: [UInt8], blocks: [Int64]) {
    self.claim = claim
    self.blocks = blocks
  }
}

/// What becomes of a profile by a change.
public enum ProfileOutcome: Hashable, Sendable {
  /// It is new; it waits for `GraphWriter.insert`.
  case appeared(Profile)
  /// Its last claim went; it was part of this node.
  case vanished(NodeID?)
  /// It has other claims than before.
  case changed(NodeID?)
}

/// The node of each entity and the edge of each relation of a document's findings.
public struct PresenceRecord: Hashable, Sendable {
  /// The profile of each entity.
  public var profiles: [Int64]
  /// The edge of each relation; 0 where it became none.
  public var edges: [Int64]

  /// Pairs the two lists.
  public init(profiles: [Int64], edges: [Int64]) {
    self.profiles = profiles
    self.edges = edges
  }
}
