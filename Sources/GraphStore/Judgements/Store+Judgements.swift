import GraphModel

/// Persons' judgements.
extension Store {
  /// Every judgement by its number, oldest first.
  public func judgements() throws -> [(number: Int, judgement: Judgement)] {
    try database.with("SELECT number, decision, author, time, reason FROM judgement ORDER BY number") { row in
      var found: [(number: Int, judgement: Judgement)] = []
      while try row.step() {
        let decision = try row.withBytes(1) { try DecisionCodec.decode($0) }
        found.append(
          (
            row.integer(0),
            Judgement(decision: decision, author: row.text(2), time: row.text(3), reason: row.text(4))
          ))
      }
      return found
    }
  }

  /// Keeps a judgement.
  ///
  /// - Returns: its number.
  public func add(_ judgement: Judgement) throws -> Int {
    try database.with(
      "INSERT INTO judgement (decision, author, time, reason) VALUES (?, ?, ?, ?) RETURNING number"
    ) { row in
      row.bind([
        .blob(DecisionCodec.encode(judgement.decision)), .text(judgement.author), .text(judgement.time),
        .text(judgement.reason),
      ])
      guard try row.step() else { throw StoreError.damaged("a judgement got no number") }
      return row.integer(0)
    }
  }

  /// Takes a judgement back.
  ///
  /// - Returns: false where there is none of this number.
  public func removeJudgement(_ number: Int) throws -> Bool {
    guard try database.integer("SELECT 1 FROM judgement WHERE number = ?", .integer(number)) != nil else {
      return false
    }
    try database.run("DELETE FROM judgement WHERE number = ?", .integer(number))
    return true
  }
}
