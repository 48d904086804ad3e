import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// `tupu ingest`: takes documents into the knowledge base.
struct IngestCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("ingest", .ingestAbstract, .ingestDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpInputs.text, valueName: "path"), completion: .file()) var paths: [String]
  @Option(help: ArgumentHelp(Word.helpJobs.text)) var jobs: Int?
  @Option(help: ArgumentHelp(Word.helpEncoding.text)) var encoding: String?
  @Option(help: ArgumentHelp(Word.helpMaximumSize.text, valueName: "MB")) var maximumSize = 64
  @Flag(help: ArgumentHelp(Word.helpForce.text)) var force = false
  @Flag(help: ArgumentHelp(Word.helpPrune.text)) var prune = false
  @OptionGroup var plugins: PluginOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (jobs ?? 1) > 0 else { throw ValidationError(Word.mustBePositive("--jobs")) }
    guard (1...4096).contains(maximumSize) else { throw ValidationError(Word.mustBeBetween("--maximum-size", 1, 4096)) }
  }

  func run() throws {
    try checkEncoding(encoding)
    let options = IngestOptions(
      jobs: jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), limit: maximumSize << 20, encoding: encoding,
      force: force, prune: prune)
    let catalog = try plugins.catalog()
    let base = try store.open(.write)
    let assembly = try PluginAssembly(catalog, try base.pluginSelection())
    var bar = ProgressBar()
    let report = try base.ingest(
      paths.map { .path($0) }, options: options, pipeline: assembly.pipeline, absent: assembly.failures.map(\.plugin)
    ) { bar.show($0) }
    ProgressBar.clear()
    IncompleteDocuments(report.incomplete).say()
    for failure in assembly.failures { Console.say(failure.words) }
    assembly.sayWhatIsLeftOut()
    if let words = report.leftOutWords { Console.say(words) }
    for failure in report.failures { Console.say(Word.sourceFailed(failure.origin, failure.reason.words)) }
    try output.print(report.answer(seconds: bar.elapsed))
    if !report.failures.isEmpty { throw Failure(Word.sourcesFailed(report.failures.count, report.sources)) }
    if !report.incomplete.isEmpty { throw Failure(Word.documentsIncomplete(report.incomplete.count)) }
    if !assembly.failures.isEmpty { throw Failure(Word.pluginsBroken(assembly.failures.count)) }
  }
}
