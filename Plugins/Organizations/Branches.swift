import Extraction
import GraphModel

/// The branches of bodies by the ends of their names, so that a short form finds its own: 照明分会 of 甲市乙商会照明分会.
struct Branches {
  private var byEnd: [TextKey: EntityID] = [:]
  /// The shortest and the longest form that stands for a branch, in scalars.
  private static let lengths = 4...12

  /// Keeps the forms that shorten a body's name, where it is a branch's.
  mutating func add(_ body: EntityID, _ candidate: OrganizationCandidate, in context: ExtractionContext) {
    guard isBranch(candidate, in: context) else { return }
    for length in Self.lengths where length < candidate.span.count {
      let form = TextKey(context.text.string(Span(candidate.span.end - length, candidate.span.end)))
      if byEnd[form] == nil { byEnd[form] = body }
    }
  }

  /// The branch that a form without a place shortens.
  func whole(of candidate: OrganizationCandidate, in context: ExtractionContext) -> EntityID? {
    // 甲分院 of 某院甲分院: the place tells the branch, not whose it is.
    let isPlaced = candidate.place.map { !$0.isBare && context.folded[candidate.core.start] == "分" } ?? true
    guard isPlaced, isBranch(candidate, in: context) else { return nil }
    return byEnd[TextKey(context.text.string(candidate.span))]
  }

  private func isBranch(_ candidate: OrganizationCandidate, in context: ExtractionContext) -> Bool {
    OrganizationWords.embedded.partEndings.longestMatch(in: context.folded, endingAt: candidate.span.end) != nil
  }
}

/// The regions that are the only ones of their level in a document: a level word that points nowhere else means them (街道 in the
/// news of one street).
struct LoneRegions {
  private var byLevel: [String: EntityID?] = [:]

  init(_ context: ExtractionContext) {
    for region in context.entities(of: "Region") {
      let name = context.name(of: region)
      guard let last = name.unicodeScalars.last else { continue }
      let level = name.hasSuffix("街道") ? "街道" : String(last)
      byLevel[level] = byLevel.keys.contains(level) ? .some(nil) : region
    }
  }

  /// The one region of a level.
  func region(ofLevel level: String) -> EntityID? { byLevel[level] ?? nil }
}
