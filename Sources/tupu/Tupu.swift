import ArgumentParser
import Glibc
import TupuKit

/// The command line.
@main
struct Tupu: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tupu", abstract: Word.tupuAbstract.text, discussion: Word.tupuDiscussion.text,
      subcommands: [
        IngestCommand.self, DocsCommand.self, ShowCommand.self, SearchCommand.self, PathCommand.self, WhyCommand.self,
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
      var command = try parseAsRoot()
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
    } catch let error as PictureError {
      Console.say(Word.error.text + error.words)
      Glibc.exit(2)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code.isSuccess {
        if !message.isEmpty, (try? Console.print(message)) == nil { Glibc.exit(2) }
        Glibc.exit(0)
      }
      if !message.isEmpty { Console.say(message) }
      Glibc.exit(code == .validationFailure || code == .failure ? 2 : code.rawValue)
    }
  }
}
