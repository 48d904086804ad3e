import GraphModel

/// Watches the rules of a plug-in over a corpus, for rules that never find anything or come too late.
public struct RuleAudit: Plugin {
  private let plugin: any Plugin
  private let set: RuleSet
  private let log = RuleLog()

  /// Watches a plug-in that has rules; run it in the plug-in's place.
  ///
  /// - Throws: `RulePackError` where its rules are wrong.
  public init(_ plugin: any Plugin) throws {
    self.plugin = plugin
    set = try plugin.rules?.set ?? RuleSet()
  }

  /// The plug-in's declaration.
  public var manifest: PluginManifest { plugin.manifest }

  /// The plug-in's rules.
  public var rules: RulePack? { get throws { try plugin.rules } }

  /// Adds what the plug-in finds, and notes which of its rules did.
  public func extract(in context: ExtractionContext) throws {
    context.ruleLog = log
    defer { context.ruleLog = nil }
    try plugin.extract(in: context)
  }

  /// How often each rule made a find or a link, in the order of the file.
  public var counts: [(rule: String, count: Int)] {
    (set.finds.map(\.name) + set.links.map(\.name)).map { ($0, log.fired[$0] ?? 0) }
  }

  /// The rules that made nothing in what was read: those whose finds earlier rules had made, and those without any.
  public var problems: [RuleProblem] {
    let rules = set.finds.map { ($0.name, $0.place) } + set.links.map { ($0.name, $0.place) }
    return rules.compactMap { name, place in
      guard log.fired[name] == nil else { return nil }
      guard let others = log.shadowed[name], let first = others.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })
      else { return RuleProblem(.neverFired(name), at: place) }
      return RuleProblem(.shadowed(name, by: first.key), at: place)
    }
  }
}
