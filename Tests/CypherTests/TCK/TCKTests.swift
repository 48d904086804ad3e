import Cypher
import Foundation
import GraphModel
import TestSupport
import Testing

/// The openCypher Technology Compatibility Kit, where it lies beside the project: exact values, the right error names.
@Suite struct TCKTests {
  static let folder = Repository.root.appendingPathComponent("../shared/tck").standardizedFileURL
  static let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("features").path)

  /// Scenarios that do not pass, with the reason: `feature: scenario | reason`.
  static var exceptions: Set<String> {
    let file = Repository.root.appendingPathComponent("Tests/CypherTests/tck-exceptions.txt")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.components(separatedBy: "\n") ?? []
    return Set(
      lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }
        .compactMap { $0.components(separatedBy: "|").first?.trimmingCharacters(in: .whitespaces) })
  }

  @Test(.enabled(if: isThere, "the kit is not beside the project"))
  func everyScenarioPasses() throws {
    let exceptions = Self.exceptions
    var count = 0
    for scenario in try Self.scenarios() {
      count += 1
      let problem = try TCKRun().problem(with: scenario)
      let name = "\(scenario.feature): \(scenario.name)"
      if exceptions.contains(name) {
        #expect(problem != nil, "\(name) passes: take it off the exceptions")
      } else if let problem {
        Issue.record("\(name): \(problem)")
      }
    }
    #expect(count > 3000)
  }

  static func scenarios() throws -> [TCKScenario] {
    let root = folder.appendingPathComponent("features")
    let files =
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return try files.filter { $0.pathExtension == "feature" }.sorted { $0.path < $1.path }.flatMap { file in
      TCKFeatureReader.scenarios(
        of: try String(contentsOf: file, encoding: .utf8), feature: file.deletingPathExtension().lastPathComponent)
    }
  }
}

/// One scenario on its way.
private final class TCKRun {
  private let graph = MemoryGraph()
  private let procedures = ProcedureRegistry()
  private var parameters: [String: ResultValue] = [:]
  private var result: Result<ResultTable, CypherError>?
  private var before: Snapshot?

  /// Everything in a graph, to be compared.
  private struct Snapshot {
    var nodes: Set<NodeID> = []
    var edges: Set<EdgeID> = []
    var labels: Set<String> = []
    var properties: Set<String> = []

    init(_ graph: MemoryGraph) throws {
      try graph.scanNodes(label: nil) { id in
        nodes.insert(id)
        labels.formUnion(graph.labels(of: id).map(graph.labelName))
        for (key, value) in graph.properties(of: id) { properties.insert("n\(id) \(key) \(value)") }
        return true
      }
      try graph.scanEdges(type: nil) { id, _, _ in
        edges.insert(id)
        for (key, value) in graph.properties(of: id) { properties.insert("r\(id) \(key) \(value)") }
        return true
      }
    }
  }

  private func run(_ query: String) throws -> Result<ResultTable, CypherError> {
    do {
      return .success(try CypherEngine(graph: graph, procedures: procedures).run(query, parameters: parameters).table)
    } catch let error as CypherError {
      return .failure(error)
    }
  }

  /// What is wrong, or nil where the scenario passes.
  func problem(with scenario: TCKScenario) throws -> String? {
    for step in scenario.steps { if let problem = try check(step) { return problem } }
    return nil
  }

