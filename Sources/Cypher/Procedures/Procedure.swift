import GraphModel

/// A procedure that CALL can run.
struct Procedure: Sendable {
  struct Column: Sendable {
    var name: String
    /// As in a signature: `STRING?`.
    var type: String

    /// What values the type allows.
    var kinds: StaticType.Kinds {
      let base = type.uppercased().split(separator: "?").first.map(String.init) ?? ""
      switch base.trimmedBlanks {
      case "BOOLEAN": return .boolean
      case "INTEGER": return .integer
      case "FLOAT": return .number
      case "NUMBER": return .number
      case "STRING": return .string
      case "MAP": return [.map, .node, .relationship]
      case "NODE": return .node
      case "RELATIONSHIP": return .relationship
      case "PATH": return .path
      case let list where list.hasPrefix("LIST"): return .list
      default: return .any
      }
    }
  }

  var name: String
  var arguments: [Column]
  /// How many arguments must be given.
  var required: Int
  var results: [Column]
  /// What it does, in a sentence.
  var summary: String
  /// A call.
  var example: String
  /// Hands each of its rows on until that returns false.
  var body: @Sendable (_ arguments: [Value], _ frame: Frame, _ emit: ([Value]) throws -> Bool) throws -> Void

  /// The name, arguments and results, as shown to people.
  var signature: String {
    func list(_ columns: [Column]) -> String { columns.map { "\($0.name) :: \($0.type)" }.joined(separator: ", ") }
    return "\(name)(\(list(arguments))) :: (\(list(results)))"
  }
}

extension String {
  fileprivate var trimmedBlanks: String { TextScan.trim(self) }
}

/// The procedures that queries can call.
public final class ProcedureRegistry {
  /// A node that a search found, and how well it fits, up to 1.
  public typealias Hit = (node: NodeID, score: Double)

  private var procedures: [String: Procedure] = [:]
  /// Finds nodes by the words of a text, at most so many, the best first; nil: names are looked through.
  let search: ((_ text: String, _ limit: Int) throws -> [Hit])?

  /// The built-in procedures, with the graph's own search where it has one.
  public init(search: ((_ text: String, _ limit: Int) throws -> [Hit])? = nil) {
    self.search = search
    for procedure in Procedure.builtIn { procedures[procedure.name.lowercased()] = procedure }
  }

  /// Adds a procedure that computes its rows of its arguments, nodes and relationships among them.
  ///
  /// - Parameter arguments: names and types (`STRING?`); `required`: how many must be given, all where nil.
  public func add(
    _ name: String, arguments: [(name: String, type: String)], required: Int? = nil,
    results: [(name: String, type: String)], summary: String, example: String,
    rows: @escaping (_ arguments: [ResultValue]) throws -> [[ResultValue]]
  ) {
    // A registry, and what it calls, belongs to the one thread of its engine.
    nonisolated(unsafe) let rows = rows
    procedures[name.lowercased()] = Procedure(
      name: name, arguments: arguments.map { .init(name: $0.name, type: $0.type) },
      required: required ?? arguments.count, results: results.map { .init(name: $0.name, type: $0.type) },
      summary: summary, example: example
    ) { values, frame, emit in
      for row in try rows(try values.map(frame.result)) {
        try frame.tick()
        if try !emit(row.map(Value.init(result:))) { return }
      }
    }
  }

  /// The names of all procedures, sorted.
  public var names: [String] { all.map(\.name) }

  func named(_ name: String) -> Procedure? { procedures[name.lowercased()] }

  /// All procedures, sorted by name.
  var all: [Procedure] { procedures.values.sorted { $0.name < $1.name } }

  /// Adds a procedure that looks its arguments up in a table: the first columns are the arguments, the rest the results.
  ///
  /// For test harnesses. The signature has the form `name(in :: TYPE, …) :: (out :: TYPE, …)`; throws `CypherError` where it
  /// has another.
  public func register(signature: String, rows: [[ResultValue]]) throws {
    guard let open = signature.firstIndex(of: "("), let close = signature.firstIndex(of: ")"), open < close,
      let second = signature[close...].firstIndex(of: "("), let end = signature.lastIndex(of: ")"), second < end
    else {
      throw CypherError(.procedure, .unexpectedSyntax, "“\(signature)” is no signature of a procedure.")
    }
    func columns(_ text: Substring) -> [Procedure.Column] {
      text.split(separator: ",").map { part in
        let sides = TextScan.split(String(part), by: "::").map { TextScan.trim($0) }
        return Procedure.Column(name: sides[0], type: sides.count > 1 ? sides[1] : "ANY?")
      }
    }
    let name = TextScan.trim(String(signature[..<open]))
    let arguments = columns(signature[signature.index(after: open)..<close])
    let results = columns(signature[signature.index(after: second)..<end])
    let table = rows.map { $0.map(Value.init(parameter:)) }
    procedures[name.lowercased()] = Procedure(
      name: name, arguments: arguments, required: arguments.count, results: results, summary: "A table.", example: ""
    ) { values, _, emit in
      for row in table where row.count == arguments.count + results.count {
        let fits = zip(row, values).allSatisfy { GroupingValue($0) == GroupingValue($1) }
        if fits, try !emit(Array(row[arguments.count...])) { return }
      }
    }
  }

  /// Takes away what `register` added.
  public func reset() {
    procedures = [:]
    for procedure in Procedure.builtIn { procedures[procedure.name.lowercased()] = procedure }
  }
}

/// Runs a procedure for each row.
final class CallProcedure: Operator {
  let procedure: Procedure
  let arguments: [Evaluator]
  /// Which columns of the procedure go to which slots.
  let outputs: [(column: Int, slot: Int)]

  init(_ input: Operator, _ procedure: Procedure, arguments: [Evaluator], outputs: [(column: Int, slot: Int)]) {
    self.procedure = procedure
    self.arguments = arguments
    self.outputs = outputs
    super.init(input)
  }

  override var name: String { "CallProcedure" }
  override var details: String { procedure.name }

  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    try runInput(frame) { frame in
      var values = try arguments.map { try $0(frame) }
      for (index, column) in procedure.arguments.enumerated() where index < values.count {
        if column.type.uppercased().hasPrefix("FLOAT"), case .integer(let number) = values[index] {
          values[index] = .float(Double(number))
        }
      }
      if procedure.results.isEmpty {
        try procedure.body(values, frame) { _ in true }
        return try next(frame)
      }
      var wantsMore = true
      try procedure.body(values, frame) { row in
        try frame.tick()
        for (column, slot) in outputs { frame.slots[slot] = row[column] }
        wantsMore = try next(frame)
        return wantsMore
      }
      return wantsMore
    }
  }
}
