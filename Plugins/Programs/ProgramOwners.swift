import Extraction
import GraphModel

/// Says who carries a program out: the region or body that the text names as its owner, else the home region.
struct ProgramOwners {
  let words: ProgramWords
  let context: ExtractionContext

  /// Adds PURSUES for a program.
  func relate(_ program: EntityID, _ candidates: [ProgramCandidate]) {
    // A strategy of the whole country is only joined by the home region.
    if candidates.allSatisfy({ $0.rule == "program.national-strategy" }) { return }
    var owners: [(region: EntityID, evidence: Span)] = []
    for candidate in candidates {
      if let owner = namedOwner(of: candidate) { owners.append((owner, evidence(candidate))) }
    }
    if let owner = owners.first {
      context.addRelation(
        "PURSUES", from: owner.region, to: program, evidence: owner.evidence, rule: "program.named-owner",
        confidence: 0.75)
      return
    }
    guard let home = context.deixis.home else { return }
    for candidate in candidates.prefix(3) {
      context.addRelation(
        "PURSUES", from: home, to: program, evidence: evidence(candidate), rule: "program.home-region", confidence: 0.8)
    }
  }

  private func evidence(_ candidate: ProgramCandidate) -> Span {
    context.structure.sentence(at: candidate.span.start) ?? candidate.span
  }

  /// The region that stands between the clause's last verb and the program: 承接某市…“五大东融”.
  private func namedOwner(of candidate: ProgramCandidate) -> EntityID? {
    let text = context.folded
    var start = candidate.span.start
    while start > 0, candidate.span.start - start < 40,
      !",，。;；:：\n!?！？".unicodeScalars.contains(text[start - 1]),
      words.pursue.longestMatch(in: text, endingAt: start, limit: max(0, start - 4)) == nil
        || context.words.boundaryExcess(at: start) > 0
    { start -= 1 }
    let stretch = Span(start, candidate.span.start)
    return context.mentions(of: "Region", in: stretch).last { mention in
      mention.span.end == candidate.span.start || text[mention.span.end] != "委"
    }?.entity
  }
}
