import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// What switching a plug-in on or off is told: which one, where it lies, whose selection changes.
struct PluginSwitch: ParsableArguments {
  @Argument(help: ArgumentHelp(Word.helpSwitchName.text, valueName: "name")) var name: String
  @OptionGroup var plugins: PluginOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions
}

/// `tupu plugin enable`: from now on a plug-in reads the documents of a knowledge base.
struct PluginEnableCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("enable", .pluginEnableAbstract, .pluginEnableDiscussion) }

  @OptionGroup var wanted: PluginSwitch

  func run() throws {
    let name = wanted.name
    let catalog = try wanted.plugins.catalog()
    guard let entry = catalog[name] else { throw Failure(Word.noSuchPlugin(name, catalog.names)) }
    // What cannot be loaded is told before anything is recorded.
    let manifest = try entry.loaded().manifest
    let base = try wanted.store.open(.write)
    var selection = try base.pluginSelection()
    if selection.runs(entry) { Console.say(Word.pluginIsEnabled(name)) }
    if entry.isBuiltIn { selection.disabled.remove(name) } else { selection.enabled.insert(name) }
    if let process = manifest.process {
      Console.say(Word.pluginRuns(process.command.joined(separator: " "), entry.path ?? ""))
    }
    try base.switchPlugins(selection, catalog, wanted.output, Word.pluginEnabled(name))
  }
}

/// `tupu plugin disable`: a plug-in reads no more, and what it found leaves the graph.
struct PluginDisableCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("disable", .pluginDisableAbstract, .pluginDisableDiscussion) }

  @OptionGroup var wanted: PluginSwitch

  func run() throws {
    let name = wanted.name
    let catalog = try wanted.plugins.catalog()
    let base = try wanted.store.open(.write)
    var selection = try base.pluginSelection()
    let isBuiltIn = catalog[name]?.isBuiltIn == true
    guard isBuiltIn || catalog[name] != nil || selection.enabled.contains(name) else {
      throw Failure(Word.noSuchPlugin(name, catalog.names))
    }
    guard isBuiltIn ? selection.disabled.insert(name).inserted : selection.enabled.remove(name) != nil else {
      throw Failure.nothing(Word.pluginNotEnabled(name))
    }
    try base.switchPlugins(selection, catalog, wanted.output, Word.pluginDisabled(name))
  }
}

extension PluginCatalog {
  /// The names of all, for a message.
  fileprivate var names: String { entries.map(\.name).joined(separator: Word.listComma.text) }
}

extension PluginCatalog.Entry {
  /// The plug-in, or the failure that tells why it cannot be loaded.
  fileprivate func loaded() throws -> any Plugin {
    do {
      return try load()
    } catch let error as PluginLoadError {
      throw Failure(error.words)
    } catch {
      throw Failure(Word.pluginRefused(name, "\(error)"))
    }
  }
}

extension KnowledgeBase {
  /// Records a selection, extracts anew, and prints what came of it.
  fileprivate func switchPlugins(
    _ selection: PluginSelection, _ catalog: PluginCatalog, _ output: AnswerOptions, _ done: String
  ) throws {
    let assembly = try PluginAssembly(catalog, selection)
    if let failure = assembly.failures.first { throw Failure(failure.words) }
    var bar = ProgressBar()
    let options = IngestOptions(jobs: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    let report = try select(selection, assembly, options: options) { bar.show($0) }
    ProgressBar.clear()
    Console.say(done)
    IncompleteDocuments(report.incomplete).say()
    for failure in report.failures { Console.say(Word.sourceFailed(failure.origin, failure.reason.words)) }
    try output.print(report.answer(seconds: bar.elapsed))
    if !report.failures.isEmpty { throw Failure(Word.sourcesFailed(report.failures.count, report.failures.count)) }
    if !report.incomplete.isEmpty { throw Failure(Word.documentsIncomplete(report.incomplete.count)) }
  }
}
