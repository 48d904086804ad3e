import Cypher
import GraphModel
import Testing

/// Queries that would exhaust the stack or the memory end with an error.
@Suite struct BoundTests {
  @Test(arguments: [
    String(repeating: "WITH 1 AS x ", count: 20_000) + "RETURN x",
    "MATCH (a)" + String(repeating: "-->()", count: 20_000) + " RETURN 1",
    String(repeating: "RETURN 1 AS x UNION ", count: 20_000) + "RETURN 1 AS x",
  ])
  func refusesQueriesThatAreTooLong(_ query: String) {
    #expect(Scratch().error(query)?.detail == .nestingTooDeep)
  }

  @Test(arguments: [
    "RETURN reduce(s = 'a', x IN range(1, 60) | s + s)", "RETURN reduce(s = [1], x IN range(1, 60) | s + s)",
  ])
  func refusesValuesThatGrowWithoutEnd(_ query: String) {
    #expect(Scratch().error(query)?.detail == .memoryExceeded)
  }

  /// Lists that are only walked through are never made.
  @Test(arguments: [
    "UNWIND range(1, 9223372036854775807) AS x RETURN x LIMIT 1",
    "UNWIND [x IN range(1, 9223372036854775807) WHERE x % 2 = 1 | x] AS x RETURN x LIMIT 1",
    "RETURN CASE WHEN any(x IN range(1, 9223372036854775807) WHERE x = 7) THEN 1 END",
    "WITH reduce(s = 0, x IN range(1, 100000) | s + 1) AS n RETURN n / 100000",
    "UNWIND range(9223372036854775800, 9223372036854775807, 5) AS x RETURN count(x) / 2",
  ])
  func walksLongListsWithoutMemory(_ query: String) throws {
    var scratch = Scratch()
    scratch.limits = QueryLimits(memory: 1 << 16)
    #expect(try scratch.value(query) == .value(1))
  }

  @Test(arguments: [
    "RETURN range(1, 9223372036854775807)", "RETURN range(-9223372036854775807, 9223372036854775807)",
    "RETURN [x IN range(1, 9223372036854775807) | x]", "UNWIND range(1, 100000) AS x RETURN x ORDER BY -x",
    "UNWIND range(1, 100000) AS x RETURN collect(x)",
  ])
  func refusesListsThatNeedMoreMemoryThanAllowed(_ query: String) {
    var scratch = Scratch()
    scratch.limits = QueryLimits(memory: 1 << 16)
    #expect(scratch.error(query)?.detail == .memoryExceeded)
  }

  @Test func aQueryThatWorksOnLongListsEndsInTime() {
    var scratch = Scratch()
    scratch.limits = QueryLimits(timeout: .milliseconds(50))
    let query = "WITH range(1, 100000) AS l UNWIND l AS x WITH x, l WHERE x + 200000 IN l RETURN count(*)"
    #expect(scratch.error(query)?.detail == .timedOut)
  }

  @Test func aPatternOfThirtyNodesIsPlannedAtOnce() throws {
    let chain = (0..<30).map { "(n\($0):A)" }.joined(separator: "-->")
    #expect(try Scratch().value("MATCH \(chain) RETURN count(*)") == .value(0))
  }
}

/// Runs queries on one scratch graph.
struct Scratch {
  let graph = MemoryGraph()
  var limits = QueryLimits()

  @discardableResult
  func run(_ query: String, _ parameters: [String: ResultValue] = [:]) throws -> [[ResultValue]] {
    var engine = CypherEngine(graph: graph)
    engine.limits = limits
    return try engine.run(query, parameters: parameters).table.rows
  }

  /// The error of a query that must fail.
  func error(_ query: String) -> CypherError? {
    do {
      try run(query)
      return nil
    } catch {
      return error as? CypherError
    }
  }

  /// The first value of the first row.
  func value(_ query: String, _ parameters: [String: ResultValue] = [:]) throws -> ResultValue? {
    try run(query, parameters).first?.first
  }
}

@Suite struct EngineTests {
  let scratch = Scratch()

