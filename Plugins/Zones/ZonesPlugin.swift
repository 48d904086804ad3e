import Extraction
import GraphModel
import ZonesTables

/// Finds zones in documents.
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

  /// Adds what the document says.
  public func extract(in context: ExtractionContext) throws {}
}
