/// A function that a query can call by name.
struct CypherFunction: Sendable {
  typealias Kinds = StaticType.Kinds
  typealias Body = @Sendable (_ arguments: [Value], _ frame: Frame) throws -> Value

  /// The name as it is written in the documentation; matched without regard to case.
  var name: String
  /// Names and types of the arguments, as shown to people: `list :: List, …`.
  var signature: String
  /// What each argument may be, as far as it is checked before the query runs.
  var parameters: [Kinds]
  /// How many arguments must be there.
  var required: Int
  /// Whether the last parameter may be repeated.
  var isVariadic = false
  /// What it yields.
  var result: StaticType
  /// What it does, in a sentence.
  var summary: String
  /// A call with its result.
  var example: String
  /// Whether the same arguments give the same result.
  var isDeterministic = true
  var body: Body

  init(
    _ name: String, _ signature: String, _ parameters: [Kinds], required: Int? = nil, variadic: Bool = false,
    _ result: StaticType, _ summary: String, example: String, deterministic: Bool = true, _ body: @escaping Body
  ) {
    self.name = name
    self.signature = signature
    self.parameters = parameters
    self.required = required ?? parameters.count
    self.isVariadic = variadic
    self.result = result
    self.summary = summary
    self.example = example
    self.isDeterministic = deterministic
    self.body = body
  }

  /// A function of one argument that hands null on.
  static func unary(
    _ name: String, _ signature: String, _ parameter: Kinds, _ result: StaticType, _ summary: String, example: String,
    _ body: @escaping @Sendable (Value, Frame) throws -> Value
  ) -> CypherFunction {
    CypherFunction(name, signature, [parameter], result, summary, example: example) { arguments, frame in
      arguments[0].isNull ? .null : try body(arguments[0], frame)
    }
  }

  /// Every function, by its name in small letters.
  static let all: [String: CypherFunction] = {
    let families =
      graphFunctions + listFunctions + conversionFunctions + mathematicalFunctions + textFunctions + temporalFunctions
    return Dictionary(uniqueKeysWithValues: families.map { ($0.name.lowercased(), $0) })
  }()

  /// Names that mean another function.
  static let aliases = [
    "upper": "toupper", "lower": "tolower", "rels": "relationships", "char_length": "size", "character_length": "size",
    "ceiling": "ceil",
  ]

  static func named(_ name: String) -> CypherFunction? {
    let key = name.lowercased()
    return all[aliases[key] ?? key]
  }
}

/// A function that makes one value of many rows.
enum Aggregate: String, CaseIterable {
  case count, sum, avg, min, max, collect
  case stDev = "stdev"
  case stDevP = "stdevp"
  case percentileCont = "percentilecont"
  case percentileDisc = "percentiledisc"

  init?(name: String) { self.init(rawValue: name.lowercased()) }

  var argumentCount: Int { self == .percentileCont || self == .percentileDisc ? 2 : 1 }

  func result(of argument: StaticType) -> StaticType {
    switch self {
    case .count: .integer
    case .sum: StaticType(argument.kinds.isEmpty ? .number : argument.kinds)
    case .avg, .stDev, .stDevP, .percentileCont: StaticType([.float, .duration])
    case .percentileDisc: .number
    case .min, .max: argument.kinds.isEmpty ? .any : argument
    case .collect: .list(of: argument.kinds.isEmpty ? .any : argument.kinds)
    }
  }
}
