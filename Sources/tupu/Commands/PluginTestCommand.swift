import ArgumentParser
import GraphModel
import TupuKit

/// `tupu plugin test`: the examples beside a plug-in.
struct PluginTestCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("test", .pluginTestAbstract, .pluginTestDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpPluginName.text, valueName: "plug-in"))
  var name: String

  @OptionGroup var plugins: PluginOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let choice = try PluginChoice(name, options: plugins)
    let plugin = try choice.load()
    guard let folder = choice.folder, !folder.exampleFiles.isEmpty else {
      throw Failure(Word.noExamples(choice.entry.name))
    }
    let runner = ExampleRunner(plugin, after: try choice.earlier())
    var rows: [[ResultValue]] = []
    var lines: [String] = []
    var count = 0
    var failed = 0
    for file in folder.exampleFiles {
      let examples = try examples(file, in: folder)
      count += examples.count
      for example in examples {
        let failures = try runner.failures(example)
        failed += failures.isEmpty ? 0 : 1
        for failure in failures {
          lines.append("\(folder.shown(file)):\(failure.line): \(failure.words)")
          rows.append([.text(file), .count(failure.line), .text(failure.words)])
        }
      }
    }
    try output.print(
      Answer(
        columns: [("file", .columnPlace), ("line", .columnLine), ("message", .columnDetail)], rows: rows,
        text: Console.visible(lines.joined(separator: "\n"))))
    if failed > 0 { throw Failure.nothing(Word.examplesFailed(choice.entry.name, failed, count)) }
    Console.say(Word.examplesPassed(choice.entry.name, count))
  }

  private func examples(_ file: String, in folder: PluginFolder) throws -> [Example] {
    do {
      return try ExampleReader.examples(String(decoding: try folder.bytes(of: file, limit: 16 << 20), as: UTF8.self))
    } catch let error as PluginLoadError {
      throw Failure(error.words)
    } catch let error as ExampleReader.Failure {
      throw Failure("\(folder.shown(file)):\(error.line): \(error.fault.words)")
    }
  }
}
