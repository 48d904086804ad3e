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
      subcommands: [
        IngestCommand.self, ImportCommand.self, DocsCommand.self, ShowCommand.self, SearchCommand.self,
        PathCommand.self, WhyCommand.self,
        QueryCommand.self, ShellCommand.self, RenderCommand.self, StatsCommand.self, SchemaCommand.self,
        ExtractCommand.self, CleanCommand.self, PluginCommand.self,
        EvalCommand.self, CheckCommand.self, DumpCommand.self, MergeCommand.self, SplitCommand.self,
        RejectCommand.self, CorrectCommand.self, JudgementsCommand.self, UndoCommand.self, ManualCommand.self,
        RenderWorkerCommand.self,
      ])
  }

  /// Exit status: 0 done, 1 nothing found or a check failed, 2 misuse or error.
  static func main() {
    do {
      var command = try parseAsRoot(Self.arguments)
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
