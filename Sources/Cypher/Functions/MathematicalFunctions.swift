import Glibc

extension CypherFunction {
  /// Functions of numbers.
  static let mathematicalFunctions: [CypherFunction] =
    [
      .unary("abs", "number :: Number", .number, .number, "The number without its sign.", example: "abs(-1) → 1") {
        value, _ in
        switch value {
        case .integer(.min): throw CypherError(.arithmetic, .integerOverflow, "The result does not fit in 64 bits.")
        case .integer(let number): return .integer(abs(number))
        case .float(let number): return .float(abs(number))
        default: throw CypherError.wrongType(value, wanted: "a number")
        }
      },
      .unary(
        "sign", "number :: Number", .number, .integer, "-1, 0 or 1 as the number is below, at or above zero.",
        example: "sign(-2.5) → -1"
      ) { value, _ in
        guard let number = Arithmetic.number(value) else { throw CypherError.wrongType(value, wanted: "a number") }
        return .integer(number > 0 ? 1 : number < 0 ? -1 : 0)
      },
      CypherFunction(
        "round", "number :: Number, precision :: Integer = 0", [.number, .integer], required: 1, .float,
        "The nearest number with so many digits after the point; halves go up.", example: "round(3.14159, 2) → 3.14"
      ) { arguments, _ in
        if arguments.contains(where: \.isNull) { return .null }
        guard let number = Arithmetic.number(arguments[0]) else {
          throw CypherError.wrongType(arguments[0], wanted: "a number")
        }
        guard arguments.count > 1 else { return .float((number + 0.5).rounded(.down)) }
        guard case .integer(let digits) = arguments[1], (0...15).contains(digits) else {
          throw CypherError(.argument, .numberOutOfRange, "The precision of round is 0 to 15.")
        }
        let scale = pow(10, Double(digits))
        return .float((number * scale).rounded(.toNearestOrAwayFromZero) / scale)
      },
      CypherFunction(
        "atan2", "y :: Number, x :: Number", [.number, .number], .float, "The angle of a point, in radians.",
        example: "atan2(0.0, 1.0) → 0.0"
      ) { arguments, _ in
        if arguments.contains(where: \.isNull) { return .null }
        guard let y = Arithmetic.number(arguments[0]), let x = Arithmetic.number(arguments[1]) else {
          throw CypherError.wrongType(arguments[0], wanted: "two numbers")
        }
        return .float(atan2(y, x))
      },
      CypherFunction(
        "pi", "", [], .float, "The ratio of a circle's circumference to its diameter.",
        example: "pi() → 3.141592653589793"
      ) {
        _, _ in .float(Double.pi)
      },
      CypherFunction("e", "", [], .float, "The base of the natural logarithm.", example: "e() → 2.718281828459045") {
        _, _ in .float(M_E)
      },
      CypherFunction(
        "rand", "", [], .float, "A random number from 0 up to but not including 1.", example: "rand() → 0.42",
        deterministic: false
      ) { _, _ in .float(Double.random(in: 0..<1)) },
      .unary(
        "isNaN", "number :: Number", .number, .boolean, "Whether the number is not a number.",
        example: "isNaN(0.0 / 0.0) → true"
      ) { value, _ in .boolean(value.isNaN) },
    ]
    + curves.map { curve in
      .unary(
        curve.name, "number :: Number", .number, .float, curve.summary, example: "\(curve.name)(\(curve.argument))"
      ) { value, _ in
        guard let number = Arithmetic.number(value) else { throw CypherError.wrongType(value, wanted: "a number") }
        return .float(curve.body(number))
      }
    }

  /// Functions of one number.
  private static let curves: [(name: String, summary: String, argument: String, body: @Sendable (Double) -> Double)] = [
    ("ceil", "The least whole number that is not less.", "1.2", { $0.rounded(.up) }),
    ("floor", "The greatest whole number that is not more.", "1.8", { $0.rounded(.down) }),
    ("sqrt", "The square root.", "2.0", { $0.squareRoot() }),
    ("exp", "e to the power of the number.", "1.0", { exp($0) }),
    ("log", "The natural logarithm.", "2.0", { log($0) }),
    ("log10", "The common logarithm.", "100.0", { log10($0) }),
    ("sin", "The sine of an angle in radians.", "0.5", { sin($0) }),
    ("cos", "The cosine of an angle in radians.", "0.5", { cos($0) }),
    ("tan", "The tangent of an angle in radians.", "0.5", { tan($0) }),
    ("cot", "The cotangent of an angle in radians.", "0.5", { 1 / tan($0) }),
    ("asin", "The angle in radians with a sine.", "0.5", { asin($0) }),
    ("acos", "The angle in radians with a cosine.", "0.5", { acos($0) }),
    ("atan", "The angle in radians with a tangent.", "0.5", { atan($0) }),
    ("haversin", "Half the versed sine of an angle in radians.", "0.5", { (1 - cos($0)) / 2 }),
    ("degrees", "Radians as degrees.", "3.14", { $0 * 180 / .pi }),
    ("radians", "Degrees as radians.", "180.0", { $0 * .pi / 180 }),
  ]
}
