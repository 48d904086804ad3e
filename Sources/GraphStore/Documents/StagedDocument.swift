import GraphModel

/// A read and extracted document in the form in which it is kept; made on any thread, without the store.
public struct StagedDocument: Sendable {
  /// The content-derived identity.
  public let id: DocumentID
  /// Number of bytes of all its records.
  public var size: Int { text.count + cleaning.count + findings.count + tokens.count }
  let fingerprint: Int64
  let media: MediaType
  let published: String
  let metadata: [UInt8]
  let characters: Int
  let entities: Int
  let relations: Int
  let text: [UInt8]
  let cleaning: [UInt8]
  /// What the extractors claim, as it is kept.
  public let findings: [UInt8]
  let tokens: [UInt8]

  /// Packs a document.
  ///
  /// - Parameter fingerprint: names what read it: readers, extractors and their versions.
  public init(_ document: Document, media: MediaType, findings: Findings, fingerprint: String) {
    id = document.id
    self.fingerprint = Self.number(of: fingerprint)
    self.media = media
    published = document.metadata.published?.description ?? ""
    metadata = MetadataCodec.encode(document.metadata)
    characters = document.source.count
    entities = findings.entities.count
    relations = findings.relations.count
    text = TextCodec.encode(document.source)
    cleaning = CleaningCodec.encode(document.offsets, text: document.text, source: document.source)
    self.findings = FindingsCodec.encode(findings)
    tokens = SearchTokens.bytes(of: document.folded)
  }

  static func number(of fingerprint: String) -> Int64 { NodeID(key: fingerprint).rawValue }
}
