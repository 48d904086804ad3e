import Foundation
import GraphModel
import TestSupport
import Testing

/// `tupu plugin check`, `test` and `trace`, and packs whose words try to break out of what they are put into.
@Suite struct RulePackVerbTests {
  private static let manifest = """
    name: Crops
    version: "1"
    requires: [Region]
    produces: [Crop]
    nodes:
      Crop: {caption: {zh: 作物, en: crop}, look: {color: "#ffffff"}}
    edges:
      GROWS: {caption: {zh: 种植, en: grows}, look: {color: "#000000"}, from: [Region], to: [Crop]}

    """

  private func tool(_ rules: String, list: String = "小麦\n") throws -> Tool {
    let tool = try Tool()
    try tool.write(Self.manifest, to: "Crops/plugin.yaml")
    try tool.write(rules, to: "Crops/rules.yaml")
    try tool.write(list, to: "Crops/crops.txt")
    try tool.write("阳朔县种植小麦。", to: "news.txt")
    return tool
  }

  @Test func checkNamesEveryErrorWithItsPlaceAndEndsWithOne() throws {
    let tool = try tool("lists: {crops: crops.txt}\nfind:\n  - lst: crops\n  - pattern: '小麦('\n")
    let result = try tool.run("plugin", "check", "./Crops")
    #expect(result.status == 1)
    #expect(result.output.contains("rules.yaml:3:5: unknown key \"lst\"; known: "))
    #expect(result.output.contains("rules.yaml:4:"))
    #expect(result.output.contains("    - lst: crops"), "the line is quoted")
    let json = try JSONValue(parsing: try tool.run("plugin", "check", "./Crops", "--format", "json").output)
    let error = json.items?.first { $0["severity"] == "error" }
    #expect(error?["line"] == 3)
    #expect(error?["column"] == 5)
  }

  @Test func aLineThatIsLeftOutIsSaidAndTheRestWorks() throws {
    let tool = try tool("lists: {crops: crops.txt}\nfind: [{list: crops}]\n", list: "小麦\n\t\n水稻\n")
    let check = try tool.run("plugin", "check", "./Crops", "news.txt")
    #expect(check.status == 0)
    #expect(check.output.contains("crops.txt:2:1: no name; the line is left out"))
    let extract = try tool.run("extract", "news.txt", "--plugins", ".", "--enable", "Crops", "--format", "jsonl")
    #expect(extract.status == 0, "\(extract.messages)")
    #expect(extract.output.contains("\"type\":\"Crop\",\"name\":\"小麦\""))
    #expect(extract.messages.contains("Crops"), "a line that is left out is not silent")
  }

  @Test func testSaysWhichConditionFailedFirst() throws {
    let tool = try tool("lists: {crops: crops.txt}\nfind: [{list: crops, with: [丰收]}]\n")
    try tool.write("[阳朔县](Region)种[小麦](Crop)。", to: "Crops/Examples/a.txt")
    let result = try tool.run("plugin", "test", "./Crops")
    #expect(result.status == 1)
    #expect(result.output.contains("a.txt:1: Crop \"小麦\" is not found"))
    #expect(result.output.contains("crop.1: matches \"小麦\", but none of these stands in the scope: 丰收"))
    try tool.write("[阳朔县](Region)[小麦](Crop)丰收。", to: "Crops/Examples/a.txt")
    #expect(try tool.run("plugin", "test", "./Crops").status == 0)
  }

  @Test func traceSaysWhatEachRuleWanted() throws {
    let tool = try tool("find: [{rule: yield, pattern: '小麦 增产 <number>'}]\n")
    let result = try tool.run("plugin", "trace", "news.txt", "--at", "小麦", "--plugin", "./Crops", "--format", "json")
    #expect(result.status == 0, "\(result.messages)")
    let trial = try JSONValue(parsing: result.output).items?.first
    #expect(trial?["rule"] == "yield")
    #expect(trial?["outcome"] == "read \"小麦\", then wanted: 增")
    #expect(try tool.run("plugin", "trace", "news.txt", "--at", "水稻", "--plugin", "./Crops").status == 1)
  }

