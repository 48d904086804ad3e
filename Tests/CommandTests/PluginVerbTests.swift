import Foundation
import GraphModel
import TestSupport
import Testing

/// Plug-ins as people use them, from their making to their end.
@Suite(.enabled(if: Python.isThere, "python3 is not installed")) struct PluginVerbTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write("安丘市召开工业大会，市长李明主持。\n报名请联系李明，电话0536-3234567。\n", to: "docs/a.txt")
    try tool.write("安丘市召开农业大会，市长李明主持。\n报名请联系李明，电话13812345678。\n", to: "docs/b.txt")
  }

  private func dump() throws -> String { try tool.run("dump").output }

  private func made(_ name: String) throws {
    let result = try tool.run("plugin", "new", name, "--carrier", "process")
    try #require(result.status == 0, "\(result.messages)")
  }

  /// The code of a plug-in of the source tree is in the program, its examples are in its folder.
  @Test(arguments: ["Zones", "Documents"]) func theFolderOfACompiledPluginIsItsExamples(_ name: String) throws {
    let folder = Repository.root.appendingPathComponent("Plugins/\(name)").path
    let tested = try Tool().run("plugin", "test", folder)
    #expect(tested.status == 0, "\(tested.output)\(tested.messages)")
    #expect(tested.messages.contains("\(name): all"))
  }

  @Test func whatItFoundComesAndGoesWithIt() throws {
    try made("Phones")
    #expect(try tool.run("ingest", "docs", "--plugins", ".").status == 0)
    let before = try dump()
    #expect(!before.contains("Phone"), "no program runs because its folder is there")
    let enabled = try tool.run("plugin", "enable", "Phones", "--plugins", ".", "--format", "json")
    #expect(enabled.status == 0, "\(enabled.messages)")
    #expect(enabled.messages.contains("python3 main.py"), "it is told what will run")
    #expect(try JSONValue(parsing: enabled.output)["caughtUp"] == 2)
    let with = try dump()
    #expect(try tool.run("show", "0536-3234567").output.contains("reached by"))
    #expect(try tool.run("schema").output.contains("(:Person)-[:REACHED_BY]->(:Phone)"))
    #expect(try tool.run("query", "MATCH (p:Person)-->(n:Phone) RETURN p.name, n.name").output.contains("13812345678"))
    #expect(try tool.run("check").status == 0)
    #expect(try tool.run("plugin", "disable", "Phones", "--plugins", ".").status == 0)
    #expect(try dump() == before)
    #expect(try tool.run("plugin", "enable", "Phones", "--plugins", ".").status == 0)
    #expect(try dump() == with)
    #expect(try tool.run("check").status == 0)
    let list = try JSONValue(parsing: try tool.run("plugin", "list", "--plugins", ".", "--format", "json").output)
    let phones = try #require(list.items?.first { $0["name"] == "Phones" })
    #expect(phones["enabled"] == .boolean(true))
    #expect(phones["carrier"] == "process")
    #expect(phones["folder"]?.text?.hasSuffix("/Phones") == true)
  }

  @Test func aChangedFileHasEveryDocumentExtractedAgain() throws {
    try made("Phones")
    try tool.perform("plugin", "enable", "Phones", "--plugins", ".")
    try tool.perform("ingest", "docs", "--plugins", ".")
    let idle = try JSONValue(
      parsing: try tool.run("ingest", "docs/a.txt", "--plugins", ".", "--format", "json").output)
    #expect(idle["caughtUp"] == 0 && idle["refreshed"] == 0)
    let program = tool.folder.appendingPathComponent("Phones/main.py")
    let text = try String(contentsOf: program, encoding: .utf8)
    try text.replacingOccurrences(of: #"|1[3-9]\d{9}"#, with: "").write(to: program, atomically: true, encoding: .utf8)
    let changed = try JSONValue(
      parsing: try tool.run("ingest", "docs/a.txt", "--plugins", ".", "--format", "json").output)
    #expect(changed["refreshed"] == 1 && changed["caughtUp"] == 1)
    #expect(try !dump().contains("13812345678"))
  }

  @Test func oneThatSaysWhatConcernsItIsHandedNothingElse() throws {
    try made("Phones")
    func append(_ text: String, to file: String) throws {
      let url = tool.folder.appendingPathComponent("Phones/\(file)")
      try (try String(contentsOf: url, encoding: .utf8) + text).write(to: url, atomically: true, encoding: .utf8)
    }
    try append("\ntouches: [农业]\n", to: "plugin.yaml")
    try tool.perform("plugin", "enable", "Phones", "--plugins", ".")
    try tool.perform("ingest", "docs", "--plugins", ".")
    let before = try dump()
    #expect(before.contains("13812345678") && !before.contains("name\":\"0536-3234567"))
    try append("\n# another version\n", to: "main.py")
    let changed = try JSONValue(
      parsing: try tool.run("ingest", "docs/a.txt", "--plugins", ".", "--format", "json").output)
    #expect(changed["refreshed"] == 0 && changed["caughtUp"] == 1, "only what holds a word of it is read again")
    #expect(try dump() == before)
    try append("\ntouches: []\n", to: "plugin.yaml")
    #expect(try tool.run("plugin", "list", "--plugins", ".").messages.contains("`touches`"))
  }

  @Test func oneThatIsGoneIsToldAndLosesNothing() throws {
    try made("Phones")
    try tool.perform("plugin", "enable", "Phones", "--plugins", ".")
    try tool.perform("ingest", "docs/a.txt", "--plugins", ".")
    let missing = try tool.run("ingest", "docs")
    #expect(missing.status == 2)
    #expect(missing.messages.contains("Phones is enabled but nowhere to be found"))
    #expect(try tool.run("show", "0536-3234567").status == 0, "what it found before stays")
    #expect(try tool.run("docs", "list", "--format", "csv").output.contains("b.txt"), "the other plug-ins read on")
    #expect(try tool.run("check").status == 0)
    #expect(try tool.run("plugin", "list").status == 2)
    #expect(try tool.run("ingest", "docs", "--plugins", ".").status == 0)
    #expect(try tool.run("show", "13812345678").status == 0)
  }

  @Test func aCrashCostsOneDocumentsFindingsAndIsMadeUpFor() throws {
    try made("Phones")
    let program = tool.folder.appendingPathComponent("Phones/main.py")
    let text = try String(contentsOf: program, encoding: .utf8)
    try text.replacingOccurrences(
      of: "    text = document", with: "    assert \"农业\" not in document[\"text\"]\n    text = document"
    )
    .write(to: program, atomically: true, encoding: .utf8)
    try tool.perform("plugin", "enable", "Phones", "--plugins", ".")
    let crashed = try tool.run("ingest", "docs", "--plugins", ".", "--format", "json")
    #expect(crashed.status == 2)
    #expect(crashed.messages.contains("AssertionError"))
    let report = try JSONValue(parsing: crashed.output)
    #expect(report["added"] == 2 && report["incomplete"] == 1)
    #expect(try tool.run("show", "0536-3234567").status == 0)
    #expect(try tool.run("show", "李明").output.contains("农业大会"))
    #expect(try tool.run("check").status == 0)
    try text.write(to: program, atomically: true, encoding: .utf8)
    #expect(try tool.run("ingest", "docs", "--plugins", ".").status == 0)
    #expect(try tool.run("show", "13812345678").status == 0)
  }

  @Test func namesInjectNothing() throws {
    try made("Phones")
    let names = [
      "'; DROP TABLE node; --", "\"]; evil [label=\"x", "<script>alert(1)</script>", "') DETACH DELETE n //",
      "$(id) `id`",
      "\\N\\L<b>&amp;", "../../etc/passwd",
    ]
    let list = JSONValue.array(names.map { .string($0) }).line
    try tool.write(
      """
      import json, sys
      print(json.dumps({"tupu": 1, "plugin": json.loads(sys.stdin.readline())["plugin"]}), flush=True)
      for line in sys.stdin:
          print(json.dumps({"document": json.loads(line)["document"], "entities": [
              {"type": "Phone", "name": name, "mentions": [[0, 2]], "rule": name} for name in \(list)]}), flush=True)
      """, to: "Phones/main.py")
    try tool.perform("plugin", "enable", "Phones", "--plugins", ".")
    let ingest = try tool.run("ingest", "docs", "--plugins", ".")
    #expect(ingest.status == 0, "\(ingest.messages)")
    let found = try tool.run("query", "MATCH (n:Phone) RETURN n.name ORDER BY n.name", "--format", "json")
    let rows = try JSONValue(parsing: found.output)["rows"]?.items?.compactMap { $0.items?.first?.text }
    #expect(rows == names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    for name in names { #expect(try tool.run("show", name, "--type", "Phone").status == 0, "\(name)") }
    #expect(try tool.run("render", "--type", "Phone", "--output", "all.svg").status == 0)
    let picture = try String(contentsOf: tool.folder.appendingPathComponent("all.svg"), encoding: .utf8)
    #expect(!picture.contains("<script") && !picture.contains(">evil<"))
    let source = try tool.run("render", "--type", "Phone", "--output", "all.dot")
    #expect(source.status == 0)
    #expect(try tool.run("check").status == 0)
  }

  @Test func contradictionsAreRefusedBeforeAnythingIsRecorded() throws {
    try made("Phones")
    try made("Telephones")
    for name in ["plugin.yaml", "main.py"] {
      let file = tool.folder.appendingPathComponent("Telephones/\(name)")
      try String(contentsOf: file, encoding: .utf8).replacingOccurrences(of: "Telephone:", with: "Phone:")
        .replacingOccurrences(of: "[Telephone]", with: "[Phone]").write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try tool.run("plugin", "enable", "Phones", "--plugins", ".").status == 0)
    let clash = try tool.run("plugin", "enable", "Telephones", "--plugins", ".")
    #expect(clash.status == 2)
    #expect(clash.messages.contains("Phones") && clash.messages.contains("Telephones"))
    #expect(try tool.run("ingest", "docs", "--plugins", ".").status == 0)
    for arguments in [["Nope"], ["../Phones"], ["Phones", "--plugins", "nowhere"]] {
      #expect(try tool.run(["plugin", "enable"] + arguments).status == 2, "\(arguments)")
    }
    #expect(try tool.run("plugin", "disable", "Telephones", "--plugins", ".").status == 1)
    let regions = try tool.run("plugin", "disable", "Regions", "--plugins", ".")
    #expect(regions.status == 2 && regions.messages.contains("requires Region"))
  }

  @Test func newOnesAreMadeForEveryCarrierAndNothingIsOverwritten() throws {
    for (arguments, file) in [
      (["Sights"], "rules.yaml"), (["Talks", "--carrier", "process"], "main.py"),
      (["Halls", "--carrier", "process", "--language", "swift"], "main.swift"),
      (["Roads", "--carrier", "swift"], "RoadsPlugin.swift"),
    ] {
      #expect(try tool.run(["plugin", "new"] + arguments).status == 0)
      let text = try String(contentsOf: tool.folder.appendingPathComponent("\(arguments[0])/\(file)"), encoding: .utf8)
      #expect(!text.contains("Phone"))
      let manifest = tool.folder.appendingPathComponent("\(arguments[0])/plugin.yaml")
      #expect(try String(contentsOf: manifest, encoding: .utf8).contains("name: \(arguments[0])\n"))
    }
    let made = try String(contentsOf: tool.folder.appendingPathComponent("Sights/plugin.yaml"), encoding: .utf8)
    #expect(made.contains("HAS_SIGHT") && !made.contains("电话"), "two that were made so do not clash")
    for arguments in [
      ["Sights"], ["../x"], ["a b"], ["1st"], ["a-b", "--carrier", "swift"], ["X", "--language", "swift"],
    ] {
      #expect(try tool.run(["plugin", "new"] + arguments).status == 2, "\(arguments)")
    }
  }

  @Test func packedOnesAreAddedWithoutHarm() throws {
    try made("Phones")
    func shell(_ command: String) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", command]
      process.currentDirectoryURL = tool.folder
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0, "\(command)")
    }
    let own = [".local/share/tupu/plugins/Phones/main.py", "own/Phones/main.py"].map(tool.folder.appendingPathComponent)
    #expect(try tool.run("plugin", "add", "Phones").status == 0)
    #expect(FileManager.default.fileExists(atPath: own[0].path))
    #expect(try tool.run("plugin", "add", "Phones").status == 2, "there is one already")
    #expect(try tool.run("plugin", "add", "Phones", "--replace").status == 0)
    try shell("tar czf good.tar.gz Phones")
    #expect(try tool.run("plugin", "add", "good.tar.gz", "--into", "own").status == 0)
    #expect(try Data(contentsOf: own[1]) == Data(contentsOf: tool.folder.appendingPathComponent("Phones/main.py")))
    try shell(
      """
      mkdir -p t/Evil && cp Phones/plugin.yaml t/Evil && sed -i s/Phones/Evil/ t/Evil/plugin.yaml && cp Phones/main.py t/Evil
      cd t && tar cf ../up.tar --transform 's,Evil/main.py,Evil/../../up.py,' -P Evil && gzip -f ../up.tar
      tar czf ../abs.tar.gz --transform 's,Evil/main.py,/tmp/tupu-abs.py,' -P Evil
      ln -s /etc/passwd Evil/link && tar czf ../link.tar.gz Evil && rm Evil/link
      ln Evil/main.py Evil/hard && tar czf ../hard.tar.gz Evil && rm Evil/hard
      head -c 2000 ../good.tar.gz | head -c 300 > ../cut.tar.gz; echo nonsense > ../not.zip
      """)
    for file in ["up.tar.gz", "abs.tar.gz", "link.tar.gz", "hard.tar.gz", "cut.tar.gz", "not.zip", "none.zip", "docs"] {
      let result = try tool.run("plugin", "add", file, "--into", "bad")
      #expect(result.status == 2, "\(file)")
      #expect(!result.messages.isEmpty)
    }
    let left =
      (try? FileManager.default.contentsOfDirectory(atPath: tool.folder.appendingPathComponent("bad").path)) ?? []
    #expect(left == [], "nothing stays of what was refused")
  }
}

extension Tool {
  /// Runs a verb of which only the effect matters.
  fileprivate func perform(_ arguments: String...) throws { _ = try run(arguments) }
}
