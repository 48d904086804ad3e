import Extraction
import GraphModel

/// A stretch that may be a meeting's title, with what stands around it.
struct TitleCandidate {
  /// What stands before the head.
  var own: Span
  /// The word that tells the kind.
  var head: Span
  /// Where the title ends.
  var end: Int
  var edge: MeetingTitle.Edge
  var isConvened: Bool
  var isCited: Bool
  var pointsBack: Bool
  var isKindOnly: Bool
}

extension MeetingTitleReader {
  /// Why a word that tells a kind of meeting is none here; nil where it may be.
  func refusal(ofHead head: Span) -> LossReason? {
    let end = head.end
    if head.count == 1, !isPlainGathering(head) { return .otherKind }
    if let body = bodies.span(at: head.start), head.end < body.end { return .otherKind }
    if !words.festival.contains(text[head]), let bar = words.afterHeadBar.longestMatch(in: text, at: end),
      !isConvened(after: end), !(words.agenda.contains(text[Span(end, bar.end)]) && isSession(head)),
      !isMinutesTitle(endingAt: end)
    {
      return .otherKind
    }
    // 贯彻落实会议精神: the verb takes 会议精神.
    if head.count == 4, end + 1 < text.count, text[end] == "精", text[end + 1] == "神",
      words.passingOn.longestMatch(in: text, at: head.start) != nil,
      words.passingOn.longestMatch(in: text, at: max(0, head.start - 2), limit: head.start) != nil
    {
      return .general
    }
    // 中国人民政治协商会议 is a body; its sessions have numbers.
    if head.start >= 2, text[head.start - 2] == "政", text[head.start - 1] == "治", text[head.start] == "协" {
      return .otherKind
    }
    if isFollowedBySession(end) || isInsideLongerTitle(head) { return .suppressed }
    if text[head].last == "会", end < text.count, "议场见员展长费标徽期".unicodeScalars.contains(text[end]) { return .otherKind }
    return nil
  }

  /// Whether a title of minutes ends at a position: 甲县安全生产工作会议纪要, alone on its line at the head of the document.
  func isMinutesTitle(endingAt end: Int) -> Bool {
    guard end <= Self.headOfDocument, let bar = words.minutes.longestMatch(in: text, at: end),
      bar.end == text.count || "\n([〔".unicodeScalars.contains(text[bar.end])
    else { return false }
    var start = end
    while start > 0, text[start - 1] != "\n" {
      start -= 1
      guard isTitlePart(text[start]) || "“”\"()、 \u{3000}".unicodeScalars.contains(text[start]) else { return false }
    }
    return true
  }

  /// Before which position minutes have their title, in scalars.
  private static let headOfDocument = 160

  /// Whether a title is what another thing is called for short: (以下简称“绿博会”).
  private func isAlias(_ own: Span) -> Bool {
    var start = own.start
    if start > 0, "“\":《".unicodeScalars.contains(text[start - 1]) { start -= 1 }
    return words.alias.longestMatch(in: text, endingAt: start) != nil
      || (own.start...own.end).contains { position in
        words.alias.longestMatch(in: text, endingAt: position, limit: own.start) != nil
          && !text[Span(position, own.end)].contains(")")
      }
  }

  /// Whether 会 alone ends a name of a meeting that no list has (叙谈会): a mark or a verb of convening follows, and no body
  /// or other word ends so.
  private func isPlainGathering(_ head: Span) -> Bool {
    guard head.start > 1, text[head.start - 1].isHan, text[head.start - 2].isHan,
      words.notGathering.longestMatch(in: text, endingAt: head.end) == nil,
      lattice.token(at: head.start).span.end == head.end
    else { return false }
    return head.end == text.count || Self.gatheringEnds.contains(text[head.end])
      || words.conveneAfter.longestMatch(in: text, at: head.end) != nil || isConvenedPlainly(after: head.end)
  }

  private static let gatheringEnds: ScalarSet = ",，。;；\n”"

  /// 甲运营会在乙会议室召开: the verb ends its clause, so that the word before is no body that convenes something else.
  private func isConvenedPlainly(after end: Int) -> Bool {
    guard "在于".unicodeScalars.contains(text[end]), let verb = conveningVerb(after: end) else { return false }
    return verb.end == text.count || Self.gatheringEnds.contains(text[verb.end])
  }