  @Test func onlyDocumentsInWhichAChangeCanShowAreReadAgain() throws {
    let tool = try tool("lists: {crops: crops.txt}\nfind: [{list: crops}]\nlinks: [{}]\n")
    try tool.write("平乐县种植水稻。", to: "docs/rice.txt")
    try tool.write("阳朔县种植小麦。", to: "docs/wheat.txt")
    try tool.write("恭城瑶族自治县召开大会。", to: "docs/none.txt")
    func report(_ arguments: String...) throws -> JSONValue {
      let result = try tool.run(arguments + ["--plugins", ".", "--format", "json"])
      #expect(result.status == 0, "\(result.messages)")
      return try JSONValue(parsing: result.output)
    }
    func dump() throws -> String { try tool.run("dump").output }
    func fresh() throws -> String {
      for arguments in [["plugin", "enable", "Crops"], ["ingest", "docs"]] {
        _ = try tool.run(arguments + ["--plugins", ".", "--db", "fresh.db"])
      }
      let dump = try tool.run("dump", "--db", "fresh.db").output
      for file in try FileManager.default.contentsOfDirectory(atPath: tool.folder.path) where file.hasPrefix("fresh.db")
      {
        try FileManager.default.removeItem(at: tool.folder.appendingPathComponent(file))
      }
      return dump
    }
    #expect(try report("ingest", "docs")["added"] == 3)
    let before = try dump()
    #expect(try report("plugin", "enable", "Crops")["caughtUp"] == 1, "wheat")
    #expect(try dump() == fresh())
    try tool.write("小麦\n水稻\n", to: "Crops/crops.txt")
    let more = try report("ingest", "docs")
    #expect(more["refreshed"] == 2 && more["unchanged"] == 1, "rice has come, wheat had been found")
    #expect(try dump() == fresh())
    try tool.write("玉米\n水稻\n", to: "Crops/crops.txt")
    let other = try report("ingest", "docs/none.txt")
    #expect(other["unchanged"] == 1 && other["caughtUp"] == 2, "wheat has gone")
    #expect(try dump() == fresh())
    #expect(try report("plugin", "disable", "Crops")["caughtUp"] == 1, "rice")
    #expect(try dump() == before)
    #expect(try tool.run("check").status == 0)
  }

  @Test func wordsOfAPackDoNotSteerTheTerminal() throws {
    let tool = try tool("lists: {crops: crops.txt}\nfind: [{list: crops, \"\\e[31mred\": x}] # \u{9B}31m\n")
    let result = try tool.run("plugin", "check", "./Crops")
    #expect(result.status == 1)
    #expect(!(result.output + result.messages).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" })
  }

  @Test func wordsBreakOutOfNothing() throws {
    let words = [
      "x'); DROP TABLE node; --", "\"]; a -> b [label=\"", "<script>alert(1)</script>", "&amp;<br/>", "$(touch owned)",
      "`touch owned`", "%s%n", "{0}", "\\N", "a\u{202E}b",
    ]
    let tool = try tool(
      "lists: {crops: crops.txt}\nfind: [{list: crops}]\nlinks: [{}]\n", list: words.joined(separator: "\n"))
    try tool.write("阳朔县种植：" + words.map { "【\($0)】" }.joined() + "。", to: "news.txt")
    #expect(try tool.run("plugin", "enable", "Crops", "--plugins", ".").status == 0)
    let ingest = try tool.run("ingest", "news.txt", "--plugins", ".")
    #expect(ingest.status == 0, "\(ingest.messages)")
    let found = try tool.run("query", "MATCH (c:Crop) RETURN c.name ORDER BY c.name", "--format", "json")
    let names = try JSONValue(parsing: found.output)["rows"]?.items?.compactMap { $0.items?.first?.text } ?? []
    #expect(Set(names).isSuperset(of: words.prefix(6)), "\(names)")
    #expect(try tool.run("check").status == 0, "the store is whole")
    for picture in ["a.svg", "a.dot"] {
      #expect(try tool.run("render", "--all", "--output", picture).status == 0)
      let drawn = try String(contentsOf: tool.folder.appendingPathComponent(picture), encoding: .utf8)
      #expect(!drawn.contains("<script>"))
    }
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appendingPathComponent("owned").path))
  }
}
