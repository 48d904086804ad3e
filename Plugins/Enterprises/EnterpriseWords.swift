import EnterprisesTables
import Extraction
import GraphModel

/// The word lists of the plug-in.
final class EnterpriseWords: Sendable {
  static let embedded = EnterpriseWords(
    WordSections(EmbeddedFile(tupu_enterprises_words(), count: tupu_enterprises_words_count())))

  /// Endings of full names, matched backwards; true for legal forms and groups, false for plants, banks and funds.
  let endings: WordTrie<Bool>
  /// What alone before an ending makes no name.
  let generic: WordTrie<Void>
  /// What after 等 says that the list before it was of companies.
  let listClose: WordTrie<Void>
  /// What short names end with, matched backwards.
  let trades: WordTrie<Void>
  /// Those of them that after a coined word leave no doubt.
  let coinedTrades: WordTrie<Void>
  /// Companies known by their short names.
  let wellKnown: WordTrie<Void>
  /// Posts that only companies have.
  let heads: WordTrie<Void>
  /// Words around the maker of a web page.
  let vendor: WordTrie<Void>

  /// Single characters that are words of their own before a name.
  let loneHeads: WordTrie<Void>
  /// State builders whose bureaus are numbered.
  let builders: WordTrie<Void>
  /// What ends the name of such a bureau.
  let builderEndings: WordTrie<Void>

  init(_ sections: WordSections) {
    endings = WordTrie(
      sections["plant"].map { (word: $0, value: false) } + sections["legal"].map { (word: $0, value: true) },
      reversed: true)
    generic = sections.trie("generic")
    listClose = sections.trie("listClose")
    trades = sections.trie("trade", reversed: true)
    coinedTrades = sections.trie("coinedTrade")
    wellKnown = sections.trie("wellKnown")
    heads = sections.trie("head")
    loneHeads = sections.trie("loneHead")
    builders = sections.trie("builder")
    builderEndings = sections.trie("builderEnding")
    vendor = sections.trie("vendor")
  }
}
