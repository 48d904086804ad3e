import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// What bounds a query.
struct QueryOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Word.helpTimeout.text, valueName: "seconds")) var timeout: Double?
  @Option(help: ArgumentHelp(Word.helpMemory.text, valueName: "megabytes")) var memory = 2048

  func validate() throws {
    guard memory > 0, memory <= 1 << 20 else { throw ValidationError(Word.mustBePositive("--memory")) }
    guard timeout.map({ $0 > 0 && $0 < 1e9 }) ?? true else { throw ValidationError(Word.mustBePositive("--timeout")) }
  }

  var limits: QueryLimits {
    QueryLimits(timeout: timeout.map { Duration.seconds($0) }, memory: memory << 20)
  }
}

/// `tupu query`: asks the graph in openCypher.
struct QueryCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("query", .queryAbstract, .queryDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpQuery.text)) var query: String?
  @Option(help: ArgumentHelp(Word.helpQueryFile.text), completion: .file()) var file: String?
  @Option(help: ArgumentHelp(Word.helpParams.text, valueName: "json")) var params: String?
  @OptionGroup var bounds: QueryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (query == nil) != (file == nil) else { throw ValidationError(Word.queryOneSource.text) }
  }

  func run() throws {
    let statements = try QueryText.statements(in: try text())
    let parameters = try parameters()
    let base = try store.open()
    for statement in statements {
      let result = try base.reading { () throws -> QueryResult in
        var engine = CypherEngine(graph: base.graph, readOnly: true)
        engine.limits = bounds.limits
        return try QueryText.translating(statement) { try engine.run(statement, parameters: parameters) }
      }
      let options = TableOptions(width: output.format == .table ? Console.width : nil)
      try result.table.write(as: output.format, options: options) { try Console.write($0) }
    }
  }

  private func parameters() throws -> [String: ResultValue] {
    guard let params else { return [:] }
    do {
      return try ParameterReader.parameters(try JSONValue(parsing: params))
    } catch let error as JSONError {
      throw Failure(Word.badParameters("\(error.reason.rawValue), \(error.offset)"))
    } catch let error as CypherError {
      throw Failure(Word.badParameters(error.message))
    }
  }

  /// The query's text: the argument, standard input, or a file.
  private func text() throws -> String {
    if let query, query != "-" { return query }
    return try QueryText.text(of: query == "-" ? "-" : file ?? "-")
  }
}

/// Reading queries and saying what is wrong with them.
enum QueryText {
  /// The statements of a text, which semicolons part.
  ///
  /// - Throws: `Failure`.
  static func statements(in text: String) throws -> [String] {
    try translating(text) { try CypherEngine.statements(in: text) }
  }

  /// Turns the engine's errors into words.
  static func translating<T>(_ query: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as CypherError {
      throw Failure(words(error, in: query))
    }
  }

  /// The error with its names, place and suggestion: `SyntaxError (UndefinedVariable) 1:15: …`.
  static func words(_ error: CypherError, in query: String) -> String {
    let place = error.place(in: query).map { " \($0.line):\($0.column)" } ?? ""
    var text = "\(error.kind.rawValue) (\(error.detail.rawValue))\(place): \(error.message)"
    if let suggestion = error.suggestion { text += "\n" + Word.didYouMean(suggestion) }
    return text
  }

  /// What the last statement of a text answers.
  static func answer(_ text: String, from base: KnowledgeBase) throws -> ResultTable {
    var table = ResultTable(columns: [])
    for statement in try statements(in: text) {
      let engine = CypherEngine(graph: base.graph, readOnly: true)
      table = try translating(statement) { try engine.run(statement).table }
    }
    return table
  }

  /// The text of a file, or of standard input for `-`.
  ///
  /// - Throws: `Failure` where it cannot be read or is not UTF-8.
  static func text(of path: String) throws -> String {
    guard let bytes = bytes(of: path) else { throw Failure(Word.cannotRead(path, String(cString: strerror(errno)))) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Failure(Word.cannotRead(path, "UTF-8")) }
    return text
  }

  /// All of a file, or of standard input for `-`; nil where it cannot be read.
  static func bytes(of path: String) -> [UInt8]? {
    let file = path == "-" ? STDIN_FILENO : Glibc.open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { if path != "-" { close(file) } }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return count == 0 ? bytes : nil }
      bytes += piece[..<count]
    }
  }
}
