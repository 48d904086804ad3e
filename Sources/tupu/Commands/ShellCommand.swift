import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// `tupu shell`: queries one after the other, from a person or from a program.
struct ShellCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("shell", .shellAbstract, .shellDiscussion) }

  @Flag(help: ArgumentHelp(Word.helpScratch.text)) var scratch = false
  @OptionGroup var bounds: QueryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    if scratch { return try converse(QuerySession(), MemoryGraph()) { try $0() } }
    let base = try store.open()
    try converse(QuerySession(graph: base.graph, readOnly: true), base.graph) { try base.reading($0) }
  }

  private func converse(
    _ session: QuerySession, _ graph: any PropertyGraph, _ reading: (() throws -> Void) throws -> Void
  ) throws {
    session.limits = bounds.limits
    if output.format == .jsonl {
      while let line = readLine(strippingNewline: true) {
        if line.utf8.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
        try reading { try Console.write(session.answer(line.utf8)) }
      }
      return
    }
    try talk(graph, reading)
  }

  /// Takes statements that end in a semicolon, over as many lines as they need.
  private func talk(_ graph: any PropertyGraph, _ reading: (() throws -> Void) throws -> Void) throws {
    var format = output.format
    var text = ""
    let isTerminal = isatty(STDIN_FILENO) == 1
    if isTerminal { Console.say(Word.shellHello.text) }
    var engine = CypherEngine(graph: graph, readOnly: !scratch)
    engine.limits = bounds.limits
    while true {
      if isTerminal { try Console.write(Array((text.isEmpty ? "tupu> " : "  ... ").utf8)) }
      guard let line = readLine(strippingNewline: true) else { break }
      let words = line.split(separator: " ")
      if text.isEmpty, let command = words.first, command.hasPrefix(":") {
        switch command {
        case ":quit", ":exit", ":q": return
        case ":format":
          if words.count > 1, let wanted = TableFormat(rawValue: String(words[1])) { format = wanted }
          Console.say(format.rawValue)
        case ":schema": try run("CALL db.schema()", engine, format, reading)
        case ":explain": try run("EXPLAIN " + words.dropFirst().joined(separator: " "), engine, format, reading)
        default: Console.say(Word.shellHello.text)
        }
        continue
      }
      text += line + "\n"
      guard line.hasSuffix(";") || text.allSatisfy(\.isWhitespace) else { continue }
      try run(text, engine, format, reading)
      text = ""
    }
    try run(text, engine, format, reading)
  }

  /// Runs statements; what is wrong with one is said and does not end the shell.
  private func run(
    _ text: String, _ engine: CypherEngine, _ format: TableFormat, _ reading: (() throws -> Void) throws -> Void
  ) throws {
    do {
      for statement in try QueryText.statements(in: text) {
        try reading {
          let result = try QueryText.translating(statement) { try engine.run(statement) }
          try result.table.write(as: format, options: TableOptions(width: Console.width)) { try Console.write($0) }
        }
      }
    } catch let failure as Failure {
      Console.say(failure.description)
    }
  }
}
