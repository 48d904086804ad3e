import GraphModel

/// A claim of an edge: where it stands, and the properties that it gives the edge (see `EdgeWriter.body`).
public struct EdgeClaim: Hashable, Sendable {
  /// Where.
  public var place: Place
  /// The properties, as they are kept of edges.
  public var body: [UInt8]

  /// Gathers a claim.
  public init(place: Place, body: [UInt8]) {
    self.place = place
    self.body = body
  }
}

/// What a derivation changes of an edge's claims.
public struct EdgeChange: Sendable {
  /// The edge.
  public let id: EdgeID
  /// Its type.
  public let type: Token
  /// Where it starts.
  public let source: NodeID
  /// Where it leads to.
  public let target: NodeID
  /// What its key has after its nodes' part (see `EdgeKey`), empty or with a blank in front; else the whole key.
  public let mark: String
  /// Claims that come.
  public var added: [EdgeClaim] = []
  /// Claims that go.
  public var removed: [EdgeClaim] = []

  /// Changes nothing yet.
  public init(_ id: EdgeID, type: Token, source: NodeID, target: NodeID, mark: String) {
    self.id = id
    self.type = type
    self.source = source
    self.target = target
    self.mark = mark
  }
}
