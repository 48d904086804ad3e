import GraphModel
import TestSupport
import Testing
import TupuKit

/// Queries over imported graphs: the same rows by columns and adjacency, row by row, and on the reference graph.
@Suite struct PackedQueryTests {
  /// The same random graph in memory and as a file of records.
  private static func graph(_ dice: inout Dice, loops: Bool) throws -> (memory: MemoryGraph, records: String) {
    let memory = MemoryGraph()
    var lines: [String] = []
    var nodes: [(id: NodeID, label: String)] = []
    for index in 0..<(3 + Int(dice.next() % 8)) {
      let labels = dice.pick([["A"], ["B"], ["A", "C"], ["C"]])
      var properties: [String: PropertyValue] = ["x": .integer(Int64(dice.next() % 4))]
      if dice.chance(70) { properties["y"] = .string(dice.pick(["ab", "b", "杭州", ""])) }
      if dice.chance(50) { properties["z"] = dice.chance(30) ? .float(1.5) : .integer(Int64(dice.next() % 3)) }
      let written = properties.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\(JSONValue($0.value).line)" }
      let names = labels.map { "\"\($0)\"" }.joined(separator: ",")
      lines.append("{\"labels\":[\(names)],\"id\":\(index),\"properties\":{\(written.joined(separator: ","))}}")
      properties["id"] = .integer(Int64(index))
      nodes.append((memory.createNode(labels: labels, properties: properties), labels[0]))
    }
    for _ in 0..<Int(dice.next() % 20) {
      let (from, to) = (Int(dice.next() % UInt64(nodes.count)), Int(dice.next() % UInt64(nodes.count)))
      guard loops || from != to else { continue }
      let type = dice.pick(["R", "S", "T"])
      let weight = Int64(dice.next() % 3)
      lines.append("{\"type\":\"\(type)\",\"start\":\(from),\"end\":\(to),\"properties\":{\"w\":\(weight)}}")
      _ = try memory.createEdge(
        type: type, from: nodes[from].id, to: nodes[to].id, properties: ["w": .integer(weight)])
    }
    return (memory, lines.joined(separator: "\n"))
  }

  private static func query(_ dice: inout Dice) -> String {
    let names = ["a", "b", "c", "d"]
    func label() -> String { dice.chance(60) ? ":" + dice.pick(["A", "B", "C"]) : "" }
    var text = "MATCH (a\(label()))"
    let count = Int(dice.next() % 4)
    for index in 0..<count {
      let type = dice.chance(75) ? ":" + dice.pick(["R", "S", "T", "R|S"]) : ""
      let length = dice.chance(20) ? dice.pick(["*1..2", "*2", "*1..3"]) : ""
      let body = type + length
      text += dice.pick(["<-[\(body)]-", "-[\(body)]->", "-[\(body)]->", "-[\(body)]-"])
      text += "(\(names[index + 1])\(label()))"
    }
    let used = Array(names.prefix(count + 1))
    func condition() -> String {
      let name = dice.pick(used)
      return dice.pick([
        "\(name).x > 1", "\(name).x = 2", "\(name).y = 'b'", "\(name).y CONTAINS 'b'", "\(name).z IS NULL",
        "\(name).y STARTS WITH '杭'", "toLower(\(name).y) = 'ab'", "\(name).z >= 1", "\(name).x IN [0, 3]",
        "\(name).id < 5",
        "\(name).y <> ''", "\(name):C", "NOT \(name).x = 1 OR \(name).x = 3",
      ])
    }
    if dice.chance(60) { text += " WHERE " + condition() + (dice.chance(40) ? " AND " + condition() : "") }
    if dice.chance(25) {
      text += " WITH \(used.joined(separator: ", ")) MATCH (\(dice.pick(used)))-[:\(dice.pick(["R", "S"]))]->(e)"
    }
    let first = dice.pick(used)
    let other = dice.pick(used)
    let measure = dice.pick([
      "count(*)", "count(\(other))", "count(\(other).z)", "sum(\(other).x)", "avg(\(other).x)", "count(\(other).y)",
      "sum(\(other).z)", "max(\(other).x)", "count(DISTINCT \(other).x)",
    ])
    return text
      + dice.pick([
        " RETURN \(measure) AS n", " RETURN \(first).x AS k, \(measure) AS n",
        " RETURN \(first).y AS k, \(first).x AS l, \(measure) AS n, count(*) AS m",
        " RETURN \(first).id AS k, \(measure) AS n ORDER BY n DESC, k LIMIT 3",
        " RETURN \(first).id AS k, count(*) AS n ORDER BY n, k SKIP 1 LIMIT 2",
        " WITH \(first), count(*) AS n RETURN \(first).id AS k, \(first).y AS l, n",
        " RETURN \(used.map { "\($0).id AS \($0)" }.joined(separator: ", "))",
        " RETURN \(first).x + \(first).id AS k, \(measure) AS n",
      ])
  }

  @Test func columnsRowsAndTheReferenceAgree() throws {
    var dice = Dice(state: 20_261_122)
    var compared = 0
    for round in 0..<40 {
      let folder = try TemporaryFolder()
      let (memory, records) = try Self.graph(&dice, loops: round % 3 == 0)
      let file = try folder.write("graph.jsonl", records)
      let base = try KnowledgeBase(path: folder.file("a.db"), mode: .write)
      _ = try base.importFiles([ImportInput(path: file)])
      #expect(try base.check().isEmpty)
      for _ in 0..<40 {
        let query = Self.query(&dice)
        func answer(_ graph: any PropertyGraph, _ optimizes: Bool) -> Result<[String], any Error> {
          var engine = CypherEngine(graph: graph, readOnly: true)
          engine.optimizes = optimizes
          engine.limits = QueryLimits(timeout: .seconds(20))
          return Result { try engine.run(query).table.rows.map { "\($0)" }.sorted() }
        }
        try base.reading {
          switch (answer(base.graph, true), answer(base.graph, false), answer(memory, true)) {
          case (.success(let quick), .success(let slow), .success(let reference)):
            #expect(quick == slow && slow == reference, "\(query)\n\(records)")
            compared += 1
          case (.failure, .failure, .failure): break
          default: Issue.record("only one of the ways fails: \(query)\n\(records)")
          }
        }
      }
    }
    #expect(compared > 1000)
  }

  @Test func aShortestPathIsAsLongAsInTheReference() throws {
    var dice = Dice(state: 5)
    for _ in 0..<20 {
      let folder = try TemporaryFolder()
      let (memory, records) = try Self.graph(&dice, loops: true)
      let base = try KnowledgeBase(path: folder.file("a.db"), mode: .write)
      _ = try base.importFiles([ImportInput(path: try folder.write("graph.jsonl", records))])
      for arrow in ["-[:R|S*1..4]-", "-[*]->", "<-[:R*]-"] {
        let query =
          "MATCH (a), (b) WHERE a.id <> b.id MATCH p = shortestPath((a)\(arrow)(b)) RETURN a.id, b.id, length(p), "
          + "[r IN relationships(p) | startNode(r) = endNode(r)], nodes(p)[0] = a ORDER BY a.id, b.id"
        let stored = try base.reading { try CypherEngine(graph: base.graph, readOnly: true).run(query).table.rows }
        #expect(try stored == CypherEngine(graph: memory).run(query).table.rows, "\(query)\n\(records)")
      }
    }
  }
}
