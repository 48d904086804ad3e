import GraphModel

/// What a rules file says, ready to be run.
struct RuleSet: Sendable {
  /// Labels that the manifest requires or produces.
  var labels: [String] = []
  var lists: [NamedList] = []
  var book = TokenBook()
  /// The rules that find things, in the order of the files.
  var finds: [FindRule] = []
  /// The rules that link what was found.
  var links: [LinkRule] = []
}

/// A word list of a pack.
struct NamedList: Sendable {
  /// Which differences of script are passed over when a text is compared with a list.
  struct Folds: OptionSet, Sendable {
    let rawValue: Int
    static let letterCase = Folds(rawValue: 1)
    static let width = Folds(rawValue: 2)
    static let script = Folds(rawValue: 4)
    static let all: Folds = [.letterCase, .width, .script]
  }

  var name: String
  var words: CompiledWordList
  var folds: Folds
  /// Where the list is declared.
  var place: FilePlace
  /// The forms of a short list without letters, whose case does not count there: a text is looked through for them quicker.
  let trie: WordTrie<Void>?

  private static let mostInTrie = 5000

  init(name: String, words: CompiledWordList, folds: Folds, place: FilePlace) {
    self.name = name
    self.words = words
    self.folds = folds
    self.place = place
    let forms = words.forms(upTo: Self.mostInTrie)
    trie = forms.flatMap { $0.contains { $0.contains(where: \.isLatinOrDigit) } ? nil : WordTrie(forms: $0) }
  }

  /// Whether a match is as like its entry as the list demands.
  func takes(_ match: CompiledWordList.Match, at start: Int, in context: ExtractionContext) -> Bool {
    if folds == .all { return true }
    let own = fold(context.text[Span(start, match.end)])
    let forms =
      [words.name(ofRow: match.row)]
      + (words.field("aliases", ofRow: match.row) ?? "").split(separator: "|").map { String($0).trimmingBlanks }
    return forms.contains { fold(Array($0.unicodeScalars)[...]) == own }
  }

  private func fold(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    scalars.map { scalar in
      let isWide = (0xFF01...0xFF5E).contains(scalar.value) || scalar.value == 0x3000
      var result = folds.contains(isWide ? .width : .script) ? Folding.fold(scalar) : scalar
      if folds.contains(.letterCase) { result = result.properties.lowercaseMapping.unicodeScalars.first ?? result }
      return result
    }
  }
}

/// How far a rule looks around.
enum RuleScope: String, Sendable {
  case list, sentence, paragraph, section, document
}

/// The words of a condition; an object, so that a document looks for them once.
final class ConditionWords: Sendable {
  let words: [String]
  let trie: WordTrie<Void>
  /// The same words, matched backwards.
  let endings: WordTrie<Void>

  init(_ words: [String]) {
    self.words = words
    let folded = words.map { Folding.fold($0) }
    trie = WordTrie(words: folded)
    endings = WordTrie(words: folded, reversed: true)
  }
}

/// What must hold around a match.
struct RuleConditions: Sendable {
  /// One of these must end where the match begins.
  var after: ConditionWords?
  var notAfter: ConditionWords?
  /// One of these must begin where the match ends.
  var before: ConditionWords?
  var notBefore: ConditionWords?
  /// One of these must stand in the scope.
  var with: ConditionWords?
  var without: ConditionWords?
  /// A heading above must hold one of these.
  var section: ConditionWords?
  var scope = RuleScope.sentence
  /// Labels of which a mention must hold the match.
  var inside: [String] = []
  /// Labels of which no mention may hold the match.
  var notInside: [String] = []

  /// Whether there is any condition.
  var asksAnything: Bool {
    !inside.isEmpty || !notInside.isEmpty || after != nil || notAfter != nil || before != nil || notBefore != nil
      || with != nil || without != nil || section != nil
  }
}

/// A rule that finds things.
struct FindRule: Sendable {
  /// What it looks for.
  enum Target: Sendable {
    /// The forms of a list, by the token that stands for it.
    case list(Int32)
    /// A pattern, inside sentences or paragraphs.
    case pattern(PatternProgram, RuleScope)
    /// A quotation with one of these words behind it (nil: any).
    case quoted(ConditionWords?)
  }

  var name: String
  var place: FilePlace
  var target: Target
  /// The label of what it finds.
  var node: String
  /// The capture that is the mention; nil: the whole match.
  var mark: Int?
  /// Texts that are no finds.
  var except: ConditionWords?
  /// What it is called; nil: the entry's name, or the mention's text.
  var title: RuleTemplate?
  var fillings: [RuleFilling]
  var conditions: RuleConditions
  var confidence: Double
}

/// A text with places for captures: `{region}{value}`.
struct RuleTemplate: Sendable {
  enum Part: Sendable, Hashable {
    case text(String)
    /// A capture in a form.
    case capture(Int, RuleForm)
    /// The whole match in a form.
    case match(RuleForm)
    /// A property that was filled before.
    case property(String)
  }
  var parts: [Part]
}

/// In which form a stretch of text becomes a value.
enum RuleForm: Sendable, Hashable {
  /// As a value: a list's entry by its name, other text as it stands.
  case plain
  case text
  /// Without quotation marks or title marks around it.
  case inner
  case number, integer, percent, ordinal, date
  /// A column of the list that the stretch is an entry of.
  case column(String)

  init?(_ word: String) {
    switch word {
    case "text": self = .text
    case "inner": self = .inner
    case "number": self = .number
    case "integer": self = .integer
    case "percent": self = .percent
    case "ordinal": self = .ordinal
    case "date": self = .date
    default: return nil
    }
  }
}

/// How a property gets its value.
struct RuleFilling: Sendable {
  enum Source: Sendable {
    /// A template; its text is looked up in the table where there is one.
    case template(RuleTemplate, table: [String: String]?)
    /// The nearest mention of a label, or the nearest date.
    case nearest(label: String?, scope: RuleScope)
    /// The value whose words stand in the scope, the first that does.
    case words([(value: String, words: ConditionWords)], scope: RuleScope)
  }
  var property: String
  var kind: PropertyDeclaration.Kind
  var source: Source
  /// The value where there is none; `home` and `published` mean the home region and the document's date.
  var otherwise: String?
}
