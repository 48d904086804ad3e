import GraphModel

/// The properties of a node or an edge as a record from which one can be read without decoding the others: for each, in
/// the order of names, its token, the length of its value, and the value.
enum BodyCodec {
  static func encode(_ properties: [String: PropertyValue], _ tokens: TokenTable) throws -> [UInt8] {
    var writer = ByteWriter()
    for (key, value) in properties.sorted(by: { $0.key < $1.key }) {
      var inner = ByteWriter()
      inner.value(value)
      writer.number(Int(try tokens.make(.key, key)))
      writer.number(inner.bytes.count)
      writer.append(inner.bytes)
    }
    return writer.bytes
  }

  static func value(_ token: Token, in bytes: UnsafeRawBufferPointer) throws -> PropertyValue? {
    var reader = ByteReader(bytes)
    while !reader.isAtEnd {
      let key = try reader.number()
      let length = try reader.count()
      if key == Int(token) { return try reader.value() }
      try reader.skip(length)
    }
    return nil
  }

  static func properties(in bytes: UnsafeRawBufferPointer) throws -> [(key: Token, value: PropertyValue)] {
    var reader = ByteReader(bytes)
    var result: [(key: Token, value: PropertyValue)] = []
    while !reader.isAtEnd {
      let key = try reader.number()
      _ = try reader.count()
      result.append((Token(truncatingIfNeeded: key), try reader.value()))
    }
    return result
  }

  static func named(in bytes: UnsafeRawBufferPointer, _ tokens: TokenTable) throws -> [String: PropertyValue] {
    var result: [String: PropertyValue] = [:]
    for (key, value) in try properties(in: bytes) { result[try tokens.name(key)] = value }
    return result
  }
}
