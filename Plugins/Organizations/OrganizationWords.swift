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

private let table = WordLists(EmbeddedFile(tupu_organizations_words(), count: tupu_organizations_words_count()))

/// What stands in one form of a name for what another form has.
typealias EqualWords = (word: [Unicode.Scalar], value: [Unicode.Scalar])

private func equals(_ section: String) -> [EqualWords] {
  table.pairs(section).map { (Array($0.word.unicodeScalars), Array($0.value.unicodeScalars)) }
}

/// The word lists of the plug-in.
final class OrganizationWords: Sendable {
  static let embedded = OrganizationWords()

  /// Endings of bodies, matched backwards.
  let endings: WordTrie<OrganizationEnding>
  /// What departments are for, matched backwards.
  let domains = table.endings("domain")
  /// What turns a leading body before it into a part of a post.
  let headAfter = table.words("headAfter")
  /// What turns a leading body before it into a part of a meeting's name.
  let sessionAfter = table.words("sessionAfter")
  /// What an institution's ending may not stand with alone.
  let generic = table.words("generic")
  /// What stands in long names for what short ones have: 人民政府 is 政府.
  let equalParts = equals("equalPart")
  /// Likewise of whole names: a chamber of all trades is the federation of commerce and industry.
  let equalWholes = equals("equalWhole")
  /// What a form may leave out behind the words that it keeps: 交通局 is 交通运输局, 农业局 is no 农业机械局.
  let leftOut = table.words("leftOut")
  /// Words that end as bodies do and are none, matched backwards.
  let never = table.endings("never")

  /// Endings of buildings, matched backwards.
  let buildings = table.endings("building")
  /// What after a building says that something was held there.
  let heldAfter = table.words("heldAfter")
  /// Committees that are part of a post where a head's title follows, matched backwards.
  let partyBodies = table.endings("partyBody")
  /// Endings of institutions that belong to the home region where no place is named, matched backwards.
  let localEndings = table.endings("localEnding")
  /// Bodies that stand before the place in the names of their branches, matched backwards.
  let parents = table.endings("parent")

  /// What after 中心 says that it was an adjective (中心工作).
  let centreAfter = table.words("centreAfter")
  /// Bodies of the state, matched backwards.
  let ministryEndings = table.endings("ministry")
  /// Endings before which a level word may stand far off, matched backwards.
  let longEndings = table.endings("longEnding")
  /// Endings of bodies that one place has in another, matched backwards.
  let branchEndings = table.endings("branchEnding")
  /// Endings of zones that have departments of their own, matched backwards.
  let zoneKinds = table.endings("zoneKind")
  /// Endings of institutions that govern a place, which is named for its own sake, matched backwards.
  let seats = table.endings("seat")

  /// Words that begin behind a body's name although its last character and their first make a word, too.
  let cutSafe = table.words("cutSafe")
  /// What behind a name says that something else is called so: a building's old site, a day, a zone of the customs.
  let noBodyBehind = table.words("noBodyBehind")
  /// What, before the kind of a zone, belongs to the kind: 经济|开发区.
  let zoneTrades = table.words("zoneTrade")
  /// Endings of the branches of societies, matched backwards.
  let societyBranches = table.endings("societyBranch")
  /// What centres of zones are for, matched backwards.
  let centreTrades = table.endings("centreTrade")
  /// What behind a list says that all such bodies are meant.
  let allSuch = table.words("allSuch")
  /// What stands behind the last item of a list of bodies.
  let behindItem = table.words("behindItem")
  /// Parties and leagues before the place of a committee, matched backwards.
  let parties = table.endings("party")
  /// Bodies that are known as wholes where their heads follow.
  let headedWholes = table.endings("headedWhole")
  /// Heads of the party's departments: a bare department before one is part of the post (市委常委、组织部部长).
  let chiefAfter = table.words("chiefAfter")

