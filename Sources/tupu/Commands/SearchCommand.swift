import ArgumentParser
import GraphModel
import TupuKit

/// `tupu search`: nodes and documents that hold some words.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("search", .searchAbstract, .searchDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpSearchText.text)) var text: [String]
  @Option(help: ArgumentHelp(Word.helpLimit.text)) var limit = 20
  @OptionGroup var cypher: CypherOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !text.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) else { throw ValidationError(Word.nothingAsked.text) }
    guard limit > 0 else { throw ValidationError(Word.mustBePositive("--limit")) }
  }

  func run() throws {
    let base = try store.open()
    let words = text.joined(separator: " ")
    if try cypher.show(CypherText.search(words, limit: limit)) { return }
    let (result, schema) = try base.reading { (try base.search(words, limit: limit), try base.schema()) }
    let nodes = result.nodes.map { node -> [ResultValue] in
      ["node", node.type, node.key, node.name].map { .text($0) } + [.null, .null]
    }
    let hits = result.hits.map { hit -> [ResultValue] in
      [
        .text("document"), .null, .text(hit.document.id.description), .text(hit.document.name),
        .text("\(hit.document.origins.first ?? hit.document.name):\(hit.line):\(hit.column)"), .text(hit.snippet),
      ]
    }
    try output.print(
      Answer(
        columns: [
          ("kind", .columnKind), ("type", .columnType), ("key", .columnKey), ("name", .columnName),
          ("place", .columnPlace), ("snippet", .columnQuote),
        ], rows: nodes + hits,
        json: [
          "nodes": .array(result.nodes.map(\.json)),
          "hits": .array(
            result.hits.map { hit in
              [
                "document": hit.document.json, "start": .count(hit.span.start), "end": .count(hit.span.end),
                "line": .count(hit.line), "column": .count(hit.column), "snippet": .string(hit.snippet),
                "highlights": .array(hit.highlights.map { [.count($0.start), .count($0.end)] }),
              ]
            }), "more": .boolean(result.more),
        ], text: text(result, schema)))
    if result.nodes.isEmpty, result.hits.isEmpty { throw Failure.nothing(Word.nothingFound(words)) }
  }

  private func text(_ result: SearchResult, _ schema: GraphSchema) -> String {
    var lines: [String] = []
    for node in result.nodes {
      lines.append(
        "\(Console.bold(Console.visible(node.name)))  \(schema.caption(node: node.type))  \(Console.dim(node.key))")
    }
    for hit in result.hits {
      if !lines.isEmpty { lines.append("") }
      let date = hit.document.metadata.published.map { "  \($0)" } ?? ""
      lines.append(Console.visible(hit.document.metadata.title ?? hit.document.name) + date)
      lines.append("  " + Excerpt(text: ScalarText(hit.snippet), highlights: hit.highlights).line(radius: .max))
      let origin = hit.document.origins.first ?? hit.document.name
      lines.append(Console.dim(Console.visible("  \(origin):\(hit.line):\(hit.column)")))
    }
    if result.more { lines += ["", Word.moreResults.text] }
    return lines.joined(separator: "\n")
  }
}
