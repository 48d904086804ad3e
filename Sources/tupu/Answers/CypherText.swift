import ArgumentParser
import GraphModel

/// Whether a verb prints the query behind its answer.
struct CypherOption: ParsableArguments {
  @Flag(name: .customLong("show-cypher"), help: ArgumentHelp(Word.helpShowCypher.text)) var isAsked = false

  /// Prints the query where it is asked for; true then.
  ///
  /// - Throws: `Failure` where standard output cannot take it.
  func show(_ query: @autoclosure () throws -> String) throws -> Bool {
    guard isAsked else { return false }
    try Console.print(try query())
    return true
  }
}

/// The queries that give what verbs answer.
enum CypherText {
  /// A text as a literal.
  static func literal(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'").replacing("\n", with: "\\n") + "'"
  }

  /// A pattern of the node with a key.
  static func node(_ name: String, _ node: Node) -> String {
    "(\(name):\(symbol(node.type)) {key: \(literal(node.key))})"
  }

  /// What a node is linked with, at most so many of each type and direction.
  static func links(of node: Node, limit: Int) -> String {
    """
    MATCH \(self.node("n", node))-[r]-(m)
    WITH r, m, CASE WHEN startNode(r) = n THEN 'outgoing' ELSE 'incoming' END AS direction ORDER BY id(r)
    WITH type(r) AS type, direction, collect([m.key, m.name, properties(r)])[..\(limit)] AS links
    UNWIND links AS link
    RETURN type, direction, link[0] AS key, link[1] AS name, link[2] AS detail
    ORDER BY type, direction DESC, name
    """
  }

  /// A shortest way between two nodes.
  static func path(from: Node, to: Node, longest: Int) -> String {
    """
    MATCH \(node("a", from)), \(node("b", to)), p = shortestPath((a)-[*..\(longest)]-(b))
    RETURN p
    """
  }

  /// The nodes whose name holds the words of a text.
  static func search(_ text: String, limit: Int) -> String {
    """
    CALL db.index.fulltext.queryNodes(\(literal(text)), \(limit)) YIELD node
    RETURN labels(node)[0] AS type, node.key AS key, node.name AS name
    """
  }

  /// How many nodes and edges there are of each type.
  static let counts = """
    MATCH (n) RETURN 'node' AS kind, labels(n)[0] AS type, count(*) AS count
    UNION ALL
    MATCH ()-[r]->() RETURN 'edge' AS kind, type(r) AS type, count(*) AS count
    """

  /// The documents.
  static let documents = "CALL tupu.documents()"

  /// What a node rests on.
  static func evidence(of node: Node) -> String {
    """
    MATCH \(self.node("n", node))
    CALL tupu.evidence(n) YIELD document, line, quote, sentence, rule
    RETURN document, line, quote, sentence, rule
    """
  }

  /// What the edges between two nodes rest on.
  static func evidence(between a: Node, and b: Node, type: String?) -> String {
    """
    MATCH \(node("a", a))-[r\(type.map { ":" + symbol($0) } ?? "")]-\(node("b", b))
    CALL tupu.evidence(r) YIELD document, line, quote, sentence, rule
    RETURN type(r) AS type, document, line, quote, sentence, rule
    """
  }

  /// The nodes around some.
  static func around(_ nodes: [Node], depth: Int) -> String {
    nodes.map { "MATCH p = \(node("n", $0))-[*0..\(depth)]-() RETURN p" }.joined(separator: "\nUNION\n")
  }

  /// The nodes of a type (nil: all) and the edges among them.
  static func part(type: String?) -> String {
    let label = type.map { ":" + symbol($0) } ?? ""
    return "MATCH (n\(label)) OPTIONAL MATCH (n)-[r]->(m\(label)) RETURN n, r, m"
  }

  /// A label or type as it stands in a pattern.
  private static func symbol(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "_" } && !name.isEmpty
    return isPlain ? name : "`" + name.replacing("`", with: "``") + "`"
  }
}
