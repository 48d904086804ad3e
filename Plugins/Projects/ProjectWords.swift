import Extraction
import GraphModel

/// The word lists of `Tables/words.txt`, ready for matching.
final class ProjectWords: Sendable {
  let generic: WordTrie<Void>
  let boundary: WordTrie<Void>
  let concrete: WordTrie<Void>
  let notAfter: WordTrie<Void>
  let investing: WordTrie<Void>
  let located: WordTrie<Void>
  let listBetween: WordTrie<Void>
  let standalone: WordTrie<Void>
  let standaloneKind: WordTrie<Void>
  let works: WordTrie<Void>

  init(_ lists: WordLists) {
    generic = lists.words("generic")
    boundary = lists.endings("boundary")
    concrete = lists.endings("concrete")
    notAfter = lists.words("not-project-after")
    investing = lists.words("investing")
    located = lists.endings("located")
    listBetween = lists.words("list-between")
    standalone = lists.words("standalone")
    standaloneKind = lists.words("standalone-kind")
    works = lists.words("works")
  }

  /// Whether a phrase is made of words that only tell a kind of projects.
  func isGeneric(_ text: ScalarText, _ span: Span) -> Bool { covers(generic, text, span) }

  /// Whether a list of words covers a whole stretch.
  func covers(_ list: WordTrie<Void>, _ text: ScalarText, _ span: Span) -> Bool {
    // The words overlap, so every way to part the phrase is tried: reachable[i] says that the first i scalars are covered.
    var reachable = Array(repeating: false, count: span.count + 1)
    reachable[0] = true
    for offset in 0..<span.count where reachable[offset] {
      let start = span.start + offset
      if ("0"..."9").contains(text[start]) { reachable[offset + 1] = true }
      list.forEachMatch(in: text, at: start, limit: span.end) { end, _ in reachable[end - span.start] = true }
    }
    return reachable[span.count]
  }
}
