/// What a writer may have meant.
public enum Suggestion {
  private static let keywords = [
    "MATCH", "OPTIONAL", "WHERE", "RETURN", "WITH", "UNWIND", "CREATE", "MERGE", "DELETE", "DETACH", "REMOVE", "ORDER",
    "LIMIT", "SKIP", "UNION", "CALL", "YIELD", "DISTINCT", "EXPLAIN", "PROFILE", "CASE", "WHEN", "THEN", "STARTS",
    "CONTAINS",
  ]

  /// The keyword that a word resembles but is not.
  static func keyword(near word: String) -> CypherError.Hint? {
    let upper = word.uppercased()
    return keywords.contains(upper) ? nil : near(upper, among: keywords)
  }

  /// The nearest candidate as a way out of an error.
  static func near(_ word: String, among candidates: some Sequence<String>) -> CypherError.Hint? {
    nearest(word, among: candidates).map { .name($0) }
  }

  /// The candidate at the least distance from a word, where that is at most a third of its length; of several the one that
  /// begins like it.
  public static func nearest(_ word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    guard wanted.count > 1 && wanted.count < 64 else { return nil }
    var best: (distance: Int, difference: Int, name: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - wanted.count) <= max(1, wanted.count / 3) else { continue }
      let distance = editDistance(wanted, other)
      let difference = wanted.count - zip(wanted, other).prefix { $0 == $1 }.count
      if distance <= max(1, wanted.count / 3), best.map({ (distance, difference, candidate) < $0 }) ?? true {
        best = (distance, difference, candidate)
      }
    }
    return best?.name
  }

  /// Least number of insertions, deletions, replacements and swaps of neighbours (optimal string alignment distance).
  private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
