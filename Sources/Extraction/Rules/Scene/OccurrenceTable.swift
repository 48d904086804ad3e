import GraphModel

/// A stretch of a text that a token stands for.
struct Occurrence: Hashable, Sendable {
  var start: Int
  var end: Int
  /// What it is: a list's entry, an entity, an index of its reader's results.
  var payload: Int
}

/// Where a token occurs in a text.
final class OccurrenceTable {
  /// By start, then end.
  let occurrences: [Occurrence]
  /// A bit for each position at which one starts.
  let starts: [UInt64]

  /// A table over a text of a length.
  init(_ occurrences: [Occurrence], count: Int) {
    self.occurrences = occurrences
    var starts = [UInt64](repeating: 0, count: count / 64 + 1)
    for occurrence in occurrences { starts[occurrence.start >> 6] |= 1 << UInt64(occurrence.start & 63) }
    self.starts = starts
  }

  /// Those that start at a position, the shortest first.
  func starting(at position: Int) -> ArraySlice<Occurrence> {
    guard position >> 6 < starts.count, starts[position >> 6] & (1 << UInt64(position & 63)) != 0 else { return [] }
    let low = index(from: position)
    var high = low
    while high < occurrences.count, occurrences[high].start == position { high += 1 }
    return occurrences[low..<high]
  }

  /// The one that fills a span.
  func occurrence(at span: Span) -> Occurrence? {
    guard !span.isEmpty else { return nil }
    return starting(at: span.start).first { $0.end == span.end }
  }

  /// Index of the first one that starts at a position or behind it.
  func index(from position: Int) -> Int {
    var low = 0
    var high = occurrences.count
    while low < high {
      let middle = (low + high) / 2
      if occurrences[middle].start < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Where the words of a condition stand in a text.
///
/// A few short stretches are looked through as they are asked for; once they make up the length of the text, all of it is looked
/// through, and what is asked from then on takes logarithmic time.
final class WordOccurrences {
  private let words: WordTrie<Void>
  private let text: ScalarText
  /// Tells whole words; nil where parts of words count, too.
  private let lattice: WordLattice?
  /// How many scalars may still be looked through stretch by stretch.
  private var rest: Int
  private var starts: [Int] = []
  /// Of the words that start at the same place or behind it the earliest end.
  private var earliestEnds: [Int] = []

  /// Gets ready to look for the words of a trie.
  init(_ words: WordTrie<Void>, in text: ScalarText, lattice: WordLattice?) {
    self.words = words
    self.text = text
    self.lattice = lattice
    rest = text.count - 1
  }

  /// Whether a word stands wholly inside a span.
  func occur(in span: Span) -> Bool {
    if rest >= 0 {
      rest -= span.count
      if rest >= 0 { return first(in: span) != nil }
      findAll()
    }
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < span.start { low = middle + 1 } else { high = middle }
    }
    return low < starts.count && earliestEnds[low] <= span.end
  }

  private func findAll() {
    var position = 0
    while let match = first(in: Span(position, text.count)) {
      starts.append(match.start)
      earliestEnds.append(match.end)
      position = match.start + 1
    }
    for index in earliestEnds.indices.reversed().dropFirst() {
      earliestEnds[index] = min(earliestEnds[index], earliestEnds[index + 1])
    }
  }

  /// The shortest word at the first place in a span at which one starts.
  private func first(in span: Span) -> Span? {
    var position = span.start
    while let match = words.firstMatch(in: text, from: position, limit: span.end) {
      position = match.span.start + 1
      if let lattice, lattice.boundaryExcess(at: match.span.start) > 0 { continue }
      var end: Int?
      words.forEachMatch(in: text, at: match.span.start, limit: span.end) { stop, _ in
        if end == nil, lattice.map({ $0.boundaryExcess(at: stop) <= 0 }) ?? true { end = stop }
      }
      if let end { return Span(match.span.start, end) }
    }
    return nil
  }
}
