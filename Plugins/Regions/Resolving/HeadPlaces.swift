import Extraction
import GraphModel

/// Tells the divisions whose heads a document names first without a place, and later with it: 市长甲某率团赴乙市。丙市市长甲某…
///
/// A paper calls nobody but the head of its own region so.
struct HeadPlaces {
  /// How far into a document a head without a place is looked for, in scalars.
  private static let reach = 400
  /// How many characters of a name must agree.
  private static let nameLength = 2

  /// How far behind a place its head's rank may stand, in scalars.
  private static let longestRow = 8

  private let text: ScalarText
  private let hierarchy: Hierarchy
  private let candidates: [RegionCandidate]

  init(_ text: ScalarText, candidates: [RegionCandidate], hierarchy: Hierarchy) {
    self.text = text
    self.hierarchy = hierarchy
    self.candidates = candidates.filter { candidate in
      if case .form = candidate.kind { !candidate.isInsideName && candidate.form != .short } else { false }
    }
  }

  /// Lets such divisions weigh more, and less what else of their levels the document names.
  ///
  /// - Parameter scores: how much speaks for a division, by row of the gazetteer.
  func weigh(_ scores: inout [Int: Double]) {
    let rows = rows()
    guard !rows.isEmpty else { return }
    let levels = Set(rows.map { hierarchy.levelWord(hierarchy.gazetteer.division($0)) })
    for row in scores.keys where !rows.contains(row) {
      if levels.contains(hierarchy.levelWord(hierarchy.gazetteer.division(row))) { scores[row]? *= 0.3 }
    }
    for row in rows { scores[row, default: 0] += 6 }
  }

  private func rows() -> Set<Int> {
    let own = bareHeads()
    var rows: Set<Int> = []
    guard !own.isEmpty else { return rows }
    for candidate in candidates {
      guard case .form(let form) = candidate.kind, let rank = rank(behind: candidate.span),
        let head = head(rank), let first = own[head], first < candidate.span.start
      else { continue }
      rows.formUnion(hierarchy.options(form).map(\.division.row))
    }
    return rows
  }

  /// The rank of a head right behind a place, or behind another post of his: 甲市市长, 甲市委副书记、市长.
  private func rank(behind place: Span) -> Span? {
    for start in place.end - 1..<min(text.count, place.end + Self.longestRow) {
      if let rank = Self.heads.longestMatch(in: text, at: start) { return Span(start, rank.end) }
      guard text[start].isHan || text[start] == "、" else { return nil }
    }
    return nil
  }

  /// The heads at the beginning of the document in whose sentences no place stands before them, each with where it stands.
  private func bareHeads() -> [[Unicode.Scalar]: Int] {
    var found: [[Unicode.Scalar]: Int] = [:]
    var index = 0
    while let rank = Self.heads.firstMatch(in: text, from: index)?.span, rank.start < Self.reach {
      index = rank.end
      guard let head = head(rank), found[head] == nil else { continue }
      var start = rank.start
      while start > 0, !"。\n;".unicodeScalars.contains(text[start - 1]) { start -= 1 }
      if !candidates.contains(where: { $0.span.start < rank.end && $0.span.end > start }) { found[head] = rank.start }
    }
    return found
  }

  /// The rank's last two characters and the first of the name behind it.
  private func head(_ rank: Span) -> [Unicode.Scalar]? {
    let name = Span(rank.end, min(text.count, rank.end + Self.nameLength))
    guard name.count == Self.nameLength, text[name].allSatisfy(\.isHan) else { return nil }
    return Array(text[Span(rank.end - 2, name.end)])
  }

  private static let heads = RegionWords.table.words("head")
}
