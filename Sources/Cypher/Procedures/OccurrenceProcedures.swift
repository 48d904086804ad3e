import Glibc
import GraphModel

/// How often two things meet in groups, against what chance would give.
private struct CoOccurrence {
  var first: Int
  var second: Int
  var together: Int
  var expected: Double
  var probability: Double

  /// The chance that two sets of `a` and `b` of `all` groups, drawn at random, share at least `together`: the upper tail of the
  /// hypergeometric distribution, as in the one-sided exact test of Fisher (1935).
  static func tail(together: Int, _ a: Int, _ b: Int, of all: Int) -> Double {
    func logChoose(_ n: Int, _ k: Int) -> Double {
      lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
    }
    let whole = logChoose(all, b)
    var sum = 0.0
    for shared in max(together, a + b - all, 0)...max(together, min(a, b)) where shared <= min(a, b) {
      sum += exp(logChoose(a, shared) + logChoose(all - a, b - shared) - whole)
    }
    return min(1, sum)
  }
}

extension Procedure {
  /// Procedures that weigh how often things meet.
  static let occurrenceProcedures: [Procedure] = [
    Procedure(
      name: "graph.coOccurrence",
      arguments: [
        Column(name: "label", type: "STRING"), Column(name: "types", type: "LIST OF STRING"),
        Column(name: "minimum", type: "INTEGER?"),
      ],
      required: 2,
      results: [
        Column(name: "first", type: "NODE"), Column(name: "second", type: "NODE"),
        Column(name: "together", type: "INTEGER"), Column(name: "expected", type: "FLOAT"),
        Column(name: "lift", type: "FLOAT"), Column(name: "pValue", type: "FLOAT"),
      ],
      summary:
        "Which two nodes with a label lead to the same nodes (people to the same meetings) more often than chance would have it: how often, how often by chance, the quotient, and the probability of so many by chance (Fisher's exact test); the least probable first.",
      example:
        "CALL graph.coOccurrence('Person', ['ATTENDED', 'SPOKE_AT', 'PRESIDED_OVER'], 2) YIELD first, second, together, lift, pValue RETURN first.name, second.name, together, lift, pValue LIMIT 10"
    ) { arguments, frame, emit in
      guard case .string(let label) = arguments[0], case .list(let names) = arguments[1] else { return }
      var minimum = 1
      if arguments.count > 2, case .integer(let number) = arguments[2] { minimum = Int(clamping: max(1, number)) }
      let types = names.compactMap { name -> Token? in
        if case .string(let name) = name { frame.graph.typeToken(name) } else { nil }
      }
      guard let token = frame.graph.labelToken(label), !types.isEmpty else { return }
      var nodes: [NodeID] = []
      var sizes: [Int] = []
      var groups: [NodeID: [Int]] = [:]
      try frame.graph.scanNodes(label: token) { node in
        var met: Set<NodeID> = []
        try frame.graph.expand(node, .outgoing, types: types) { _, _, group in
          try frame.tick()
          met.insert(group)
          return true
        }
        guard !met.isEmpty else { return true }
        for group in met { groups[group, default: []].append(nodes.count) }
        nodes.append(node)
        sizes.append(met.count)
        return true
      }
      var counts: [[Int]: Int] = [:]
      for members in groups.values {
        for (place, first) in members.enumerated() {
          for second in members[(place + 1)...] {
            try frame.tick()
            counts[[first, second], default: 0] += 1
          }
          try frame.reserve(bytes: counts.count * 80)
        }
      }
      var found: [CoOccurrence] = []
      for (pair, together) in counts where together >= minimum {
        let (a, b) = (sizes[pair[0]], sizes[pair[1]])
        try frame.tick(min(a, b))
        found.append(
          CoOccurrence(
            first: pair[0], second: pair[1], together: together, expected: Double(a) * Double(b) / Double(groups.count),
            probability: CoOccurrence.tail(together: together, a, b, of: groups.count)))
      }
      found.sort {
        ($0.probability, -$0.together, $0.first, $0.second) < ($1.probability, -$1.together, $1.first, $1.second)
      }
      for pair in found {
        let row: [Value] = [
          .node(nodes[pair.first]), .node(nodes[pair.second]), .integer(Int64(pair.together)), .float(pair.expected),
          .float(Double(pair.together) / pair.expected), .float(pair.probability),
        ]
        if try !emit(row) { return }
      }
    }
  ]
}
