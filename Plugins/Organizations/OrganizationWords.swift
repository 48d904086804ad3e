import Extraction
import GraphModel
import OrganizationsTables

/// The kinds of endings by which bodies are found; one word can be several.
struct OrganizationEnding: OptionSet, Sendable {
  let rawValue: UInt8
  /// 局, 委, 办: after a domain or a level.
  static let government = OrganizationEnding(rawValue: 1)
  /// 组织部, 总工会: known as wholes, with or without a place before them.
  static let party = OrganizationEnding(rawValue: 2)
  /// 财政部: bodies of the state, no place before them.
  static let ministry = OrganizationEnding(rawValue: 4)
  /// 大学, 协会, 电视台: what stands before is a name.
  static let institution = OrganizationEnding(rawValue: 8)
  /// 委, 政府, 人大: the leading bodies of a region.
  static let actor = OrganizationEnding(rawValue: 16)
  /// 司: parts of bodies of the state.
  static let bureau = OrganizationEnding(rawValue: 64)
  /// Those of the leading bodies' parts that are bodies of their own.
  static let office = OrganizationEnding(rawValue: 32)
}

/// The word lists of the plug-in.
final class OrganizationWords: Sendable {
  static let embedded = OrganizationWords(
    WordSections(EmbeddedFile(tupu_organizations_words(), count: tupu_organizations_words_count())))

  /// Endings of bodies, matched backwards.
  let endings: WordTrie<OrganizationEnding>
  /// What departments are for, matched backwards.
  let domains: WordTrie<Void>
  /// What turns a leading body before it into a part of a post.
  let headAfter: WordTrie<Void>
  /// What turns a leading body before it into a part of a meeting's name.
  let sessionAfter: WordTrie<Void>
  /// What an institution's ending may not stand with alone.
  let generic: WordTrie<Void>
  /// Words that end as bodies do and are none, matched backwards.
  let never: WordTrie<Void>

  /// Endings of buildings, matched backwards.
  let buildings: WordTrie<Void>
  /// What after a building says that something was held there.
  let heldAfter: WordTrie<Void>
  /// Committees that are part of a post where a head's title follows, matched backwards.
  let partyBodies: WordTrie<Void>
  /// Endings of institutions that belong to the home region where no place is named, matched backwards.
  let localEndings: WordTrie<Void>
  /// Bodies that stand before the place in the names of their branches, matched backwards.
  let parents: WordTrie<Void>

  /// What after 中心 says that it was an adjective (中心工作).
  let centreAfter: WordTrie<Void>
  /// Bodies of the state, matched backwards.
  let ministryEndings: WordTrie<Void>
  /// Endings before which a level word may stand far off, matched backwards.
  let longEndings: WordTrie<Void>
  /// Endings of bodies that one place has in another, matched backwards.
  let branchEndings: WordTrie<Void>
  /// Endings of zones that have departments of their own, matched backwards.
  let zoneKinds: WordTrie<Void>
  /// Endings of institutions that govern a place, which is named for its own sake, matched backwards.
  let seats: WordTrie<Void>

  /// Heads of the party's departments: a bare department before one is part of the post (市委常委、组织部部长).
  let chiefAfter: WordTrie<Void>

  /// Heads behind the short name of an office, which make it a part of the post.
  let officeHeads: WordTrie<Void>
  /// Posts behind which a name begins, matched backwards.
  let leaders: WordTrie<Void>
  /// The assemblies, of whose committees heads are told by their posts.
  let assemblies: WordTrie<Void>
  /// What after a body of the state makes it a part of a post or of a meeting's name.
  let stateAfter: WordTrie<Void>
  /// What before a name says that something is to become it, matched backwards.
  let aimBefore: WordTrie<Void>
  /// Endings of the branches of a body, matched backwards.
  let partEndings: WordTrie<Void>
  /// Endings that make an item of a list of bodies one of them, matched backwards.
  let listed: WordTrie<Void>

