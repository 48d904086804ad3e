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
  let metadata: HeldBytes
  let characters: Int
  let entities: Int
  let relations: Int
  let text: HeldBytes
  let cleaning: HeldBytes
  /// What the extractors claim, as it is kept.
  public let findings: HeldBytes
  let tokens: HeldBytes

  /// Packs a document.
  ///
  /// - Parameters:
  ///   - fingerprint: names what read it: readers, extractors and their versions.
  ///   - holder: takes up its records, where they may wait long.
  public init(
    _ document: Document, media: MediaType, findings: Findings, fingerprint: String, in holder: ByteHolder? = nil
  ) {
    func held(_ bytes: [UInt8]) -> HeldBytes { holder?.hold(bytes) ?? HeldBytes(bytes) }
    id = document.id
    self.fingerprint = Self.number(of: fingerprint)
    self.media = media
    published = document.metadata.published?.description ?? ""
    metadata = held(MetadataCodec.encode(document.metadata))
    characters = document.source.count
    entities = findings.entities.count
    relations = findings.relations.count
    text = held(TextCodec.encode(document.source))
    cleaning = held(CleaningCodec.encode(document.offsets, text: document.text, source: document.source))
    self.findings = held(FindingsCodec.encode(findings))
    tokens = held(SearchTokens.bytes(of: document.folded))
  }

  static func number(of fingerprint: String) -> Int64 { NodeID(key: fingerprint).rawValue }
}
