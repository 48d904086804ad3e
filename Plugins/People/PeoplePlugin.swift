import Extraction
import GraphModel
import PeopleTables

/// Finds people in documents.
public struct PeoplePlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_people_manifest(), count: tupu_people_manifest_count()).text)
  }

  /// Adds what the document says.
  public func extract(in context: ExtractionContext) throws {}
}
