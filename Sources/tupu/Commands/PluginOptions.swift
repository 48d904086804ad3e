import ArgumentParser
import TupuKit

/// Where plug-ins are looked for.
struct PluginOptions: ParsableArguments {
  @Option(
    name: .customLong("plugins"), help: ArgumentHelp(Word.helpPlugins.text, valueName: "folder"),
    completion: .directory)
  var folders: [String] = []

  /// The plug-ins of `--plugins`, else `TUPU_PLUGINS` (folders parted by `:`), and of the standard places.
  ///
  /// - Throws: `Failure`.
  func catalog() throws -> PluginCatalog {
    let named = (environmentVariable("TUPU_PLUGINS") ?? "").split(separator: ":").map(String.init)
    do {
      return try PluginCatalog(folders: folders.isEmpty ? named : folders)
    } catch let error as PluginLoadError {
      throw Failure(error.words)
    }
  }
}

/// Which plug-ins run where no knowledge base says so.
struct SelectionOptions: ParsableArguments {
  @OptionGroup var plugins: PluginOptions
  @Option(name: .customLong("enable"), help: ArgumentHelp(Word.helpEnable.text, valueName: "plug-in"))
  var enabled: [String] = []

  /// The plug-ins that run: the built-in ones and those named.
  ///
  /// - Throws: `Failure` where one named cannot run; `PipelineError`.
  func assembly() throws -> PluginAssembly {
    let assembly = try PluginAssembly(try plugins.catalog(), PluginSelection(enabled: Set(enabled)))
    if let failure = assembly.failures.first { throw Failure(failure.words) }
    assembly.sayWhatIsLeftOut()
    return assembly
  }
}

extension PluginAssembly {
  /// Names the rule packs that run without some lines of their word lists.
  func sayWhatIsLeftOut() {
    for (plugin, lines) in incomplete { Console.say(Word.ruleLinesLeftOut(plugin, lines)) }
  }
}
