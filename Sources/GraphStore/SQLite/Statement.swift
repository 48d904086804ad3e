import CSQLite
import Glibc

/// A prepared statement of one connection.
final class Statement {
  private let handle: OpaquePointer
  private unowned let database: Database

  init(_ sql: String, in database: Database) throws(StoreError) {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(
      database.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw database.error(code) }
    handle = prepared
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Sets the values of all places, in order.
  func bind(_ values: [Binding]) {
    for (index, value) in values.enumerated() {
      switch value {
      case .null: sqlite3_bind_null(handle, Int32(index + 1))
      case .integer(let value): bind(index + 1, value)
      case .text(let value): bind(index + 1, value)
      case .blob(let value): bind(index + 1, value)
      }
    }
  }

  /// Sets the value of a place, counted from 1.
  @inline(__always) func bind(_ place: Int, _ value: Int) { sqlite3_bind_int64(handle, Int32(place), Int64(value)) }

  /// Sets the value of a place, counted from 1.
  func bind(_ place: Int, _ value: String) {
    var value = value
    value.withUTF8 { bytes in
      // No address would be no value; an empty text is one.
      guard let start = bytes.baseAddress, !bytes.isEmpty else {
        sqlite3_bind_text64(handle, Int32(place), "", 0, tupu_sqlite_transient(), UInt8(SQLITE_UTF8))
        return
      }
      UnsafeRawPointer(start).withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
        _ = sqlite3_bind_text64(
          handle, Int32(place), text, UInt64(bytes.count), tupu_sqlite_transient(), UInt8(SQLITE_UTF8))
      }
    }
  }

  /// Sets the value of a place, counted from 1; nil: no value.
  func bind(_ place: Int, _ value: String?) {
    if let value { bind(place, value) } else { sqlite3_bind_null(handle, Int32(place)) }
  }

  /// Sets the value of a place, counted from 1.
  func bind(_ place: Int, _ value: [UInt8]) {
    if value.isEmpty {
      sqlite3_bind_zeroblob(handle, Int32(place), 0)
    } else {
      sqlite3_bind_blob64(handle, Int32(place), value, UInt64(value.count), tupu_sqlite_transient())
    }
  }

  /// Sets the value of a place, counted from 1.
  func bind(_ place: Int, _ value: HeldBytes) {
    guard value.count > 0 else { return bind(place, [UInt8]()) }
    value.withBytes { bytes in
      _ = sqlite3_bind_blob64(handle, Int32(place), bytes.baseAddress, UInt64(bytes.count), tupu_sqlite_transient())
    }
  }

  /// Sets the value of a place, counted from 1, to the text that some bytes of UTF-8 make.
  func bind(_ place: Int, utf8 value: HeldBytes) {
    guard value.count > 0 else { return bind(place, "") }
    value.withBytes { bytes in
      _ = sqlite3_bind_text64(
        handle, Int32(place), bytes.baseAddress?.assumingMemoryBound(to: CChar.self), UInt64(bytes.count),
        tupu_sqlite_transient(), UInt8(SQLITE_UTF8))
    }
  }

  /// Goes to the next row; false where there is none.
  @inline(__always) func step() throws(StoreError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw database.error(code)
  }

  /// Runs the statement to its end and makes it ready for other values.
  func run() throws(StoreError) {
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// Makes the statement ready to run again; its values stay.
  @inline(__always) func rewind() { sqlite3_reset(handle) }

  /// Makes the statement ready to run again and forgets its values.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }
  @inline(__always) func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }

  func text(_ column: Int) -> String {
    guard let bytes = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// The bytes of a column, valid until the next step.
  func withBytes<T>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    let bytes = sqlite3_column_blob(handle, Int32(column))
    return try body(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
  }

  /// Whether a column holds exactly some bytes.
  func holds(_ bytes: [UInt8], in column: Int) -> Bool {
    withBytes(column) { found in
      guard found.count == bytes.count, let start = found.baseAddress else { return found.count == bytes.count }
      return memcmp(start, bytes, bytes.count) == 0
    }
  }

  func blob(_ column: Int) -> [UInt8] { withBytes(column) { Array($0) } }
}
