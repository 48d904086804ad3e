import GraphModel

/// A node of which a name or an alias holds what was searched for.
public struct NameHit: Hashable, Sendable {
  /// The node.
  public var id: NodeID
  /// Whether a name is nothing else.
  public var isWhole: Bool
  /// Unicode scalars of its shortest name that holds all words.
  public var length: Int
  /// Unicode scalars of its shortest name.
  public var shortest: Int
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
    let match = Self.match(words)
    guard !match.isEmpty else { return [] }
    let search = NameSearch(words)
    var hits = try importedNodes(search, limit: limit)
    guard hits.count < limit, try total(.label) > 0 else { return hits }
    let ids = try database.with("SELECT rowid FROM name_index WHERE name_index MATCH ? ORDER BY rowid LIMIT ?") {
      row -> [NodeID] in
      row.bind(1, match)
      row.bind(2, limit - hits.count)
      var ids: [NodeID] = []
      while try row.step() { ids.append(NodeID(Int64(row.integer(0)))) }
      return ids
    }
    for id in ids {
      guard let node = try node(id) else { continue }
      let names = [node.name] + node.aliases
      let found = names.compactMap { search.match($0) }
      guard let length = found.map(\.length).min() else { continue }
      hits.append(
        NameHit(
          id: id, isWhole: found.contains(where: \.isWhole), length: length,
          shortest: names.map(\.unicodeScalars.count).min() ?? length))
    }
    return hits
  }

  /// The imported nodes whose name holds every word, by identity.
  func importedNodes(_ search: NameSearch, limit: Int) throws -> [NameHit] {
    let catalogue = try catalogue()
    guard !catalogue.isEmpty, let key = try tokens.find(.key, "name") else { return [] }
    var hits: [NameHit] = []
    for (index, table) in catalogue.nodes.enumerated() {
      guard let column = table.stored(key) else { continue }
      for row in try column.rows(holdingFolded: search.longest) {
        guard let (length, isWhole) = try column.withText(row, { search.match($0) }) ?? nil else { continue }
        hits.append(NameHit(id: catalogue.node(index, row), isWhole: isWhole, length: length, shortest: length))
        if hits.count == limit { return hits }
      }
    }
    return hits
  }

  /// What stands for a node wherever keys are shown; empty where there is none.
  public func shownKey(of node: NodeID) throws -> String {
    guard PackedCatalogue.isImported(node) else { return try key(of: node) ?? "" }
    guard let (table, _, row) = try catalogue().place(of: node) else { return "" }
    return try importedKey(table, row)
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
