import GraphModel

/// Watches the rules of a pack over a corpus, for rules that never find anything or come too late.
public struct RuleAudit: Plugin {
  private let pack: RulePack
  private let log = RuleLog()

  /// Watches a pack; run it in the pack's place.
  public init(_ pack: RulePack) { self.pack = pack }

  /// The pack's declaration.
  public var manifest: PluginManifest { pack.manifest }

  /// Adds what the pack's rules find, and notes which did.
  public func extract(in context: ExtractionContext) throws { pack.extract(in: context, log: log) }

  /// How often each rule made a find or a link, in the order of the file.
  public var counts: [(rule: String, count: Int)] {
    (pack.rules.finds.map(\.name) + pack.rules.links.map(\.name)).map { ($0, log.fired[$0] ?? 0) }
  }

  /// The rules that made nothing in what was read: those whose finds earlier rules had made, and those without any.
  public var problems: [RuleProblem] {
    let rules = pack.rules.finds.map { ($0.name, $0.place) } + pack.rules.links.map { ($0.name, $0.place) }
    return rules.compactMap { name, place in
      guard log.fired[name] == nil else { return nil }
      guard let others = log.shadowed[name], let first = others.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })
      else { return RuleProblem(.neverFired(name), at: place) }
      return RuleProblem(.shadowed(name, by: first.key), at: place)
    }
  }
}
