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
    let count = try compare(gallery, with: tool, database: database)
    #expect(count >= 9, "one picture a seed document, all five, posts, a path, shared programs")
  }

  @Test func picturesOfOptionalPluginsShowWhatTheirQueriesAnswer() throws {
    let tool = try Tool()
    let database = tool.folder.appendingPathComponent("tupu.db").path
    let gallery = Repository.root.appendingPathComponent("graphs/plugins")
    let ingest = try tool.run("ingest", gallery.appendingPathComponent("report.txt").path, "--db", database)
    try #require(ingest.status == 0, "\(ingest.messages)")
    var names = ["Indicators", "Industries", "Honours", "Documents", "Tasks"]
    // Contacts is a program in Python.
    if Python.isThere { names.append("Contacts") }
    for name in names {
      let folder = Repository.root.appendingPathComponent("Plugins/Contacts").path
      let enable = try tool.run("plugin", "enable", name, "--plugins", folder, "--db", database)
      #expect(enable.status == 0, "\(name): \(enable.messages)")
    }
    let count = try compare(gallery, with: tool, database: database, besides: Python.isThere ? [] : ["Contacts.cypher"])
    #expect(count == names.count, "one picture a plug-in")
  }

  /// Draws every query of a folder and compares the pictures; how many there are.
  private func compare(
    _ gallery: URL, with tool: Tool, database: String, besides left: Set<String> = []
  ) throws -> Int {
    let queries = try FileManager.default.contentsOfDirectory(atPath: gallery.path).filter {
      $0.hasSuffix(".cypher") && !left.contains($0)
    }
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
    return queries.count
  }
}
