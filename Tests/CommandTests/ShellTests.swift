import GraphModel
import TestSupport
import Testing

@testable import tupu

/// The shell as a person and as a program talk to it.
@Suite struct ShellTests {
  private let completer: ShellCompleter

  init() {
    completer = ShellCompleter(
      MemoryGraph(nodes: PropertyGraphConformance.nodes, edges: PropertyGraphConformance.edges))
  }

  @Test func wordsAreCompletedByWhatStandsBeforeThem() {
    #expect(completer.candidates(for: "Pe", after: "MATCH (n:") == ["Person"])
    #expect(completer.candidates(for: "", after: "MATCH (n)-[r:") == ["ATTENDS", "KNOWS", "LOCATED_IN"])
    #expect(completer.candidates(for: "kn", after: "MATCH (n)-[:ATTENDS|") == ["KNOWS"])
    #expect(completer.candidates(for: "si", after: "MATCH ()-[r]-() RETURN r.") == ["since"])
    #expect(completer.candidates(for: "na", after: "MATCH (n {") == ["name"])
    #expect(completer.candidates(for: "retu", after: "MATCH (n) ") == ["RETURN"])
    #expect(completer.candidates(for: "graph.page", after: "CALL ").contains("graph.pageRank"))
    #expect(completer.candidates(for: "toup", after: "RETURN ").contains("toUpper"))
    #expect(completer.candidates(for: ":f", after: "") == [":format"])
    #expect(completer.candidates(for: "ma", after: ":format ") == ["markdown"])
    #expect(completer.candidates(for: "", after: "RETURN ").isEmpty)
  }

  @Test func aStatementEndsWithASemicolonOfItsOwn() {
    #expect(Conversation.isComplete("RETURN 1;\n"))
    #expect(!Conversation.isComplete("RETURN 1\n"))
    #expect(!Conversation.isComplete("RETURN 'a;\n"))
    #expect(Conversation.isComplete(" \n"))
  }

  @Test func statementsCommandsAndMistakesFollowEachOther() throws {
    let input =
      "CREATE (:人 {名: '甲'});\nMATCH (n:人)\nRETURN n.名 AS 名;\n:format csv\nRETRUN 1;\nRETURN 1 AS x;\n:what\n:quit\nRETURN 2;\n"
    let result = try Tool().run("shell", "--scratch", input: input)
    #expect(result.status == 0)
    #expect(result.output == "名\n--\n甲\nx\r\n1\r\n")
    #expect(result.messages.contains("Did you mean RETURN?"))
    #expect(result.messages.contains(":what"))
  }

  @Test func statementsOfTheShellAreKeptWhereTheyMayWrite() throws {
    let tool = try Tool()
    let written = try tool.run("shell", "--write", "--author", "li", input: "CREATE (:Thing {name: '物'});\n")
    #expect(written.messages.contains("tupu undo 1"))
    #expect(try tool.run("shell", input: "MATCH (n:Thing) RETURN n.name AS name;").output == "name\n----\n物\n")
  }
}
