import GraphModel

/// Where in a text the matches of a pattern may start.
struct StartPlaces {
  private let text: ScalarText
  /// The scalars that a match may start with; nil: none.
  private let scalars: StartSet?
  /// A bit for each position at which one of the tokens starts that a match may start with.
  private var bits: [UInt64]

  /// The places of a text at which a scalar of a set stands or one of some tokens starts, and some others.
  init(_ text: ScalarText, _ scalars: StartSet?, _ tokens: [OccurrenceTable], _ others: [Int] = []) {
    self.text = text
    self.scalars = scalars
    bits = tokens.first?.starts ?? Array(repeating: 0, count: text.count / 64 + 1)
    for table in tokens.dropFirst() {
      for index in bits.indices { bits[index] |= table.starts[index] }
    }
    for place in others { bits[place >> 6] |= 1 << UInt64(place & 63) }
  }

  /// Whether a match may start at a position inside the text.
  @inline(__always) func contains(_ position: Int) -> Bool {
    bits[position >> 6] & (1 << UInt64(position & 63)) != 0 || scalars?.contains(text[position]) == true
  }

  /// The first place from a position on; `end` where there is none before it.
  func next(from position: Int, to end: Int) -> Int {
    guard position < end else { return end }
    if scalars != nil {
      var position = position
      while position < end, !contains(position) { position += 1 }
      return position
    }
    var word = position >> 6
    var rest = bits[word] & (UInt64.max << UInt64(position & 63))
    while rest == 0 {
      word += 1
      guard word < bits.count else { return end }
      rest = bits[word]
    }
    return min(end, word << 6 + rest.trailingZeroBitCount)
  }
}
