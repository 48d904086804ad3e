import Glibc
import GraphModel
import GraphStore

extension KnowledgeBase {
  /// Takes in nodes and edges from tables (CSV) and JSON Lines, each with its file and line as evidence.
  ///
  /// All of it is kept, or nothing. A file that was imported before as it is stays as it is; one that changed takes its
  /// own place.
  /// - Throws: `ImportFailure`, `KnowledgeBaseError`.
  public func importFiles(_ inputs: [ImportInput], options: ImportOptions = ImportOptions()) throws -> ImportReport {
    let sources = try inputs.map { try ImportSource($0) }
    return try translating {
      let report = try store.write { try take(sources, options) }
      try store.checkpoint()
      return report
    }
  }

  private func take(_ given: [ImportSource], _ options: ImportOptions) throws -> ImportReport {
    let known = try store.importedFiles()
    let isKnown = Set(known.map(\.id))
    var sources: [ImportSource] = []
    for source in given where !sources.contains(where: { $0.file.id == source.file.id }) { sources.append(source) }
    var fresh = sources.filter { !isKnown.contains($0.file.id) }
    var gone = known.filter { file in
      fresh.contains { $0.file.path == file.path && $0.file.role == file.role }
    }
    let replaced = gone.count
    // Files that stay as they are, but whose edges lead to nodes that come anew, are read again with them.
    while true {
      let again = try store.importsLeading(to: gone).filter { file in
        !gone.contains(file) && sources.contains { $0.file.id == file.id }
      }
      guard !again.isEmpty else { break }
      gone += again
      fresh += sources.filter { source in again.contains { $0.id == source.file.id } }
    }
    do {
      try store.removeImports(gone)
    } catch StoreError.stillNeeded(let nodes, let edges) {
      throw ImportFailure(nodes, .stillNeeded(by: edges))
    }
    var waiting: [(source: ImportSource, read: (NodeKeys) throws -> [ImportedEdges])] = []
    for source in fresh {
      if let edges = try takeNodes(of: source, options) { waiting.append((source, edges)) }
    }
    if let (key, files) = try store.clashingImports() {
      throw ImportFailure(files.last ?? "", .duplicateKey(key))
    }
    if !waiting.isEmpty {
      let keys = try store.nodeKeys()
      for (source, read) in waiting { try store.addImport(source.file, edges: try read(keys)) }
    }
    var report = ImportReport()
    report.replaced = replaced
    report.unchanged = sources.count - fresh.count
    report.added = fresh.count - gone.count
    for file in try store.importedFiles() where fresh.contains(where: { $0.file.id == file.id }) {
      report.nodes += file.nodes
      report.edges += file.edges
    }
    return report
  }

  /// Keeps a file's nodes; what reads its edges once all nodes are there, or nil where it has none.
  private func takeNodes(
    of source: ImportSource, _ options: ImportOptions
  ) throws -> ((NodeKeys) throws -> [ImportedEdges])? {
    if source.file.media == .records {
      let records = try source.withBytes { try RecordsImport($0, path: source.file.path, role: source.role) }
      try addNodes(try records.nodes(), of: source)
      return { try records.edges($0) }
    }
    let holdsNodes = try source.withBytes { bytes in
      let table = try DelimitedImport(bytes, path: source.file.path, role: source.role, options: options)
      if table.holdsNodes { try addNodes(try table.nodes(), of: source) }
      return table.holdsNodes
    }
    if holdsNodes { return nil }
    return { keys in
      try source.withBytes {
        try DelimitedImport($0, path: source.file.path, role: source.role, options: options).edges(keys)
      }
    }
  }

  private func addNodes(_ tables: [ImportedNodes], of source: ImportSource) throws {
    // One by one, so that a row at fault belongs to a known table.
    for table in tables {
      do {
        try store.addImport(source.file, nodes: [table])
      } catch StoreError.duplicateKey(_, let second) {
        let key = "\(table.labels.first ?? ""):\(table.columns[table.key].shown(second))"
        throw ImportFailure(source.file.path, line: Int(table.lines[second]), .duplicateKey(key))
      }
    }
    if tables.isEmpty { try store.addImport(source.file, nodes: []) }
  }
}

/// A file's bytes and what is to be made of them.
private struct ImportSource {
  let file: ImportedFile
  let role: ImportInput.Role
  private let bytes: [UInt8]

  init(_ input: ImportInput) throws {
    role = input.role
    let name = String(input.path.split(separator: "/").last ?? "-")
    let lower = name.lowercased()
    let media: MediaType = lower.hasSuffix(".jsonl") || lower.hasSuffix(".ndjson") ? .records : .table
    do throws(SourceFailure) {
      // Places in a file are kept in 32 bits.
      bytes = try SourceFile.source(at: input.path, limit: Int(UInt32.max)).bytes
    } catch {
      throw ImportFailure(input.path, .unreadable(error))
    }
    guard let characters = Self.characters(bytes) else { throw ImportFailure(input.path, .notUTF8) }
    let role =
      switch input.role {
      case .described: ""
      case .nodes(let labels): "nodes " + labels.joined(separator: ":")
      case .edges(let type, let from, let to): "edges \(type ?? ""):\(from ?? ""):\(to ?? "")"
      }
    file = ImportedFile(
      id: DocumentID(mediaType: media, bytes: bytes, hints: DocumentMetadata(source: role)),
      path: SourceFile.absolutePath(input.path) ?? input.path, name: name, media: media, role: role,
      characters: characters)
  }

  func withBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T { try bytes.withUnsafeBytes(body) }

  /// Number of Unicode scalars; nil where the bytes are no UTF-8.
  private static func characters(_ bytes: [UInt8]) -> Int? {
    var rest = 0
    for byte in bytes where byte >= 0x80 { rest += byte & 0xC0 == 0x80 ? 1 : 0 }
    if rest > 0 || bytes.contains(where: { $0 >= 0x80 }) {
      guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    }
    return bytes.count - rest
  }
}

extension ImportedColumn {
  /// A row's value as text.
  fileprivate func shown(_ row: Int) -> String {
    switch values {
    case .integers(let items): "\(items[row])"
    case .texts(let texts):
      String(decoding: texts.bytes[(row == 0 ? 0 : texts.ends[row - 1])..<texts.ends[row]], as: UTF8.self)
    default: ""
    }
  }
}
