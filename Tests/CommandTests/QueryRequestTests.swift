import ArgumentParser
import Testing

@testable import tupu

/// The short way to read what `query` is asked for reads what the general parser reads.
@Suite struct QueryRequestTests {
  @Test(arguments: [
    ["RETURN 1"], ["RETURN 1", "--db", "a.db"], ["--db", "a.db", "RETURN 1"], ["RETURN 1", "--format", "json"],
    ["RETURN $x", "--params", "{\"x\": 1}", "--format", "svg", "--db", "b.db"], [""],
  ])
  func readsWhatTheParserReads(_ arguments: [String]) throws {
    let request = try #require(QueryRequest(plain: ["query"] + arguments))
    #expect(request == (try QueryCommand.parse(arguments)).request)
  }

  @Test(arguments: [
    [], ["query"], ["query", "-"], ["query", "a", "b"], ["query", "a", "--db"], ["query", "a", "--db", "--format"],
    ["query", "a", "--db", "b", "--db", "c"], ["query", "a", "--db=b"], ["query", "a", "--format", "xml"],
    ["query", "a", "--write"], ["query", "a", "--help"], ["query", "a", "--timeout", "1"], ["query", "--", "a"],
    ["query", "a", "--lang", "zh"], ["show", "a"], ["query", "--file", "a"], ["help", "query"],
  ])
  func leavesTheRestToTheParser(_ arguments: [String]) { #expect(QueryRequest(plain: arguments) == nil) }

  @Test func verbsHaveTheNamesThatTheyAreFoundBy() {
    for (name, verb) in Tupu.verbs { #expect(verb.configuration.commandName == name) }
  }
}
