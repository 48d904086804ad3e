import Extraction
import GraphModel

/// Tells the divisions for which somebody speaks whose post names no place, so that they are at home in the document:
/// 市长某某致辞。…某某代表甲市委、市政府表示感谢, 某某表示,甲市将….
struct OwnSpeakers {
  private let text: ScalarText
  private let hierarchy: Hierarchy
  private let candidates: [RegionCandidate]

  /// How far a speaker stands before the place.
  private static let reach = 40
  private static let nameLengths = [3, 2, 4]
  private static let maximumTitle = 60

  init(_ text: ScalarText, candidates: [RegionCandidate], hierarchy: Hierarchy) {
    self.text = text
    self.hierarchy = hierarchy
    self.candidates = candidates
  }

  /// The divisions, sorted.
  ///
  /// - Returns: rows of the gazetteer.
  func divisions() -> [Int] {
    var rows: Set<Int> = []
    var words: [[Unicode.Scalar]: Set<String>] = [:]
    for candidate in candidates where !candidate.isInsideName && !candidate.isCommon {
      guard case .form(let form) = candidate.kind, let verb = verb(before: candidate.span) else { continue }
      for name in names(before: verb) {
        if words[name] == nil { words[name] = placelessLevels(of: name) }
        guard let levels = words[name], !levels.isEmpty else { continue }
        for (_, division) in hierarchy.options(form) where levels.contains(hierarchy.levelWord(division)) {
          rows.insert(division.row)
        }
        break
      }
    }
    return rows.sorted()
  }

  /// Where the verb starts by which somebody speaks for a place: 代表甲市委, 表示,甲市将….
  private func verb(before place: Span) -> Int? {
    if let verb = Self.representing.longestMatch(in: text, endingAt: place.start) { return verb.start }
    guard Self.resolve.longestMatch(in: text, at: place.end) != nil else { return nil }
    var end = place.start
    while end > 0, place.start - end < 3, ",:“".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    guard end < place.start else { return nil }
    return Self.saying.longestMatch(in: text, endingAt: end)?.start
  }

  /// What may be a name at the start of a clause before a verb.
  private func names(before verb: Int) -> [[Unicode.Scalar]] {
    var names: [[Unicode.Scalar]] = []
    var start = verb
    while true {
      let isStart = start == 0 || ",。;:\n".unicodeScalars.contains(text[start - 1])
      if isStart, start < verb {
        for length in Self.nameLengths where start + length <= verb {
          let name = text[Span(start, start + length)]
          if name.allSatisfy(\.isHan) { names.append(Array(name)) }
        }
      }
      guard start > 0, verb - start < Self.reach, !"。;\n".unicodeScalars.contains(text[start - 1]) else { break }
      start -= 1
    }
    return names
  }

  /// The level words that open the titles right before a name, where no place stands before them: 市 in 市委副书记、市长某某.
  private func placelessLevels(of name: [Unicode.Scalar]) -> Set<String> {
    var levels: Set<String> = []
    guard let first = name.first else { return levels }
    for index in 0..<max(0, text.count - name.count + 1)
    where text[index] == first && text[Span(index, index + name.count)].elementsEqual(name) {
      guard Self.heads.longestMatch(in: text, endingAt: index) != nil else { continue }
      var start = index
      while start > 0, index - start < Self.maximumTitle, text[start - 1].isHan || text[start - 1] == "、" { start -= 1 }
      guard !candidates.contains(where: { $0.span.start >= start && $0.span.end <= index }) else { continue }
      var chunk = index
      while chunk > start, text[chunk - 1] != "、" { chunk -= 1 }
      if text[chunk] == "我", chunk + 1 < index { chunk += 1 }
      if Self.levels.contains(text[chunk]) { levels.insert(String(text[chunk])) }
    }
    return levels
  }

  private static let levels: ScalarSet = "省市县区州盟旗"
  private static let representing = RegionWords.table.endings("representing")
  private static let saying = RegionWords.table.endings("saying")
  private static let resolve = RegionWords.table.words("resolve")
  private static let heads = RegionWords.table.endings("head-ending")
}
