import Enterprises
import Extraction
import Foundation
import GraphModel
import Meetings
import Organizations
import People
import Phones
import Programs
import Projects
import Regions
import TestSupport
import Testing
import Zones

/// The examples beside each built-in plug-in: what it finds and links in a text that all of them read.
@Suite struct BuiltInExampleTests {
  private static let pipeline = Result {
    try Pipeline([
      try RegionsPlugin(), try OrganizationsPlugin(), try EnterprisesPlugin(), try ZonesPlugin(), try PeoplePlugin(),
      try ProgramsPlugin(), try ProjectsPlugin(), try MeetingsPlugin(),
    ])
  }

  private static let names = [
    "Enterprises", "Meetings", "Organizations", "People", "Programs", "Projects", "Regions", "Zones",
  ]

  @Test(arguments: names) func findsWhatItsExamplesMark(_ name: String) throws {
    let plugin = try #require(try Self.pipeline.get().plugins.first { $0.manifest.name == name })
    let folder = Repository.root.appendingPathComponent("Plugins/\(name)/Examples")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
    #expect(!files.isEmpty)
    for file in files.sorted() {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for example in try ExampleReader.examples(text) {
        try compare(example, plugin.manifest, "\(name)/Examples/\(file):\(example.line)")
      }
    }
  }

  /// The template for plug-ins in Swift finds what its example marks.
  @Test func theTemplateReads() throws {
    let file = Repository.root.appendingPathComponent("Sources/PluginTemplates/example.txt")
    let runner = ExampleRunner(try PhonesPlugin())
    for example in try ExampleReader.examples(try String(contentsOf: file, encoding: .utf8)) {
      #expect(try runner.failures(example) == [])
    }
  }

  private func compare(_ example: Example, _ manifest: PluginManifest, _ place: String) throws {
    let document = try DocumentReader().document(
      from: Source(
        name: "example", origin: "example", mediaType: .text, bytes: Array(example.text.utf8), encoding: "utf-8",
        hints: DocumentMetadata(published: example.published)))
    let findings = try Self.pipeline.get().findings(of: document)
    let own = findings.entities.filter { manifest.produces.contains($0.type) }
    let found = own.flatMap { entity in
      entity.mentions.map { "\(document.source.string($0)) \(entity.type) \(entity.name)" }
    }
    let marked = example.marks.filter { manifest.produces.contains($0.label) }
      .map { "\(ScalarText(example.text).string($0.span)) \($0.label) \($0.name)" }
    #expect(found.sorted() == marked.sorted(), "\(place)")
    let links = findings.relations.filter { $0.provenance.extractor == manifest.name }.map { relation in
      let title = relation.properties["title"]?.text.map { " \($0)" } ?? ""
      return "\(findings.entities[relation.from].name) \(relation.type) \(findings.entities[relation.to].name)\(title)"
    }
    let expected = example.expectations.compactMap { item -> String? in
      guard let link = item.link, let to = item.to else { return nil }
      return "\(item.from) \(link) \(to)" + (item.properties["title"].map { " \($0)" } ?? "")
    }
    #expect(links.sorted() == expected.sorted(), "\(place)")
    for item in example.expectations where item.link == nil {
      let entity = own.first { $0.name == item.from }
      for (key, value) in item.properties { #expect(entity?.properties[key]?.text == value, "\(place): \(key)") }
    }
  }
}
