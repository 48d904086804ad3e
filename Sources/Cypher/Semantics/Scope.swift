/// The variables that a clause can see.
struct Scope {
  struct Variable {
    var slot: Int
    var type: StaticType
  }

  /// The names in the order in which they came.
  private(set) var names: [String] = []
  private var variables: [String: Variable] = [:]

  subscript(name: String) -> Variable? { variables[name] }

  var namesSet: Set<String> { Set(names) }

  var isEmpty: Bool { names.isEmpty }

  mutating func declare(_ name: String, slot: Int, type: StaticType) {
    if variables[name] == nil { names.append(name) }
    variables[name] = Variable(slot: slot, type: type)
  }

  /// The slots of all variables, each once, rising.
  var slots: [Int] { Set(variables.values.map(\.slot)).sorted() }

  /// This scope with the names of another over it.
  func overlaid(with other: Scope) -> Scope {
    var result = self
    for name in other.names {
      if let variable = other[name] { result.declare(name, slot: variable.slot, type: variable.type) }
    }
    return result
  }

  func undefined(_ name: String, at position: Int) -> CypherError {
    CypherError(
      .syntax, .undefinedVariable, "The variable “\(name)” is not defined here.", at: position,
      suggestion: Suggestion.near(name, among: names))
  }
}
