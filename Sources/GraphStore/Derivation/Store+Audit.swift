import CSQLite
import GraphModel

/// What an audit of the file asks.
extension Store {
  /// What SQLite's own check of pages, indexes and foreign keys finds wrong; empty where all is well.
  public func damages() throws -> [String] {
    var found: [String] = []
    try database.with("PRAGMA integrity_check(100)") { row in
      while try row.step() { if row.text(0) != "ok" { found.append(row.text(0)) } }
    }
    try database.with("PRAGMA foreign_key_check") { row in
      while try row.step() { found.append("row \(row.integer(1)) of \(row.text(0)) has no \(row.text(2))") }
    }
    return found
  }

  /// Writes a copy of the file's present state to a path that holds no file yet.
  public func copy(to path: String) throws {
    try database.run("VACUUM INTO ?", .text(path))
  }

  /// Keys of edges whose row, ends and neighbourhood do not agree.
  public func brokenEdges() throws -> [String] {
    try texts(
      """
      SELECT \(Self.edgeKey) FROM \(Self.edgeTables)
      WHERE source NOT IN (SELECT id FROM node) OR target NOT IN (SELECT id FROM node)
        OR NOT EXISTS (SELECT 1 FROM outgoing o WHERE o.node = source AND o.type = edge.type AND o.edge = edge.id
          AND o.neighbor = target)
        OR NOT EXISTS (SELECT 1 FROM incoming i WHERE i.node = target AND i.type = edge.type AND i.edge = edge.id
          AND i.neighbor = source)
      UNION SELECT 'edge ' || edge FROM outgoing WHERE edge NOT IN (SELECT id FROM edge)
      UNION SELECT 'edge ' || edge FROM incoming WHERE edge NOT IN (SELECT id FROM edge)
      """)
  }

  /// Keys of nodes whose stored number of edges is wrong.
  public func wrongDegrees() throws -> [String] {
    try texts(
      """
      SELECT key FROM node WHERE degree <> (SELECT count(*) FROM outgoing WHERE node = node.id)
        + (SELECT count(*) FROM incoming WHERE node = node.id)
      """)
  }

  /// Keys of nodes without any claim.
  public func orphanNodes() throws -> [String] {
    try texts("SELECT key FROM node WHERE id NOT IN (SELECT node FROM profile WHERE length(places) > 0)")
  }

  /// Keys of edges without any claim.
  public func orphanEdges() throws -> [String] {
    try texts("SELECT \(Self.edgeKey) FROM \(Self.edgeTables) WHERE length(places) = 0")
  }

  /// Identities of documents that have no text or no findings, and places that lead to no document.
  public func incompleteDocuments() throws -> [String] {
    try texts(
      """
      SELECT id FROM document WHERE number NOT IN (SELECT number FROM content)
        OR number NOT IN (SELECT number FROM finding)
      UNION SELECT path FROM origin WHERE document NOT IN (SELECT id FROM document WHERE state = 1)
      UNION SELECT id FROM document WHERE state = 1 AND id NOT IN (SELECT document FROM origin)
      """)
  }

  /// Whether the index of the texts holds exactly the tokens of a document.
  public func isIndexed(document number: Int) throws -> Bool {
    let folded = Folding.fold(try text(ofDocument: number).clean, lowercasing: true)
    guard let token = SearchTokens.line(of: folded).split(separator: " ").first else { return true }
    return try database.integer(
      "SELECT 1 FROM text_index WHERE text_index MATCH ?1 AND rowid = ?2", .text("\"\(token)\""), .integer(number))
      != nil
  }

  private func texts(_ sql: String) throws -> [String] {
    try database.with(sql) { row in
      var found: [String] = []
      while try row.step() { found.append(row.text(0)) }
      return found
    }
  }
}
