import Extraction
import GraphModel
import ProjectsTables

/// Finds named investment and construction projects, who invests in them and where they stand.
public struct ProjectsPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest
  private let compiled: CompiledRules

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_projects_manifest(), count: tupu_projects_manifest_count()).text)
    compiled = CompiledRules(
      manifest, EmbeddedFile(tupu_projects_rules(), count: tupu_projects_rules_count()),
      files: ["Tables/words.txt": EmbeddedFile(tupu_projects_words(), count: tupu_projects_words_count())])
  }

  /// Who invests in a project and where it stands.
  public var rules: RulePack? { get throws { try compiled.pack } }

  /// Name, version and rules.
  public var identity: String { compiled.identity }

  /// Adds projects, their mentions, INVESTS_IN and LOCATED_IN.
  public func extract(in context: ExtractionContext) throws {
    var register = ProjectRegister(context)
    for candidate in ProjectReader(words: .embedded, context: context).read() { register.add(candidate) }
    register.addOtherMentions()
    register.takeNames()
    register.locate()
    register.invest()
    // That a project of a province's news stands in the province is nothing that the text tells.
    let home = context.deixis.home
    if let home, Self.isProvince(home, in: context) { context.deixis.home = nil }
    defer { context.deixis.home = home }
    try compiled.pack.link(in: context)
  }

  /// Whether a region is a province or an autonomous region, and no city of that rank.
  private static func isProvince(_ region: EntityID, in context: ExtractionContext) -> Bool {
    context.property("level", of: region) == .string("province") && !context.name(of: region).hasSuffix("市")
  }
}
