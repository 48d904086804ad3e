import GraphModel

/// A plug-in of rules: word lists, patterns and links, read from `rules.yaml` when the program starts.
public struct RulePack: Plugin {
  /// The declaration.
  public let manifest: PluginManifest
  /// What is wrong with the pack and does not keep it from working: lines of word lists that are left out, names that are
  /// not used.
  public let warnings: [RuleProblem]
  let set: RuleSet

  /// Reads a pack.
  ///
  /// - Parameter cache: where compiled word lists are kept.
  /// - Throws: `RulePackError` with everything that is wrong.
  public init(
    _ manifest: PluginManifest, in folder: PluginFolder, cache: WordListCache = .standard
  ) throws(RulePackError) {
    let reader = RuleSetReader(folder: folder, manifest: manifest, cache: cache)
    set = reader.read()
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
      rules: set.finds.count + set.links.count, entries: set.lists.reduce(0) { $0 + $1.words.count })
  }

  /// Itself.
  public var rules: RulePack? { self }

  /// Adds what the rules find and link.
  public func extract(in context: ExtractionContext) { RuleRunner(RuleScene(context, set), set).run() }

  /// What the rules find, without adding it, in the order of the rules: for code that chooses among it.
  public func finds(in context: ExtractionContext) -> [RuleFind] { RuleRunner(RuleScene(context, set), set).finds() }

  /// Adds what the rules link of what is there.
  public func link(in context: ExtractionContext) { RuleRunner(RuleScene(context, set), set).link() }

  /// Whether any of the words that its rules need stands in a text.
  public func mayAdd(to text: ScalarText) -> Bool { set.mayAdd(to: text, producing: manifest.produces) }
}

/// What a rule finds at a place.
public struct RuleFind: Hashable, Sendable {
  /// The label of what it is.
  public var label: String
  /// The mention, in the clean text.
  public var span: Span
  /// What it is called.
  public var name: String
  /// The rule.
  public var rule: String
  /// How sure the rule is, 0 to 1.
  public var confidence: Double
}
