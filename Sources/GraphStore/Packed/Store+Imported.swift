import GraphModel

/// Where an imported file says something: a line and what it holds.
public struct ImportedPlace: Hashable, Sendable {
  /// The file.
  public var file: ImportedFile
  /// The line, from 1.
  public var line: Int
  /// The values of the line, as `name=value`, separated by commas.
  public var record: String
}

/// Imported nodes and edges, one by one.
extension Store {
  /// What stands for an imported node wherever keys are shown: its type and its key in the file.
  func importedKey(_ table: StoredNodeTable, _ row: Int) throws -> String {
    "\(try tokens.name(table.labels[0])):\(try table.keyColumn?.value(at: row)?.plain ?? "")"
  }

  func importedNode(_ id: NodeID) throws -> Node? {
    guard let (table, _, row) = try catalogue().place(of: id) else { return nil }
    var properties: [String: PropertyValue] = [:]
    for (key, value) in try table.properties(of: row) { properties[try tokens.name(key)] = value }
    let key = try importedKey(table, row)
    let given = properties["name"]?.text
    if given != nil { properties["name"] = nil }
    let name = try given ?? table.keyColumn?.value(at: row)?.plain ?? key
    return Node(
      id: id, key: key, type: try tokens.name(table.labels[0]), name: name, aliases: [], properties: properties)
  }

  func importedEdge(_ id: EdgeID) throws -> Edge? {
    let catalogue = try catalogue()
    guard let (table, place) = catalogue.place(of: id), let ends = try catalogue.ends(of: id) else { return nil }
    let type = try tokens.name(table.type)
    var properties: [String: PropertyValue] = [:]
    for (key, value) in try table.properties(at: place) { properties[try tokens.name(key)] = value }
    return Edge(
      id: id, key: "\(type):\(table.file.id):\(try table.line(of: place))", type: type, source: ends.source,
      target: ends.target, properties: properties)
  }

  /// The imported node of a key (`Type:key`).
  public func importedNode(key: String) throws -> NodeID? {
    let catalogue = try catalogue()
    for (index, table) in catalogue.nodes.enumerated() {
      let prefix = try tokens.name(table.labels[0]) + ":"
      guard key.hasPrefix(prefix), let column = table.keyColumn else { continue }
      let rest = String(key.dropFirst(prefix.count))
      let number = Array(rest.utf8).withUnsafeBytes { NodeKeys.integer($0) }
      let value: PropertyValue = column.holdsIntegers ? .integer(number ?? 0) : .string(rest)
      if column.holdsIntegers && number == nil { continue }
      if let row = try column.row(ofKey: value) { return catalogue.node(index, row) }
    }
    return nil
  }

  /// The imported edge of a key (`TYPE:file:line`).
  public func importedEdge(key: String) throws -> EdgeID? {
    let parts = key.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 3, let line = Int(parts[parts.count - 1]) else { return nil }
    let catalogue = try catalogue()
    for table in catalogue.edges where table.file.id.description == parts[parts.count - 2] {
      guard try tokens.name(table.type) == parts.dropLast(2).joined(separator: ":") else { continue }
      if let place = try table.place(ofLine: line) { return catalogue.edge(table, place) }
    }
    return nil
  }

  /// Where an imported node stands; nil for others.
  public func importedPlace(of node: NodeID) throws -> ImportedPlace? {
    guard let (table, _, row) = try catalogue().place(of: node) else { return nil }
    let record = try table.properties(of: row).map { "\(try tokens.name($0.key))=\($0.value.plain)" }
    return ImportedPlace(file: table.file, line: try table.line(of: row), record: record.joined(separator: ", "))
  }

  /// Where an imported edge stands; nil for others.
  public func importedPlace(of edge: EdgeID) throws -> ImportedPlace? {
    let catalogue = try catalogue()
    guard let (table, place) = catalogue.place(of: edge), let ends = try catalogue.ends(of: edge),
      let source = catalogue.place(of: ends.source), let target = catalogue.place(of: ends.target)
    else { return nil }
    var record = [
      "\(try importedKey(source.table, source.row)) → \(try importedKey(target.table, target.row))"
    ]
    record += try table.properties(at: place).map { "\(try tokens.name($0.key))=\($0.value.plain)" }
    return ImportedPlace(file: table.file, line: try table.line(of: place), record: record.joined(separator: ", "))
  }

