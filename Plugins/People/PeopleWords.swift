import Extraction
import GraphModel
import PeopleTables

/// What kind of post a rank is.
struct RankKind: OptionSet, Sendable {
  let rawValue: UInt8
  /// 市长: the level word in it tells the region.
  static let region = RankKind(rawValue: 1)
  /// 市领导: nobody's own post.
  static let collective = RankKind(rawValue: 2)
  /// Several people hold it at once.
  static let shared = RankKind(rawValue: 4)
  /// 国务委员: of the nation, whatever region or body stands before it.
  static let national = RankKind(rawValue: 8)
  /// 指挥: a post only right behind a body's name, a verb elsewhere.
  static let bodied = RankKind(rawValue: 16)
}

/// How a body's name ends and which posts its heads hold, written 局:局长:政委.
struct HeadPosts: Sendable {
  let ending: [Unicode.Scalar]
  let posts: [[Unicode.Scalar]]

  init(_ entry: String) {
    let parts = entry.split(separator: ":").map { Array($0.unicodeScalars) }
    ending = parts.first ?? []
    posts = Array(parts.dropFirst())
  }
}

private let table = WordLists(EmbeddedFile(tupu_people_words(), count: tupu_people_words_count()))

/// The word lists of the plug-in.
final class PeopleWords: Sendable {
  static let embedded = PeopleWords()

  let ranks: WordTrie<RankKind>
  let notRanks = table.words("notRank")
  let roles = table.words("role")
  let modifiers = table.endings("modifier")
  let silentModifiers = table.words("silentModifier")
  let titleBodies = table.endings("titleBody")
  let leadingBodies = table.endings("leadingBody")
  /// Of the bodies of titles those that a region's own rank (县长) leaves out.
  let governments = table.words("government")
  /// Bodies of titles that run a zone.
  let committees = table.endings("committee")
  let afterName = table.words("afterName")
  let listClose = table.words("listClose")
  let byline = table.words("byline")
  let bylineAfter = table.words("bylineAfter")
  let cited = table.words("cited")
  let citedAfter = table.words("citedAfter")
  let doers = table.words("doer")
  /// What before a post says that all are meant who held it.
  let pastTerms = table.endings("pastTerms")
  /// What before a post of an association says that it is one of the association that reports.
  let ownAssociations = table.endings("ownAssociation")
  /// What in a title says that several people hold it at once.
  let manyHold = table.words("manyHold")
  /// What stands in brackets between a post and a name.
  let roleBracket = table.words("roleBracket")
  /// Posts that no name stands right before.
  let notBehindNames = table.words("notBehindName")
  let notNames = table.words("notName")
  /// Verbs that choose somebody for a post.
  let appointing = table.words("appointing")
  let postVerbs = table.words("postVerb")

  /// Verbs behind a post that several hold, before their names.
  let copulas = table.words("copula")
  /// What a bracket behind a name says of how its post is held.
  let remarks = table.words("remark")
  /// Words that end as verbs that give posts do, and say who holds one.
  let holders = table.endings("holder")

  /// The length of the longest verb that gives posts and ends at a position, in scalars; nil where there is none.
  func postVerb(endingAt end: Int, in text: ScalarText) -> Int? {
    if holders.longestMatch(in: text, endingAt: end) != nil { return nil }
    return (1...4).last { end >= $0 && postVerbs[text[Span(end - $0, end)]] != nil }
  }

  /// What after a post makes it one that somebody is only meant for.
  let nominees = table.words("nominee")
  let companyPosts = table.endings("companyPost")
  /// How many people a list named, behind it.
  let counted = table.words("counted")
  /// Verbs before which 由 names who does it.
  let presiding = table.words("presiding")
  let associationPosts = table.endings("associationPost")
  /// Posts that are an association's where one of its own stands before them.
  let officerPosts = table.endings("officerPost")
  /// How associations' names end.
  let associations = table.endings("association")
  /// Learned titles.
  let learned = table.words("learned")
  let rarelyGiven = table.words("rarelyGiven")
  /// Posts of commanders, before which stands what they command.
  let commanders = table.words("commander")
  /// Councils of an association, matched backwards.
  let councils = table.endings("council")
  /// The terms for which officers are chosen, before a post.
  let terms = table.words("term")
  /// Characters with which names of places end.
  let placeEndings: ScalarSet = ScalarSet(
    table["placeEnding"].filter { $0.unicodeScalars.count == 1 }.flatMap(\.unicodeScalars))
  let nameParts = table.words("namePart")
  /// What a body is called by its own people, before their posts.
  let ownBodies = table.endings("ownBody")
  /// Committees that run a zone, in the posts of those who head them.
  let zoneCommittees = table.endings("zoneCommittee")
  /// What zones are called for short.
  let zoneKinds = table.endings("zoneKind")
  /// Posts before which stands what of a company somebody manages.
  let managers = table.words("manager")
  /// Posts of members of assemblies, which are named beside what all are called.
  let members = table.endings("member")
  /// Posts behind which another may stand without a mark.
  let plainMembers = table.endings("plainMember")
  /// Posts that only the committee named before them has: 秘书长.
  let committeeAides = table.endings("committeeAide")
  /// With what posts begin that every larger body has: 党委, 纪委, 工会.
  let innerPosts = table.words("innerPost")
  /// What behind a stretch says that it is a place's name.
  let localities = table.words("locality")
  /// Verbs of holding a meeting.
  let holding = table.words("holding")
  /// Bodies of representatives, matched backwards.
  let assemblies = table.endings("assembly")
  /// Offices of leading bodies, matched backwards.
  let offices = table.endings("office")
  /// How bodies' names end, and the posts of those who head such bodies.
  let heads: [HeadPosts] = table["head"].map(HeadPosts.init)
  /// What towns and the like are counted by.
  let townships = table.words("township")
  let termEndings = table.endings("term")
  /// What at the head of a line of minutes says that those who were there follow.
  let rosterLabels = table.endings("rosterLabel")
  /// What 等 closes a list of that are no people.
  let things = table.words("thing")

  init() {
    var ranks: [String: RankKind] = [:]
    for word in table["rank"] { ranks[word] = [] }
    for word in table["regionRank"] { ranks[word, default: []].insert(.region) }
    for word in table["collective"] { ranks[word, default: []].insert(.collective) }
    for word in table["shared"] { ranks[word, default: []].insert(.shared) }
    for word in table["national"] { ranks[word, default: []].insert(.national) }
    for word in table["bodied"] { ranks[word, default: []].insert(.bodied) }
    self.ranks = WordTrie(ranks.sorted { $0.key < $1.key }.map { (word: $0.key, value: $0.value) })
  }
}
