import Extraction
import GraphModel

/// Rows of quotations that a noun behind 等 calls programs: 项目“甲”、招商“乙”、“丙”服务企业等工作机制.
struct QuotationRows {
  let words: ProgramWords
  let context: ExtractionContext
  /// The most that may stand between two quotations of a row, or between the last one and 等, in scalars.
  private static let gap = 10

  /// The ends of the quotations of such rows, with their marks.
  func ends() -> Set<Int> {
    let text = context.folded
    let quotations = context.structure.quotations
    var ends: Set<Int> = []
    var row: [Quotation] = []
    for (index, quotation) in quotations.enumerated() where quotation.inner.count <= 24 {
      if let last = row.last, !isJoined(last.outer.end, quotation.outer.start) { row = [] }
      row.append(quotation)
      let next = index + 1 < quotations.count ? quotations[index + 1].outer.start : text.count
      if row.count >= 2, isClosed(quotation.outer.end, before: next) {
        ends.formUnion(row.map(\.outer.end))
        row = []
      }
    }
    return ends
  }

  /// Whether nothing but a mark of a row and a few words stand between two quotations.
  private func isJoined(_ end: Int, _ start: Int) -> Bool {
    guard start >= end, start - end <= Self.gap else { return false }
    guard start > end else { return true }
    let text = context.folded
    let marks = (end..<start).count { text[$0] == "、" }
    return (marks == 1 || start - end == 1 && "和与及".unicodeScalars.contains(text[end]))
      && (end..<start).allSatisfy { text[$0].isHan || text[$0] == "、" }
  }

  /// Whether 等 and what programs are called follows.
  private func isClosed(_ end: Int, before next: Int) -> Bool {
    let text = context.folded
    let limit = min(end + Self.gap, next - 1, text.count)
    guard end < limit, let mark = (end..<limit).first(where: { !text[$0].isHan || text[$0] == "等" }), text[mark] == "等"
    else { return false }
    // 等重大国家战略, 等一系列工作机制
    for position in mark + 1..<min(mark + 8, text.count, max(next, mark + 1)) {
      if words.rowCategory.longestMatch(in: text, at: position) != nil { return true }
      guard text[position].isHan, !words.hard.contains(text[position]) else { return false }
    }
    return false
  }
}
