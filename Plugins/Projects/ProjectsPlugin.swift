import Extraction
import GraphModel
import ProjectsTables

/// Finds named investment and construction projects, who invests in them and where they stand.
public struct ProjectsPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest
  private let words: ProjectWords

  /// Reads the embedded declaration and word lists.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_projects_manifest(), count: tupu_projects_manifest_count()).text)
    words = ProjectWords.embedded
  }

  /// Adds projects, their mentions, INVESTS_IN and LOCATED_IN.
  public func extract(in context: ExtractionContext) throws {
    var register = ProjectRegister(context)
    for candidate in ProjectReader(words: words, context: context).read() { register.add(candidate) }
    register.takeNames()
    ProjectRelations(words: words, context: context).relate(register.projects)
  }
}
