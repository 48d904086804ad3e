import Extraction
import GraphModel
import PeopleTables

/// Finds people and the posts they hold.
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

  /// Adds the people that the document names, with their posts.
  public func extract(in context: ExtractionContext) throws {
    var scanner = PeopleScanner(context)
    let findings = scanner.scan()
    var register = PeopleRegister(context)
    for finding in findings where finding.hit.anchor != .givenBeforePost { register.add(finding) }
    for finding in findings where finding.hit.anchor == .givenBeforePost { register.add(finding) }
    register.joinSpellings()
    register.addLatePosts()
    register.addCollectivePosts()
    register.markRoles()
    register.resolveSurnames()
    context.suppressMentions(of: "Region", inside: findings.map(\.hit.span))
    context.suppressMentions(of: "Organization", inside: register.fusedTitles)
  }
}
