import GraphModel
import TestSupport
import Testing
import TupuKit

/// Nodes and edges from tables and JSON Lines.
@Suite struct ImportTests {
  private let folder: TemporaryFolder
  private let people: String
  private let knows: String
  private let cities: String

  init() throws {
    folder = try TemporaryFolder()
    people = try folder.write(
      "people.csv",
      "id:ID,name,age:int,tags:string[],:LABEL\n1,Ann,30,a;b,Person\n2,\"Bo \"\"B\"\"\",,x,Person;Boss\n3,张三,41,,Person\n"
    )
    knows = try folder.write(
      "knows.csv",
      ":START_ID,:END_ID,:TYPE,since:date\n1,2,KNOWS,2020-01-02\n2,3,KNOWS,\n1,2,KNOWS,2021-05-06\n3,3,LIKES,\n")
    cities = try folder.write(
      "more.jsonl",
      """
      {"labels":["City"],"id":"HZ","properties":{"name":"杭州","area":16.5}}
      {"type":"LIVES_IN","start":1,"end":{"id":"HZ","labels":["City"]},"properties":{"since":2001}}
      """)
  }

  private func base(_ name: String = "a.db") throws -> KnowledgeBase {
    try KnowledgeBase(path: folder.file(name), mode: .write)
  }

  private func rows(_ query: String, _ base: KnowledgeBase) throws -> [String] {
    try base.reading {
      try CypherEngine(graph: base.graph, readOnly: true).run(query).table.rows.map { row in
        row.map { JSONText.line($0) }.joined(separator: " ")
      }
    }
  }

