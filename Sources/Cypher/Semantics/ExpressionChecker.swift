/// Finds the type of an expression and what is wrong with it before it runs.
struct ExpressionChecker {
  var scope: Scope
  var procedures: ProcedureRegistry
  /// Whether aggregates may stand here.
  var allowsAggregates = false
  /// Whether a bare pattern may stand here: where a truth value is asked for.
  var allowsPattern = false
  private var inAggregate = false

  init(scope: Scope, procedures: ProcedureRegistry, allowsAggregates: Bool = false, allowsPattern: Bool = false) {
    self.scope = scope
    self.procedures = procedures
    self.allowsAggregates = allowsAggregates
    self.allowsPattern = allowsPattern
  }

  private func mismatch(_ wanted: CypherMessage, _ type: StaticType, _ position: Int) -> CypherError {
    CypherError(
      .syntax, .invalidArgumentType, "Expected \(wanted) but got a value of type \(type.kinds.names).", at: position)
  }

  /// The type of an operand that must be able to be of some kinds.
  private func operand(
    _ expression: Expression, _ kinds: StaticType.Kinds, pattern: Bool = false
  ) throws(CypherError) -> StaticType {
    var checker = self
    checker.allowsPattern = pattern
    let type = try checker.type(of: expression)
    guard type.mayBe(kinds) else { throw mismatch("\(kinds.names)", type, expression.position) }
    return type
  }

  private func plain(_ expression: Expression) throws(CypherError) -> StaticType { try operand(expression, .any) }

  /// The checker inside a comprehension that names the items of a list.
  private func inside(_ name: Name, _ element: StaticType.Kinds) -> ExpressionChecker {
    var checker = self
    checker.scope.declare(name.text, slot: -1, type: StaticType(element == .none ? .any : element))
    checker.allowsAggregates = false
    return checker
  }

  func type(of expression: Expression) throws(CypherError) -> StaticType {
    switch expression.node {
    case .null: return .null
    case .boolean: return .boolean
    case .integer: return .integer
    case .float: return .float
    case .string: return .string
    case .parameter, .slot: return .any
    case .variable(let name):
      guard let variable = scope[name] else { throw scope.undefined(name, at: expression.position) }
      return variable.type
    case .list(let items):
      var element = StaticType.Kinds.none
      for item in items {
        let type = try plain(item)
        element.formUnion(type.kinds)
      }
      return .list(of: element)
    case .map(let entries):
      for entry in entries { _ = try plain(entry.value) }
      return .map
    case .property(let base, _):
      let type = try plain(base)
      if type.kinds == .path { throw mismatch("a node, relationship or map", type, base.position) }
      if type.kinds == .node || type.kinds == .relationship { return StaticType(.property) }
      if type.kinds != .none && type.kinds.isDisjoint(with: [.node, .relationship, .map, .temporal, .duration]) {
        throw CypherError(
          .type, .invalidArgumentType, "A value of type \(type.kinds.names) has no properties.", at: base.position)
      }
      return .any
    case .element(let base, let index):
      let type = try plain(base)
      _ = try plain(index)
      return type.kinds == .list ? StaticType(type.element == .none ? .any : type.element) : .any
    case .slice(let base, let from, let to):
      let type = try operand(base, .list)
      if let from { _ = try operand(from, .integer) }
      if let to { _ = try operand(to, .integer) }
      return StaticType(.list, element: type.element)
    case .hasLabels(let base, _):
      _ = try operand(base, [.node, .relationship])
      return .boolean
    case .unary(.not, let operand):
      _ = try self.operand(operand, .boolean, pattern: true)
      return .boolean
    case .unary(_, let operand): return StaticType(try self.operand(operand, [.integer, .float, .duration]).kinds)
    case .binary(let operation, let a, let b): return try binary(operation, a, b)
    case .comparison(let operands, _):
      for operand in operands { _ = try plain(operand) }
      return .boolean
    case .connective(_, let operands):
      for operand in operands { _ = try self.operand(operand, .boolean, pattern: true) }
      return .boolean
    case .isNull(let operand, _):
      _ = try plain(operand)
      return .boolean
    case .countAll:
      try checkAggregate(expression)
      return .integer
    case .call(let name, let arguments, _): return try call(name, arguments, expression)
    case .caseOf(let subject, let alternatives, let otherwise):
      if let subject { _ = try plain(subject) }
      var result = try otherwise.map { (other) throws(CypherError) in try plain(other) } ?? .null
      for alternative in alternatives {
        _ = subject == nil ? try operand(alternative.when, .boolean, pattern: true) : try plain(alternative.when)
        result = .union(result, try plain(alternative.then))
      }
      return result
    case .listComprehension(let name, let list, let filter, let map):
      let type = try operand(list, .list)
      let checker = inside(name, type.element)
      if let filter { _ = try checker.operand(filter, .boolean, pattern: true) }
      guard let map else { return .list(of: type.element) }
      return .list(of: try checker.plain(map).kinds)
    case .quantifier(_, let name, let list, let filter):
      let type = try operand(list, .list)
      if let filter { _ = try inside(name, type.element).operand(filter, .boolean, pattern: true) }
      return .boolean
    case .reduce(let accumulator, let start, let name, let list, let step):
      _ = try plain(start)
      let type = try operand(list, .list)
      _ = try inside(name, type.element).inside(accumulator, .any).plain(step)
      return .any
    case .mapProjection(let base, let items):
      _ = try operand(base, [.node, .relationship, .map])
      for case .entry(let entry) in items { _ = try plain(entry.value) }
      return .map
    case .pattern(let pattern):
      guard allowsPattern || pattern.kind != .plain else {
        throw CypherError(
          .syntax, .unexpectedSyntax, "A pattern can only be a condition here.", at: expression.position,
          suggestion: "[… | …] lists what a pattern finds, COUNT { … } counts it.")
      }
      try check(pattern)
      return pattern.kind == .plain ? .boolean : pattern.kind == .shortest ? .path : .list(of: .path)
    case .patternComprehension(let pattern, let filter, let map):
      var checker = self
      checker.allowsAggregates = false
      try checker.declare(pattern)
      if let filter { _ = try checker.operand(filter, .boolean, pattern: true) }
      return .list(of: try checker.plain(map).kinds)
    case .subquery(let kind, _):
      return kind == .exists ? .boolean : kind == .count ? .integer : .list(of: .any)
    }
  }

