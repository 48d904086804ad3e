import Extraction
import GraphModel

/// The word lists of `Tables/words.txt`, ready for matching.
final class ProgramWords: Sendable {
  let category: WordTrie<Void>
  let inside: WordTrie<Void>
  let campaignYear: WordTrie<Void>
  let notYear: WordTrie<Void>
  let generic: WordTrie<Void>
  let pursue: WordTrie<Void>
  let pursueAnywhere: WordTrie<Void>
  let manner: WordTrie<Void>
  let pursueRight: WordTrie<Void>
  let roleBefore: WordTrie<Void>
  let roleAfter: WordTrie<Void>
  let concept: WordTrie<Void>
  let construct: WordTrie<Void>
  let campaign: WordTrie<Void>
  let theme: WordTrie<Void>
  let unquoted: WordTrie<Void>
  let afterHead: WordTrie<Void>
  let strictVerb: WordTrie<Void>
  let betweenVerb: WordTrie<Void>
  let national: WordTrie<Void>
  let levelLead: WordTrie<Void>
  let plan: WordTrie<Void>
  let series: WordTrie<Void>
  let about: WordTrie<Void>
  /// What a region is to become, before its name in a quotation.
  let building: WordTrie<Void>
  let stop: Set<Unicode.Scalar>
  let hard: Set<Unicode.Scalar>

  init(_ lists: WordLists) {
    category = lists.words("category")
    inside = lists.endings("inside")
    campaignYear = lists.endings("campaign-year")
    notYear = lists.endings("not-year")
    generic = lists.words("generic-name")
    pursue = lists.endings("pursue")
    pursueAnywhere = lists.words("pursue")
    manner = lists.endings("manner")
    pursueRight = lists.words("pursue-right")
    roleBefore = lists.endings("role-before")
    roleAfter = lists.words("role-after")
    concept = lists.words("concept", "idiom")
    construct = lists.endings("construct")
    campaign = lists.endings("campaign")
    theme = lists.endings("theme")
    unquoted = lists.words("unquoted")
    afterHead = lists.words("after-head")
    strictVerb = lists.words("strict-verb")
    betweenVerb = lists.words("between-verb")
    national = lists.words("national")
    levelLead = lists.words("level-lead")
    plan = lists.endings("plan")
    series = lists.endings("series")
    about = lists.endings("about")
    building = lists.words("building")
    stop = lists.scalars("stop")
    hard = lists.scalars("hard")
  }
}

/// Kinds of scalars that tell the parts of a coined name.
enum ScalarKind {
  static let numerals: ScalarSet = "一二三四五六七八九十百千万亿两双零〇"
  static let measures: ScalarSet = "个張张条條项項种種类類次名位点步份本套层层级倍成则件句字"

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || scalar.value == 0x3007 || (0x20000...0x323AF).contains(scalar.value)
  }
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || numerals.contains(scalar) }
  /// Whether a scalar can stand inside an unquoted name.
  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool { isHan(scalar) || isDigit(scalar) || isLatin(scalar) }
}
