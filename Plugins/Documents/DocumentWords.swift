import DocumentsTables
import Extraction

private let table = WordLists(EmbeddedFile(tupu_documents_words(), count: tupu_documents_words_count()))

/// The word lists of `Tables/words.txt`, ready for matching.
final class DocumentWords: Sendable {
  static let embedded = DocumentWords()

  /// What a verb says that stands by a document.
  enum Action: Sendable {
    case issue, repeal, amend, cite
    /// Nothing that makes a link: 宣读, 解读.
    case nothing
  }

  /// Endings of titles, matched backwards.
  let kinds = table.endings("kind")
  /// Words that end like a kind and are none, matched backwards.
  let notKinds = table.endings("not-kind")
  /// What makes no name yet before a kind.
  let modifiers = table.words("modifier", "kind")
  /// What a title is called behind its marks.
  let outside = table.words("outside")
  /// What stands before a number and is no part of it, matched backwards.
  let agencyStop = table.endings("agency-stop")
  /// 令, 公告: matched backwards, and forwards.
  let order = table.endings("order")
  let orderForward = table.words("order")
  /// Endings of bodies that give orders, matched backwards.
  let orderBody = table.endings("order-body")
  /// Verbs, each with what it says.
  let actions: WordTrie<Action>
  /// What says behind a document that it is in force.
  let force = table.words("force")
  /// Phrases of pages that are documents themselves.
  let own = table.words("own")
  /// What of a document is followed, behind its title: 要求, 精神.
  let demand = table.words("demand")
  /// 以下简称.
  let short = table.words("short")

  init() {
    let classes: [(String, Action)] = [
      ("issue", .issue), ("repeal", .repeal), ("amend", .amend), ("cite", .cite), ("nothing", .nothing),
    ]
    actions = WordTrie(classes.flatMap { section, action in table[section].map { (word: $0, value: action) } })
  }
}
