import GraphModel

/// Reads parameters from JSON.
public enum ParameterReader {
  /// The members of an object as parameters; objects with `$type` stand for what JSON cannot say: `{"$type": "date", "value":
  /// "2021-03-04"}`, `{"$type": "float", "value": "NaN"}`. Throws `CypherError` where the JSON is no object or a value is
  /// ill-formed.
  public static func parameters(_ json: JSONValue) throws -> [String: ResultValue] {
    guard case .object(let members) = json else {
      throw CypherError(.argument, .invalidArgumentType, "Parameters are a JSON object.")
    }
    var result: [String: ResultValue] = [:]
    for member in members { result[member.key] = try value(member.value) }
    return result
  }

  /// A JSON value as a parameter. Throws `CypherError` where it is ill-formed.
  public static func value(_ json: JSONValue) throws -> ResultValue {
    switch json {
    case .null: return .null
    case .boolean(let truth): return .value(.boolean(truth))
    case .integer(let number): return .value(.integer(number))
    case .number(let number): return .value(.float(number))
    case .string(let text): return .value(.string(text))
    case .array(let items): return .list(try items.map(value))
    case .object(let members):
      if let type = json["$type"]?.text {
        guard let text = json["value"]?.text, let value = try typed(type, text) else {
          throw CypherError(.argument, .invalidArgumentValue, "A parameter of type “\(type)” is ill-formed.")
        }
        return .value(value)
      }
      var map: [String: ResultValue] = [:]
      for member in members { map[member.key] = try value(member.value) }
      return .map(map)
    }
  }

  private static func typed(_ type: String, _ text: String) throws -> PropertyValue? {
    switch type {
    case "float":
      switch text {
      case "NaN": return .float(.nan)
      case "Infinity": return .float(.infinity)
      case "-Infinity": return .float(-.infinity)
      default: return Double(text).map { .float($0) }
      }
    case "date": return TemporalParser.date(text[...]).map { .date($0) }
    case "time": return TemporalParser.time(text[...]).map { .time($0) }
    case "localtime": return TemporalParser.localTime(text[...]).map { .localTime($0) }
    case "datetime": return try TemporalParser.dateTime(text[...]).map { .dateTime($0) }
    case "localdatetime": return TemporalParser.localDateTime(text[...]).map { .localDateTime($0) }
    case "duration": return try DurationValue(parsing: text).map { .duration($0) }
    default: return nil
    }
  }
}
