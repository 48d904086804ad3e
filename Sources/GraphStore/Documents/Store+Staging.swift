import GraphModel

/// An ingest's work that the graph does not show yet: documents of state 0, and where documents are found from now on.
extension Store {
  /// The document that a place holds and its name there, staged work included.
  public func origin(at path: String) throws -> (document: DocumentID, name: String)? {
    try database.with(
      """
      SELECT document, name, 1 AS rank FROM staged_origin WHERE path = ?1
      UNION ALL SELECT document, name, 2 FROM origin WHERE path = ?1 ORDER BY rank LIMIT 1
      """
    ) { row in
      row.bind(1, path)
      guard try row.step(), let document = row.optionalText(0) else { return nil }
      return (DocumentID(document), row.text(1))
    }
  }

  /// The places whose path starts with a text, staged work included, sorted.
  public func origins(startingWith prefix: String) throws -> [String] {
    try database.with(
      """
      SELECT path FROM origin WHERE path >= ?1 AND path < ?2
        AND path NOT IN (SELECT path FROM staged_origin WHERE document IS NULL)
      UNION SELECT path FROM staged_origin WHERE path >= ?1 AND path < ?2 AND document IS NOT NULL ORDER BY path
      """
    ) { row in
      row.bind(1, prefix)
      row.bind(2, prefix + "\u{10FFFF}")
      var paths: [String] = []
      while try row.step() { paths.append(row.text(0)) }
      return paths
    }
  }

  /// Whether a document was read by exactly these extractors, staged work included.
  public func isUpToDate(_ id: DocumentID, fingerprint: String) throws -> Bool {
    try database.integer(
      "SELECT fingerprint FROM document WHERE id = ? ORDER BY state LIMIT 1", Binding(id.description))
      == Int(StagedDocument.number(of: fingerprint))
  }

  /// Numbers of the documents that the graph shows and other extractors read, sorted; not those that were read again since.
  public func staleDocuments(fingerprint: String) throws -> [Int] {
    try database.with(
      """
      SELECT number FROM document AS shown WHERE state = 1 AND fingerprint <> ?
        AND NOT EXISTS (SELECT 1 FROM document WHERE id = shown.id AND state = 0) ORDER BY number
      """
    ) { row in
      row.bind([Binding(StagedDocument.number(of: fingerprint))])
      var numbers: [Int] = []
      while try row.step() { numbers.append(row.integer(0)) }
      return numbers
    }
  }

  /// Numbers of the documents that the graph shows and these extractors read, sorted; not those that were read again since.
  public func documents(readBy fingerprint: String) throws -> [Int] {
    try database.with(
      """
      SELECT number FROM document AS shown WHERE state = 1 AND fingerprint = ?
        AND NOT EXISTS (SELECT 1 FROM document WHERE id = shown.id AND state = 0) ORDER BY number
      """
    ) { row in
      row.bind([Binding(StagedDocument.number(of: fingerprint))])
      var numbers: [Int] = []
      while try row.step() { numbers.append(row.integer(0)) }
      return numbers
    }
  }

  /// Whether these extractors read any document, staged work included.
  public func holdsDocuments(readBy fingerprint: String) throws -> Bool {
    try database.integer(
      "SELECT 1 FROM document WHERE fingerprint = ? AND state < 2 LIMIT 1",
      Binding(StagedDocument.number(of: fingerprint))) != nil
  }

  /// Says that other extractors would find in some documents what is kept of them.
  public func renew(_ numbers: [Int], fingerprint: String) throws {
    for number in numbers {
      try database.run(
        "UPDATE document SET fingerprint = ? WHERE number = ?", Binding(StagedDocument.number(of: fingerprint)),
        .integer(number))
    }
  }

  /// Whether there is a document, staged work included.
  public func holds(_ id: DocumentID) throws -> Bool {
    try database.integer("SELECT 1 FROM document WHERE id = ? LIMIT 1", Binding(id.description)) != nil
  }

  /// Whether nothing is known of a place, not even that it is to hold no document any more.
  public func isFree(_ path: String) throws -> Bool {
    try database.integer(
      "SELECT 1 FROM origin WHERE path = ?1 UNION ALL SELECT 1 FROM staged_origin WHERE path = ?1", .text(path)) == nil
  }

  /// The largest number of a document so far, never below their count; 0 where there is none.
  public func newestDocument() throws -> Int { try database.integer("SELECT max(number) FROM document") ?? 0 }

  /// Keeps a document for the next derivation; it takes the place of an earlier one of the same identity.
  public func stage(_ document: StagedDocument) throws {
    if let number = try database.integer(
      "SELECT number FROM document WHERE id = ? AND state = 0", Binding(document.id.description))
    {
      try forgetText(ofDocument: number)
    }
    try insert(document, state: 0)
  }

  /// Keeps a document that the graph is about to show: one that no earlier reading is there of. Call it inside the `write`
  /// that derives it.
  ///
  /// - Returns: its number.
  public func add(_ document: StagedDocument) throws -> Int { try insert(document, state: 1) }

