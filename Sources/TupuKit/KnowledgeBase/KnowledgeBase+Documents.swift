import GraphModel
import GraphStore

extension KnowledgeBase {
  /// Every document and every imported file, sorted by identity.
  public func documents() throws -> [DocumentEntry] {
    try reading {
      var entries = try store.importedFiles().map(entry)
      try store.scanDocuments {
        entries.append(try entry($0))
        return true
      }
      return entries.sorted { $0.id < $1.id }
    }
  }

  /// The documents that a person may mean by a text: an identity or the start of one (4 digits or more), an origin, a name.
  public func documents(matching text: String) throws -> [DocumentEntry] {
    try reading {
      let imported = try store.importedFiles()
      let named =
        try imported.filter { $0.path == text || $0.name == text }.map(entry)
        + store.documents(named: text).map(entry)
      if !named.isEmpty { return named }
      let isIdentity =
        (4...16).contains(text.utf8.count)
        && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
      if isIdentity {
        return try imported.filter { $0.id.description.hasPrefix(text) }.map(entry)
          + store.documents(withPrefix: text, limit: 100).map(entry)
      }
      guard let resolved = SourceFile.absolutePath(text) else { return [] }
      return try imported.filter { $0.path == resolved }.map(entry) + store.documents(named: resolved).map(entry)
    }
  }

  /// The document of an identity; nil where there is none.
  public func document(_ id: DocumentID) throws -> DocumentEntry? {
    try reading {
      try store.document(id).map(entry) ?? store.importedFiles().first { $0.id == id }.map(entry)
    }
  }

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
    if try removeImports([document]) { return true }
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

  /// Removes imported files with their nodes and edges, all at once.
  ///
  /// - Throws: `ImportFailure` where edges of a file that stays lead to nodes that would go.
  /// - Returns: false where none of the documents is an imported file.
  public func removeImports(_ documents: [DocumentID]) throws -> Bool {
    try translating {
      try store.write {
        let gone = try store.importedFiles().filter { documents.contains($0.id) }
        do {
          try store.removeImports(gone)
        } catch StoreError.stillNeeded(let nodes, let edges) {
          throw ImportFailure(nodes, .stillNeeded(by: edges))
        }
        return !gone.isEmpty
      }
    }
  }

  private func entry(_ file: ImportedFile) -> DocumentEntry {
    DocumentEntry(
      id: file.id, name: file.name, origins: [file.path], metadata: DocumentMetadata(), mediaType: file.media,
      characters: file.characters, entities: file.nodes, relations: file.edges)
  }

  func entry(_ document: StoredDocument) throws -> DocumentEntry {
    let origins = try store.origins(of: document.id)
    return DocumentEntry(
      id: document.id, name: origins.map(\.name).min() ?? document.id.description, origins: origins.map(\.path),
      metadata: document.metadata, mediaType: document.media, characters: document.characters,
      entities: document.entities, relations: document.relations)
  }
}
