import Extraction
import GraphModel
import OrganizationsTables

/// Finds organizations in documents.
public struct OrganizationsPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_organizations_manifest(), count: tupu_organizations_manifest_count()).text)
  }

  /// Adds what the document says.
  public func extract(in context: ExtractionContext) throws {}
}
