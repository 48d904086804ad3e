extension ExpressionCompiler {
  /// A compiler that knows one name more, and the name's slot.
  private func naming(_ name: Name) -> (ExpressionCompiler, Int) {
    var inner = self
    let slot = planner.newSlot()
    inner.scope.declare(name.text, slot: slot, type: .any)
    return (inner, slot)
  }

  /// Hands the items of a list on one by one until `next` returns false; nil for null, else whether all were wanted.
  typealias ItemSource = (_ frame: Frame, _ next: (Value) throws -> Bool) throws -> Bool?

  /// The items of a list; those of `range` and of list comprehensions are computed one at a time, so that a long list
  /// that is only walked through takes no memory.
  ///
  /// - Parameter takesAny: whether a value that is no list stands for a list of itself.
  func items(_ list: Expression, takesAny: Bool = false) throws -> ItemSource {
    if let source = try lazyItems(list) { return source }
    let position = list.position
    let list = try compile(list)
    return { frame, next in
      switch try list(frame) {
      case .null: return nil
      case .list(let items):
        for item in items {
          try frame.tick()
          if try !next(item) { return false }
        }
        return true
      case let other:
        if takesAny { return try next(other) }
        throw CypherError.wrongType(other, wanted: "a list", at: position)
      }
    }
  }

  private func lazyItems(_ list: Expression) throws -> ItemSource? {
    switch list.node {
    case .call(let name, let arguments, _) where name.lowercased() == "range":
      let position = list.position
      let values = try arguments.map(compile)
      return { frame, next in
        let range: IntegerRange
        do {
          range = try IntegerRange(try values.map { try $0(frame) })
        } catch var error as CypherError {
          if error.offset == nil { error.offset = position }
          throw error
        }
        return try range.forEach { number in
          try frame.tick()
          return try next(.integer(number))
        }
      }
    case .listComprehension(let name, let list, let filter, let map):
      let (inner, slot) = naming(name)
      let source = try items(list)
      let position = list.position
      let filter = try filter.map(inner.compile)
      let map = try map.map(inner.compile)
      return { frame, next in
        try source(frame) { item in
          frame.slots[slot] = item
          if let filter, try filter(frame).truth(at: position) != true { return true }
          return try next(try map?(frame) ?? item)
        }
      }
    default: return nil
    }
  }

  func listComprehension(
    _ name: Name, _ list: Expression, _ filter: Expression?, _ map: Expression?
  ) throws -> Evaluator {
    let whole = Expression(
      node: .listComprehension(name, list, filter: filter, map: map), position: list.position, end: list.end,
      height: list.height)
    let source = try items(whole)
    return { frame in
      var result: [Value] = []
      var weight = 0
      let found = try source(frame) { item in
        weight += MemoryLayout<Value>.stride + item.weight
        if result.count & 0xFFF == 0 { try frame.reserve(bytes: weight) }
        result.append(item)
        return true
      }
      return found == nil ? .null : .list(result)
    }
  }

  func quantifier(
    _ quantifier: Expression.Quantifier, _ name: Name, _ list: Expression, _ filter: Expression?
  ) throws -> Evaluator {
    let position = list.position
    let (inner, slot) = naming(name)
    let source = try items(list)
    let filter = try filter.map(inner.compile)
    return { frame in
      var holds = 0
      var unknown = 0
      var early: Bool?
      let found = try source(frame) { item in
        frame.slots[slot] = item
        let truth = try filter.map { try $0(frame).truth(at: position) } ?? item.truth(at: position)
        switch (truth, quantifier) {
        case (.some(true), .any): early = true
        case (.some(true), .none): early = false
        case (.some(false), .all): early = false
        case (.some(true), _): holds += 1
        case (nil, _): unknown += 1
        case (.some(false), _): break
        }
        if quantifier == .single && holds > 1 { early = false }
        return early == nil
      }
      if let early { return .boolean(early) }
      if found == nil || unknown > 0 { return .null }
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
    let (outer, slot) = naming(name)
    let (inner, total) = outer.naming(accumulator)
    let start = try compile(start)
    let source = try items(list)
    let step = try inner.compile(step)
    return { frame in
      var result = try start(frame)
      let found = try source(frame) { item in
        frame.slots[slot] = item
        frame.slots[total] = result
        result = try step(frame)
        return true
      }
      return found == nil ? .null : result
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
