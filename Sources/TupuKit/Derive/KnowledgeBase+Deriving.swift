import GraphModel
import GraphStore
import Resolution

extension KnowledgeBase {
  /// So many documents are derived in one change of the file.
  private static let step = 4000

  /// Derives what waits; the whole graph anew where what decides on it is another version than the one it was made by.
  func finishPendingWork(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws {
    try translating {
      guard let schema = try store.meta("schema").map({ _ in try storedSchema() }) else { return }
      if try !store.isIndexCurrent() { try store.write { try store.rebuildTextIndex() } }
      let derivation = Self.derivation(schema)
      let made = try store.meta("derivation")
      if made != derivation {
        guard let made, Self.isKept(made, by: derivation) else { return try deriveAnew(progress) }
        try store.write { try store.setMeta("derivation", to: derivation) }
      }
      let total = try store.pendingCount()
      guard total > 0 else { return }
      var done = 0
      while try store.write({
        var derivation = try Derivation(store, schema: schema)
        return try derivation.step(documents: Self.step)
      }) {
        done = min(total, done + Self.step)
        progress(done, total)
      }
    }
  }

  /// Derives what a judgement changes that was just added, or taken back: what it adds where it is a statement that only adds,
  /// else the whole graph.
  func derive(_ judgement: Judgement, number: Int, isTakenBack: Bool) throws {
    let schema = try storedSchema()
    guard let statement = Self.additions(of: judgement), try store.meta("derivation") == Self.derivation(schema),
      try store.pendingCount() == 0,
      try isTakenBack || statement.statedNodes.allSatisfy({ try store.node(NodeID(key: $0.key)) == nil })
    else { return try deriveAnew() }
    var derivation = try Derivation(store, schema: schema)
    if isTakenBack {
      try derivation.remove(statement, number: number)
    } else {
      try derivation.add(statement)
    }
  }

  /// What a statement adds, where it does nothing else; nil too where an edge of it leads to a claim of a document, which gets
  /// a place of its own by that.
  private static func additions(of judgement: Judgement) -> JudgementBook? {
    guard case .statement(_, let changes) = judgement.decision else { return nil }
    for change in changes {
      switch change {
      case .addNode: continue
      case .addEdge(_, _, let from, let to, _):
        guard Resolver.claim(ofLocalKey: from) == nil, Resolver.claim(ofLocalKey: to) == nil else { return nil }
      case .set, .remove: return nil
      }
    }
    return JudgementBook([judgement])
  }

  /// Derives the whole graph from documents and judgements, in one change of the file.
  func deriveAnew(_ progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws {
    try translating {
      try store.write {
        let schema = try storedSchema()
        let numbers = try store.documentNumbers()
        try store.emptyGraph()
        var derivation = try Derivation(store, schema: schema)
        try derivation.bringInStatements()
        var done = 0
        while try derivation.step(documents: Self.step) {
          done = min(numbers.count, done + Self.step)
          progress(done, numbers.count)
        }
        try store.setMeta("derivation", to: Self.derivation(schema))
      }
    }
  }

  /// Whether a graph that was derived under one description is right under another: types may come and go with the documents
  /// that use them, but none may mean something else.
  static func isKept(_ made: String, by wanted: String) -> Bool {
    let (mine, yours) = (made.split(separator: " "), wanted.split(separator: " "))
    func edges(_ marks: [Substring]) -> [Substring: Substring] {
      Dictionary(marks.dropFirst().map { ($0.prefix { $0 != "/" }, $0) }) { first, _ in first }
    }
    let known = edges(mine)
    return mine.first == yours.first && edges(yours).allSatisfy { known[$0.key] == nil || known[$0.key] == $0.value }
  }

  /// Names what decides on a graph beside documents and judgements.
  static func derivation(_ schema: GraphSchema) -> String {
    let marks = schema.edges.map { "\($0.name)/\($0.distinguishedBy ?? "")" }
    return ([Resolver.version] + marks).joined(separator: " ")
  }
}
