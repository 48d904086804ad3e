import Extraction
import GraphModel
import ZonesTables

/// The word lists of the plug-in.
final class ZoneWords: Sendable {
  static let embedded = ZoneWords(WordSections(EmbeddedFile(tupu_zones_words(), count: tupu_zones_words_count())))

  /// Endings of names, matched backwards.
  let kinds: WordTrie<Void>
  /// Endings that stand for the home region's one when alone.
  let bare: WordTrie<Void>
  /// What makes no name before an ending.
  let generic: WordTrie<Void>
  /// What a committee's name has after its zone.
  let committees: WordTrie<Void>
  /// What after an ending makes it a building.
  let venue: WordTrie<Void>

  /// Endings of zones that reach over many regions, matched backwards.
  let wide: WordTrie<Void>

  init(_ sections: WordSections) {
    kinds = sections.trie("kind", reversed: true)
    bare = sections.trie("bare")
    generic = sections.trie("generic")
    committees = sections.trie("committee", reversed: true)
    wide = sections.trie("wide", reversed: true)
    venue = sections.trie("venue")
  }
}