  private func binary(
    _ operation: Expression.Binary, _ a: Expression, _ b: Expression
  ) throws(CypherError) -> StaticType {
    switch operation {
    case .startsWith, .endsWith, .contains, .matches:
      // What is not a text is not found rather than refused.
      _ = try plain(a)
      _ = try plain(b)
      return .boolean
    case .isIn:
      _ = try plain(a)
      _ = try operand(b, .list)
      return .boolean
    case .add:
      let left = try plain(a)
      let right = try plain(b)
      if left.kinds == .list || right.kinds == .list { return .list(of: .any) }
      if !left.kinds.isEmpty && !right.kinds.isEmpty, StaticType.Kinds.number.isSuperset(of: left.kinds),
        StaticType.Kinds.number.isSuperset(of: right.kinds)
      {
        return number(left, right)
      }
      let addable: StaticType.Kinds = [.integer, .float, .string, .list, .temporal, .duration, .boolean]
      for (type, part) in [(left, a), (right, b)] where !type.mayBe(addable) {
        throw mismatch("\(addable.names)", type, part.position)
      }
      if left.kinds == .string || right.kinds == .string { return StaticType([.string, .list]) }
      return .any
    case .subtract, .multiply, .divide, .modulo, .power:
      let kinds: StaticType.Kinds = [.integer, .float, .temporal, .duration]
      let left = try operand(a, operation == .modulo || operation == .power ? .number : kinds)
      let right = try operand(b, operation == .modulo || operation == .power ? .number : kinds)
      if operation == .power { return .float }
      return number(left, right)
    }
  }

  private func number(_ a: StaticType, _ b: StaticType) -> StaticType {
    let both = a.kinds.union(b.kinds)
    if a.kinds == .integer && b.kinds == .integer { return .integer }
    if StaticType.Kinds.number.isSuperset(of: both) && !both.isEmpty {
      return a.kinds == .float || b.kinds == .float ? .float : .number
    }
    return StaticType([.integer, .float, .temporal, .duration])
  }

  private func checkAggregate(_ expression: Expression) throws(CypherError) {
    if inAggregate {
      throw CypherError(
        .syntax, .nestedAggregation, "An aggregate cannot stand inside another.", at: expression.position)
    }
    guard allowsAggregates else {
      throw CypherError(
        .syntax, .invalidAggregation, "An aggregate cannot stand here.", at: expression.position,
        suggestion: "Compute it in a WITH before.")
    }
  }

