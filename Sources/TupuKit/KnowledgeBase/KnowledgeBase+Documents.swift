import GraphModel
import GraphStore

extension KnowledgeBase {
  /// Every document, sorted by identity.
  public func documents() throws -> [DocumentEntry] {
    try reading {
      var entries: [DocumentEntry] = []
      try store.scanDocuments {
        entries.append(try entry($0))
        return true
      }
      return entries
    }
  }

  /// The documents that a person may mean by a text: an identity or the start of one (4 digits or more), an origin, a name.
  public func documents(matching text: String) throws -> [DocumentEntry] {
    try reading {
      let named = try store.documents(named: text)
      if !named.isEmpty { return try named.map(entry) }
      let isIdentity =
        (4...16).contains(text.utf8.count)
        && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
      if isIdentity { return try store.documents(withPrefix: text, limit: 100).map(entry) }
      guard let resolved = SourceFile.absolutePath(text) else { return [] }
      return try store.documents(named: resolved).map(entry)
    }
  }

  /// The document of an identity; nil where there is none.
  public func document(_ id: DocumentID) throws -> DocumentEntry? { try reading { try store.document(id).map(entry) } }

  /// The whole decoded text of a document's source; nil where there is no such document.
  public func text(of document: DocumentID) throws -> String? {
    try reading { try store.document(document).map { try store.source(ofDocument: $0.number).description } }
  }

  /// What the extractors claim of a document; nil where there is no such document.
  public func findings(of document: DocumentID) throws -> Findings? {
    try reading { try store.document(document).map { try store.findings(ofDocument: $0.number) } }
  }

  /// Removes a document with everything that only it supports.
  ///
  /// - Returns: false where there is no such document.
  public func remove(_ document: DocumentID) throws -> Bool {
    let isThere = try translating {
      try store.write {
        guard try store.document(document) != nil else { return false }
        for origin in try store.origins(of: document) {
          try store.stageOrigin(origin.path, name: origin.name, document: nil)
        }
        return true
      }
    }
    if isThere { try finishPendingWork() }
    return isThere
  }

  func entry(_ document: StoredDocument) throws -> DocumentEntry {
    let origins = try store.origins(of: document.id)
    return DocumentEntry(
      id: document.id, name: origins.map(\.name).min() ?? document.id.description, origins: origins.map(\.path),
      metadata: document.metadata, mediaType: document.media, characters: document.characters,
      entities: document.entities, relations: document.relations)
  }
}
