import GraphModel

/// A set of words, each with a value, that is matched against scalars from a position on.
///
/// A transition is one probe of a table, so matching costs the length of the match, whatever the number of words.
public struct WordTrie<Value: Sendable>: Sendable {
  @usableFromInline var table: TransitionTable
  @usableFromInline var values: [Value] = []
  @usableFromInline let reversed: Bool

  /// A trie of words; of equal words the last one's value counts.
  ///
  /// - Parameter reversed: true for tries that are matched backwards with `longestMatch(in:endingAt:)`.
  @inlinable
  public init(_ words: [(word: String, value: Value)] = [], reversed: Bool = false) {
    self.init(capacity: words.count, reversed: reversed)
    for (word, value) in words { insert(word, value) }
  }

  /// An empty trie with room for a number of transitions, for large tables.
  @inlinable
  public init(capacity: Int, reversed: Bool = false) {
    table = TransitionTable(capacity: capacity)
    self.reversed = reversed
  }

  /// Number of distinct words.
  public var count: Int { values.count }

  /// Adds a word or replaces its value; an empty word is ignored.
  @inlinable
  public mutating func insert(_ word: some StringProtocol, _ value: Value) {
    insert(ArraySlice(word.unicodeScalars), value)
  }

  /// Adds a word given as scalars or replaces its value; an empty word is ignored.
  @inlinable
  public mutating func insert(_ scalars: ArraySlice<Unicode.Scalar>, _ value: Value) {
    guard !scalars.isEmpty else { return }
    if !isKnownUniquelyReferenced(&table) { table = TransitionTable(copying: table) }
    let number = Int(table.insert(scalars, reversed: reversed))
    if number < values.count { values[number] = value } else { values.append(value) }
  }

  /// Changes the value of a word given as scalars, which is added with a value where it is not there yet; an empty word is
  /// ignored.
  @inlinable
  public mutating func update(
    _ scalars: ArraySlice<Unicode.Scalar>, default value: Value, _ change: (inout Value) -> Void
  ) {
    guard !scalars.isEmpty else { return }
    if !isKnownUniquelyReferenced(&table) { table = TransitionTable(copying: table) }
    let number = Int(table.insert(scalars, reversed: reversed))
    if number == values.count { values.append(value) }
    change(&values[number])
  }

  /// Whether a word of a reversed trie may end before a position; quick, and true for some at which none does.
  @inlinable public func mayEnd(in text: ScalarText, at end: Int) -> Bool {
    table.mayEnd(in: text.scalars, at: end, limit: 0)
  }

  /// The longest word that starts at a position, with the position after it.
  @inlinable
  public func longestMatch(in text: ScalarText, at start: Int, limit: Int? = nil) -> (end: Int, value: Value)? {
    let end = Swift.min(limit ?? text.count, text.count)
    guard table.mayStart(in: text.scalars, at: start, limit: end),
      let match = table.longest(in: text.scalars, at: start, limit: end)
    else { return nil }
    return (match.end, values[Int(match.word)])
  }

  /// The longest word at the first position from one on at which any starts, with where it stands.
  @inlinable
  public func firstMatch(in text: ScalarText, from start: Int, limit: Int? = nil) -> (span: Span, value: Value)? {
    let end = Swift.min(limit ?? text.count, text.count)
    guard start < end, let match = table.first(in: text.scalars, from: start, limit: end) else { return nil }
    return (Span(match.start, match.end), values[Int(match.word)])
  }

  /// The longest word of a reversed trie at the last position up to one at which any ends, with where it stands.
  @inlinable
  public func lastMatch(in text: ScalarText, before end: Int, limit: Int = 0) -> (span: Span, value: Value)? {
    guard end > limit, let match = table.last(in: text.scalars, before: end, limit: limit) else { return nil }
    return (Span(match.start, match.end), values[Int(match.word)])
  }

  /// Every word that starts at a position, the shortest first, with the position after it.
  @inlinable
  public func forEachMatch(in text: ScalarText, at start: Int, limit: Int? = nil, _ body: (Int, Value) -> Void) {
    let end = Swift.min(limit ?? text.count, text.count)
    guard table.mayStart(in: text.scalars, at: start, limit: end) else { return }
    table.each(in: text.scalars, at: start, limit: end) { body($0, values[Int($1)]) }
  }

  /// The longest word of a reversed trie that ends before a position, with the position of its first scalar.
  @inlinable
  public func longestMatch(in text: ScalarText, endingAt end: Int, limit: Int = 0) -> (start: Int, value: Value)? {
    guard table.mayEnd(in: text.scalars, at: end, limit: limit),
      let match = table.longest(in: text.scalars, endingAt: end, limit: limit)
    else { return nil }
    return (match.start, values[Int(match.word)])
  }

  /// Every word of a reversed trie that ends before a position, the shortest first, with the position of its first scalar.
  @inlinable
  public func forEachMatch(in text: ScalarText, endingAt end: Int, limit: Int = 0, _ body: (Int, Value) -> Void) {
    guard table.mayEnd(in: text.scalars, at: end, limit: limit) else { return }
    table.each(in: text.scalars, endingAt: end, limit: limit) { body($0, values[Int($1)]) }
  }

  /// The value of exactly this word.
  @inlinable
  public subscript(word: ArraySlice<Unicode.Scalar>) -> Value? {
    table.number(of: word, reversed: reversed).map { values[Int($0)] }
  }

  /// The value of exactly this word.
  @inlinable
  public subscript(word: String) -> Value? { self[ArraySlice(word.unicodeScalars)] }
}

extension WordTrie where Value == Void {
  /// A set of words without values.
  public init(words: some Sequence<some StringProtocol>, reversed: Bool = false) {
    self.init(words.map { (word: String($0), value: ()) }, reversed: reversed)
  }

  /// A set of words given as scalars.
  init(forms: [[Unicode.Scalar]], reversed: Bool = false) {
    self.init(capacity: forms.count, reversed: reversed)
    for form in forms { insert(form[...], ()) }
  }
}
