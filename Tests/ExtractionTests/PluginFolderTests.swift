import Extraction
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite struct PluginFolderTests {
  static let manifest = """
    name: Things
    version: "1"
    run: [sh, main.sh]
    produces: [Thing]
    nodes:
      Thing: {caption: {zh: 东西, en: Thing}, look: {color: "#ffffff"}}
    """

  private func manifest(_ text: String, name: String = "Things") throws -> PluginManifest {
    let folder = try TemporaryFolder()
    try folder.write("\(name)/plugin.yaml", text)
    return try PluginLoader.manifest(of: try PluginFolder(path: folder.file(name)))
  }

  @Test(arguments: [
    ("name: Things", "name: ../../etc", "1:7"), ("name: Things", "name: \"a b\"", "1:7"),
    ("version: \"1\"", "version: \"1 $(id)\"", "2:10"), ("version", "versoin", "2:1"),
    ("[sh, main.sh]", "[../sh, main.sh]", "3:6"), ("[sh, main.sh]", "[/bin/sh]", "3:6"), ("[sh, main.sh]", "sh", "3:6"),
    ("Thing:", "\"Thing`) DETACH DELETE n //\":", "6:3"), ("Thing:", "\"T]; evil [\":", "6:3"),
    ("Thing:", "1Thing:", "6:3"), ("#ffffff", "red", "6:47"), ("{zh: 东西, en: Thing}", "{zh: 东西}", "6:20"),
    ("en: Thing", "en: \"a\\u001b[2J\"", "6:33"), ("color: ", "shape: \"x]; b [\", color: ", "6:47"),
    ("produces: [Thing]", "produces: []", "4:11"), ("produces: [Thing]", "produces: &a [*a]", "4:11"),
    ("produces", "limits: {memory: 1}\nproduces", "4:10"), ("produces", "batch: 0\nproduces", "4:8"),
    ("[sh, main.sh]", "[sh", ""), ("[sh, main.sh]", "[sh, main.sh]\nrun: [x]", "4:1"),
    ("[sh, main.sh]", "!!seq &a [sh, main.sh]", "3:6"), ("[Thing]", "[Thing]\n--- {}", ""),
    ("[Thing]", "[Thing] # 东\u{1}", "4:22"), ("[Thing]", "\(String(repeating: "[", count: 100_000))", ""),
  ])
  func aBadManifestIsRefusedWithItsPlace(_ old: String, _ new: String, _ place: String) throws {
    do {
      _ = try manifest(Self.manifest.replacingOccurrences(of: old, with: new))
      Issue.record("accepted: \(new)")
    } catch let PluginLoadError.badManifest(file, error) {
      #expect(file.hasSuffix("/Things/plugin.yaml"))
      #expect(error.description.hasPrefix(place), "\(error)")
    }
  }

  @Test func nestedAliasesTakeNoTime() throws {
    var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (one, other) in zip("abcdefgh", "bcdefghi") {
      bomb += "\(other): &\(other) [*\(one), *\(one), *\(one), *\(one), *\(one), *\(one), *\(one), *\(one), *\(one)]\n"
    }
    #expect(throws: PluginLoadError.self) { try manifest(bomb) }
  }

  @Test func theFolderMustHaveThePluginsName() throws {
    #expect(throws: PluginLoadError.self) { try manifest(Self.manifest, name: "Others") }
  }

  @Test func whatReadsFollowsFromTheFilesAndMustBeThere() throws {
    #expect(try manifest(Self.manifest).carrier == .process)
    let bare = Self.manifest.replacingOccurrences(of: "run: [sh, main.sh]\n", with: "")
    #expect(throws: PluginLoadError.self) { try manifest(bare) }
    #expect(throws: PluginLoadError.self) { try manifest(bare + "\ncarrier: swift") }
    #expect(throws: PluginLoadError.self) { try manifest(Self.manifest + "\ncarrier: rules") }
  }

  @Test func noFileOutsideIsReadOrRun() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", "s")
    try folder.write("Things/plugin.yaml", Self.manifest.replacingOccurrences(of: "[sh, main.sh]", with: "[./link]"))
    try FileManager.default.createSymbolicLink(atPath: folder.file("Things/link"), withDestinationPath: "/bin/sh")
    try FileManager.default.createSymbolicLink(atPath: folder.file("Things/up"), withDestinationPath: "../secret")
    let place = try PluginFolder(path: folder.file("Things"))
    for path in ["../secret", "up", "/etc/passwd", "a/../../secret", ""] {
      #expect(throws: PluginLoadError.self, "\(path)") { try place.bytes(of: path) }
    }
    let manifest = try PluginLoader.manifest(of: place)
    #expect(throws: PluginLoadError.outside(file: folder.file("Things/./link"))) {
      try PluginLoader.plugin(manifest, in: place)
    }
  }

  @Test func theDigestFollowsWhatDecides() throws {
    let folder = try TemporaryFolder()
    try folder.write("Things/plugin.yaml", Self.manifest)
    try folder.write("Things/data/words.txt", "甲")
    func digest() throws -> String { try PluginFolder(path: folder.file("Things")).digest() }
    let first = try digest()
    try folder.write("Things/Examples/a.txt", "甲")
    try folder.write("Things/README.md", "甲")
    try folder.write("Things/__pycache__/main.pyc", "甲")
    #expect(try digest() == first)
    try folder.write("Things/data/words.txt", "乙")
    #expect(try digest() != first)
    try folder.write("Things/data/words.txt", "甲")
    #expect(try digest() == first)
    #expect(PluginFolder(name: "x", embedded: [:]).path == nil)
  }

  @Test func contradictionsNameBothSides() throws {
    func plugin(_ name: String, _ more: String, nodes: [String]) throws -> any Plugin {
      struct Silent: Plugin {
        let manifest: PluginManifest
        func extract(in context: ExtractionContext) {}
      }
      let types = nodes.map { "  \($0): {caption: {zh: 甲, en: A}, look: {color: \"#ffffff\"}}\n" }.joined()
      var manifest = try PluginManifest(yaml: "name: \(name)\nversion: \"1\"\n\(more)\nnodes:\n\(types)")
      manifest.digest = "0"
      return Silent(manifest: manifest)
    }
    func fault(_ plugins: any Plugin...) -> PipelineError? {
      guard case .failure(let problem) = Result(catching: { try Pipeline(plugins) }) else { return nil }
      return problem as? PipelineError
    }
    let a = try plugin("A", "produces: [X]\nrequires: [Y]", nodes: ["X"])
    let b = try plugin("B", "produces: [Y]\nrequires: [Z]", nodes: ["Y"])
    let c = try plugin("C", "produces: [Z]\nrequires: [X]", nodes: ["Z"])
    let d = try plugin("D", "produces: [W]\nrequires: [X]", nodes: ["W"])
    #expect(fault(d, a, b, c) == .circle(["A", "B", "C"]))
    #expect(fault(a) == .unknownRequirement(plugin: "A", label: "Y"))
    let other = try plugin("E", "produces: [X]", nodes: ["X"])
    #expect(fault(other, try plugin("F", "produces: [X]", nodes: ["X"])) == .clash(type: "X", plugins: ["E", "F"]))
    #expect(fault(other, other) == .sameName("E"))
    let edge = """
      produces: [X]
      edges:
        TO: {caption: {zh: 甲, en: A}, look: {color: "#ffffff"}, from: [X], to: [Xx]}
      """
    #expect(fault(try plugin("G", edge, nodes: ["X"])) == .unknownEnd(plugin: "G", edge: "TO", label: "Xx"))
  }
}
