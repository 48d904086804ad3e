import GraphModel

extension KnowledgeBase {
  /// Nodes with names most like a text that names none, the likest first: for "did you mean".
  public func suggestions(for name: String, limit: Int = 5) throws -> [Node] {
    let wanted = Folding.fold(ScalarText(name), lowercasing: true).scalars.filter { !$0.properties.isWhitespace }
    guard !wanted.isEmpty else { return [] }
    let width = min(2, wanted.count)
    // A name of ordinary length has at most this many pairs; longer texts are sampled from their start.
    let starts = (0...(wanted.count - width)).prefix(12)
    var candidates: [String: Node] = [:]
    for start in starts {
      let piece = String(String.UnicodeScalarView(wanted[start..<start + width]))
      for node in try searchNodes(piece, limit: 20) { candidates[node.key] = node }
    }
    let ranked = candidates.values.map { node in
      (node: node, distance: ([node.name] + node.aliases).map { distance(wanted, to: $0) }.min() ?? .max)
    }
    return ranked.filter { $0.distance <= max(2, wanted.count * 2 / 3) }
      .sorted { ($0.distance, $0.node.key) < ($1.distance, $1.node.key) }.prefix(limit).map(\.node)
  }

  /// Number of characters to add, drop or change (Levenshtein), beginnings of longer names forgiven half.
  private func distance(_ wanted: [Unicode.Scalar], to name: String) -> Int {
    let other = Folding.fold(ScalarText(name), lowercasing: true).scalars
    var row = Array(0...other.count)
    for (i, scalar) in wanted.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, match) in other.enumerated() {
        let cost = min(diagonal + (scalar == match ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    let extra = max(0, other.count - wanted.count)
    return row[other.count] - extra / 2
  }
}
