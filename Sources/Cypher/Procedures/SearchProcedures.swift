import GraphModel

extension Procedure {
  /// Procedures that find nodes by words.
  static let searchProcedures: [Procedure] = [
    Procedure(
      name: "db.index.fulltext.queryNodes",
      arguments: [Column(name: "text", type: "STRING"), Column(name: "limit", type: "INTEGER?")], required: 1,
      results: [Column(name: "node", type: "NODE"), Column(name: "score", type: "FLOAT")],
      summary:
        "The nodes whose name or alias holds every word of a text, the best first; the score is the share of the name that the text covers.",
      example: "CALL db.index.fulltext.queryNodes('开发区', 10) YIELD node, score RETURN node.name, score"
    ) { arguments, frame, emit in
      guard case .string(let text) = arguments[0] else { return }
      var limit = 20
      if arguments.count > 1, case .integer(let number) = arguments[1] {
        guard (1...1_000_000).contains(number) else {
          throw CypherError(.argument, .numberOutOfRange, "The number of nodes lies between 1 and 1000000.")
        }
        limit = Int(number)
      }
      let found = try frame.procedures.search.map { try $0(text, limit) } ?? scan(text, limit, frame)
      for hit in found { if try !emit([.node(hit.node), .float(hit.score)]) { return } }
    }
  ]

  /// Looks through the names of all nodes: for graphs that have no index of words.
  private static func scan(_ text: String, _ limit: Int, _ frame: Frame) throws -> [ProcedureRegistry.Hit] {
    let words = text.lowercased().split { $0.isWhitespace }.map(String.init)
    guard !words.isEmpty, let key = frame.graph.keyToken("name") else { return [] }
    let length = words.reduce(0) { $0 + $1.unicodeScalars.count }
    var hits: [ProcedureRegistry.Hit] = []
    try frame.graph.scanNodes(label: nil) { node in
      try frame.tick()
      guard let name = try frame.graph.property(key, of: node)?.text?.lowercased() else { return true }
      if words.allSatisfy({ TextScan.contains(name, $0) }) {
        hits.append((node, Double(length) / Double(name.unicodeScalars.count)))
      }
      return true
    }
    return Array(hits.sorted { ($1.score, $0.node) < ($0.score, $1.node) }.prefix(limit))
  }
}
