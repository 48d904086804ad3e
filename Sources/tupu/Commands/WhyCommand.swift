import ArgumentParser
import GraphModel
import TupuKit

/// `tupu why`: every sentence that a node or an edge rests on.
struct WhyCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("why", .whyAbstract, .whyDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpName.text)) var name: String
  @Argument(help: ArgumentHelp(Word.helpWhyOther.text)) var other: String?
  @Argument(help: ArgumentHelp(Word.helpEdgeType.text)) var edgeType: String?
  @Option(help: ArgumentHelp(Word.helpType.text)) var type: String?
  @Option(help: ArgumentHelp(Word.helpQuoteLimit.text)) var limit: Int?
  @OptionGroup var cypher: CypherOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  /// Something with the places that support it.
  private struct Reason {
    var caption: String
    var key: String
    var json: JSONValue
    var evidence: EvidenceList
  }

  func validate() throws {
    guard (limit ?? 1) > 0 else { throw ValidationError(Word.mustBePositive("--limit")) }
  }

  func run() throws {
    let base = try store.open()
    try base.reading {
      let finder = try NodeFinder(base)
      if try cypher.show(query(base, finder)) { return }
      let reasons = try other == nil ? [whole(base, finder)] : edges(base, finder)
      let quotes = reasons.flatMap { reason in reason.evidence.quotes.map { (reason, $0) } }
      try output.print(
        Answer(
          columns: [
            ("key", .columnKey), ("document", .columnDocument), ("origin", .columnOrigin), ("line", .columnLine),
            ("column", .columnColumn), ("start", .columnStart), ("end", .columnEnd), ("quote", .columnQuote),
            ("sentence", .columnSentence), ("rule", .columnRule),
          ],
          rows: quotes.map { reason, quote in
            [
              .text(reason.key), .text(quote.document.description), .text(quote.origin), .count(quote.line),
              .count(quote.column), .count(quote.span.start), .count(quote.span.end), .text(quote.quote),
              .text(quote.sentence), .text("\(quote.provenance.extractor)/\(quote.provenance.rule)"),
            ]
          },
          json: .array(
            reasons.map { reason in
              [
                "fact": reason.json, "total": .count(reason.evidence.total),
                "documents": .count(reason.evidence.documents),
                "evidence": .array(reason.evidence.quotes.map(\.json)),
                "judgements": .array(reason.evidence.judgements.map(\.json)),
              ]
            }), text: reasons.map(text).joined(separator: "\n\n")))
    }
  }

  private func query(_ base: KnowledgeBase, _ finder: NodeFinder) throws -> String {
    if let other {
      return CypherText.evidence(
        between: try finder.node(name, type: type), and: try finder.node(other), type: edgeType)
    }
    if let edge = try base.edge(name), let from = try base.node(edge.source), let to = try base.node(edge.target) {
      return CypherText.evidence(between: from, and: to, type: edge.type)
    }
    return CypherText.evidence(of: try finder.node(name, type: type))
  }

  private func whole(_ base: KnowledgeBase, _ finder: NodeFinder) throws -> Reason {
    if let edge = try base.edge(name), let from = try base.node(edge.source), let to = try base.node(edge.target) {
      return try reason(edge, from: from, to: to, base, finder)
    }
    let node = try finder.node(name, type: type)
    return Reason(
      caption: "\(node.name)  \(finder.schema.caption(node: node.type))", key: node.key, json: node.json,
      evidence: try base.evidence(of: node.id, limit: limit))
  }

  private func edges(_ base: KnowledgeBase, _ finder: NodeFinder) throws -> [Reason] {
    let a = try finder.node(name, type: type)
    let b = try finder.node(other ?? "")
    if let edgeType, finder.schema.edge(edgeType) == nil {
      throw Failure(Word.unknownType(edgeType, finder.schema.edges.map(\.name).joined(separator: ", ")))
    }
    let edges = try base.edges(between: a.id, and: b.id).filter { edgeType == nil || $0.type == edgeType }
    guard !edges.isEmpty else { throw Failure.nothing(Word.noEdgeBetween(a.name, b.name)) }
    return try edges.map { edge in
      try reason(edge, from: edge.source == a.id ? a : b, to: edge.source == a.id ? b : a, base, finder)
    }
  }

  private func reason(_ edge: Edge, from: Node, to: Node, _ base: KnowledgeBase, _ finder: NodeFinder) throws -> Reason
  {
    let mark = finder.schema.mark(of: edge).map { " \($0)" } ?? ""
    return Reason(
      caption: "\(from.name) \(finder.schema.caption(edge: edge.type))\(mark) → \(to.name)", key: edge.key,
      json: edge.json(from: from.key, to: to.key), evidence: try base.evidence(of: edge.id, limit: limit))
  }

  private func text(_ reason: Reason) -> String {
    var lines = [Console.bold(Console.visible(reason.caption)), Console.dim("  \(Console.visible(reason.key))")]
    if reason.evidence.total > 0 || reason.evidence.judgements.isEmpty {
      lines.append("  " + Word.supportedBy(reason.evidence.total, reason.evidence.documents))
    }
    for quote in reason.evidence.quotes {
      let published = quote.published.map { "  \($0)" } ?? ""
      lines += ["", "  \(quote.fullLine)", Console.dim("  \(Console.visible(quote.place))\(published)")]
      lines.append(Console.dim("  \(quote.provenance.extractor)@\(quote.provenance.version) \(quote.provenance.rule)"))
    }
    let rest = reason.evidence.total - reason.evidence.quotes.count
    if rest > 0 { lines += ["", Word.moreQuotes(rest)] }
    for entry in reason.evidence.judgements { lines += ["", "  \(Console.visible(entry.line))"] }
    return lines.joined(separator: "\n")
  }
}
