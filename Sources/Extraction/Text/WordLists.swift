import GraphModel

/// Word lists read from a data file: sections that start with `[name]` on a line of its own, words parted by blanks or line
/// ends, `#` to the end of a line for remarks.
public struct WordLists: Sendable {
  private var sections: [String: [String]] = [:]

  /// Reads the lists; words before the first section are ignored.
  public init(_ text: String) {
    var section: String?
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.prefix { $0 != "#" }
      for word in line.split(whereSeparator: \.isWhitespace) {
        if word.first == "[", word.last == "]" {
          section = String(word.dropFirst().dropLast())
        } else if let section {
          sections[section, default: []].append(String(word))
        }
      }
    }
  }

  /// The words of a section, in the order of the file; empty where there is no such section.
  public subscript(section: String) -> [String] { sections[section] ?? [] }

  /// The words of some sections, to be matched forwards from a position.
  public func words(_ names: String...) -> WordTrie<Void> { WordTrie(words: names.flatMap { self[$0] }) }

  /// The words of some sections, to be matched backwards from a position.
  public func endings(_ names: String...) -> WordTrie<Void> {
    WordTrie(words: names.flatMap { self[$0] }, reversed: true)
  }

  /// The single scalars of a section's words.
  public func scalars(_ name: String) -> Set<Unicode.Scalar> { Set(self[name].flatMap(\.unicodeScalars)) }
}

extension WordTrie {
  /// Whether exactly this stretch of a text is one of the words.
  @inlinable public func contains(_ text: ArraySlice<Unicode.Scalar>) -> Bool { self[text] != nil }

  /// Whether a word starts somewhere in a span of a text and ends in it.
  @inlinable
  public func occurs(in text: ScalarText, _ span: Span) -> Bool {
    firstMatch(in: text, from: span.start, limit: span.end) != nil
  }
}
