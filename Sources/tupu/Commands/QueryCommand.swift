import ArgumentParser

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

  /// What is asked for, without what bounds it.
  var request: QueryRequest {
    QueryRequest(query: query, file: file, parameters: params, format: format, store: store.file)
  }

  func run() throws { try request.run(limits: bounds.limits, writing: writing) }
}
