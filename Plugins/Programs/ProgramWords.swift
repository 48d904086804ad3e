import Extraction
import GraphModel
import ProgramsTables

private let table = WordLists(EmbeddedFile(tupu_programs_words(), count: tupu_programs_words_count()))

/// The word lists of `Tables/words.txt`, ready for matching.
final class ProgramWords: Sendable {
  static let embedded = ProgramWords()

  let category = table.words("category")
  let inside = table.endings("inside")
  let campaignYear = table.endings("campaign-year")
  let notYear = table.endings("not-year")
  let generic = table.words("generic-name")
  let pursue = table.endings("pursue")
  let pursueAnywhere = table.words("pursue")
  let manner = table.endings("manner")
  let adverb = table.words("manner")
  let pursueRight = table.words("pursue-right")
  let roleBefore = table.endings("role-before")
  let roleAfter = table.words("role-after")
  let concept = table.words("concept", "idiom")
  let construct = table.endings("construct")
  let campaign = table.endings("campaign")
  let theme = table.endings("theme")
  let unquoted = table.words("unquoted")
  let afterHead = table.words("after-head")
  let strictVerb = table.words("strict-verb")
  let betweenVerb = table.words("between-verb")
  let levelLead = table.words("level-lead")
  /// What a region is to become, before its name in a quotation.
  let building = table.words("building")
  /// What ends a quotation that names a place, matched backwards.
  let placeNoun = table.endings("place-noun")
  /// What behind “…”建设 makes it another word.
  let notBuilt = table.words("not-built")
  /// Category words that close a name behind another one.
  let deed = table.words("deed")
  /// What behind a category word makes it a unit's.
  let unitBehind = table.words("unit-behind")
  /// What stands before 活动 where an event is meant, and what ends the name of one.
  let event = table.words("event")
  let eventEnds = table.endings("event")
  /// Behind 的: what is done to carry a program out.
  let measureNoun = table.words("measure-noun")
  /// What only names of campaigns hold.
  let campaignInside = table.words("campaign-inside")
  /// What behind “…”年 says that a campaign is meant.
  let yearBehind = table.words("year-behind")
  /// What a row of programs is called.
  let rowCategory = table.words("row-category")
  /// What ends the names of conferences and courses, matched backwards.
  let conference = table.endings("conference")
  /// Whose plans are no government's, matched backwards.
  let company = table.endings("company")
  /// Who may stand before the verb of a program.
  let subject = table.words("subject")
  let stop = table.scalars("stop")
  let hard = table.scalars("hard")
}

/// Kinds of scalars that tell the parts of a coined name.
enum ScalarKind {
  static let numerals: ScalarSet = "一二三四五六七八九十百千万亿两双零〇"
  static let measures: ScalarSet = "册簿个張张条條项項种種类類次名位点步份本套层层级倍成则件句字"

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || scalar.value == 0x3007 || (0x20000...0x323AF).contains(scalar.value)
  }
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || numerals.contains(scalar) }
  /// Whether a scalar can stand inside an unquoted name.
  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool { isHan(scalar) || isDigit(scalar) || isLatin(scalar) }
}
