import Cypher
import Foundation
import GraphModel
import TestSupport
import Testing

/// What the planner makes of queries, as `plans.txt` beside this file has it: each query with its plan under it.
///
/// `TUPU_RECORD=1` writes the file anew.
@Suite struct PlanTests {
  private static let file = Repository.root.appendingPathComponent("Tests/CypherTests/plans.txt")

  /// Many of one label, few of another, joined by a frequent and a rare type.
  private static func graph() throws -> MemoryGraph {
    let graph = MemoryGraph()
    let many = (0..<200).map { graph.createNode(labels: ["Many"], properties: ["x": .integer($0 % 10)]) }
    let few = (0..<5).map { graph.createNode(labels: ["Few"], properties: ["x": .integer($0)]) }
    for (index, node) in many.enumerated() {
      _ = try graph.createEdge(type: "FREQUENT", from: node, to: many[(index + 1) % many.count], properties: [:])
      _ = try graph.createEdge(type: "FREQUENT", from: node, to: few[index % few.count], properties: [:])
    }
    _ = try graph.createEdge(type: "RARE", from: few[0], to: many[0], properties: [:])
    return graph
  }

  @Test func plansAreAsRecorded() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let blocks = text.components(separatedBy: "\n\n").filter { !$0.isEmpty }
    var made: [String] = []
    let engine = CypherEngine(graph: try Self.graph())
    for block in blocks {
      let lines = block.split(separator: "\n")
      let query = lines.filter { !$0.hasPrefix(" ") && !$0.hasPrefix("#") }.joined(separator: " ")
      let notes = lines.filter { $0.hasPrefix("#") }.map(String.init)
      guard !query.isEmpty else {
        made.append(notes.joined(separator: "\n"))
        continue
      }
      let plan = try engine.run("EXPLAIN " + query).table.rows.map { row -> String in
        let cells = row.map { cell in
          switch cell {
          case .value(.string(let text)): text
          case .value(.integer(let number)): "~\(number)"
          default: ""
          }
        }
        return "    " + cells.filter { !$0.isEmpty }.joined(separator: "  ")
      }
      made.append((notes + [query] + plan).joined(separator: "\n"))
    }
    let result = made.joined(separator: "\n\n") + "\n"
    if ProcessInfo.processInfo.environment["TUPU_RECORD"] == "1" {
      try result.write(to: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(result == text)
    }
  }
}
