import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// The command line.
@main
struct Tupu: ParsableCommand {
  /// The version of this program (semantic versioning).
  static let version = "0.1.0"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tupu", abstract: Word.tupuAbstract.text, discussion: Word.tupuDiscussion.text,
      version: version,
      subcommands: verbs.map(\.value))
  }

  /// The verbs by name, in the order of the help.
  static let verbs: KeyValuePairs<String, any ParsableCommand.Type> = [
    "ingest": IngestCommand.self, "import": ImportCommand.self, "docs": DocsCommand.self, "show": ShowCommand.self,
    "search": SearchCommand.self, "path": PathCommand.self, "why": WhyCommand.self, "query": QueryCommand.self,
    "shell": ShellCommand.self, "render": RenderCommand.self, "stats": StatsCommand.self,
    "schema": SchemaCommand.self, "extract": ExtractCommand.self, "clean": CleanCommand.self,
    "plugin": PluginCommand.self, "eval": EvalCommand.self, "check": CheckCommand.self, "dump": DumpCommand.self,
    "merge": MergeCommand.self, "split": SplitCommand.self, "reject": RejectCommand.self,
    "correct": CorrectCommand.self, "judgements": JudgementsCommand.self, "undo": UndoCommand.self,
    "manual": ManualCommand.self, "render-worker": RenderWorkerCommand.self,
  ]

  /// The verb that is asked for, with its arguments.
  ///
  /// Gathering what all verbs take costs more than most questions, so it is done only where one verb's own parser does not
  /// know its way: for help, for verbs of verbs, and where something is wrong.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    if let verb = verbs.first(where: { $0.key == arguments.first })?.value,
      let command = try? verb.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == verb
    {
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// Exit status: 0 done, 1 nothing found or a check failed, 2 misuse or error.
  static func main() {
    do {
      let arguments = Self.arguments
      if let request = QueryRequest(plain: arguments) { return try request.run(limits: QueryOptions.limits()) }
      var command = try Self.command(arguments)
      try command.run()
    } catch let failure as Failure {
      Console.say(failure.status == 1 ? failure.description : Word.error.text + failure.description)
      Glibc.exit(failure.status)
    } catch let error as KnowledgeBaseError {
      Console.say(Word.error.text + error.words)
      Glibc.exit(2)
    } catch let error as PluginLoadError {
      Console.say(Word.error.text + error.words)
      Glibc.exit(2)
    } catch let error as PipelineError {
      Console.say(Word.error.text + error.words)
      Glibc.exit(2)
    } catch let failure as ImportFailure {
      Console.say(Word.error.text + failure.words)
      Glibc.exit(2)
    } catch let error as PictureError {
      Console.say(Word.error.text + error.words)
      Glibc.exit(2)
    } catch {
      let code = exitCode(for: error)
      let message = ParserWords.translated(fullMessage(for: error))
      if code.isSuccess {
        if !message.isEmpty, (try? Console.print(message)) == nil { Glibc.exit(2) }
        Glibc.exit(0)
      }
      if !message.isEmpty { Console.say(message) }
      Glibc.exit(code == .validationFailure || code == .failure ? 2 : code.rawValue)
    }
  }

  /// What was typed after the program's name, file names that are no UTF-8 among it.
  ///
  /// `help` takes verbs alone; the language asked for beside them is known already.
  private static var arguments: [String] {
    let typed = (1..<max(1, Int(CommandLine.argc))).compactMap {
      CommandLine.unsafeArgv[$0].map { PathText.decoding($0) }
    }
    guard typed.first == "help" else { return typed }
    return typed.indices.filter { index in
      typed[index] != "--lang" && !typed[index].hasPrefix("--lang=") && !(index > 0 && typed[index - 1] == "--lang")
    }.map { typed[$0] }
  }
}