  /// 招商|活动工作会, 拉练检查座谈会: another head follows at once, or a few characters on where this one is a loose one.
  private func isInsideLongerTitle(_ head: Span) -> Bool {
    if words.partHead.contains(text[head]) { return false }
    let isLoose = words.looseHead.contains(text[head])
    var position = head.end
    while position < text.count, position - head.end <= (isLoose ? 4 : 0), text[position].isHan {
      if let next = words.head.longestMatch(in: text, at: position), next.end - position > 1,
        words.partHead.longestMatch(in: text, at: position) == nil,
        words.afterHeadBar.longestMatch(in: text, at: next.end) == nil, text[next.end - 1] != "议"
      {
        return true
      }
      guard !words.stop.contains(text[position]), words.conveneAfter.longestMatch(in: text, at: position) == nil else {
        return false
      }
      position += 1
    }
    return false
  }

  /// Whether a session's number stands right before a head: 九届四次主席会议.
  private func isSession(_ head: Span) -> Bool {
    if text[head].contains("次") { return true }
    var position = head.start
    while position > 1, head.start - position < 8, text[position - 1].isHan {
      position -= 1
      if text[position] == "次" { return ChineseNumeral.isOrdinal(text[position - 1]) }
    }
    return false
  }

  /// The end of a head without the mark that closes its quotation.
  private func endOfQuoted(_ head: Span) -> Int {
    "”’」".unicodeScalars.contains(text[head.end - 1]) ? head.end - 1 : head.end
  }

  /// Why a candidate names no meeting; nil where it does.
  func refusal(of title: TitleCandidate) -> LossReason? {
    let own = title.own
    if isAlias(own) { return .otherKind }
    if isCarriedOut(title) { return .general }
    if title.head.count == 1, !title.isConvened || title.edge != .verb && title.edge != .mark || own.count < 4 {
      return .otherKind
    }
    // 省十一次党代会: the number tells which one.
    let isLevels = hasOrdinal(title.head) && words.coordinated.contains(text[own])
    let isFair = words.festival.contains(text[title.head]) && isNamedFair(title)
    if own.count == 1, !words.level.contains(text[own]), !words.kindPart.contains(text[own]), title.edge != .levels,
      !isLevels, !isFair
    {
      return .kindOnly
    }
    if title.edge == .determiner, own.isEmpty { return .general }
    // 国家、省、市电视电话会议精神
    if title.edge == .levels, title.isCited, title.isKindOnly || isLevelOnly(own),
      words.kindPart.longestMatch(in: text, at: title.head.start, limit: title.head.end) != nil
    {
      return .general
    }
    if own.count >= 2, text[own.start] == "会", text[own.start + 1] == "议" { return .general }
    if own.count > 0, text[own.start] == "(", own.count > 2, "和与及".unicodeScalars.contains(text[own.end - 1]) {
      return .general
    }
    if own.count > 0, "、对向为给".unicodeScalars.contains(text[own.end - 1]), !isOneOfSessions(own) { return .general }
    // 我国第一个丰收节
    if own.count > 0, text[own.start] == "国", own.start > 0, text[own.start - 1] == "我" { return .general }
    // 要充分认识甲庆祝活动的意义: what is ordered.
    if !title.isConvened, own.count > 3, text[own.start] == "要", title.edge == .mark { return .general }
    // 祝贺大会召开: a wish, no part of a title.
    if words.wish.contains(text[own]) { return .kindOnly }
    let isNumbered = hasOrdinal(own) || isLevels
    if !title.isConvened, words.levelHead.contains(text[title.head]), !isNumbered,
      isLevelOnly(own) && title.edge != .levels || isCommittee(own)
    {
      return .general
    }
    if words.festivalEnding.longestMatch(in: text, endingAt: endOfQuoted(title.head), limit: title.head.start) != nil,
      !text[own].contains("届"), !isNamedFair(title)
    {
      return .otherKind
    }
    // 参加甲区分会场会议: the one whose place it is.
    if own.count >= 3, text[Span(own.end - 3, own.end)].elementsEqual("分会场".unicodeScalars) { return .general }
    // 与会人员须学习会议精神
    if own.count > 1, text[own.start] == "会", own.start > 0, text[own.start - 1] == "与" { return .general }
    if !title.isConvened, !isNamedBySpirit(title), words.bodyOrMeeting.contains(text[title.head]), !isNumbered {
      return .otherKind
    }
    // 县委常委会召开会议: the body that convenes.
    if words.bodyOrMeeting.contains(text[title.head]), !isNumbered, convenesAnother(title.end) { return .otherKind }
    // 第九届人大常委会 is a body: its sessions are counted by 次.
    if text[title.head].elementsEqual("常委会".unicodeScalars), text[own].contains("届"), !text[own].contains("次") {
      return .otherKind
    }
    let isAside = title.isKindOnly && !title.isConvened && title.edge != .verb && !isCaption(title)
    // 开工仪式上, 此次签约仪式: a kind that only recalls the meeting.
    if isAside, !title.pointsBack,
      title.end >= text.count || text[title.end] != "上" || own.isEmpty && title.head.count < 3
    {
      return .kindOnly
    }
    if title.edge == .mark, !title.isConvened, !title.isCited, own.count < 3, !isNumbered, !isAside {
      return .kindOnly
    }
    if title.edge == .determiner, !isNumbered, title.isKindOnly, !title.pointsBack { return .general }
    if !isNumbered, isFrequent(before: own.start) { return .general }
    return nil
  }

