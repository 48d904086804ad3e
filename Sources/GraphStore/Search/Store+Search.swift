import GraphModel

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

  /// The nodes whose name's or aliases' tokens hold every word, by identity, at most `limit`.
  public func nodes(holding words: [ScalarText], limit: Int) throws -> [Node] {
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
    let wanted = words.map(\.description)
    let longest = wanted.max { $0.utf8.count < $1.utf8.count } ?? ""
    let imported = try importedNodes(
      named: longest, { name in wanted.allSatisfy { name.utf8.count >= $0.utf8.count && name.contains($0) } },
      limit: limit)
    return try (imported + ids).prefix(limit).compactMap { try node($0) }
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