  @discardableResult
  private func insert(_ document: StagedDocument, state: Int) throws -> Int {
    try database.run(
      """
      INSERT INTO document (id, state, fingerprint, media, published, metadata, characters, entities, relations)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, .text(document.id.description), .integer(state), Binding(document.fingerprint),
      .text(document.media.rawValue), .text(document.published), .blob(document.metadata.array),
      .integer(document.characters), .integer(document.entities), .integer(document.relations))
    let number = database.lastRow
    try database.with("INSERT INTO content VALUES (?, ?, ?)") { row in
      row.bind(1, number)
      row.bind(2, document.text)
      row.bind(3, document.cleaning)
      try row.run()
    }
    try database.with("INSERT INTO finding VALUES (?, ?)") { row in
      row.bind(1, number)
      row.bind(2, document.findings)
      try row.run()
    }
    indexChanges.add(document.tokens, row: number, to: .text)
    return number
  }

  /// Says which document of the graph a place holds where it held none. Call it inside `write`.
  public func addOrigin(_ path: String, name: String, document: DocumentID) throws {
    try database.run(
      "INSERT INTO origin VALUES (?, ?, ?)", .text(path), .text(document.description), .text(name))
  }

  /// Says which document a place holds from the next derivation on; nil: none any more.
  public func stageOrigin(_ path: String, name: String, document: DocumentID?) throws {
    try database.run(
      "INSERT OR REPLACE INTO staged_origin VALUES (?, ?, ?)", .text(path), Binding(document?.description),
      .text(name))
  }

  /// Number of documents and places that wait for a derivation.
  public func pendingCount() throws -> Int {
    (try database.integer("SELECT count(*) FROM document WHERE state = 0") ?? 0)
      + (try database.integer("SELECT count(*) FROM staged_origin") ?? 0)
  }

  /// Takes up to some staged documents and all that follows from them: their places, documents that no place holds any
  /// more, earlier readings. Call it inside `write`; afterwards the documents of `added` are those that the graph shows.
  ///
  /// - Returns: numbers of documents that come to the graph and that leave it; both empty where nothing waits.
  public func takePending(limit: Int) throws -> PendingChange {
    var change = PendingChange()
    let staged = try database.with("SELECT number, id FROM document WHERE state = 0 ORDER BY number LIMIT ?") {
      row -> [(number: Int, id: String)] in
      row.bind(1, limit)
      var found: [(Int, String)] = []
      while try row.step() { found.append((row.integer(0), row.text(1))) }
      return found
    }
    for (number, id) in staged {
      if let earlier = try database.integer("SELECT number FROM document WHERE id = ? AND state = 1", .text(id)) {
        change.removed.append(earlier)
        try database.run("UPDATE document SET state = 2 WHERE number = ?", .integer(earlier))
      }
      try database.run("UPDATE document SET state = 1 WHERE number = ?", .integer(number))
      change.added.append(number)
    }
    // Places whose document is in the graph by now, and places that hold none any more.
    let ready =
      "SELECT path FROM staged_origin WHERE document IS NULL OR document IN (SELECT id FROM document WHERE state = 1)"
    let left = try database.with(
      "SELECT DISTINCT document FROM origin WHERE path IN (\(ready))"
    ) { row -> [String] in
      var found: [String] = []
      while try row.step() { found.append(row.text(0)) }
      return found
    }
    try database.run("DELETE FROM origin WHERE path IN (\(ready))")
    try database.run(
      """
      INSERT OR REPLACE INTO origin SELECT path, document, name FROM staged_origin
      WHERE document IN (SELECT id FROM document WHERE state = 1)
      """)
    try database.run(
      "DELETE FROM staged_origin WHERE document IS NULL OR document IN (SELECT id FROM document WHERE state = 1)")
    for id in Set(left).union(staged.map(\.id)).sorted() {
      let isHeld =
        try database.integer(
          """
          SELECT EXISTS (SELECT 1 FROM origin WHERE document = ?1)
            OR EXISTS (SELECT 1 FROM staged_origin WHERE document = ?1)
          """, .text(id)) == 1
      guard !isHeld,
        let number = try database.integer("SELECT number FROM document WHERE id = ? AND state = 1", .text(id))
      else { continue }
      if let index = change.added.firstIndex(of: number) {
        // Read, then gone from its place before it came to the graph.
        change.added.remove(at: index)
        try forgetText(ofDocument: number)
      } else {
        change.removed.append(number)
        try database.run("UPDATE document SET state = 2 WHERE number = ?", .integer(number))
      }
    }
    return change
  }

  /// Removes what is kept of a document that left the graph.
  public func forget(document number: Int) throws { try forgetText(ofDocument: number) }

  /// Gives up what waits for a derivation. Call it inside `write`.
  public func discardPending() throws {
    let numbers = try database.with("SELECT number FROM document WHERE state = 0") { row -> [Int] in
      var found: [Int] = []
      while try row.step() { found.append(row.integer(0)) }
      return found
    }
    for number in numbers { try forgetText(ofDocument: number) }
    try database.run("DELETE FROM staged_origin")
  }

  private func forgetText(ofDocument number: Int) throws {
    let folded = Folding.fold(try text(ofDocument: number).clean, lowercasing: true)
    indexChanges.remove(HeldBytes(SearchTokens.bytes(of: folded)), row: number, from: .text)
    for table in ["presence", "content", "finding", "document"] {
      try database.run("DELETE FROM \(table) WHERE number = ?", .integer(number))
    }
  }
}

/// Documents that come to the graph and that leave it.
public struct PendingChange: Hashable, Sendable {
  /// Numbers of documents that come.
  public var added: [Int] = []
  /// Numbers of documents that leave.
  public var removed: [Int] = []

  /// Whether nothing changes.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty }
}
