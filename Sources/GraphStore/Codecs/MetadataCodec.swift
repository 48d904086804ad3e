import GraphModel

/// A document's metadata as a record.
enum MetadataCodec {
  static func encode(_ metadata: DocumentMetadata) -> [UInt8] {
    var writer = ByteWriter()
    for field in [metadata.title, metadata.published?.description, metadata.source] {
      writer.byte(field == nil ? 0 : 1)
      if let field { writer.text(field) }
    }
    writer.number(metadata.authors.count)
    for author in metadata.authors { writer.text(author) }
    return writer.bytes
  }

  static func decode(_ bytes: [UInt8]) throws -> DocumentMetadata {
    try ByteReader.read(bytes) { reader in
      func field() throws -> String? { try reader.byte() == 0 ? nil : try reader.text() }
      var metadata = DocumentMetadata()
      metadata.title = try field()
      metadata.published = try field().flatMap { PartialDate($0) }
      metadata.source = try field()
      for _ in 0..<(try reader.count()) { metadata.authors.append(try reader.text()) }
      return metadata
    }
  }
}
