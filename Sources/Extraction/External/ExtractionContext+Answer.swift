import GraphModel

extension ExtractionContext {
  /// Adds what a process found.
  ///
  /// - Parameter known: the entities that the request named, by number.
  func add(_ answer: ProcessAnswer, known: [EntityID]) {
    let own = answer.entities.map { found -> EntityID in
      let entity = addEntity(
        found.type, name: found.name, properties: found.properties, rule: found.rule, confidence: found.confidence)
      for span in found.mentions { addMention(of: entity, at: span, rule: found.rule) }
      return entity
    }
    func entity(_ end: ProcessAnswer.End) -> EntityID {
      switch end {
      case .known(let index): known[index]
      case .own(let index): own[index]
      }
    }
    for found in answer.relations {
      let (from, to) = (entity(found.from), entity(found.to))
      for span in found.evidence.isEmpty ? [sentences(of: from, and: to)] : found.evidence {
        addRelation(
          found.type, from: from, to: to, properties: found.properties, evidence: span, rule: found.rule,
          confidence: found.confidence)
      }
    }
  }

  /// The sentences from one entity to another where their mentions are nearest; the first such place.
  private func sentences(of one: EntityID, and other: EntityID) -> Span {
    let (mine, theirs) = (spans(of: one), spans(of: other))
    var best: Span?
    var index = 0
    for span in mine {
      while index + 1 < theirs.count, theirs[index + 1].start <= span.start { index += 1 }
      for candidate in theirs[min(index, theirs.count)..<min(index + 2, theirs.count)] {
        let joined = Span(min(span.start, candidate.start), max(span.end, candidate.end))
        if best.map({ joined.count < $0.count }) ?? true { best = joined }
      }
    }
    let span = best ?? mine.first ?? theirs.first ?? Span(0, 0)
    let start = structure.sentence(at: span.start)?.start ?? span.start
    let end = structure.sentence(at: max(span.start, span.end - 1))?.end ?? span.end
    return Span(min(start, span.start), max(end, span.end))
  }
}
