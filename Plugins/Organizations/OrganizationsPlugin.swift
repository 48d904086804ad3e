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
    var branches = Branches()
    let lone = LoneRegions(context)
    var foreign: [Span] = []
    var owners: [EntityID: (region: EntityID?, candidate: OrganizationCandidate)] = [:]
    for candidate in OrganizationScanner(context).candidates() {
      let region = region(of: candidate, in: context, places, lone)
      let core = context.folded.string(candidate.isWholeName ? candidate.span : candidate.core)
      let owner = candidate.isStateless ? "" : region.map { context.name(of: $0) } ?? candidate.place?.level ?? "?"
      let name = context.text.string(candidate.span)
      let key = TextKey(owner + "\u{1F}" + core)
      let entity: EntityID
      if let same = known[key] ?? branches.whole(of: candidate, in: context) {
        entity = same
        if name.unicodeScalars.count > context.name(of: same).unicodeScalars.count { context.rename(same, to: name) }
      } else {
        entity = context.addEntity(
          "Organization", name: name, rule: candidate.rule, confidence: candidate.confidence, distinct: true)
        known[key] = entity
      }
      branches.add(entity, candidate, in: context)
      context.addMention(of: entity, at: candidate.span, rule: candidate.rule)
      if !candidate.isGovernment { foreign.append(candidate.span) }
      if owners[entity] == nil { owners[entity] = (candidate.isStateless ? nil : region, candidate) }
    }
    relate(owners, in: context)
    context.suppressMentions(of: "Region", inside: foreign)
  }

  /// Adds PART_OF to the region, or to the body of which the name says that this is a branch.
  private func relate(
    _ owners: [EntityID: (region: EntityID?, candidate: OrganizationCandidate)], in context: ExtractionContext
  ) {
    let words = OrganizationWords.embedded
    for (entity, owner) in owners.sorted(by: { $0.key < $1.key }) {
      let span = owner.candidate.span
      var whole: EntityID?
      if let ending = words.partEndings.longestMatch(in: context.folded, endingAt: span.end, limit: span.start) {
        // 甲市乙商会丙分会 is a part of 甲市乙商会.
        for end in stride(from: ending.start, to: span.start + 3, by: -1) where whole == nil {
          whole = context.entity("Organization", named: context.text.string(Span(span.start, end)))
        }
      }
      guard let target = whole ?? owner.region else { continue }
      context.addRelation(
        "PART_OF", from: entity, to: target, evidence: span, rule: owner.candidate.rule,
        confidence: owner.candidate.confidence)
    }
  }

  /// The region whose body it is: the one its name begins with, else the document's home.
  private func region(
    of candidate: OrganizationCandidate, in context: ExtractionContext, _ places: PlacePrefixes, _ lone: LoneRegions
  ) -> EntityID? {
    // 公安甲县分局, 某市生态环境局甲县分局: the place right before the ending is the one it serves.
    let end = candidate.span.end
    if candidate.span.count > 4, context.folded[end - 2] == "分", context.folded[end - 1] == "局",
      let served = context.mentions(of: "Region", in: candidate.span).last(where: { $0.span.end == end - 2 })
    {
      return served.entity
    }
    // 甲镇街道办事处, 甲市乙县商会: the place with which the name begins.
    let isSeat = OrganizationWords.embedded.seats.longestMatch(in: context.folded, endingAt: end) != nil
    if isSeat || candidate.isWholeName, let first = place(atHeadOf: candidate.span, in: context) { return first }
    if let place = candidate.place {
      if place.region == nil, !place.isBare, let named = self.place(atHeadOf: candidate.span, in: context) {
        return named
      }
      return place.region ?? place.level.flatMap { places.region(ofLevel: $0) ?? lone.region(ofLevel: $0) }
    }
    if candidate.isStateless { return nil }
    if context.folded[candidate.span.end - 1] == "厅" { return context.deixis.byWord["省"] }
    return context.deixis.home
  }

  /// The region of the document with whose name a body's begins.
  private func place(atHeadOf span: Span, in context: ExtractionContext) -> EntityID? {
    for length in stride(from: min(8, span.count - 2), through: 2, by: -1) {
      let name = context.text.string(Span(span.start, span.start + length))
      if let region = context.entity("Region", named: name) { return region }
    }
    return nil
  }
}
