import GraphModel

/// Data as text or attribute values of XML 1.0.
enum XMLText {
  /// The text with markup escaped; characters that XML 1.0 forbids become U+FFFD.
  static func escaped(_ text: String) -> String {
    MarkupText.escaped(text) { scalar in
      switch scalar {
      case "\t", "\n", "\r": "&#\(scalar.value);"
      default: scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : String(scalar)
      }
    }
  }
}

/// A property of nodes or edges as GraphML and GEXF declare it: one kind of value a name.
struct XMLAttribute {
  let id: String
  let name: String
  /// `boolean`, `long`, `double` or `string`.
  let kind: String

  /// The attributes of all property maps, sorted by name; `prefix` begins their identifiers.
  static func declared(in properties: [[String: PropertyValue]], prefix: String) -> [XMLAttribute] {
    var kinds: [String: String] = [:]
    for (name, value) in properties.flatMap({ $0 }) {
      let kind = kind(of: value)
      kinds[name] = kinds[name].map { $0 == kind ? kind : "string" } ?? kind
    }
    return kinds.sorted { $0.key < $1.key }.enumerated().map {
      XMLAttribute(id: "\(prefix)\($0)", name: $1.key, kind: $1.value)
    }
  }

  private static func kind(of value: PropertyValue) -> String {
    switch value {
    case .boolean: "boolean"
    case .integer: "long"
    case .float(let number) where number.isFinite: "double"
    default: "string"
    }
  }

  /// A value's escaped text; lists as JSON.
  func text(_ value: PropertyValue) -> String {
    switch value {
    case .string(let text): return XMLText.escaped(text)
    case .list:
      var stream = JSONStream()
      value.write(to: &stream)
      return XMLText.escaped(stream.text)
    default: return XMLText.escaped(ValueText.cell(.value(value)))
    }
  }
}
