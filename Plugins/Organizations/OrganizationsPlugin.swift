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
    let bodies = bodies(in: context)
    var forms = BodyForms()
    for body in bodies { forms.add(body, in: context) }
    forms.settle()
    var known: [TextKey: EntityID] = [:]
    var branches = Branches()
    var foreign: [Span] = []
    var owners: [EntityID: (region: EntityID?, candidate: OrganizationCandidate)] = [:]
    var byAlias: [ArraySlice<Unicode.Scalar>: EntityID] = [:]
    var aliases: [(entity: EntityID, span: Span)] = []
    for body in bodies {
      let (candidate, region) = (body.candidate, body.region)
      let name = Self.name(context.text.string(candidate.span))
      let key = forms.fullest(BodyForms.key(of: body, in: context))
      let entity: EntityID
      let alias = byAlias[context.folded[candidate.span]]
      if let same = alias ?? known[key] ?? branches.whole(of: candidate, in: context) {
        entity = same
        if name.unicodeScalars.count > context.name(of: same).unicodeScalars.count { context.rename(same, to: name) }
      } else {
        entity = context.addEntity(
          "Organization", name: name, rule: candidate.rule, confidence: candidate.confidence, distinct: true)
        known[key] = entity
      }
      branches.add(entity, candidate, in: context)
      context.addMention(of: entity, at: candidate.span, rule: candidate.rule)
      if let alias = BracketAlias(context.folded, behind: candidate.span.end)?.span,
        OrganizationWords.embedded.endings[context.folded[alias]] == nil
      {
        aliases.append((entity, alias))
        byAlias[context.folded[alias]] = entity
      }
      if !candidate.isGovernment { foreign.append(candidate.span) }
      if owners[entity] == nil { owners[entity] = (region, candidate) }
    }
    joinPlaceless(owners, in: context)
    addAliases(aliases, in: context)
    relate(owners, in: context)
    context.suppressMentions(of: "Region", inside: foreign)
  }

  /// The name of a body: a zone's committee and its party committee, written as one, are the committee.
  private static func name(_ written: String) -> String {
    guard written.hasSuffix(joined) else { return written }
    return written.dropLast(joined.count) + "管委会"
  }

  private static let joined = "党工委管委会"

  /// The bodies that the text names, in order, each with what it belongs to.
  private func bodies(in context: ExtractionContext) -> [OwnedBody] {
    let places = PlacePrefixes(context)
    let lone = LoneRegions(context)
    var listed = ListedPlace(context)
    let candidates = SeenNames.settled(OrganizationScanner(context).candidates(), in: context)
    let bodies = candidates.map { candidate in
      let region = listed.region(of: candidate, own: region(of: candidate, in: context, places, lone))
      return OwnedBody(
        candidate: candidate, region: region,
        owner: candidate.isStateless ? "" : region.map { context.name(of: $0) } ?? owner(candidate, in: context),
        core: candidate.isWholeName ? wholeName(candidate, of: region, in: context) : candidate.core)
    }
    return OwnedBody.settled(bodies, in: context)
  }

  /// A name in which every place tells, without the one that it begins with where that is the region it belongs to: 甲区工商联乙商会
  /// is 区工商联乙商会.
  private func wholeName(
    _ candidate: OrganizationCandidate, of region: EntityID?, in context: ExtractionContext
  ) -> Span {
    let span = candidate.span
    guard let region else { return span }
    let name = Array(context.name(of: region).unicodeScalars)
    if span.count >= name.count + 4, context.text[span].starts(with: name) {
      return Span(span.start + name.count, span.end)
    }
    // 甲乙商会 is 甲市乙商会.
    if name.count >= 3, span.count >= name.count + 3, context.text[span].starts(with: name.dropLast()) {
      return Span(span.start + name.count - 1, span.end)
    }
    let level = Span(span.start, span.start + 1)
    let isLevel = "省市县区州旗镇乡".unicodeScalars.contains(context.folded[span.start])
    return isLevel && context.name(of: region).hasSuffix(context.text.string(level)) ? Span(level.end, span.end) : span
  }

  /// Joins an association without a place to the only one that has the same name behind its place: 乙同乡会 of 甲市乙同乡会.
  private func joinPlaceless(
    _ owners: [EntityID: (region: EntityID?, candidate: OrganizationCandidate)], in context: ExtractionContext
  ) {
    var placed: [ArraySlice<Unicode.Scalar>: [EntityID]] = [:]
    let bodies = owners.sorted { $0.key < $1.key }.filter { $0.value.candidate.rule == "organization.institution" }
    for (entity, owner) in bodies where owner.candidate.core.start > owner.candidate.span.start {
      placed[context.folded[owner.candidate.core], default: []].append(entity)
    }
    for (entity, owner) in bodies where owner.candidate.core == owner.candidate.span && owner.candidate.span.count >= 4
    {
      guard let wholes = placed[context.folded[owner.candidate.span]], wholes.count == 1, wholes[0] != entity else {
        continue
      }
      context.merge(entity, into: wholes[0])
    }
  }

  /// Adds the mentions of the short forms that brackets behind names give them.
  private func addAliases(_ aliases: [(entity: EntityID, span: Span)], in context: ExtractionContext) {
    guard !aliases.isEmpty else { return }
    let text = context.folded
    var taken = SpanSet(count: text.count)
    for mention in context.mentions(of: "Organization") { taken.insert(mention.span) }
    var forms = WordTrie<EntityID>()
    for alias in aliases { forms.insert(text[alias.span], alias.entity) }
    var position = 0
    while let (span, entity) = forms.firstMatch(in: text, from: position) {
      position = span.start + 1
      guard !taken.overlaps(span) else { continue }
      context.addMention(of: entity, at: span, rule: "organization.alias-in-bracket")
      position = span.end
    }
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
        // 甲市乙商会丙分会 is a part of 甲市乙商会, 甲大学宣传处 of 甲大学; a committee's departments are its region's.
        for end in stride(from: ending.start, to: span.start + 3, by: -1)
        where whole == nil && words.leadingEndings.longestMatch(in: context.folded, endingAt: end) == nil {
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
    if candidate.isWholeName, candidate.place?.isBare != true, isOfHometown(candidate.span, in: context) { return nil }
    if isSeat || candidate.isWholeName,
      let first = place(atHeadOf: candidate.span, in: context)
        ?? (isSeat ? context.mentions(of: "Region", in: candidate.span).first?.entity : nil)
    {
      return first
    }
    if let place = candidate.place {
      if place.region == nil, !place.isBare, let named = self.place(atHeadOf: candidate.span, in: context) {
        return named
      }
      guard place.isBare else { return place.region }
      if let chained = PostChain(context).region(before: place.span) { return chained }
      return place.region ?? place.level.flatMap { places.region(ofLevel: $0) ?? lone.region(ofLevel: $0) }
    }
    if candidate.isStateless { return nil }
    if context.folded[candidate.span.end - 1] == "厅" { return context.deixis.byWord["省"] }
    return context.deixis.home
  }

  /// What tells a body of no region of the document from others that are named alike: the place it is called after
  /// (甲江大学, 乙川大学), else the level of its place.
  private func owner(_ candidate: OrganizationCandidate, in context: ExtractionContext) -> String {
    guard let place = candidate.place else { return OwnedBody.nobody }
    return place.isBare ? place.level ?? OwnedBody.nobody : context.folded.string(place.span)
  }

  /// 甲商会, elsewhere, is of people who come from 甲: a name that is nothing but a short name of a place and its kind.
  private func isOfHometown(_ span: Span, in context: ExtractionContext) -> Bool {
    guard let ending = OrganizationWords.embedded.branchEndings.longestMatch(in: context.folded, endingAt: span.end)
    else { return false }
    return (2...3).contains(ending.start - span.start)
      && !"省市县区州旗镇乡总".unicodeScalars.contains(context.folded[ending.start - 1])
  }

  /// Whether the code of a region says that it lies in another.
  private func isPart(_ region: EntityID, of whole: EntityID, in context: ExtractionContext) -> Bool {
    guard let inner = context.property("code", of: region)?.text, var outer = context.property("code", of: whole)?.text
    else { return false }
    while outer.hasSuffix("00"), outer.count > 2 { outer.removeLast(2) }
    return inner != outer && inner.hasPrefix(outer)
  }

  /// The region of the document with whose name a body's begins.
  private func place(atHeadOf span: Span, in context: ExtractionContext) -> EntityID? {
    for length in stride(from: min(8, span.count - 2), through: 2, by: -1) {
      let name = context.text.string(Span(span.start, span.start + length))
      if let region = context.entity("Region", named: name) {
        // 甲省乙县某园区管委会: the nearer of two.
        let next = context.mentions(of: "Region", in: span).first { $0.span.start == span.start + length }?.entity
        return next.flatMap { isPart($0, of: region, in: context) ? $0 : nil } ?? region
      }
      // 甲乙商会: 甲 is 甲市, which the document names.
      guard length <= 3 else { continue }
      for level in ["市", "县", "区", "省"] {
        if let region = context.entity("Region", named: name + level) { return region }
      }
    }
    return nil
  }
}
