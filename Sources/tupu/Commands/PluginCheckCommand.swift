import ArgumentParser
import GraphModel
import TupuKit

/// `tupu plugin check`: everything that is wrong with a plug-in, and rules that are of no use in a corpus.
struct PluginCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("check", .pluginCheckAbstract, .pluginCheckDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpPluginName.text, valueName: "plug-in"))
  var name: String
  @Argument(help: ArgumentHelp(Word.helpCheckCorpus.text, valueName: "file"))
  var documents: [String] = []

  @OptionGroup var plugins: PluginOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let choice = try PluginChoice(name, options: plugins)
    var problems: [RuleProblem] = []
    var inventory = PluginInventory()
    do {
      let plugin = try choice.entry.load()
      inventory = plugin.inventory
      if let pack = try plugin.rules {
        problems = pack.warnings
        let assembly = try choice.assembly()
        if !documents.isEmpty { problems += try audit(plugin, assembly) }
      }
    } catch let error as RulePackError {
      problems = error.problems
    } catch let error as PluginLoadError {
      throw Failure(error.words)
    }
    try show(problems.sorted { $0.place < $1.place }, choice)
    let errors = problems.count { !$0.fault.isWarning }
    guard errors == 0 else { throw Failure.nothing(Word.pluginHasErrors(choice.entry.name, errors)) }
    if output.format == .table {
      Console.say(Word.checkedPlugin(choice.entry.name, inventory.rules ?? 0, inventory.entries ?? 0))
    }
  }

  private func audit(_ plugin: any Plugin, _ assembly: PluginAssembly) throws -> [RuleProblem] {
    let audit = try RuleAudit(plugin)
    let plugins = assembly.pipeline.plugins.map { $0.manifest.name == plugin.manifest.name ? audit : $0 }
    let extractor = DocumentExtractor(pipeline: try Pipeline(plugins))
    var failed = 0
    for file in documents {
      do {
        _ = try extractor.extract(try SourceFile.source(at: file))
      } catch {
        failed += 1
        Console.say(Word.sourceFailed(file, SourceFailure(error).words))
      }
    }
    if failed > 0 { throw Failure(Word.sourcesFailed(failed, documents.count)) }
    if output.format == .table {
      for (rule, count) in audit.counts where count > 0 { Console.say(Word.checkedRule(rule, count)) }
    }
    return audit.problems
  }

  private func show(_ problems: [RuleProblem], _ choice: PluginChoice) throws {
    let rows = problems.map { problem -> [ResultValue] in
      [
        .text(problem.fault.isWarning ? "warning" : "error"), .text(problem.place.file), .count(problem.place.line),
        .count(problem.place.column), .text(problem.fault.words), .text(problem.place.excerpt),
      ]
    }
    try output.print(
      Answer(
        columns: [
          ("severity", .columnKind), ("file", .columnPlace), ("line", .columnLine), ("column", .columnColumn),
          ("message", .columnDetail), ("excerpt", .columnQuote),
        ], rows: rows, text: Console.visible(problems.map { $0.words(in: choice.shownFolder) }.joined(separator: "\n")))
    )
  }
}
