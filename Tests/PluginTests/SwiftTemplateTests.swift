import Extraction
import Foundation
import Phones
import TestSupport
import Testing

@Suite struct SwiftTemplateTests {
  /// The template for plug-ins in Swift finds what its example marks.
  @Test func theTemplateReads() throws {
    let file = Repository.root.appendingPathComponent("Sources/PluginTemplates/example.txt")
    let runner = ExampleRunner(try PhonesPlugin())
    for example in try ExampleReader.examples(try String(contentsOf: file, encoding: .utf8)) {
      #expect(try runner.failures(example) == [])
    }
  }
}
