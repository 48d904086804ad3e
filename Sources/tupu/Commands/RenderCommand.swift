import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// `tupu render`: draws a part of the graph.
struct RenderCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("render", .renderAbstract, .renderDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpRenderNames.text)) var names: [String] = []
  @Option(help: ArgumentHelp(Word.helpDepth.text)) var depth = 1
  @Option(help: ArgumentHelp(Word.helpRenderDocument.text)) var document: String?
  @Option(help: ArgumentHelp(Word.helpRenderRegion.text)) var region: String?
  @Option(help: ArgumentHelp(Word.helpRenderType.text)) var type: String?
  @Option(help: ArgumentHelp(Word.helpRenderQuery.text, valueName: "cypher")) var query: String?
  @Option(help: ArgumentHelp(Word.helpRenderQueryFile.text), completion: .file()) var queryFile: String?
  @Flag(help: ArgumentHelp(Word.helpRenderPath.text)) var path = false
  @Flag(help: ArgumentHelp(Word.helpRenderAll.text)) var all = false
  @Option(name: [.short, .long], help: ArgumentHelp(Word.helpRenderOutput.text), completion: .file())
  var output: String
  @Option(help: ArgumentHelp(Word.helpRenderLimit.text)) var limit = 200
  @Option(help: ArgumentHelp(Word.helpRenderTitle.text)) var title: String?
  @Option(help: ArgumentHelp(Word.helpRenderEngine.text)) var engine: LayoutEngine?
  @OptionGroup var cypher: CypherOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError(Word.mustBePositive("--limit")) }
    guard depth >= 0 else { throw ValidationError(Word.mustBePositive("--depth")) }
    _ = try format()
    let parts = [
      !names.isEmpty, document != nil, region != nil, type != nil, query != nil, queryFile != nil, all,
    ].count { $0 }
    guard parts == 1 else { throw ValidationError(Word.renderOnePart.text) }
    guard !path || names.count == 2 else { throw ValidationError(Word.renderPathNeedsTwo.text) }
  }

  func run() throws {
    let base = try store.open()
    if try cypher.show(cypherText(base)) { return }
    let (subgraph, schema) = try base.reading { (try part(of: base), try base.schema()) }
    guard !subgraph.nodes.isEmpty else { throw Failure.nothing(Word.nothingToDraw.text) }
    let options = PictureOptions(language: .current, title: title, maximumNodes: limit, engine: engine)
    let picture = try PictureRenderer().picture(of: subgraph, schema: schema, as: try format(), options: options)
    if output == "-" {
      try Console.write(picture.bytes)
    } else {
      try OutputFile.write(picture.bytes, to: output)
    }
    if picture.lacksChineseFont { Console.say(Word.noChineseFont.text) }
    if picture.omittedNodes > 0 { Console.say(Word.omittedNodes(picture.omittedNodes)) }
  }

  /// The query whose result is the part that is drawn.
  private func cypherText(_ base: KnowledgeBase) throws -> String {
    let finder = try NodeFinder(base)
    if let query = try queryText() { return query }
    if all || type != nil { return CypherText.part(type: type) }
    let nodes = try names.map { try finder.node($0) }
    guard !nodes.isEmpty else { throw Failure(Word.noCypher.text) }
    return path ? CypherText.path(from: nodes[0], to: nodes[1], longest: 12) : CypherText.around(nodes, depth: depth)
  }

  private func part(of base: KnowledgeBase) throws -> Subgraph {
    let finder = try NodeFinder(base)
    if let document { return try base.subgraph(document: try finder.document(document).id) }
    if let region { return try base.subgraph(region: try finder.node(region, type: "Region").id, limit: limit) }
    if let type {
      guard finder.schema.node(type) != nil else {
        throw Failure(Word.unknownType(type, finder.schema.nodes.map(\.name).joined(separator: ", ")))
      }
      return try base.subgraph(type: type, limit: limit)
    }
    if let query = try queryText() { return try base.subgraph(result: try QueryText.answer(query, from: base)) }
    guard !all else { return try base.subgraph(limit: limit) }
    let nodes = try names.map { try finder.node($0) }
    guard path else { return try base.subgraph(around: nodes.map(\.id), depth: depth, limit: limit) }
    guard let way = try base.path(from: nodes[0].id, to: nodes[1].id) else {
      throw Failure.nothing(Word.noPath(nodes[0].name, nodes[1].name, 12))
    }
    let documents = try way.edges.flatMap { try base.evidence(of: $0.id, limit: 3).quotes.map(\.name) }
    return Subgraph(
      nodes: way.nodes, edges: way.edges, focus: Set(nodes.map(\.id)), documents: Set(documents).sorted())
  }

  /// The query to draw the result of, where one is given.
  private func queryText() throws -> String? {
    if let query { return query }
    return try queryFile.map { try QueryText.text(of: $0) }
  }

  /// The form that the output's ending names; SVG for standard output.
  private func format() throws -> PictureFormat {
    if output == "-" { return .svg }
    let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard output.contains("."), let format = PictureFormat(rawValue: ending == "gv" ? "dot" : ending) else {
      throw ValidationError(Word.unknownEnding(PictureFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: " ")))
    }
    return format
  }
}

/// The process that draws pictures; `tupu render` starts it, nobody else.
struct RenderWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "render-worker", shouldDisplay: false)

  func run() throws { throw ExitCode(PictureWorker.run()) }
}
