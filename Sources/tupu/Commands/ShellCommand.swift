import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// `tupu shell`: queries one after the other.
struct ShellCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("shell", .shellAbstract, .shellDiscussion) }

  @Flag(help: ArgumentHelp(Word.helpScratch.text)) var scratch = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = QuerySession()
    while let line = readLine(strippingNewline: true) {
      if line.utf8.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
      try Console.write(session.answer(line.utf8))
    }
  }
}
