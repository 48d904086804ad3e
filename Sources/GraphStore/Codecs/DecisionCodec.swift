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
    default: throw StoreError.damaged("a judgement of an unknown kind")
    }
  }
}
