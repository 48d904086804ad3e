import GraphModel

/// One document as the rules of a pack see it: its text, and where the tokens of their patterns occur, found when first asked
/// for.
final class RuleScene {
  let context: ExtractionContext
  /// The folded text.
  let text: ScalarText
  private let pack: RuleSet
  private var tables: [OccurrenceTable?]
  private var numbers: [NumberMention]?
  private var conditionTables: [ConditionKey: WordOccurrences] = [:]

  private var room: MatcherRoom?

  private struct ConditionKey: Hashable {
    var words: ObjectIdentifier
    var isWhole: Bool
  }

  /// The numbered parts of the document.
  private(set) lazy var sections = SectionReader.sections(text, context.structure)

  /// The dates that mean something.
  private(set) lazy var knownDates = context.dates.mentions.filter { !$0.date.description.isEmpty }

  init(_ context: ExtractionContext, _ pack: RuleSet) {
    self.context = context
    self.pack = pack
    text = context.folded
    tables = Array(repeating: nil, count: pack.book.tokens.count)
  }

  // MARK: Tokens

  /// Where the matches with such a start may start.
  func places(of start: StartSet) -> StartPlaces {
    guard start.hasScalars, let few = start.few else {
      return StartPlaces(text, start.hasScalars ? start : nil, start.tokens.map { table($0) })
    }
    return StartPlaces(text, nil, start.tokens.map { table($0) }, few.flatMap { context.places(of: $0) })
  }

  /// The ends of the occurrences of a token that start at a position, the shortest first.
  @inline(__always) func forEachEnd(of token: Int32, at position: Int, _ body: (Int) -> Void) {
    for occurrence in table(token).starting(at: position) { body(occurrence.end) }
  }

  /// Where a token occurs.
  func table(_ token: Int32) -> OccurrenceTable {
    if let table = tables[Int(token)] { return table }
    let made = OccurrenceTable(occurrences(of: pack.book.tokens[Int(token)]), count: text.count)
    tables[Int(token)] = made
    return made
  }

  /// Forgets where the mentions of a label are, after some were added.
  func forget(_ label: String) {
    for (index, token) in pack.book.tokens.enumerated() where token == .mention(label) || token == .anyMention {
      tables[index] = nil
    }
  }

  private func occurrences(of token: PatternToken) -> [Occurrence] {
    switch token {
    case .list(let number): return occurrences(of: pack.lists[number])
    case .mention(let label): return mentions([label])
    case .anyMention: return mentions(pack.labels)
    case .number: return allNumbers().map(Self.occurrence)
    case .integer: return allNumbers().filter(\.isWhole).map(Self.occurrence)
    case .amount:
      let reader = NumberReader(text)
      return allNumbers().map { Self.occurrence(reader.amount($0)) }
    case .percent: return percents()
    case .ordinal:
      return allNumbers().filter { $0.isWhole && $0.span.start > 0 && text[$0.span.start - 1] == "第" }
        .map { Occurrence(start: $0.span.start - 1, end: $0.span.end, payload: 0) }
    case .date:
      return context.dates.mentions.enumerated().map {
        Occurrence(start: $0.element.span.start, end: $0.element.span.end, payload: $0.offset)
      }
    case .quoted:
      return context.structure.quotations.map { Occurrence(start: $0.outer.start, end: $0.outer.end, payload: 0) }
    case .title: return titles()
    case .word:
      return context.words.tokens.map { Occurrence(start: $0.span.start, end: $0.span.end, payload: 0) }
    }
  }

  private static func occurrence(_ number: NumberMention) -> Occurrence {
    Occurrence(start: number.span.start, end: number.span.end, payload: 0)
  }

  private func allNumbers() -> [NumberMention] {
    if let numbers { return numbers }
    let found = NumberReader(text).numbers()
    numbers = found
    return found
  }

  /// Every form of a list that stands in the text and is no part of a longer word of Latin letters.
  func occurrences(of list: NamedList) -> [Occurrence] {
    var found: [Occurrence] = []
    let count = text.count
    func look(_ position: Int) {
      list.words.forEachMatch(in: text, at: position, limit: count) { match in
        let isCut =
          position > 0 && text[position].isLatinOrDigit && text[position - 1].isLatinOrDigit
          || match.end < count && text[match.end].isLatinOrDigit && text[match.end - 1].isLatinOrDigit
        guard !isCut, list.takes(match, at: position, in: context) else { return }
        found.append(Occurrence(start: position, end: match.end, payload: match.row))
      }
    }
    guard let trie = list.trie else {
      for position in 0..<count { look(position) }
      return found
    }
    var position = 0
    while let match = trie.firstMatch(in: text, from: position) {
      look(match.span.start)
      position = match.span.start + 1
    }
    return found
  }

  private func mentions(_ labels: [String]) -> [Occurrence] {
    context.mentions(of: labels).filter { !$0.span.isEmpty }
      .map { Occurrence(start: $0.span.start, end: $0.span.end, payload: $0.entity.index) }
  }

