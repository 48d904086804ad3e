import DocumentsTables
import Extraction

/// The word lists of `Tables/words.txt`, ready for matching.
final class DocumentWords: Sendable {
  static let embedded = DocumentWords(
    WordSections(EmbeddedFile(tupu_documents_words(), count: tupu_documents_words_count())))

  /// What a verb says that stands by a document.
  enum Action: Sendable {
    case issue, repeal, amend, cite
    /// Nothing that makes a link: 宣读, 解读.
    case nothing
  }

  /// Endings of titles, matched backwards.
  let kinds: WordTrie<Void>
  /// Words that end like a kind and are none, matched backwards.
  let notKinds: WordTrie<Void>
  /// What makes no name yet before a kind.
  let modifiers: WordTrie<Void>
  /// What a title is called behind its marks.
  let outside: WordTrie<Void>
  /// What stands before a number and is no part of it, matched backwards.
  let agencyStop: WordTrie<Void>
  /// 令, 公告: matched backwards, and forwards.
  let order: WordTrie<Void>
  let orderForward: WordTrie<Void>
  /// Endings of bodies that give orders, matched backwards.
  let orderBody: WordTrie<Void>
  /// Verbs, each with what it says.
  let actions: WordTrie<Action>
  /// What says behind a document that it is in force.
  let force: WordTrie<Void>
  /// Phrases of pages that are documents themselves.
  let own: WordTrie<Void>
  /// What of a document is followed, behind its title: 要求, 精神.
  let demand: WordTrie<Void>
  /// 以下简称.
  let short: WordTrie<Void>

  init(_ sections: WordSections) {
    kinds = sections.trie("kind", reversed: true)
    notKinds = sections.trie("not-kind", reversed: true)
    modifiers = sections.trie("modifier", "kind")
    outside = sections.trie("outside")
    agencyStop = sections.trie("agency-stop", reversed: true)
    order = sections.trie("order", reversed: true)
    orderForward = sections.trie("order")
    orderBody = sections.trie("order-body", reversed: true)
    let classes: [(String, Action)] = [
      ("issue", .issue), ("repeal", .repeal), ("amend", .amend), ("cite", .cite), ("nothing", .nothing),
    ]
    actions = WordTrie(classes.flatMap { section, action in sections[section].map { (word: $0, value: action) } })
    force = sections.trie("force")
    own = sections.trie("own")
    demand = sections.trie("demand")
    short = sections.trie("short")
  }
}
