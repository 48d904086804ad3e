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
    let earlier = Array(plugins[..<position])
    let runner = ExampleRunner(plugins[position], after: earlier)
    let audit = try RuleAudit(plugins[position])
    let folder = Repository.root.appendingPathComponent("Plugins/\(name)/Examples")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
    #expect(!files.isEmpty)
    for file in files.sorted() {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for example in try ExampleReader.examples(text) {
        #expect(try runner.failures(example) == [], "\(file)")
        _ = try ExampleRunner(audit, after: earlier).failures(example)
      }
    }
    #expect(audit.problems == [], "every rule has an example in which it fires")
  }

  @Test(arguments: try names.get()) func hasRulesWithoutFaults(_ name: String) throws {
    // What is wrong with them is thrown with file, line and column.
    let plugin = try #require(try Self.pipeline.get().plugins.first { $0.manifest.name == name })
    let pack = try plugin.rules
    #expect(pack?.warnings ?? [] == [])
    #expect(pack == nil || plugin.identity.contains("#"), "documents are read again when the rules change")
  }
}
