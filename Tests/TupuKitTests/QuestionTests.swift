import GraphModel
import TestSupport
import Testing
import TupuKit

/// What the verbs ask.
@Suite struct QuestionTests {
  private func base(_ texts: [String: String]) throws -> (Bench, KnowledgeBase) {
    let bench = try Bench()
    for (name, text) in texts { try bench.folder.write("docs/\(name)", text) }
    try bench.ingest([bench.folder.file("docs")])
    return (bench, try bench.open(.read))
  }

  @Test func evidenceQuotesTheSourceWithItsPlace() throws {
    let (bench, base) = try base([
      "a.txt": "新地召开大会,三百人参加。\n会上有人发言。赵甲在新地任县长。会后散去。", "b.txt": "赵甲在新地任县长。",
    ])
    let person = try #require(try base.find("赵甲").first)
    let all = try base.evidence(of: person.id)
    #expect(all.total == 2 && all.documents == 2 && all.quotes.count == 2)
    let quote = try #require(all.quotes.first { $0.name == "a.txt" })
    #expect(quote.quote == "赵甲" && quote.line == 2 && quote.column == 8)
    #expect(quote.sentence == "赵甲在新地任县长。")
    #expect(ScalarText(quote.sentence).string(quote.highlight) == "赵甲")
    #expect(quote.origin == bench.folder.file("docs/a.txt") && quote.provenance.extractor == "Lines")
    let link = try #require(try base.links(of: person.id).first)
    #expect(link.direction == .outgoing && link.node.name == "新地" && link.edge.properties["title"] == "县长")
    #expect(try base.evidence(of: link.edge.id, limit: 1).quotes.count == 1)
    #expect(try base.evidence(of: link.edge.id, limit: 1).total == 2)
  }

