import GraphModel

/// Turns expressions into closures over the frame.
struct ExpressionCompiler {
  let planner: Planner
  var scope: Scope

  /// An expression as a closure; names are known to be right by now.
  func compile(_ expression: Expression) throws -> Evaluator {
    let position = expression.position
    switch expression.node {
    case .null: return { _ in .null }
    case .boolean(let truth): return constant(.boolean(truth))
    case .integer(let number): return constant(.integer(number))
    case .float(let number): return constant(.float(number))
    case .string(let text): return constant(.string(text))
    case .parameter(let name):
      return { frame in
        guard let value = frame.parameters[name] else {
          throw CypherError(
            .parameterMissing, .missingParameter, "The parameter $\(name) was not given.", at: position,
            suggestion: Suggestion.near(name, among: frame.parameters.keys.sorted()))
        }
        return value
      }
    case .slot(let slot): return { $0.slots[slot] }
    case .variable(let name):
      guard let variable = scope[name] else { throw scope.undefined(name, at: position) }
      let slot = variable.slot
      return { $0.slots[slot] }
    case .list(let items):
      let items = try items.map(compile)
      return { frame in .list(try items.map { try $0(frame) }) }
    case .map(let entries):
      let entries = try entries.map { ($0.key, try compile($0.value)) }
      return { frame in
        var map: [String: Value] = [:]
        for (key, value) in entries { map[key] = try value(frame) }
        return .map(map)
      }
    case .property(let base, let key): return try property(base, key)
    case .element(let base, let index):
      let base = try compile(base)
      let index = try compile(index)
      return { frame in try Self.element(try base(frame), try index(frame), frame, position) }
    case .slice(let base, let from, let to): return try slice(base, from, to)
    case .hasLabels(let base, let labels): return try hasLabels(base, labels)
    case .unary(let operation, let operand):
      let value = try compile(operand)
      switch operation {
      case .plus: return value
      case .minus: return { frame in try Arithmetic.negate(try value(frame), at: position) }
      case .not: return { frame in Value(try value(frame).truth(at: position).map { !$0 }) }
      }
    case .binary(let operation, let a, let b): return try binary(operation, a, b, position)
    case .comparison(let operands, let operations): return try comparison(operands, operations)
    case .connective(let connective, let operands): return try self.connective(connective, operands)
    case .isNull(let operand, let negated):
      let value = try compile(operand)
      return { frame in .boolean(try value(frame).isNull != negated) }
    case .call(let name, let arguments, _): return try call(name, arguments, position)
    case .countAll:
      throw CypherError(.syntax, .invalidAggregation, "An aggregate cannot stand here.", at: position)
    case .caseOf(let subject, let alternatives, let otherwise):
      return try caseOf(subject, alternatives, otherwise)
    case .listComprehension(let name, let list, let filter, let map):
      return try listComprehension(name, list, filter, map)
    case .quantifier(let quantifier, let name, let list, let filter):
      return try self.quantifier(quantifier, name, list, filter)
    case .reduce(let accumulator, let start, let name, let list, let step):
      return try reduce(accumulator, start, name, list, step)
    case .mapProjection(let base, let items): return try mapProjection(base, items)
    case .pattern(let pattern): return try planner.compile(pattern, in: scope)
    case .patternComprehension(let pattern, let filter, let map):
      return try planner.compileComprehension(pattern, filter: filter, map: map, in: scope)
    case .subquery(let kind, let query): return try planner.compileSubquery(kind, query, in: scope)
    }
  }

  private func constant(_ value: Value) -> Evaluator { { _ in value } }

  private func property(_ base: Expression, _ key: String) throws -> Evaluator {
    let position = base.position
    let name = GraphName(key)
    let base = try compile(base)
    return { frame in
      let value = try base(frame)
      switch value {
      case .node(let id):
        try frame.checkAlive(id)
        guard let token = name.key(frame.graph), let found = try frame.graph.property(token, of: id) else {
          return .null
        }
        return Value(found)
      case .relationship(let id):
        try frame.checkAlive(id)
        guard let token = name.key(frame.graph), let found = try frame.graph.property(token, of: id) else {
          return .null
        }
        return Value(found)
      case .map(let map): return map[key] ?? .null
      case .null: return .null
      default:
        if let field = TemporalFields.property(key, of: value) { return field }
        throw CypherError.wrongType(value, wanted: "a node, relationship or map", at: position)
      }
    }
  }

