import Foundation
import Testing

/// The query that a verb shows gives the nodes that the verb answers with.
@Suite struct ShowCypherTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write("杭州市建德市召开座谈会。建德市市长张三出席会议。张三强调，要抓好落实。", to: "a.txt")
    _ = try tool.run("ingest", "a.txt")
  }

  private func json(_ arguments: [String]) throws -> Any {
    let output = try tool.run(arguments + ["--format", "json"]).output
    return try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
  }

  /// Every text in a JSON value.
  private func texts(_ value: Any) -> Set<String> {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.reduce(into: []) { $0.formUnion(texts($1)) }
    case let object as [String: Any]: object.values.reduce(into: []) { $0.formUnion(texts($1)) }
    default: []
    }
  }

  private func keys(_ value: Any) -> Set<String> {
    texts(value).filter { $0.contains(":") && !$0.contains(" ") && !$0.contains("/") && !$0.hasSuffix("Z") }
  }

  private func query(of verb: [String]) throws -> String {
    let shown = try tool.run(verb + ["--show-cypher"])
    #expect(shown.status == 0, "\(shown.messages)")
    return shown.output
  }

  @Test(arguments: [
    ["path", "张三", "杭州市"], ["search", "市"],
  ])
  func givesTheSameNodes(_ verb: [String]) throws {
    let answered = keys(try json(verb))
    let asked = keys(try json(["query", try query(of: verb)]))
    #expect(!asked.isEmpty)
    #expect(asked == answered)
  }

  @Test func showAsksForTheLinks() throws {
    let answered = keys(try json(["show", "张三"]))
    let asked = keys(try json(["query", try query(of: ["show", "张三"])]))
    #expect(!asked.isEmpty)
    #expect(asked.isSubset(of: answered))
  }

  @Test func showAsksForAsManyLinksOfEachType() throws {
    try tool.write("杭州市召开座谈会。杭州市市长李四、建德市市长张三、建德市副市长王五出席会议。", to: "b.txt")
    _ = try tool.run("ingest", "b.txt")
    for limit in ["1", "2", "20"] {
      let verb = ["show", "杭州市", "--limit", limit]
      let links = try #require(try json(verb) as? [String: Any])["links"] as? [Any]
      let rows = try #require(try json(["query", try query(of: verb)]) as? [String: Any])["rows"] as? [Any]
      #expect(rows?.count == links?.count)
      #expect(rows?.isEmpty == false)
    }
  }

  @Test func whyAsksForTheSentences() throws {
    let rows = try json(["query", try query(of: ["why", "张三"])])
    #expect(texts(rows).contains { $0.contains("建德市市长张三出席会议") })
  }

  @Test(arguments: [
    ["stats"], ["docs", "list"], ["render", "张三", "-o", "x.dot"], ["render", "--all", "-o", "x.dot"],
    ["render", "--type", "Region", "-o", "x.dot"], ["render", "张三", "杭州市", "--path", "-o", "x.dot"],
    ["why", "张三", "建德市"],
  ])
  func isAQueryThatRuns(_ verb: [String]) throws {
    let result = try tool.run("query", try query(of: verb))
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.output.split(separator: "\n").count > 2)
  }
}
