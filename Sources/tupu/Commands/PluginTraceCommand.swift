import ArgumentParser
import GraphModel
import TupuKit

/// `tupu plugin trace`: which rules were tried at a place of a document, and what each wanted.
struct PluginTraceCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("trace", .pluginTraceAbstract, .pluginTraceDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpFiles.text, valueName: "file"))
  var file: String
  @Option(help: ArgumentHelp(Word.helpTraceAt.text, valueName: "place"))
  var at: String
  @Option(name: .customLong("plugin"), help: ArgumentHelp(Word.helpTracePlugin.text, valueName: "plug-in"))
  var name: String

  @OptionGroup var plugins: PluginOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let choice = try PluginChoice(name, options: plugins)
    let plugin = try choice.load()
    guard let pack = try plugin.rules else {
      throw Failure(Word.pluginIsNoPack(choice.entry.name))
    }
    let pipeline = try choice.assembly().pipeline
    let context: ExtractionContext
    do {
      let document = try DocumentExtractor(pipeline: pipeline).document(from: try SourceFile.source(at: file))
      context = ExtractionContext(document: document)
      for plugin in pipeline.plugins { try context.run(plugin) }
    } catch {
      throw Failure(Word.sourceFailed(file, SourceFailure(error).words))
    }
    guard let span = place(in: context.document) else { throw Failure.nothing(Word.notInText(at)) }
    let trials = pack.trials(in: context, at: span) + pack.linkTrials(in: context, at: span)
    let rows = trials.map { trial -> [ResultValue] in
      [
        .text(trial.rule), .text(trial.adds), .text("\(trial.place.file):\(trial.place.line)"),
        .text(trial.outcome.words),
      ]
    }
    try output.print(
      Answer(
        columns: [
          ("rule", .columnRule), ("adds", .columnAdds), ("place", .columnPlace), ("outcome", .columnOutcome),
        ], rows: rows))
  }

  /// The stretch of the clean text that the option names: `START-END` in the source's decoded text, or words.
  private func place(in document: Document) -> Span? {
    let ends = at.split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, at.split(separator: "-").count == 2 else { return words(in: document) }
    var found: Span?
    for position in 0..<document.text.count {
      let source = document.offsets.source(of: Span(position, position + 1))
      guard source.start < ends[1], source.end > ends[0] else { continue }
      found = Span(found?.start ?? position, position + 1)
    }
    return found
  }

  private func words(in document: Document) -> Span? {
    let words = Folding.fold(ScalarText(at))
    guard !words.isEmpty, words.count <= document.folded.count else { return nil }
    for start in 0...document.folded.count - words.count {
      let span = Span(start, start + words.count)
      if document.folded[span].elementsEqual(words.scalars) { return span }
    }
    return nil
  }
}
