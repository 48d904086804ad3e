import GraphModel
import Testing

@testable import Rendering

/// Graphviz serves one thread: these tests run one after another.
@Suite(.serialized) struct PictureTests {
  private func svg(_ subgraph: Subgraph, options: PictureOptions = PictureOptions(), engine: LayoutEngine = .dot) throws
    -> String
  {
    let figure = FigureBuilder(subgraph: subgraph, schema: PictureSamples.schema, options: options).figure()
    let request = PictureRequest(
      body: FigureSource(figure: figure, language: options.language, engine: engine).text,
      frame: PictureFrame(figure: figure, subgraph: subgraph, options: options), format: .svg, engine: engine)
    let sent = try #require(PictureRequest(bytes: request.bytes))
    #expect(sent == request)
    return String(decoding: try #require(try sent.drawn()), as: UTF8.self)
  }

  @Test func aPictureShowsItsFigure() throws {
    let options = PictureOptions(title: "一次会议")
    let structure = PictureStructure(svg: try svg(PictureSamples.assembly(), options: options))
    #expect(structure.nodes.map(\.kind).sorted() == ["Meeting", "Person", "Person", "Region"])
    #expect(structure.nodes.contains { $0.text == "全市经济工作会议2022-01-05" })
    #expect(structure.edges.map(\.text).contains("主持、发言"))
    #expect(structure.edges.count == 4)
    let words = structure.frame.map(\.text)
    #expect(words.contains("一次会议") && words.contains("来源：news.txt") && words.contains("时间：2022-01-05"))
  }

  @Test(arguments: LayoutEngine.allCases) func theSameGraphGivesTheSameBytes(engine: LayoutEngine) throws {
    let subgraph = PictureSamples.assembly(listeners: 9)
    var other = subgraph
    other = Subgraph(
      nodes: other.nodes.reversed(), edges: other.edges.reversed(), focus: other.focus, documents: other.documents,
      earliest: other.earliest, latest: other.latest)
    let options = PictureOptions(groupsFrom: nil)
    let first = try svg(subgraph, options: options, engine: engine)
    let second = try svg(other, options: options, engine: engine)
    #expect(first == second)
  }

  static let hostileNames = [
    "\"]; a -> b; x [label=\"", "<script>alert(1)</script>", "</B></FONT>>] ; b", "back\\slash \\N \\G \\l",
    "line\nend\r\t",
    "graph", "subgraph", "&amp; &#x41; &lt;", "<<TABLE>>", "\u{1B}[31m\u{0}\u{FFFE}\u{202E}", "'single'", "]]>", "%s%n",
    "--><!--", "𠮷野家 😀", " ", "",
  ]

  @Test(arguments: hostileNames) func namesStayNames(name: String) throws {
    let hostile = PictureSamples.node("Person", name)
    let listed = (0..<3).map { PictureSamples.node("Region", name + "\($0)") }
    let edges = [PictureSamples.edge("HOLDS_POST", hostile, PictureSamples.region, title: name)]
    let subgraph = Subgraph(
      nodes: [hostile, PictureSamples.region] + listed, edges: edges, focus: [hostile.id], documents: [name],
      earliest: name, latest: name)
    let text = try svg(subgraph, options: PictureOptions(title: name))
    let structure = PictureStructure(svg: text)
    #expect(structure.nodes.count == 3)
    #expect(structure.edges.count == 1)
    #expect(!text.contains("<script>"))
    let visible = String(
      String.UnicodeScalarView(
        name.unicodeScalars.filter { $0.value > 0x20 }.filter {
          $0.value != 0xFFFE && $0.value != 0x202E
        })
    ).filter { $0 != " " }
    #expect(structure.nodes.contains { $0.name == "n\(hostile.id.rawValue)" && $0.text == visible })
    #expect(structure.edges.allSatisfy { $0.text == visible || visible.isEmpty })
  }

  @Test func veryLongNamesAreCut() throws {
    let name = String(repeating: "长", count: 100_000)
    let text = try svg(Subgraph(nodes: [PictureSamples.node("Person", name)]))
    #expect(text.utf8.count < 20_000)
  }

  @Test func theSourceIsItselfAPicture() throws {
    let renderer = PictureRenderer(worker: ["/nonexistent"])
    let picture = try renderer.picture(
      of: PictureSamples.assembly(), schema: PictureSamples.schema, as: .dot, options: PictureOptions(title: "标题"))
    let source = String(decoding: picture.bytes, as: UTF8.self)
    #expect(source.hasPrefix("digraph tupu {") && source.contains("标题") && source.contains("来源：news.txt"))
    let drawing = try Drawing(source: source)
    try drawing.layOut("dot")
    #expect(try drawing.area().right > 100)
  }

  @Test func brokenSourceIsAnError() {
    #expect(throws: PictureError.self) { try Drawing(source: "digraph { a -> ") }
  }
}

/// What happens when the process that draws misbehaves.
@Suite struct PictureRendererTests {
  private func picture(_ script: String, options: PictureOptions = PictureOptions(deadline: 20)) throws -> Picture {
    try PictureRenderer(worker: ["/bin/sh", "-c", script])
      .picture(of: PictureSamples.assembly(), schema: PictureSamples.schema, as: .svg, options: options)
  }

