extension OverlayGraph: MutablePropertyGraph {
  /// Adds a node.
  public func createNode(labels: [String], properties: [String: PropertyValue]) -> NodeID {
    let (id, properties) = identities.node(labels, properties)
    let tokens = Set(labels.map { labelToken($0) ?? newLabels.make($0) })
    changes.addedNodes[id] = tokens
    for label in tokens { changes.labelCounts[label, default: 0] += 1 }
    for (key, value) in properties { changes.nodeProperties[id, default: [:]][self.key(key)] = .some(value) }
    return id
  }

  /// Adds an edge between existing nodes.
  public func createEdge(type: String, from: NodeID, to: NodeID, properties: [String: PropertyValue]) throws -> EdgeID {
    guard try contains(from) else { throw GraphError.unknownNode(from) }
    guard try contains(to) else { throw GraphError.unknownNode(to) }
    let id = identities.edge(type, from, to)
    let token = typeToken(type) ?? newTypes.make(type)
    changes.addedEdges[id] = (token, from, to)
    changes.typeCounts[token, default: 0] += 1
    for node in [from, to] { changes.edgesAtNode[node, default: []].insert(id) }
    for (key, value) in properties { changes.edgeProperties[id, default: [:]][self.key(key)] = .some(value) }
    return id
  }

  /// Sets a property of a node; nil takes it away.
  public func setProperty(_ key: String, of node: NodeID, to value: PropertyValue?) throws {
    guard try contains(node) else { throw GraphError.unknownNode(node) }
    changes.nodeProperties[node, default: [:]][self.key(key)] = .some(value)
  }

  /// Sets a property of an edge; nil takes it away.
  public func setProperty(_ key: String, of edge: EdgeID, to value: PropertyValue?) throws {
    guard try ends(of: edge) != nil else { throw GraphError.unknownEdge(edge) }
    changes.edgeProperties[edge, default: [:]][self.key(key)] = .some(value)
  }

  /// Adds a label to a node.
  public func addLabel(_ label: String, to node: NodeID) throws {
    guard try contains(node) else { throw GraphError.unknownNode(node) }
    let token = labelToken(label) ?? newLabels.make(label)
    var labels = Set(try self.labels(of: node))
    guard labels.insert(token).inserted else { return }
    setLabels(labels, of: node)
    changes.labelCounts[token, default: 0] += 1
  }

  /// Takes a label from a node.
  public func removeLabel(_ label: String, from node: NodeID) throws {
    guard try contains(node) else { throw GraphError.unknownNode(node) }
    var labels = Set(try self.labels(of: node))
    guard let token = labelToken(label), labels.remove(token) != nil else { return }
    setLabels(labels, of: node)
    changes.labelCounts[token, default: 0] -= 1
  }

  private func setLabels(_ labels: Set<Token>, of node: NodeID) {
    if changes.addedNodes[node] != nil { changes.addedNodes[node] = labels } else { changes.labels[node] = labels }
  }

  /// Removes a node that has no edges; throws `GraphError.nodeHasEdges` where it has some.
  public func removeNode(_ node: NodeID) throws {
    guard try contains(node) else { throw GraphError.unknownNode(node) }
    guard try degree(node, .both, types: nil) == 0 else { throw GraphError.nodeHasEdges(node) }
    for label in try labels(of: node) { changes.labelCounts[label, default: 0] -= 1 }
    changes.nodeProperties[node] = nil
    changes.labels[node] = nil
    if changes.addedNodes.removeValue(forKey: node) == nil { changes.removedNodes.insert(node) }
  }

  /// Removes an edge.
  public func removeEdge(_ edge: EdgeID) throws {
    guard let ends = try ends(of: edge) else { throw GraphError.unknownEdge(edge) }
    changes.typeCounts[ends.type, default: 0] -= 1
    changes.edgeProperties[edge] = nil
    if changes.addedEdges.removeValue(forKey: edge) != nil {
      for node in [ends.source, ends.target] { changes.edgesAtNode[node]?.remove(edge) }
    } else {
      changes.removedEdges.insert(edge)
    }
  }

  /// Runs `body`; undoes all its writes where it throws.
  public func atomically<T>(_ body: () throws -> T) throws -> T {
    guard !isInStatement else { return try body() }
    isInStatement = true
    defer { isInStatement = false }
    let before = changes
    do {
      return try body()
    } catch {
      changes = before
      throw error
    }
  }

  private func key(_ name: String) -> Token { keyToken(name) ?? newKeys.make(name) }
}
