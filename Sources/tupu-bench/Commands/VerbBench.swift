import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// `tupu-bench verbs`: whole processes on a large knowledge base, beside the sqlite3 shell on the same file.
struct VerbBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbs", abstract: "Measure show, why, search and path as whole processes.",
    discussion: "Example: tupu-bench verbs --documents 100000 --db /tmp/large.db")

  @Option(help: "How many synthetic documents.") var documents = 100_000
  @Option(name: .customLong("db"), help: "The knowledge base; made where it is not there, else used as it is.")
  var file = "/tmp/tupu-bench-verbs.db"
  @Option(help: "The tupu that is measured.") var tupu: String?
  @Option(help: "Runs of each; the median counts.") var runs = 21
  @Option(help: "How many documents are read at the same time.") var jobs = 2

  func run() throws {
    let corpus = SyntheticCorpus()
    if access(file, F_OK) != 0 {
      try build(corpus)
      // The memory of a child is counted from that of its parent on, so a small one goes on.
      fflush(nil)
      var arguments: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) } + [nil]
      execv("/proc/self/exe", &arguments)
    }
    let program = tupu ?? Self.neighbour()
    let base = try KnowledgeBase(path: file, mode: .read)
    guard let node = try base.find(corpus.leader(0)).first, let other = try base.find(corpus.leader(1)).first,
      let link = try base.links(of: node.id, types: ["HOLDS_POST"], limit: 1).first
    else { throw ValidationError("\(file) holds none of the synthetic people; name another file with --db") }
    let quick = ["--db", file]
    let verbs: [(name: String, arguments: [String])] = [
      ("show", ["show", node.key]), ("why node", ["why", node.key, "--limit", "20"]),
      ("why edge", ["why", link.edge.key, "--limit", "20"]), ("search name", ["search", node.name]),
      ("search words", ["search", "招商引资", "智能制造"]), ("search 1 char", ["search", "光"]),
      ("path", ["path", node.key, other.key]), ("stats", ["stats"]),
    ]
    let yardstick = measure(["sqlite3", "-readonly", file, "SELECT count(*) FROM sqlite_master"])
    for verb in verbs { report(verb.name, measure([program] + verb.arguments + quick), yardstick) }
    if yardstick.status == 0 {
      report("sqlite3 shell", yardstick, yardstick)
    } else {
      print("no sqlite3 shell here to compare with")
    }
    // Last, since counting everything makes this process large, and with it what its children seem to hold.
    let statistics = try base.statistics()
    let nodes = statistics.nodes.reduce(0) { $0 + $1.count }
    let edges = statistics.edges.reduce(0) { $0 + $1.count }
    print("\(statistics.documents) documents, \(nodes) nodes, \(edges) edges, \(statistics.bytes / 1_000_000) MB")
  }

  private func build(_ corpus: SyntheticCorpus) throws {
    let base = try KnowledgeBase(path: file, mode: .write)
    let taken = try Measure.time {
      for start in stride(from: 0, to: documents, by: 10_000) {
        let inputs = (start..<min(start + 10_000, documents)).map { IngestInput.source(corpus.source($0)) }
        _ = try base.ingest(inputs, options: IngestOptions(jobs: jobs))
      }
    }
    print(
      "built in \(Measure.decimal(taken.seconds)) s, \(Measure.decimal(Double(documents) / taken.seconds, 0)) documents/s"
    )
  }

  /// The median of some runs after one that warms the caches.
  private func measure(_ arguments: [String]) -> ChildRun {
    _ = ChildRun.run(arguments)
    let all = (0..<max(1, runs)).map { _ in ChildRun.run(arguments) }
    return ChildRun(
      seconds: Measure.median(all.map(\.seconds)), memory: all.map(\.memory).max() ?? 0,
      status: all.map(\.status).max() ?? -1)
  }

  private func report(_ name: String, _ run: ChildRun, _ yardstick: ChildRun) {
    let padded = name + String(repeating: " ", count: max(1, 14 - name.count))
    let ratio =
      yardstick.status == 0 && yardstick.seconds > 0 ? "  \(Measure.decimal(run.seconds / yardstick.seconds))×" : ""
    let status = run.status == 0 ? "" : "  exit \(run.status)"
    print("\(padded) \(Measure.decimal(run.seconds * 1000)) ms  \(Measure.decimal(run.memory)) MB\(ratio)\(status)")
  }

  /// The `tupu` that was built beside this program.
  private static func neighbour() -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let own = String(decoding: buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/tupu"
  }
}
