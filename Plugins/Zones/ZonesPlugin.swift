import Extraction
import GraphModel
import ZonesTables

/// Finds economic places that are no administrative divisions.
public struct ZonesPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest
  private let compiled: CompiledRules

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_zones_manifest(), count: tupu_zones_manifest_count()).text)
    compiled = CompiledRules(manifest, EmbeddedFile(tupu_zones_rules(), count: tupu_zones_rules_count()))
  }

  /// Whose committees there are, and which companies were visited there.
  public var rules: RulePack? { get throws { try compiled.pack } }

  /// Name, version and rules.
  public var identity: String { compiled.identity }

  /// Adds the zones that the document names, and the companies that were visited there.
  public func extract(in context: ExtractionContext) throws {
    var register = ZoneRegister(context)
    for candidate in ZoneScanner(context).candidates() { register.add(candidate) }
    register.addOtherMentions()
    register.joinShortened()
    register.joinBare()
    register.relate()
    try compiled.pack.link(in: context)
    context.suppressMentions(of: "Region", inside: register.foreign.sorted())
  }
}
