import Extraction
import GraphModel

/// Tells words that are also the short names of places from these places, by how a document uses them.
struct PlaceUse {
  private let text: ScalarText

  init(_ text: ScalarText) { self.text = text }

  /// The divisions that are named by such a word in the way of a place (在甲设立, 投资甲, 甲人民) where the text speaks of 我县
  /// and names no county; or at least twice, once so, where it names the city or the province that they belong to. A word that
  /// is no everyday one counts in any text that is a county's by its words and names none.
  ///
  /// - Returns: rows of the gazetteer.
  func divisions(_ candidates: [RegionCandidate], words: PlaceWords, hierarchy: Hierarchy) -> Set<Int> {
    var counts: [Int: (all: Int, asPlace: Int)] = [:]
    var rare: Set<Int> = []
    var above: Set<UInt32> = []
    var named: Set<String> = []
    for candidate in candidates {
      guard case .form(let form) = candidate.kind else { continue }
      for (_, division) in hierarchy.options(form) {
        guard candidate.isCommon else {
          above.insert(division.code)
          named.insert(hierarchy.levelWord(division))
          continue
        }
        guard !candidate.isInsideName || isOrigin(candidate.span), division.level == .county else { continue }
        counts[division.row, default: (0, 0)].all += 1
        if isPlace(candidate.span) { counts[division.row, default: (0, 0)].asPlace += 1 }
        if !isTitle(candidate.span.end), isRare(candidate.span),
          isPlace(candidate.span) || Self.growing.longestMatch(in: text, at: candidate.span.end) != nil
        {
          rare.insert(division.row)
        }
      }
    }
    if let lone = loneDivisions(candidates, words: words, hierarchy: hierarchy, named: named) { return lone }
    return Set(
      counts.filter { row, count in
        let division = hierarchy.gazetteer.division(row)
        let word = hierarchy.levelWord(division)
        if rare.contains(row), words.likely.first == word, !named.contains(word) { return true }
        guard count.asPlace >= 1 else { return false }
        return count.all >= 2 && hierarchy.ancestors(of: division).contains { above.contains($0.code) }
          || !(words.counts[word]?.deictic ?? []).isEmpty && !named.contains(word)
      }
      .keys)
  }

  /// The one division of a document's level that is named at all, be it once and by a word that may be none: 把甲建成生态强县 in the
  /// news of 县委 and 县长.
  ///
  /// It must stand between words as a place does (来自甲各乡镇, 在甲发展) or begin a zone's name (甲高新区).
  private func loneDivisions(
    _ candidates: [RegionCandidate], words: PlaceWords, hierarchy: Hierarchy, named: Set<String>
  ) -> Set<Int>? {
    guard let word = words.likely.first, let count = words.counts[word], count.weight >= 2, !named.contains(word) else {
      return nil
    }
    var names: Set<String> = []
    var rows: Set<Int> = []
    for candidate in candidates where candidate.isCommon {
      guard case .form(let form) = candidate.kind, !isTitle(candidate.span.end), isRare(candidate.span),
        !candidate.isBracketed, candidate.isInZone || !candidate.isInsideName && isBetweenWords(candidate.span)
      else { continue }
      for (_, division) in hierarchy.options(form)
      where division.level == .county && hierarchy.levelWord(division) == word {
        names.insert(hierarchy.name(division))
        rows.insert(division.row)
      }
    }
    return names.count == 1 ? rows : nil
  }

  /// Whether marks, verbs or words without content stand on both sides, the nearest longer word included (水平|利用 is none).
  private func isBetweenWords(_ span: Span) -> Bool {
    // 人选张|凌云: a single character may be a surname.
    guard
      span.start == 0 || !text[span.start - 1].isHan || Self.leading.contains(text[span.start - 1])
        || isEdge(wordBefore(span.start)),
      span.end == text.count || !text[span.end].isHan || isEdge(wordBehind(span.end))
    else { return false }
    return !isWord(span.start - 1, span.start + 1) && !isWord(span.end - 1, span.end + 1)
  }

  private func isEdge(_ word: WordEntry?) -> Bool {
    guard let word else { return false }
    return [.verb, .function, .number].contains(word.wordClass)
  }

  /// The longest word that ends at a position.
  private func wordBefore(_ end: Int) -> WordEntry? {
    (2...3).reversed().lazy.compactMap { length in
      end >= length ? Lexicon.entry(text[Span(end - length, end)]) : nil
    }.first
  }

  /// The longest word that begins at a position.
  private func wordBehind(_ start: Int) -> WordEntry? {
    (1...3).reversed().lazy.compactMap { length in
      start + length <= text.count ? Lexicon.entry(text[Span(start, start + length)]) : nil
    }.first
  }

  private static let leading: ScalarSet = "把将对在到来向从为让使与和于给赴的"

  private func isWord(_ start: Int, _ end: Int) -> Bool {
    start >= 0 && end <= text.count && Lexicon.entry(text[Span(start, end)]) != nil
  }

  /// 甲籍商会: whose people come from there.
  private func isOrigin(_ span: Span) -> Bool { span.end < text.count && text[span.end] == "籍" }

  private func isPlace(_ span: Span) -> Bool {
    // “四个甲”建设: what a place is to become.
    if span.start > 1, text[span.start - 1] == "个", span.end < text.count, "”\"".unicodeScalars.contains(text[span.end])
    {
      return true
    }
    let isBehind = Self.before.longestMatch(in: text, endingAt: span.start) != nil
    let isBefore = Self.after.longestMatch(in: text, at: span.end) != nil
    let isPreposition = span.start > 0 && "在来到赴于".unicodeScalars.contains(text[span.start - 1])
    return isBehind || isBefore || isPreposition && Self.deed.longestMatch(in: text, at: span.end) != nil
  }

  /// 代县|长: whether the rest of a head's title stands there.
  private func isTitle(_ end: Int) -> Bool { end < text.count && "长委".unicodeScalars.contains(text[end]) }

  /// Whether a form is no word of everyday language but as a place's name.
  private func isRare(_ span: Span) -> Bool {
    guard let entry = Lexicon.entry(text[span]) else { return true }
    return entry.wordClass == .place ? entry.cost >= 48 : entry.cost >= 49
  }

  /// What is said of a place that goes ahead: the words behind its name.
  private static let growing = RegionWords.table.words("growing")
  /// What is done for or with a place: the words right before its name.
  private static let before = RegionWords.table.endings("done-for-place")
  /// What only a place has: the words right behind its name.
  private static let after = RegionWords.table.words("of-place")
  /// What is done in a place: the words behind 在甲.
  private static let deed = RegionWords.table.words("done-in-place")
}