  /// Heads behind the short name of an office, which make it a part of the post.
  let officeHeads = table.words("officeHead")
  /// Endings of the bodies of a list of which is told how many they are.
  let counted = table.endings("counted")
  /// What behind a number says that bodies are counted.
  let counters = table.words("counter")
  /// Posts behind which a name begins, matched backwards.
  let leaders = table.endings("leader")
  /// The assemblies, of whose committees heads are told by their posts.
  let assemblies = table.words("assembly")
  /// What after a body of the state makes it a part of a post or of a meeting's name.
  let stateAfter = table.words("stateAfter")
  /// What before a name says that something is to become it, matched backwards.
  let aimBefore = table.endings("aimBefore")
  /// Endings of the branches of a body, matched backwards.
  let partEndings = table.endings("partEnding")
  /// Endings that make an item of a list of bodies one of them, matched backwards.
  let listed = table.endings("governmentSuffix", "partySuffix", "listed")

  /// Endings of the leading bodies, whose departments are their region's, matched backwards.
  let leadingEndings = table.endings("leadingEnding")
  /// What says that something is to become what follows, in lists too, matched backwards.
  let aims = table.endings("aim", "aimBefore")
  /// What behind a name says that it is a company's.
  let legalAfter = table.words("legalAfter")
  /// Bodies for which somebody reports, matched backwards.
  let reportOf = table.endings("reportOf")
  /// What only sentences hold.
  let inSentences = table.words("inSentence")
  /// Endings of teams that are told by their number, matched backwards.
  let numbered = table.endings("numbered")
  /// Universities and their short names, matched backwards.
  let universities = table.endings("university")
  /// Heads of associations.
  let associationHeads = table.words("associationHead")
  /// Posts of heads, before which a body's name may stand that nothing else tells.
  let heads = table.words("head")
  /// How such bodies' names end.
  let headedEndings = table.endings("headedEnding")
  /// What such a name does not hold.
  let headless = table.words("headless")
  /// How associations of companies end, matched backwards.
  let companiesAssociations = table.endings("companiesAssociation")
  /// Leading bodies, whose parts stay in the titles of their heads.
  let leadingHeads = table.words("leadingHead")
  /// Endings of associations, whose names may hold any verb, matched backwards.
  let associations = table.endings("association")
  /// The names of assemblies and parties that stand before their place or their term, matched backwards.
  let assemblyNames = table.endings("assemblyName")

  /// Endings of institutions that say too little without whose branch they are.
  let branchesOfParents = table.words("branchOfParent")
  /// Whose branches these are, before their place, matched backwards.
  let branchingParents = table.endings("branchingParent")

  /// Councils of an association.
  let councils = table.words("council")
  /// Verbs of holding a meeting, behind who or where holds it.
  let holding = table.words("holding")
  /// How committees of parties end and no other leading body.
  let partyCommittees = table.words("partyCommittee")
  /// Bodies without a place before them whose heads' titles they stay out of.
  let selfHeaded = table.words("selfHeaded")

  /// Committees that station groups in other bodies, matched backwards.
  let committees = table.endings("committee")
  /// The groups that they station, matched backwards.
  let supervisors = table.endings("supervisor")
  /// What stands between the place that aids and the one that is aided, matched backwards.
  let aiding = table.endings("aiding")

  /// Bodies that are named by their place alone.
  let placed = table.words("placed")

  private static let nationalHeads = WordTrie(words: ["中国", "中华", "全国", "国家", "中央"])

  /// Whether a name that begins at a position is one of the whole state.
  func isNational(_ text: ScalarText, _ start: Int) -> Bool {
    Self.nationalHeads.longestMatch(in: text, at: start) != nil
  }

  init() {
    var labels: [String: OrganizationEnding] = [:]
    let kinds: [(String, OrganizationEnding)] = [
      ("governmentSuffix", .government), ("partySuffix", .party), ("ministry", .ministry),
      ("institution", .institution), ("actor", .actor), ("office", .office), ("bureau", .bureau),
    ]
    for (section, kind) in kinds {
      for word in table[section] { labels[word, default: []].insert(kind) }
    }
    endings = WordTrie(labels.sorted { $0.key < $1.key }.map { (word: $0.key, value: $0.value) }, reversed: true)
  }
}
