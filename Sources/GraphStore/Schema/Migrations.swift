import CSQLite

/// The tables of the store, as steps from one schema version to the next.
///
/// Kept: `document`, `content`, `finding`, `origin`, `judgement`, `import`, `packed`, `meta`. Derived, and made anew from these at any time:
/// `presence`, `profile`, `block`, `node`, `name`, `edge`, `outgoing`, `incoming`, `tally`, the indexes.
/// `staged_origin` and documents of state 0 are an ingest's work that the graph does not show yet.
///
/// A profile is what identifies one or several equal claims; profiles that share no block are never one node.
enum Migrations {
  /// "TUPU" in ASCII.
  static let applicationID = 0x5455_5055

  /// The version that this program writes.
  static var current: Int { steps.count }

  /// Step *i* leads from version *i* to *i* + 1.
  private static let steps = [
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

    CREATE TABLE document (
      number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, state INTEGER NOT NULL, fingerprint INTEGER NOT NULL,
      media TEXT NOT NULL, published TEXT NOT NULL, metadata BLOB NOT NULL, characters INTEGER NOT NULL,
      entities INTEGER NOT NULL, relations INTEGER NOT NULL);
    CREATE UNIQUE INDEX document_id ON document (id, state);
    CREATE INDEX document_order ON document (state, published DESC, id);
    CREATE TABLE content (number INTEGER PRIMARY KEY REFERENCES document, text BLOB NOT NULL, cleaning BLOB NOT NULL);
    CREATE TABLE finding (
      number INTEGER PRIMARY KEY REFERENCES document, record BLOB NOT NULL, claims BLOB NOT NULL);
    CREATE TABLE origin (path TEXT PRIMARY KEY, document TEXT NOT NULL, name TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX origin_document ON origin (document, path);
    CREATE INDEX origin_name ON origin (name);
    CREATE TABLE staged_origin (path TEXT PRIMARY KEY, document TEXT, name TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX staged_origin_document ON staged_origin (document);
    CREATE TABLE judgement (
      number INTEGER PRIMARY KEY AUTOINCREMENT, decision BLOB NOT NULL, author TEXT NOT NULL, time TEXT NOT NULL,
      reason TEXT NOT NULL);

    CREATE TABLE token (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (kind, name));
    CREATE TABLE presence (number INTEGER PRIMARY KEY REFERENCES document, profiles BLOB NOT NULL, edges BLOB NOT NULL);
    CREATE TABLE profile (
      id INTEGER PRIMARY KEY, node INTEGER NOT NULL, claims INTEGER NOT NULL, mentions INTEGER NOT NULL,
      claim BLOB NOT NULL, places BLOB NOT NULL);
    CREATE INDEX profile_node ON profile (node);
    CREATE TABLE block (hash INTEGER, profile INTEGER, PRIMARY KEY (hash, profile)) WITHOUT ROWID;
    CREATE TABLE node (
      id INTEGER PRIMARY KEY, type INTEGER NOT NULL, degree INTEGER NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL);
    CREATE INDEX node_type ON node (type);
    CREATE TABLE name (folded TEXT, node INTEGER, PRIMARY KEY (folded, node)) WITHOUT ROWID;
    CREATE TABLE edge (
      id INTEGER PRIMARY KEY, type INTEGER NOT NULL, source INTEGER NOT NULL, target INTEGER NOT NULL,
      key TEXT NOT NULL, body BLOB NOT NULL, forms BLOB NOT NULL, places BLOB NOT NULL);
    CREATE INDEX edge_type ON edge (type, id, source, target);
    CREATE TABLE outgoing (
      node INTEGER, type INTEGER, edge INTEGER, neighbor INTEGER, PRIMARY KEY (node, type, edge)) WITHOUT ROWID;
    CREATE TABLE incoming (
      node INTEGER, type INTEGER, edge INTEGER, neighbor INTEGER, PRIMARY KEY (node, type, edge)) WITHOUT ROWID;
    CREATE TABLE tally (token INTEGER PRIMARY KEY, count INTEGER NOT NULL);
    CREATE VIRTUAL TABLE text_index USING fts5 (
      tokens, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
    CREATE VIRTUAL TABLE name_index USING fts5 (
      tokens, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
    """,
    """
    CREATE TABLE import (
      number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, name TEXT NOT NULL,
      media TEXT NOT NULL, role TEXT NOT NULL, characters INTEGER NOT NULL, nodes INTEGER NOT NULL,
      edges INTEGER NOT NULL, tables BLOB NOT NULL);
    CREATE TABLE packed (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
    """,
    // What identifies entities follows from the findings; the key of an edge from its type and the keys of its ends.
    """
    ALTER TABLE finding DROP COLUMN claims;
    DELETE FROM meta WHERE key = 'claims';
    CREATE TABLE marked (
      id INTEGER PRIMARY KEY, type INTEGER NOT NULL, source INTEGER NOT NULL, target INTEGER NOT NULL,
      mark TEXT NOT NULL, body BLOB NOT NULL, forms BLOB NOT NULL, places BLOB NOT NULL);
    INSERT INTO marked SELECT id, type, source, target,
      CASE WHEN key = part THEN '' WHEN substr(key, 1, length(part) + 1) = part || ' ' THEN substr(key, length(part) + 1)
        ELSE key END, body, forms, places
      FROM (
        SELECT edge.*, token.name || ' ' || s.key || ' -> ' || t.key AS part FROM edge
        JOIN token ON token.number = edge.type JOIN node s ON s.id = source JOIN node t ON t.id = target)
      ORDER BY id;
    DROP TABLE edge;
    ALTER TABLE marked RENAME TO edge;
    """,
  ]

  /// Makes the tables, or brings older ones up to the current version.
  static func run(in database: Database) throws {
    try database.transaction(writing: true) {
      // Another process may have done it while this one waited for the lock.
      let found = try database.integer("PRAGMA user_version") ?? 0
      guard found < current else { return }
      for step in steps[found...] { try database.execute(step) }
      try database.execute("PRAGMA application_id = \(applicationID)")
      try database.execute("PRAGMA user_version = \(current)")
    }
  }
}
