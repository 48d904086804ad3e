import GraphModel

/// What a query answered.
public struct QueryResult: Sendable {
  /// Its rows; no columns where the query returns nothing.
  public var table: ResultTable
  /// What it changed.
  public var changes: QueryChanges
}

/// Runs openCypher queries over a property graph.
///
/// A graph that is a `MutablePropertyGraph` can be written to; each statement is done whole or not at all.
public struct CypherEngine {
  private let graph: any PropertyGraph
  private let writer: (any MutablePropertyGraph)?
  private let procedures: ProcedureRegistry
  /// Whether plans are chosen by cost; else they follow the text. For tests and for finding faults.
  public var optimizes = true
  /// What bounds each query.
  public var limits = QueryLimits()
  /// Plans of earlier queries over the same graph; nil: each query is planned anew.
  public var plans: PlanCache?

  /// An engine over a graph; writes are refused where `readOnly` is set or the graph cannot be written to.
  public init(graph: any PropertyGraph, procedures: ProcedureRegistry = ProcedureRegistry(), readOnly: Bool = false) {
    self.graph = graph
    writer = readOnly ? nil : graph as? any MutablePropertyGraph
    self.procedures = procedures
  }

  /// The statements of a text, which semicolons part. Throws `CypherError` where a text or comment in it has no end.
  public static func statements(in text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    var statements: [String] = []
    var start: Int?
    for lexeme in try Lexer.lexemes(of: text) {
      let ends = lexeme.kind == .end || lexeme.kind == .sign && lexeme.text == ";"
      if ends, let first = start {
        statements.append(String(decoding: bytes[first..<lexeme.start], as: UTF8.self))
        start = nil
      } else if !ends && start == nil {
        start = lexeme.start
      }
    }
    return statements
  }

  /// The names of all functions and aggregates, sorted.
  public static var functionNames: [String] {
    (CypherFunction.all.values.map(\.name) + Aggregate.allCases.map(\.rawValue)).sorted()
  }

  /// Whether a statement has a clause that writes (and does not only ask for its plan). Throws `CypherError`.
  public static func writes(_ text: String) throws -> Bool {
    let statement = try Parser.parse(text)
    return statement.mode != .explain && statement.query.writes
  }

  /// Runs a query and gathers its rows, which count against the bound on memory. Throws `CypherError`, and what the graph
  /// throws.
  public func run(_ text: String, parameters: [String: ResultValue] = [:]) throws -> QueryResult {
    var rows: [[ResultValue]] = []
    var columns: [String] = []
    let changes = try stream(text, parameters: parameters, keepsRows: true, columns: { columns = $0 }) { row in
      rows.append(row)
      return true
    }
    return QueryResult(table: ResultTable(columns: columns, rows: rows), changes: changes)
  }

  /// Runs a query and hands on its rows one by one, until `row` returns false; `columns` is called once before.
  /// Throws `CypherError`, and what the graph and the closures throw.
  ///
  /// - Parameter keepsRows: whether `row` keeps what it takes, so that it counts against the bound on memory.
  public func stream(
    _ text: String, parameters: [String: ResultValue] = [:], keepsRows: Bool = false,
    columns: ([String]) throws -> Void, row: ([ResultValue]) throws -> Bool
  ) throws -> QueryChanges {
    let values = parameters.mapValues(Value.init(parameter:))
    let version = try plans.flatMap { _ in try graph.version() }
    if let version, let known = plans?.find(text, version: version) {
      let frame = Frame(
        slotCount: known.slotCount, graph: graph, writer: nil, parameters: values, limits: limits,
        procedures: procedures, profiling: false)
      return try run(known.plan, frame, keepsRows: keepsRows, columns: columns, row: row)
    }
    let statement = try Parser.parse(text)
    let planner = Planner(
      graph: graph, procedures: procedures, parameters: values, source: text, optimizes: optimizes)
    let plan = try planner.plan(statement.query, outer: Scope())
    if plan.writes && writer == nil && statement.mode != .explain {
      throw CypherError(
        .execution, .readOnly, "This graph can only be read: the query writes.", at: statement.query.position)
    }
    let frame = Frame(
      slotCount: planner.slotCount, graph: graph, writer: writer, parameters: values, limits: limits,
      procedures: procedures, profiling: statement.mode == .profile)
    switch statement.mode {
    case .explain:
      let table = PlanTable.describe(plan.root, profiled: false)
      try columns(table.columns)
      for line in table.rows { guard try row(line) else { break } }
    case .profile:
      try execute(plan, frame) { _ in true }
      let table = PlanTable.describe(plan.root, profiled: true)
      try columns(table.columns)
      for line in table.rows { guard try row(line) else { break } }
    case .run:
      if let version, !plan.writes, planner.isReusable {
        plans?.keep(PlanCache.Entry(plan: plan, slotCount: planner.slotCount), for: text, version: version)
      }
      return try run(plan, frame, keepsRows: keepsRows, columns: columns, row: row)
    }
    return frame.changes
  }

  private func run(
    _ plan: PlannedQuery, _ frame: Frame, keepsRows: Bool, columns: ([String]) throws -> Void,
    row: ([ResultValue]) throws -> Bool
  ) throws -> QueryChanges {
    try columns(plan.columns?.map(\.name) ?? [])
    let returns = plan.columns != nil
    let slots = plan.columns?.map(\.slot) ?? []
    try execute(plan, frame) { frame in
      guard returns else { return true }
      if keepsRows {
        try frame.hold(bytes: slots.reduce(64) { $0 + 64 + frame.slots[$1].resultWeight })
      }
      return try row(try slots.map { try frame.result(frame.slots[$0]) })
    }
    return frame.changes
  }

  private func execute(_ plan: PlannedQuery, _ frame: Frame, _ next: (Frame) throws -> Bool) throws {
    guard plan.writes, let writer else {
      _ = try plan.root.start(frame, next)
      return
    }
    _ = try writer.atomically { try plan.root.start(frame, next) }
  }
}

extension Frame {
  /// A value as the query's result holds it.
  func result(_ value: Value) throws -> ResultValue {
    switch value {
    case .null: return .null
    case .list(let items): return .list(try items.map(result))
    case .map(let entries): return .map(try entries.mapValues(result))
    case .node(let id): return .node(try node(id))
    case .relationship(let id): return .relationship(try relationship(id))
    case .path(let path): return .path(try path.nodes.map(node), try path.edges.map(relationship))
    default: return value.propertyValue.map { .value($0) } ?? .null
    }
  }

  private func node(_ id: NodeID) throws -> ResultNode {
    let properties = try graph.properties(of: id).map { (graph.keyName($0.key), $0.value) }
    return ResultNode(
      id: id, labels: try graph.labels(of: id).map(graph.labelName),
      properties: Dictionary(properties) { first, _ in first })
  }

  private func relationship(_ id: EdgeID) throws -> ResultRelationship {
    let properties = try graph.properties(of: id).map { (graph.keyName($0.key), $0.value) }
    let ends = try ends(of: id)
    return ResultRelationship(
      id: id, type: ends.map { graph.typeName($0.type) } ?? "", source: ends?.source ?? NodeID(-1),
      target: ends?.target ?? NodeID(-1), properties: Dictionary(properties) { first, _ in first })
  }
}

extension Query {
  /// Whether a clause writes, be it inside a `CALL { … }`.
  var writes: Bool {
    parts.joined().contains { clause in
      switch clause.node {
      case .create, .merge, .set, .remove, .delete: true
      case .subquery(let query): query.writes
      default: false
      }
    }
  }
}
