import ArgumentParser
import GraphModel
import TupuKit

/// `tupu path`: a shortest way between two nodes, each step with a quote.
struct PathCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("path", .pathAbstract, .pathDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpName.text)) var from: String
  @Argument(help: ArgumentHelp(Word.helpName.text)) var to: String
  @Option(help: ArgumentHelp(Word.helpLongest.text)) var longest = 12
  @OptionGroup var cypher: CypherOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard longest > 0 else { throw ValidationError(Word.mustBePositive("--longest")) }
  }

  func run() throws {
    let base = try store.open()
    try base.reading {
      let finder = try NodeFinder(base)
      let start = try finder.node(from)
      let end = try finder.node(to)
      if try cypher.show(CypherText.path(from: start, to: end, longest: longest)) { return }
      guard let path = try base.path(from: start.id, to: end.id, longest: longest) else {
        throw Failure.nothing(Word.noPath(start.name, end.name, longest))
      }
      let steps = try path.edges.enumerated().map { index, edge in
        let forward = edge.source == path.nodes[index].id
        return (
          edge: edge, from: path.nodes[forward ? index : index + 1], to: path.nodes[forward ? index + 1 : index],
          quote: try base.evidence(of: edge.id, limit: 1).quotes.first
        )
      }
      var lines = [Console.bold(Console.visible(start.name))]
      for (index, step) in steps.enumerated() {
        let forward = step.from.id == path.nodes[index].id
        let mark = finder.schema.mark(of: step.edge).map { " \($0)" } ?? ""
        let caption = finder.schema.caption(edge: step.edge.type) + mark
        lines.append(Console.visible(forward ? "  —\(caption)→" : "  ←\(caption)—"))
        if let quote = step.quote { lines += ["    \(quote.shortLine)", Console.dim("    \(quote.shortPlace)")] }
        lines.append(Console.bold(Console.visible(path.nodes[index + 1].name)))
      }
      try output.print(
        Answer(
          columns: [
            ("from", .columnFrom), ("type", .columnType), ("to", .columnTo), ("detail", .columnDetail),
            ("quote", .columnQuote), ("document", .columnDocument), ("place", .columnPlace),
          ],
          rows: steps.map { step in
            [
              .text(step.from.key), .text(step.edge.type), .text(step.to.key), .text(finder.schema.mark(of: step.edge)),
              .text(step.quote?.quote), .text(step.quote?.document.description), .text(step.quote?.place),
            ]
          },
          json: [
            "nodes": .array(path.nodes.map(\.json)),
            "edges": .array(
              steps.map { step in
                [
                  "edge": step.edge.json(from: step.from.key, to: step.to.key),
                  "evidence": .array(step.quote.map { [$0.json] } ?? []),
                ]
              }),
          ], text: lines.joined(separator: "\n")))
    }
  }
}
