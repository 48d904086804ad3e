import Cypher
import GraphModel
import Testing

/// What the procedures for analysts compute, on graphs whose answers are known.
@Suite struct ProcedureTests {
  let scratch = Scratch()

  private func names(_ query: String) throws -> [String] {
    try scratch.run(query).map { row in
      row.map { value in
        if case .value(.string(let text)) = value { text } else { "\(value)" }
      }.joined(separator: " ")
    }
  }

  @Test func louvainFindsTwoCliquesJoinedByABridge() throws {
    try scratch.run(
      """
      UNWIND [['a', 'b'], ['a', 'c'], ['b', 'c'], ['d', 'e'], ['d', 'f'], ['e', 'f'], ['c', 'd']] AS pair
      MERGE (x:N {name: pair[0]}) MERGE (y:N {name: pair[1]}) CREATE (x)-[:R]->(y)
      """)
    try scratch.run("CREATE (:N {name: 'alone'})")
    let found = try names(
      """
      CALL graph.louvain('N', 'R') YIELD node, community, size
      WITH community, size, node.name AS name ORDER BY name
      WITH community, collect(name) AS members
      RETURN reduce(s = '', x IN members | s + x) AS names ORDER BY names
      """)
    #expect(found == ["abc", "alone", "def"])
    #expect(try scratch.value("CALL graph.louvain() YIELD size RETURN max(size)") == .value(3))
    let again = "CALL graph.louvain() YIELD node, community RETURN collect([node.name, community])"
    #expect(try scratch.value(again) == scratch.value(again))
  }

  @Test func theShortestPathsComeInOrderAndWithoutCircles() throws {
    try scratch.run(
      "CREATE (a:N {name: 'a'})-[:R]->(b:N {name: 'b'})-[:R]->(z:N {name: 'z'}), (a)-[:R]->(c:N {name: 'c'})-[:S]->(d:N {name: 'd'})-[:R]->(z), (a)-[:R]->(z)"
    )
    let query =
      "MATCH (a {name: 'a'}), (z {name: 'z'}) CALL graph.kShortestPaths(a, z, 10) YIELD number, path, length RETURN length, reduce(s = '', n IN nodes(path) | s + n.name) AS names ORDER BY number"
    #expect(
      try scratch.run(query) == [
        [.value(1), .value("az")], [.value(2), .value("abz")], [.value(3), .value("acdz")],
      ])
    let typed = query.replacing("10)", with: "10, 'R')")
    #expect(try scratch.run(typed).count == 2)
    #expect(try scratch.run(query.replacing("10)", with: "2)")).count == 2)
    #expect(scratch.error(query.replacing("10)", with: "0)"))?.detail == .numberOutOfRange)
  }

  /// Ten meetings; a and b are at the same three, c at five of the others: P(3 of 3 shared) = 1 / C(10, 3).
  @Test func meetingMoreOftenThanByChanceIsWeighed() throws {
    try scratch.run(
      """
      UNWIND range(1, 10) AS i CREATE (m:M {i: i}) WITH m
      UNWIND CASE WHEN m.i <= 3 THEN ['a', 'b', 'x'] WHEN m.i <= 8 THEN ['c', 'x'] ELSE ['x'] END AS name
      MERGE (p:P {name: name}) CREATE (p)-[:AT]->(m)
      """)
    let rows = try scratch.run(
      "CALL graph.coOccurrence('P', ['AT'], 2) YIELD first, second, together, expected, lift, pValue RETURN first.name, second.name, together, expected, lift, pValue"
    )
    #expect(rows.first?.prefix(3) == [.value("a"), .value("b"), .value(3)])
    guard case .value(.float(let expected)) = rows[0][3], case .value(.float(let lift)) = rows[0][4],
      case .value(.float(let probability)) = rows[0][5]
    else {
      Issue.record("\(rows[0])")
      return
    }
    #expect(abs(expected - 0.9) < 1e-9)
    #expect(abs(lift - 3 / 0.9) < 1e-9)
    #expect(abs(probability - 1.0 / 120) < 1e-9)
    // Who is everywhere meets everyone by chance.
    #expect(rows.dropFirst().allSatisfy { $0[5] == .value(1.0) || $0[2] != .value(3) || $0[0] != .value("x") })
  }

  @Test func namesAreFoundByTheirWords() throws {
    try scratch.run("CREATE (:Z {name: '经济开发区'}), (:Z {name: '开发区'}), (:Z {name: '新区'})")
    #expect(
      try names("CALL db.index.fulltext.queryNodes('开发') YIELD node RETURN node.name") == ["开发区", "经济开发区"])
  }

  @Test func everyProcedureSaysWhatItDoesAndItsExampleRuns() throws {
    try scratch.run("CREATE (:Person {name: '甲'})-[:ATTENDED]->(:Meeting {name: '会'}), (:Person {name: '乙'})")
    let rows = try scratch.run(
      "CALL dbms.procedures() YIELD name, description, example RETURN name, description, example")
    #expect(rows.count >= 14)
    for row in rows {
      guard case .value(.string(let text)) = row[1], case .value(.string(let example)) = row[2] else { continue }
      #expect(text.hasSuffix("."))
      #expect(scratch.error(example) == nil, "\(example)")
    }
  }
}
