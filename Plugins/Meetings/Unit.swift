import Extraction
import GraphModel

/// A participant or a predicate of a sentence.
struct Token {
  enum Kind {
    case mention(Mention)
    case act(Act)
  }
  var span: Span
  var kind: Kind
}

/// A sentence with its participants and predicates in order; lists may run over commas and semicolons.
struct Unit {
  let span: Span
  let tokens: [Token]

  /// What ends a sentence or opens the title of a text.
  private static let marks: ScalarSet = "。\n！？!?《"

  private static let nameParts: ScalarSet = "局厅委办员组团署处中站司部"

  /// The units of a text.
  ///
  /// - Parameters:
  ///   - mentions: participants in order of their place, not overlapping.
  ///   - titles: titles of meetings in order; 签约 in 签约仪式 is no predicate.
  ///   - lines: the lines of the text that hold something, in order.
  static func read(
    _ text: ScalarText, mentions: [Mention], titles: [Span], lines: [Span] = [], words: ParticipantWords
  ) -> [Unit] {
    let broken = BrokenLines(text, lines: lines)
    var units: [Unit] = []
    var tokens: [Token] = []
    var start = 0
    var next = 0
    var nextTitle = 0
    var position = 0
    /// 获 alone honours only where its clause names the award, and where it is no part of 收获.
    func isAward(at position: Int) -> Bool {
      if position > 0, "收捕抓查截俘斩".unicodeScalars.contains(text[position - 1]) { return false }
      var end = position + 1
      while end < text.count, end - position < 40, !",，、。;；\n".unicodeScalars.contains(text[end]) { end += 1 }
      return words.award.occurs(in: text, Span(position + 1, end))
    }
    /// 甲某说, 甲某还说: before a mark and behind a name or an adverb.
    func isSaid(at position: Int, behind last: Token?) -> Bool {
      guard text[position] == "说", position + 1 < text.count else { return false }
      // “……。”甲某说。
      if text[position + 1] == "。" || text[position + 1] == "\n", let last, last.span.end == position,
        case .mention(let mention) = last.kind, mention.type == "Person"
      {
        return text[Span(max(0, last.span.start - 40), last.span.start)].contains("”")
      }
      guard ",:，：“".unicodeScalars.contains(text[position + 1]) else { return false }
      if words.pronoun.longestMatch(in: text, endingAt: position) != nil { return true }
      guard let last else { return false }
      // 甲某在致辞中说
      if case .act(.speech) = last.kind { return position - last.span.end <= 2 }
      guard case .mention(let mention) = last.kind, mention.type == "Person" else { return false }
      if last.span.start > 0, text[last.span.start - 1] == "据" { return false }
      return last.span.end == position
        || position - last.span.end <= 12 && !"据果该以来话是之者学小传再".unicodeScalars.contains(text[position - 1])
    }
    /// 与会企业代表: who they are is told elsewhere, except where their names follow (与会领导有:…).
    func isGuest(_ act: Span) -> Bool {
      guard act.count == 2, text[act.end - 1] == "会", let noun = words.guestNoun.longestMatch(in: text, at: act.end)
      else {
        return false
      }
      return words.guestList.longestMatch(in: text, at: noun.end) == nil
    }
    /// 获奖企业家: who was honoured is told elsewhere.
    func isAttribute(behind end: Int) -> Bool {
      end < text.count && "企的者单代个选集项人".unicodeScalars.contains(text[end])
    }
    func isNamePart(behind end: Int) -> Bool {
      guard end < text.count, nameParts.contains(text[end]) else { return false }
      let follows = end + 1 < text.count ? text[end + 1] : "。"
      switch text[end] {
      case "办": return follows == "公"
      case "组": return follows != "织"
      case "团": return follows != "结"
      case "部": return !"分署门队".unicodeScalars.contains(follows)
      case "处": return follows != "理" && follows != "置"
      case "中": return follows == "心"
      default: return true
      }
    }
    /// 、投资与技术改造处、: the act is a part of a body's name in a list.
    func isListed(_ act: Span) -> Bool {
      guard act.start > 0, text[act.start - 1] == "、" else { return false }
      var end = act.end
      while end < text.count, end - act.end < 10, text[end].isHan, !"了的以及等".unicodeScalars.contains(text[end]) {
        if isNamePart(behind: end), end + 1 < text.count, "、,和及以等分主负".unicodeScalars.contains(text[end + 1]) {
          return true
        }
        end += 1
      }
      return false
    }
    var nextMark = marks.first(in: text, from: 0) ?? text.count
    var nextAct = words.acts.firstMatch(in: text, from: 0)?.span.start ?? text.count
    while position < text.count {
      // Between mentions, marks and acts nothing happens.
      if nextMark < position { nextMark = marks.first(in: text, from: position) ?? text.count }
      if nextAct < position { nextAct = words.acts.firstMatch(in: text, from: position)?.span.start ?? text.count }
      while next < mentions.count, mentions[next].span.start < position { next += 1 }
      let nextMention = next < mentions.count ? mentions[next].span.start : text.count
      position = min(nextMark, nextAct, nextMention)
      guard position < text.count else { break }
      if position == nextMention {
        tokens.append(Token(span: mentions[next].span, kind: .mention(mentions[next])))
        position = max(position + 1, mentions[next].span.end)
        next += 1
        continue
      }
      if position == nextMark, text[position] == "\n", broken.goOn(over: position) {
        position += 1
        continue
      }
      if position == nextMark, text[position] != "《" {
        if !tokens.isEmpty { units.append(Unit(span: Span(start, position), tokens: tokens)) }
        tokens = []
        tokens.reserveCapacity(8)
        start = position + 1
        position += 1
        continue
      }
      // 作了题为《…》的报告: what a title of a text says is nobody's act.
      if text[position] == "《",
        let close = (position..<min(text.count, position + 80)).first(where: { text[$0] == "》" || text[$0] == "\n" }),
        text[close] == "》"
      {
        position = close + 1
        continue
      }
      while nextTitle < titles.count, titles[nextTitle].end <= position { nextTitle += 1 }
      if nextTitle < titles.count, titles[nextTitle].start <= position {
        position += 1
        continue
      }
      if let act = words.acts.longestMatch(in: text, at: position, limit: nextMention),
        act.end - position > 1 || isAward(at: position) || isSaid(at: position, behind: tokens.last)
      {
        // 调研员, 考察团, 推进办公室: the act is a part of a name or a post.
        let isAttributive =
          (act.value == .perform && !words.signing.contains(text[Span(position, act.end)])
            || words.works.longestMatch(in: text, at: position, limit: act.end) != nil)
          && words.attributive.longestMatch(in: text, at: act.end) != nil
        if isAttributive
          || act.value.isAside && (isNamePart(behind: act.end) || isListed(Span(position, act.end)))
          || act.value == .honoured && isAttribute(behind: act.end)
          || act.value == .attend && isGuest(Span(position, act.end))
        {
          position = act.end
          continue
        }
        tokens.append(Token(span: Span(position, act.end), kind: .act(act.value)))
        position = act.end
        continue
      }
      position += 1
    }
    if !tokens.isEmpty { units.append(Unit(span: Span(start, text.count), tokens: tokens)) }
    return units
  }
}
