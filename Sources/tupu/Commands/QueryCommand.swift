import ArgumentParser
import GraphModel
import TupuKit

/// `tupu query`: asks the graph in openCypher.
struct QueryCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("query", .queryAbstract, .queryDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpQuery.text)) var query: String?
  @Option(help: ArgumentHelp(Word.helpQueryFile.text), completion: .file()) var file: String?
  @Option(help: ArgumentHelp(Word.helpParams.text, valueName: "json")) var params: String?
  @Option(help: ArgumentHelp(Word.helpQueryFormat.text)) var format: QueryFormat = .table
  @OptionGroup var writing: WriteOptions
  @OptionGroup var bounds: QueryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (query == nil) != (file == nil) else { throw ValidationError(Word.queryOneSource.text) }
  }

  func run() throws {
    let statements = try QueryText.statements(in: try text())
    guard !statements.isEmpty else { throw Failure(Word.nothingAsked.text) }
    let runner = StatementRunner(
      base: try store.open(writing.write ? .write : .read), limits: bounds.limits, writing: writing,
      parameters: try QueryText.parameters(params))
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
