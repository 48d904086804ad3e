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
    if !words.festival.contains(text[head]), words.afterHeadBar.longestMatch(in: text, at: end) != nil,
      !isConvened(after: end)
    {
      return .otherKind
    }
    // 中国人民政治协商会议 is a body; its sessions have numbers.
    if head.start >= 2, text[head.start - 2] == "政", text[head.start - 1] == "治", text[head.start] == "协" {
      return .otherKind
    }
    if isFollowedBySession(end) { return .suppressed }
    if text[head].last == "会", end < text.count, "议场见员展长费标徽期".unicodeScalars.contains(text[end]) { return .otherKind }
    return nil
  }

  /// Why a candidate names no meeting; nil where it does.
  func refusal(of title: TitleCandidate) -> LossReason? {
    let own = title.own
    if own.count == 1, !words.level.contains(text[own]), title.edge != .levels { return .kindOnly }
    if title.edge == .determiner, own.isEmpty { return .general }
    // 国家、省、市电视电话会议精神
    if title.edge == .levels, title.isCited, title.isKindOnly || isLevelOnly(own),
      words.kindPart.longestMatch(in: text, at: title.head.start, limit: title.head.end) != nil
    {
      return .general
    }
    if own.count >= 2, text[own.start] == "会", text[own.start + 1] == "议" { return .general }
    if own.count > 0, text[own.end - 1] == "、" { return .general }
    // 祝贺大会召开: a wish, no part of a title.
    if words.wish.contains(text[own]) { return .kindOnly }
    let isNumbered = hasOrdinal(own)
    if !title.isConvened, words.levelHead.contains(text[title.head]), isLevelOnly(own), !isNumbered,
      title.edge != .levels
    {
      return .general
    }
    if words.festival.contains(text[title.head]), !text[own].contains("届") { return .otherKind }
    if !title.isConvened, !isNamedBySpirit(title), words.bodyOrMeeting.contains(text[title.head]), !isNumbered {
      return .otherKind
    }
    // 第九届人大常委会 is a body: its sessions are counted by 次.
    if text[title.head].elementsEqual("常委会".unicodeScalars), text[own].contains("届"), !text[own].contains("次") {
      return .otherKind
    }
    let isAside = title.isKindOnly && !title.isConvened && title.edge != .verb
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

  /// 甲乙丙大会精神: a meeting that is cited by its spirit.
  private func isNamedBySpirit(_ title: TitleCandidate) -> Bool {
    title.isCited && title.own.count >= 4 && text[title.head].elementsEqual("大会".unicodeScalars)
      && !isLevelOnly(title.own) && title.end + 1 < text.count && text[title.end] == "精" && text[title.end + 1] == "神"
  }
}
