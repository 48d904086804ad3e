import GraphModel

/// What an expression yields while a query runs.
enum Value: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case list([Value])
  case map([String: Value])
  case node(NodeID)
  case relationship(EdgeID)
  case path(Path)
  case date(DateValue)
  case time(TimeValue)
  case localTime(LocalTimeValue)
  indirect case dateTime(DateTimeValue)
  case localDateTime(LocalDateTimeValue)
  indirect case duration(DurationValue)

  /// One node more than relationships.
  final class Path: Sendable {
    let nodes: [NodeID]
    let edges: [EdgeID]

    init(nodes: [NodeID], edges: [EdgeID]) {
      self.nodes = nodes
      self.edges = edges
    }
  }

  init(_ value: PropertyValue) {
    switch value {
    case .boolean(let truth): self = .boolean(truth)
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .list(let items): self = .list(items.map(Value.init))
    case .date(let date): self = .date(date)
    case .time(let time): self = .time(time)
    case .localTime(let time): self = .localTime(time)
    case .dateTime(let moment): self = .dateTime(moment)
    case .localDateTime(let moment): self = .localDateTime(moment)
    case .duration(let duration): self = .duration(duration)
    }
  }

  /// The value as a property can hold it; nil for maps, parts of graphs, null, and lists that hold one of these.
  var propertyValue: PropertyValue? {
    switch self {
    case .null, .map, .node, .relationship, .path: return nil
    case .boolean(let truth): return .boolean(truth)
    case .integer(let number): return .integer(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .date(let date): return .date(date)
    case .time(let time): return .time(time)
    case .localTime(let time): return .localTime(time)
    case .dateTime(let moment): return .dateTime(moment)
    case .localDateTime(let moment): return .localDateTime(moment)
    case .duration(let duration): return .duration(duration)
    case .list(let items):
      var values: [PropertyValue] = []
      for item in items {
        guard let value = item.propertyValue else { return nil }
        values.append(value)
      }
      return .list(values)
    }
  }

  /// A parameter; parts of graphs become null.
  init(parameter: ResultValue) {
    switch parameter {
    case .null, .node, .relationship, .path: self = .null
    case .value(let value): self = Value(value)
    case .list(let items): self = .list(items.map(Value.init(parameter:)))
    case .map(let entries): self = .map(entries.mapValues(Value.init(parameter:)))
    }
  }

  /// A value that the graph's keeper gives: nodes and relationships stand for themselves.
  init(result: ResultValue) {
    switch result {
    case .node(let node): self = .node(node.id)
    case .relationship(let relationship): self = .relationship(relationship.id)
    default: self = Value(parameter: result)
    }
  }

  var isNull: Bool { if case .null = self { true } else { false } }

  /// True, false, or nil for null; throws for what is no truth value.
  func truth(at position: Int? = nil) throws -> Bool? {
    switch self {
    case .boolean(let truth): return truth
    case .null: return nil
    default: throw CypherError.wrongType(self, wanted: "a truth value", at: position)
    }
  }

  init(_ truth: Bool?) { self = truth.map(Value.boolean) ?? .null }

  /// The name of its type, as errors and `valueType` give it.
  var typeName: String {
    switch self {
    case .null: "Null"
    case .boolean: "Boolean"
    case .integer: "Integer"
    case .float: "Float"
    case .string: "String"
    case .list: "List"
    case .map: "Map"
    case .node: "Node"
    case .relationship: "Relationship"
    case .path: "Path"
    case .date: "Date"
    case .time: "Time"
    case .localTime: "LocalTime"
    case .dateTime: "DateTime"
    case .localDateTime: "LocalDateTime"
    case .duration: "Duration"
    }
  }

  /// Memory that the value holds beside its own slot, in bytes, roughly.
  var weight: Int {
    switch self {
    case .string(let text): text.utf8.count
    case .list(let items): items.reduce(32) { $0 + 16 + $1.weight }
    case .map(let entries): entries.reduce(64) { $0 + 32 + $1.key.utf8.count + $1.value.weight }
    case .path(let path): 64 + 8 * (path.nodes.count + path.edges.count)
    default: 0
    }
  }
}

extension Value {
  /// Memory that the value takes in a result, where nodes come with their properties, in bytes, roughly.
  var resultWeight: Int {
    switch self {
    case .node, .relationship: 400
    case .path(let path): 400 * (path.nodes.count + path.edges.count)
    case .list(let items): items.reduce(64) { $0 + $1.resultWeight }
    default: weight
    }
  }
}

extension CypherError {
  static func wrongType(_ value: Value, wanted: CypherMessage, at position: Int? = nil) -> CypherError {
    CypherError(
      .type, .invalidArgumentType, "Expected \(wanted) but got a value of type \(value.typeName).", at: position)
  }

  static func wrongValue(_ value: Value, wanted: CypherMessage, at position: Int? = nil) -> CypherError {
    CypherError(
      .type, .invalidArgumentValue, "Expected \(wanted) but got a value of type \(value.typeName).", at: position)
  }
}
