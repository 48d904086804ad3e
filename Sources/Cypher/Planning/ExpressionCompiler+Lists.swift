extension ExpressionCompiler {
  /// A compiler that knows one name more, and the name's slot.
  private func naming(_ name: Name) -> (ExpressionCompiler, Int) {
    var inner = self
    let slot = planner.newSlot()
    inner.scope.declare(name.text, slot: slot, type: .any)
    return (inner, slot)
  }

  /// The items of a list; nil for null.
  private static func items(_ value: Value, _ position: Int) throws -> [Value]? {
    switch value {
    case .null: return nil
    case .list(let items): return items
    default: throw CypherError.wrongType(value, wanted: "a list", at: position)
    }
  }

  func listComprehension(
    _ name: Name, _ list: Expression, _ filter: Expression?, _ map: Expression?
  ) throws -> Evaluator {
    let position = list.position
    let (inner, slot) = naming(name)
    let list = try compile(list)
    let filter = try filter.map(inner.compile)
    let map = try map.map(inner.compile)
    return { frame in
      guard let items = try Self.items(try list(frame), position) else { return .null }
      var result: [Value] = []
      for item in items {
        try frame.tick()
        frame.slots[slot] = item
        if let filter, try filter(frame).truth(at: position) != true { continue }
        result.append(try map?(frame) ?? item)
      }
      return .list(result)
    }
  }

  func quantifier(
    _ quantifier: Expression.Quantifier, _ name: Name, _ list: Expression, _ filter: Expression?
  ) throws -> Evaluator {
    let position = list.position
    let (inner, slot) = naming(name)
    let list = try compile(list)
    let filter = try filter.map(inner.compile)
    return { frame in
      guard let items = try Self.items(try list(frame), position) else { return .null }
      var holds = 0
      var unknown = 0
      for item in items {
        try frame.tick()
        frame.slots[slot] = item
        let truth = try filter.map { try $0(frame).truth(at: position) } ?? item.truth(at: position)
        switch (truth, quantifier) {
        case (.some(true), .any): return .boolean(true)
        case (.some(true), .none): return .boolean(false)
        case (.some(false), .all): return .boolean(false)
        case (.some(true), _): holds += 1
        case (nil, _): unknown += 1
        case (.some(false), _): break
        }
        if quantifier == .single && holds > 1 { return .boolean(false) }
      }
      if unknown > 0 { return .null }
      switch quantifier {
      case .all, .none: return .boolean(true)
      case .any: return .boolean(false)
      case .single: return .boolean(holds == 1)
      }
    }
  }

  func reduce(
    _ accumulator: Name, _ start: Expression, _ name: Name, _ list: Expression, _ step: Expression
  ) throws -> Evaluator {
    let position = list.position
    let (outer, slot) = naming(name)
    let (inner, total) = outer.naming(accumulator)
    let start = try compile(start)
    let list = try compile(list)
    let step = try inner.compile(step)
    return { frame in
      var result = try start(frame)
      guard let items = try Self.items(try list(frame), position) else { return .null }
      for item in items {
        try frame.tick()
        frame.slots[slot] = item
        frame.slots[total] = result
        result = try step(frame)
      }
      return result
    }
  }

  func mapProjection(_ base: Expression, _ items: [Expression.ProjectionItem]) throws -> Evaluator {
    let position = base.position
    let base = try compile(base)
    var parts: [(key: String?, value: Evaluator?)] = []
    for item in items {
      switch item {
      case .property(let key): parts.append((key, nil))
      case .allProperties: parts.append((nil, nil))
      case .entry(let entry): parts.append((entry.key, try compile(entry.value)))
      }
    }
    return { frame in
      let value = try base(frame)
      if value.isNull { return .null }
      guard let all = try frame.properties(of: value) else {
        throw CypherError.wrongType(value, wanted: "a node, relationship or map", at: position)
      }
      var result: [String: Value] = [:]
      for (key, value) in parts {
        if let key {
          result[key] = try value?(frame) ?? all[key] ?? .null
        } else {
          result.merge(all) { _, new in new }
        }
      }
      return .map(result)
    }
  }
}
