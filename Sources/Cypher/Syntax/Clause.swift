/// A whole request: a query, perhaps to be explained rather than run.
struct Statement {
  enum Mode { case run, explain, profile }
  var mode = Mode.run
  var query: Query
}

/// Parts joined by UNION.
struct Query: Equatable {
  var parts: [[Clause]]
  /// Whether the parts are joined by UNION ALL; nil where there is one part.
  var keepsDuplicates: Bool?
  var position: Int

  static func == (a: Query, b: Query) -> Bool { a.parts == b.parts && a.keepsDuplicates == b.keepsDuplicates }
}

/// A step of a query.
struct Clause: Equatable {
  var node: Node
  var position: Int

  static func == (a: Clause, b: Clause) -> Bool { a.node == b.node }

  indirect enum Node: Equatable {
    case match([PathPattern], filter: Expression?, optional: Bool)
    case unwind(Expression, Name)
    case with(Projection, filter: Expression?)
    case returning(Projection)
    case create([PathPattern])
    case merge(PathPattern, onCreate: [SetItem], onMatch: [SetItem])
    case set([SetItem])
    case remove([RemoveItem])
    case delete([Expression], detach: Bool)
    case call(ProcedureCall)
    case subquery(Query)
  }
}

/// What WITH and RETURN hand on.
struct Projection: Equatable {
  struct Item: Equatable {
    var expression: Expression
    var alias: Name?
    /// The expression as it was written.
    var text: String

    /// The name of the column.
    var name: String { alias?.text ?? text }
  }

  struct Order: Equatable {
    var expression: Expression
    var descending: Bool
  }

  var distinct = false
  var star = false
  var items: [Item] = []
  var order: [Order] = []
  var skip: Expression?
  var limit: Expression?
  var position: Int

  static func == (a: Projection, b: Projection) -> Bool {
    a.distinct == b.distinct && a.star == b.star && a.items == b.items && a.order == b.order && a.skip == b.skip
      && a.limit == b.limit
  }
}

enum SetItem: Equatable {
  /// `n.key = value`
  case property(Expression, String, Expression)
  /// `n = map`
  case replace(Name, Expression)
  /// `n += map`
  case merge(Name, Expression)
  /// `n:Label`
  case labels(Name, [String])
}

enum RemoveItem: Equatable {
  case property(Expression, String)
  case labels(Name, [String])
}

/// `CALL name(arguments) YIELD items WHERE filter`
struct ProcedureCall: Equatable {
  struct Yield: Equatable {
    var column: String
    var name: Name
  }

  var name: String
  /// Nil where the call has no brackets: arguments come from the parameters of the same names.
  var arguments: [Expression]?
  var yields: [Yield]?
  var yieldsAll = false
  var filter: Expression?
  var position: Int

  static func == (a: ProcedureCall, b: ProcedureCall) -> Bool {
    a.name == b.name && a.arguments == b.arguments && a.yields == b.yields && a.yieldsAll == b.yieldsAll
      && a.filter == b.filter
  }
}
