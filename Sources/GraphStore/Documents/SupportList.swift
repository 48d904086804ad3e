import GraphModel

/// Which spans of a document its findings rest on, and who says so: in little room, without what they say.
public struct SupportList: Sendable {
  /// What an entity or a relation rests on.
  public typealias Support = (spans: [Span], provenance: Provenance, confidence: Double)

  /// Where an entity or a relation stands: its head's number, and its spans' place in the record.
  struct Entry {
    var head: Int
    var place: Int
  }

  private let heads: [(provenance: Provenance, confidence: Double)]
  private let entities: [Entry]
  private let relations: [Entry]
  private let record: [UInt8]

  /// Reads a record of findings.
  ///
  /// - Throws: `StoreError.damaged`.
  init(findings record: [UInt8]) throws {
    (heads, entities, relations) = try record.withUnsafeBytes { try FindingsCodec.supports(in: $0) }
    self.record = record
  }

  /// What an entity rests on; nil where there is none of that index.
  public func entity(_ index: Int) throws -> Support? {
    entities.indices.contains(index) ? try support(entities[index]) : nil
  }

  /// What a relation rests on; nil where there is none of that index.
  public func relation(_ index: Int) throws -> Support? {
    relations.indices.contains(index) ? try support(relations[index]) : nil
  }

  private func support(_ entry: Entry) throws -> Support {
    let spans = try record.withUnsafeBytes { bytes in
      var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[entry.place...]))
      return try reader.spans()
    }
    return (spans, heads[entry.head].provenance, heads[entry.head].confidence)
  }
}

extension Store {
  /// Which spans the findings of a document rest on.
  ///
  /// - Throws: `StoreError.damaged`.
  public func supports(ofDocument number: Int) throws -> SupportList {
    guard let record = try database.blob("SELECT record FROM finding WHERE number = ?", .integer(number)) else {
      throw StoreError.damaged("document \(number) has no findings")
    }
    return try SupportList(findings: record)
  }
}