  @Test(arguments: [
    ("书记", ["a.txt"]), ("書記", ["a.txt"]), ("记", ["a.txt"]), ("ＧＤＰ", ["b.txt"]), ("gdp 增长", ["b.txt"]), ("增", ["b.txt"]),
    ("书记出席", ["a.txt"]), ("书记讲话", []), ("15+7", ["b.txt"]), ("+", []), ("", []), ("\"", []), ("15 书记", []), ("出席*", []),
    ("云", ["c.txt"]), ("云陽", ["c.txt"]),
  ])
  func searchFindsWordsOfAnyLengthScriptAndWidth(_ text: String, _ names: [String]) throws {
    let (_, base) = try base([
      "a.txt": "县委书记出席并作了讲话。这是会议的消息。", "b.txt": "全年GDP增长百分之五。“15+7”产业体系不断完善。", "c.txt": "雲陽縣召開大會。大家參加了會議。",
    ])
    let result = try base.search(text)
    #expect(result.hits.map(\.document.name).sorted() == names)
    for hit in result.hits { #expect(!hit.highlights.isEmpty && hit.line == 1) }
  }

  @Test func searchShowsTheTextAroundInItsOwnScript() throws {
    let (_, base) = try base(["c.txt": "雲陽縣召開大會。\n\n大家參加了會議。"])
    let hit = try #require(try base.search("参加").hits.first)
    #expect(hit.snippet == "大家參加了會議。" && hit.highlights == [Span(2, 4)])
    #expect(hit.line == 3 && hit.column == 3)
  }

  @Test func namesAreFoundByAnyForm() throws {
    let (_, base) = try base(["a.txt": "趙甲在新地任县长。\n趙甲乙在新地任县长。"])
    #expect(try base.find("趙甲").map(\.name) == ["趙甲"])
    #expect(try base.find("赵甲").map(\.name) == ["趙甲"])
    #expect(try base.find("赵甲", type: "Region").isEmpty)
    #expect(try base.search("赵甲").nodes.map(\.name) == ["趙甲", "趙甲乙"])
    let node = try #require(try base.find("新地").first)
    #expect(try base.find(node.key) == [node])
  }

  @Test func theShortestWayIsFoundAndAlwaysTheSame() throws {
    let (_, base) = try base([
      "a.txt": "甲甲在东地任县长。\n乙乙在东地任书记。", "b.txt": "乙乙在西地任书记。\n乙乙在东地任书记。", "c.txt": "丙丙在西地任县长。\n丙丙在北地任县长。",
      "d.txt": "丁丁在南地任县长。",
    ])
    func node(_ name: String) throws -> NodeID { try #require(try base.find(name).first).id }
    let path = try #require(try base.path(from: node("甲甲"), to: node("北地")))
    #expect(path.edges.count == path.nodes.count - 1)
    #expect(path.nodes.first?.name == "甲甲" && path.nodes.last?.name == "北地")
    #expect(try base.path(from: node("甲甲"), to: node("北地")) == path)
    #expect(try base.path(from: node("甲甲"), to: node("丁丁")) == nil)
    #expect(try base.path(from: node("甲甲"), to: node("北地"), longest: 2) == nil)
    #expect(try base.path(from: node("甲甲"), to: node("甲甲"))?.edges.isEmpty == true)
  }

  @Test func partsOfTheGraphHoldWhatTheyAreAskedFor() throws {
    let (_, base) = try base([
      "a.txt": "甲甲在东地任县长。\n大会在东地于2021-03-04。", "b.txt": "乙乙在西地任书记。\n乙乙在东地任书记。",
    ])
    let east = try #require(try base.find("东地").first).id
    let near = try base.subgraph(around: [east], depth: 1)
    #expect(Set(near.nodes.map(\.name)) == ["东地", "甲甲", "乙乙", "大会"] && near.focus == [east])
    #expect(near.documents == ["a.txt", "b.txt"] && near.earliest == "2021-03-04")
    #expect(try base.subgraph(around: [east], depth: 2).nodes.count == 5)
    #expect(try base.subgraph(around: [east], depth: 1, limit: 2).nodes.count == 2)
    let document = try #require(try base.documents(matching: "b.txt").first)
    let part = try base.subgraph(document: document.id)
    #expect(Set(part.nodes.map(\.name)) == ["西地", "乙乙", "东地"] && part.edges.count == 2)
    #expect(try base.subgraph(type: "Person").nodes.count == 2)
    #expect(try Set(base.subgraph(region: east).nodes.map(\.name)) == ["东地", "甲甲", "乙乙", "大会"])
  }

  @Test func aPersonsJudgementIsFollowedAndCanBeTakenBack() throws {
    let (bench, reader) = try base(["a.txt": "赵甲在东地任县长。", "b.txt": "赵甲在西地任县长。"])
    let before = try bench.dump()
    let people = try reader.find("赵甲")
    try #require(people.count == 2)
    let base = try bench.open()
    let same = Judgement(decision: .same(people[0].key, people[1].key), author: "编辑", time: "2024-01-01T00:00:00Z")
    let number = try base.add(same)
    #expect(try base.find("赵甲").count == 1)
    let person = try #require(try base.find("赵甲").first)
    #expect(try base.links(of: person.id).count == 2 && base.check() == [])
    let edge = try #require(try base.links(of: person.id).first).edge
    let rejected = try base.add(
      Judgement(decision: .reject(edge.key), author: "编辑", time: "2024-01-02T00:00:00Z"))
    #expect(try base.links(of: person.id).count == 1 && base.check() == [])
    // Judgements survive what is read again.
    try bench.ingest([bench.folder.file("docs")], force: true)
    #expect(try base.links(of: person.id).count == 1)
    try base.undoJudgement(rejected)
    try base.undoJudgement(number)
    #expect(try bench.dump() == before)
    #expect(throws: KnowledgeBaseError.unknownJudgement(number)) { try base.undoJudgement(number) }
    #expect(throws: KnowledgeBaseError.unknownKey("Person:无")) {
      try base.add(Judgement(decision: .reject("Person:无"), author: "编辑", time: ""))
    }
  }
}
