import Extraction
import GraphModel
import ZonesTables

/// Finds economic places that are no administrative divisions.
public struct ZonesPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_zones_manifest(), count: tupu_zones_manifest_count()).text)
  }

  /// Adds the zones that the document names, and the companies that were visited there.
  public func extract(in context: ExtractionContext) throws {
    var register = ZoneRegister(context)
    for candidate in ZoneScanner(context).candidates() { register.add(candidate) }
    register.addOtherMentions()
    register.joinShortened()
    register.joinBare()
    register.relate()
    register.joinCommittees()
    VisitReader(context: context).locate()
    context.suppressMentions(of: "Region", inside: register.foreign.sorted())
  }
}
