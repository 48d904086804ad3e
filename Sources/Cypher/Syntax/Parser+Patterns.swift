import GraphModel

extension Parser {
  mutating func patternList() throws(CypherError) -> [PathPattern] {
    var patterns = [try pathPattern()]
    while take(sign: ",") { patterns.append(try pathPattern()) }
    return patterns
  }

  /// `p = (a)-->(b)`, `shortestPath(…)` or a bare path.
  mutating func pathPattern() throws(CypherError) -> PathPattern {
    var name: Name?
    let start = current.start
    if isVariable() && isSign("=", 1) {
      name = try variable()
      advance()
    }
    var pattern: PathPattern
    if let kind = shortestKind {
      pattern = try shortestPath(kind)
    } else if isSign("("), isSign("(", 1), let close = current.partner {
      // Brackets around a whole path.
      advance()
      pattern = try nested { (parser) throws(CypherError) in try parser.pathPattern() }
      guard index == close else { throw unexpected("“)”") }
      advance()
    } else {
      pattern = try chain()
    }
    if let name {
      pattern.variable = name
      pattern.position = start
    }
    return pattern
  }

  /// Whether a call of `shortestPath` or `allShortestPaths` starts here.
  var shortestKind: PathPattern.Kind? {
    guard isSign("(", 1) else { return nil }
    return current.keyword == "SHORTESTPATH" ? .shortest : current.keyword == "ALLSHORTESTPATHS" ? .allShortest : nil
  }

  mutating func shortestPath(_ kind: PathPattern.Kind) throws(CypherError) -> PathPattern {
    let start = current.start
    advance()
    try expect(sign: "(")
    var pattern = try chain()
    pattern.kind = kind
    pattern.position = start
    guard pattern.relationships.count == 1 else {
      throw CypherError(
        .syntax, .unexpectedSyntax, "\(kind.rawValue) takes a pattern of one relationship.", at: start)
    }
    try expect(sign: ")")
    return pattern
  }

  /// Nodes joined by relationships.
  mutating func chain() throws(CypherError) -> PathPattern {
    let start = current.start
    var pattern = PathPattern(nodes: [try nodePattern()], position: start)
    while startsRelationship(0) {
      guard pattern.relationships.count < Self.maximumLength else {
        throw tooLong(Self.maximumLength, "relationships in a pattern")
      }
      pattern.relationships.append(try relationshipPattern())
      pattern.nodes.append(try nodePattern())
    }
    return pattern
  }

  /// Whether `-[`, `--`, `->`, `<-` stands at a lexeme.
  func startsRelationship(_ count: Int) -> Bool {
    if isSign("-", count) { return isSign("-", count + 1) || isSign("[", count + 1) }
    return isSign("<", count) && isSign("-", count + 1)
      && (isSign("-", count + 2) || isSign("[", count + 2) || isSign(">", count + 3))
  }

  /// Whether the bracket here opens a pattern rather than an expression: what follows its partner tells.
  var opensPattern: Bool {
    guard isSign("("), let close = current.partner else { return false }
    let after = close + 1 - index
    guard startsRelationship(after) else { return false }
    // `(a) - -(b)` and `(1)--1` are sums; a relationship without brackets goes on with `>` or `(`.
    if isSign("-", after) && isSign("-", after + 1) { return isSign(">", after + 2) || isSign("(", after + 2) }
    return true
  }

  mutating func nodePattern() throws(CypherError) -> NodePattern {
    var node = NodePattern(position: current.start)
    try expect(sign: "(")
    if isVariable() { node.variable = try variable() }
    if isSign(":") { node.labels = try labels() }
    node.properties = try properties()
    if take(word: "WHERE") { node.filter = try expression() }
    try expect(sign: ")")
    return node
  }

  /// `:A:B`
  mutating func labels() throws(CypherError) -> [String] {
    var labels: [String] = []
    while take(sign: ":") { labels.append(try symbol("a label").text) }
    guard !labels.isEmpty else { throw unexpected("a label") }
    return labels
  }

  private mutating func properties() throws(CypherError) -> Expression? {
    if isSign("{") { return try nested { (parser) throws(CypherError) in try parser.mapLiteral() } }
    guard current.kind == .parameter else { return nil }
    let parameter = Expression(
      node: .parameter(current.text), position: current.start, end: current.end, height: 1)
    advance()
    return parameter
  }

  private mutating func relationshipPattern() throws(CypherError) -> RelationshipPattern {
    let position = current.start
    let left = take(sign: "<")
    try expect(sign: "-")
    var relationship = RelationshipPattern(direction: .both, position: position)
    if take(sign: "[") {
      if isVariable() { relationship.variable = try variable() }
      if take(sign: ":") {
        relationship.types.append(try symbol("a relationship type").text)
        while take(sign: "|") {
          _ = take(sign: ":")
          relationship.types.append(try symbol("a relationship type").text)
        }
      }
      relationship.length = try length()
      relationship.properties = try properties()
      if take(word: "WHERE") { relationship.filter = try expression() }
      try expect(sign: "]")
    }
    try expect(sign: "-")
    let right = take(sign: ">")
    relationship.direction = left == right ? .both : left ? .incoming : .outgoing
    return relationship
  }

  /// `*`, `*2`, `*1..3`, `*..3`, `*2..`
  private mutating func length() throws(CypherError) -> RelationshipPattern.Length? {
    guard take(sign: "*") else {
      if isSign("..") {
        throw CypherError(
          .syntax, .invalidRelationshipPattern, "A range of lengths starts with “*”.", at: current.start,
          suggestion: "*..")
      }
      return nil
    }
    func bound(_ parser: inout Parser) throws(CypherError) -> Int? {
      if parser.isSign("-") {
        throw CypherError(
          .syntax, .invalidRelationshipPattern, "A length cannot be negative.", at: parser.current.start)
      }
      guard parser.current.kind == .integer else { return nil }
      guard let number = Int(parser.current.text) else {
        throw CypherError(.syntax, .invalidNumberLiteral, "The length is not a number.", at: parser.current.start)
      }
      parser.advance()
      return number
    }
    let minimum = try bound(&self)
    guard take(sign: "..") else { return .init(minimum: minimum, maximum: minimum) }
    return .init(minimum: minimum, maximum: try bound(&self))
  }
}
