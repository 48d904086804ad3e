import Extraction
import GraphModel

/// Sessions told by their numbers: 第四次会议, 十届二十九次主席会议; rows of titles.
extension MeetingTitleReader {
  /// Whether a title is nothing but a session's number: 第五次会议, 常务委员会第九次会议.
  func isBareSession(_ own: Span, _ head: Span) -> Bool {
    guard hasOrdinal(head) else { return false }
    return own.isEmpty
      || words.sessionBody.longestMatch(in: text, endingAt: own.end, limit: own.start)?.start == own.start
  }

  /// 县十七届人大常委会举行第五次会议: the body before the verb, without which the number tells nothing.
  func convenerOfSession(before start: Int) -> Span? {
    guard let verb = words.convening.longestMatch(in: text, endingAt: start) else { return nil }
    let end = behindTime(before: verb.start)
    guard words.sessionBody.longestMatch(in: text, endingAt: end) != nil else { return nil }
    var from = end
    while from > 0, end - from < 30, isTitlePart(text[from - 1]), !words.stop.contains(text[from - 1]),
      words.time.longestMatch(in: text, endingAt: from) == nil
    {
      from -= 1
    }
    return Span(from, end)
  }

  /// Where the words end before a day and its part: 甲市委员会|3月4日下午 before 举行.
  private func behindTime(before position: Int) -> Int {
    var end = position
    while end > 0, position - end < 14 {
      if let time = words.time.longestMatch(in: text, endingAt: end) {
        end = time.start
      } else if text[end - 1].isLatinOrDigit || text[end - 1] == "月" || text[end - 1] == "年" {
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  /// The titles of several sessions that share their last word: 甲委员会第六次、乙委员会第三次会议.
  func sessions(in title: MeetingTitle) -> [MeetingTitle] {
    var pieces: [Span] = []
    var start = title.span.start
    for position in title.span.range.dropLast(2)
    where text[position] == "次" && "、和".unicodeScalars.contains(text[position + 1]) && position > start {
      guard ChineseNumeral.isOrdinal(text[position - 1]) else { continue }
      pieces.append(Span(start, position + 1))
      start = position + 2
    }
    guard !pieces.isEmpty, let last = Span(start, title.span.end).range.first(where: { text[$0] == "次" }),
      last > start, ChineseNumeral.isOrdinal(text[last - 1]), title.isCited || !title.isConvened
    else { return [title] }
    let kind = text.string(Span(last + 1, title.span.end))
    // 市委六届三次、四次全会: the later ones are of the same term.
    let term = pieces[0].range.last { text[$0] == "届" }.map { text.string(Span(pieces[0].start, $0 + 1)) } ?? ""
    var titles = pieces.map { piece in
      var other = title
      other.span = piece
      other.head = Span(piece.end, piece.end)
      let isLater = piece != pieces[0] && isNumber(piece.start) && !term.isEmpty
      other.composed = (isLater ? term : "") + text.string(piece) + kind
      if isLater { other.owner = title.span.start }
      return other
    }
    var rest = title
    rest.span.start = start
    if rest.head.start < start { rest.head.start = start }
    if isNumber(start), !term.isEmpty {
      rest.composed = term + text.string(rest.span)
      rest.owner = title.span.start
    }
    titles.append(rest)
    return titles
  }

  private func isNumber(_ start: Int) -> Bool { text[start] == "第" || ChineseNumeral.isOrdinal(text[start]) }

  /// Whether a session's number follows: 人民代表大会第四次会议, 论坛2018年年会.
  func isFollowedBySession(_ end: Int) -> Bool {
    guard end + 2 < text.count else { return false }
    var position = end
    // 一次会议主席团第一次会议, 第四次会议预备会议: the longer title is the meeting.
    if let part = words.sessionPart.longestMatch(in: text, at: position) {
      if words.head.longestMatch(in: text, at: position)?.end ?? 0 >= part.end
        || part.end < text.count && text[part.end] == "会"
      {
        return true
      }
      position = part.end
    }
    guard position < text.count else { return false }
    if text[position] == "第" { position += 1 }
    let digits = position
    while position < text.count, position - digits < 6, ChineseNumeral.isOrdinal(text[position]) { position += 1 }
    guard position > digits, position < text.count, text[position] == "次" || text[position] == "年" else { return false }
    position += 1
    while position < text.count, position - end < 14 {
      if words.head.longestMatch(in: text, at: position) != nil { return true }
      guard text[position].isHan, text[position] != "在", text[position] != "的" else { return false }
      position += 1
    }
    return false
  }

  /// The end of 第四次会议, 一次会议, 第93次常务会议: a session by its number.
  func sessionEnd(at start: Int) -> Int? {
    guard text[start] == "第" || ChineseNumeral.isOrdinal(text[start]) else { return nil }
    var position = start
    if text[position] == "第" { position += 1 }
    let digits = position
    while position < text.count, position - digits < 6, ChineseNumeral.isOrdinal(text[position]) { position += 1 }
    guard position > digits, position < text.count, text[position] == "次" else { return nil }
    return words.head.longestMatch(in: text, at: position + 1)?.end
  }

  /// 甲大会、乙交易会和丙洽谈会在丁市开幕: the verb behind the last of a row convenes all of them.
  func convenesRows(_ titles: inout [MeetingTitle]) {
    for index in titles.indices.dropLast().reversed() {
      let (one, next) = (titles[index].span, titles[index + 1].span)
      guard titles[index + 1].isConvened, !titles[index + 1].isCited, titles[index].edge != .soft,
        !titles[index].isKindOnly, !titles[index + 1].isKindOnly,
        one.end < next.start, next.start - one.end <= 2,
        text[Span(one.end, next.start)].allSatisfy({ "、和与及以”“".unicodeScalars.contains($0) }),
        isConvened(after: next.end) || index + 2 < titles.count && titles[index + 2].span.start - next.end <= 2,
        !isNamedBySpirit(before: one.end)
      else { continue }
      titles[index].isConvened = true
      titles[index].isCited = false
    }
  }
}
