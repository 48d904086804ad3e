import ArgumentParser
import GraphModel
import TupuKit

/// `tupu docs`: the documents of the knowledge base.
struct DocsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "docs", abstract: Word.docsAbstract.text, discussion: Word.docsDiscussion.text,
      subcommands: [List.self, Show.self, Remove.self], defaultSubcommand: List.self)
  }

  /// `tupu docs list`.
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration { help("list", .docsListAbstract, .docsListDiscussion) }

    @OptionGroup var cypher: CypherOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: AnswerOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let base = try store.open()
      if try cypher.show(CypherText.documents) { return }
      let documents = try base.documents()
      try output.print(
        Answer(
          columns: [
            ("id", .columnDocument), ("name", .columnName), ("title", .columnTitle), ("published", .columnPublished),
            ("characters", .columnCharacters), ("entities", .columnEntities), ("relations", .columnRelations),
            ("origin", .columnOrigin),
          ],
          rows: documents.map { entry in
            [
              .text(entry.id.description), .text(entry.name), .text(entry.metadata.title),
              .text(entry.metadata.published?.description), .count(entry.characters), .count(entry.entities),
              .count(entry.relations), .text(entry.origins.first),
            ]
          }, json: .array(documents.map(\.json))))
    }
  }

  /// `tupu docs show`.
  struct Show: ParsableCommand {
    static var configuration: CommandConfiguration { help("show", .docsShowAbstract, .docsShowDiscussion) }

    @Argument(help: ArgumentHelp(Word.helpDocument.text)) var document: String
    @Flag(help: ArgumentHelp(Word.helpDocumentText.text)) var text = false
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: AnswerOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let base = try store.open()
      try base.reading {
        let finder = try NodeFinder(base)
        let entry = try finder.document(document)
        let source = try base.text(of: entry.id) ?? ""
        guard !text else { return try Console.print(source) }
        let findings = try base.findings(of: entry.id) ?? Findings(document: entry.id)
        let graph = try base.subgraph(document: entry.id)
        try output.print(
          Answer(
            columns: [
              ("type", .columnType), ("name", .columnName), ("surfaces", .columnAliases), ("mentions", .columnMentions),
            ],
            rows: findings.entities.map { entity in
              [
                .text(entity.type), .text(entity.name), .list(entity.surfaces.map { .text($0) }),
                .count(entity.mentions.count),
              ]
            },
            json: ["document": entry.json, "nodes": .array(graph.nodes.map(\.json))],
            text: shown(entry, findings, finder.schema)))
      }
    }

    private func shown(_ entry: DocumentEntry, _ findings: Findings, _ schema: GraphSchema) -> String {
      var lines = [Console.bold(Console.visible(entry.metadata.title ?? entry.name)), "  \(entry.id)"]
      lines += entry.origins.map { "  \(Console.visible($0))" }
      let metadata = [entry.metadata.published?.description, entry.metadata.source] + entry.metadata.authors
      let known = metadata.compactMap { $0 }
      if !known.isEmpty { lines.append("  " + Console.visible(known.joined(separator: Word.listComma.text))) }
      for type in schema.nodes {
        let names = findings.entities.filter { $0.type == type.name }.map(\.name)
        guard !names.isEmpty else { continue }
        lines.append("")
        lines.append("\(type.caption.text(in: .current)) \(names.count)")
        lines.append("  " + Console.visible(names.joined(separator: Word.listComma.text)))
      }
      return lines.joined(separator: "\n")
    }
  }

  /// `tupu docs remove`.
  struct Remove: ParsableCommand {
    static var configuration: CommandConfiguration { help("remove", .docsRemoveAbstract, .docsRemoveDiscussion) }

    @Argument(help: ArgumentHelp(Word.helpDocument.text)) var documents: [String]
    @OptionGroup var store: StoreOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let base = try store.open(.write)
      let finder = try NodeFinder(base)
      let entries = try documents.map(finder.document)
      // Imported files that lead to each other go at once.
      _ = try base.removeImports(entries.map(\.id))
      for entry in entries {
        _ = try base.remove(entry.id)
        Console.say(Word.removedDocument(entry.name, entry.id))
      }
    }
  }
}
