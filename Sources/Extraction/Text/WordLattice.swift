import GraphModel

/// The cheapest ways to read a text as a row of words from the `Lexicon`, kept so that any stretch can be weighed as a name.
///
/// Costs are quarters of nats. With `excess(of:cost:)` a plug-in asks how much dearer the text becomes when a stretch is taken
/// to be one word of a given cost: a negative answer means that the text reads better with it. An object, since many readers
/// of one document hold it.
public final class WordLattice: Sendable {
  /// A word of the cheapest reading.
  public struct Token: Sendable, Hashable {
    /// Where it stands.
    public var span: Span
    /// Its class.
    public var wordClass: WordClass
  }

  /// The cost of a Han character that no word covers.
  static let unknownCost: Int32 = 60
  private static let markCost: Int32 = 4

  /// The words of the cheapest reading, in order; marks, digits and Latin letters are one token a scalar.
  public let tokens: [Token]
  @usableFromInline let forward: [Int32]
  @usableFromInline let backward: [Int32]
  @usableFromInline let tokenAt: [Int32]

  /// Reads a folded text.
  public init(_ text: ScalarText, lexicon: WordTrie<WordEntry> = Lexicon.words) {
    let count = text.count
    var forward = [Int32](repeating: .max, count: count + 1)
    var backward = [Int32](repeating: .max, count: count + 1)
    var singles = [Int32](repeating: Self.markCost, count: count)
    var step = [UInt8](repeating: 1, count: count + 1)
    var classes = [WordClass](repeating: .unknown, count: count + 1)
    var arcs: [(length: UInt8, cost: UInt8)] = []
    var firstArc = [Int32](repeating: 0, count: count + 1)
    arcs.reserveCapacity(count * 2)
    forward[0] = 0
    for start in 0..<count {
      firstArc[start] = Int32(arcs.count)
      let base = forward[start]
      let isHan = text[start].isHan
      if isHan { singles[start] = Self.unknownCost }
      let single = singles[start]
      if base + single < forward[start + 1] {
        forward[start + 1] = base + single
        step[start + 1] = 1
        classes[start + 1] = .unknown
      }
      guard isHan else { continue }
      lexicon.forEachMatch(in: text, at: start) { end, entry in
        arcs.append((UInt8(truncatingIfNeeded: end - start), entry.cost))
        if base + Int32(entry.cost) < forward[end] {
          forward[end] = base + Int32(entry.cost)
          step[end] = UInt8(truncatingIfNeeded: end - start)
          classes[end] = entry.wordClass
        }
      }
    }
    firstArc[count] = Int32(arcs.count)
    backward[count] = 0
    for start in stride(from: count - 1, through: 0, by: -1) {
      var best = backward[start + 1] + singles[start]
      for index in Int(firstArc[start])..<Int(firstArc[start + 1]) {
        let arc = arcs[index]
        best = min(best, backward[start + Int(arc.length)] + Int32(arc.cost))
      }
      backward[start] = best
    }
    var tokens: [Token] = []
    tokens.reserveCapacity(count / 2 + 1)
    var end = count
    while end > 0 {
      let start = end - Int(step[end])
      tokens.append(Token(span: Span(start, end), wordClass: classes[end]))
      end = start
    }
    tokens.reverse()
    var tokenAt = [Int32](repeating: 0, count: count)
    for (index, token) in tokens.enumerated() {
      for position in token.span.range { tokenAt[position] = Int32(index) }
    }
    self.tokens = tokens
    self.forward = forward
    self.backward = backward
    self.tokenAt = tokenAt
  }

  /// How much dearer the text becomes when a stretch is read as one word of a cost; negative: it reads better so.
  @inlinable public func excess(of span: Span, cost: Int32) -> Int32 {
    forward[span.start] + cost + backward[span.end] - backward[0]
  }

  /// The cost of the best reading of a stretch between two positions, as far as its ends are word boundaries.
  @inlinable public func cost(from start: Int, to end: Int) -> Int32 { forward[end] - forward[start] }

  /// How much dearer the text becomes when a word must end (and another begin) at a position; 0: it does so anyway.
  @inlinable public func boundaryExcess(at position: Int) -> Int32 {
    forward[position] + backward[position] - backward[0]
  }

  /// The index in `tokens` of the word of the cheapest reading that covers a position.
  @inlinable public func tokenIndex(at position: Int) -> Int { Int(tokenAt[position]) }

  /// The word of the cheapest reading that covers a position.
  @inlinable public func token(at position: Int) -> Token { tokens[Int(tokenAt[position])] }
}

extension Unicode.Scalar {
  /// Whether this is a Chinese character.
  @inlinable public var isHan: Bool {
    (0x4E00...0x9FFF).contains(value) || value == 0x3007 || (0x3400...0x4DBF).contains(value)
      || (0x20000...0x323AF).contains(value) || (0xF900...0xFAFF).contains(value)
  }
}