  /// Endings of the leading bodies, whose departments are their region's, matched backwards.
  let leadingEndings: WordTrie<Void>
  /// What says that something is to become what follows, in lists too, matched backwards.
  let aims: WordTrie<Void>
  /// What behind a name says that it is a company's.
  let legalAfter: WordTrie<Void>
  /// What only sentences hold.
  let inSentences: WordTrie<Void>
  /// Endings of teams that are told by their number, matched backwards.
  let numbered: WordTrie<Void>
  /// Universities and their short names, matched backwards.
  let universities: WordTrie<Void>
  /// Heads of associations.
  let associationHeads: WordTrie<Void>
  /// Posts of heads, before which a body's name may stand that nothing else tells.
  let heads: WordTrie<Void>
  /// How such bodies' names end.
  let headedEndings: WordTrie<Void>
  /// Words that begin behind a body's name although its last character and their first make a word, too.
  let cutSafe: WordTrie<Void>
  /// Bodies that are known as wholes where their heads follow.
  let headedWholes: WordTrie<Void>
  /// What such a name does not hold.
  let headless: WordTrie<Void>
  /// Leading bodies, whose parts stay in the titles of their heads.
  let leadingHeads: WordTrie<Void>
  /// Parties and leagues before the place of a committee, matched backwards.
  let parties: WordTrie<Void>
  /// Endings of associations, whose names may hold any verb, matched backwards.
  let associations: WordTrie<Void>
  /// The names of assemblies and parties that stand before their place or their term, matched backwards.
  let assemblyNames: WordTrie<Void>

  private static let nationalHeads = WordTrie(words: ["中国", "中华", "全国", "国家", "中央"])

  /// Whether a name that begins at a position is one of the whole state.
  func isNational(_ text: ScalarText, _ start: Int) -> Bool {
    Self.nationalHeads.longestMatch(in: text, at: start) != nil
  }

  init(_ sections: WordSections) {
    var labels: [String: OrganizationEnding] = [:]
    let kinds: [(String, OrganizationEnding)] = [
      ("governmentSuffix", .government), ("partySuffix", .party), ("ministry", .ministry),
      ("institution", .institution), ("actor", .actor), ("office", .office), ("bureau", .bureau),
    ]
    for (section, kind) in kinds {
      for word in sections[section] { labels[word, default: []].insert(kind) }
    }
    endings = WordTrie(labels.sorted { $0.key < $1.key }.map { (word: $0.key, value: $0.value) }, reversed: true)
    domains = sections.trie("domain", reversed: true)
    headAfter = sections.trie("headAfter")
    sessionAfter = sections.trie("sessionAfter")
    generic = sections.trie("generic")
    chiefAfter = sections.trie("chiefAfter")
    buildings = sections.trie("building", reversed: true)
    heldAfter = sections.trie("heldAfter")
    partyBodies = sections.trie("partyBody", reversed: true)
    localEndings = sections.trie("localEnding", reversed: true)
    parents = sections.trie("parent", reversed: true)
    centreAfter = sections.trie("centreAfter")
    ministryEndings = sections.trie("ministry", reversed: true)
    longEndings = sections.trie("longEnding", reversed: true)
    zoneKinds = sections.trie("zoneKind", reversed: true)
    seats = sections.trie("seat", reversed: true)
    branchEndings = sections.trie("branchEnding", reversed: true)
    never = sections.trie("never", reversed: true)
    assemblies = sections.trie("assembly")
    stateAfter = sections.trie("stateAfter")
    aimBefore = sections.trie("aimBefore", reversed: true)
    partEndings = sections.trie("partEnding", reversed: true)
    officeHeads = sections.trie("officeHead")
    leadingEndings = sections.trie("leadingEnding", reversed: true)
    aims = sections.trie("aim", "aimBefore", reversed: true)
    legalAfter = sections.trie("legalAfter")
    inSentences = sections.trie("inSentence")
    numbered = sections.trie("numbered", reversed: true)
    universities = sections.trie("university", reversed: true)
    associationHeads = sections.trie("associationHead")
    heads = sections.trie("head")
    headedEndings = sections.trie("headedEnding", reversed: true)
    cutSafe = sections.trie("cutSafe")
    headedWholes = sections.trie("headedWhole", reversed: true)
    headless = sections.trie("headless")
    leadingHeads = sections.trie("leadingHead")
    parties = sections.trie("party", reversed: true)
    associations = sections.trie("association", reversed: true)
    assemblyNames = sections.trie("assemblyName", reversed: true)
    leaders = sections.trie("leader", reversed: true)
    listed = sections.trie("governmentSuffix", "partySuffix", "listed", reversed: true)
  }
}
