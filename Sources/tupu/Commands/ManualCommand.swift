import ArgumentParser
import GraphModel
import TupuKit

/// `tupu manual`: the manual page, made from the same declarations as the help.
struct ManualCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("manual", .manualAbstract, .manualDiscussion) }

  @OptionGroup var common: CommonOptions

  func run() throws {
    let description = try JSONValue(parsing: Tupu._dumpHelp())
    guard let command = description["command"] else { throw Failure(Word.cannotWrite("tupu.1", "")) }
    try Console.print(ManualPage(command: command).text)
  }
}
