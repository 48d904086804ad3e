import GraphModel
import TupuKit

/// A talk with a person at the shell: statements that end in a semicolon, over as many lines as they need, and commands.
struct Conversation {
  /// Runs a statement and prints what it answers.
  ///
  /// Throws `Failure` where it fails.
  typealias Runner = (_ statement: String, _ format: QueryFormat) throws -> Void

  let reader: LineReader
  var format: QueryFormat
  let run: Runner

  /// Talks until the end of input or `:quit`.
  mutating func hold() throws {
    if reader.isInteractive { Console.say(Word.shellHello.text) }
    var text = ""
    while true {
      Interruption.watch()
      guard let line = reader.line(prompt: text.isEmpty ? "tupu> " : "  ... ") else {
        // Ctrl-C gives up what was typed; the end of input ends the talk.
        guard Interruption.isRequested else { break }
        text = ""
        try Console.write([10])
        continue
      }
      let words = line.split(separator: " ")
      if text.isEmpty, let command = words.first, command.hasPrefix(":") {
        reader.remember(line)
        guard try obey(String(command), words.dropFirst().joined(separator: " ")) else { return }
        continue
      }
      text += line + "\n"
      guard Self.isComplete(text) else { continue }
      reader.remember(text)
      try runAll(text)
      text = ""
    }
    try runAll(text)
  }

  /// Whether a text ends in a semicolon that is no part of a quotation or comment, or holds nothing.
  static func isComplete(_ text: String) -> Bool {
    let trimmed = text.reversed().drop(while: \.isWhitespace)
    guard let last = trimmed.first else { return true }
    guard last == ";" else { return false }
    // An open quotation makes the text unreadable; then the semicolon is part of it.
    return (try? CypherEngine.statements(in: text)) != nil
  }

  /// Does what a command says; false where it ends the talk.
  private mutating func obey(_ command: String, _ rest: String) throws -> Bool {
    switch command {
    case ":quit", ":exit", ":q": return false
    case ":format":
      if let wanted = QueryFormat(rawValue: rest) {
        format = wanted
      } else if !rest.isEmpty {
        Console.say(Word.unknownFormat(rest, QueryFormat.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      Console.say(format.rawValue)
    case ":schema": try runAll("CALL db.schema()")
    case ":explain": try runAll("EXPLAIN " + rest)
    case ":help", ":?": Console.say(Word.shellHelp.text)
    default: Console.say(Word.unknownCommand(command))
    }
    return true
  }

  /// Runs statements; what is wrong with one is said and does not end the talk.
  private func runAll(_ text: String) throws {
    do {
      for statement in try QueryText.statements(in: text) {
        Interruption.watch()
        try run(statement, format)
      }
    } catch let failure as Failure {
      Console.say(failure.description)
    } catch let error as KnowledgeBaseError {
      Console.say(Word.error.text + error.words)
    } catch let error as PictureError {
      Console.say(Word.error.text + error.words)
    }
  }
}
