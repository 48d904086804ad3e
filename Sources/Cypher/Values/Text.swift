import GraphModel

/// Values as text.
enum Text {
  /// What `toString` says; nil for null, lists, maps and parts of graphs.
  static func of(_ value: Value) -> String? {
    switch value {
    case .boolean(let truth): truth ? "true" : "false"
    case .integer(let number): String(number)
    case .float(let number): of(number)
    case .string(let text): text
    case .date(let date): date.description
    case .time(let time): time.description
    case .localTime(let time): time.description
    case .dateTime(let moment): moment.description
    case .localDateTime(let moment): moment.description
    case .duration(let duration): duration.description
    case .null, .list, .map, .node, .relationship, .path: nil
    }
  }

  /// A double: the shortest form that reads back as the same number.
  static func of(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    let text = "\(number)"
    return text.contains("e") ? String(text.filter { $0 != "+" }.map { $0 == "e" ? "E" : $0 }) : text
  }
}
