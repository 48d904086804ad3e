import GraphModel
import GraphStore

extension KnowledgeBase {
  /// A shortest way between two nodes, edges followed both ways; nil where there is none within the length.
  ///
  /// Of several shortest ways the one whose edges have the smallest identities, seen from the start. Searched from both
  /// ends, the smaller frontier first.
  public func path(from: NodeID, to: NodeID, longest: Int = 12) throws -> GraphPath? {
    try reading {
      guard let start = try store.node(from), try store.node(to) != nil else { return nil }
      if from == to { return GraphPath(nodes: [start], edges: []) }
      guard let distance = try distances(from, to, longest: longest) else { return nil }
      return try way(from: from, to: to, distance)
    }
  }

  /// How far nodes on shortest ways are from both ends, as far as the search went, and the length of these ways.
  private struct Distances {
    var fromStart: [NodeID: Int]
    var fromEnd: [NodeID: Int]
    var length: Int
  }

  private func distances(_ from: NodeID, _ to: NodeID, longest: Int) throws -> Distances? {
    let graph = store.graph
    var seen: [[NodeID: Int]] = [[from: 0], [to: 0]]
    var frontier: [[NodeID]] = [[from], [to]]
    var depth = [0, 0]
    while depth[0] + depth[1] < longest, !frontier[0].isEmpty, !frontier[1].isEmpty {
      let side = frontier[0].count <= frontier[1].count ? 0 : 1
      depth[side] += 1
      var next: [NodeID] = []
      var isMet = false
      for node in frontier[side] {
        try graph.expand(node, .both, types: nil) { _, _, neighbor in
          if seen[side][neighbor] == nil {
            seen[side][neighbor] = depth[side]
            next.append(neighbor)
            if seen[1 - side][neighbor] != nil { isMet = true }
          }
          return true
        }
      }
      if isMet { return Distances(fromStart: seen[0], fromEnd: seen[1], length: depth[0] + depth[1]) }
      frontier[side] = next
    }
    return nil
  }

  private func way(from: NodeID, to: NodeID, _ distances: Distances) throws -> GraphPath? {
    // Nodes on shortest ways: walk back from where the two searches meet, so that both distances are known there.
    var rest: [NodeID: Int] = [:]
    var layer = distances.fromEnd.filter { node, left in
      distances.fromStart[node].map { $0 + left == distances.length } ?? false
    }.map(\.key)
    for node in layer { rest[node] = distances.fromEnd[node] }
    while !layer.isEmpty {
      var next: [NodeID] = []
      for node in layer {
        guard let done = distances.fromStart[node], done > 0, let left = rest[node] else { continue }
        try store.graph.expand(node, .both, types: nil) { _, _, neighbor in
          if distances.fromStart[neighbor] == done - 1, rest[neighbor] == nil {
            rest[neighbor] = left + 1
            next.append(neighbor)
          }
          return true
        }
      }
      layer = next
    }
    var nodes = [from]
    var edges: [EdgeID] = []
    while let node = nodes.last, node != to {
      let left = distances.length - edges.count
      var step: (edge: EdgeID, node: NodeID)?
      try store.graph.expand(node, .both, types: nil) { edge, _, neighbor in
        let reach = rest[neighbor] ?? distances.fromEnd[neighbor]
        if reach == left - 1 { step = (edge, neighbor) }
        return step == nil
      }
      guard let step else { throw StoreError.damaged("a way through the graph breaks off") }
      edges.append(step.edge)
      nodes.append(step.node)
    }
    return GraphPath(
      nodes: try nodes.compactMap { try store.node($0) }, edges: try edges.compactMap { try store.edge($0) })
  }
}