  @Test func headersGiveTypesAndEveryRowKeepsItsLine() throws {
    let base = try base()
    let report = try base.importFiles([people, knows, cities].map { ImportInput(path: $0) })
    #expect(report.added == 3 && report.nodes == 4 && report.edges == 5)
    #expect(
      try rows("MATCH (p:Person) RETURN p.id, p.name, p.age, p.tags, size(labels(p)) ORDER BY p.id", base) == [
        "1 \"Ann\" 30 [\"a\",\"b\"] 1", "2 \"Bo \\\"B\\\"\" null [\"x\"] 2", "3 \"张三\" 41 null 1",
      ])
    #expect(
      try rows("MATCH (a)-[r:KNOWS]->(b) RETURN a.id, b.id, toString(r.since) ORDER BY r.since", base) == [
        "1 2 \"2020-01-02\"", "1 2 \"2021-05-06\"", "2 3 null",
      ])
    #expect(
      try rows("MATCH (c:City)<-[r]-(p) RETURN c.name, c.area, p.name, r.since", base) == ["\"杭州\" 16.5 \"Ann\" 2001"])
    #expect(
      try rows("MATCH (p:Person {id: 3})-[r]-(q) RETURN type(r), q.id ORDER BY q.id", base) == [
        "\"KNOWS\" 2", "\"LIKES\" 3",
      ])
    let ann = try #require(try base.find("ANN").first)
    #expect(ann.key == "Person:1")
    let quote = try #require(try base.evidence(of: ann.id).quotes.first)
    #expect(quote.line == 2 && quote.name == "people.csv" && quote.quote.contains("age=30"))
    for link in try base.links(of: ann.id) {
      #expect(try base.edge(link.edge.key) == link.edge)
      #expect(try base.evidence(of: link.edge.id).total == 1)
    }
    #expect(try base.search("b\"").nodes.map(\.name) == ["Bo \"B\""])
    #expect(try base.statistics().edges.map(\.count) == [3, 1, 1])
    #expect(try base.schema().node("City")?.properties.map(\.name) == ["id", "area"])
    #expect(try base.check().isEmpty)
  }

  @Test func theSameFilesGiveTheSameGraphInAnyOrder() throws {
    func dump(_ base: KnowledgeBase) throws -> [String] {
      var lines: [String] = []
      try base.dump { lines.append($0) }
      return lines
    }
    let first = try base()
    _ = try first.importFiles([people, knows, cities].map { ImportInput(path: $0) })
    let second = try base("b.db")
    _ = try second.importFiles([ImportInput(path: people)])
    _ = try second.importFiles([cities, knows].map { ImportInput(path: $0) })
    #expect(try dump(first) == dump(second))
    #expect(try second.importFiles([ImportInput(path: knows)]).unchanged == 1)
    #expect(try dump(first) == dump(second))
  }

  @Test func aChangedFileTakesItsOwnPlaceUnlessOthersNeedIt() throws {
    let base = try base()
    let inputs = [people, knows, cities].map { ImportInput(path: $0) }
    _ = try base.importFiles(inputs)
    try folder.write("people.csv", "id:ID,name,:LABEL\n1,Anna,Person\n2,Bo,Person\n3,C,Person\n")
    let refused = #expect(throws: ImportFailure.self) { try base.importFiles([inputs[0]]) }
    guard case .stillNeeded = refused?.cause else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(try base.find("Ann").count == 1)
    #expect(try base.importFiles(inputs).replaced == 1)
    #expect(try base.find("Ann").isEmpty)
    #expect(try rows("MATCH (:Person {name: 'Anna'})-[:KNOWS]->(b) RETURN b.name", base) == ["\"Bo\"", "\"Bo\""])
    #expect(throws: ImportFailure.self) { try base.removeImports(base.documents(matching: people).map(\.id)) }
    #expect(try base.removeImports(base.documents().map(\.id)))
    #expect(try base.statistics().nodes.isEmpty)
    #expect(try base.check().isEmpty)
  }

  @Test func plainHeadersTakeTheirRoleFromTheCall() throws {
    let base = try base()
    let city = try folder.write("city.csv", "id,city,lat,open,code\n7,Oslo,59.9,true,007\n5,Rome,41,false,12\n")
    let roads = try folder.write("roads.tsv", "from\tto\tkm\r\n7\t5\t2008\r\n5\t7\t\r\n")
    _ = try base.importFiles([
      ImportInput(path: city, role: .nodes(labels: ["City"])),
      ImportInput(path: roads, role: .edges(type: "ROAD", from: "City", to: "City")),
    ])
    #expect(
      try rows("MATCH (c:City) RETURN c.id, c.lat, c.open, c.code ORDER BY c.id", base) == [
        "5 41.0 false \"12\"", "7 59.9 true \"007\"",
      ])
    #expect(try rows("MATCH (:City {id: 7})-[r:ROAD]->(c) RETURN c.city, r.km", base) == ["\"Rome\" 2008"])
    #expect(try rows("MATCH (:City {id: 7})<-[r:ROAD]-(c) RETURN c.city, r.km", base) == ["\"Rome\" null"])
  }

  @Test(
    arguments: [
      ("1,q\n1,r\n", 3, nil), ("1,\"q\n", 2, 3), ("1,\"q\"x\n", 2, 6), ("1\n", 2, 1), (",q\n", 2, 1),
      ("1,q\n2,张,x\n", 3, 3),
    ] as [(String, Int, Int?)])
  func aMistakeIsToldWithItsPlaceAndNothingIsKept(_ rows: String, _ line: Int, _ column: Int?) throws {
    let base = try base()
    let bad = try folder.write("bad.csv", "id:ID,n\n" + rows)
    let failure = #expect(throws: ImportFailure.self) {
      try base.importFiles([ImportInput(path: people), ImportInput(path: bad, role: .nodes(labels: ["X"]))])
    }
    #expect(failure?.line == line && failure?.column == column, "\(String(describing: failure))")
    #expect(try base.documents().isEmpty && base.statistics().nodes.isEmpty)
  }

  @Test(arguments: [
    "MATCH (p:Person {id: 1}) SET p.age = 9", "MATCH (p:Person {id: 3}) DETACH DELETE p",
    "MATCH (p:Person {id: 1}) CREATE (p)-[:OWNS]->(:Thing {name: 'x'})", "MATCH ()-[r:LIKES]->() DELETE r",
  ])
  func whatWasImportedIsNotChangedByQueries(_ query: String) throws {
    let base = try base()
    _ = try base.importFiles([people, knows].map { ImportInput(path: $0) })
    let error = #expect(throws: CypherError.self) { try base.state(query, author: "a", time: "2024-01-01T00:00:00Z") }
    #expect(error?.detail == .importedEntity)
    #expect(try base.judgements().isEmpty)
  }

  @Test func edgesThatLeadNowhereAreRefused() throws {
    let base = try base()
    let lost = try folder.write("lost.csv", ":START_ID,:END_ID,:TYPE\n1,2,KNOWS\n1,9,KNOWS\n")
    let failure = #expect(throws: ImportFailure.self) {
      try base.importFiles([people, lost].map { ImportInput(path: $0) })
    }
    #expect(failure?.cause == .unknownNode(type: "", key: "9") && failure?.line == 3 && failure?.column == 3)
  }
}

private enum JSONText {
  static func line(_ value: ResultValue) -> String {
    switch value {
    case .null: "null"
    case .value(.float(let number)): "\(number)"
    case .value(let value): JSONValue(value).line
    case .list(let items): "[" + items.map(line).joined(separator: ",") + "]"
    default: "\(value)"
    }
  }
}
