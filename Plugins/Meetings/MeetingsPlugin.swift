import Extraction
import GraphModel
import MeetingsTables

/// Finds meetings in documents.
public struct MeetingsPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest
  let words: MeetingWords

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_meetings_manifest(), count: tupu_meetings_manifest_count()).text)
    words = MeetingWords(WordLists(EmbeddedFile(tupu_meetings_words(), count: tupu_meetings_words_count()).text))
  }

  /// Adds what the document says.
  public func extract(in context: ExtractionContext) throws {}
}
