/// A graph that takes changes on top of another one, which stays as it is: what a statement would make of a graph.
///
/// Reads what it wrote; keeps no more than the changes. Not for use by several threads at once.
public final class OverlayGraph {
  /// Gives new nodes and edges their identities.
  public struct Identities {
    /// The identity of a new node with these labels and properties, and the properties that it really gets.
    public var node: NodeMaker
    /// The identity of an edge of this type between two nodes.
    public var edge: (_ type: String, _ from: NodeID, _ to: NodeID) -> EdgeID

    /// Makes a new node's identity and properties.
    public typealias NodeMaker = (
      _ labels: [String], _ properties: [String: PropertyValue]
    ) -> (id: NodeID, properties: [String: PropertyValue])

    /// Pairs the two.
    public init(
      node: @escaping NodeMaker, edge: @escaping (_ type: String, _ from: NodeID, _ to: NodeID) -> EdgeID
    ) {
      self.node = node
      self.edge = edge
    }
  }

  /// What differs from the graph below.
  struct Changes {
    /// New nodes by label tokens; properties stand in `nodeProperties`.
    var addedNodes: [NodeID: Set<Token>] = [:]
    var removedNodes: Set<NodeID> = []
    /// Labels of nodes below, where they differ.
    var labels: [NodeID: Set<Token>] = [:]
    var nodeProperties: [NodeID: [Token: PropertyValue?]] = [:]
    var addedEdges: [EdgeID: (type: Token, source: NodeID, target: NodeID)] = [:]
    var removedEdges: Set<EdgeID> = []
    var edgeProperties: [EdgeID: [Token: PropertyValue?]] = [:]
    /// New edges at a node, each once.
    var edgesAtNode: [NodeID: Set<EdgeID>] = [:]
    /// By how much the numbers of nodes by label and of edges by type differ.
    var labelCounts: [Token: Int] = [:]
    var typeCounts: [Token: Int] = [:]
  }

  /// New names of one kind; their tokens begin where those of the graph below cannot reach.
  struct NewNames {
    private(set) var names: [String] = []
    private var tokens: [String: Token] = [:]
    private static let first: Token = 1 << 31

    func token(_ name: String) -> Token? { tokens[name] }

    func name(_ token: Token) -> String? {
      token >= Self.first && Int(token - Self.first) < names.count ? names[Int(token - Self.first)] : nil
    }

    mutating func make(_ name: String) -> Token {
      if let token = tokens[name] { return token }
      let token = Self.first + Token(names.count)
      tokens[name] = token
      names.append(name)
      return token
    }
  }

  let base: any PropertyGraph
  let identities: Identities
  var changes = Changes()
  var newLabels = NewNames()
  var newTypes = NewNames()
  var newKeys = NewNames()
  var isInStatement = false

  /// Nothing changed yet.
  public init(_ base: any PropertyGraph, identities: Identities) {
    self.base = base
    self.identities = identities
  }

  // MARK: What differs

  /// The new nodes by rising identity, with labels and properties.
  public var addedNodes: [(id: NodeID, labels: [String], properties: [String: PropertyValue])] {
    changes.addedNodes.sorted { $0.key < $1.key }.map { id, labels in
      (id, labels.map(labelName).sorted(), named(changes.nodeProperties[id] ?? [:]).compactMapValues { $0 })
    }
  }

  /// The new edges by rising identity.
  public var addedEdges: [(id: EdgeID, type: String, from: NodeID, to: NodeID, properties: [String: PropertyValue])] {
    changes.addedEdges.sorted { $0.key < $1.key }.map { id, edge in
      let properties = named(changes.edgeProperties[id] ?? [:]).compactMapValues { $0 }
      return (id, typeName(edge.type), edge.source, edge.target, properties)
    }
  }

  /// Nodes of the graph below that are gone, sorted.
  public var removedNodes: [NodeID] { changes.removedNodes.sorted() }
  /// Edges of the graph below that are gone, sorted.
  public var removedEdges: [EdgeID] { changes.removedEdges.sorted() }
  /// Nodes of the graph below whose labels differ, sorted.
  public var relabeledNodes: [NodeID] { changes.labels.keys.filter { !changes.removedNodes.contains($0) }.sorted() }

  /// Properties of nodes of the graph below that differ, by rising identity; nil: taken away.
  public func changedNodes() throws -> [(id: NodeID, properties: [String: PropertyValue?])] {
    try changes.nodeProperties.keys.sorted().compactMap { id in
      guard changes.addedNodes[id] == nil, !changes.removedNodes.contains(id) else { return nil }
      let changed = try (changes.nodeProperties[id] ?? [:]).filter { key, value in
        try key < 1 << 31 ? base.property(key, of: id) != value : value != nil
      }
      return changed.isEmpty ? nil : (id, named(changed))
    }
  }

  /// Properties of edges of the graph below that differ, by rising identity; nil: taken away.
  public func changedEdges() throws -> [(id: EdgeID, properties: [String: PropertyValue?])] {
    try changes.edgeProperties.keys.sorted().compactMap { id in
      guard changes.addedEdges[id] == nil, !changes.removedEdges.contains(id) else { return nil }
      let changed = try (changes.edgeProperties[id] ?? [:]).filter { key, value in
        try key < 1 << 31 ? base.property(key, of: id) != value : value != nil
      }
      return changed.isEmpty ? nil : (id, named(changed))
    }
  }

  private func named(_ properties: [Token: PropertyValue?]) -> [String: PropertyValue?] {
    Dictionary(uniqueKeysWithValues: properties.map { (keyName($0.key), $0.value) })
  }
}
