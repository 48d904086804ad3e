/// Changes of the two text indexes, gathered during a transaction.
struct IndexChanges {
  /// An index.
  enum Index: String, CaseIterable {
    case text = "text_index"
    case name = "name_index"
  }

  private struct Change {
    var row: Int
    var isRemoval: Bool
    var tokens: HeldBytes
  }

  private var changes: [Index: [Change]] = [:]

  /// Adds a row's tokens.
  mutating func add(_ tokens: HeldBytes, row: Int, to index: Index) {
    changes[index, default: []].append(Change(row: row, isRemoval: false, tokens: tokens))
  }

  /// Removes a row; its tokens must be those that it was added with.
  mutating func remove(_ tokens: HeldBytes, row: Int, from index: Index) {
    changes[index, default: []].append(Change(row: row, isRemoval: true, tokens: tokens))
  }

  /// Forgets what waits for an index, which is about to be made anew.
  mutating func clear(_ index: Index) { changes[index] = nil }

  /// Writes everything, by rising row: FTS5 gathers rows that rise in one segment.
  func apply(to database: Database) throws {
    for index in Index.allCases {
      let name = index.rawValue
      // The order of changes of one row stays.
      let sorted = (changes[index] ?? []).enumerated().sorted {
        ($0.element.row, $0.offset) < ($1.element.row, $1.offset)
      }
      let removal = "INSERT INTO \(name) (\(name), rowid, tokens) VALUES ('delete', ?, ?)"
      let addition = "INSERT INTO \(name) (rowid, tokens) VALUES (?, ?)"
      guard !sorted.isEmpty else { continue }
      try database.with(removal) { remove in
        try database.with(addition) { add in
          for (_, change) in sorted {
            let row = change.isRemoval ? remove : add
            row.bind(1, change.row)
            row.bind(2, utf8: change.tokens)
            try row.run()
          }
        }
      }
    }
  }
}