  private static func element(_ base: Value, _ index: Value, _ frame: Frame, _ position: Int) throws -> Value {
    switch (base, index) {
    case (.null, _), (_, .null): return .null
    case (.list(let items), .integer(let place)):
      let index = place < 0 ? Int(place) + items.count : Int(place)
      return items.indices.contains(index) ? items[index] : .null
    case (.list, _): throw CypherError.wrongType(index, wanted: "a whole number as an index", at: position)
    case (.map, .string(let key)), (.node, .string(let key)), (.relationship, .string(let key)):
      return try frame.properties(of: base)?[key] ?? .null
    case (.map, _), (.node, _), (.relationship, _):
      throw CypherError(
        .type, .mapElementAccessByNonString, "A key is a text, not a value of type \(index.typeName).", at: position)
    default: throw CypherError.wrongType(base, wanted: "a list or map", at: position)
    }
  }

  private func slice(_ base: Expression, _ from: Expression?, _ to: Expression?) throws -> Evaluator {
    let position = base.position
    let base = try compile(base)
    let bounds = try [from, to].map { try $0.map(compile) }
    return { frame in
      let value = try base(frame)
      var places: [Int64?] = []
      for bound in bounds {
        switch try bound?(frame) {
        case nil: places.append(nil)
        case .some(.null): return .null
        case .some(.integer(let place)): places.append(place)
        case .some(let other): throw CypherError.wrongType(other, wanted: "a whole number", at: position)
        }
      }
      if value.isNull { return .null }
      guard case .list(let items) = value else { throw CypherError.wrongType(value, wanted: "a list", at: position) }
      func place(_ bound: Int64?, _ otherwise: Int) -> Int {
        guard let bound else { return otherwise }
        let index = bound < 0 ? Int64(items.count).addingReportingOverflow(bound).partialValue : bound
        return Int(max(0, min(index, Int64(items.count))))
      }
      let start = place(places[0], 0)
      let end = place(places[1], items.count)
      return .list(start < end ? Array(items[start..<end]) : [])
    }
  }

  private func hasLabels(_ base: Expression, _ labels: [String]) throws -> Evaluator {
    let position = base.position
    let names = labels.map(GraphName.init)
    let base = try compile(base)
    return { frame in
      let value = try base(frame)
      switch value {
      case .null: return .null
      case .node(let id):
        for name in names {
          guard let token = name.label(frame.graph), try frame.graph.has(label: token, id) else {
            return .boolean(false)
          }
        }
        return .boolean(true)
      case .relationship(let id):
        guard let ends = try frame.ends(of: id) else { return .boolean(false) }
        let type = frame.graph.typeName(ends.type)
        return .boolean(names.allSatisfy { $0.text == type })
      default: throw CypherError.wrongType(value, wanted: "a node or relationship", at: position)
      }
    }
  }

  private func binary(
    _ operation: Expression.Binary, _ left: Expression, _ right: Expression, _ position: Int
  ) throws -> Evaluator {
    let a = try compile(left)
    if operation == .matches { return try matches(a, right, position) }
    let b = try compile(right)
    switch operation {
    case .add: return { try Arithmetic.add(try a($0), try b($0), at: position) }
    case .subtract: return { try Arithmetic.subtract(try a($0), try b($0), at: position) }
    case .multiply: return { try Arithmetic.multiply(try a($0), try b($0), at: position) }
    case .divide: return { try Arithmetic.divide(try a($0), try b($0), at: position) }
    case .modulo: return { try Arithmetic.modulo(try a($0), try b($0), at: position) }
    case .power: return { try Arithmetic.power(try a($0), try b($0), at: position) }
    case .startsWith: return texts(a, b) { $0.utf8.starts(with: $1.utf8) }
    case .endsWith: return texts(a, b) { $0.utf8.reversed().starts(with: $1.utf8.reversed()) }
    case .contains: return texts(a, b) { TextScan.contains($0, $1) }
    case .isIn:
      return { frame in
        let item = try a(frame)
        let list = try b(frame)
        switch list {
        case .null: return .null
        case .list(let items):
          var unknown = false
          try frame.tick(items.count)
          for other in items {
            switch Value.equals(item, other) {
            case .some(true): return .boolean(true)
            case .some(false): continue
            case nil: unknown = true
            }
          }
          return unknown ? .null : .boolean(false)
        default: throw CypherError.wrongType(list, wanted: "a list", at: position)
        }
      }
    case .matches: return { _ in .null }
    }
  }

  private func texts(
    _ a: @escaping Evaluator, _ b: @escaping Evaluator, _ test: @escaping (String, String) -> Bool
  ) -> Evaluator {
    { frame in
      guard case .string(let text) = try a(frame), case .string(let other) = try b(frame) else { return .null }
      return .boolean(test(text, other))
    }
  }

