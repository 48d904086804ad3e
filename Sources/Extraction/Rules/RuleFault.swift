/// What is wrong with a rule pack.
public enum RuleFault: Error, Hashable, Sendable {
  /// A file is missing or cannot be read; the system's words.
  case unreadable(String)
  /// A file is larger than what is read, both in bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// A path leads out of the plug-in's folder, or is no plain relative path.
  case outsideFolder(String)
  /// The text is no YAML; libyaml's words.
  case notYAML(String)
  /// YAML anchors and aliases are not taken.
  case anchor
  /// Files include each other in this order.
  case includeCircle([String])
  /// A mapping lacks one of these keys.
  case missingKey([String])
  /// A mapping has a key that means nothing there.
  case unknownKey(String, known: [String])
  /// Keys of which only one may stand in a mapping.
  case exclusiveKeys([String])
  /// The value of a key has another form than is expected.
  case wrongForm(key: String, expected: RuleValueForm)
  /// Something of this name is there already.
  case duplicateName(String)
  /// A name that nothing has.
  case unknownName(String, known: [String])
  /// A label or edge type that the manifest neither declares nor requires.
  case undeclaredType(String, known: [String])
  /// A property that the type does not declare.
  case undeclaredProperty(String, type: String, known: [String])
  /// Parts of patterns that contain each other, in this order.
  case partCircle([String])
  /// A pattern cannot be read on; what was expected.
  case patternSyntax(String)
  /// A pattern that matches nothing at all would match everywhere.
  case emptyPattern
  /// A pattern with more states than are allowed.
  case patternTooLarge(limit: Int)
  /// A word list with more forms than a condition may have.
  case tooManyWords(String, limit: Int)
  /// A word list without entries.
  case emptyList(String)
  /// An entry of a word list that cannot be used; why.
  case badEntry(RuleEntryFault)
  /// A form that an earlier line of the list has too; that line.
  case duplicateEntry(String, line: Int)
  /// A rule that found nothing in the texts at hand.
  case neverFired(String)
  /// A word list, part or include that no rule uses.
  case unused(String)
  /// A rule whose finds an earlier rule always made first.
  case shadowed(String, by: String)

  /// Whether the pack works without what is at fault.
  public var isWarning: Bool {
    switch self {
    case .badEntry, .duplicateEntry, .neverFired, .unused, .shadowed: true
    default: false
    }
  }
}

/// The forms that values in a rules file can have.
public enum RuleValueForm: String, Hashable, Sendable {
  /// A text.
  case text
  /// A list of texts, or one text.
  case texts
  /// A mapping.
  case mapping
  /// A list of mappings.
  case mappings
  /// `yes` or `no`.
  case truth
  /// A whole number.
  case number
  /// A number from 0 to 1.
  case share
  /// A file name, a list of words, or a mapping.
  case wordList
  /// One of `list`, `sentence`, `paragraph`, `section`, `document`.
  case scope
  /// One of `sentence`, `paragraph`, `section`, `document`.
  case reach
  /// One of `any`, `from first`, `to first`, `from inside`, `to inside`, `from at start`, `to at start`.
  case order
  /// One of `nearest`, `all`.
  case choice
  /// Some of `case`, `width`, `script`.
  case folds
  /// `from` or `to`.
  case side
  /// A text, or a mapping that says where the value comes from.
  case filling
}

/// Why an entry of a word list cannot be used.
public enum RuleEntryFault: Hashable, Sendable {
  /// The line is not UTF-8.
  case notUTF8
  /// The line is longer than this many bytes.
  case tooLong(limit: Int)
  /// The line has no name.
  case noName
  /// The line holds a control character.
  case controlCharacter
  /// The line has more columns than the list.
  case tooManyColumns(Int)
  /// A quoted field of a CSV file is not closed on its line.
  case openQuote
}
