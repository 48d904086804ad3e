import Extraction
import GraphModel
import ProgramsTables

/// Finds programs in documents.
public struct ProgramsPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_programs_manifest(), count: tupu_programs_manifest_count()).text)
  }

  /// Adds what the document says.
  public func extract(in context: ExtractionContext) throws {}
}
