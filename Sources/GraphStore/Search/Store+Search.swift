import GraphModel

/// A node of which a name or an alias holds what was searched for.
public struct NameHit: Hashable, Sendable {
  /// The node.
  public var id: NodeID
  /// Its stable key.
  public var key: String
  /// Whether a name is nothing else.
  public var isWhole: Bool
  /// Unicode scalars of its shortest name that holds all words.
  public var length: Int
}

/// Which documents and nodes may hold a word; the caller confirms it in their texts.
extension Store {
  /// Numbers of the documents whose tokens hold every word, rising.
  ///
  /// - Parameter words: folded, lower-case, each with at least one letter or digit.
  public func documents(holding words: [ScalarText]) throws -> [Int] {
    let match = Self.match(words)
    guard !match.isEmpty else { return [] }
    return try database.with("SELECT rowid FROM text_index WHERE text_index MATCH ? ORDER BY rowid") { row in
      row.bind(1, match)
      var numbers: [Int] = []
      while try row.step() { numbers.append(row.integer(0)) }
      return numbers
    }
  }

  /// The nodes of which a name or an alias holds every word, by identity; at most `limit` are looked at.
  ///
  /// - Parameter words: folded, lower-case.
  public func nodes(holding words: [ScalarText], limit: Int) throws -> [NameHit] {
    let whole = words.map(\.description).joined(separator: " ")
    let match = Self.match(words)
    guard !match.isEmpty else { return [] }
    let ids = try database.with("SELECT rowid FROM name_index WHERE name_index MATCH ? ORDER BY rowid LIMIT ?") {
      row -> [NodeID] in
      row.bind(1, match)
      row.bind(2, limit)
      var ids: [NodeID] = []
      while try row.step() { ids.append(NodeID(Int64(row.integer(0)))) }
      return ids
    }
    let longest = words.max { $0.count < $1.count }?.description ?? ""
    let imported = try importedNodes(named: longest, { Self.holds($0, words) }, limit: limit)
    var hits = try imported.compactMap { id, folded -> NameHit? in
      guard let (table, _, row) = try catalogue().place(of: id) else { return nil }
      return NameHit(
        id: id, key: try importedKey(table, row), isWhole: folded == whole, length: folded.unicodeScalars.count)
    }
    for id in ids.prefix(limit - imported.count) {
      guard let node = try node(id) else { continue }
      let forms = ([node.name] + node.aliases).map { Folding.fold($0, lowercasing: true) }
      let lengths = forms.filter { Self.holds($0, words) }.map(\.unicodeScalars.count)
      guard let length = lengths.min() else { continue }
      hits.append(NameHit(id: id, key: node.key, isWhole: forms.contains(whole), length: length))
    }
    return hits
  }

  private static func holds(_ form: String, _ words: [ScalarText]) -> Bool {
    let scalars = Array(form.unicodeScalars)
    return words.allSatisfy { word in
      guard let first = word.scalars.first else { return true }
      guard scalars.count >= word.count else { return false }
      return (0...scalars.count - word.count).contains { start in
        scalars[start] == first && scalars[start..<start + word.count].elementsEqual(word.scalars)
      }
    }
  }

  /// Whether a word has a letter or a digit, so that the indexes can find it.
  public static func isSearchable(_ word: ScalarText) -> Bool { word.scalars.contains(where: SearchTokens.isIndexed) }

  private static func match(_ words: [ScalarText]) -> String {
    var parts: [String] = []
    for word in words where isSearchable(word) {
      let (tokens, isPrefix) = SearchTokens.query(for: word)
      // Tokens are letters and digits alone: nothing of them can end the quotation.
      parts += tokens.map { isPrefix ? "\"\($0)\" *" : "\"\($0)\"" }
    }
    return parts.joined(separator: " AND ")
  }
}
