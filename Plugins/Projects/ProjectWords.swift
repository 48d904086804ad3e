import Extraction
import GraphModel
import ProjectsTables

private let table = WordLists(EmbeddedFile(tupu_projects_words(), count: tupu_projects_words_count()))

/// The word lists of `Tables/words.txt`, ready for matching.
final class ProjectWords: Sendable {
  static let embedded = ProjectWords()

  let generic = table.words("generic")
  let boundary = table.endings("boundary")
  /// The same verbs as `boundary`, matched forwards.
  let leads = table.words("boundary")
  let concrete = table.endings("concrete")
  /// Endings of zones that outlast what is built in them, matched backwards.
  let lastingZones = table.endings("lasting-zone")
  /// The numbers of a project's phases.
  let phases = table.words("phase", "enlarging")
  /// The same without those that enlarge what is there.
  let numbered = table.words("phase")
  /// What only sentences hold.
  let sentence = table.words("sentence")
  /// The places of a ceremony at which projects are begun, matched backwards.
  let branchSite = table.endings("branch-site")
  let notAfter = table.words("not-project-after")
  /// Roads and lines between two places, matched backwards.
  let roads = table.endings("road")
  /// Behind 项目: companies are named in the same list.
  let andCompanies = table.words("and-companies")
  let investing = table.words("investing")
  let listBetween = table.words("list-between")
  /// What stands between 等 or a number and 项目, kinds of projects included.
  let kinds = table.words("list-between", "generic")
  /// What stands between a project and its sum.
  let sums = table.words("sum")
  /// The same, matched backwards.
  let sumsBefore = table.endings("sum")
  let standalone = table.words("standalone")
  /// The same, matched backwards.
  let standaloneEnds = table.endings("standalone")
  let standaloneKind = table.words("standalone-kind")
  let works = table.words("works")
  /// What joins the items of a row, matched backwards.
  let joints = table.endings("joint")
  /// Verbs and prepositions of going to a place, matched backwards.
  let visiting = table.endings("visiting")
  /// What behind 项目 says that it is one of its own.
  let siteAfter = table.words("site-after")
  /// What says that the projects before it are begun or signed.
  let begun = table.words("begun")
  /// The same right behind it, of one project.
  let begunRight = table.words("begun-right")
  /// What a list of projects says that it lists.
  let listHead = table.words("list-head")
  /// What opens a list behind such a word.
  let listOpener = table.words("list-opener")

  /// What opens a row of projects, matched backwards.
  let rowOpeners = table.endings("row-opener")

  /// What is signed about a project behind it.
  let agreements = table.words("agreement")
  /// What before 项目 says that many are meant, matched backwards.
  let collectives = table.endings("collective")
  /// Verbs of speaking of a project.
  let saying = table.words("saying")

  /// Works of which a name alone says that they stand.
  let lastingWorks = table.words("lasting-work")
  /// What right before such a work says that it is built, matched backwards.
  let buildingBefore = table.endings("building-before")
  /// The same right behind it.
  let buildingBehind = table.words("building-behind")
  /// What campaigns are called, matched backwards.
  let campaigns = table.endings("campaign")
  /// What says that a name of one thing follows, matched backwards.
  let naming = table.endings("naming")
  /// Works of which many are kinds of things, not one.
  let plainWorks = table.words("plain-works")
  /// Verbs of making, at the end of what a company makes, matched backwards.
  let making = table.endings("making")

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
