import Foundation
import GraphModel

/// A value as the kit writes it.
indirect enum TCKValue: Hashable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(String)
  case string(String)
  case list([TCKValue])
  case map([String: TCKValue])
  case node([String], [String: TCKValue])
  case relationship(String, [String: TCKValue])
  /// Nodes and relationships in turn; `forward` tells the way of each relationship.
  case path([TCKValue], forward: [Bool])

  init(_ value: ResultValue) {
    func properties(_ values: [String: PropertyValue]) -> [String: TCKValue] { values.mapValues(TCKValue.init) }
    func node(_ node: ResultNode) -> TCKValue { .node(node.labels.sorted(), properties(node.properties)) }
    switch value {
    case .null: self = .null
    case .value(let value): self.init(value)
    case .node(let value): self = node(value)
    case .relationship(let edge): self = .relationship(edge.type, properties(edge.properties))
    case .path(let nodes, let edges):
      var parts = [node(nodes[0])]
      var forward: [Bool] = []
      for (index, edge) in edges.enumerated() {
        parts += [.relationship(edge.type, properties(edge.properties)), node(nodes[index + 1])]
        forward.append(edge.source == nodes[index].id)
      }
      self = .path(parts, forward: forward)
    case .list(let items): self = .list(items.map(TCKValue.init))
    case .map(let entries): self = .map(entries.mapValues(TCKValue.init))
    }
  }

  init(_ value: PropertyValue) {
    switch value {
    case .boolean(let truth): self = .boolean(truth)
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(Self.text(number))
    case .string(let text): self = .string(text)
    case .list(let items): self = .list(items.map(TCKValue.init))
    default: self = .string(JSONValue(value).text ?? "")
    }
  }

  /// The value as a parameter.
  var parameter: ResultValue {
    switch self {
    case .boolean(let truth): .value(.boolean(truth))
    case .integer(let number): .value(.integer(number))
    case .float(let text): .value(.float(Double(text) ?? .nan))
    case .string(let text): .value(.string(text))
    case .list(let items): .list(items.map(\.parameter))
    case .map(let entries): .map(entries.mapValues(\.parameter))
    default: .null
    }
  }

  /// Twelve digits: enough to tell results apart, few enough for sums in another order.
  static func text(_ number: Double) -> String {
    number.isNaN ? "nan" : String(format: "%.12g", number == 0 ? 0 : number)
  }

  /// The value with the items of all lists in one fixed order.
  var unordered: TCKValue {
    switch self {
    case .list(let items): .list(items.map(\.unordered).sorted { "\($0)" < "\($1)" })
    case .map(let entries): .map(entries.mapValues(\.unordered))
    case .node(let labels, let properties): .node(labels, properties.mapValues(\.unordered))
    case .relationship(let type, let properties): .relationship(type, properties.mapValues(\.unordered))
    default: self
    }
  }

  /// Reads the kit's notation.
  init(_ text: String) {
    var reader = TCKValueReader(scalars: Array(text.unicodeScalars))
    self = reader.value()
  }
}

private struct TCKValueReader {
  let scalars: [Unicode.Scalar]
  var place = 0

  private mutating func peek() -> Unicode.Scalar? {
    while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
    return place < scalars.count ? scalars[place] : nil
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek() == mark else { return false }
    place += 1
    return true
  }

  private mutating func word() -> String {
    _ = peek()
    var word = String.UnicodeScalarView()
    while place < scalars.count, !scalars[place].properties.isWhitespace,
      !":,{}()[]<>-'|".unicodeScalars.contains(scalars[place])
    {
      word.append(scalars[place])
      place += 1
    }
    return String(word).replacingOccurrences(of: "`", with: "")
  }

  private mutating func string() -> String {
    _ = take("'")
    var text = String.UnicodeScalarView()
    while place < scalars.count, scalars[place] != "'" {
      if scalars[place] == "\\", place + 1 < scalars.count {
        place += 1
        switch scalars[place] {
        case "n": text.append("\n")
        case "t": text.append("\t")
        case "r": text.append("\r")
        default: text.append(scalars[place])
        }
      } else {
        text.append(scalars[place])
      }
      place += 1
    }
    place += 1
    return String(text)
  }

  private mutating func map() -> [String: TCKValue] {
    var map: [String: TCKValue] = [:]
    guard take("{") else { return map }
    while let next = peek(), next != "}" {
      let key = next == "'" ? string() : word()
      _ = take(":")
      map[key] = value()
      _ = take(",")
    }
    _ = take("}")
    return map
  }

  private mutating func node() -> TCKValue {
    _ = take("(")
    var labels: [String] = []
    while take(":") { labels.append(word()) }
    let properties = map()
    _ = take(")")
    return .node(labels.sorted(), properties)
  }

  private mutating func relationship() -> TCKValue {
    _ = take("[")
    _ = take(":")
    let type = word()
    let properties = map()
    _ = take("]")
    return .relationship(type, properties)
  }

  private mutating func path() -> TCKValue {
    _ = take("<")
    var parts = [node()]
    var forward: [Bool] = []
    while let next = peek(), next != ">" {
      let backwards = take("<")
      _ = take("-")
      let edge = relationship()
      _ = take("-")
      if !backwards { _ = take(">") }
      forward.append(!backwards)
      parts += [edge, node()]
    }
    _ = take(">")
    return .path(parts, forward: forward)
  }

  mutating func value() -> TCKValue {
    switch peek() {
    case "'": return .string(string())
    case "{": return .map(map())
    case "(": return node()
    case "<": return path()
    case "[":
      let start = place
      _ = take("[")
      if peek() == ":" {
        place = start
        return relationship()
      }
      var items: [TCKValue] = []
      while let next = peek(), next != "]" {
        items.append(value())
        _ = take(",")
      }
      _ = take("]")
      return .list(items)
    default:
      var text = ""
      while place < scalars.count, !scalars[place].properties.isWhitespace,
        !",]}".unicodeScalars.contains(scalars[place])
      {
        text.unicodeScalars.append(scalars[place])
        place += 1
      }
      switch text {
      case "null": return .null
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default:
        if let number = Int64(text) { return .integer(number) }
        return .float(TCKValue.text(Double(text) ?? .nan))
      }
    }
  }
}
