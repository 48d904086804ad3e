import GraphModel
import TupuKit

/// Knows what a word that is being typed may become: by what stands before it a label, an edge type, a property, a command
/// or a word of the language.
struct ShellCompleter {
  /// The shell's own commands.
  static let commands = [":explain", ":format", ":help", ":quit", ":schema"]

  private static let keywords = [
    "ALL", "AND", "AS", "ASC", "CALL", "CASE", "CONTAINS", "CREATE", "DELETE", "DESC", "DETACH", "DISTINCT", "ELSE",
    "END",
    "ENDS WITH", "EXISTS", "EXPLAIN", "IN", "IS NOT NULL", "IS NULL", "LIMIT", "MATCH", "MERGE", "NOT", "ON CREATE SET",
    "ON MATCH SET", "OPTIONAL MATCH", "OR", "ORDER BY", "PROFILE", "REMOVE", "RETURN", "SET", "SKIP", "STARTS WITH",
    "THEN", "UNION", "UNWIND", "WHEN", "WHERE", "WITH", "YIELD", "allShortestPaths", "false", "null", "shortestPath",
    "true",
  ]

  private let labels: [String]
  private let types: [String]
  private let keys: [String]
  private let words: [String]

  /// Knows the names of a graph.
  init(_ graph: any PropertyGraph) {
    labels = (try? graph.labelNames()) ?? []
    types = (try? graph.typeNames()) ?? []
    keys = (try? graph.keyNames()) ?? []
    words = Self.keywords + CypherEngine.functionNames + ProcedureRegistry().names
  }

  /// What a word may become, sorted; `before` is the line up to the word.
  func candidates(for word: String, after before: String) -> [String] {
    if before == ":" || before.isEmpty && word.hasPrefix(":") {
      return Self.commands.map { before.isEmpty ? $0 : String($0.dropFirst()) }.filter { $0.hasPrefix(word) }
    }
    if before.hasPrefix(":format ") { return QueryFormat.allCases.map(\.rawValue).filter { $0.hasPrefix(word) } }
    let matching = Self.names(labels: labels, types: types, keys: keys, before)
    if let matching { return matching.filter { Self.begins($0, word) }.sorted() }
    guard !word.isEmpty else { return [] }
    return words.filter { Self.begins($0, word) }.sorted()
  }

  /// The kind of names that can stand after a text; nil: words of the language.
  private static func names(labels: [String], types: [String], keys: [String], _ before: String) -> [String]? {
    guard let last = before.last(where: { !$0.isWhitespace }) else { return nil }
    switch last {
    case ".": return keys
    case ":", "|", "&":
      // The innermost open bracket tells a node from a relationship; a map's key stands before its colon.
      let open = before.last { "([{".contains($0) }
      return open == "[" ? types : open == "{" ? nil : labels
    case "{", ",": return before.last { "([{)]}".contains($0) } == "{" ? keys : nil
    default: return nil
    }
  }

  private static func begins(_ name: String, _ word: String) -> Bool {
    name.lowercased().unicodeScalars.starts(with: word.lowercased().unicodeScalars)
  }
}