  /// Calls `body` for every imported node, by identity, until it returns false.
  public func scanImportedNodes(_ body: (Node) throws -> Bool) throws {
    let catalogue = try catalogue()
    for number in 0..<Int64(catalogue.nodeCount) {
      guard let node = try importedNode(NodeID(PackedCatalogue.firstIdentity + number)) else { continue }
      guard try body(node) else { return }
    }
  }

  /// Calls `body` for every imported edge, by identity, until it returns false.
  public func scanImportedEdges(_ body: (Edge) throws -> Bool) throws {
    let catalogue = try catalogue()
    for number in 0..<Int64(catalogue.edgeCount) {
      guard let edge = try importedEdge(EdgeID(PackedCatalogue.firstIdentity + number)) else { continue }
      guard try body(edge) else { return }
    }
  }

  /// The distinct property names of imported nodes and edges by type, with the kind of their values.
  public func importedTypes() throws -> (
    nodes: [(type: String, properties: [(name: String, kind: PropertyDeclaration.Kind)])],
    edges: [(
      type: String, source: String, target: String, properties: [(name: String, kind: PropertyDeclaration.Kind)]
    )]
  ) {
    let catalogue = try catalogue()
    func properties(_ columns: [ColumnRecord]) throws -> [(name: String, kind: PropertyDeclaration.Kind)] {
      try columns.map { (try tokens.name($0.key), $0.kind.declared) }
    }
    return (
      try catalogue.nodes.flatMap { table in
        try table.labels.map { (try tokens.name($0), try properties(table.record.columns)) }
      },
      try catalogue.edges.map { table in
        (
          try tokens.name(table.type), try tokens.name(catalogue.nodes[table.source].labels[0]),
          try tokens.name(catalogue.nodes[table.target].labels[0]), try properties(table.record.columns)
        )
      }
    )
  }

  /// Number of imported nodes of each label and imported edges of each type.
  func importedCounts(_ kind: TokenTable.Kind) throws -> [Token: Int] {
    let catalogue = try catalogue()
    var counts: [Token: Int] = [:]
    if kind == .label {
      for table in catalogue.nodes { for label in table.labels { counts[label, default: 0] += table.count } }
    } else {
      for table in catalogue.edges { counts[table.type, default: 0] += table.count }
    }
    return counts
  }

  /// What is wrong with the packed tables; empty where all is well.
  public func brokenTables() throws -> [String] {
    var problems: [String] = []
    do {
      let catalogue = try catalogue()
      for table in catalogue.nodes {
        do {
          for row in 0..<table.count { _ = try table.properties(of: row) }
        } catch StoreError.damaged(let detail) {
          problems.append("\(table.file.name): \(detail)")
        }
      }
      for table in catalogue.edges {
        do {
          try audit(table)
        } catch StoreError.damaged(let detail) {
          problems.append("\(table.file.name): \(detail)")
        }
      }
    } catch StoreError.damaged(let detail) {
      problems.append(detail)
    }
    return problems
  }

  /// Compares the two sides of a table of edges, and reads its properties.
  private func audit(_ table: StoredEdgeTable) throws {
    let outgoing = try (table.offsets(.outgoing), table.neighbors(.outgoing))
    let incoming = try (table.offsets(.incoming), table.neighbors(.incoming))
    var next = incoming.0
    for row in 0..<outgoing.0.count - 1 {
      for place in Int(outgoing.0[row])..<Int(outgoing.0[row + 1]) {
        let far = Int(outgoing.1[place])
        let twin = Int(next[far])
        guard twin < Int(incoming.0[far + 1]), Int(incoming.1[twin]) == row else {
          throw StoreError.damaged("the two directions of its edges do not agree")
        }
        next[far] += 1
        if !table.record.columns.isEmpty { _ = try table.properties(at: place) }
      }
    }
  }
}

extension ColumnRecord.Kind {
  fileprivate var declared: PropertyDeclaration.Kind {
    switch self {
    case .integer, .wideInteger: .integer
    case .float: .float
    case .boolean: .boolean
    case .date: .date
    case .word, .text: .string
    case .value: .strings
    }
  }
}

extension PropertyValue {
  /// The value as text: a text as it is, anything else as JSON.
  var plain: String {
    if case .integer(let number) = self { return String(number) }
    return text ?? JSONValue(self).line
  }
}
