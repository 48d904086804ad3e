import Extraction
import GraphModel
import GraphStore

/// A document of the store on its way through other plug-ins: its file is not needed.
struct KeptDocument {
  /// Where it was found, or its identity.
  let origin: String
  /// How its bytes were read.
  let media: MediaType
  private let id: DocumentID
  private let metadata: DocumentMetadata
  private let text: StoredText

  /// Looks a document up; nil where it is gone.
  init?(_ number: Int, in store: Store) throws {
    guard let document = try store.document(number: number) else { return nil }
    id = document.id
    media = document.media
    metadata = document.metadata
    text = try store.text(ofDocument: number)
    origin = try store.origins(of: document.id).first?.path ?? document.id.description
  }

  /// The document as it was read at first.
  ///
  /// What cleaning took out is not kept, so the decoded text is cleaned once more. Which of the metadata came beside the bytes
  /// (from a record) is not kept either: that of the two ways to read it counts which gives the kept text again.
  func document(by extractor: DocumentExtractor) throws -> Document {
    func read(_ hints: DocumentMetadata) throws -> Document {
      var document = try extractor.document(
        from: Source(
          name: id.description, origin: origin, mediaType: media, bytes: Array(text.source.description.utf8),
          encoding: "utf-8", hints: hints))
      document.id = id
      return document
    }
    let bare = try read(DocumentMetadata())
    if bare.text == text.clean, bare.offsets == text.offsets, bare.metadata == metadata { return bare }
    return try read(metadata)
  }
}