  @Test func namesMayBeChinese() throws {
    try scratch.run("CREATE (:人物 {姓名: '张三'})-[:出席 {次数: 2}]->(:会议 {名称: '座谈会'})")
    #expect(
      try scratch.run("MATCH (某人:人物)-[关系:出席]->(会:会议) RETURN 某人.姓名, 关系.次数, 会.名称")
        == [[.value("张三"), .value(2), .value("座谈会")]])
  }

  @Test func errorsPointAtTheirPlaceAndSuggest() throws {
    let query = "MATCH (person)\nRETURN persom.name"
    let error = try #require(scratch.error(query))
    #expect(error.kind == .syntax && error.detail == .undefinedVariable)
    #expect(error.place(in: query)?.line == 2 && error.place(in: query)?.column == 8)
    #expect(error.suggestion == "person")
    #expect(scratch.error("MATCH (n) RETRUN n")?.suggestion == "RETURN")
    #expect(scratch.error("RETURN toUper('a')")?.suggestion == "toUpper")
  }

  @Test func subqueriesCountAndExist() throws {
    try scratch.run("CREATE (a:P {n: 1})-[:K]->(:P {n: 2}), (a)-[:K]->(:P {n: 3})")
    #expect(
      try scratch.run("MATCH (p:P) WHERE EXISTS { (p)-[:K]->(q) WHERE q.n > 2 } RETURN p.n, COUNT { (p)-->() }")
        == [[.value(1), .value(2)]])
    #expect(
      try scratch.run(
        "MATCH (p:P {n: 1}) CALL { WITH p MATCH (p)-->(q) RETURN sum(q.n) AS total } RETURN total") == [[.value(5)]])
    #expect(
      try scratch.value("RETURN COLLECT { MATCH (p:P) RETURN p.n ORDER BY p.n DESC }")
        == .list([.value(3), .value(2), .value(1)]))
    #expect(try scratch.value("RETURN [1, 2, 3, 4][1..-1]") == .list([.value(2), .value(3)]))
  }

  @Test func shortestPathsAreFoundFromBothEnds() throws {
    try scratch.run("UNWIND range(0, 20) AS i CREATE (:S {i: i})")
    try scratch.run("MATCH (a:S), (b:S) WHERE b.i = a.i + 1 OR b.i = a.i + 5 CREATE (a)-[:N]->(b)")
    #expect(
      try scratch.value(
        "MATCH (a:S {i: 0}), (b:S {i: 17}), p = shortestPath((a)-[:N*]->(b)) RETURN length(p)") == .value(5))
    #expect(
      try scratch.value(
        "MATCH (a:S {i: 0}), (b:S {i: 6}), p = allShortestPaths((a)-[:N*]->(b)) RETURN count(p)") == .value(2))
    #expect(
      try scratch.run("MATCH (a:S {i: 6}), (b:S {i: 0}), p = shortestPath((a)-[:N*]->(b)) RETURN p").isEmpty)
    #expect(
      try scratch.value("MATCH (a:S {i: 6}), (b:S {i: 0}) RETURN length(shortestPath((a)-[:N*]-(b)))") == .value(2))
  }

  @Test func statementsAreDoneWholeOrNotAtAll() throws {
    try scratch.run("CREATE (:A {x: 1})")
    #expect(scratch.error("MATCH (a:A) SET a.x = 2 CREATE (:B) WITH a RETURN 1 / 0") != nil)
    #expect(try scratch.run("MATCH (n) RETURN n.x") == [[.value(1)]])
  }

  @Test func aReadOnlyGraphRefusesWrites() throws {
    let engine = CypherEngine(graph: scratch.graph, readOnly: true)
    #expect(throws: CypherError.self) { try engine.run("CREATE (n)") }
    #expect(try engine.run("EXPLAIN CREATE (n)").table.rows.isEmpty == false)
    #expect(scratch.graph.nodeCount(label: nil) == 0)
  }

  @Test func runawayQueriesEnd() throws {
    var scratch = scratch
    scratch.limits.timeout = .milliseconds(50)
    let endless = "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b UNWIND range(1, 10000) AS c RETURN count(*)"
    #expect(scratch.error(endless)?.detail == .timedOut)
    scratch.limits = QueryLimits(memory: 1 << 20)
    #expect(
      scratch.error("UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b RETURN a, b")?.detail == .memoryExceeded)
    #expect(scratch.error("RETURN range(1, 1000000000)")?.detail == .memoryExceeded)
    #expect(
      scratch.error("UNWIND range(1, 9999) AS a UNWIND range(1, 9999) AS b RETURN collect(a + b)")?.detail
        == .memoryExceeded)
    scratch.limits = QueryLimits(isCancelled: { true })
    #expect(scratch.error(endless)?.detail == .cancelled)
  }

  @Test func deepNestingIsAnError() {
    let deep = 20_000
    for query in [
      "RETURN " + String(repeating: "(", count: deep) + "1" + String(repeating: ")", count: deep),
      "RETURN " + String(repeating: "[", count: deep), "RETURN " + String(repeating: "NOT ", count: deep) + "true",
      "RETURN 1" + String(repeating: " + 1", count: deep), "RETURN " + String(repeating: "{a:", count: deep),
      "RETURN " + String(repeating: "-", count: deep) + "x", "RETURN a" + String(repeating: ".b", count: deep),
      String(repeating: "CALL { ", count: deep),
      "RETURN " + String(repeating: "EXISTS { MATCH (n) WHERE ", count: deep),
      "RETURN " + String(repeating: "CASE WHEN ", count: deep), "MATCH " + String(repeating: "(", count: deep),
    ] { #expect(scratch.error(query)?.kind == .syntax) }
  }

  @Test func regularExpressionsCannotBlowUp() throws {
    let text = String(repeating: "a", count: 3000) + "b"
    #expect(try scratch.value("RETURN $t =~ '(a*)*(a|a)*(a*a*)*c'", ["t": .value(.string(text))]) == .value(false))
    #expect(try scratch.value("RETURN '建德市2021年' =~ '\\\\p{Han}+\\\\d{4}年'") == .value(true))
    #expect(try scratch.value("RETURN 'ABC' =~ '(?i)a.c'") == .value(true))
    #expect(try scratch.value("RETURN 'abc' =~ 'a|ab'") == .value(false))
    #expect(scratch.error("RETURN 'a' =~ '('")?.detail == .invalidArgumentValue)
    #expect(scratch.error("RETURN 'a' =~ '((a{1000}){1000}){1000}'")?.detail == .invalidArgumentValue)
    #expect(scratch.error("RETURN 'aa' =~ '(a)\\\\1'")?.detail == .invalidArgumentValue)
  }

  @Test func temporalParametersKeepTheirType() throws {
    let parameters = try ParameterReader.parameters(
      try JSONValue(
        parsing: #"{"d": {"$type": "date", "value": "2021-03-04"}, "x": {"$type": "float", "value": "NaN"}}"#))
    #expect(
      try scratch.value("RETURN $d + duration('P1M') = date('2021-04-04') AND isNaN($x)", parameters) == .value(true))
  }

  @Test func statementsArePartedBySemicolons() throws {
    #expect(try CypherEngine.statements(in: "RETURN ';' ; // a;b\nRETURN 2;\n;") == ["RETURN ';' ", "RETURN 2"])
  }

  @Test func explainShowsThePlan() throws {
    try scratch.run("CREATE (:Person)-[:KNOWS]->(:Person) WITH 1 AS one UNWIND range(1, 20) AS i CREATE (:Other)")
    let rows = try scratch.run("PROFILE MATCH (a:Person)-[r:KNOWS]->(b) WHERE b.age > 3 RETURN a LIMIT 5")
    let names = rows.compactMap { row in
      if case .value(.string(let text)) = row[0] { text } else { nil }
    }
    #expect(names == ["Limit", "Filter", "Expand", "NodesByLabel"])
    #expect(rows[2][2] == .value(1))
  }

  @Test func schemaProceduresSayWhatIsThere() throws {
    try scratch.run("CREATE (:Person)-[:KNOWS]->(:Person)-[:LIVES_IN]->(:City)")
    #expect(try scratch.run("CALL db.labels() YIELD label RETURN label") == [[.value("City")], [.value("Person")]])
    #expect(
      try scratch.run("CALL db.schema()") == [
        [.value("Person"), .value("KNOWS"), .value("Person"), .value(1)],
        [.value("Person"), .value("LIVES_IN"), .value("City"), .value(1)],
      ])
  }

  @Test func countsComeFromTheBooksAndFromDegrees() throws {
    try scratch.run("CREATE (a:P)-[:K]->(b:P)-[:K]->(c:Q), (a)-[:L]->(c), (a)-[:K]->(a)")
    for (query, plan, count) in [
      ("MATCH (n:P) RETURN count(n)", "CountNodes", 2), ("MATCH ()-[r:K]->() RETURN count(*)", "CountDegrees", 3),
      ("MATCH (:P)-[:K]->()-[:K]->() RETURN count(*)", "CountDegrees", 2),
      ("MATCH (:P)--()--() RETURN count(*)", "CountDegrees", 15),
    ] {
      #expect(try scratch.value("EXPLAIN " + query) == .value(.string(plan)), "\(query)")
      var plain = CypherEngine(graph: scratch.graph)
      plain.optimizes = false
      let expected = try plain.run(query).table.rows
      #expect(try scratch.run(query) == expected, "\(query)")
      if count != 15 { #expect(expected == [[.value(.integer(Int64(count)))]], "\(query)") }
    }
  }

  @Test func shapesAreMeasured() throws {
    try scratch.run("CREATE (a:N {n: 'a'})-[:T]->(b:N {n: 'b'})-[:T]->(c:N {n: 'c'}), (:N {n: 'd'})")
    #expect(
      try scratch.run("CALL graph.components() YIELD node, component RETURN collect(component)")
        == [[.list([.value(1), .value(1), .value(1), .value(2)])]])
    #expect(
      try scratch.run("CALL graph.betweenness('N', 'T') YIELD node, score WHERE score > 0 RETURN node.n, score")
        == [[.value("b"), .value(1.0)]])
    #expect(
      try scratch.value("CALL graph.pageRank() YIELD rank RETURN round(sum(rank), 6)") == .value(1.0))
    #expect(
      try scratch.value("CALL graph.degree('N') YIELD node, degree WITH node, degree WHERE node.n = 'b' RETURN degree")
        == .value(2))
  }

  @Test func everyFunctionHasItsDocumentation() throws {
    let rows = try scratch.run("CALL dbms.functions()")
    #expect(rows.count > 80)
    for row in rows {
      guard case .value(.string(let name)) = row[0], case .value(.string(let summary)) = row[2],
        case .value(.string(let example)) = row[3]
      else {
        Issue.record("a function lacks its documentation")
        continue
      }
      #expect(summary.hasSuffix("."), "\(name)")
      #expect(example.lowercased().hasPrefix(name.lowercased() + "("), "\(name)")
    }
  }

  @Test func proceduresAndFunctionsAreListed() throws {
    #expect(try scratch.run("SHOW PROCEDURES") == scratch.run("CALL dbms.procedures()"))
    #expect(try scratch.run("show functions;") == scratch.run("CALL dbms.functions()"))
    #expect(scratch.error("SHOW TABLES")?.detail == .unexpectedSyntax)
    #expect(scratch.error("SHOW PROCEDURES RETURN 1")?.detail == .unexpectedSyntax)
  }

  @Test func aShortestPathThroughAGridHasItsLength() throws {
    let side = 24
    try scratch.run("UNWIND range(0, \(side - 1)) AS x UNWIND range(0, \(side - 1)) AS y CREATE (:G {x: x, y: y})")
    try scratch.run(
      "MATCH (a:G), (b:G) WHERE b.x = a.x + 1 AND b.y = a.y OR b.x = a.x AND b.y = a.y + 1 CREATE (a)-[:T]->(b)")
    for (to, length) in [((side - 1, side - 1), 2 * side - 2), ((3, 20), 23), ((1, 0), 1)] {
      let query =
        "MATCH (a:G {x: 0, y: 0}), (b:G {x: \(to.0), y: \(to.1)}) MATCH p = shortestPath((a)-[:T*]-(b)) RETURN length(p)"
      #expect(try scratch.value(query) == .value(.integer(Int64(length))))
    }
  }
}
