import Foundation
import Testing

/// `tupu query` as a person and as a program use it.
@Suite struct QueryTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write("杭州市建德市召开座谈会。张三（建德市市长）出席会议。", to: "a.txt")
    _ = try tool.run("ingest", "a.txt")
  }

  @Test func errorsShowTheLineAndTheWayOut() throws {
    let result = try tool.run("query", "MATCH (n)\nWHERE 名称.x = 1 AND n.name = m.name RETURN n")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.messages.hasPrefix(
        """
        error: SyntaxError (UndefinedVariable) 2:7: The variable “名称” is not defined here.
          WHERE 名称.x = 1 AND n.name = m.name RETURN n
                ^
        """))
  }

  @Test func parametersThatAreNoJSONAreExplainedInWords() throws {
    let result = try tool.run("query", "RETURN $x", "--params", "{\"x\": ", "--lang", "zh")
    #expect(result.status == 2)
    #expect(result.messages.contains("内容不完整，提前结束（第 1 行第 7 列）"))
  }

  @Test func statementsOfStandardInputAnswerOneAfterTheOther() throws {
    let result = try tool.run("query", "-", "--format", "csv", input: "RETURN 1 AS a;\nRETURN '\u{1B}[2J,' AS b;")
    #expect(result.output == "a\r\n1\r\nb\r\n\"\\u{1b}[2J,\"\r\n")
  }

  @Test func aRunawayQueryEndsWithTheRowsSoFarAndAnError() throws {
    let result = try tool.run(
      "query", "UNWIND range(1, 1000000000) AS x RETURN x", "--timeout", "0.3", "--format", "csv")
    #expect(result.status == 2)
    #expect(result.output.hasPrefix("x\r\n1\r\n2\r\n"))
    #expect(result.messages.contains("TimedOut"))
  }

  @Test func controlCEndsAQueryCleanly() throws {
    let process = try tool.start(
      "query", "UNWIND range(1, 100000000000) AS x WITH x WHERE x < 0 RETURN x", "--timeout", "30")
    Thread.sleep(forTimeInterval: 0.5)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
  }

  @Test func nodesAndPathsCanBeDrawn() throws {
    let picture = try tool.run("query", "MATCH p = (:Region)-->(:Region) RETURN p", "--format", "dot")
    #expect(picture.output.hasPrefix("digraph"))
    #expect(picture.output.contains("建德市"))
    let nothing = try tool.run("query", "RETURN 1", "--format", "svg")
    #expect(nothing.status == 1)
  }

  @Test func aWriteIsAStatementThatCanBeListedExplainedAndUndone() throws {
    let refused = try tool.run("query", "CREATE (:Person {name: '李四'})")
    #expect(refused.status == 2)
    #expect(refused.messages.contains("--write"))
    let query = "MATCH (r:Region {name: '建德市'}) CREATE (p:Person {name: '李四'})-[:KNOWS]->(r) RETURN p.name AS name"
    let written = try tool.run("query", "--write", "--author", "wang", query, "--format", "csv")
    #expect(written.output == "name\r\n李四\r\n")
    #expect(written.messages.contains("tupu undo 1"))
    #expect(written.messages.contains("KNOWS"))
    #expect(try tool.run("why", "李四", "建德市").output.contains("wang"))
    #expect(try tool.run("judgements").output.contains("CREATE (p:Person {name: '李四'})"))
    #expect(try tool.run("check").status == 0)
    #expect(try tool.run("undo", "1").status == 0)
    #expect(try tool.run("show", "李四").status == 1)
  }
}
