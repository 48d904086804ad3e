import Cypher
import GraphModel
import Rendering

/// Answers requests of the JSON Lines protocol: one JSON object a line in, one out.
///
/// `{"query": "…", "params": {…}}` → `{"columns": […], "rows": [[…]]}` or `{"error": {"kind": …, "detail": …, "message": …}}`.
/// Over a scratch graph also `{"reset": true}` and `{"register_procedure": {"signature": …, "rows": [[…]]}}`, which test
/// harnesses need; both answer `{"ok": true}`.
public final class QuerySession {
  private let isScratch: Bool
  private var graph: any PropertyGraph
  private let procedures: ProcedureRegistry
  private let plans = PlanCache()
  private let readOnly: Bool
  /// What bounds each query.
  public var limits = QueryLimits()

  /// A session over a graph.
  public init(
    graph: any PropertyGraph, procedures: ProcedureRegistry = ProcedureRegistry(), readOnly: Bool
  ) {
    self.procedures = procedures
    isScratch = false
    self.graph = graph
    self.readOnly = readOnly
  }

  /// A session over an empty graph in memory that lasts as long as the session.
  public init() {
    procedures = ProcedureRegistry()
    isScratch = true
    graph = MemoryGraph()
    readOnly = false
  }

  /// The answer to a line, with its line end.
  public func answer(_ line: some Sequence<UInt8>) -> [UInt8] {
    let request: JSONValue
    do {
      request = try JSONValue(parsing: line)
    } catch {
      return failure("SyntaxError", "UnexpectedSyntax", "The request is no JSON object: \(error.summary).")
    }
    do {
      if let query = request["query"]?.text { return try run(query, request["params"]) }
      if isScratch {
        if request["reset"] == .boolean(true) {
          graph = MemoryGraph()
          procedures.reset()
          return done
        }
        if let procedure = request["register_procedure"], let signature = procedure["signature"]?.text {
          let rows = try (procedure["rows"]?.items ?? []).map { row in
            try (row.items ?? []).map(ParameterReader.value)
          }
          try procedures.register(signature: signature, rows: rows)
          return done
        }
      }
      return failure("SyntaxError", "UnexpectedSyntax", "The request has no “query”.")
    } catch let error as CypherError {
      return failure(error.kind.rawValue, error.detail.rawValue, error.message, error)
    } catch {
      return failure("ExecutionError", nil, "\(error)")
    }
  }

  private func run(_ query: String, _ parameters: JSONValue?) throws -> [UInt8] {
    var engine = CypherEngine(graph: graph, procedures: procedures, readOnly: readOnly)
    engine.limits = limits
    engine.plans = plans
    let values = try parameters.map { $0 == .null ? [:] : try ParameterReader.parameters($0) } ?? [:]
    do {
      // What an error cuts short is not sent, so the answer is gathered first.
      var bytes: [UInt8] = []
      var writer = TableWriter(columns: [], format: .json)
      _ = try engine.stream(
        query, parameters: values, keepsRows: true, columns: { writer = TableWriter(columns: $0, format: .json) },
        row: { row in
          writer.add(row) { bytes.append(contentsOf: $0) }
          return true
        })
      writer.finish { bytes.append(contentsOf: $0) }
      return bytes
    } catch let error as CypherError {
      let place = error.place(in: query)
      return failure(error.kind.rawValue, error.detail.rawValue, error.message, error, place)
    }
  }

  private var done: [UInt8] { Array((JSONValue.object([.init("ok", true)]).line + "\n").utf8) }

  private func failure(
    _ kind: String, _ detail: String?, _ message: String, _ error: CypherError? = nil,
    _ place: (line: Int, column: Int)? = nil
  ) -> [UInt8] {
    var members: [JSONValue.Member] = [.init("kind", .string(kind))]
    if let detail { members.append(.init("detail", .string(detail))) }
    members.append(.init("message", .string(message)))
    if let place {
      members.append(.init("line", .integer(Int64(place.line))))
      members.append(.init("column", .integer(Int64(place.column))))
    }
    if let suggestion = error?.suggestion { members.append(.init("suggestion", .string(suggestion))) }
    return Array((JSONValue.object([.init("error", .object(members))]).line + "\n").utf8)
  }
}