  private func call(
    _ name: String, _ arguments: [Expression], _ expression: Expression
  ) throws(CypherError) -> StaticType {
    if let aggregate = Aggregate(name: name) {
      try checkAggregate(expression)
      guard arguments.count == aggregate.argumentCount else { throw wrongCount(name, expression) }
      var checker = self
      checker.inAggregate = true
      let type = try checker.plain(arguments[0])
      for argument in arguments {
        if let random = argument.firstCall(where: { CypherFunction.named($0)?.name == "rand" }) {
          throw CypherError(
            .syntax, .nonConstantExpression, "A random value cannot be aggregated.", at: random.position)
        }
      }
      if arguments.count > 1 { _ = try checker.operand(arguments[1], .number) }
      return aggregate.result(of: type)
    }
    guard let function = CypherFunction.named(name) else {
      throw CypherError(
        .syntax, .unknownFunction, "There is no function “\(name)”.", at: expression.position,
        suggestion: Suggestion.near(
          name, among: CypherFunction.all.values.map(\.name).sorted() + Aggregate.allCases.map(\.rawValue)))
    }
    guard arguments.count >= function.required,
      function.isVariadic || arguments.count <= function.parameters.count
    else { throw wrongCount(name, expression) }
    let isExists = function.name == "exists"
    var first: StaticType?
    for (index, argument) in arguments.enumerated() {
      let kinds = function.parameters[min(index, function.parameters.count - 1)]
      let type = try operand(argument, kinds, pattern: isExists)
      if first == nil { first = type }
    }
    // Functions that hand on part of a list know what its items are.
    if let first, first.kinds == .list {
      switch function.name {
      case "head", "last": return StaticType(first.element == .none ? .any : first.element)
      case "tail", "reverse": return first
      default: break
      }
    }
    return function.result
  }

  private func wrongCount(_ name: String, _ expression: Expression) -> CypherError {
    let signature = CypherFunction.named(name).map { " It is called as \($0.name)(\($0.signature))." } ?? ""
    return CypherError(
      .syntax, .invalidNumberOfArguments, "“\(name)” takes another number of arguments.\(signature)",
      at: expression.position)
  }

  /// Checks a pattern of which every variable must be known.
  private func check(_ pattern: PathPattern) throws(CypherError) {
    let names: [(Name?, StaticType.Kinds)] =
      pattern.nodes.map { ($0.variable, .node) }
      + pattern.relationships.map { ($0.variable, $0.length == nil ? .relationship : .list) }
    for case (let name?, let kinds) in names {
      guard let variable = scope[name.text] else { throw scope.undefined(name.text, at: name.position) }
      guard variable.type.mayBe(kinds) else { throw conflict(name, variable.type, kinds) }
    }
    for expression in pattern.expressions { _ = try plain(expression) }
  }

  /// Checks a pattern that may bring new variables, and declares them.
  private mutating func declare(_ pattern: PathPattern) throws(CypherError) {
    let names: [(Name?, StaticType)] =
      pattern.nodes.map { ($0.variable, .node) }
      + pattern.relationships.map { ($0.variable, $0.length == nil ? .relationship : .list(of: .relationship)) }
    for case (let name?, let type) in names {
      if let variable = scope[name.text] {
        guard variable.type.mayBe(type.kinds) else { throw conflict(name, variable.type, type.kinds) }
      } else {
        scope.declare(name.text, slot: -1, type: type)
      }
    }
    for expression in pattern.expressions { _ = try plain(expression) }
    if let name = pattern.variable { scope.declare(name.text, slot: -1, type: .path) }
  }

  private func conflict(_ name: Name, _ type: StaticType, _ wanted: StaticType.Kinds) -> CypherError {
    CypherError(
      .syntax, .variableTypeConflict,
      "“\(name.text)” is of type \(type.kinds.names) but is used as \(wanted.names).", at: name.position)
  }
}

extension Expression {
  /// Whether an aggregate stands somewhere inside.
  var hasAggregate: Bool {
    switch node {
    case .countAll: return true
    case .call(let name, _, _) where Aggregate(name: name) != nil: return true
    default: return children.contains { $0.hasAggregate }
    }
  }

  /// The first call inside of a function with a name.
  func firstCall(where matches: (String) -> Bool) -> Expression? {
    if case .call(let name, _, _) = node, matches(name) { return self }
    for child in children { if let found = child.firstCall(where: matches) { return found } }
    return nil
  }

  /// The names of the variables inside, also of those that it declares itself; nil where a subquery hides them.
  var variableNames: Set<String>? {
    var names: Set<String> = []
    switch node {
    case .subquery: return nil
    case .variable(let name): names.insert(name)
    case .pattern(let pattern), .patternComprehension(let pattern, _, _):
      names.formUnion(pattern.nodes.compactMap { $0.variable?.text })
      names.formUnion(pattern.relationships.compactMap { $0.variable?.text })
    default: break
    }
    for child in children {
      guard let inner = child.variableNames else { return nil }
      names.formUnion(inner)
    }
    return names
  }
}
