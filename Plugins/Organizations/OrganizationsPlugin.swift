import Extraction
import GraphModel
import OrganizationsTables

/// Finds bodies that are not companies, and the regions they belong to.
public struct OrganizationsPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_organizations_manifest(), count: tupu_organizations_manifest_count()).text)
  }

  /// Adds the bodies that the document names.
  public func extract(in context: ExtractionContext) throws {
    let places = PlacePrefixes(context)
    var known: [TextKey: EntityID] = [:]
    var foreign: [Span] = []
    for candidate in OrganizationScanner(context).candidates() {
      let region = region(of: candidate, in: context, places)
      let core = context.folded.string(candidate.isWholeName ? candidate.span : candidate.core)
      let owner = candidate.isStateless ? "" : region.map { context.name(of: $0) } ?? candidate.place?.level ?? "?"
      let name = context.text.string(candidate.span)
      let key = TextKey(owner + "\u{1F}" + core)
      let entity: EntityID
      if let same = known[key] {
        entity = same
        if name.unicodeScalars.count > context.name(of: same).unicodeScalars.count { context.rename(same, to: name) }
      } else {
        entity = context.addEntity(
          "Organization", name: name, rule: candidate.rule, confidence: candidate.confidence, distinct: true)
        known[key] = entity
      }
      context.addMention(of: entity, at: candidate.span, rule: candidate.rule)
      if !candidate.isGovernment { foreign.append(candidate.span) }
      if let region, !candidate.isStateless {
        context.addRelation(
          "PART_OF", from: entity, to: region, evidence: candidate.span, rule: candidate.rule,
          confidence: candidate.confidence)
      }
    }
    context.suppressMentions(of: "Region", inside: foreign)
  }

  /// The region whose body it is: the one its name begins with, else the document's home.
  private func region(
    of candidate: OrganizationCandidate, in context: ExtractionContext, _ places: PlacePrefixes
  ) -> EntityID? {
    // 公安甲县分局, 某市生态环境局甲县分局: the place right before the ending is the one it serves.
    let end = candidate.span.end
    if candidate.span.count > 4, context.folded[end - 2] == "分", context.folded[end - 1] == "局",
      let served = context.mentions(of: "Region", in: candidate.span).last(where: { $0.span.end == end - 2 })
    {
      return served.entity
    }
    if let place = candidate.place { return place.region ?? place.level.flatMap { places.region(ofLevel: $0) } }
    if candidate.isStateless { return nil }
    if context.folded[candidate.span.end - 1] == "厅" { return context.deixis.byWord["省"] }
    return context.deixis.home
  }
}
