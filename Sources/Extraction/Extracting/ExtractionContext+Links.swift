import GraphModel

/// What rules ask of the relations that were added so far.
extension ExtractionContext {
  /// The entities that a relation of a type starts from or leads to.
  func ends(ofType type: String, _ side: LinkRule.Side) -> Set<EntityID> {
    var ends: Set<EntityID> = []
    for relation in relations where relation.type == type {
      ends.insert(EntityID(index: side == .from ? relation.from : relation.to))
    }
    return ends
  }

  /// What a place is a part of, near and far.
  public func wholes(of place: EntityID) -> Set<EntityID> {
    var wholes: Set<EntityID> = []
    var open = [place.index]
    // A village is a part of some five places, one within the other.
    while let part = open.popLast(), wholes.count < 16 {
      for relation in relations where relation.from == part && relation.type == "PART_OF" {
        if wholes.insert(EntityID(index: relation.to)).inserted { open.append(relation.to) }
      }
    }
    return wholes
  }

  /// The text of the first piece of evidence that a rule gave for a relation and that shares a scalar with a span.
  func evidence(ofRule rule: String, overlapping span: Span) -> String? {
    for relation in relations where relation.provenance.rule == rule {
      if let evidence = relation.evidence.first(where: span.overlaps) { return text.string(evidence) }
    }
    return nil
  }
}
