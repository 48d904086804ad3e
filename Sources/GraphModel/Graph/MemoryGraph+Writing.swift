extension MemoryGraph: MutablePropertyGraph {
  /// Adds a node.
  public func createNode(labels: [String], properties: [String: PropertyValue]) -> NodeID {
    let id = NodeID(nextNode)
    insert(id, labels: labels, properties: properties)
    record { $0.take(id) }
    return id
  }

  /// Adds an edge between existing nodes.
  public func createEdge(type: String, from: NodeID, to: NodeID, properties: [String: PropertyValue]) throws -> EdgeID {
    guard nodes[from] != nil else { throw GraphError.unknownNode(from) }
    guard nodes[to] != nil else { throw GraphError.unknownNode(to) }
    let id = EdgeID(nextEdge)
    insert(id, type: type, from: from, to: to, properties: properties)
    record { $0.take(id) }
    return id
  }

  /// Sets a property of a node; nil takes it away.
  public func setProperty(_ key: String, of node: NodeID, to value: PropertyValue?) throws {
    guard let old = nodes[node] else { throw GraphError.unknownNode(node) }
    let token = keys.intern(key)
    let before = old.properties[token]
    guard before != value else { return }
    keys.uses[Int(token)] += (value == nil ? 0 : 1) - (before == nil ? 0 : 1)
    nodes[node]?.properties[token] = value
    record { try? $0.setProperty(key, of: node, to: before) }
  }

  /// Sets a property of an edge; nil takes it away.
  public func setProperty(_ key: String, of edge: EdgeID, to value: PropertyValue?) throws {
    guard let old = edges[edge] else { throw GraphError.unknownEdge(edge) }
    let token = keys.intern(key)
    let before = old.properties[token]
    guard before != value else { return }
    keys.uses[Int(token)] += (value == nil ? 0 : 1) - (before == nil ? 0 : 1)
    edges[edge]?.properties[token] = value
    record { try? $0.setProperty(key, of: edge, to: before) }
  }

  /// Adds a label to a node.
  public func addLabel(_ label: String, to node: NodeID) throws {
    guard let old = nodes[node] else { throw GraphError.unknownNode(node) }
    let token = labels.intern(label)
    guard !old.labels.contains(token) else { return }
    nodes[node]?.labels.append(token)
    labels.uses[Int(token)] += 1
    record { try? $0.removeLabel(label, from: node) }
  }

  /// Takes a label from a node.
  public func removeLabel(_ label: String, from node: NodeID) throws {
    guard let old = nodes[node] else { throw GraphError.unknownNode(node) }
    guard let token = labels.token(label), old.labels.contains(token) else { return }
    nodes[node]?.labels.removeAll { $0 == token }
    labels.uses[Int(token)] -= 1
    record { try? $0.addLabel(label, to: node) }
  }

  /// Removes a node that has no edges; throws `GraphError.nodeHasEdges` where it has some.
  public func removeNode(_ node: NodeID) throws {
    guard let old = nodes[node] else { throw GraphError.unknownNode(node) }
    guard old.outgoing.isEmpty && old.incoming.isEmpty else { throw GraphError.nodeHasEdges(node) }
    take(node)
    record { $0.restore(node, old) }
  }

  /// Removes an edge.
  public func removeEdge(_ edge: EdgeID) throws {
    guard let old = edges[edge] else { throw GraphError.unknownEdge(edge) }
    take(edge)
    record { $0.restore(edge, old) }
  }

  /// Runs `body`; undoes all its writes where it throws.
  public func atomically<T>(_ body: () throws -> T) throws -> T {
    // A statement within a statement belongs to the outer one, which undoes both.
    guard undo == nil else { return try body() }
    undo = []
    do {
      let result = try body()
      undo = nil
      return result
    } catch {
      let actions = undo ?? []
      undo = nil
      for action in actions.reversed() { action(self) }
      throw error
    }
  }
}
