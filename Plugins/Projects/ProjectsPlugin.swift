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
    words = ProjectWords(WordLists(EmbeddedFile(tupu_projects_words(), count: tupu_projects_words_count()).text))
  }

  /// Adds projects, their mentions, INVESTS_IN and LOCATED_IN.
  public func extract(in context: ExtractionContext) throws {
    var projects: [(project: EntityID, candidates: [ProjectCandidate])] = []
    var places: [String: Int] = [:]
    for candidate in ProjectReader(words: words, context: context).read() {
      let key = context.folded.string(candidate.core)
      if let place = places[key] {
        projects[place].candidates.append(candidate)
        context.addMention(of: projects[place].project, at: candidate.span, rule: candidate.rule)
        continue
      }
      let project = context.addEntity(
        "Project", name: context.text.string(candidate.span), rule: candidate.rule, confidence: candidate.confidence)
      context.addMention(of: project, at: candidate.span, rule: candidate.rule)
      context.addSurface(at: candidate.core, to: project)
      places[key] = projects.count
      projects.append((project, [candidate]))
    }
    ProjectRelations(words: words, context: context).relate(projects)
  }
}
