import GraphModel

/// All packed tables of a file, as one state of it has them.
///
/// Tables stand in an order that only their content decides, so that identities do not tell in what order files came.
final class PackedCatalogue {
  /// Identities of imported nodes and edges count up from here; those of the derived graph are not negative.
  static let firstIdentity: Int64 = -(1 << 40)

  let files: [ImportedFile]
  let nodes: [StoredNodeTable]
  let edges: [StoredEdgeTable]
  let nodeCount: Int
  let edgeCount: Int

  init(_ files: [(file: ImportedFile, tables: FileTables)], tokens: TokenTable, parts: PartTable) throws {
    self.files = files.map(\.file).sorted { $0.id < $1.id }
    var nodeTables: [(name: [String], table: StoredNodeTable)] = []
    for (file, tables) in files {
      for (index, record) in tables.nodes.enumerated() {
        let table = try StoredNodeTable(
          record, TableReference(file: file.number, index: index), of: file, in: parts)
        nodeTables.append((try record.labels.map(tokens.name) + [file.id.description], table))
      }
    }
    nodeTables.sort {
      $0.name == $1.name
        ? $0.table.reference.index < $1.table.reference.index : $0.name.lexicographicallyPrecedes($1.name)
    }
    nodes = nodeTables.map(\.table)
    var base = 0
    var places: [TableReference: Int] = [:]
    for (index, table) in nodes.enumerated() {
      table.base = base
      base += table.count
      places[table.reference] = index
    }
    nodeCount = base
    var edgeTables: [(name: [String], index: Int, table: StoredEdgeTable)] = []
    for (file, tables) in files {
      for (index, record) in tables.edges.enumerated() {
        guard let source = places[record.source], let target = places[record.target] else {
          throw StoreError.damaged("a packed table of edges leads to a table that is gone")
        }
        let table = try StoredEdgeTable(
          record, of: file, source: (source, nodes[source].count), target: (target, nodes[target].count), in: parts)
        let name = [try tokens.name(record.type)] + nodeTables[source].name + nodeTables[target].name
        edgeTables.append((name + [file.id.description], index, table))
      }
    }
    edgeTables.sort { $0.name == $1.name ? $0.index < $1.index : $0.name.lexicographicallyPrecedes($1.name) }
    edges = edgeTables.map(\.table)
    base = 0
    for table in edges {
      table.base = base
      base += table.count
    }
    edgeCount = base
  }

  var isEmpty: Bool { nodes.isEmpty }

  static func isImported(_ node: NodeID) -> Bool { node.rawValue < 0 }
  static func isImported(_ edge: EdgeID) -> Bool { edge.rawValue < 0 }

