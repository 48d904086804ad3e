import GraphModel

/// Imported files and their packed tables.
extension Store {
  /// The packed tables of the present state of the file.
  func catalogue() throws -> PackedCatalogue {
    if let known = imports.known, imports.epoch == database.epoch, database.isInTransaction { return known }
    let version = try version()
    if let known = imports.known, imports.version == version {
      imports.epoch = database.epoch
      return known
    }
    let generation = try database.integer("SELECT value FROM meta WHERE key = 'imports'") ?? 0
    imports.epoch = database.epoch
    imports.version = version
    if let known = imports.known, imports.generation == generation { return known }
    parts.forget()
    var files: [(ImportedFile, FileTables)] = []
    if generation > 0 {
      try database.with("SELECT number, id, path, name, media, role, characters, nodes, edges, tables FROM import") {
        row in
        while try row.step() {
          var file = ImportedFile(
            id: DocumentID(row.text(1)), path: row.text(2), name: row.text(3),
            media: MediaType(rawValue: row.text(4)) ?? .table, role: row.text(5), characters: row.integer(6))
          file.number = row.integer(0)
          file.nodes = row.integer(7)
          file.edges = row.integer(8)
          files.append((file, try FileTables(row.blob(9))))
        }
      }
    }
    let catalogue = try PackedCatalogue(files, tokens: tokens, parts: parts)
    imports = KnownImports(known: catalogue, epoch: database.epoch, version: version, generation: generation)
    return catalogue
  }

  /// The imported files, by identity.
  public func importedFiles() throws -> [ImportedFile] { try catalogue().files }

  /// Removes imported files. Call it inside `write`.
  ///
  /// - Throws: `StoreError.stillNeeded` where edges of another file lead to their nodes.
  public func removeImports(_ gone: [ImportedFile]) throws {
    guard !gone.isEmpty else { return }
    let numbers = Set(gone.map(\.number))
    for table in try catalogue().edges where !numbers.contains(table.file.number) {
      for end in [table.record.source, table.record.target] where numbers.contains(end.file) {
        let needed = gone.first { $0.number == end.file }
        throw StoreError.stillNeeded(nodes: needed?.path ?? "", edges: table.file.path)
      }
    }
    for file in gone {
      let tables = try FileTables(
        database.blob("SELECT tables FROM import WHERE number = ?", .integer(file.number)) ?? [0, 0])
      for part in tables.parts { try parts.remove(part: part) }
      try database.run("DELETE FROM import WHERE number = ?", .integer(file.number))
    }
    try noteImports()
  }

  /// The files of which edges lead to nodes of others.
  public func importsLeading(to others: [ImportedFile]) throws -> [ImportedFile] {
    let numbers = Set(others.map(\.number))
    let leading = try catalogue().edges.filter {
      numbers.contains($0.record.source.file) || numbers.contains($0.record.target.file)
    }
    return Set(leading.map(\.file)).sorted { $0.id < $1.id }
  }

  /// Keeps a file's nodes. Call it inside `write`.
  ///
  /// - Throws: `StoreError.duplicateKey` with rows of the table at fault.
  public func addImport(_ file: ImportedFile, nodes: [ImportedNodes]) throws {
    let packer = ColumnPacker(parts: parts, tokens: tokens)
    var tables = FileTables()
    for table in nodes where !table.lines.isEmpty {
      let labels = try table.labels.map { try tokens.make(.label, $0) }
      var columns: [ColumnRecord] = []
      for (index, column) in table.columns.enumerated() {
        columns.append(try packer.pack(column, isKey: index == table.key, isName: column.name == "name"))
      }
      tables.nodes.append(
        NodeTableRecord(
          labels: labels, space: table.space, key: columns[table.key].key, count: table.lines.count, columns: columns,
          lines: try lines(table.lines)))
    }
    try keep(file, tables)
  }

  /// Adds a file's edges to what is kept of it; the file's nodes come first. Call it inside `write`.
  public func addImport(_ file: ImportedFile, edges: [ImportedEdges]) throws {
    let catalogue = try catalogue()
    let packer = EdgePacker(columns: ColumnPacker(parts: parts, tokens: tokens))
    var tables = FileTables()
    for table in edges where !table.from.isEmpty {
      let source = catalogue.nodes[table.source]
      let target = catalogue.nodes[table.target]
      tables.edges.append(try packer.pack(table, from: source, to: target))
    }
    try keep(file, tables)
  }

  private func lines(_ lines: [UInt32]) throws -> LinesRecord {
    let first = lines.first ?? 0
    if lines.enumerated().allSatisfy({ $1 == first &+ UInt32($0) }) { return .rising(first: Int(first)) }
    return .listed(try parts.write(lines, bound: 0))
  }

  private func keep(_ file: ImportedFile, _ new: FileTables) throws {
    var tables = try FileTables(
      database.blob("SELECT tables FROM import WHERE id = ?", .text(file.id.description)) ?? [0, 0])
    tables.nodes += new.nodes
    tables.edges += new.edges
    try database.run(
      """
      INSERT INTO import (id, path, name, media, role, characters, nodes, edges, tables)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      ON CONFLICT (id) DO UPDATE SET nodes = ?7, edges = ?8, tables = ?9
      """, .text(file.id.description), .text(file.path), .text(file.name), .text(file.media.rawValue),
      .text(file.role), .integer(file.characters), .integer(tables.nodes.reduce(0) { $0 + $1.count }),
      .integer(tables.edges.reduce(0) { $0 + $1.count }), .blob(tables.encode()))
    try noteImports()
  }

  /// Says that the packed tables changed: what was read of them is out of date.
  private func noteImports() throws {
    let generation = try database.integer("SELECT value FROM meta WHERE key = 'imports'") ?? 0
    try database.run("INSERT OR REPLACE INTO meta VALUES ('imports', ?)", .integer(generation + 1))
    imports = KnownImports()
  }

  /// Leads keys to the imported nodes. Call it inside `write`, after the nodes came.
  public func nodeKeys() throws -> NodeKeys { try NodeKeys(catalogue(), tokens) }

  /// Finds two imported nodes of one type and key; nil where there are none.
  ///
  /// - Returns: the key, and the files that hold it.
  public func clashingImports() throws -> (key: String, files: [String])? {
    let catalogue = try catalogue()
    for (index, table) in catalogue.nodes.enumerated() {
      for other in catalogue.nodes[..<index] where other.labels.first == table.labels.first {
        guard let column = table.keyColumn, let others = other.keyColumn else { continue }
        for row in 0..<table.count {
          guard let key = try column.value(at: row), try others.row(ofKey: key) != nil else { continue }
          return (try importedKey(table, row), [other.file.path, table.file.path].sorted())
        }
      }
    }
    return nil
  }
}

/// What a store remembers of the packed tables.
struct KnownImports {
  var known: PackedCatalogue?
  /// The read or change of the file in which it was last known to be up to date.
  var epoch = -1
  /// The version of the file at that time.
  var version: Int?
  /// The state of the tables that it shows.
  var generation = 0
}
