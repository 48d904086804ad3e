import GraphModel

/// Counts which labels are joined by which relationship types.
struct SchemaCount {
  private let frame: Frame
  /// The different lists of labels that nodes carry, each once, and which one a node has.
  private var lists: [[String]] = []
  private var numbers: [[Token]: Int] = [:]
  private var ofNode: [NodeID: Int] = [:]

  /// Bytes that a known node takes, roughly.
  private static let weight = 32

  private struct Ends: Hashable {
    var source: Int
    var target: Int
  }

  init(_ frame: Frame) { self.frame = frame }

  /// Source label, type, target label and the number of relationships between them, sorted.
  mutating func rows() throws -> [(names: [String], count: Int)] {
    defer { frame.release(bytes: ofNode.count * Self.weight) }
    var counts: [[String]: Int] = [:]
    for type in try frame.graph.typeNames() {
      guard let token = frame.graph.typeToken(type) else { continue }
      for (ends, count) in try joined(by: token) {
        for from in lists[ends.source] {
          for to in lists[ends.target] { counts[[from, type, to], default: 0] += count }
        }
      }
    }
    return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
  }

  private mutating func joined(by type: Token) throws -> [Ends: Int] {
    var joined: [Ends: Int] = [:]
    if let graph = frame.graph as? any PackedGraph, try graph.isPacked(type: type) {
      let nodes = try graph.nodeTables()
      for table in try graph.edgeTables() where table.type == type {
        let ends = Ends(source: number(nodes[table.source].labels), target: number(nodes[table.target].labels))
        joined[ends, default: 0] += table.count
      }
      return joined
    }
    try frame.graph.scanEdges(type: type) { _, source, target in
      try frame.tick()
      joined[Ends(source: try number(of: source), target: try number(of: target)), default: 0] += 1
      return true
    }
    return joined
  }

  private mutating func number(of node: NodeID) throws -> Int {
    if let known = ofNode[node] { return known }
    let number = number(try frame.graph.labels(of: node))
    try frame.hold(bytes: Self.weight)
    ofNode[node] = number
    return number
  }

  private mutating func number(_ labels: [Token]) -> Int {
    if let known = numbers[labels] { return known }
    numbers[labels] = lists.count
    lists.append(labels.map(frame.graph.labelName))
    return lists.count - 1
  }
}
