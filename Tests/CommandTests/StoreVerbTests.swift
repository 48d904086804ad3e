import Foundation
import GraphModel
import TestSupport
import Testing

/// The verbs over a knowledge base of the seed documents.
@Suite struct StoreVerbTests {
  private let seeds = Repository.root.appendingPathComponent("seeds").path

  /// A tool with the seeds taken in.
  private func filled() throws -> Tool {
    let tool = try Tool()
    let report = try tool.run("ingest", seeds)
    #expect(report.status == 0, "\(report.messages)")
    #expect(report.messages == "", "no progress bar where no terminal is")
    return tool
  }

  /// The key of some person who holds a post, with the key of where.
  private func post(_ tool: Tool) throws -> (person: String, place: String, edge: String) {
    let line = try #require(
      try tool.run("dump").output.split(separator: "\n").first { $0.contains("\"HOLDS_POST Person:") })
    let edge = try #require(try JSONValue(parsing: String(line))["key"]?.text)
    let ends = edge.dropFirst("HOLDS_POST ".count).split(separator: " -> ")
    return (String(ends[0]), String(ends[1].split(separator: " [")[0]), edge)
  }

  @Test func ingestIsDoneOnceAndSaysWhatItDid() throws {
    let tool = try filled()
    let again = try JSONValue(parsing: try tool.run("ingest", seeds, "--format", "json").output)
    #expect(again["added"] == 0)
    #expect(again["unchanged"] == 5)
    #expect(again["documents"] == 5)
    #expect(try tool.run("check").status == 0)
  }

  @Test func everyLinkOfANodeHasAQuoteOfItsDocument() throws {
    let tool = try filled()
    let (person, place, edge) = try post(tool)
    let shown = try JSONValue(parsing: try tool.run("show", person, "--format", "json").output)
    #expect(shown["node"]?["key"]?.text == person)
    let links = shown["links"]?.items ?? []
    #expect(!links.isEmpty)
    for link in links {
      let quote = try #require(link["evidence"]?.items?.first)
      let origin = try #require(quote["origin"]?.text)
      guard case .integer(let start)? = quote["start"], case .integer(let end)? = quote["end"] else {
        Issue.record("a quote without offsets")
        continue
      }
      let text = Array(try String(contentsOfFile: origin, encoding: .utf8).unicodeScalars)[Int(start)..<Int(end)]
      #expect(String(String.UnicodeScalarView(text)) == quote["quote"]?.text)
    }
    #expect(try tool.run("why", person, place).output.contains(edge))
    let rows = try tool.run("why", edge, "--format", "jsonl")
    #expect(rows.status == 0)
    #expect(try JSONValue(parsing: String(rows.output.split(separator: "\n")[0]))["key"]?.text == edge)
  }

  @Test func namesThatMeanNothingOrSeveralThingsAreTold() throws {
    let tool = try filled()
    let nothing = try tool.run("show", "并无此人")
    #expect(nothing.status == 1)
    #expect(nothing.output == "")
    let several = try tool.run("show", "市商务局")
    #expect(several.status == 2)
    #expect(several.messages.contains("Organization:商务局@"))
    let name = String(try post(tool).person.dropFirst("Person:".count).split(separator: "@")[0])
    let near = try tool.run("show", name + "们")
    #expect(near.status == 1)
    #expect(near.messages.contains("Did you mean: ") && near.messages.contains(name))
    #expect(try tool.run("show", name, "--type", "Persn").status == 2)
    #expect(try tool.run("search", "并无此事").status == 1)
  }

  @Test func judgementsChangeTheGraphAndCanBeUndone() throws {
    let tool = try filled()
    let before = try tool.run("dump").output
    let (person, _, edge) = try post(tool)
    #expect(try tool.run("reject", edge, "--author", "me", "--reason", "test").status == 0)
    #expect(try tool.run("why", edge).status == 1)
    #expect(try tool.run("correct", person, "name", "另名", "--author", "me").status == 0)
    #expect(try tool.run("show", "另名").status == 0)
    #expect(try tool.run("correct", person, "nonsense", "1").status == 2)
    let list = try JSONValue(parsing: try tool.run("judgements", "--format", "json").output).items ?? []
    #expect(list.compactMap { $0["decision"]?.text } == ["reject", "correct"])
    for entry in list.reversed() {
      guard case .integer(let number)? = entry["number"] else { continue }
      #expect(try tool.run("undo", String(number)).status == 0)
    }
    #expect(try tool.run("dump").output == before)
    #expect(try tool.run("undo", "99").status == 2)
    #expect(try tool.run("check").status == 0)
  }

  @Test func documentsCanBeListedShownAndRemoved() throws {
    let tool = try filled()
    let documents = try JSONValue(parsing: try tool.run("docs", "--format", "json").output).items ?? []
    #expect(documents.count == 5)
    let first = try #require(documents.first?["id"]?.text)
    let name = try #require(documents.first?["name"]?.text)
    let text = try String(contentsOfFile: seeds + "/" + name, encoding: .utf8)
    #expect(try tool.run("docs", "show", first, "--text").output == text + "\n")
    #expect(try tool.run("docs", "show", name).status == 0)
    let before = try tool.run("dump").output
    #expect(try tool.run("docs", "remove", first).status == 0)
    #expect(try tool.run("docs", "show", first).status == 1)
    #expect(try tool.run("dump").output != before)
    #expect(try tool.run("ingest", seeds).status == 0)
    #expect(try tool.run("dump").output == before)
  }

  @Test func picturesAreOfTheKindTheirNameSays() throws {
    let tool = try filled()
    let person = try post(tool).person
    #expect(try tool.run("render", person, "--output", "a.dot").status == 0)
    #expect(try String(contentsOf: tool.folder.appendingPathComponent("a.dot"), encoding: .utf8).contains("graph"))
    #expect(try tool.run("render", person, "--output", "a.svg").status == 0)
    #expect(try String(contentsOf: tool.folder.appendingPathComponent("a.svg"), encoding: .utf8).contains("<svg"))
    #expect(try tool.run("render", person, "--output", "a.docx").status == 2)
    #expect(try tool.run("render", "--output", "a.svg").status == 2)
    #expect(try tool.run("render", person, "--all", "--output", "a.svg").status == 2)
    #expect(try tool.run("render", person, "--output", "missing/a.svg").status == 2)
  }

  @Test func badInputsAreNamedCountedAndLeaveTheRestAlone() throws {
    let tool = try Tool()
    try tool.write("", to: "in/empty.txt")
    try tool.write(Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1]), to: "in/binary.txt")
    try tool.write(Data("工业大会召开，会".utf8.dropLast()), to: "in/cut.txt")
    try tool.write(String(repeating: "会", count: 700_000), to: "in/large.txt")
    try tool.write("3月4日，安丘市召开工业大会。", to: "in/good.txt")
    let result = try tool.run("ingest", "in", "missing.txt", "--maximum-size", "1", "--format", "json")
    #expect(result.status == 2)
    let report = try JSONValue(parsing: result.output)
    #expect(report["documents"] == 1)
    for name in ["empty.txt", "binary.txt", "cut.txt", "large.txt", "missing.txt"] {
      #expect(result.messages.contains(name), "\(name) is not named")
    }
    #expect(report["failures"]?.items?.count == 5)
    #expect(try tool.run("check").status == 0)
  }

  @Test func recordsComeFromStandardInput() throws {
    let tool = try Tool()
    let records = """
      {"name": "a", "text": "3月4日，安丘市召开全市工业大会。", "title": "工业大会召开", "published": "2021-03-05"}
      {"name": "b"}
      {"name": "c", "text": "3月5日，昌乐县召开全县农业大会。"}
      """
    let result = try tool.run("ingest", "-", "--format", "json", input: records)
    #expect(result.status == 2)
    #expect(result.messages.contains("-#2"))
    #expect(try JSONValue(parsing: result.output)["documents"] == 2)
    let listed = try JSONValue(parsing: try tool.run("docs", "--format", "json").output).items ?? []
    #expect(listed.contains { $0["title"] == "工业大会召开" && $0["published"] == "2021-03-05" })
  }

  @Test func storesOfOthersAreRefusedWithAWayOut() throws {
    let tool = try Tool()
    try tool.write("会议纪要", to: "note.txt")
    let text = try tool.run("stats", "--db", "note.txt")
    #expect(text.status == 2)
    #expect(text.messages.contains("--db"))
    #expect(try tool.run("ingest", "note.txt", "--db", "note.txt").status == 2)
    #expect(try String(contentsOf: tool.folder.appendingPathComponent("note.txt"), encoding: .utf8) == "会议纪要")
    let missing = try tool.run("show", "甲")
    #expect(missing.status == 2)
    #expect(missing.messages.contains("tupu ingest"))
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appendingPathComponent("tupu.db").path))
    #expect(try tool.run("ingest", "note.txt", environment: ["TUPU_DB": "other.db"]).status == 0)
    #expect(FileManager.default.fileExists(atPath: tool.folder.appendingPathComponent("other.db").path))
  }
}