  private func matches(_ text: @escaping Evaluator, _ pattern: Expression, _ position: Int) throws -> Evaluator {
    final class Cache { var last: (text: String, pattern: RegularExpression)? }
    let cache = Cache()
    if case .string(let literal) = pattern.node {
      cache.last = (literal, try RegularExpression(literal, at: pattern.position))
    }
    let pattern = try compile(pattern)
    return { frame in
      guard case .string(let subject) = try text(frame), case .string(let source) = try pattern(frame) else {
        return .null
      }
      if let last = cache.last, last.text == source { return .boolean(try last.pattern.matches(subject, frame.tick)) }
      let compiled = try RegularExpression(source, at: position)
      cache.last = (source, compiled)
      return .boolean(try compiled.matches(subject, frame.tick))
    }
  }

  private func comparison(_ operands: [Expression], _ operations: [Expression.Comparison]) throws -> Evaluator {
    let values = try operands.map(compile)
    if operations.count == 1 {
      let (a, b, operation) = (values[0], values[1], operations[0])
      if operation == .equal { return { Value(Value.equals(try a($0), try b($0))) } }
      if operation == .notEqual { return { Value(Value.equals(try a($0), try b($0)).map { !$0 }) } }
      return { Value(Self.compare(try a($0), try b($0), operation)) }
    }
    return { frame in
      var unknown = false
      var left = try values[0](frame)
      for (index, operation) in operations.enumerated() {
        let right = try values[index + 1](frame)
        switch Self.compare(left, right, operation) {
        case .some(false): return .boolean(false)
        case nil: unknown = true
        case .some(true): break
        }
        left = right
      }
      return unknown ? .null : .boolean(true)
    }
  }

  private static func compare(_ a: Value, _ b: Value, _ operation: Expression.Comparison) -> Bool? {
    if operation == .equal { return Value.equals(a, b) }
    if operation == .notEqual { return Value.equals(a, b).map { !$0 } }
    switch Value.compare(a, b) {
    case .unknown: return nil
    case .unordered: return false
    case .ordered(let ordering):
      switch operation {
      case .less: return ordering == .before
      case .lessOrEqual: return ordering != .after
      case .greater: return ordering == .after
      case .greaterOrEqual: return ordering != .before
      case .equal, .notEqual: return nil
      }
    }
  }

  private func connective(_ connective: Expression.Connective, _ operands: [Expression]) throws -> Evaluator {
    let position = operands[0].position
    let values = try operands.map(compile)
    switch connective {
    case .and, .or:
      let decisive = connective == .or
      return { frame in
        var unknown = false
        for value in values {
          switch try value(frame).truth(at: position) {
          case .some(decisive): return .boolean(decisive)
          case nil: unknown = true
          default: break
          }
        }
        return unknown ? .null : .boolean(!decisive)
      }
    case .xor:
      return { frame in
        var result = false
        var unknown = false
        for value in values {
          if let truth = try value(frame).truth(at: position) { result = result != truth } else { unknown = true }
        }
        return unknown ? .null : .boolean(result)
      }
    }
  }

  private func call(_ name: String, _ arguments: [Expression], _ position: Int) throws -> Evaluator {
    guard let function = CypherFunction.named(name) else {
      throw CypherError(.syntax, .unknownFunction, "There is no function “\(name)”.", at: position)
    }
    let values = try arguments.map(compile)
    let body = function.body
    let run: Evaluator
    if values.count == 1 {
      let value = values[0]
      run = { frame in try body([try value(frame)], frame) }
    } else {
      run = { frame in try body(try values.map { try $0(frame) }, frame) }
    }
    return { frame in
      do {
        return try run(frame)
      } catch var error as CypherError {
        if error.offset == nil { error.offset = position }
        throw error
      }
    }
  }

  private func caseOf(
    _ subject: Expression?, _ alternatives: [Expression.Alternative], _ otherwise: Expression?
  ) throws -> Evaluator {
    let subject = try subject.map(compile)
    let branches = try alternatives.map { (try compile($0.when), try compile($0.then)) }
    let otherwise = try otherwise.map(compile)
    return { frame in
      let wanted = try subject?(frame)
      for (when, then) in branches {
        let value = try when(frame)
        if let wanted {
          if Value.equals(wanted, value) == true { return try then(frame) }
        } else if case .boolean(true) = value {
          return try then(frame)
        }
      }
      return try otherwise?(frame) ?? .null
    }
  }
}
