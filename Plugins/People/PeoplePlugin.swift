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
    // 副市长李文焦作了报告: a place that begins with a name's last character is none, either.
    let names = findings.map(\.hit.span).map { name in
      let place = scanner.weigher.regions.span(at: name.end - 1)
      return place.map { $0.start > name.start && $0.end > name.end } == true
        ? Span(name.start, place?.end ?? name.end) : name
    }
    context.suppressMentions(of: "Region", inside: names)
    context.suppressMentions(of: "Enterprise", inside: names)
    context.suppressMentions(of: "Organization", inside: register.fusedTitles)
  }
}
