import ArgumentParser
import GraphModel
import TupuKit

/// `tupu show`: a node, its posts and links, each with a quote.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("show", .showAbstract, .showDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpName.text)) var name: String
  @Option(help: ArgumentHelp(Word.helpType.text)) var type: String?
  @Option(help: ArgumentHelp(Word.helpLinkLimit.text)) var limit = 20
  @OptionGroup var cypher: CypherOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError(Word.mustBePositive("--limit")) }
  }

  func run() throws {
    let base = try store.open()
    try base.reading {
      let finder = try NodeFinder(base)
      let node = try finder.node(name, type: type)
      if try cypher.show(CypherText.links(of: node, limit: limit)) { return }
      let links = try base.links(of: node.id, limit: limit).map { link in
        let evidence = try base.evidence(of: link.edge.id, limit: 1)
        return (link: link, quote: evidence.quotes.first, judgements: evidence.judgements)
      }
      let evidence = try base.evidence(of: node.id, limit: 1)
      try output.print(
        Answer(
          columns: [
            ("type", .columnType), ("direction", .columnDirection), ("key", .columnKey), ("name", .columnName),
            ("detail", .columnDetail), ("quote", .columnQuote), ("document", .columnDocument), ("place", .columnPlace),
          ],
          rows: links.map { link, quote, _ in
            [
              .text(link.edge.type), .text(link.direction == .outgoing ? "outgoing" : "incoming"),
              .text(link.node.key), .text(link.node.name), .text(finder.schema.mark(of: link.edge)),
              .text(quote?.quote), .text(quote?.document.description), .text(quote?.place),
            ]
          },
          json: [
            "node": node.json, "mentions": .count(evidence.total), "documents": .count(evidence.documents),
            "evidence": .array(evidence.quotes.map(\.json)),
            "judgements": .array(evidence.judgements.map(\.json)),
            "links": .array(
              links.map { link, quote, judgements in
                [
                  "direction": .string(link.direction == .outgoing ? "outgoing" : "incoming"),
                  "edge": link.direction == .outgoing
                    ? link.edge.json(from: node.key, to: link.node.key)
                    : link.edge.json(from: link.node.key, to: node.key),
                  "node": link.node.json, "evidence": .array(quote.map { [$0.json] } ?? []),
                  "judgements": .array(judgements.map(\.json)),
                ]
              }),
          ],
          text: text(node, evidence, links, total: try base.degree(of: node.id), finder.schema)))
    }
  }

  private func text(
    _ node: Node, _ evidence: EvidenceList, _ links: [(link: Link, quote: Quote?, judgements: [JudgementEntry])],
    total: Int, _ schema: GraphSchema
  ) -> String {
    var lines = ["\(Console.bold(Console.visible(node.name)))  \(schema.caption(node: node.type))"]
    if !node.aliases.isEmpty {
      lines.append("  \(Word.alsoCalled.text) \(node.aliases.joined(separator: Word.listComma.text))")
    }
    for (key, value) in node.properties.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(schema.caption(property: key, of: node.type)) \(value.shown)")
    }
    if evidence.total > 0 { lines.append("  \(Word.mentionedIn(evidence.total, evidence.documents))") }
    if let quote = evidence.quotes.first {
      lines += ["    \(quote.shortLine)", Console.dim("    \(quote.shortPlace)")]
    }
    lines.append(Console.dim("  \(node.key)"))
    lines += evidence.judgements.map { Console.dim("  \(Console.visible($0.line))") }
    for (link, quote, judgements) in links {
      lines += ["", "  \(Console.visible(schema.sentence(link)))"]
      lines += judgements.map { Console.dim("    \(Console.visible($0.line))") }
      if let quote { lines += ["    \(quote.shortLine)", Console.dim("    \(quote.shortPlace)")] }
    }
    if total > links.count { lines += ["", Word.moreLinks(total - links.count)] }
    return lines.joined(separator: "\n")
  }
}
