import GraphModel

/// Documents that the graph shows.
extension Store {
  private static let columns = "number, id, media, metadata, characters, entities, relations"

  /// Number of documents.
  public func documentCount() throws -> Int {
    try database.integer("SELECT count(*) FROM document WHERE state = 1") ?? 0
  }

  /// Length of all decoded texts in Unicode scalars, and the first and the last publishing date.
  public func documentTotals() throws -> (characters: Int, earliest: String?, latest: String?) {
    try database.with(
      """
      SELECT coalesce(sum(characters), 0), min(nullif(published, '')), max(nullif(published, '')) FROM document
      WHERE state = 1
      """
    ) { row in
      guard try row.step() else { return (0, nil, nil) }
      return (row.integer(0), row.optionalText(1), row.optionalText(2))
    }
  }

  /// Calls `body` for every document by rising identity until it returns false.
  public func scanDocuments(_ body: (StoredDocument) throws -> Bool) throws {
    // `+state` keeps SQLite to the index by identity.
    try database.with("SELECT \(Self.columns) FROM document WHERE +state = 1 ORDER BY id") { row in
      while try row.step() { guard try body(document(row)) else { return } }
    }
  }

  /// The document of an identity.
  public func document(_ id: DocumentID) throws -> StoredDocument? {
    try database.with("SELECT \(Self.columns) FROM document WHERE id = ? AND state = 1") { row in
      row.bind(1, id.description)
      return try row.step() ? document(row) : nil
    }
  }

  /// The document of a number.
  public func document(number: Int) throws -> StoredDocument? {
    try database.with("SELECT \(Self.columns) FROM document WHERE number = ? AND state = 1") { row in
      row.bind(1, number)
      return try row.step() ? document(row) : nil
    }
  }

  /// The documents whose identity starts with some digits, by identity.
  public func documents(withPrefix digits: String, limit: Int) throws -> [StoredDocument] {
    try database.with(
      "SELECT \(Self.columns) FROM document WHERE id >= ?1 AND id < ?1 || 'g' AND state = 1 ORDER BY id LIMIT ?2"
    ) { row in
      row.bind(1, digits)
      row.bind(2, limit)
      return try documents(row)
    }
  }

  /// The documents found at a path or known by a name, by identity.
  public func documents(named name: String) throws -> [StoredDocument] {
    try database.with(
      """
      SELECT \(Self.columns) FROM document WHERE state = 1 AND id IN (
        SELECT document FROM origin WHERE path = ?1 UNION SELECT document FROM origin WHERE name = ?1) ORDER BY id
      """
    ) { row in
      row.bind(1, name)
      return try documents(row)
    }
  }

  /// Where a document was found, sorted.
  public func origins(of id: DocumentID) throws -> [Origin] {
    try database.with("SELECT path, name FROM origin WHERE document = ? ORDER BY path") { row in
      row.bind(1, id.description)
      var origins: [Origin] = []
      while try row.step() { origins.append(Origin(path: row.text(0), name: row.text(1))) }
      return origins
    }
  }

  /// Number of places where documents were found.
  public func originCount() throws -> Int { try database.integer("SELECT count(*) FROM origin") ?? 0 }

  /// The decoded text of a document's source.
  public func source(ofDocument number: Int) throws -> ScalarText {
    try database.with("SELECT text FROM content WHERE number = ?") { row in
      row.bind(1, number)
      return try row.step() ? try row.withBytes(0) { try TextCodec.decode($0) } : ScalarText()
    }
  }

  /// A document's texts.
  ///
  /// - Throws: `StoreError.damaged`.
  public func text(ofDocument number: Int) throws -> StoredText {
    try database.with("SELECT text, cleaning FROM content WHERE number = ?") { row in
      row.bind(1, number)
      guard try row.step() else { throw StoreError.damaged("document \(number) has no text") }
      let source = try row.withBytes(0) { try TextCodec.decode($0) }
      let (clean, offsets) = try CleaningCodec.decode(row.blob(1), source: source)
      return StoredText(source: source, clean: clean, offsets: offsets)
    }
  }

  /// What extractors claim of a document.
  ///
  /// - Throws: `StoreError.damaged`.
  public func findings(ofDocument number: Int) throws -> Findings {
    try database.with(
      "SELECT document.id, record FROM finding JOIN document USING (number) WHERE number = ?"
    ) { row in
      row.bind(1, number)
      guard try row.step() else { throw StoreError.damaged("document \(number) has no findings") }
      return try FindingsCodec.decode(row.blob(1), document: DocumentID(row.text(0)))
    }
  }

  /// Of some documents the newest ones by publishing date, then by identity; those without a date come last.
  public func newest(of numbers: [Int], limit: Int) throws -> [StoredDocument] {
    var result: [StoredDocument] = []
    guard limit > 0 else { return [] }
    try scanNewest(among: numbers) { number in
      if let document = try document(number: number) { result.append(document) }
      return result.count < limit
    }
    return result
  }

  /// Calls `body` with the numbers of some documents, the newest first, until it returns false.
  ///
  /// - Parameter numbers: rising.
  public func scanNewest(among numbers: [Int], _ body: (Int) throws -> Bool) throws {
    // Few are looked up and sorted; many are met soon on a walk over all, the newest first.
    if numbers.count > 32, numbers.count * numbers.count > (try newestDocument()) {
      return try scanNewest { Self.contains(numbers, $0) ? try body($0) : true }
    }
    let sorted = try numbers.compactMap { number -> (published: String, id: String, number: Int)? in
      try database.with("SELECT published, id FROM document WHERE number = ? AND state = 1") { row in
        row.bind(1, number)
        return try row.step() ? (row.text(0), row.text(1), number) : nil
      }
    }.sorted { $0.published == $1.published ? $0.id < $1.id : $0.published > $1.published }
    for document in sorted { guard try body(document.number) else { return } }
  }

  private static func contains(_ sorted: [Int], _ number: Int) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == number
  }

  /// Calls `body` with every document's number, the newest first, until it returns false.
  public func scanNewest(_ body: (Int) throws -> Bool) throws {
    try database.with("SELECT number FROM document WHERE state = 1 ORDER BY published DESC, id") { row in
      while try row.step() { guard try body(row.integer(0)) else { return } }
    }
  }

  private func documents(_ row: Statement) throws -> [StoredDocument] {
    var result: [StoredDocument] = []
    while try row.step() { result.append(try document(row)) }
    return result
  }

  private func document(_ row: Statement) throws -> StoredDocument {
    StoredDocument(
      number: row.integer(0), id: DocumentID(row.text(1)), media: MediaType(rawValue: row.text(2)) ?? .text,
      metadata: try MetadataCodec.decode(row.blob(3)), characters: row.integer(4), entities: row.integer(5),
      relations: row.integer(6))
  }
}
