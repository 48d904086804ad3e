import GraphModel
import TupuKit

/// What `tupu query` is asked for.
struct QueryRequest: Equatable {
  /// The query; `-`: standard input; nil: it stands in a file.
  var query: String?
  var file: String?
  /// Parameters as JSON.
  var parameters: String?
  var format: QueryFormat = .table
  /// The knowledge base, where one is named.
  var store: String?

  /// Runs the statements; they may write where `writing` says so.
  ///
  /// - Throws: `Failure`, `KnowledgeBaseError`, `PictureError`.
  func run(limits: QueryLimits, writing: WriteOptions? = nil) throws {
    let statements = try QueryText.statements(in: try text())
    guard !statements.isEmpty else { throw Failure(Word.nothingAsked.text) }
    let mode: KnowledgeBase.Mode = writing?.write == true ? .write : .read
    let runner = StatementRunner(
      base: try KnowledgeBase(path: StoreOptions.path(store), mode: mode), limits: limits, writing: writing,
      parameters: try QueryText.parameters(parameters))
    Interruption.watch()
    for (number, statement) in statements.enumerated() {
      try runner.run(statement, as: format, draws: number == statements.count - 1)
    }
  }

  /// The query's text: the argument, standard input, or a file.
  private func text() throws -> String {
    if let query, query != "-" { return query }
    return try QueryText.text(of: query == "-" ? "-" : file ?? "-")
  }
}

extension QueryRequest {
  /// Reads the arguments of the program where they are those of most calls: `query`, one text, and at most one each of `--db`,
  /// `--format` and `--params` with its value. Nil where there is anything else.
  ///
  /// Programs ask one question a process: the general parser, which knows all verbs, takes longer than most answers.
  init?(plain arguments: [String]) {
    guard arguments.first == "query" else { return nil }
    var rest = arguments.dropFirst()
    var given: Set<String> = []
    while let argument = rest.popFirst() {
      if !argument.hasPrefix("-") {
        guard query == nil else { return nil }
        query = argument
        continue
      }
      guard given.insert(argument).inserted, let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
      switch argument {
      case "--db": store = value
      case "--params": parameters = value
      case "--format":
        guard let named = QueryFormat(rawValue: value) else { return nil }
        format = named
      default: return nil
      }
    }
    guard query != nil else { return nil }
  }
}
