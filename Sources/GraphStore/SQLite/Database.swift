import CSQLite

/// A connection to an SQLite file, for one thread at a time.
final class Database {
  let handle: OpaquePointer
  private var idle: [String: [Statement]] = [:]
  private var depth = 0
  /// What every question runs, at hand without a look for it.
  private var begin: Statement?
  private var commit: Statement?
  private var dataVersion: Statement?
  /// Number of transactions so far: what was read in one of them may be out of date in the next.
  private(set) var epoch = 0

  /// Opens a connection.
  ///
  /// - Parameter uri: a path or a `file:` URI.
  init(uri: String, flags: Int32) throws(StoreError) {
    _ = Database.settings
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(uri, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nil)
    guard code == SQLITE_OK, let opened else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw Database.error(code, message)
    }
    handle = opened
    sqlite3_extended_result_codes(opened, 1)
    // A file from elsewhere must not run code through its schema (views, triggers, generated columns).
    tupu_sqlite_configure(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    tupu_sqlite_configure(opened, SQLITE_DBCONFIG_DEFENSIVE, 1)
  }

  deinit {
    (begin, commit, dataVersion) = (nil, nil, nil)
    idle = [:]
    sqlite3_close_v2(handle)
  }

  /// Runs statements that return nothing.
  func execute(_ sql: String) throws(StoreError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// Lends a prepared statement to `body`; it may lend the same statement again inside.
  func with<T>(_ sql: String, _ body: (Statement) throws -> T) throws -> T {
    let statement = try idle[sql]?.popLast() ?? Statement(sql, in: self)
    defer {
      statement.reset()
      idle[sql, default: []].append(statement)
    }
    return try body(statement)
  }

  /// Runs a statement with values and no rows.
  func run(_ sql: String, _ values: Binding...) throws {
    try with(sql) { statement in
      statement.bind(values)
      while try statement.step() {}
    }
  }

  /// The first column of the first row as an integer, or nil where there is no row or no value.
  func integer(_ sql: String, _ values: Binding...) throws -> Int? {
    try with(sql) { statement in
      statement.bind(values)
      return try statement.step() && !statement.isNull(0) ? statement.integer(0) : nil
    }
  }

  /// The first column of the first row as a text, or nil where there is no row or no value.
  func text(_ sql: String, _ values: Binding...) throws -> String? {
    try with(sql) { statement in
      statement.bind(values)
      return try statement.step() && !statement.isNull(0) ? statement.text(0) : nil
    }
  }

  /// The first column of the first row as bytes, or nil where there is no row or no value.
  func blob(_ sql: String, _ values: Binding...) throws -> [UInt8]? {
    try with(sql) { statement in
      statement.bind(values)
      return try statement.step() && !statement.isNull(0) ? statement.blob(0) : nil
    }
  }

  /// Number of rows that this connection changed.
  var changes: Int { Int(sqlite3_total_changes64(handle)) }

  /// The number of the row that was inserted last.
  var lastRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// Number of rows that the last statement changed.
  var lastChanges: Int { Int(sqlite3_changes64(handle)) }

  /// Whether a transaction is open.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Runs `body` in one transaction; undoes everything where it throws. Nested calls belong to the outermost one.
  func transaction<T>(writing: Bool, _ body: () throws -> T) throws -> T {
    guard depth == 0 else { return try body() }
    if writing { try run("BEGIN IMMEDIATE") } else { try prepared(&begin, "BEGIN").run() }
    depth = 1
    epoch += 1
    defer { depth = 0 }
    do {
      let result = try body()
      try prepared(&commit, "COMMIT").run()
      return result
    } catch {
      // SQLite undoes the transaction by itself after some errors, a full disk among them.
      if isInTransaction { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// What SQLite counts of the changes of other connections.
  func otherChanges() throws -> Int {
    let statement = try prepared(&dataVersion, "PRAGMA data_version")
    defer { statement.rewind() }
    return try statement.step() ? statement.integer(0) : 0
  }

  private func prepared(_ statement: inout Statement?, _ sql: String) throws -> Statement {
    if let statement { return statement }
    let made = try Statement(sql, in: self)
    statement = made
    return made
  }

  /// The error that the connection's last failure stands for.
  func error(_ code: Int32) -> StoreError { Database.error(code, String(cString: sqlite3_errmsg(handle))) }

  /// What is set once for all connections, before the first one.
  private static let settings: Void = { _ = tupu_sqlite_skip_memory_statistics() }()

  private static func error(_ code: Int32, _ message: String) -> StoreError {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_FULL: .full
    case SQLITE_READONLY: .readOnly
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT: .damaged(message)
    case SQLITE_CANTOPEN: .cannotOpen(message)
    default: .sqlite(code: Int(code), message: message)
    }
  }
}

/// A value for a place of a statement.
enum Binding: ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
  case null
  case integer(Int)
  case text(String)
  case blob([UInt8])

  init(integerLiteral value: Int) { self = .integer(value) }
  init(nilLiteral: ()) { self = .null }
  init(_ value: Int) { self = .integer(value) }
  init(_ value: Int64) { self = .integer(Int(value)) }
  init(_ value: String?) { self = value.map(Binding.text) ?? .null }
  init(_ value: [UInt8]) { self = .blob(value) }
  init(_ value: Int?) { self = value.map(Binding.integer) ?? .null }
}
