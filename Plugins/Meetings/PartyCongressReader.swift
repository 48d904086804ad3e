import Extraction
import GraphModel

/// Reads the congresses and plenary sessions of the party by their numbers: 党的二十大, 十八届三中、四中全会.
struct PartyCongressReader {
  let text: ScalarText

  /// The titles that start at a position, in order; nil where none does.
  func titles(at start: Int) -> [MeetingTitle]? {
    var position = start
    var isParty = false
    if text[position] == "党", position + 2 < text.count, text[position + 1] == "的" {
      isParty = true
      position += 2
    }
    guard position < text.count, let number = number(at: position) else { return nil }
    // The number must not be the end of a longer one.
    if !isParty, start > 0, ChineseNumeral.isOrdinal(text[start - 1]) { return nil }
    guard number.end < text.count else { return nil }
    if text[number.end] == "大", isParty || isCitedBehind(number.end + 1), (12...40).contains(number.value) {
      let span = Span(start, number.end + 1)
      return [
        MeetingTitle(
          span: span, head: Span(span.end, span.end), edge: .function, isConvened: false, isCited: true,
          isKindOnly: false)
      ]
    }
    guard text[number.end] == "届" else { return nil }
    return sessions(from: start, behind: number.end + 1)
  }

  /// 三中、四中全会 behind 十八届.
  private func sessions(from start: Int, behind term: Int) -> [MeetingTitle]? {
    var parts: [Span] = []
    var position = term
    while let number = number(at: position), number.end < text.count, text[number.end] == "中" {
      parts.append(Span(position, number.end + 1))
      position = number.end + 1
      guard position < text.count, "、和及".unicodeScalars.contains(text[position]) else { break }
      position += 1
    }
    guard let last = parts.last, last.end + 1 < text.count, text[last.end] == "全", text[last.end + 1] == "会" else {
      return nil
    }
    let end = last.end + 2
    return parts.enumerated().map { index, part in
      let span =
        index == 0
        ? Span(start, parts.count == 1 ? end : part.end) : Span(part.start, index == parts.count - 1 ? end : part.end)
      var title = MeetingTitle(
        span: span, head: Span(span.end, span.end), edge: .function, isConvened: false, isCited: true, isKindOnly: false
      )
      if parts.count > 1 {
        title.composed = text.string(Span(start, term)) + text.string(part) + "全会"
      }
      return title
    }
  }

  private func number(at start: Int) -> (value: Int, end: Int)? {
    var end = start
    while end < text.count, end - start < 4, let value = ChineseNumeral.value(text[end]), value <= 100 { end += 1 }
    guard let value = ChineseNumeral.number(in: text, Span(start, end)) else { return nil }
    return (Int(value), end)
  }

  /// 二十大精神, 十九大以来: without 党的 the words behind tell.
  private func isCitedBehind(_ position: Int) -> Bool {
    guard position + 1 < text.count else { return false }
    let two = text.string(Span(position, position + 2))
    return two == "精神" || two == "报告" || two == "以来" || two == "胜利" || two == "代表"
  }
}
