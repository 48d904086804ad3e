extension JSONValue {
  /// The value on one line, no blanks between tokens.
  public var line: String {
    var output = JSONWriter(indented: false)
    output.write(self, depth: 0)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// The value over several lines, two blanks a level; objects and lists without inner ones stay on one line.
  public var indented: String {
    var output = JSONWriter(indented: true)
    output.write(self, depth: 0)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// Whether the value holds neither a list nor an object that has members.
  fileprivate var isFlat: Bool {
    switch self {
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }
}

private struct JSONWriter {
  let indented: Bool
  var bytes: [UInt8] = []

  init(indented: Bool) { self.indented = indented }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: put("null")
    case .boolean(let truth): put(truth ? "true" : "false")
    case .integer(let number): put(String(number))
    case .number(let number): put(number.isFinite ? number.description : "null")
    case .string(let text): quote(text)
    case .array(let items):
      list("[", "]", count: items.count, flat: items.allSatisfy(\.isFlat), depth: depth) { output, index in
        output.write(items[index], depth: depth + 1)
      }
    case .object(let members):
      let flat = members.allSatisfy(\.value.isFlat)
      list("{", "}", count: members.count, flat: flat, depth: depth) { output, index in
        output.quote(members[index].key)
        output.put(output.indented ? ": " : ":")
        output.write(members[index].value, depth: depth + 1)
      }
    }
  }

  private mutating func list(
    _ open: String, _ close: String, count: Int, flat: Bool, depth: Int, item: (inout JSONWriter, Int) -> Void
  ) {
    put(open)
    for index in 0..<count {
      if index > 0 { put(indented && flat ? ", " : ",") }
      if indented, !flat { newline(depth + 1) }
      item(&self, index)
    }
    if indented, !flat, count > 0 { newline(depth) }
    put(close)
  }

  private mutating func newline(_ depth: Int) {
    bytes.append(10)
    bytes.append(contentsOf: repeatElement(32, count: depth * 2))
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quote(_ text: String) { JSONStream.quote(text, into: &bytes) }
}
