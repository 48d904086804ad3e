import GraphModel
import LexiconTables

/// Knows which words can stand inside names of bodies, companies and zones, and so how far a name runs on to the left.
public struct NameMaterial: Sendable {
  private static let naming = WordSections(
    EmbeddedFile(tupu_lexicon_naming(), count: tupu_lexicon_naming_count()))
  private static let leads = naming.trie("lead")
  /// A verb of this cost or more is likelier a part of a coined name.
  private static let rareVerb: UInt8 = 46
  private static let inside = naming.trie("inside")
  private static let outside = naming.trie("outside")

  private let text: ScalarText
  private let words: WordLattice

  /// Looks at a document's folded text.
  public init(_ context: ExtractionContext) {
    text = context.folded
    words = context.words
  }

  /// The first position of the stretch of name material that ends before a position.
  ///
  /// - Parameters:
  ///   - end: where the material ends, as the start of `有限公司`.
  ///   - limit: how many scalars it may have.
  ///   - floor: a position that it does not cross.
  public func start(before end: Int, limit: Int = 24, floor: Int = 0) -> Int {
    var start = end
    let lowest = max(floor, end - limit)
    while start > lowest {
      if text[start - 1] == ")" {
        guard let open = opening(before: start - 1, floor: lowest) else { break }
        start = open
        continue
      }
      let token = words.token(at: start - 1)
      let from = token.span.start
      guard from >= lowest, isMaterial(token, from: from, to: start) else { break }
      start = from
    }
    return start
  }

  /// Whether a word can stand inside a name.
  public func isMaterial(_ token: WordLattice.Token, from: Int, to: Int) -> Bool {
    let scalar = text[from]
    guard scalar.isHan else { return scalar.isLatinOrDigit || scalar == "·" || scalar == "-" }
    let word = text[Span(from, to)]
    if Self.outside[word] != nil { return false }
    switch token.wordClass {
    case .noun, .place, .unknown, .number, .post: return true
    case .verb, .function:
      if word.count == 1 || Self.inside[word] != nil { return true }
      return token.wordClass == .verb && (Lexicon.entry(word)?.cost ?? .max) >= Self.rareVerb
    }
  }

  /// Whether a stretch holds only words that lead up to a name (走访了, 加快建设), none of them part of it.
  public func isLead(from start: Int, to end: Int) -> Bool {
    var position = start
    while position < end {
      let token = words.token(at: position)
      guard token.span.end <= end else { return false }
      let word = text[Span(position, token.span.end)]
      let isLead =
        [.verb, .function, .post].contains(token.wordClass) || Self.leads[word] != nil || Self.outside[word] != nil
      guard isLead else { return false }
      position = token.span.end
    }
    return true
  }

  /// The start of a name after the words at its head that only lead up to it.
  public func trimmed(_ start: Int, before end: Int) -> Int {
    var start = start
    while start < end {
      let token = words.token(at: start)
      guard token.span.start == start, token.span.end < end else { break }
      let word = text[token.span]
      let isLead =
        token.wordClass == .verb && token.span.count >= 2 && Self.inside[word] == nil || token.wordClass == .post
        || Self.leads[word] != nil
      guard isLead else { break }
      start = token.span.end
    }
    return start
  }

  private func opening(before close: Int, floor: Int) -> Int? {
    var position = close
    while position > floor, close - position <= 10 {
      position -= 1
      if text[position] == "(" { return position }
      if !text[position].isHan, !text[position].isLatinOrDigit { return nil }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether this is an ASCII letter or digit (full-width ones are folded to them).
  @inlinable public var isLatinOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
