import GraphModel

/// A stretch of a text that a token stands for.
struct Occurrence: Hashable, Sendable {
  var start: Int
  var end: Int
  /// What it is: a list's entry, an entity, an index of its reader's results.
  var payload: Int
}

/// Where a token occurs in a text.
struct OccurrenceTable {
  /// By start, then end.
  let occurrences: [Occurrence]
  /// A bit for each position at which one starts.
  private var starts: [UInt64]

  /// A table over a text of a length.
  init(_ occurrences: [Occurrence], count: Int) {
    self.occurrences = occurrences
    starts = Array(repeating: 0, count: count / 64 + 1)
    for occurrence in occurrences { starts[occurrence.start >> 6] |= 1 << UInt64(occurrence.start & 63) }
  }

  /// Whether one starts at a position.
  @inline(__always) func startsAt(_ position: Int) -> Bool {
    starts[position >> 6] & (1 << UInt64(position & 63)) != 0
  }

  /// Those that start at a position, the shortest first.
  func starting(at position: Int) -> ArraySlice<Occurrence> {
    guard position >> 6 < starts.count, startsAt(position) else { return [] }
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

/// Where the words of a condition stand in a text, asked in logarithmic time.
struct WordOccurrences {
  private var starts: [Int] = []
  /// Of the words that start at the same place or behind it the earliest end.
  private var earliestEnds: [Int] = []

  /// Finds the words of a trie.
  init(_ words: WordTrie<Void>, in text: ScalarText) {
    for position in 0..<text.count {
      var end: Int?
      words.forEachMatch(in: text, at: position) { stop, _ in end = end ?? stop }
      guard let end else { continue }
      starts.append(position)
      earliestEnds.append(end)
    }
    for index in earliestEnds.indices.reversed().dropFirst() {
      earliestEnds[index] = min(earliestEnds[index], earliestEnds[index + 1])
    }
  }

  /// Whether a word stands wholly inside a span.
  func occur(in span: Span) -> Bool {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < span.start { low = middle + 1 } else { high = middle }
    }
    return low < starts.count && earliestEnds[low] <= span.end
  }
}
