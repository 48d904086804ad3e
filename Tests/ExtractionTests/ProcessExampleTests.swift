import Extraction
import Foundation
import TestSupport
import Testing

/// The processes in `Plugins/`, and the template for them, do what their examples say.
@Suite(.enabled(if: Python.isThere, "python3 is not installed")) struct ProcessExampleTests {
  @Test(arguments: ["Contacts"]) func doesWhatItsExamplesSay(_ name: String) throws {
    try compare(try PluginFolder(path: Repository.root.appendingPathComponent("Plugins/\(name)").path), examples: name)
  }

  @Test func theTemplateDoesWhatItsExampleSays() throws {
    let templates = Repository.root.appendingPathComponent("Sources/PluginTemplates")
    let folder = try TemporaryFolder()
    for file in ["plugin.yaml", "main.py"] {
      let text = try String(contentsOf: templates.appendingPathComponent("python/\(file)"), encoding: .utf8)
      try folder.write("Phones/\(file)", text)
    }
    let example = try String(contentsOf: templates.appendingPathComponent("example.txt"), encoding: .utf8)
    try folder.write("Phones/Examples/phones.txt", example)
    try compare(try PluginFolder(path: folder.file("Phones")), examples: "Phones")
  }

  private func compare(_ folder: PluginFolder, examples name: String) throws {
    let plugin = try PluginLoader.plugin(try PluginLoader.manifest(of: folder), in: folder)
    let runner = ExampleRunner(plugin)
    #expect(!folder.exampleFiles.isEmpty)
    for file in folder.exampleFiles {
      let text = String(decoding: try folder.bytes(of: file), as: UTF8.self)
      for example in try ExampleReader.examples(text) {
        for failure in try runner.failures(example) { Issue.record("\(name)/\(file):\(failure.line): \(failure.kind)") }
      }
    }
  }
}
