import GraphModel
import LexiconTables

/// The class of a word in the general word list.
public enum WordClass: UInt8, Sendable, Hashable {
  /// Nouns, verbal nouns, adjectives: what can stand inside a name.
  case noun
  /// Verbs that are seldom nouns.
  case verb
  /// Prepositions, particles, adverbs, pronouns, words of direction.
  case function
  /// Numerals, measures, times.
  case number
  /// Names of places.
  case place
  /// Occupations and posts.
  case post
  /// A scalar that no word of the list covers.
  case unknown

  /// The class that a line of the list begins with.
  init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "n"): self = .noun
    case UInt8(ascii: "v"): self = .verb
    case UInt8(ascii: "f"): self = .function
    case UInt8(ascii: "m"): self = .number
    case UInt8(ascii: "p"): self = .place
    case UInt8(ascii: "t"): self = .post
    default: return nil
    }
  }
}

/// A word's entry in the general word list.
public struct WordEntry: Sendable, Hashable {
  /// The class it mostly has.
  public var wordClass: WordClass
  /// Minus the natural logarithm of its share of running text, in quarters.
  public var cost: UInt8
}

/// The general word list of simplified Chinese, with how common each word is; names of people are not in it.
public enum Lexicon {
  /// The words; sources and licences are named beside the table.
  public static let words = LexiconTable(EmbeddedFile(tupu_lexicon_words(), count: tupu_lexicon_words_count()))

  /// The entry of a word, if the list has it.
  public static func entry(_ word: ArraySlice<Unicode.Scalar>) -> WordEntry? { words[word] }
}
