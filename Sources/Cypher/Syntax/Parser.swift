/// Turns a query's text into its tree, by recursive descent of bounded depth.
struct Parser {
  let source: String
  let sourceBytes: [UInt8]
  let lexemes: [Lexeme]
  var index = 0
  var depth = 0

  /// Most brackets, operands and subqueries within each other.
  static let maximumDepth = 200
  /// Most clauses of a query: plans are nested as deep as queries are long.
  static let maximumClauses = 5_000
  /// Most relationships of a pattern and most parts of a union.
  static let maximumLength = 500

  /// Reads a statement.
  static func parse(_ source: String) throws(CypherError) -> Statement {
    var parser = Parser(
      source: source, sourceBytes: Array(source.utf8), lexemes: try Lexer.lexemes(of: source))
    return try parser.statement()
  }

  var current: Lexeme { lexemes[index] }

  func ahead(_ count: Int) -> Lexeme { lexemes[min(index + count, lexemes.count - 1)] }

  mutating func advance() { if index < lexemes.count - 1 { index += 1 } }

  /// Where the last lexeme read ends.
  var lastEnd: Int { index > 0 ? lexemes[index - 1].end : 0 }

  func isSign(_ text: String, _ count: Int = 0) -> Bool {
    let lexeme = ahead(count)
    return lexeme.kind == .sign && lexeme.text == text
  }

  func isWord(_ keyword: String, _ count: Int = 0) -> Bool { ahead(count).keyword == keyword }

  mutating func take(sign: String) -> Bool {
    guard isSign(sign) else { return false }
    advance()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  /// Takes several keywords in a row, or none of them.
  mutating func take(words: String...) -> Bool {
    for (count, word) in words.enumerated() where !isWord(word, count) { return false }
    for _ in words { advance() }
    return true
  }

  mutating func expect(sign: String) throws(CypherError) {
    guard take(sign: sign) else { throw unexpected("“\(sign)”") }
  }

  mutating func expect(word: String) throws(CypherError) {
    guard take(word: word) else { throw unexpected("\(word)") }
  }

  func unexpected(_ wanted: CypherMessage) -> CypherError {
    let lexeme = current
    let found: CypherMessage = lexeme.kind == .end ? "the end of the query" : "“\(lexeme.text)”"
    return CypherError(
      .syntax, .unexpectedSyntax, "Expected \(wanted) but found \(found).", at: lexeme.start,
      suggestion: Suggestion.keyword(near: lexeme.text))
  }

  /// Runs a step one level deeper.
  mutating func nested<T>(_ step: (inout Parser) throws(CypherError) -> T) throws(CypherError) -> T {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw CypherError(
        .syntax, .nestingTooDeep, "The query is nested deeper than \(Self.maximumDepth) levels.", at: current.start)
    }
    return try step(&self)
  }

  /// The error of a query or pattern that is too long.
  func tooLong(_ limit: Int, _ what: CypherMessage) -> CypherError {
    CypherError(.syntax, .nestingTooDeep, "A query may have at most \(limit) \(what).", at: current.start)
  }

  /// Words that cannot be a variable's name unless in backticks.
  static let reserved: Set<String> = [
    "AND", "AS", "ASC", "ASCENDING", "BY", "CASE", "CONTAINS", "CREATE", "DELETE", "DESC", "DESCENDING", "DETACH",
    "DISTINCT", "ELSE", "END", "ENDS", "FALSE", "IN", "IS", "LIMIT", "MATCH", "MERGE", "NOT", "NULL", "ON",
    "OPTIONAL", "OR", "ORDER", "REMOVE", "RETURN", "SET", "SKIP", "STARTS", "THEN", "TRUE", "UNION", "UNWIND", "WHEN",
    "WHERE", "WITH", "XOR",
  ]

  /// Whether the lexeme can be the name of a variable.
  func isVariable(_ count: Int = 0) -> Bool {
    let lexeme = ahead(count)
    return lexeme.kind == .quotedName || lexeme.kind == .word && !Self.reserved.contains(lexeme.keyword)
  }

  mutating func variable() throws(CypherError) -> Name {
    guard isVariable() else { throw unexpected("a variable") }
    let name = Name(current.text, current.start)
    advance()
    return name
  }

  /// A label, type, property or column: any word.
  mutating func symbol(_ what: CypherMessage) throws(CypherError) -> Name {
    guard current.kind == .word || current.kind == .quotedName else { throw unexpected(what) }
    let name = Name(current.text, current.start)
    advance()
    return name
  }

  func text(_ start: Int, _ end: Int) -> String {
    start <= end ? String(decoding: sourceBytes[start..<end], as: UTF8.self) : ""
  }

  /// `SHOW PROCEDURES` and `SHOW FUNCTIONS`, which other engines list theirs by; nil where neither comes.
  private mutating func listing() throws(CypherError) -> Query? {
    for (word, procedure) in [("PROCEDURES", "dbms.procedures"), ("FUNCTIONS", "dbms.functions")] {
      if take(words: "SHOW", word) { return try Self.parse("CALL \(procedure)()").query }
    }
    return nil
  }

  private mutating func statement() throws(CypherError) -> Statement {
    var mode = Statement.Mode.run
    if take(word: "EXPLAIN") { mode = .explain } else if take(word: "PROFILE") { mode = .profile }
    let listed = try listing()
    let query = if let listed { listed } else { try query(until: nil) }
    while take(sign: ";") {}
    guard current.kind == .end else { throw unexpected("a clause") }
    return Statement(mode: mode, query: query)
  }
}
