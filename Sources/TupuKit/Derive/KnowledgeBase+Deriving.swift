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

  /// Derives what a judgement changes that was just added, or taken back.
  func derive(_ judgement: Judgement, number: Int, isTakenBack: Bool) throws {
    let schema = try storedSchema()
    guard try store.meta("derivation") == Self.derivation(schema), try store.pendingCount() == 0 else {
      return try deriveAnew()
    }
    var derivation = try Derivation(store, schema: schema)
    guard !derivation.sharesAdditions(of: judgement, isTakenBack: isTakenBack) else { return try deriveAnew() }
    try derivation.follow(judgement, number: number, isTakenBack: isTakenBack)
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