  /// 5.3%, 3‰, 百分之五, 千分之三.
  private func percents() -> [Occurrence] {
    allNumbers().compactMap { number in
      let (start, end) = (number.span.start, number.span.end)
      if end < text.count, text[end] == "%" || text[end] == "‰" {
        return Occurrence(start: start, end: end + 1, payload: 0)
      }
      guard start >= 3, text[start - 1] == "之", text[start - 2] == "分" else { return nil }
      return ["百", "千", "万"].contains(text[start - 3]) ? Occurrence(start: start - 3, end: end, payload: 0) : nil
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// 《…》 inside a paragraph, the outermost marks.
  private func titles() -> [Occurrence] {
    var found: [Occurrence] = []
    for paragraph in context.structure.paragraphs {
      var open: [Int] = []
      for position in paragraph.range {
        if text[position] == "《" { open.append(position) }
        guard text[position] == "》", let start = open.popLast(), open.isEmpty else { continue }
        found.append(Occurrence(start: start, end: position + 1, payload: 0))
      }
    }
    return found
  }

  // MARK: Patterns

  /// The matches of a pattern inside each sentence, or each paragraph, or the text.
  ///
  /// - Parameter companions: words of which one must stand beside a match; nil: nothing is asked.
  func matches(
    of program: PatternProgram, in scope: RuleScope, with companions: ConditionWords? = nil
  ) -> [RuleMatch] {
    // Most texts hold nothing that a pattern starts with, which is told at once unless that is a list's word, or none of the
    // words that it needs.
    let told = program.start.tokens.contains { isList($0) } ? nil : self.places(of: program.start)
    if let told, told.next(from: 0, to: text.count) == text.count { return [] }
    for words in [program.required, companions] {
      if let words, !occurs(words, in: text.span) { return [] }
    }
    // The next place at which a match may start: most sentences lie before it.
    let places = told ?? self.places(of: program.start)
    var start = places.next(from: 0, to: text.count)
    guard start < text.count else { return [] }
    let tokens = program.captures.map(\.tokens)
    let spans =
      switch scope {
      case .list, .sentence: context.structure.sentences
      case .paragraph: context.structure.paragraphs
      case .section, .document: [text.span]
      }
    var matcher = PatternMatcher(program, in: self, from: places)
    defer { matcher.finish() }
    var found: [RuleMatch] = []
    for span in spans where span.end > start {
      if start < span.start { start = places.next(from: span.start, to: text.count) }
      guard start < span.end, !program.isAnchored || start == span.start else { continue }
      if let words = program.required, !occurs(words, in: span) { continue }
      if let companions, !occurs(companions, in: span) { continue }
      for match in matcher.matches(in: span) {
        found.append(RuleMatch(span: match.span, captures: match.captures, tokens: tokens))
      }
    }
    return found
  }

  private func isList(_ token: Int32) -> Bool {
    if case .list = pack.book.tokens[Int(token)] { true } else { false }
  }

  /// The room of the pattern that ran before, or a new one.
  func takeRoom() -> MatcherRoom {
    defer { room = nil }
    return room ?? MatcherRoom()
  }

  /// Keeps the room for the next pattern.
  func keep(_ room: MatcherRoom) { self.room = room }

  // MARK: Surroundings

  /// Whether one of the words of a condition stands in a span.
  ///
  /// - Parameter whole: whether it must be a word, or some words, of the text, and no part of another one.
  func occurs(_ words: ConditionWords, in span: Span, whole: Bool = false) -> Bool {
    let key = ConditionKey(words: ObjectIdentifier(words), isWhole: whole)
    if let known = conditionTables[key] { return known.occur(in: span) }
    let made = WordOccurrences(words.trie, in: text, lattice: whole ? context.words : nil)
    conditionTables[key] = made
    return made.occur(in: span)
  }

  /// The stretch of a scope around a position.
  func span(of scope: RuleScope, at position: Int) -> Span {
    switch scope {
    case .list, .sentence: context.structure.sentence(at: position) ?? text.span
    case .paragraph: context.structure.paragraph(at: position) ?? text.span
    case .section: section(at: position)?.span ?? text.span
    case .document: text.span
    }
  }

  /// The innermost section that holds a position.
  func section(at position: Int) -> Section? {
    var low = 0
    var high = sections.count
    while low < high {
      let middle = (low + high) / 2
      if sections[middle].span.start <= position { low = middle + 1 } else { high = middle }
    }
    var index: Int? = low > 0 ? low - 1 : nil
    while let current = index {
      if sections[current].span.end > position { return sections[current] }
      index = sections[current].parent
    }
    return nil
  }

  /// Whether a heading above a position holds one of some words.
  func isUnderHeading(_ words: ConditionWords, at position: Int) -> Bool {
    var section = section(at: position)
    while let current = section {
      if occurs(words, in: current.heading) { return true }
      section = current.parent.map { sections[$0] }
    }
    return false
  }
}
