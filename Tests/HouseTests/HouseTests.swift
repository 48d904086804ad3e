import Foundation
import TestSupport
import Testing

/// The house rules that machines can keep.
@Suite struct WallTests {
  /// What each part may import besides the standard library and Foundation; `Package.swift` says the same to the compiler,
  /// but only where a target is named at all.
  static let allowed: [String: Set<String>] = {
    let rooms: Set = ["GraphStore", "Cypher", "Extraction", "Resolution", "Rendering"]
    var allowed: [String: Set<String>] = [
      "GraphModel": ["CDigest", "FoldingTables"],
      "GraphStore": ["GraphModel", "CSQLite"],
      "Cypher": ["GraphModel"],
      "Extraction": ["GraphModel", "CalibrationTables", "CProcess", "LexiconTables", "CYAML"],
      "Resolution": ["GraphModel"],
      "Rendering": ["GraphModel", "CGraphviz", "CProcess"],
      "PluginTemplates": ["Extraction", "GraphModel", "PhonesTables"],
      "tupu": ["GraphModel", "TupuKit", "ArgumentParser", "CEditline"],
      "tupu-bench": ["GraphModel", "TupuKit", "ArgumentParser", "CSQLite"],
    ]
    let plugins = names(in: "Plugins")
    for plugin in plugins { allowed[plugin] = ["Extraction", "GraphModel", "\(plugin)Tables"] }
    allowed["TupuKit"] = rooms.union(plugins).union(["GraphModel", "CZlib", "PackTables", "PluginTemplates"])
    return allowed
  }()

  static let system: Set = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]

  static func names(in folder: String) -> [String] {
    let url = Repository.root.appendingPathComponent(folder)
    let entries =
      (try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: [.isDirectoryKey])) ?? []
    return entries.filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true }
      .map(\.lastPathComponent).sorted()
  }

  static func swiftFiles(in folder: String) -> [URL] {
    let url = Repository.root.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
  }

  static func imports(of file: URL) throws -> [String] {
    // Only lines without an indentation: a script in a string may import, too.
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix(" ") }.compactMap {
      line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else { return nil }
      guard place == 0 || words[0].hasPrefix("@") || ["public", "internal", "private"].contains(words[0]) else {
        return nil
      }
      let name =
        ["struct", "class", "enum", "func", "protocol"].contains(words[place + 1]) ? words[place + 2] : words[place + 1]
      return String(name.split(separator: ".")[0])
    }
  }

  @Test func everyPartImportsOnlyWhatThePlanAllows() throws {
    let parts =
      Self.names(in: "Sources").map { ($0, "Sources/\($0)") } + Self.names(in: "Plugins").map { ($0, "Plugins/\($0)") }
    for (name, folder) in parts {
      let files = Self.swiftFiles(in: folder)
      guard !files.isEmpty else { continue }
      let allowed = try #require(Self.allowed[name], "\(folder) is not on the ground plan")
      for file in files {
        for module in try Self.imports(of: file) where !Self.system.contains(module) {
          #expect(allowed.contains(module), "\(file.lastPathComponent) in \(folder) imports \(module)")
        }
      }
    }
  }

  @Test func noFileIsTooLongToRead() throws {
    for folder in ["Sources", "Plugins", "Tests"] {
      for file in Self.swiftFiles(in: folder) {
        let lines = try String(contentsOf: file, encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 501, "\(file.lastPathComponent) has \(lines.count) lines; split it by type or concern")
      }
    }
  }

  /// A second section of one name would add its words to the first one's unseen.
  @Test func everyWordListStandsOnceInItsTable() throws {
    for plugin in Self.names(in: "Plugins") {
      let tables = Repository.root.appendingPathComponent("Plugins/\(plugin)/Tables")
      let files = (try? FileManager.default.contentsOfDirectory(at: tables, includingPropertiesForKeys: nil)) ?? []
      for file in files where file.pathExtension == "txt" {
        let names = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("[") }
          .map { $0.prefix { $0 != "]" } }
        let twice = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice.isEmpty, "\(plugin)/Tables/\(file.lastPathComponent)")
      }
    }
  }

  @Test func everyTableOfFactsNamesItsSource() throws {
    for plugin in Self.names(in: "Plugins") {
      // A rule pack keeps its lists beside its rules.
      let folder = Repository.root.appendingPathComponent("Plugins/\(plugin)")
      let isPack = FileManager.default.fileExists(atPath: folder.appendingPathComponent("rules.yaml").path)
      let tables = isPack ? folder : folder.appendingPathComponent("Tables")
      // A process brings its program alone.
      guard FileManager.default.fileExists(atPath: tables.path) else { continue }
      let data = try FileManager.default.contentsOfDirectory(atPath: tables.path).filter {
        $0.hasSuffix(".tsv") || $0.hasSuffix(".txt")
      }
      guard !data.isEmpty else { continue }
      let sources = try String(contentsOf: tables.appendingPathComponent("SOURCES.md"), encoding: .utf8)
      for file in data {
        #expect(sources.contains(file), "\(tables.path)/SOURCES.md does not say where \(file) comes from")
      }
    }
  }

  @Test func everyBuiltInPluginDeclaresItself() throws {
    for plugin in Self.names(in: "Plugins") {
      let manifest = Repository.root.appendingPathComponent("Plugins/\(plugin)/plugin.yaml")
      #expect(try String(contentsOf: manifest, encoding: .utf8).contains("name: \(plugin)\n"))
    }
  }
}
