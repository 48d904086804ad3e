import Glibc
import GraphModel

/// The arithmetic operators.
enum Arithmetic {
  /// Largest text in bytes and largest list in elements that `+` makes: doubling in a fold would fill any memory.
  static let maximumText = 1 << 26
  static let maximumList = 1 << 22

  private static func join(_ a: String, _ b: String, _ position: Int) throws -> String {
    guard a.utf8.count + b.utf8.count <= maximumText else { throw tooLarge("\(maximumText) bytes", position) }
    return a + b
  }

  private static func join(_ a: [Value], _ b: [Value], _ position: Int) throws -> [Value] {
    guard a.count + b.count <= maximumList else { throw tooLarge("\(maximumList) elements", position) }
    return a + b
  }

  private static func tooLarge(_ limit: CypherMessage, _ position: Int) -> CypherError {
    CypherError(.execution, .memoryExceeded, "A value would grow over \(limit).", at: position)
  }

  static func add(_ a: Value, _ b: Value, at position: Int) throws -> Value {
    switch (a, b) {
    case (.list(let a), .list(let b)): return .list(try join(a, b, position))
    case (.null, _), (_, .null): return .null
    case (.integer(let a), .integer(let b)):
      let (sum, overflow) = a.addingReportingOverflow(b)
      return .integer(try check(sum, overflow, position))
    case (.float(let a), .float(let b)): return .float(a + b)
    case (.integer(let a), .float(let b)): return .float(Double(a) + b)
    case (.float(let a), .integer(let b)): return .float(a + Double(b))
    case (.list(let items), _): return .list(try join(items, [b], position))
    case (_, .list(let items)): return .list(try join([a], items, position))
    case (.string(let a), .string(let b)): return .string(try join(a, b, position))
    case (.string(let a), .integer), (.string(let a), .float), (.string(let a), .boolean):
      return .string(try join(a, Text.of(b) ?? "", position))
    case (.integer, .string(let b)), (.float, .string(let b)), (.boolean, .string(let b)):
      return .string(try join(Text.of(a) ?? "", b, position))
    case (.duration(let a), .duration(let b)): return .duration(try TemporalArithmetic.add(a, b, at: position))
    case (_, .duration(let duration)):
      if let sum = try TemporalArithmetic.add(duration, to: a, at: position) { return sum }
    case (.duration(let duration), _):
      if let sum = try TemporalArithmetic.add(duration, to: b, at: position) { return sum }
    default: break
    }
    throw mismatch("+", a, b, position)
  }

  static func subtract(_ a: Value, _ b: Value, at position: Int) throws -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let a), .integer(let b)):
      let (difference, overflow) = a.subtractingReportingOverflow(b)
      return .integer(try check(difference, overflow, position))
    case (.duration(let a), .duration(let b)):
      return .duration(
        try TemporalArithmetic.add(a, try TemporalArithmetic.scale(b, by: -1, at: position), at: position))
    case (_, .duration(let duration)):
      let negative = try TemporalArithmetic.scale(duration, by: -1, at: position)
      if let difference = try TemporalArithmetic.add(negative, to: a, at: position) { return difference }
    default: if let (a, b) = numbers(a, b) { return .float(a - b) }
    }
    throw mismatch("-", a, b, position)
  }

  static func multiply(_ a: Value, _ b: Value, at position: Int) throws -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let a), .integer(let b)):
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      return .integer(try check(product, overflow, position))
    case (.duration(let duration), .integer), (.duration(let duration), .float):
      return .duration(try TemporalArithmetic.scale(duration, by: number(b) ?? 0, at: position))
    case (.integer, .duration(let duration)), (.float, .duration(let duration)):
      return .duration(try TemporalArithmetic.scale(duration, by: number(a) ?? 0, at: position))
    default: if let (a, b) = numbers(a, b) { return .float(a * b) }
    }
    throw mismatch("*", a, b, position)
  }

  static func divide(_ a: Value, _ b: Value, at position: Int) throws -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let a), .integer(let b)):
      guard b != 0 else { throw CypherError(.arithmetic, .divisionByZero, "Division by zero.", at: position) }
      let (quotient, overflow) = a.dividedReportingOverflow(by: b)
      return .integer(try check(quotient, overflow, position))
    case (.duration(let duration), .integer), (.duration(let duration), .float):
      let divisor = number(b) ?? 0
      guard divisor != 0 else { throw CypherError(.arithmetic, .divisionByZero, "Division by zero.", at: position) }
      return .duration(try TemporalArithmetic.scale(duration, by: 1 / divisor, at: position))
    default: if let (a, b) = numbers(a, b) { return .float(a / b) }
    }
    throw mismatch("/", a, b, position)
  }

  static func modulo(_ a: Value, _ b: Value, at position: Int) throws -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let a), .integer(let b)):
      guard b != 0 else { throw CypherError(.arithmetic, .divisionByZero, "Division by zero.", at: position) }
      return .integer(b == -1 ? 0 : a % b)
    default: if let (a, b) = numbers(a, b) { return .float(fmod(a, b)) }
    }
    throw mismatch("%", a, b, position)
  }

  static func power(_ a: Value, _ b: Value, at position: Int) throws -> Value {
    if a.isNull || b.isNull { return .null }
    guard let (a, b) = numbers(a, b) else { throw mismatch("^", a, b, position) }
    return .float(pow(a, b))
  }

  static func negate(_ a: Value, at position: Int) throws -> Value {
    switch a {
    case .null: return .null
    case .integer(let number):
      let (negative, overflow) = Int64(0).subtractingReportingOverflow(number)
      return .integer(try check(negative, overflow, position))
    case .float(let number): return .float(-number)
    case .duration(let duration): return .duration(try TemporalArithmetic.scale(duration, by: -1, at: position))
    default: throw CypherError.wrongType(a, wanted: "a number", at: position)
    }
  }

  /// The value as a double, where it is a number.
  static func number(_ value: Value) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  private static func numbers(_ a: Value, _ b: Value) -> (Double, Double)? {
    guard let a = number(a), let b = number(b) else { return nil }
    return (a, b)
  }

  private static func check(_ number: Int64, _ overflow: Bool, _ position: Int) throws -> Int64 {
    if overflow {
      throw CypherError(.arithmetic, .integerOverflow, "The result does not fit in 64 bits.", at: position)
    }
    return number
  }

  private static func mismatch(_ sign: String, _ a: Value, _ b: Value, _ position: Int) -> CypherError {
    CypherError(
      .type, .invalidArgumentType, "“\(sign)” does not take values of type \(a.typeName) and \(b.typeName).",
      at: position)
  }
}
