extension CypherFunction {
  /// Functions of lists, and those that choose among values.
  static let listFunctions: [CypherFunction] = [
    .unary(
      "size", "value :: List | String | Map", [.list, .string, .map], .integer,
      "The number of items of a list, characters of a text or entries of a map.", example: "size([1, 2]) → 2"
    ) { value, _ in
      switch value {
      case .list(let items): return .integer(Int64(items.count))
      case .string(let text): return .integer(Int64(text.unicodeScalars.count))
      case .map(let entries): return .integer(Int64(entries.count))
      default: throw CypherError.wrongType(value, wanted: "a list or text")
      }
    },
    .unary(
      "isEmpty", "value :: List | String | Map", [.list, .string, .map], .boolean,
      "Whether a list, text or map holds nothing.", example: "isEmpty([]) → true"
    ) { value, _ in
      switch value {
      case .list(let items): return .boolean(items.isEmpty)
      case .string(let text): return .boolean(text.isEmpty)
      case .map(let entries): return .boolean(entries.isEmpty)
      default: throw CypherError.wrongType(value, wanted: "a list, text or map")
      }
    },
    .unary("head", "list :: List", [.list], .any, "The first item of a list.", example: "head([1, 2]) → 1") {
      value, _ in try items(value).first ?? .null
    },
    .unary("last", "list :: List", [.list], .any, "The last item of a list.", example: "last([1, 2]) → 2") {
      value, _ in try items(value).last ?? .null
    },
    .unary(
      "tail", "list :: List", [.list], .list(of: .any), "All items but the first.", example: "tail([1, 2, 3]) → [2, 3]"
    ) { value, _ in .list(Array(try items(value).dropFirst())) },
    .unary(
      "reverse", "value :: List | String", [.list, .string], StaticType([.list, .string]),
      "A list or text from its end to its start.", example: "reverse([1, 2]) → [2, 1]"
    ) { value, _ in
      switch value {
      case .list(let items): return .list(items.reversed())
      case .string(let text):
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.reversed())
        return .string(String(scalars))
      default: throw CypherError.wrongType(value, wanted: "a list or text")
      }
    },
    CypherFunction(
      "range", "start :: Integer, end :: Integer, step :: Integer = 1", [.any, .any, .any], required: 2,
      .list(of: .integer), "The whole numbers from a start to an end, both in it.",
      example: "range(0, 6, 2) → [0, 2, 4, 6]"
    ) { arguments, frame in
      let range = try IntegerRange(arguments)
      try frame.reserve(bytes: Int(min(range.count, 1 << 40)) * MemoryLayout<Value>.stride)
      var items: [Value] = []
      items.reserveCapacity(Int(range.count))
      _ = try range.forEach { number in
        try frame.tick()
        items.append(.integer(number))
        return true
      }
      return .list(items)
    },
    CypherFunction(
      "coalesce", "value :: Any, …", [.any], variadic: true, .any, "The first value that is not null.",
      example: "coalesce(null, 1) → 1"
    ) { arguments, _ in arguments.first { !$0.isNull } ?? .null },
    CypherFunction(
      "nullIf", "value :: Any, other :: Any", [.any, .any], .any, "Null where both are equal, else the first.",
      example: "nullIf(1, 1) → null"
    ) { arguments, _ in Value.equals(arguments[0], arguments[1]) == true ? .null : arguments[0] },
  ]

  private static func items(_ value: Value) throws -> [Value] {
    guard case .list(let items) = value else { throw CypherError.wrongType(value, wanted: "a list") }
    return items
  }
}

/// The numbers that `range` yields.
struct IntegerRange {
  private let first: Int64
  private let step: Int64
  /// How many there are; the greatest number where there are more.
  let count: UInt64

  /// Reads the arguments of `range`; throws `CypherError` where they are not two or three whole numbers.
  init(_ arguments: [Value]) throws {
    var numbers: [Int64] = []
    for argument in arguments {
      guard case .integer(let number) = argument else {
        throw CypherError(
          .argument, .invalidArgumentType, "range takes whole numbers, not a value of type \(argument.typeName).")
      }
      numbers.append(number)
    }
    first = numbers[0]
    step = numbers.count > 2 ? numbers[2] : 1
    guard step != 0 else { throw CypherError(.argument, .numberOutOfRange, "The step of range cannot be 0.") }
    let (low, high) = step > 0 ? (first, numbers[1]) : (numbers[1], first)
    guard low <= high else {
      count = 0
      return
    }
    let distance = UInt64(bitPattern: high) &- UInt64(bitPattern: low)
    let steps = distance / step.magnitude
    count = steps == .max ? .max : steps + 1
  }

  /// Calls `body` for each number until it returns false; then returns false too.
  func forEach(_ body: (Int64) throws -> Bool) rethrows -> Bool {
    var number = first
    var left = count
    while left > 0 {
      if try !body(number) { return false }
      left -= 1
      number &+= step
    }
    return true
  }
}
