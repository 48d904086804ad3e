import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// `tupu shell`: queries one after the other, from a person or from a program.
struct ShellCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("shell", .shellAbstract, .shellDiscussion) }

  @Flag(help: ArgumentHelp(Word.helpScratch.text)) var scratch = false
  @Option(help: ArgumentHelp(Word.helpQueryFormat.text)) var format: QueryFormat = .table
  @OptionGroup var writing: WriteOptions
  @OptionGroup var bounds: QueryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !scratch || !writing.write else { throw ValidationError(Word.scratchWrites.text) }
    guard format != .jsonl || !writing.write else { throw ValidationError(Word.protocolReads.text) }
  }

  func run() throws {
    if scratch { return try scribble() }
    let base = try store.open(writing.write ? .write : .read)
    if format == .jsonl {
      let session = QuerySession(graph: base.graph, procedures: base.procedures, readOnly: true)
      return try answer(session) { try base.reading($0) }
    }
    let runner = StatementRunner(base: base, limits: bounds.limits, writing: writing)
    let completer = try base.reading { ShellCompleter(base.graph) }
    var conversation = Conversation(reader: LineReader(completer), format: format) { try runner.run($0, as: $1) }
    try conversation.hold()
  }

  /// Answers a program, one request a line.
  private func answer(_ session: QuerySession, _ reading: (() throws -> Void) throws -> Void) throws {
    session.limits = bounds.limits
    while let line = readLine(strippingNewline: true) {
      if line.utf8.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
      try reading { try Console.write(session.answer(line.utf8)) }
    }
  }

  /// A graph in memory that ends with the shell.
  private func scribble() throws {
    if format == .jsonl { return try answer(QuerySession()) { try $0() } }
    let graph = MemoryGraph()
    let limits = bounds.limits
    var conversation = Conversation(reader: LineReader(ShellCompleter(graph)), format: format) { statement, format in
      var engine = CypherEngine(graph: graph)
      engine.limits = limits
      let table = try QueryText.translating(statement) { try engine.run(statement).table }
      guard let form = format.table else { throw Failure(Word.scratchPicture.text) }
      var printer = ResultPrinter(columns: table.columns, format: form)
      for row in table.rows { try printer.add(row) }
      try printer.finish()
    }
    try conversation.hold()
  }
}
