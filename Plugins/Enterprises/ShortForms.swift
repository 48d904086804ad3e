import Extraction
import GraphModel

/// The short forms that the full names of a document allow: 润德纺织 of 江苏润德纺织集团有限公司.
///
/// Most forms are the first characters of a name, with or without its place, with or without one of five endings: they are kept as
/// one word a length that says which of them it may be, and endings are looked for where such a word is found. A form that
/// several companies could have is no one's.
struct ShortForms {
  /// The companies of a form: none, one, or several, which are no one's.
  private struct Owner: Sendable {
    private static let nobody: Int32 = -1
    private static let several: Int32 = -2
    private var index = Owner.nobody

    var only: Int? { index >= 0 ? Int(index) : nil }
    var isNobody: Bool { index == Self.nobody }

    mutating func add(_ company: Int32) { index = isNobody || index == company ? company : Self.several }
    mutating func add(_ other: Owner) {
      if isNobody { index = other.index } else if !other.isNobody, index != other.index { index = Self.several }
    }
  }

  /// Whose a word is as it stands, and whose before an ending.
  private struct Owners: Sendable {
    var plain = Owner()
    var ended = Owner()
  }

  private static let scopes = WordTrie(words: ["国际", "新区", "城市"])
  private static let owners = WordTrie(words: ["集团", "公司"])
  private static let endings = WordTrie(words: ["集团", "公司", "股份", "集团公司", "控股"])

  /// Whether a word is one of the endings that a short form may have behind the brand.
  static func isEnding(_ word: ArraySlice<Unicode.Scalar>) -> Bool { endings[word] != nil }

  private let text: ScalarText
  private var words = WordTrie<Owners>(capacity: 256)
  /// Room for the matches of a position, the same for all.
  private var matches: [(end: Int, owner: Owner)] = []
  private var next: Int32 = 0

  /// How many companies were added.
  var count: Int { Int(next) }

  init(_ text: ScalarText) { self.text = text }

  /// Adds a company; companies are numbered in the order in which they come.
  mutating func add(_ candidate: EnterpriseCandidate) {
    defer { next += 1 }
    let core = core(of: candidate.brand)
    // 甲集团乙煤矿: what the group is called is no short form of its mine.
    guard core.count >= 2, Self.owners.firstMatch(in: text, from: core.start + 2, limit: core.end) == nil else {
      return
    }
    for length in 2...min(core.count, 8) {
      let isStem = length <= 4 || length == core.count
      let stem = Span(core.start, core.start + length)
      // 矿业集团 of 甲县矿业公司: a trade alone is no one's name.
      let isTrade = length == 2 && candidate.place != nil && EnterpriseWords.embedded.generic[text[stem]] != nil
      add(text[stem], isPlain: length >= 4, isEnded: isStem && !isTrade)
      if isStem, let place = candidate.place {
        add(text[Span(place.span.start, stem.end)], isPlain: true, isEnded: true)
        // 甲县远牧 of 甲省甲县远牧农业有限公司
        if place.span.end < core.start { add(text[Span(place.span.end, stem.end)], isPlain: true, isEnded: true) }
      }
    }
    // 陆港公司 of 甲市国际陆港公司.
    if candidate.place != nil, core.count == 4, Self.scopes.longestMatch(in: text, at: core.start) != nil {
      add(text[Span(core.start + 2, core.end)], isPlain: false, isEnded: true)
    }
    let brand = Span(core.start, core.start + 2)
    if core.count >= 4 { add(text[brand] + text[Span(core.end - 2, core.end)], isPlain: true) }
    if Lexicon.entry(text[brand]) == nil, core.count > 2 || candidate.place != nil {
      add(text[brand], isPlain: true)
    }
    if core.count == 3, Lexicon.entry(text[core]) == nil { add(text[core], isPlain: true) }
    // 夏远美 of 夏远美服装有限公司
    if core.count > 3, Lexicon.entry(text[Span(core.start, core.start + 3)]) == nil,
      EnterpriseWords.embedded.trades.longestMatch(in: text, endingAt: core.end, limit: core.start)?.start == core.start
        + 3
    {
      add(text[Span(core.start, core.start + 3)], isPlain: true)
    }
  }

  /// The first place from a position on where a form stands, with the longest one there that is one company's.
  mutating func first(from start: Int) -> (span: Span, company: Int)? {
    var position = start
    while let start = words.firstMatch(in: text, from: position)?.span.start {
      if let match = longest(at: start) { return match }
      position = start + 1
    }
    return nil
  }

  private mutating func longest(at start: Int) -> (span: Span, company: Int)? {
    // What stands between two positions is one form, whatever the words that led to it.
    var matches = matches
    self.matches = []
    defer { self.matches = matches }
    matches.removeAll(keepingCapacity: true)
    words.forEachMatch(in: text, at: start) { end, owners in
      if !owners.plain.isNobody { matches.append((end, owners.plain)) }
      guard !owners.ended.isNobody else { return }
      Self.endings.forEachMatch(in: text, at: end) { end, _ in matches.append((end, owners.ended)) }
    }
    var best: (end: Int, company: Int)?
    for (end, owner) in matches where end > best?.end ?? 0 {
      var owner = owner
      for other in matches where other.end == end { owner.add(other.owner) }
      if let company = owner.only { best = (end, company) }
    }
    return best.map { (Span(start, $0.end), $0.company) }
  }

  /// A brand up to a bracket in it.
  private func core(of brand: Span) -> Span {
    Span(brand.start, text[brand].firstIndex(of: "(") ?? brand.end)
  }

  private mutating func add(
    _ word: ArraySlice<Unicode.Scalar>, isPlain: Bool, isEnded: Bool = false
  ) {
    guard isPlain || isEnded else { return }
    let company = next
    words.update(word, default: Owners()) { owners in
      if isPlain { owners.plain.add(company) }
      if isEnded { owners.ended.add(company) }
    }
  }
}
