import Extraction
import GraphModel

/// The zones of one document and what they belong to.
struct ZoneRegister {
  private let context: ExtractionContext
  private let places: PlacePrefixes
  private var byKey: [String: EntityID] = [:]
  private var bySpan: [Span: EntityID] = [:]
  /// Spans of zones whose names hold a region's name only as a part.
  private(set) var foreign: [Span] = []

  init(_ context: ExtractionContext) {
    self.context = context
    places = PlacePrefixes(context)
  }

  /// Adds a mention; names that differ only by the place before them are the same zone.
  mutating func add(_ candidate: ZoneCandidate) {
    let named = candidate.place.flatMap { $0.region ?? $0.level.flatMap { places.region(ofLevel: $0) } }
    let isWide = ZoneWords.embedded.wide.longestMatch(in: context.folded, endingAt: candidate.span.end) != nil
    let inner = context.mentions(of: "Region", in: candidate.span).first { $0.entity == context.deixis.home }
    let region = inner?.entity ?? named ?? (isWide ? nil : context.deixis.home)
    let core = context.folded.string(candidate.core)
    let key = (region.map { context.name(of: $0) } ?? "?") + "\u{1F}" + core
    let name = context.text.string(candidate.span)
    let entity: EntityID
    if let known = byKey[key] {
      entity = known
      if name.unicodeScalars.count > context.name(of: known).unicodeScalars.count { context.rename(known, to: name) }
    } else {
      entity = context.addEntity(
        "Zone", name: name, rule: candidate.rule, confidence: candidate.confidence, distinct: true)
      byKey[key] = entity
    }
    context.addMention(of: entity, at: candidate.span, rule: candidate.rule)
    bySpan[candidate.span] = entity
    if let region {
      context.addRelation(
        "PART_OF", from: entity, to: region, evidence: candidate.span, rule: candidate.rule,
        confidence: candidate.confidence)
    }
  }

  /// A committee whose name begins with a zone's is part of the zone.
  func joinCommittees() {
    let committees = ZoneWords.embedded.committees
    for mention in context.mentions(of: "Organization") {
      let span = mention.span
      guard let ending = committees.longestMatch(in: context.folded, endingAt: span.end, limit: span.start),
        let zone = bySpan[Span(span.start, ending.start)]
      else { continue }
      context.addRelation(
        "PART_OF", from: mention.entity, to: zone, evidence: span, rule: "zone.committee", confidence: 0.9)
    }
  }
}
