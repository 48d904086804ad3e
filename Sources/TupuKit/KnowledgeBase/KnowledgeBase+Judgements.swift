import GraphModel
import GraphStore

extension KnowledgeBase {
  /// Every judgement, oldest first.
  public func judgements() throws -> [JudgementEntry] {
    try reading { try store.judgements().map { JudgementEntry(number: $0.number, judgement: $0.judgement) } }
  }

  /// Keeps a judgement and derives what it changes.
  ///
  /// - Throws: `KnowledgeBaseError.unknownKey` where it names what is not there.
  /// - Returns: the number by which it can be undone.
  public func add(_ judgement: Judgement) throws -> Int {
    try translating {
      try store.write {
        for key in judgement.decision.keys where try !isKnown(key) { throw KnowledgeBaseError.unknownKey(key) }
        let number = try store.add(judgement)
        try derive(judgement, number: number, isTakenBack: false)
        return number
      }
    }
  }

  /// Takes a judgement back and derives what hangs on it.
  ///
  /// - Throws: `KnowledgeBaseError.unknownJudgement`.
  public func undoJudgement(_ number: Int) throws {
    try translating {
      try store.write {
        guard let entry = try store.judgements().first(where: { $0.number == number }),
          try store.removeJudgement(number)
        else { throw KnowledgeBaseError.unknownJudgement(number) }
        try derive(entry.judgement, number: number, isTakenBack: true)
      }
    }
  }

  private func isKnown(_ key: String) throws -> Bool {
    if try store.node(NodeID(key: key))?.key == key { return true }
    return try store.edge(EdgeID(key: key))?.key == key
  }

  /// The judgements that name a node or an edge.
  func judgements(naming key: String) throws -> [JudgementEntry] {
    try store.judgements().filter { $0.judgement.decision.keys.contains(key) }
      .map { JudgementEntry(number: $0.number, judgement: $0.judgement) }
  }
}

extension Judgement.Decision {
  /// The stable keys that the decision names.
  var keys: [String] {
    switch self {
    case .same(let a, let b), .notSame(let a, let b): [a, b]
    case .reject(let key), .correct(let key, _, _): [key]
    case .statement(_, let changes): changes.map(\.key)
    }
  }
}