  /// The table and row of a node.
  func place(of node: NodeID) -> (table: StoredNodeTable, index: Int, row: Int)? {
    let number = node.rawValue &- Self.firstIdentity
    guard number >= 0, number < Int64(nodeCount) else { return nil }
    var low = 0
    var high = nodes.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if nodes[middle].base <= Int(number) { low = middle } else { high = middle - 1 }
    }
    return (nodes[low], low, Int(number) - nodes[low].base)
  }

  /// The table of an edge and its place there.
  func place(of edge: EdgeID) -> (table: StoredEdgeTable, place: Int)? {
    let number = edge.rawValue &- Self.firstIdentity
    guard number >= 0, number < Int64(edgeCount) else { return nil }
    var low = 0
    var high = edges.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if edges[middle].base <= Int(number) { low = middle } else { high = middle - 1 }
    }
    return (edges[low], Int(number) - edges[low].base)
  }

  func node(_ table: Int, _ row: Int) -> NodeID {
    NodeID(Self.firstIdentity + Int64(nodes[table].base + row))
  }

  func edge(_ table: StoredEdgeTable, _ place: Int) -> EdgeID {
    EdgeID(Self.firstIdentity + Int64(table.base + place))
  }

  /// Type and ends of an edge.
  func ends(of edge: EdgeID) throws -> (type: Token, source: NodeID, target: NodeID)? {
    guard let (table, place) = place(of: edge) else { return nil }
    return (
      table.type, node(table.source, try table.sourceRow(at: place)),
      node(table.target, try table.neighbor(at: place, .outgoing))
    )
  }

  /// Calls `body` for every edge at a node by rising identity until it returns false.
  func expand(
    _ node: NodeID, _ direction: Direction, types: [Token]?, _ body: (EdgeID, Token, NodeID) throws -> Bool
  ) throws {
    guard let (_, index, row) = place(of: node) else { return }
    for table in edges where types?.contains(table.type) ?? true {
      let leaves = direction != .incoming && table.source == index
      let arrives = direction != .outgoing && table.target == index
      if leaves && arrives {
        guard try expandBoth(table, row, body) else { return }
      } else if leaves {
        let first = nodes[table.target].first.rawValue
        let start = table.first.rawValue + Int64(try table.range(of: row, .outgoing).lowerBound)
        let wantsMore = try table.withNeighbors(of: row, .outgoing) { neighbors in
          for (place, neighbor) in neighbors.enumerated() {
            let edge = EdgeID(start + Int64(place))
            guard try body(edge, table.type, NodeID(first + Int64(neighbor))) else { return false }
          }
          return true
        }
        if !wantsMore { return }
      } else if arrives {
        for place in try table.range(of: row, .incoming) {
          let far = try table.neighbor(at: place, .incoming)
          let id = edge(table, try table.outgoingPlace(ofIncoming: place, from: far, to: row))
          guard try body(id, table.type, self.node(table.source, far)) else { return }
        }
      }
    }
  }

  /// Calls `body` for the node at the far end of every edge at a node until it returns false; loops come once or twice.
  func expandNodes(
    _ node: NodeID, _ direction: Direction, types: [Token]?, _ body: (NodeID) throws -> Bool
  ) throws {
    guard let (_, index, row) = place(of: node) else { return }
    for table in edges where types?.contains(table.type) ?? true {
      for way in [Direction.outgoing, .incoming] where direction == way || direction == .both {
        let (near, far) = way == .outgoing ? (table.source, table.target) : (table.target, table.source)
        guard near == index else { continue }
        let first = nodes[far].first.rawValue
        let wantsMore = try table.withNeighbors(of: row, way) { neighbors in
          for neighbor in neighbors { guard try body(NodeID(first + Int64(neighbor))) else { return false } }
          return true
        }
        if !wantsMore { return }
      }
    }
  }

  /// The edge of the smallest identity from a node in a direction to another.
  func edge(_ node: NodeID, _ direction: Direction, _ other: NodeID, types: [Token]?) throws -> EdgeID? {
    guard let here = place(of: node), let there = place(of: other) else { return nil }
    for table in edges where types?.contains(table.type) ?? true {
      var found: [Int] = []
      if direction != .incoming, table.source == here.index, table.target == there.index {
        found += try table.place(from: here.row, to: there.row).map { [$0] } ?? []
      }
      if direction != .outgoing, table.source == there.index, table.target == here.index {
        found += try table.place(from: there.row, to: here.row).map { [$0] } ?? []
      }
      if let first = found.min() { return edge(table, first) }
    }
    return nil
  }

  /// The edges of a table at a node that may be at both ends, merged by identity; loops are met once.
  private func expandBoth(
    _ table: StoredEdgeTable, _ row: Int, _ body: (EdgeID, Token, NodeID) throws -> Bool
  ) throws -> Bool {
    var steps: [(place: Int, far: Int)] = []
    for place in try table.range(of: row, .outgoing) {
      steps.append((place, try table.neighbor(at: place, .outgoing)))
    }
    for place in try table.range(of: row, .incoming) {
      let far = try table.neighbor(at: place, .incoming)
      if far != row { steps.append((try table.outgoingPlace(ofIncoming: place, from: far, to: row), far)) }
    }
    steps.sort { $0.place < $1.place }
    for step in steps {
      guard try body(edge(table, step.place), table.type, self.node(table.source, step.far)) else { return false }
    }
    return true
  }

  /// Number of edges at a node; a loop counts once where both directions are asked for.
  func degree(_ node: NodeID, _ direction: Direction, types: [Token]?) throws -> Int {
    guard let (_, index, row) = place(of: node) else { return 0 }
    var count = 0
    for table in edges where types?.contains(table.type) ?? true {
      if direction != .incoming && table.source == index { count += try table.range(of: row, .outgoing).count }
      if direction != .outgoing && table.target == index { count += try table.range(of: row, .incoming).count }
      if direction == .both, table.loops > 0, table.source == index, table.target == index {
        for place in try table.range(of: row, .outgoing) where try table.neighbor(at: place, .outgoing) == row {
          count -= 1
        }
      }
    }
    return count
  }
}
