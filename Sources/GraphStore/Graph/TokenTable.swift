import GraphModel

/// The small numbers that stand for labels, edge types and property names in this file.
final class TokenTable {
  /// What a token stands for.
  enum Kind: Int {
    case label = 0
    case type = 1
    case key = 2
  }

  private unowned let database: Database
  private var byName: [[String: Token]] = [[:], [:], [:]]
  /// Names that were asked for, by token; empty: not asked for yet.
  private var names: [String] = []

  init(database: Database) { self.database = database }

  /// Forgets what was read: after a transaction was undone.
  func forget() {
    byName = [[:], [:], [:]]
    names = []
  }

  /// The token of a name, where it has one.
  func find(_ kind: Kind, _ name: String) throws -> Token? {
    if let known = byName[kind.rawValue][name] { return known }
    guard
      let number = try database.integer(
        "SELECT number FROM token WHERE kind = ? AND name = ?", .integer(kind.rawValue), .text(name))
    else { return nil }
    return remember(kind, name, Token(number))
  }

  /// The token of a name; gives it one where it has none.
  func make(_ kind: Kind, _ name: String) throws -> Token {
    if let known = try find(kind, name) { return known }
    let number = (try database.integer("SELECT max(number) FROM token") ?? -1) + 1
    try database.run(
      "INSERT INTO token VALUES (?, ?, ?)", .integer(number), .integer(kind.rawValue), .text(name))
    return remember(kind, name, Token(number))
  }

  /// The name of a token; empty where there is no such token.
  func name(_ token: Token) throws -> String {
    if names.indices.contains(Int(token)), !names[Int(token)].isEmpty { return names[Int(token)] }
    let name = try database.text("SELECT name FROM token WHERE number = ?", .integer(Int(token))) ?? ""
    if !name.isEmpty { keep(name, of: token) }
    return name
  }

  /// All names of a kind, sorted.
  func names(_ kind: Kind) throws -> [String] {
    try database.with("SELECT name FROM token WHERE kind = ? ORDER BY name") { row in
      row.bind(1, kind.rawValue)
      var names: [String] = []
      while try row.step() { names.append(row.text(0)) }
      return names
    }
  }

  private func remember(_ kind: Kind, _ name: String, _ token: Token) -> Token {
    byName[kind.rawValue][name] = token
    keep(name, of: token)
    return token
  }

  private func keep(_ name: String, of token: Token) {
    while names.count <= Int(token) { names.append("") }
    names[Int(token)] = name
  }
}
