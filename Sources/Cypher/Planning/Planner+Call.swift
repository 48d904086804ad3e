extension Planner {
  func planCall(_ call: ProcedureCall, isOnly: Bool, _ part: inout Part) throws {
    guard let procedure = procedures.named(call.name) else {
      throw CypherError(
        .procedure, .procedureNotFound, "There is no procedure “\(call.name)”.", at: call.position,
        suggestion: Suggestion.near(call.name, among: procedures.all.map(\.name)))
    }
    let arguments = try self.arguments(call, procedure, isOnly: isOnly, part.scope)
    guard isOnly || !call.yieldsAll else {
      throw CypherError(
        .syntax, .unexpectedSyntax, "YIELD * can only stand in a query that is nothing but the CALL.",
        at: call.position)
    }
    var yields = call.yields ?? []
    if isOnly && call.yields == nil {
      yields = procedure.results.map { .init(column: $0.name, name: Name($0.name, call.position)) }
    }
    var outputs: [(column: Int, slot: Int)] = []
    var columns: [PlannedColumn] = []
    for yield in yields {
      guard let column = procedure.results.firstIndex(where: { $0.name == yield.column }) else {
        throw CypherError(
          .syntax, .undefinedVariable, "“\(procedure.name)” has no column “\(yield.column)”.", at: yield.name.position,
          suggestion: Suggestion.near(yield.column, among: procedure.results.map(\.name)))
      }
      guard part.scope[yield.name.text] == nil else { throw alreadyBound(yield.name) }
      let slot = newSlot()
      let type = StaticType(procedure.results[column].kinds)
      part.scope.declare(yield.name.text, slot: slot, type: type)
      outputs.append((column, slot))
      columns.append(PlannedColumn(name: yield.name.text, slot: slot, type: type))
    }
    part.root = CallProcedure(part.root, procedure, arguments: arguments, outputs: outputs)
    let conditions = try bindConditions(call.filter, in: part.scope)
    if !conditions.isEmpty { part.root = FilterRows(part.root, conditions) }
    if isOnly && !columns.isEmpty { part.columns = columns }
  }

  private func arguments(
    _ call: ProcedureCall, _ procedure: Procedure, isOnly: Bool, _ scope: Scope
  ) throws -> [Evaluator] {
    guard let given = call.arguments else {
      guard isOnly || procedure.arguments.isEmpty else {
        throw CypherError(
          .syntax, .invalidArgumentPassingMode, "Inside a query the arguments of a CALL stand in brackets.",
          at: call.position)
      }
      return try procedure.arguments.prefix(procedure.required).map { argument in
        isReusable = false
        guard let value = parameters[argument.name] else {
          throw CypherError(
            .parameterMissing, .missingParameter, "The parameter $\(argument.name) was not given.", at: call.position)
        }
        return { _ in value }
      }
    }
    guard given.count >= procedure.required, given.count <= procedure.arguments.count else {
      throw CypherError(
        .syntax, .invalidNumberOfArguments, "“\(procedure.name)” takes another number of arguments.",
        at: call.position, suggestion: "\(procedure.signature)")
    }
    return try zip(given, procedure.arguments).map { expression, argument in
      let bound = try bind(expression, in: scope)
      guard bound.type.mayBe(argument.kinds) else {
        throw CypherError(
          .syntax, .invalidArgumentType,
          "“\(argument.name)” takes \(argument.type), not a value of type \(bound.type.kinds.names).",
          at: expression.position)
      }
      return bound.evaluate
    }
  }
}
