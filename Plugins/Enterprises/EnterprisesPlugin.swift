import EnterprisesTables
import Extraction
import GraphModel

/// Finds companies, and the regions they stand in where the text says so.
public struct EnterprisesPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_enterprises_manifest(), count: tupu_enterprises_manifest_count()).text)
  }

  /// Adds the companies that the document names.
  public func extract(in context: ExtractionContext) throws {
    let scanner = EnterpriseScanner(context)
    var register = EnterpriseRegister(context)
    // 润德集团 is a short form where the document has 江苏润德纺织集团有限公司, and a company of its own elsewhere.
    let names = scanner.fullNames()
    for candidate in names where !scanner.mayBeShort(candidate) { register.add(candidate) }
    register.addShortForms()
    // 甲市远桥集团 is there before 远桥集团, which shortens it.
    for isPlaced in [true, false] {
      for candidate in names where scanner.mayBeShort(candidate) && (candidate.place != nil) == isPlaced {
        register.add(candidate)
      }
      register.addShortForms()
    }
    for candidate in scanner.listed(outside: register.taken) { register.add(candidate) }
    for candidate in scanner.beforeHeads(outside: register.taken) { register.add(candidate) }
    for candidate in scanner.beforeDeeds(outside: register.taken) { register.add(candidate) }
    for candidate in scanner.builders(outside: register.taken) { register.add(candidate) }
    for candidate in scanner.localHoldings(outside: register.taken) { register.add(candidate) }
    for candidate in scanner.renowned(outside: register.taken) { register.add(candidate) }
    // The second pass finds the neighbours of those that the first one found.
    for _ in 0..<2 {
      for candidate in scanner.besideCompanies(outside: register.taken, known: register.spans) {
        register.add(candidate)
      }
    }
    for candidate in scanner.coinedAlone(outside: register.taken) { register.add(candidate) }
    register.addOtherMentions()
    register.locate()
    context.suppressMentions(of: "Region", inside: register.spans.sorted())
  }
}
