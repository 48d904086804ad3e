import GraphModel

/// A judgement's decision as a record.
enum DecisionCodec {
  static func encode(_ decision: Judgement.Decision) -> [UInt8] {
    var writer = ByteWriter()
    switch decision {
    case .same(let a, let b):
      writer.byte(1)
      writer.text(a)
      writer.text(b)
    case .notSame(let a, let b):
      writer.byte(2)
      writer.text(a)
      writer.text(b)
    case .reject(let key):
      writer.byte(3)
      writer.text(key)
    case .correct(let key, let property, let value):
      writer.byte(value == nil ? 4 : 5)
      writer.text(key)
      writer.text(property)
      if let value { writer.value(value) }
    case .statement(let query, let changes):
      writer.byte(6)
      writer.text(query)
      writer.number(changes.count)
      for change in changes { encode(change, &writer) }
    }
    return writer.bytes
  }

  static func decode(_ bytes: UnsafeRawBufferPointer) throws -> Judgement.Decision {
    var reader = ByteReader(bytes)
    switch try reader.byte() {
    case 1: return .same(try reader.text(), try reader.text())
    case 2: return .notSame(try reader.text(), try reader.text())
    case 3: return .reject(try reader.text())
    case 4: return .correct(try reader.text(), property: try reader.text(), value: nil)
    case 5: return .correct(try reader.text(), property: try reader.text(), value: try reader.value())
    case 6:
      let query = try reader.text()
      var changes: [GraphChange] = []
      for _ in 0..<(try reader.count()) { changes.append(try change(&reader)) }
      return .statement(query: query, changes)
    default: throw StoreError.damaged("a judgement of an unknown kind")
    }
  }

  private static func encode(_ change: GraphChange, _ writer: inout ByteWriter) {
    switch change {
    case .addNode(let key, let type, let properties):
      writer.byte(1)
      writer.text(key)
      writer.text(type)
      writer.properties(properties)
    case .addEdge(let key, let type, let from, let to, let properties):
      writer.byte(2)
      for text in [key, type, from, to] { writer.text(text) }
      writer.properties(properties)
    case .set(let key, let property, let value):
      writer.byte(value == nil ? 3 : 4)
      writer.text(key)
      writer.text(property)
      if let value { writer.value(value) }
    case .remove(let key):
      writer.byte(5)
      writer.text(key)
    }
  }

  private static func change(_ reader: inout ByteReader) throws -> GraphChange {
    switch try reader.byte() {
    case 1: return .addNode(key: try reader.text(), type: try reader.text(), properties: try reader.properties())
    case 2:
      return .addEdge(
        key: try reader.text(), type: try reader.text(), from: try reader.text(), to: try reader.text(),
        properties: try reader.properties())
    case 3: return .set(key: try reader.text(), property: try reader.text(), value: nil)
    case 4: return .set(key: try reader.text(), property: try reader.text(), value: try reader.value())
    case 5: return .remove(key: try reader.text())
    default: throw StoreError.damaged("a statement's change of an unknown kind")
    }
  }
}
