import GraphModel

/// A plug-in of rules: word lists, patterns and links, read from `rules.yaml` when the program starts.
public struct RulePack: Plugin {
  /// The declaration.
  public let manifest: PluginManifest
  /// What is wrong with the pack and does not keep it from working: lines of word lists that are left out, names that are
  /// not used.
  public let warnings: [RuleProblem]
  let rules: RuleSet

  /// Reads a pack.
  ///
  /// - Parameter cache: where compiled word lists are kept.
  /// - Throws: `RulePackError` with everything that is wrong.
  public init(
    _ manifest: PluginManifest, in folder: PluginFolder, cache: WordListCache = .standard
  ) throws(RulePackError) {
    let reader = RuleSetReader(folder: folder, manifest: manifest, cache: cache)
    rules = reader.read()
    self.manifest = manifest
    warnings = reader.problems.all.filter(\.fault.isWarning)
    if reader.problems.hasErrors { throw RulePackError(reader.problems.all) }
  }

  /// Number of lines of word lists that are left out.
  public var refusedLines: Int {
    warnings.count { if case .badEntry = $0.fault { true } else { false } }
  }

  /// Rules and entries of word lists.
  public var inventory: PluginInventory {
    PluginInventory(
      rules: rules.finds.count + rules.links.count, entries: rules.lists.reduce(0) { $0 + $1.words.count })
  }

  /// Adds what the rules find.
  public func extract(in context: ExtractionContext) throws { RuleRunner(RuleScene(context, rules), rules).run() }

  /// Whether any of the words that its rules need stands in a text.
  public func mayAdd(to text: ScalarText) -> Bool { rules.mayAdd(to: text, producing: manifest.produces) }

  /// Adds what the rules find, and notes which rules did.
  func extract(in context: ExtractionContext, log: RuleLog) {
    RuleRunner(RuleScene(context, rules), rules, log: log).run()
  }
}
