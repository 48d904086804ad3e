import Extraction
import GraphModel
import ZonesTables

private let table = WordLists(EmbeddedFile(tupu_zones_words(), count: tupu_zones_words_count()))

/// The word lists of the plug-in.
final class ZoneWords: Sendable {
  static let embedded = ZoneWords()

  /// Endings of names, matched backwards.
  let kinds = table.endings("kind")
  /// Endings that stand for the home region's one when alone.
  let bare = table.words("bare")
  /// What makes no name before an ending.
  let generic = table.words("generic")
  /// What a committee's name has after its zone.
  let committeesForward = table.words("committee")
  /// What after an ending makes it a building.
  let venue = table.words("venue")

  /// Houses that are called after the zone they stand in.
  let hotels = table.words("hotel")
  /// What after an ending makes it a kind of economy or a heading.
  let notZoneAfter = table.words("notZoneAfter")
  /// Endings that after a province's name mean all zones of the kind.
  let collective = table.words("collective")
  /// What before a name says that something is to become it, matched backwards.
  let aimBefore = table.endings("aimBefore")

  /// Endings of zones that reach over many regions, matched backwards.
  let wide = table.endings("wide")

  /// Words of praise and time at the head of a name that are no part of it.
  let praise = table.words("praise")
  /// Endings that stand for the home region's one where its committee or head follows.
  let governed = table.words("governed")
  /// Committees and heads of zones.
  let governs = table.words("governs")
  /// What after a quotation says that it is a title given as an honour.
  let honourAfter = table.words("honourAfter")

  /// Whether a form is nothing but an ending.
  func isKind(_ form: [Unicode.Scalar]) -> Bool { kinds[form[...]] != nil }

  /// Zones that have others in them.
  let lasting = table.words("lasting")
  /// What inside a name says that old houses are meant.
  let builtAnew = table.words("builtAnew")
  /// What after an ending says so.
  let anewAfter = table.words("anewAfter")
  /// What says that something is to become what follows, matched backwards.
  let aims = table.endings("aim", "aimBefore")

  /// What behind a name says that something is to become it.
  let aimBehind = table.words("aim-behind")
  /// Sides of a town, and the endings of zones that are called after them, matched backwards.
  let sides = table.words("side")
  let sidesBackward = table.endings("side")
  let sided = table.endings("sided")

  /// Verbs of going and looking, before a place that is the only one of its kind, matched backwards.
  let going = table.endings("going")
  /// Endings before which an everyday word names goods, matched backwards.
  let raising = table.endings("raising")
  /// What before a name says that it is a part of a company, matched backwards.
  let owners = table.endings("owner")
  /// What behind 等 says that a row names zones, and what behind that makes it something else.
  let rowClasses = table.words("row-class")
  let notZones = table.words("row-class-not")
  /// What before a name says that somebody goes there or that it is built, matched backwards.
  let visiting = table.endings("going", "visiting")
  /// Quarters of the country, after which a company's works there are named, matched backwards.
  let quarters = table.endings("quarter")
  /// Endings of stretches of the country that are no zones, matched backwards.
  let macros = table.endings("macro")

  /// Endings that are names when nothing stands before them.
  let standing = table.words("bare", "standing")
}
