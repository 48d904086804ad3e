import Extraction
import GraphModel

/// Heads that no list holds and that are meetings only where somebody holds them: 第九届…开茶节, 揭牌投运活动.
extension MeetingTitleReader {
  private static let occasions: ScalarSet = "动节"
  private static let behind: ScalarSet = ",，。;；:：”》\n上在于召举将隆正圆成昨今"
  /// How far before its head the verb stands that convenes it, in scalars.
  private static let reachOfVerb = 48

  /// The last characters of what a verb of convening leads to or follows, in order.
  func openHeads() -> [Span] {
    var heads: [Span] = []
    var position = 0
    while let index = Self.occasions.first(in: text, from: position) {
      position = index + 1
      guard index >= 4, position >= text.count || Self.behind.contains(text[position]), text[index - 1].isHan,
        text[index - 2].isHan, words.headEnding.longestMatch(in: text, endingAt: position) == nil,
        words.notOccasion.longestMatch(in: text, endingAt: position) == nil || isNamedSeries(position), isHeld(index)
      else { continue }
      heads.append(Span(text[index] == "动" ? index - 1 : index - 2, position))
    }
    return heads
  }

  /// “三集中”系列活动: which series it is stands in quotation marks.
  private func isNamedSeries(_ end: Int) -> Bool {
    end > 4 && text[end - 5] == "”" && text[end - 4] == "系" && text[end - 3] == "列"
  }

  /// Festivals have numbers and are held; activities last, unless 举行 follows them.
  private func isHeld(_ index: Int) -> Bool {
    if text[index] == "节" {
      return text[Span(max(0, index - 20), index)].contains("届")
        && (isConvened(from: index - 2) || isConvened(after: index + 1))
    }
    guard text[index - 1] == "活", let verb = conveningVerb(after: index + 1),
      words.convening.longestMatch(in: text, endingAt: verb.end) != nil
    else { return false }
    // 活动举办城市
    return verb.end >= text.count || !"城地单方权的".unicodeScalars.contains(text[verb.end])
  }

  /// Whether a verb of convening stands before a position, with nothing but the title between the two.
  private func isConvened(from end: Int) -> Bool {
    var start = end
    while start > 0, end - start < Self.reachOfVerb, !Self.marks.contains(text[start - 1]) {
      if words.convening.longestMatch(in: text, endingAt: start) != nil { return true }
      start -= 1
    }
    return false
  }
}
