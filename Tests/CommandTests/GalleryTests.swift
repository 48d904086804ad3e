import Foundation
import TestSupport
import Testing
import TupuKit

/// Every picture in `graphs/` shows what its query answers today on the documents in `seeds/`: the same nodes, lines and words,
/// whatever place a release of Graphviz gives them. `make gallery` redraws them.
@Suite struct GalleryTests {
  @Test func picturesShowWhatTheirQueriesAnswer() throws {
    let tool = try Tool()
    let database = tool.folder.appendingPathComponent("tupu.db").path
    let ingest = try tool.run("ingest", Repository.root.appendingPathComponent("seeds").path, "--db", database)
    try #require(ingest.status == 0, "\(ingest.messages)")
    let gallery = Repository.root.appendingPathComponent("graphs")
    let queries = try FileManager.default.contentsOfDirectory(atPath: gallery.path).filter { $0.hasSuffix(".cypher") }
    #expect(queries.count >= 9, "one picture a seed document, all five, posts, a path, shared programs")
    for query in queries.sorted() {
      let file = gallery.appendingPathComponent(query)
      let picture = file.deletingPathExtension().appendingPathExtension("svg")
      let first = try String(contentsOf: file, encoding: .utf8).prefix { $0 != "\n" }
      let title = String(first.drop { $0 == "/" || $0 == " " })
      let drawn = try tool.run(
        "render", "--db", database, "--query-file", file.path, "--title", title, "--lang", "zh", "--output", "now.svg")
      #expect(drawn.status == 0, "\(query): \(drawn.messages)")
      let now = try String(contentsOf: tool.folder.appendingPathComponent("now.svg"), encoding: .utf8)
      let kept = try String(contentsOf: picture, encoding: .utf8)
      #expect(PictureStructure(svg: now) == PictureStructure(svg: kept), "\(query): redraw it with `make gallery`")
    }
  }
}
