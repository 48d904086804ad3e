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
