/// The rows of `packed`: parts of numbers from 1, each in blocks of bytes.
final class PartTable {
  /// Blocks of a part have numbers below this.
  static let blocks = 1 << 20
  private unowned let database: Database
  private var last: Int?

  init(_ database: Database) { self.database = database }

  private static func row(_ part: Int, _ block: Int) -> Int { part * blocks + block }

  /// The number of a new part. Call it inside a change of the file.
  func newPart() throws -> Int {
    let part = try (last ?? (database.integer("SELECT max(id) FROM packed") ?? 0) / Self.blocks) + 1
    last = part
    return part
  }

  /// Forgets which numbers were given: after a change was undone, or another connection's.
  func forget() { last = nil }

  /// Keeps a block.
  func write(_ bytes: [UInt8], part: Int, block: Int) throws {
    guard block < Self.blocks else { throw StoreError.damaged("a packed part is too long") }
    try database.with("INSERT INTO packed VALUES (?, ?)") { row in
      row.bind(1, Self.row(part, block))
      row.bind(2, bytes)
      try row.run()
    }
  }

  /// Lends the bytes of a block to `body`.
  ///
  /// - Throws: `StoreError.damaged` where there is none.
  func read<T>(part: Int, block: Int, _ body: (UnsafeRawBufferPointer) throws -> T) throws -> T {
    try database.with("SELECT data FROM packed WHERE id = ?") { row in
      row.bind(1, Self.row(part, block))
      guard try row.step() else { throw StoreError.damaged("block \(block) of packed part \(part) is missing") }
      return try row.withBytes(0, body)
    }
  }

  /// Lends the bytes of each block of a part to `body`, in order.
  ///
  /// - Throws: `StoreError.damaged` where one is missing.
  func scan(part: Int, blocks count: Int, _ body: (Int, UnsafeRawBufferPointer) throws -> Void) throws {
    try database.with("SELECT id, data FROM packed WHERE id >= ? AND id < ? ORDER BY id") { row in
      row.bind(1, Self.row(part, 0))
      row.bind(2, Self.row(part, count))
      for block in 0..<count {
        guard try row.step(), row.integer(0) == Self.row(part, block) else {
          throw StoreError.damaged("block \(block) of packed part \(part) is missing")
        }
        try row.withBytes(1) { try body(block, $0) }
      }
    }
  }

  /// Removes a part.
  func remove(part: Int) throws {
    try database.run(
      "DELETE FROM packed WHERE id >= ? AND id < ?", .integer(Self.row(part, 0)), .integer(Self.row(part + 1, 0)))
  }
}