  @Test func aSlowLayoutFallsBack() throws {
    let script = "if grep -q '\"engine\":\"dot\"'; then sleep 300 & wait; else printf picture; fi"
    let picture = try picture(script, options: PictureOptions(deadline: 0.5))
    #expect(picture.bytes == Array("picture".utf8))
    #expect(picture.engine == .sfdp)
    #expect(picture.abandoned == [.dot])
  }

  @Test func aLayoutThatNeverEndsIsAnError() {
    #expect(throws: PictureError.tookTooLong(engines: [.dot, .sfdp], seconds: 0.2)) {
      try picture("sleep 300", options: PictureOptions(deadline: 0.2))
    }
  }

  @Test func anUnevenPictureIsLaidOutAnew() throws {
    let picture = try picture("if grep -q '\"engine\":\"dot\"'; then exit 73; else printf picture; fi")
    #expect(picture.engine == .sfdp && picture.abandoned.isEmpty)
  }

  @Test func everyFailureHasItsCause() {
    #expect(throws: PictureError.noChineseFont) { try picture("exit 72") }
    #expect(throws: PictureError.drawingFailed(message: "no \\u{1b}luck")) {
      try picture("printf 'no \\033luck' >&2; exit 71")
    }
    #expect(throws: PictureError.workerFailed(message: "exit code 9")) { try picture("exit 9") }
    #expect(throws: PictureError.workerFailed(message: "signal 11")) { try picture("kill -SEGV $$") }
    #expect(throws: PictureError.workerFailed(message: "exit code 0")) { try picture("exit 0") }
    #expect(throws: PictureError.self) {
      try PictureRenderer(worker: ["/nonexistent/tupu"])
        .picture(of: PictureSamples.assembly(), schema: PictureSamples.schema, as: .svg)
    }
    #expect(throws: PictureError.nothingToDraw) {
      try PictureRenderer().picture(of: Subgraph(), schema: PictureSamples.schema, as: .svg)
    }
  }

  @Test func aMissingFontIsToldWithTheSVG() throws {
    #expect(try picture("printf x; printf no-chinese-font >&2").lacksChineseFont)
    #expect(try picture("printf x").lacksChineseFont == false)
  }

  @Test func aLargeRequestReachesTheWorker() throws {
    let people = (0..<3000).map { PictureSamples.node("Person", "人\($0)") }
    let edges = people.map { PictureSamples.edge("ATTENDED", $0, PictureSamples.meeting) }
    let picture = try PictureRenderer(worker: ["/bin/sh", "-c", "wc -c"]).picture(
      of: Subgraph(nodes: people + [PictureSamples.meeting], edges: edges), schema: PictureSamples.schema, as: .png,
      options: PictureOptions(groupsFrom: nil, maximumNodes: 5000, deadline: 20))
    #expect(Int(String(decoding: picture.bytes, as: UTF8.self).filter(\.isNumber)) ?? 0 > 300_000)
  }
}
