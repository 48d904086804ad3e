import CSQLite
import Glibc
import GraphModel

/// One SQLite file that keeps documents, what extractors claim of them and persons' judgements, and holds the graph derived
/// from these.
///
/// WAL mode: many readers beside one writer, each seeing one state. An instance belongs to one thread at a time.
public final class Store {
  /// What a store is opened for.
  public enum Mode: Hashable, Sendable {
    /// Reading an existing file.
    case read
    /// Reading and writing; the file is made where there is none.
    case write
  }

  /// The path of the file.
  public let path: String
  /// What it was opened for.
  public let mode: Mode
  let database: Database
  let tokens: TokenTable
  let parts: PartTable
  /// The packed tables, as they were last read.
  var imports = KnownImports()
  /// What SQLite counts of other connections' changes, and the read or change of the file in which it was last asked.
  var otherChanges: (epoch: Int, count: Int)?
  /// Tallies that were read, and the version of the file that they are of.
  var tallies: (version: Int, counts: [Token: Int], totals: [TokenTable.Kind: Int]) = (-1, [:], [:])
  /// Changes of the text indexes that wait for the end of the transaction: FTS5 writes out what it has gathered whenever
  /// another statement opens a savepoint, so changes made between other ones would each make a segment of their own.
  var indexChanges = IndexChanges()
  private var isWriting = false

  /// Opens the file at a path.
  ///
  /// - Parameter timeout: how long to wait for another connection's lock, in seconds.
  /// - Parameter maximumBytes: the most bytes that the file may grow to, in whole pages; nil: SQLite's own limit.
  /// - Throws: `StoreError`.
  public init(path: String, mode: Mode, timeout: Double = 10, maximumBytes: Int? = nil) throws {
    self.path = path
    self.mode = mode
    var status = stat()
    let isThere = stat(PathText.bytes(path), &status) == 0
    guard isThere || mode == .write else { throw StoreError.missing }
    if isThere, status.st_mode & S_IFMT != S_IFREG { throw StoreError.cannotOpen("not a file") }
    if isThere, mode == .write, access(PathText.bytes(path), W_OK) != 0 { throw StoreError.readOnly }
    database = try Store.connect(path, mode, timeout: timeout)
    tokens = TokenTable(database: database)
    parts = PartTable(database)
    try Store.verify(database, mode: mode)
    if mode == .write {
      // Of a new file; another one keeps its own. Fewer and larger pages are written in fewer pieces.
      try database.execute("PRAGMA page_size = \(Self.pageBytes)")
      let journal = try database.text("PRAGMA journal_mode = WAL")
      guard journal == "wal" else { throw StoreError.cannotOpen("the file system allows no write-ahead log") }
      try database.execute("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536")
      let bytes = try database.integer("PRAGMA page_size") ?? Self.pageBytes
      try database.execute("PRAGMA wal_autocheckpoint = \(Self.logBytes / bytes); PRAGMA temp_store = MEMORY")
      if let maximumBytes { try database.execute("PRAGMA max_page_count = \(max(1, maximumBytes / bytes))") }
      try Migrations.run(in: database)
    }
  }

  /// Bytes of a page of a new file.
  private static let pageBytes = 1 << 14
  /// So many bytes of the log are moved into the file at once.
  private static let logBytes = 1 << 26
  /// So many bytes of the file are mapped into memory by who only reads.
  private static let mappedBytes = 1 << 28

  private static func connect(_ path: String, _ mode: Mode, timeout: Double) throws -> Database {
    let milliseconds = Int32(clamping: Int(max(0, min(timeout, 86_400)) * 1000))
    var uri = "file:"
    for byte in PathText.bytes(path).dropLast().map(UInt8.init(bitPattern:)) {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), 48...57, 65...90, 97...122:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    if mode == .write {
      let database = try Database(uri: uri, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      sqlite3_busy_timeout(database.handle, milliseconds)
      return database
    }
    let database = try Database(uri: uri, flags: SQLITE_OPEN_READONLY)
    sqlite3_busy_timeout(database.handle, milliseconds)
    // A question reads few of the pages, and not twice: they are used where the system keeps them.
    try database.execute("PRAGMA mmap_size = \(mappedBytes)")
    do {
      _ = try database.integer("PRAGMA user_version")
      return database
    } catch StoreError.cannotOpen {
      // A folder that cannot be written has no room for the log's index; without a log the file does not change.
      guard access(PathText.bytes(path + "-wal"), F_OK) != 0 else { throw StoreError.readOnly }
      return try Database(uri: uri + "?immutable=1", flags: SQLITE_OPEN_READONLY)
    }
  }

  private static func verify(_ database: Database, mode: Mode) throws {
    let application = try database.integer("PRAGMA application_id") ?? 0
    let version = try database.integer("PRAGMA user_version") ?? 0
    if application != Migrations.applicationID {
      let tables = try database.integer("SELECT count(*) FROM sqlite_schema") ?? 0
      // A first ingest that was killed at once leaves an empty file.
      if application == 0, version == 0, tables == 0, mode == .read { throw StoreError.missing }
      guard application == 0, version == 0, tables == 0 else {
        throw StoreError.foreign(application: application)
      }
      return
    }
    guard version <= Migrations.current else {
      throw StoreError.newerSchema(found: version, known: Migrations.current)
    }
    if version < Migrations.current, mode == .read {
      throw StoreError.olderSchema(found: version, known: Migrations.current)
    }
  }

  /// Runs `body` so that everything it reads is of one state of the file.
  public func read<T>(_ body: () throws -> T) throws -> T { try database.transaction(writing: false, body) }

  /// Runs `body` as one change: all of it is kept, or nothing where it throws.
  ///
  /// - Throws: `StoreError.busy` where another connection writes for longer than the time allowed.
  public func write<T>(_ body: () throws -> T) throws -> T {
    guard mode == .write else { throw StoreError.readOnly }
    guard !isWriting else { return try body() }
    isWriting = true
    defer {
      isWriting = false
      indexChanges = IndexChanges()
    }
    do {
      return try database.transaction(writing: true) {
        let result = try body()
        try indexChanges.apply(to: database)
        return result
      }
    } catch {
      tokens.forget()
      parts.forget()
      imports = KnownImports()
      throw error
    }
  }

  /// Size of the file's pages in bytes, without the log.
  public func bytes() throws -> Int {
    (try database.integer("PRAGMA page_count") ?? 0) * (try database.integer("PRAGMA page_size") ?? 0)
  }

  /// A value kept beside the tables.
  public func meta(_ key: String) throws -> String? {
    try database.text("SELECT value FROM meta WHERE key = ?", Binding(key))
  }

  /// Keeps a value beside the tables; nil takes it away.
  public func setMeta(_ key: String, to value: String?) throws {
    if let value {
      try database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", Binding(key), Binding(value))
    } else {
      try database.run("DELETE FROM meta WHERE key = ?", Binding(key))
    }
  }

  /// Moves the log into the file, as far as no reader needs it.
  public func checkpoint() throws {
    sqlite3_wal_checkpoint_v2(database.handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
  }
}