  /// 带队赴甲省开展招商活动, 近期招商活动事宜, 开展系列会议: what is done, not held.
  private func isCarriedOut(_ title: TitleCandidate) -> Bool {
    let own = title.own
    let isBehind = title.edge == .verb && words.carriedOut.longestMatch(in: text, endingAt: own.start) != nil
    if isBehind, text[title.head].elementsEqual("会议".unicodeScalars) { return true }
    guard text[title.head].suffix(2).elementsEqual("活动".unicodeScalars) else { return false }
    return isBehind || words.carriedOut.longestMatch(in: text, endingAt: title.head.start, limit: own.start) != nil
      || title.end + 1 < text.count && text[title.end] == "事" && text[title.end + 1] == "宜"
  }

  /// 图为座谈会现场: what a picture shows.
  private func isCaption(_ title: TitleCandidate) -> Bool {
    var line = title.own.start
    while line > 0, title.own.start - line < 12, text[line - 1] != "\n" {
      if words.caption.longestMatch(in: text, endingAt: line) != nil { return true }
      line -= 1
    }
    return false
  }

  /// 参加进博会, 浙洽会上: a fair by its short name, which is one that all know.
  private func isNamedFair(_ title: TitleCandidate) -> Bool {
    guard title.head.count == 2, (1...4).contains(title.own.count), text[title.own].allSatisfy(\.isHan),
      !text[title.own].contains("称"),
      !"外社成相".unicodeScalars.contains(text[title.own.end - 1])
    else { return false }
    return title.isConvened || title.edge == .verb
      || title.end < text.count && "上期、等".unicodeScalars.contains(text[title.end])
  }

  /// Whether a verb of convening stands at a position, and what it convenes behind it.
  private func convenesAnother(_ end: Int) -> Bool {
    guard let verb = words.conveneAfter.longestMatch(in: text, at: end) else { return false }
    let start = verb.end < text.count && text[verb.end] == "了" ? verb.end + 1 : verb.end
    return (start..<min(text.count, start + 8)).contains { position in
      text[Span(start, position)].allSatisfy(\.isHan)
        && words.head.longestMatch(in: text, at: position).map { $0.end - position > 1 } ?? false
    }
  }

  /// 甲市委: a committee by its region, whose 全会 without a number is none in particular.
  private func isCommittee(_ own: Span) -> Bool {
    own.count > 2 && text[own.end - 1] == "委" && placeStarts.contains(own.start)
      && (places.span(at: own.start).map { $0.end == own.end - 1 || $0.end == own.end - 2 } ?? false)
  }

  /// 市委六届三次、|四次全会: one of the sessions of a term before another one.
  private func isOneOfSessions(_ own: Span) -> Bool {
    own.count >= 4 && text[own.end - 1] == "、" && text[own.end - 2] == "次"
      && ChineseNumeral.isOrdinal(text[own.end - 3])
      && text[own].contains("届")
  }

  /// 全省领导干部会议精神: whose meeting it was and who met is a name where its spirit is cited.
  func isCitedOfLevel(_ span: Span, own: Span) -> Bool {
    own.count >= 2 && span.count >= 8 && text[own.start] == "全"
      && words.level.longestMatch(in: text, at: own.start, limit: own.end) != nil && isNamedBySpirit(before: span.end)
  }

  /// 甲乙丙大会精神: a meeting that is cited by its spirit.
  private func isNamedBySpirit(_ title: TitleCandidate) -> Bool {
    title.isCited && title.own.count >= 4 && text[title.head].elementsEqual("大会".unicodeScalars)
      && !isLevelOnly(title.own) && isNamedBySpirit(before: title.end)
  }
}