/// What a document is called cannot speak to the terminal, and an empty file is no other application's.
@Suite struct HostileStoreTests {
  @Test func namesOfDocumentsAreShownWithoutControlCharacters() throws {
    let tool = try Tool()
    try tool.write("8月14日,云阳县召开工业发展大会。县委书记张大明出席会议并讲话。", to: "in/\u{1B}]0;x\u{07}\u{1B}[31m.txt")
    #expect(try tool.run("ingest", "in", "--db", "t.db").status == 0)
    let shown = try tool.run("show", "张大明", "--db", "t.db")
    #expect(shown.status == 0)
    #expect(!shown.output.unicodeScalars.contains("\u{1B}"))
  }

  @Test func filesWhoseNamesAreNoUnicodeAreReadAndNamed() throws {
    let tool = try Tool()
    try tool.write("8月14日,云阳县召开工业发展大会。县委书记张大明出席会议并讲话。", to: "in/a.txt")
    let name =
      "\(tool.folder.path)/in/".utf8CString.dropLast() + [0xBB, 0xE1, 0xD2, 0xE9].map { CChar(bitPattern: $0) }
    #expect(rename("\(tool.folder.path)/in/a.txt", Array(name + Array(".txt".utf8CString))) == 0)
    #expect(try tool.run("ingest", "in", "--db", "t.db").status == 0)
    let shown = try tool.run("why", "张大明", "--db", "t.db")
    #expect(shown.output.contains("\\xBB\\xE1\\xD2\\xE9.txt"), "\(shown.output)")
    #expect(try tool.run("ingest", "in", "--db", "t.db", "--format", "csv").output.contains("unchanged,1"))
  }

  @Test func theAuditNamesDamageInsteadOfPointingToItself() throws {
    let tool = try Tool()
    try tool.write("8月14日,云阳县召开工业发展大会。县委书记张大明出席会议并讲话。", to: "a.txt")
    #expect(try tool.run("ingest", "a.txt", "--db", "t.db").status == 0)
    var bytes = try Data(contentsOf: tool.folder.appendingPathComponent("t.db"))
    for index in stride(from: 4096, to: bytes.count, by: 7) { bytes[index] = 0xA5 }
    try tool.write(bytes, to: "t.db")
    let result = try tool.run("check", "--db", "t.db")
    #expect(result.status == 1)
    #expect(result.output.contains("damaged file"))
    #expect(!result.messages.contains("tupu check"))
  }

  @Test func anEmptyFileHoldsNoKnowledgeBaseYet() throws {
    let tool = try Tool()
    try tool.write("", to: "t.db")
    let stats = try tool.run("stats", "--db", "t.db")
    #expect(stats.status == 2)
    #expect(stats.messages.contains("tupu ingest"), "\(stats.messages)")
  }
}
