/// A word list of sections, as plug-ins keep them beside their code.
///
/// `[section]` on a line of its own opens a section; below it stand words between blanks and line ends; the rest of a line
/// from `#` on is a comment.
public struct WordSections: Sendable {
  private var words: [String: [String]] = [:]

  /// Reads an embedded list.
  public init(_ file: EmbeddedFile) {
    var section = ""
    for line in file.text.split(separator: "\n") {
      let text = line.prefix { $0 != "#" }
      for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        if word.hasPrefix("["), word.hasSuffix("]") {
          section = String(word.dropFirst().dropLast())
        } else {
          words[section, default: []].append(String(word))
        }
      }
    }
  }

  /// The words of a section, in order; none where the list has no such section.
  public subscript(section: String) -> [String] { words[section] ?? [] }

  /// A trie of some sections' words.
  public func trie(_ sections: String..., reversed: Bool = false) -> WordTrie<Void> {
    WordTrie(words: sections.flatMap { self[$0] }, reversed: reversed)
  }

  /// A trie of some sections' words, each with its section's name.
  public func labelledTrie(_ sections: String..., reversed: Bool = false) -> WordTrie<String> {
    WordTrie(sections.flatMap { section in self[section].map { (word: $0, value: section) } }, reversed: reversed)
  }
}
