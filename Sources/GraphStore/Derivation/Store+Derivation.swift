import GraphModel

/// What a derivation reads and replaces as a whole.
extension Store {
  /// What a document's entities and relations became; empty lists before its derivation.
  public func presenceRecord(ofDocument number: Int) throws -> PresenceRecord {
    try database.with("SELECT profiles, edges FROM presence WHERE number = ?") { row in
      row.bind(1, number)
      guard try row.step() else { return PresenceRecord(profiles: [], edges: []) }
      return PresenceRecord(
        profiles: try row.withBytes(0) { try PresenceCodec.decode($0) },
        edges: try row.withBytes(1) { try PresenceCodec.decode($0) })
    }
  }

  /// A document's relations.
  ///
  /// - Throws: `StoreError.damaged`.
  public func relations(ofDocument number: Int) throws -> RelationList {
    guard let record = try database.blob("SELECT record FROM finding WHERE number = ?", .integer(number)) else {
      throw StoreError.damaged("document \(number) has no findings")
    }
    return try RelationList(findings: record)
  }

  /// The identity of a document, whatever its state.
  public func identity(ofDocument number: Int) throws -> DocumentID? {
    try database.text("SELECT id FROM document WHERE number = ?", .integer(number)).map { DocumentID($0) }
  }

  /// Numbers of the documents that are in the graph or wait for it, sorted.
  public func documentNumbers() throws -> [Int] {
    try database.with("SELECT number FROM document ORDER BY number") { row in
      var numbers: [Int] = []
      while try row.step() { numbers.append(row.integer(0)) }
      return numbers
    }
  }

  /// Adds to the number of nodes of a label or of edges of a type.
  func count(_ token: Token, by change: Int) throws {
    guard change != 0 else { return }
    try database.run(
      "INSERT INTO tally VALUES (?1, ?2) ON CONFLICT (token) DO UPDATE SET count = count + ?2",
      .integer(Int(token)), .integer(change))
  }

  /// Empties the derived graph; afterwards every document waits for its derivation. Call it inside `write`.
  public func emptyGraph() throws {
    for table in ["presence", "profile", "block", "node", "name", "edge", "outgoing", "incoming", "tally"] {
      try database.execute("DELETE FROM \(table)")
    }
    indexChanges.clear(.name)
    try database.execute("INSERT INTO name_index (name_index) VALUES ('delete-all')")
    let outdated = try database.with(
      "SELECT number FROM document WHERE state = 1 AND id IN (SELECT id FROM document WHERE state = 0)"
    ) { row -> [Int] in
      var numbers: [Int] = []
      while try row.step() { numbers.append(row.integer(0)) }
      return numbers
    }
    for number in outdated { try forget(document: number) }
    try database.execute("UPDATE document SET state = 0 WHERE state = 1")
  }

  /// Makes the index of the texts anew. Call it inside `write`.
  public func rebuildTextIndex() throws {
    indexChanges.clear(.text)
    try database.execute("INSERT INTO text_index (text_index) VALUES ('delete-all')")
    // The tokens of a whole step of an ingest are written at once, not a megabyte at a time, and eight of these segments are
    // merged, not four: merging them took longer than writing them, and a search looks into eight as soon as into four.
    try database.execute("INSERT INTO text_index (text_index, rank) VALUES ('hashsize', \(1 << 24))")
    try database.execute("INSERT INTO text_index (text_index, rank) VALUES ('automerge', 8)")
    for number in try documentNumbers() {
      let folded = Folding.fold(try text(ofDocument: number).clean, lowercasing: true)
      // Not gathered: this is every text, and nothing else is written between.
      try database.run(
        "INSERT INTO text_index (rowid, tokens) VALUES (?, ?)", .integer(number), .text(SearchTokens.line(of: folded)))
    }
    try setMeta("tokens", to: SearchTokens.version)
  }

  /// Writes gathered changes of the text indexes before the end of a long transaction.
  public func writeIndexChanges() throws {
    try indexChanges.apply(to: database)
    indexChanges = IndexChanges()
  }

  /// Whether the indexes were made by the rule that this program searches by.
  public func isIndexCurrent() throws -> Bool { try meta("tokens") == SearchTokens.version }
}
