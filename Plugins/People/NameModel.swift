import Extraction
import GraphModel
import PeopleTables

/// How likely a stretch of text is a person's name, told from how names are formed.
///
/// Costs are quarters of nats, as in `WordLattice`: the cheaper, the likelier.
struct NameModel: Sendable {
  static let embedded = NameModel()

  private let surnames: WordTrie<Int32>
  private let given: HanCosts
  private let transcribed: HanCosts
  /// Characters with which names of places end.
  private let placeEndings: ScalarSet

  /// That a word of the text is a person's name at all.
  private static let anyName: Int32 = 14
  private static let twoGiven: Int32 = 1
  private static let oneGiven: Int32 = 5
  private static let unseenGiven: Int32 = 56
  private static let placeEnding: Int32 = 28
  private static let unusualSurname: Int32 = 36
  private static let rarelyGiven: Int32 = 24
  private static let secondSurname: Int32 = 12

  private init() {
    var surnames: [(word: String, value: Int32)] = []
    for line in EmbeddedFile(tupu_people_surnames(), count: tupu_people_surnames_count()).text.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let cost = Int32(fields[1]) else { continue }
      surnames.append((String(fields[0]), cost))
    }
    var given = HanCosts()
    var transcribed = HanCosts()
    for line in EmbeddedFile(tupu_people_given(), count: tupu_people_given_count()).text.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 3, let scalar = fields[0].unicodeScalars.first else { continue }
      if let cost = Int32(fields[1]) {
        let isRare = PeopleWords.embedded.rarelyGiven[[scalar]] != nil
        given[scalar] = cost + (isRare ? Self.rarelyGiven : 0)
      }
      if let cost = Int32(fields[2]) { transcribed[scalar] = cost }
    }
    self.surnames = WordTrie(surnames)
    self.given = given
    self.transcribed = transcribed
    placeEndings = PeopleWords.embedded.placeEndings
  }

  /// The surnames that start at a position: their ends and costs, a compound one last.
  func surnames(in text: ScalarText, at start: Int) -> [(end: Int, cost: Int32)] {
    var found: [(end: Int, cost: Int32)] = []
    readSurnames(in: text, at: start, to: &found)
    return found
  }

  /// Puts the surnames that start at a position in the place of what a list holds.
  func readSurnames(in text: ScalarText, at start: Int, to list: inout [(end: Int, cost: Int32)]) {
    list.removeAll(keepingCapacity: true)
    surnames.forEachMatch(in: text, at: start) { end, cost in list.append((end, cost)) }
  }

  /// The surname of fewest characters that starts at a position.
  private func shortestSurname(in text: ScalarText, at start: Int) -> (end: Int, cost: Int32)? {
    var shortest: (end: Int, cost: Int32)?
    surnames.forEachMatch(in: text, at: start) { end, cost in shortest = shortest ?? (end, cost) }
    return shortest
  }

  /// Whether a surname stands at a position that is seldom anything else.
  func hasUsualSurname(_ text: ScalarText, at start: Int) -> Bool {
    var isUsual = false
    surnames.forEachMatch(in: text, at: start) { _, cost in isUsual = isUsual || cost < Self.unusualSurname }
    return isUsual
  }

  /// Whether a character or two at a position may be a surname, however seldom.
  func hasSurname(_ text: ScalarText, at start: Int) -> Bool { shortestSurname(in: text, at: start) != nil }

  /// The cost of a name with surname at a span; nil where it cannot be one.
  func cost(of span: Span, in text: ScalarText) -> Int32? {
    cost(of: span, in: text, surnames: surnames(in: text, at: span.start))
  }

  /// The cost of a name with surname at a span, of the surnames that start there; nil where it cannot be one.
  func cost(of span: Span, in text: ScalarText, surnames: [(end: Int, cost: Int32)]) -> Int32? {
    var best: Int32?
    for (end, cost) in surnames where end < span.end {
      guard let rest = givenCost(text[Span(end, span.end)]) else { continue }
      best = min(best ?? .max, Self.anyName + cost + rest)
    }
    if span.count == 4, let double = doubleCost(of: span, in: text) { best = min(best ?? .max, double) }
    return best
  }

  /// The cost of a married woman's name after her husband's surname (林郑某某).
  private func doubleCost(of span: Span, in text: ScalarText) -> Int32? {
    guard let first = shortestSurname(in: text, at: span.start), first.end == span.start + 1,
      first.cost < Self.unusualSurname, let own = shortestSurname(in: text, at: first.end),
      own.end == first.end + 1, own.cost < Self.unusualSurname, let rest = givenCost(text[Span(own.end, span.end)]),
      // 济济一堂, 鲁商发展 are no names.
      Lexicon.entry(text[span]) == nil, Lexicon.entry(text[Span(own.end, span.end)]) == nil
    else { return nil }
    return Self.anyName + first.cost + own.cost + rest + Self.secondSurname
  }

  /// The cost of a name with surname; nil where it cannot be one.
  func cost(of name: ArraySlice<Unicode.Scalar>) -> Int32? {
    let text = ScalarText(Array(name))
    return cost(of: text.span, in: text)
  }

  /// The cost of a given name of one or two characters after its surname.
  private func givenCost(_ name: ArraySlice<Unicode.Scalar>) -> Int32? {
    guard name.count == 1 || name.count == 2, name.allSatisfy(\.isHan) else { return nil }
    let isPlace = name.last.map { placeEndings.contains($0) } ?? false
    let form = (name.count == 1 ? Self.oneGiven : Self.twoGiven) + (isPlace ? Self.placeEnding : 0)
    return name.reduce(form) { $0 + (given[$1] ?? Self.unseenGiven) }
  }

  /// The cost of a given name that stands alone (启政局长).
  func loneGivenCost(_ name: ArraySlice<Unicode.Scalar>) -> Int32? {
    guard name.count == 2, name.allSatisfy({ given[$0] != nil }) else { return nil }
    return name.reduce(Self.anyName + 12) { $0 + (given[$1] ?? Self.unseenGiven) }
  }

  /// The cost of a transcribed name, with or without points (努尔兰·哈布力, 额尔敦巴图); nil where it cannot be one.
  func transcribedCost(_ name: ArraySlice<Unicode.Scalar>) -> Int32? {
    guard name.count >= 2, name.count <= 18 else { return nil }
    var cost = Self.anyName + 10
    for scalar in name where scalar != "·" && scalar != "?" {
      guard let one = transcribed[scalar] else { return nil }
      cost += one
    }
    return cost
  }

  /// The ends of names made of parts of Tibetan and Mongolian names (才让|当知, 巴图|孟克) that start at a position.
  func compounds(in text: ScalarText, at start: Int) -> [Int] {
    var ends: [Int] = []
    var end = start
    var count = 0
    var hasUnknown = false
    while count < 3 {
      if let part = PeopleWords.embedded.nameParts.longestMatch(in: text, at: end) {
        end = part.end
      } else if count == 1, !hasUnknown, let part = PeopleWords.embedded.nameParts.longestMatch(in: text, at: end + 2),
        text[Span(end, end + 2)].allSatisfy({ transcribed[$0] != nil || (given[$0] ?? .max) <= 44 })
      {
        // 洛桑某某多杰: a part between two that is in no list.
        hasUnknown = true
        end = part.end
      } else {
        break
      }
      count += 1
      if count > 1 { ends.append(end) }
    }
    return ends
  }

  /// The cost of a name made of parts.
  static let compound: Int32 = anyName + 24

  /// Whether a word stands in names with a point: all its characters are very usual in transcribed names.
  func isPointedPart(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.allSatisfy { (transcribed[$0] ?? .max) <= 28 } || PeopleWords.embedded.nameParts[word] != nil
  }

  /// Whether a character is usual in transcribed names.
  func isTranscription(_ scalar: Unicode.Scalar) -> Bool { transcribed[scalar] != nil }

  /// Whether a character is usual in given names.
  func isGiven(_ scalar: Unicode.Scalar) -> Bool { (given[scalar] ?? .max) <= 44 }
}
