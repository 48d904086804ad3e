import Foundation
import GraphModel
import Testing

@Suite struct MisuseTests {
  @Test(arguments: [
    ["nonsense"], ["extract"], ["show"], ["extract", "--formt", "json", "a"], ["extract", "a", "--format", "xml"],
    ["show", "a", "--limit", "0"], ["extract", "a", "--lang", "de"],
  ])
  func misuseIsToldAndExitsWith2(arguments: [String]) throws {
    let tool = try Tool()
    let result = try tool.runAll(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(!result.messages.isEmpty)
  }

  @Test func misuseIsToldInChineseToo() throws {
    let tool = try Tool()
    #expect(try tool.run("show", "甲", "--lang", "zh", "--formt", "json").messages.hasPrefix("错误：没有选项“--formt”"))
    #expect(try tool.run("show", "--lang", "zh").messages.hasPrefix("错误：缺少参数“<name>”"))
    let format = try tool.run("show", "甲", "--lang", "zh", "--format", "xml").messages
    #expect(format.contains("不能是“xml”；可选："))
    #expect(try tool.run("help", "show", "--lang", "zh").output.contains("用法：tupu show"))
    #expect(try tool.run("help", "--lang=zh").output.contains("子命令："))
  }

  @Test func anEncodingThatIsUnknownOrATextThatIsEmptyIsMisuse() throws {
    let tool = try Tool()
    try tool.write("3月4日，安丘市召开工业大会。", to: "a.txt")
    for verb in ["ingest", "extract", "clean"] {
      let result = try tool.run(verb, "a.txt", "--encoding", "klingon")
      #expect(result.status == 2)
      #expect(result.messages.contains("klingon"))
    }
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appendingPathComponent("tupu.db").path))
    #expect(try tool.run("ingest", "a.txt").status == 0)
    #expect(try tool.run("search", "").status == 2)
    #expect(try tool.run("show", " ").status == 2)
    #expect(try tool.run("ingest", "a.txt", "--maximum-size", "99999999999999").messages.contains("4096"))
  }

  private struct Answer: Decodable {
    var leftOut: [String: Int]
  }

  @Test func filesThatAFolderHoldsInVainAreCounted() throws {
    let tool = try Tool()
    try tool.write("3月4日，安丘市召开工业大会。", to: "in/a.txt")
    for name in ["in/b.docx", "in/c.DOCX", "in/d.pdf", "in/README"] { try tool.write("%", to: name) }
    let result = try tool.run("ingest", "in", "--lang", "en", "--format", "json")
    #expect(result.status == 0)
    #expect(result.messages.contains("4 files"))
    #expect(result.messages.contains(".docx 2, without ending 1, .pdf 1"))
    let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    #expect(answer.leftOut == ["": 1, ".docx": 2, ".pdf": 1])
  }

  /// The store lies by default in the folder one works in, and `ingest .` is the first thing one tries.
  @Test func theStoreItselfIsNoFileOfTheFolder() throws {
    let tool = try Tool()
    try tool.write("3月4日，安丘市召开工业大会。", to: "a.txt")
    for _ in 1...2 {
      let result = try tool.run("ingest", ".", "--format", "json")
      #expect(result.status == 0)
      #expect(try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8)).leftOut == [:])
    }
    try tool.write("3月4日，安丘市召开工业大会。", to: "b.txt")
    #expect(try tool.run("ingest", ".", "--db", "graph.txt").status == 0)
  }

  @Test func theVersionIsTold() throws {
    let result = try Tool().run("--version")
    #expect(result.status == 0)
    #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func everyVerbHasHelpWithAnExampleInBothLanguages() throws {
    let tool = try Tool()
    let list = try tool.run("--help")
    #expect(list.status == 0)
    let verbs = list.output.split(separator: "SUBCOMMANDS:")[1].split(separator: "\n").compactMap { line -> String? in
      line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first.map(String.init) : nil
    }.filter { $0 != "See" }
    #expect(verbs.count >= 18)
    for verb in verbs {
      #expect(try tool.run(verb, "--help").output.contains("Example: tupu"), "\(verb)")
      #expect(try tool.run(verb, "--help", "--lang", "zh").output.contains("例：tupu"), "\(verb)")
    }
  }

  @Test func theManualNamesEveryVerb() throws {
    let page = try Tool().run("manual")
    #expect(page.status == 0)
    for verb in ["ingest", "docs list", "show", "why", "extract", "eval"] {
      #expect(page.output.contains(".SS \"tupu \(verb)"), "\(verb)")
    }
    #expect(page.output.hasPrefix(".TH TUPU 1"))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func shellsGetCompletions(shell: String) throws {
    let script = try Tool().run("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(script.output.contains("ingest"))
  }
}

extension Tool {
  /// Runs with a list of arguments.
  func runAll(_ arguments: [String]) throws -> Result {
    switch arguments.count {
    case 1: try run(arguments[0])
    case 2: try run(arguments[0], arguments[1])
    case 3: try run(arguments[0], arguments[1], arguments[2])
    default: try run(arguments[0], arguments[1], arguments[2], arguments[3])
    }
  }
}
