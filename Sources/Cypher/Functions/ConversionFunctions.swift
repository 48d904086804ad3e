import Glibc

extension CypherFunction {
  /// Functions that turn values into others.
  static let conversionFunctions: [CypherFunction] = [
    .unary(
      "toString", "value :: Any", .any, .string, "The value as text.", example: "toString(1.5) → '1.5'"
    ) { value, _ in
      guard let text = Text.of(value) else {
        throw CypherError.wrongValue(value, wanted: "a truth value, number, text or temporal value")
      }
      return .string(text)
    },
    .unary(
      "toStringOrNull", "value :: Any", .any, .string, "The value as text, or null where it has none.",
      example: "toStringOrNull([]) → null"
    ) { value, _ in Text.of(value).map { .string($0) } ?? .null },
    .unary(
      "toInteger", "value :: Any", .any, .integer, "The value as a whole number; null where a text is none.",
      example: "toInteger('42') → 42"
    ) { value, _ in try integer(value) },
    .unary(
      "toIntegerOrNull", "value :: Any", .any, .integer, "The value as a whole number, or null.",
      example: "toIntegerOrNull([]) → null"
    ) { value, _ in (try? integer(value)) ?? .null },
    .unary(
      "toFloat", "value :: Any", .any, .float, "The value as a floating-point number; null where a text is none.",
      example: "toFloat('1.5') → 1.5"
    ) { value, _ in try float(value) },
    .unary(
      "toFloatOrNull", "value :: Any", .any, .float, "The value as a floating-point number, or null.",
      example: "toFloatOrNull(true) → null"
    ) { value, _ in (try? float(value)) ?? .null },
    .unary(
      "toBoolean", "value :: Any", .any, .boolean, "The value as a truth value; null where a text is none.",
      example: "toBoolean('true') → true"
    ) { value, _ in try boolean(value) },
    .unary(
      "toBooleanOrNull", "value :: Any", .any, .boolean, "The value as a truth value, or null.",
      example: "toBooleanOrNull(1.5) → null"
    ) { value, _ in (try? boolean(value)) ?? .null },
    CypherFunction(
      "valueType", "value :: Any", [.any], .string, "The name of the value's type.", example: "valueType(1) → 'Integer'"
    ) { arguments, _ in .string(arguments[0].typeName) },
  ]

  private static func integer(_ value: Value) throws -> Value {
    switch value {
    case .integer: return value
    case .float(let number): return whole(number)
    case .boolean(let truth): return .integer(truth ? 1 : 0)
    case .string(let text):
      let trimmed = TextScan.trim(text)
      if let number = Int64(trimmed) { return .integer(number) }
      return decimal(trimmed).map(whole) ?? .null
    default: throw CypherError.wrongValue(value, wanted: "a number, text or truth value")
    }
  }

  private static func whole(_ number: Double) -> Value {
    let truncated = number.rounded(.towardZero)
    guard truncated >= -0x1p63 && truncated < 0x1p63 else { return .null }
    return .integer(Int64(truncated))
  }

  private static func float(_ value: Value) throws -> Value {
    switch value {
    case .float: return value
    case .integer(let number): return .float(Double(number))
    case .string(let text): return decimal(TextScan.trim(text)).map { .float($0) } ?? .null
    default: throw CypherError.wrongValue(value, wanted: "a number or text")
    }
  }

  /// A decimal number with an optional exponent; no hexadecimal forms, no `inf`.
  private static func decimal(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
    return Double(text)
  }

  private static func boolean(_ value: Value) throws -> Value {
    switch value {
    case .boolean: return value
    case .integer(let number): return .boolean(number != 0)
    case .string(let text):
      switch TextScan.trim(text).lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return .null
      }
    default: throw CypherError.wrongValue(value, wanted: "a truth value, whole number or text")
    }
  }
}
