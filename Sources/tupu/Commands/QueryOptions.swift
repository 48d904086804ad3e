import ArgumentParser
import GraphModel
import TupuKit

/// What bounds a query.
struct QueryOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Word.helpTimeout.text, valueName: "seconds")) var timeout: Double?
  @Option(help: ArgumentHelp(Word.helpMemory.text, valueName: "megabytes")) var memory = Self.standardMemory

  func validate() throws {
    guard memory > 0, memory <= 1 << 20 else { throw ValidationError(Word.mustBePositive("--memory")) }
    guard timeout.map({ $0 > 0 && $0 < 1e9 }) ?? true else { throw ValidationError(Word.mustBePositive("--timeout")) }
  }

  var limits: QueryLimits { Self.limits(timeout: timeout, memory: memory) }

  /// The memory that a query may use, in megabytes, where nothing else is said.
  static let standardMemory = 2048

  /// The bounds for a time in seconds and a memory in megabytes; Ctrl-C ends the query too.
  static func limits(timeout: Double? = nil, memory: Int = standardMemory) -> QueryLimits {
    QueryLimits(timeout: timeout.map { Duration.seconds($0) }, memory: memory << 20) { Interruption.isRequested }
  }
}

/// Whether a query may write, and in whose name.
struct WriteOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(Word.helpWrite.text)) var write = false
  @Option(help: ArgumentHelp(Word.helpAuthor.text)) var author: String?
  @Option(help: ArgumentHelp(Word.helpReason.text)) var reason = ""

  /// Runs a statement that writes, and says what it changed and how to take it back.
  ///
  /// - Throws: `CypherError`, `KnowledgeBaseError`.
  func state(
    _ statement: String, _ parameters: [String: ResultValue], limits: QueryLimits, in base: KnowledgeBase
  ) throws -> ResultTable {
    let outcome = try base.state(
      statement, parameters: parameters, author: Judgement.author(author), time: Judgement.timestamp(), reason: reason,
      limits: limits)
    if let number = outcome.number {
      Console.say(Word.statementKept(number, outcome.result.changes.words))
      let schema = try base.schema()
      for type in outcome.newTypes {
        let known = (schema.nodes.map(\.name) + schema.edges.map(\.name)).filter { !outcome.newTypes.contains($0) }
        let similar = Suggestion.nearest(type, among: known)
        Console.say(Word.newType(type) + (similar.map { Word.newTypeSimilar($0) } ?? ""))
      }
    } else {
      Console.say(Word.statementEmpty.text)
    }
    return outcome.result.table
  }
}

extension QueryChanges {
  /// What changed, in the language of this run.
  var words: String {
    let parts: [(Int, Word)] = [
      (nodesCreated, .changeNodesCreated), (nodesDeleted, .changeNodesDeleted),
      (relationshipsCreated, .changeEdgesCreated), (relationshipsDeleted, .changeEdgesDeleted),
      (propertiesSet, .changeProperties),
    ]
    return parts.filter { $0.0 > 0 }.map { $0.1("\($0.0)") }.joined(separator: Word.listComma.text)
  }
}

/// The forms in which a query's result can be printed: as a table, or as a picture of the nodes and paths in it.
enum QueryFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, jsonl, csv, markdown, dot, svg, png

  /// The form of a table; nil for pictures.
  var table: TableFormat? { TableFormat(rawValue: rawValue) }
  /// The form of a picture; nil for tables.
  var picture: PictureFormat? { table == nil ? PictureFormat(rawValue: rawValue) : nil }
}