  private func check(_ step: TCKScenario.Step) throws -> String? {
    let text = step.text
    if text.hasPrefix("an empty graph") || text.hasPrefix("any graph") { return nil }
    if text.hasPrefix("the binary-tree") {
      let name = text.components(separatedBy: " ")[1]
      let file = TCKTests.folder.appendingPathComponent("graphs/\(name)/\(name).cypher")
      return try failure(of: try run(String(contentsOf: file, encoding: .utf8)))
    }
    if text.hasPrefix("having executed") || text.hasPrefix("after having executed") {
      return try failure(of: try run(step.document ?? ""))
    }
    if text.hasPrefix("parameters are") || text.hasPrefix("parameter values are") {
      for row in step.table { parameters[row[0]] = TCKValue(row[1]).parameter }
      return nil
    }
    if text.hasPrefix("there exists a procedure ") {
      let signature = String(text.dropFirst("there exists a procedure ".count)).trimmingCharacters(in: [":", " "])
      let rows = step.table.dropFirst().filter { !$0.isEmpty }.map { $0.map { TCKValue($0).parameter } }
      try procedures.register(signature: signature, rows: rows)
      return nil
    }
    if text.hasPrefix("executing") {
      before = try Snapshot(graph)
      result = try run(step.document ?? "")
      return nil
    }
    if text.contains("should be raised") { return checkError(text) }
    if text.hasPrefix("the result should be") { return checkRows(step) }
    if text.hasPrefix("no side effects") || text.hasPrefix("the side effects should be") {
      return try checkEffects(step.table)
    }
    return "unknown step: \(text)"
  }

  private func failure(of result: Result<ResultTable, CypherError>) throws -> String? {
    if case .failure(let error) = result { return "setup: \(error)" }
    return nil
  }

  private func checkError(_ text: String) -> String? {
    guard case .failure(let error)? = result else { return "no error was raised" }
    let words = text.components(separatedBy: " ")
    let detail = words.last ?? ""
    guard error.kind.rawValue == words[1], detail == "*" || error.detail.rawValue == detail else {
      return "\(error.kind.rawValue) \(error.detail.rawValue) was raised: \(error.message)"
    }
    return nil
  }

  private func checkRows(_ step: TCKScenario.Step) -> String? {
    let table: ResultTable
    switch result {
    case .success(let rows): table = rows
    case .failure(let error): return "\(error)"
    case nil: return "nothing was run"
    }
    if step.text.hasPrefix("the result should be empty") { return table.rows.isEmpty ? nil : "there are rows" }
    func plain(_ name: String) -> String { name.filter { !$0.isWhitespace } }
    let wanted = step.table[0].map(plain)
    let columns = table.columns.map(plain)
    guard wanted.sorted() == columns.sorted() else { return "columns \(table.columns)" }
    let order = wanted.compactMap { columns.firstIndex(of: $0) }
    let ignoresOrder = step.text.contains("ignoring element order")
    var got = table.rows.map { row in order.map { TCKValue(row[$0]) } }
    var expected = step.table.dropFirst().map { $0.map { TCKValue($0) } }
    if ignoresOrder {
      got = got.map { $0.map(\.unordered) }
      expected = expected.map { $0.map(\.unordered) }
    }
    if !step.text.contains("in order") {
      got.sort { "\($0)" < "\($1)" }
      expected.sort { "\($0)" < "\($1)" }
    }
    if got != expected && Self.bag(got) != Self.bag(expected) || step.text.contains("in order") && got != expected {
      return "got \(got.prefix(3)), expected \(expected.prefix(3))"
    }
    return nil
  }

  /// The rows with how often each is there; printed maps have no fixed order to sort by.
  private static func bag(_ rows: [[TCKValue]]) -> [[TCKValue]: Int] {
    rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private func checkEffects(_ table: [[String]]) throws -> String? {
    guard let before else { return "nothing was run" }
    let after = try Snapshot(graph)
    var wanted: [String: Int] = [:]
    for row in table { wanted[row[0]] = Int(row[1]) }
    func more<T>(_ a: Set<T>, than b: Set<T>) -> Int { a.subtracting(b).count }
    var found: [String: Int] = [:]
    found["+nodes"] = more(after.nodes, than: before.nodes)
    found["-nodes"] = more(before.nodes, than: after.nodes)
    found["+relationships"] = more(after.edges, than: before.edges)
    found["-relationships"] = more(before.edges, than: after.edges)
    found["+labels"] = more(after.labels, than: before.labels)
    found["-labels"] = more(before.labels, than: after.labels)
    found["+properties"] = more(after.properties, than: before.properties)
    found["-properties"] = more(before.properties, than: after.properties)
    for (name, count) in found.sorted(by: { $0.key < $1.key }) where count != wanted[name] ?? 0 {
      return "\(name): \(count) instead of \(wanted[name] ?? 0)"
    }
    return nil
  }
}
