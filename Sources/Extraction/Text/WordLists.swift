import GraphModel

/// Word lists read from a data file: sections that start with `[name]` on a line of its own, words parted by blanks or line
/// ends, `#` to the end of a line for remarks.
public struct WordLists: Sendable {
  private var sections: [String: [String]] = [:]

  /// Reads an embedded list; words before the first section are ignored.
  public init(_ file: EmbeddedFile) { self.init(file.bytes) }

  /// Reads the lists of a text in UTF-8.
  ///
  /// Such tables are read at the start of every run that reads documents: bytes are parted, not characters.
  init(_ bytes: some Collection<UInt8>) {
    var section: String?
    var words: [String] = []
    func close() {
      if let section { sections[section, default: []] += words }
      words = []
    }
    var rest = bytes[...]
    while let first = rest.first {
      if first == UInt8(ascii: "#") {
        rest = rest.drop { $0 != UInt8(ascii: "\n") }
        continue
      }
      if Self.isBlank(first) {
        rest = rest.dropFirst()
        continue
      }
      let word = rest.prefix { !Self.isBlank($0) && $0 != UInt8(ascii: "#") }
      rest = rest[word.endIndex...]
      let text = String(decoding: word, as: UTF8.self)
      if first == UInt8(ascii: "["), text.utf8.last == UInt8(ascii: "]") {
        close()
        section = String(text.dropFirst().dropLast())
      } else {
        words.append(text)
      }
    }
    close()
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// The words of a section, in the order of the file; empty where there is no such section.
  public subscript(section: String) -> [String] { sections[section] ?? [] }

  /// The names of the sections, sorted.
  public var names: [String] { sections.keys.sorted() }

  /// The words of some sections, to be matched forwards from a position.
  public func words(_ names: String...) -> WordTrie<Void> { WordTrie(words: names.flatMap { self[$0] }) }

  /// The words of some sections, to be matched backwards from a position.
  public func endings(_ names: String...) -> WordTrie<Void> {
    WordTrie(words: names.flatMap { self[$0] }, reversed: true)
  }

  /// The entries of a section that are a word, `=` and what it stands for, in the order of the file; others are left out.
  ///
  /// Example: `中行=中国银行`.
  public func pairs(_ name: String) -> [(word: String, value: String)] {
    self[name].compactMap { entry in
      let parts = entry.split(separator: "=")
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
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
