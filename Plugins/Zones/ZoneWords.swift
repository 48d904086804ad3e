import Extraction
import GraphModel
import ZonesTables

/// The word lists of the plug-in.
final class ZoneWords: Sendable {
  static let embedded = ZoneWords(WordSections(EmbeddedFile(tupu_zones_words(), count: tupu_zones_words_count())))

  /// Endings of names, matched backwards.
  let kinds: WordTrie<Void>
  /// Endings that stand for the home region's one when alone.
  let bare: WordTrie<Void>
  /// What makes no name before an ending.
  let generic: WordTrie<Void>
  /// What a committee's name has after its zone.
  let committeesForward: WordTrie<Void>
  /// What after an ending makes it a building.
  let venue: WordTrie<Void>

  /// Houses that are called after the zone they stand in.
  let hotels: WordTrie<Void>
  /// What after an ending makes it a kind of economy or a heading.
  let notZoneAfter: WordTrie<Void>
  /// Endings that after a province's name mean all zones of the kind.
  let collective: WordTrie<Void>
  /// What before a name says that something is to become it, matched backwards.
  let aimBefore: WordTrie<Void>

  /// Endings of zones that reach over many regions, matched backwards.
  let wide: WordTrie<Void>

  /// Words of praise and time at the head of a name that are no part of it.
  let praise: WordTrie<Void>
  /// Endings that stand for the home region's one where its committee or head follows.
  let governed: WordTrie<Void>
  /// Committees and heads of zones.
  let governs: WordTrie<Void>
  /// What after a quotation says that it is a title given as an honour.
  let honourAfter: WordTrie<Void>

  /// Whether a form is nothing but an ending.
  func isKind(_ form: [Unicode.Scalar]) -> Bool { kinds[form[...]] != nil }

  /// Zones that have others in them.
  let lasting: WordTrie<Void>
  /// What inside a name says that old houses are meant.
  let builtAnew: WordTrie<Void>
  /// What after an ending says so.
  let anewAfter: WordTrie<Void>
  /// What says that something is to become what follows, matched backwards.
  let aims: WordTrie<Void>

  /// Verbs of going and looking, before a place that is the only one of its kind, matched backwards.
  let going: WordTrie<Void>
  /// Endings before which an everyday word names goods, matched backwards.
  let raising: WordTrie<Void>
  /// What before a name says that it is a part of a company, matched backwards.
  let owners: WordTrie<Void>
  /// Endings of stretches of the country that are no zones, matched backwards.
  let macros: WordTrie<Void>
  /// What says where a company stands.
  let standingAt: WordTrie<Void>
  /// What behind a company and a place says that it was founded there.
  let founding: WordTrie<Void>
  /// The words that say where a company stands, matched backwards.
  let standingBefore: WordTrie<Void>

  /// Endings that are names when nothing stands before them.
  let standing: WordTrie<Void>

  init(_ sections: WordSections) {
    kinds = sections.trie("kind", reversed: true)
    bare = sections.trie("bare")
    generic = sections.trie("generic")
    committeesForward = sections.trie("committee")
    wide = sections.trie("wide", reversed: true)
    notZoneAfter = sections.trie("notZoneAfter")
    hotels = sections.trie("hotel")
    collective = sections.trie("collective")
    aimBefore = sections.trie("aimBefore", reversed: true)
    standing = sections.trie("bare", "standing")
    lasting = sections.trie("lasting")
    builtAnew = sections.trie("builtAnew")
    anewAfter = sections.trie("anewAfter")
    aims = sections.trie("aim", "aimBefore", reversed: true)
    venue = sections.trie("venue")
    going = sections.trie("going", reversed: true)
    raising = sections.trie("raising", reversed: true)
    owners = sections.trie("owner", reversed: true)
    macros = sections.trie("macro", reversed: true)
    founding = sections.trie("founding")
    standingAt = sections.trie("standing-at")
    standingBefore = sections.trie("standing-at", reversed: true)
    praise = sections.trie("praise")
    governed = sections.trie("governed")
    governs = sections.trie("governs")
    honourAfter = sections.trie("honourAfter")
  }
}
