import Extraction
import GraphModel
import ProjectsTables

/// The word lists of `Tables/words.txt`, ready for matching.
final class ProjectWords: Sendable {
  static let embedded = ProjectWords(
    WordLists(EmbeddedFile(tupu_projects_words(), count: tupu_projects_words_count()).text))

  let generic: WordTrie<Void>
  let boundary: WordTrie<Void>
  /// The same verbs as `boundary`, matched forwards.
  let leads: WordTrie<Void>
  let concrete: WordTrie<Void>
  /// Endings of zones that outlast what is built in them, matched backwards.
  let lastingZones: WordTrie<Void>
  /// The numbers of a project's phases.
  let phases: WordTrie<Void>
  /// The same without those that enlarge what is there.
  let numbered: WordTrie<Void>
  /// What only sentences hold.
  let sentence: WordTrie<Void>
  /// The places of a ceremony at which projects are begun, matched backwards.
  let branchSite: WordTrie<Void>
  /// What a company behind it does for the project before it.
  let builderIs: WordTrie<Void>
  let notAfter: WordTrie<Void>
  let investing: WordTrie<Void>
  let located: WordTrie<Void>
  let listBetween: WordTrie<Void>
  let standalone: WordTrie<Void>
  let standaloneKind: WordTrie<Void>
  let works: WordTrie<Void>
  /// What joins the items of a row, matched backwards.
  let joints: WordTrie<Void>
  /// Verbs and prepositions of going to a place, matched backwards.
  let visiting: WordTrie<Void>
  /// What behind 项目 says that it is one of its own.
  let siteAfter: WordTrie<Void>
  /// What a place does that holds a ceremony.
  let holding: WordTrie<Void>
  /// What says that the projects before it are begun or signed.
  let begun: WordTrie<Void>
  /// What a list of projects says that it lists.
  let listHead: WordTrie<Void>
  /// What opens a list behind such a word.
  let listOpener: WordTrie<Void>

  /// What is signed about a project behind it.
  let agreements: WordTrie<Void>
  /// What before 项目 says that many are meant, matched backwards.
  let collectives: WordTrie<Void>
  /// What stands between a region's name and who signs with it.
  let seats: WordTrie<Void>
  /// Verbs of speaking of a project.
  let saying: WordTrie<Void>
  /// Verbs of signing, matched backwards.
  let signing: WordTrie<Void>

  /// What campaigns are called, matched backwards.
  let campaigns: WordTrie<Void>
  /// What says that a name of one thing follows, matched backwards.
  let naming: WordTrie<Void>
  /// Works of which a name alone says that they stand.
  let lastingWorks: WordTrie<Void>
  /// What right before such a work says that it is built, matched backwards.
  let buildingBefore: WordTrie<Void>
  /// The same right behind it.
  let buildingBehind: WordTrie<Void>
  /// Works of which many are kinds of things, not one.
  let plainWorks: WordTrie<Void>

  init(_ lists: WordLists) {
    agreements = lists.words("agreement")
    collectives = lists.endings("collective")
    seats = lists.words("seat-of")
    saying = lists.words("saying")
    signing = lists.endings("signing")
    campaigns = lists.endings("campaign")
    naming = lists.endings("naming")
    lastingWorks = lists.words("lasting-work")
    buildingBefore = lists.endings("building-before")
    buildingBehind = lists.words("building-behind")
    plainWorks = lists.words("plain-works")
    generic = lists.words("generic")
    boundary = lists.endings("boundary")
    leads = lists.words("boundary")
    concrete = lists.endings("concrete")
    lastingZones = lists.endings("lasting-zone")
    phases = lists.words("phase", "enlarging")
    numbered = lists.words("phase")
    sentence = lists.words("sentence")
    branchSite = lists.endings("branch-site")
    builderIs = lists.words("builder-is")
    notAfter = lists.words("not-project-after")
    investing = lists.words("investing")
    located = lists.endings("located")
    listBetween = lists.words("list-between")
    standalone = lists.words("standalone")
    standaloneKind = lists.words("standalone-kind")
    works = lists.words("works")
    joints = lists.endings("joint")
    visiting = lists.endings("visiting")
    siteAfter = lists.words("site-after")
    holding = lists.words("holding")
    begun = lists.words("begun")
    listHead = lists.words("list-head")
    listOpener = lists.words("list-opener")
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
