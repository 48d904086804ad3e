import GraphModel

/// A step of a running plan: takes the rows of its input one by one, in the frame's slots, and hands on its own.
///
/// Rows are pushed: `run` calls `next` for every row, with the row in the frame, until that returns false. A slot belongs to
/// one operator; what flows through is never copied except by operators that keep rows (sort, group, write).
class Operator {
  var input: Operator?
  /// Rows handed on, counted where the query is profiled.
  var rows = 0
  /// Rows that the planner expects.
  var estimate: Double?

  init(_ input: Operator?) { self.input = input }

  /// The name shown by EXPLAIN.
  var name: String { String(describing: Swift.type(of: self)) }
  /// What it works on, as EXPLAIN shows it.
  var details: String { "" }
  /// Plans inside this one, run for each row.
  var inner: [Operator] { [] }

  /// Does the work; false where the consumer wants no more rows.
  func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    preconditionFailure("every operator runs in its own way")
  }

  /// Runs the operator, counting rows where the query is profiled.
  final func start(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    guard frame.isProfiling else { return try run(frame, next) }
    return try run(frame) { frame in
      rows += 1
      return try next(frame)
    }
  }

  /// Runs the input, or hands on the row as it is where there is none.
  final func runInput(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool {
    guard let input else { return try next(frame) }
    return try input.start(frame, next)
  }
}

/// The rows of another plan's current row: the leaf of a plan.
final class Argument: Operator {
  init() { super.init(nil) }
  override func run(_ frame: Frame, _ next: (Frame) throws -> Bool) throws -> Bool { try next(frame) }
}

typealias Evaluator = (Frame) throws -> Value

/// An expression that is ready to run.
struct BoundExpression {
  var evaluate: Evaluator
  var type: StaticType
  /// The slots of the variables that it reads.
  var reads: Set<Int>
  /// How it was written.
  var text: String
  /// Whether it is nothing but a variable.
  var isPlainVariable = false
  /// The variable and the name of the property that it is, where it is nothing but one.
  var property: (slot: Int, key: String)?
  /// The variable and the label that it asks for, where it asks for nothing else.
  var label: (slot: Int, label: String)?
  /// The variable that it asks to be a node, where it asks for nothing else.
  var isNodeCheck: Int?
  /// The same condition on a value, where it looks at one property of one node.
  var test: PropertyTest?
}

/// A name in the graph and its token, looked up once it is there.
final class GraphName {
  let text: String
  private var token: Token?

  init(_ text: String) { self.text = text }

  func label(_ graph: any PropertyGraph) -> Token? {
    if let token { return token }
    token = graph.labelToken(text)
    return token
  }

  func type(_ graph: any PropertyGraph) -> Token? {
    if let token { return token }
    token = graph.typeToken(text)
    return token
  }

  func key(_ graph: any PropertyGraph) -> Token? {
    if let token { return token }
    token = graph.keyToken(text)
    return token
  }
}
