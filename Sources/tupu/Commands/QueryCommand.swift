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
    let parameters = try QueryText.parameters(params)
    let base = try store.open(writing.write ? .write : .read)
    Interruption.watch()
    for (number, statement) in statements.enumerated() {
      let writes = try writing.write && QueryText.translating(statement) { try CypherEngine.writes(statement) }
      guard writes || format.picture != nil else {
        try print(statement, parameters, of: base)
        continue
      }
      let table = try QueryText.translating(statement) {
        if writes { return try writing.state(statement, parameters, limits: bounds.limits, in: base) }
        return try base.reading { try engine(base).run(statement, parameters: parameters).table }
      }
      if let picture = format.picture {
        if number == statements.count - 1 { try PictureRenderer.draw(table, of: base, as: picture) }
      } else if !table.columns.isEmpty {
        try table.write(as: format.table ?? .table, options: TableOptions(width: Console.width)) {
          try Console.write($0)
        }
      }
    }
  }

  private func engine(_ base: KnowledgeBase) -> CypherEngine {
    var engine = CypherEngine(graph: base.graph, readOnly: true)
    engine.limits = bounds.limits
    return engine
  }

  private func print(_ statement: String, _ parameters: [String: ResultValue], of base: KnowledgeBase) throws {
    var printer: ResultPrinter?
    do {
      _ = try QueryText.translating(statement) {
        try base.reading {
          try engine(base).stream(
            statement, parameters: parameters,
            columns: { printer = ResultPrinter(columns: $0, format: format.table ?? .table) },
            row: { row in
              try printer?.add(row)
              return true
            })
        }
      }
    } catch {
      // What came before the error is shown; but an object is closed only where it is whole.
      if format != .json, printer?.isEmpty == false { try printer?.finish() }
      throw error
    }
    try printer?.finish()
  }

  /// The query's text: the argument, standard input, or a file.
  private func text() throws -> String {
    if let query, query != "-" { return query }
    return try QueryText.text(of: query == "-" ? "-" : file ?? "-")
  }
}
