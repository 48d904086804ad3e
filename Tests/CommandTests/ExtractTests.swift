import Foundation
import GraphModel
import TestSupport
import Testing

@Suite struct ExtractTests {
  private let text = "3月4日，安丘市召开全市工业大会，市委书记王建国出席并讲话。\n"

  @Test func oneFileIsOneObjectAndSeveralAreAList() throws {
    let tool = try Tool()
    try tool.write(text, to: "a.txt")
    try tool.write(text + "。", to: "b.txt")
    let one = try tool.run("extract", "a.txt")
    #expect(one.status == 0)
    #expect(one.messages == "")
    #expect(try JSONValue(parsing: one.output)["document"] == "a.txt")
    let two = try tool.run("extract", "a.txt", "b.txt")
    #expect(try JSONValue(parsing: two.output).items?.compactMap { $0["document"] } == ["a.txt", "b.txt"])
    let lines = try tool.run("extract", "a.txt", "b.txt", "--format", "jsonl")
    #expect(
      try lines.output.split(separator: "\n").map { try JSONValue(parsing: String($0))["document"] } == [
        "a.txt", "b.txt",
      ])
  }

  @Test func everyQuoteStandsWhereItsOffsetsSay() throws {
    let seeds = Repository.root.appendingPathComponent("seeds")
    for file in try FileManager.default.contentsOfDirectory(atPath: seeds.path).sorted() {
      let path = seeds.appendingPathComponent(file).path
      let source = Array(try String(contentsOfFile: path, encoding: .utf8).unicodeScalars)
      let result = try JSONValue(parsing: try Tool().run("extract", path).output)
      let ids = Set((result["entities"]?.items ?? []).compactMap { $0["id"]?.text })
      for item in (result["entities"]?.items ?? []) + (result["relations"]?.items ?? []) {
        let places = (item["mentions"] ?? item["evidence"])?.items ?? []
        #expect(!places.isEmpty, "\(item.line) has no evidence")
        for place in places {
          guard case .integer(let start)? = place["start"], case .integer(let end)? = place["end"] else {
            Issue.record("a place without offsets")
            continue
          }
          var quote = String.UnicodeScalarView()
          quote.append(contentsOf: source[Int(start)..<Int(end)])
          #expect(place["quote"]?.text == String(quote))
        }
        if item["mentions"] == nil {
          #expect(ids.contains(item["from"]?.text ?? "") && ids.contains(item["to"]?.text ?? ""))
        }
      }
    }
  }

  @Test func oneFilesFailureStopsNoOther() throws {
    let tool = try Tool()
    try tool.write(text, to: "good.txt")
    try tool.write("", to: "empty.txt")
    try tool.write(Data([0x50, 0, 1, 2, 0xFF]), to: "image.txt")
    let result = try tool.run("extract", "missing.txt", "empty.txt", "image.txt", ".", "good.txt", "--format", "jsonl")
    #expect(result.status == 2)
    #expect(result.output.split(separator: "\n").count == 1)
    for name in [
      "missing.txt: no such file", "empty.txt: holds no text", "image.txt: is not text", ".: this is a folder",
    ] {
      #expect(result.messages.contains(name), "\(name)")
    }
    #expect(result.messages.contains("4 of 5"))
  }

  @Test func standardInputIsReadAndResultsGoToAFolder() throws {
    let tool = try Tool()
    let piped = try tool.run("extract", "-", input: text)
    #expect(try JSONValue(parsing: piped.output)["document"] == "-")
    try tool.write(text, to: "x/a.txt")
    try tool.write(text + "。", to: "y/a.html")
    #expect(try tool.run("extract", "x/a.txt", "y/a.html", "--out", "results").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: tool.folder.appendingPathComponent("results").path)
    #expect(names.sorted() == ["a-2.json", "a.json"])
  }

  @Test func explainsWhatFiredAndWhatLost() throws {
    let tool = try Tool()
    try tool.write("3月4日，安丘市召开全市工业大会，市委书记王建国强调，要减少各类会议。\n", to: "a.txt")
    let name = try tool.run("extract", "a.txt", "--explain=王建国", "--format", "jsonl")
    #expect(name.status == 0)
    let notes = try name.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    #expect(
      notes.contains { $0["type"] == "Person" && $0["outcome"] == "+" && $0["rule"] == "person.after-post" })
    #expect(notes.contains { $0["type"] == "Person" && $0["outcome"] == "-" && $0["quote"] != "王建国" })
    let all = try tool.run("extract", "a.txt", "--explain", "--format", "jsonl")
    let general = try all.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
      .filter { $0["type"] == "Meeting" && $0["outcome"] == "-" }
    #expect(!general.isEmpty)
    #expect(try tool.run("extract", "a.txt", "--explain=没有的字").status == 1)
    #expect(try tool.run("extract", "a.txt", "--explain=0:3", "--format", "jsonl").status <= 1)
  }

  @Test func confidencesAreThoseMeasured() throws {
    let tool = try Tool()
    try tool.write(text, to: "a.txt")
    let result = try JSONValue(parsing: try tool.run("extract", "a.txt").output)
    for item in (result["entities"]?.items ?? []) + (result["relations"]?.items ?? []) {
      guard case .number(let confidence)? = item["confidence"] else {
        Issue.record("no confidence: \(item.line)")
        continue
      }
      #expect(confidence > 0.3 && confidence < 1)
    }
  }
}
