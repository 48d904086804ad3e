import Extraction
import GraphModel
import ProjectsTables

/// Finds projects in documents.
public struct ProjectsPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_projects_manifest(), count: tupu_projects_manifest_count()).text)
  }

  /// Adds what the document says.
  public func extract(in context: ExtractionContext) throws {}
}
