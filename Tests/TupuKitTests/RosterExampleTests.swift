import Extraction
import Foundation
import TestSupport
import Testing
import TupuKit

/// The examples beside each built-in plug-in: what it finds and links in a text that all of them read.
@Suite struct RosterExampleTests {
  private static let pipeline = Result { try Pipeline(Roster.builtIn) }
  private static let names = Result { try Roster.builtIn.map(\.manifest.name) }

  @Test(arguments: try names.get()) func findsWhatItsExamplesMark(_ name: String) throws {
    let plugins = try Self.pipeline.get().plugins
    let position = try #require(plugins.firstIndex { $0.manifest.name == name })
    let runner = ExampleRunner(plugins[position], after: Array(plugins[..<position]))
    let folder = Repository.root.appendingPathComponent("Plugins/\(name)/Examples")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
    #expect(!files.isEmpty)
    for file in files.sorted() {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for example in try ExampleReader.examples(text) { #expect(try runner.failures(example) == [], "\(file)") }
    }
  }
}
