import ArgumentParser
import Glibc
import GraphModel
import TupuKit

/// `tupu-bench fuzz`: mutated queries on a small graph. Every one must answer or end with an error of the engine's own, in time
/// and within its memory; a crash names the query's number, which `--only` repeats.
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz", abstract: "Run mutated queries and look for crashes, hangs and foreign errors.",
    discussion: "Example: tupu-bench fuzz --count 1000000")

  @Option(help: "How many queries.") var count = 100_000
  @Option(help: "The first query's number; a query is the same whenever it has the same number.") var seed: UInt64 = 1
  @Option(help: "Print and run the query of this number alone.") var only: UInt64?
  @Flag(help: "Ask an imported graph instead, which lies in packed tables and can only be read.") var packed = false
  @Option(help: "Seconds that a query may run; one that takes five more of the processor's is reported.") var timeout =
    1.0

  func run() throws {
    if let only {
      var mutator = QueryMutator(seed: only)
      let query = mutator.query()
      print(query.utf8.count < 4000 ? query : String(query.prefix(400)) + " …")
      if packed {
        let sample = try PackedSample()
        print(try sample.base.reading { try outcome(of: query, on: sample.base.graph) })
      } else {
        print(try outcome(of: query, on: try Self.graph()))
      }
      return
    }
    CrashReport.install()
    let sample = packed ? try PackedSample() : nil
    var graph = try Self.graph()
    var outcomes: [String: Int] = [:]
    var faults = 0
    for number in seed..<seed + UInt64(count) {
      if number % 256 == 0 { graph = try Self.graph() }
      CrashReport.current = number
      var mutator = QueryMutator(seed: number)
      let query = mutator.query()
      let start = clock()
      do {
        let outcome =
          if let base = sample?.base {
            try base.reading { try self.outcome(of: query, on: base.graph) }
          } else {
            try self.outcome(of: query, on: graph)
          }
        outcomes[outcome, default: 0] += 1
      } catch {
        faults += 1
        print("query \(number): \(error)")
      }
      let taken = Double(clock() - start) / 1e6
      if taken > timeout + 5 {
        faults += 1
        print("query \(number): took \(taken) s")
      }
    }
    for (name, count) in outcomes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { print("\(count)\t\(name)") }
    print("\(count) queries, \(faults) faults, at most \(Self.peakMegabytes()) MB")
    if faults > 0 { throw ExitCode.failure }
  }

  /// How a query ended: `rows`, or the name of its error. Throws whatever is not the engine's own.
  private func outcome(of query: String, on graph: any PropertyGraph) throws -> String {
    var engine = CypherEngine(graph: graph, readOnly: packed)
    engine.limits = QueryLimits(timeout: .seconds(timeout), memory: 64 << 20)
    let parameters: [String: ResultValue] = [
      "x": .value(.integer(1)), "list": .list([.value(.integer(1)), .null, .value(.string("文"))]),
    ]
    do {
      var rows = 0
      _ = try engine.stream(query, parameters: parameters, columns: { _ in }) { _ in
        rows += 1
        return rows < 10_000
      }
      return "rows"
    } catch let error as CypherError {
      _ = error.place(in: query)
      _ = try? CypherEngine.statements(in: query)
      return error.detail.rawValue
    }
  }

  /// A small graph with loops, parallel edges and values of many types.
  private static func graph() throws -> MemoryGraph {
    let graph = MemoryGraph()
    var nodes: [NodeID] = []
    let values: [PropertyValue] = [
      .integer(1), .integer(2), .float(.nan), .string("张三"), .boolean(true), .list([.integer(1)]),
    ]
    for index in 0..<12 {
      nodes.append(
        graph.createNode(
          labels: index % 3 == 0 ? ["A"] : index % 3 == 1 ? ["B"] : ["A", "C"],
          properties: ["x": values[index % values.count], "name": .string("张\(index)")]))
    }
    for index in 0..<30 {
      _ = try graph.createEdge(
        type: ["R", "S"][index % 2], from: nodes[index * 7 % 12], to: nodes[index * 5 % 12],
        properties: ["w": .integer(Int64(index % 4))])
    }
    return graph
  }

  private static func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) / 1024
  }
}

/// Says which query was running where the process dies.
private enum CrashReport {
  nonisolated(unsafe) private static let number = {
    let number = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    number.initialize(to: 0)
    return number
  }()

  static var current: UInt64 {
    get { number.pointee }
    set { number.pointee = newValue }
  }

  /// Takes the signals of a crash, on a stack of their own, as the other may be what is full.
  static func install() {
    current = 0
    var stack = stack_t()
    stack.ss_size = 65_536
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 65_536, alignment: 16)
    sigaltstack(&stack, nil)
    for signal in [SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGABRT, SIGFPE] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in CrashReport.report() }
      action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(signal, &action, nil)
    }
  }

  /// Writes the number with nothing but what a signal handler may use; then the signal takes its course.
  private static func report() {
    var digits: (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) =
      (32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 10)
    var rest = number.pointee
    withUnsafeMutableBytes(of: &digits) { bytes in
      var place = 10
      while place >= 0 {
        bytes[place] = UInt8(48 + rest % 10)
        rest /= 10
        if rest == 0 { break }
        place -= 1
      }
      _ = "crash in query ".withCString { write(STDERR_FILENO, $0, 15) }
      _ = write(STDERR_FILENO, bytes.baseAddress, 12)
    }
  }
}
