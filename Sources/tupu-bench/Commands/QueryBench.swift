import ArgumentParser
import GraphModel
import TupuKit

/// `tupu-bench queries`: queries asked inside this process, as a program asks that has Tupu for a library: plans are kept, rows
/// are values, nothing is JSON.
struct QueryBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries", abstract: "Measure queries on a knowledge base, asked inside this process.",
    discussion: "Example: tupu-bench queries --db graph.db --queries queries.json")

  @Option(name: .customLong("db"), help: "The knowledge base.") var file: String
  @Option(help: "A JSON object with a query for each name.") var queries: String
  @Option(help: "Repetitions, each of as many queries as take 20 ms; the median counts.") var runs = 9
  @Option(help: "Only the query of this name.") var only: String?

  func run() throws {
    let base = try KnowledgeBase(path: file, mode: .read)
    var engine = base.engine()
    engine.plans = PlanCache()
    let texts = try JSONValue(parsing: SourceFile.source(at: queries).bytes)
    guard case .object(let members) = texts else { throw ValidationError("\(queries) holds no JSON object") }
    print("name  CPU ms  wall ms  first CPU ms  rows")
    for member in members where only.map({ $0 == member.key }) ?? true {
      guard let text = member.value.text else { continue }
      var rows = 0
      func ask(_ count: Int) throws {
        for _ in 0..<count { rows = try base.reading { try engine.run(text).table.rows.count } }
      }
      let first = try Measure.cpu { try ask(1) }.seconds
      // What is asked again may be indexed first.
      try ask(2)
      let count = max(1, min(20_000, Int(0.02 / max(try Measure.cpu { try ask(1) }.seconds, 1e-6))))
      var cpu: [Double] = []
      var wall: [Double] = []
      for _ in 0..<max(1, runs) {
        let start = Measure.now()
        cpu.append(try Measure.cpu { try ask(count) }.seconds / Double(count))
        wall.append((Measure.now() - start) / Double(count))
      }
      let figures = [Measure.median(cpu), Measure.median(wall), first].map { Measure.decimal($0 * 1000, 4) }
      print("\(member.key)  \(figures.joined(separator: "  "))  \(rows)")
    }
  }
}
