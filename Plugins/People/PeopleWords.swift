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
}

/// The word lists of the plug-in.
final class PeopleWords: Sendable {
  static let embedded = PeopleWords(WordSections(EmbeddedFile(tupu_people_words(), count: tupu_people_words_count())))

  let ranks: WordTrie<RankKind>
  let notRanks: WordTrie<Void>
  let roles: WordTrie<Void>
  let modifiers: WordTrie<Void>
  let silentModifiers: WordTrie<Void>
  let titleBodies: WordTrie<Void>
  let leadingBodies: WordTrie<Void>
  /// Of the bodies of titles those that a region's own rank (县长) leaves out.
  let governments: WordTrie<Void>
  /// Bodies of titles that run a zone.
  let committees: WordTrie<Void>
  let afterName: WordTrie<Void>
  let listClose: WordTrie<Void>
  let byline: WordTrie<Void>
  let bylineAfter: WordTrie<Void>
  let cited: WordTrie<Void>
  let citedAfter: WordTrie<Void>
  let doers: WordTrie<Void>
  /// What before a post says that all are meant who held it.
  let pastTerms: WordTrie<Void>
  /// What before a post of an association says that it is one of the association that reports.
  let ownAssociations: WordTrie<Void>
  /// What in a title says that several people hold it at once.
  let manyHold: WordTrie<Void>
  /// What stands in brackets between a post and a name.
  let roleBracket: WordTrie<Void>
  /// Posts that no name stands right before.
  let notBehindNames: WordTrie<Void>
  let notNames: WordTrie<Void>
  /// Verbs that choose somebody for a post.
  let appointing: WordTrie<Void>
  let postVerbs: WordTrie<Void>
  /// What after a post makes it one that somebody is only meant for.
  let nominees: WordTrie<Void>
  let companyPosts: WordTrie<Void>
  /// How many people a list named, behind it.
  let counted: WordTrie<Void>
  /// Verbs before which 由 names who does it.
  let presiding: WordTrie<Void>
  let associationPosts: WordTrie<Void>
  /// Posts that are an association's where one of its own stands before them.
  let officerPosts: WordTrie<Void>
  /// How associations' names end.
  let associations: WordTrie<Void>
  /// Learned titles.
  let learned: WordTrie<Void>
  let rarelyGiven: WordTrie<Void>
  /// Characters with which names of places end.
  let placeEndings: ScalarSet
  let nameParts: WordTrie<Void>

  init(_ sections: WordSections) {
    var ranks: [String: RankKind] = [:]
    for word in sections["rank"] { ranks[word] = [] }
    for word in sections["regionRank"] { ranks[word, default: []].insert(.region) }
    for word in sections["collective"] { ranks[word, default: []].insert(.collective) }
    for word in sections["shared"] { ranks[word, default: []].insert(.shared) }
    for word in sections["national"] { ranks[word, default: []].insert(.national) }
    self.ranks = WordTrie(ranks.sorted { $0.key < $1.key }.map { (word: $0.key, value: $0.value) })
    notRanks = sections.trie("notRank")
    roles = sections.trie("role")
    modifiers = sections.trie("modifier", reversed: true)
    silentModifiers = sections.trie("silentModifier")
    titleBodies = sections.trie("titleBody", reversed: true)
    leadingBodies = sections.trie("leadingBody", reversed: true)
    governments = sections.trie("government")
    committees = sections.trie("committee", reversed: true)
    afterName = sections.trie("afterName")
    listClose = sections.trie("listClose")
    byline = sections.trie("byline")
    bylineAfter = sections.trie("bylineAfter")
    cited = sections.trie("cited")
    citedAfter = sections.trie("citedAfter")
    doers = sections.trie("doer")
    manyHold = sections.trie("manyHold")
    pastTerms = sections.trie("pastTerms", reversed: true)
    ownAssociations = sections.trie("ownAssociation", reversed: true)
    nominees = sections.trie("nominee")
    postVerbs = sections.trie("postVerb")
    companyPosts = sections.trie("companyPost", reversed: true)
    counted = sections.trie("counted")
    presiding = sections.trie("presiding")
    officerPosts = sections.trie("officerPost", reversed: true)
    associations = sections.trie("association", reversed: true)
    learned = sections.trie("learned")
    associationPosts = sections.trie("associationPost", reversed: true)
    rarelyGiven = sections.trie("rarelyGiven")
    placeEndings = ScalarSet(sections["placeEnding"].filter { $0.unicodeScalars.count == 1 }.flatMap(\.unicodeScalars))
    nameParts = sections.trie("namePart")
    roleBracket = sections.trie("roleBracket")
    notBehindNames = sections.trie("notBehindName")
    notNames = sections.trie("notName")
    appointing = sections.trie("appointing")
  }
}
