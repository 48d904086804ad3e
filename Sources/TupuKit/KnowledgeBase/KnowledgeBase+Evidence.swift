import GraphModel
import GraphStore

extension KnowledgeBase {
  /// Where documents name a node.
  public func evidence(of node: NodeID, limit: Int? = nil) throws -> EvidenceList {
    try reading {
      let key = try store.node(node)?.key
      if let place = try store.importedPlace(of: node) { return try evidence(place, limit, key: key) }
      return try evidence(try store.places(of: node), limit, key: key) { findings, index in
        guard findings.entities.indices.contains(index) else { return nil }
        let entity = findings.entities[index]
        return (entity.mentions, entity.provenance, entity.confidence)
      }
    }
  }

  /// Where documents say what an edge says.
  public func evidence(of edge: EdgeID, limit: Int? = nil) throws -> EvidenceList {
    try reading {
      let key = try store.edge(edge)?.key
      if let place = try store.importedPlace(of: edge) { return try evidence(place, limit, key: key) }
      return try evidence(try store.places(of: edge), limit, key: key) { findings, index in
        guard findings.relations.indices.contains(index) else { return nil }
        let relation = findings.relations[index]
        return (relation.evidence, relation.provenance, relation.confidence)
      }
    }
  }

  /// What is known by import: one line of one file.
  private func evidence(_ place: ImportedPlace, _ limit: Int?, key: String?) throws -> EvidenceList {
    let length = place.record.unicodeScalars.count
    let quote = Quote(
      document: place.file.id, name: place.file.name, origin: place.file.path, published: nil, span: Span(0, length),
      line: place.line, column: 1, quote: place.record, sentence: place.record, highlight: Span(0, 0),
      provenance: Provenance(extractor: "import", version: "1", rule: place.file.media.rawValue), confidence: 1)
    return EvidenceList(
      quotes: limit == 0 ? [] : [quote], total: 1, documents: 1, judgements: try key.map(judgements(naming:)) ?? [])
  }

  private typealias Support = (spans: [Span], provenance: Provenance, confidence: Double)

  private func evidence(
    _ places: [Place], _ limit: Int?, key: String?, _ support: (Findings, Int) -> Support?
  ) throws -> EvidenceList {
    let limit = limit ?? .max
    // What persons stated stands among the judgements.
    let places = places.filter { $0.document != Place.statements }
    var total = 0
    /// Where each document's places start; places are sorted by document.
    var starts: [(document: Int, index: Int)] = []
    for (index, place) in places.enumerated() {
      total += place.spans
      if starts.last?.document != place.document { starts.append((place.document, index)) }
    }
    func held(in document: Int) -> ArraySlice<Place> {
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        if starts[middle].document < document { low = middle + 1 } else { high = middle }
      }
      guard low < starts.count else { return [] }
      return places[starts[low].index..<(low + 1 < starts.count ? starts[low + 1].index : places.count)]
    }
    var quotes: [Quote] = []
    // Every document gives at least one quote.
    for document in try store.newest(of: starts.map(\.document), limit: min(limit, starts.count)) {
      guard quotes.count < limit else { break }
      let findings = try store.findings(ofDocument: document.number)
      let view = SourceView(texts: try store.text(ofDocument: document.number))
      let origins = try store.origins(of: document.id)
      var found: [(span: Span, provenance: Provenance, confidence: Double)] = []
      for place in held(in: document.number) {
        guard let support = support(findings, place.index) else {
          throw StoreError.damaged("document \(document.id) has no claim \(place.index)")
        }
        found += support.spans.map { ($0, support.provenance, support.confidence) }
      }
      found.sort { ($0.span, $0.provenance.rule) < ($1.span, $1.provenance.rule) }
      for item in found.prefix(limit - quotes.count) {
        guard item.span.end <= view.texts.source.count else {
          throw StoreError.damaged("a span leads outside of document \(document.id)")
        }
        let (line, column) = view.lineAndColumn(of: item.span.start)
        let (sentence, highlight) = view.sentence(around: item.span)
        quotes.append(
          Quote(
            document: document.id, name: origins.map(\.name).min() ?? document.id.description,
            origin: origins.first?.path ?? "", published: document.metadata.published, span: item.span, line: line,
            column: column, quote: view.texts.source.string(item.span), sentence: sentence, highlight: highlight,
            provenance: item.provenance, confidence: item.confidence))
      }
    }
    return EvidenceList(
      quotes: quotes, total: total, documents: starts.count,
      judgements: try key.map(judgements(naming:)) ?? [])
  }
}
