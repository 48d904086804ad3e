import Cypher
import GraphModel
import TestSupport
import Testing

/// Random small graphs and random queries: the same rows with the optimizer as without it.
@Suite struct OptimizerTests {
  private static func graph(_ dice: inout Dice) throws -> MemoryGraph {
    let graph = MemoryGraph()
    var nodes: [NodeID] = []
    for index in 0..<(3 + Int(dice.next() % 6)) {
      let labels = ["A", "B", "C"].filter { _ in dice.chance(40) }
      nodes.append(
        graph.createNode(
          labels: labels, properties: ["id": .integer(Int64(index)), "x": .integer(Int64(dice.next() % 3))]))
    }
    for _ in 0..<Int(dice.next() % 12) {
      _ = try graph.createEdge(
        type: dice.pick(["R", "S"]), from: dice.pick(nodes), to: dice.pick(nodes),
        properties: ["w": .integer(Int64(dice.next() % 3))])
    }
    return graph
  }

  private static func node(_ dice: inout Dice, _ names: [String]) -> String {
    let name = dice.chance(75) ? dice.pick(names) : ""
    let label = dice.chance(30) ? ":" + dice.pick(["A", "B", "C"]) : ""
    let properties = dice.chance(20) ? " {x: \(dice.next() % 3)}" : ""
    return "(\(name)\(label)\(properties))"
  }

  private static func edge(_ dice: inout Dice, _ number: Int) -> String {
    let name = dice.chance(50) ? "r\(number)" : ""
    let type = dice.chance(50) ? ":" + dice.pick(["R", "S", "R|S"]) : ""
    let length = dice.chance(15) ? dice.pick(["*1..2", "*0..2", "*2"]) : ""
    let body = name + type + length
    let middle = body.isEmpty ? "-" : "-[\(body)]-"
    return dice.pick(["<\(middle)", "\(middle)>", middle]).replacingOccurrences("--", body.isEmpty)
  }

  private static func query(_ dice: inout Dice) -> String {
    let names = ["a", "b", "c", "d"]
    var text = ""
    var edges = 0
    for clause in 0..<(dice.chance(40) ? 2 : 1) {
      text += clause > 0 && dice.chance(40) ? " OPTIONAL MATCH " : " MATCH "
      var parts: [String] = []
      for _ in 0..<(dice.chance(30) ? 2 : 1) {
        var part = node(&dice, names)
        for _ in 0..<Int(dice.next() % 3) {
          edges += 1
          part += edge(&dice, edges) + node(&dice, names)
        }
        parts.append(part)
      }
      text += parts.joined(separator: ", ")
      let used = names.filter { text.contains("(\($0)") }
      if let first = used.first, dice.chance(50) {
        let other = dice.pick(used)
        text += dice.pick([
          " WHERE \(first).x = \(other).x", " WHERE \(first).x > 0 AND \(other).id < 4",
          " WHERE NOT (\(first))-->(\(other))",
          " WHERE \(first):A OR \(other):B", " WHERE \(first).x = 1", " WHERE id(\(first)) <= id(\(other))",
          " WHERE EXISTS { (\(first))-[:R]->() }",
        ])
      }
    }
    let used = names.filter { text.contains("(\($0)") }
    guard let first = used.first else { return text + " RETURN count(*) AS n" }
    return text
      + dice.pick([
        " RETURN count(*) AS n", " RETURN \(used.map { "\($0).id AS \($0)" }.joined(separator: ", "))",
        " RETURN \(first).x AS x, count(*) AS n", " RETURN DISTINCT \(first).id AS i ORDER BY i LIMIT 3",
        " WITH \(first) ORDER BY \(first).id DESC LIMIT 4 MATCH (\(first))-->(z) RETURN \(first).id AS i, z.id AS j",
        " RETURN count(DISTINCT \(first)) AS n",
      ])
  }

  @Test func plansByCostAndByTextAgree() throws {
    var dice = Dice(state: 20_240_917)
    var compared = 0
    for _ in 0..<60 {
      let graph = try Self.graph(&dice)
      for _ in 0..<25 {
        let query = Self.query(&dice)
        var engine = CypherEngine(graph: graph)
        engine.limits = QueryLimits(timeout: .seconds(20))
        let fast = Result { try engine.run(query).table.rows.map { "\($0)" }.sorted() }
        engine.optimizes = false
        let plain = Result { try engine.run(query).table.rows.map { "\($0)" }.sorted() }
        switch (fast, plain) {
        case (.success(let a), .success(let b)):
          #expect(a == b, "\(query)")
          compared += 1
        case (.failure(let a), .failure(let b)): #expect("\(a)" == "\(b)", "\(query)")
        default: Issue.record("only one plan fails: \(query): \(fast) \(plain)")
        }
      }
    }
    #expect(compared > 800)
  }

  /// Mutated queries neither crash nor hang.
  @Test func mutatedQueriesEnd() throws {
    var dice = Dice(state: 7)
    let graph = try Self.graph(&dice)
    var engine = CypherEngine(graph: graph, readOnly: true)
    engine.limits = QueryLimits(timeout: .milliseconds(200), memory: 16 << 20)
    let pieces = [
      "(", ")", "[", "]", "{", "}", "'", "*", "..", "-", ">", "WITH", "CASE", "$p", "`", "1", "\\u", "图", "=~", ":",
      "|",
    ]
    for _ in 0..<4000 {
      var scalars = Array(Self.query(&dice).unicodeScalars)
      for _ in 0..<(1 + Int(dice.next() % 4)) {
        let place = Int(dice.next() % UInt64(scalars.count + 1))
        switch dice.next() % 3 {
        case 0 where place < scalars.count: scalars.remove(at: place)
        case 1: scalars.insert(contentsOf: dice.pick(pieces).unicodeScalars, at: place)
        default: if place < scalars.count { scalars.swapAt(place, Int(dice.next() % UInt64(scalars.count))) }
        }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      _ = try? engine.run(String(view))
    }
  }
}

extension String {
  /// Two dashes where a pattern without brackets has one.
  fileprivate func replacingOccurrences(_ dashes: String, _ isBare: Bool) -> String {
    guard isBare else { return self }
    return self == "<-" ? "<--" : self == "->" ? "-->" : dashes
  }
}
