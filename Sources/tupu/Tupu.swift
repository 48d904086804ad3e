import ArgumentParser
import Glibc

/// The command line.
@main
struct Tupu: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tupu", abstract: Word.tupuAbstract.text, subcommands: [ExtractCommand.self])
  }

  /// Exit status: 0 done, 1 nothing found or a check failed, 2 misuse or error.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Console.say(Word.error.text + failure.description)
      Glibc.exit(2)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code.isSuccess {
        try? Console.print(message)
        Glibc.exit(0)
      }
      if !message.isEmpty { Console.say(message) }
      Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
    }
  }
}
