import ArgumentParser
import GraphModel
import TupuKit

/// `tupu stats`: how much the knowledge base holds.
struct StatsCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("stats", .statsAbstract, .statsDiscussion) }

  @OptionGroup var cypher: CypherOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let base = try store.open()
    if try cypher.show(CypherText.counts) { return }
    let (statistics, schema) = try base.reading { (try base.statistics(), try base.schema()) }
    let nodes = statistics.nodes.reduce(0) { $0 + $1.count }
    let edges = statistics.edges.reduce(0) { $0 + $1.count }
    var rows: [[ResultValue]] = [
      [.text("documents"), .text(Word.statDocuments.text), .count(statistics.documents)],
      [.text("origins"), .text(Word.statOrigins.text), .count(statistics.origins)],
      [.text("characters"), .text(Word.statCharacters.text), .count(statistics.characters)],
      [.text("nodes"), .text(Word.statNodes.text), .count(nodes)],
    ]
    rows += statistics.nodes.map {
      [.text("nodes.\($0.type)"), .text("  " + schema.caption(node: $0.type)), .count($0.count)]
    }
    rows.append([.text("edges"), .text(Word.statEdges.text), .count(edges)])
    rows += statistics.edges.map {
      [.text("edges.\($0.type)"), .text("  " + schema.caption(edge: $0.type)), .count($0.count)]
    }
    rows += [
      [.text("judgements"), .text(Word.statJudgements.text), .count(statistics.judgements)],
      [.text("bytes"), .text(Word.statBytes.text), .count(statistics.bytes)],
      [.text("earliest"), .text(Word.statEarliest.text), .text(statistics.earliest)],
      [.text("latest"), .text(Word.statLatest.text), .text(statistics.latest)],
    ]
    func counts(_ counts: [Statistics.Count]) -> JSONValue {
      .object(counts.map { JSONValue.Member($0.type, .count($0.count)) })
    }
    let shown = ResultTable(
      columns: [Word.columnName.text, Word.columnValue.text], rows: rows.map { Array($0.dropFirst()) })
    try output.print(
      Answer(
        columns: [("name", .columnKey), ("caption", .columnName), ("value", .columnValue)], rows: rows,
        json: [
          "documents": .count(statistics.documents), "origins": .count(statistics.origins),
          "characters": .count(statistics.characters), "nodes": counts(statistics.nodes),
          "edges": counts(statistics.edges), "judgements": .count(statistics.judgements),
          "bytes": .count(statistics.bytes), "earliest": .text(statistics.earliest),
          "latest": .text(statistics.latest),
        ], text: shown.lines))
  }
}
