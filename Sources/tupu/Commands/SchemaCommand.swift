import ArgumentParser
import GraphModel
import TupuKit

/// `tupu schema`: the types of the graph.
struct SchemaCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("schema", .schemaAbstract, .schemaDiscussion) }

  @Flag(help: ArgumentHelp(Word.helpBuiltIn.text)) var builtIn = false
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: AnswerOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let schema =
      try builtIn || !selection.enabled.isEmpty ? selection.assembly().pipeline.schema : store.open().schema()
    func list(_ names: [String]) -> ResultValue { .list(names.map { .text($0) }) }
    let nodes = schema.nodes.map { type -> [ResultValue] in
      [
        .text("node"), .text(type.name), .text(type.caption.text(in: .current)), list([]), list([]),
        list(type.properties.map { "\($0.name): \($0.kind.rawValue)" }), .text(type.plugin),
      ]
    }
    let edges = schema.edges.map { type -> [ResultValue] in
      [
        .text("edge"), .text(type.name), .text(type.caption.text(in: .current)), list(type.sources), list(type.targets),
        list(type.properties.map { "\($0.name): \($0.kind.rawValue)" }), .text(type.plugin),
      ]
    }
    try output.print(
      Answer(
        columns: [
          ("kind", .columnKind), ("name", .columnType), ("caption", .columnName), ("from", .columnFrom),
          ("to", .columnTo), ("properties", .columnProperties), ("plugin", .columnPlugin),
        ], rows: nodes + edges, json: json(schema), text: text(schema)))
  }

  private func text(_ schema: GraphSchema) -> String {
    func properties(_ declarations: [PropertyDeclaration]) -> String {
      declarations.isEmpty
        ? "" : "  {" + declarations.map { "\($0.name): \($0.kind.rawValue)" }.joined(separator: ", ") + "}"
    }
    var lines = schema.nodes.map { "(:\($0.name))  \($0.caption.text(in: .current))\(properties($0.properties))" }
    lines.append("")
    lines += schema.edges.map { type in
      "(:\(type.sources.joined(separator: "|")))-[:\(type.name)]->(:\(type.targets.joined(separator: "|")))"
        + "  \(type.caption.text(in: .current))\(properties(type.properties))"
    }
    return lines.joined(separator: "\n")
  }

  private func json(_ schema: GraphSchema) -> JSONValue {
    func caption(_ caption: Caption) -> JSONValue { ["zh": .string(caption.chinese), "en": .string(caption.english)] }
    func look(_ look: Look) -> JSONValue { ["shape": .string(look.shape), "color": .string(look.color)] }
    func properties(_ declarations: [PropertyDeclaration]) -> JSONValue {
      .array(
        declarations.map {
          ["name": .string($0.name), "kind": .string($0.kind.rawValue), "caption": caption($0.caption)]
        })
    }
    return [
      "nodes": .array(
        schema.nodes.map {
          [
            "name": .string($0.name), "caption": caption($0.caption), "look": look($0.look),
            "properties": properties($0.properties), "plugin": .string($0.plugin),
          ]
        }),
      "edges": .array(
        schema.edges.map {
          [
            "name": .string($0.name), "caption": caption($0.caption), "look": look($0.look),
            "from": .array($0.sources.map(JSONValue.string)), "to": .array($0.targets.map(JSONValue.string)),
            "distinguishedBy": .text($0.distinguishedBy), "properties": properties($0.properties),
            "plugin": .string($0.plugin),
          ]
        }),
    ]
  }
}
