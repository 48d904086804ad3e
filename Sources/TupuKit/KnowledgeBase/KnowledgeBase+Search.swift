import GraphModel
import GraphStore

extension KnowledgeBase {
  /// Nodes and documents that hold every word (separated by blanks) of a text, whatever the script, width or case.
  ///
  /// A word is found inside of longer ones. A text without any letter or digit finds nothing.
  public func search(_ text: String, limit: Int = 20) throws -> SearchResult {
    let words = Self.words(of: text)
    guard limit > 0, words.contains(where: Store.isSearchable) else {
      return SearchResult(nodes: [], hits: [], more: false)
    }
    return try reading {
      let nodes = try nodes(holding: words, limit: limit)
      let hits = try hits(of: words, limit: limit)
      return SearchResult(
        nodes: Array(nodes.prefix(limit)), hits: Array(hits.prefix(limit)),
        more: nodes.count > limit || hits.count > limit)
    }
  }

  /// Nodes whose name or alias holds every word of a text, as `search` finds them, without looking at documents.
  public func searchNodes(_ text: String, limit: Int = 20) throws -> [Node] {
    try reading { try nameHits(of: text, limit: limit).compactMap { try store.node($0.id) } }
  }

  /// The same without what is kept of the nodes; call it inside `reading`.
  func nameHits(of text: String, limit: Int) throws -> ArraySlice<NameHit> {
    let words = Self.words(of: text)
    guard limit > 0, words.contains(where: Store.isSearchable) else { return [] }
    return try hits(holding: words, limit: limit).prefix(limit)
  }

  private static func words(of text: String) -> [ScalarText] {
    Folding.fold(ScalarText(text), lowercasing: true).scalars
      .split { $0.properties.isWhitespace }.map { ScalarText(Array($0)) }
  }

  /// More candidates than this are not ranked: they are taken by identity, which says nothing but is always the same.
  private static let rankedNodes = 2000

  private func nodes(holding words: [ScalarText], limit: Int) throws -> [Node] {
    try hits(holding: words, limit: limit).compactMap { try store.node($0.id) }
  }

  /// The best nodes, one more than asked for where there are more: names that are nothing else come first, then shorter ones,
  /// then by key.
  private func hits(holding words: [ScalarText], limit: Int) throws -> ArraySlice<NameHit> {
    func rank(_ hit: NameHit) -> Int { hit.isWhole ? hit.length - Int(Int32.max) : hit.length }
    let ranked = try store.nodes(holding: words, limit: Self.rankedNodes).sorted { rank($0) < rank($1) }
    // Only keys of those that may be among the best are looked up.
    let last = ranked.count > limit ? rank(ranked[limit]) : Int.max
    let best = try ranked.prefix { rank($0) <= last }.map { (hit: $0, key: try store.shownKey(of: $0.id)) }
    let sorted = best.sorted { a, b in (rank(a.hit), a.key) < (rank(b.hit), b.key) }
    return sorted.map(\.hit).prefix(limit + 1)
  }

  /// So many of the newest documents are looked through for a single letter before the index is asked.
  private static let looked = 200

  private func hits(of words: [ScalarText], limit: Int) throws -> [SearchResult.Hit] {
    var hits: [SearchResult.Hit] = []
    if words.allSatisfy({ $0.count == 1 }) {
      var seen = 0
      try store.scanNewest { number in
        if let hit = try hit(of: words, inDocument: number) { hits.append(hit) }
        seen += 1
        return hits.count <= limit && seen < Self.looked
      }
      if hits.count > limit || seen < Self.looked { return hits }
      hits = []
    }
    let candidates = try store.documents(holding: words)
    try store.scanNewest(among: candidates) { number in
      if let hit = try hit(of: words, inDocument: number) { hits.append(hit) }
      return hits.count <= limit
    }
    return hits
  }

  private func hit(of words: [ScalarText], inDocument number: Int) throws -> SearchResult.Hit? {
    let texts = try store.text(ofDocument: number)
    let folded = Folding.fold(texts.clean, lowercasing: true)
    var first: Span?
    for word in words {
      guard let span = folded.firstRange(of: word, from: 0) else { return nil }
      first = min(first ?? span, span)
    }
    guard let first, let document = try store.document(number: number) else { return nil }
    let view = SourceView(texts: texts)
    let snippet = view.snippet(around: first, reach: 36)
    let foldedSnippet = Folding.fold(snippet, lowercasing: true)
    var highlights: Set<Span> = []
    for word in words {
      var position = 0
      while let span = foldedSnippet.firstRange(of: word, from: position) {
        highlights.insert(span)
        position = span.end
      }
    }
    let source = texts.offsets.source(of: first)
    let (line, column) = view.lineAndColumn(of: source.start)
    return SearchResult.Hit(
      document: try entry(document), span: source, line: line, column: column, snippet: snippet.description,
      highlights: highlights.sorted())
  }
}

extension ScalarText {
  /// The first place of a word at or after a position.
  func firstRange(of word: ScalarText, from position: Int) -> Span? {
    guard let first = word.scalars.first, count - position >= word.count else { return nil }
    return scalars.withUnsafeBufferPointer { text in
      word.scalars.withUnsafeBufferPointer { word in
        var start = position
        let last = text.count - word.count
        while start <= last {
          if text[start] == first {
            var length = 1
            while length < word.count, text[start + length] == word[length] { length += 1 }
            if length == word.count { return Span(start, start + length) }
          }
          start += 1
        }
        return nil
      }
    }
  }
}
