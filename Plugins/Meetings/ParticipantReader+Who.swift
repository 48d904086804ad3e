import Extraction
import GraphModel

/// Which of the named ones take part: people, and bodies that stand as participants.
extension ParticipantReader {
  /// The tokens of a group that take part: people, and bodies named as participants.
  func participants(_ group: [Token], before act: Token, allowBodies: Bool) -> [Token] {
    let text = context.folded
    var result: [Token] = []
    for (index, token) in group.enumerated() {
      guard case .mention(let mention) = token.kind else { continue }
      if mention.type == Self.people {
        if isCitedPerson(mention) || isRepresentedByOther(mention) || isWriter(mention) || isInDecree(mention) {
          context.trace?.lost("ATTENDED", at: mention.span, rule: "attended.list", .cited)
          continue
        }
        result.append(token)
        continue
      }
      guard allowBodies, !isRepresented(mention), !isTopic(mention, of: act, behind: result) else { continue }
      let next = index + 1 < group.count ? group[index + 1] : act
      if isParticipant(mention, next: next, previous: index > 0 ? group[index - 1] : nil)
        || index == 0 && isWitness(mention, act),
        !words.bareBody.contains(text[mention.span])
      {
        result.append(token)
      } else {
        context.trace?.lost("ATTENDED", at: mention.span, rule: "attended.list", .absent)
      }
    }
    return result
  }

  /// 围绕建设甲示范区提出建议, 作的甲院工作报告, 甲某做了乙开发区推介: what somebody speaks about or presents takes no part.
  private func isTopic(_ mention: Mention, of act: Token, behind named: [Token]) -> Bool {
    let text = context.folded
    if isSaying(act.kind) {
      if mention.span.end == act.span.start, mention.span.start > 0, text[mention.span.start - 1] == "的" { return true }
      if isSubjectMatter(mention) { return true }
    }
    guard mention.span.end == act.span.start, let person = named.last(where: isPerson),
      person.span.end < mention.span.start, mention.span.start - person.span.end <= 16
    else { return false }
    return text[Span(person.span.end, mention.span.start)].contains { "了作做".unicodeScalars.contains($0) }
  }

  /// Whether 听取 and the like stand before a body in its clause.
  private func isHeard(_ mention: Mention) -> Bool {
    let text = context.folded
    var start = mention.span.start
    while start > 0, mention.span.start - start < 60, !",，。;；:：\n".unicodeScalars.contains(text[start - 1]) {
      start -= 1
      if text[start] == "听" { return true }
    }
    return false
  }

  /// 关于…的汇报, 对…作发言; but 对口, 对外 are other words.
  private func isMatter(_ gap: Span) -> Bool {
    let text = context.folded
    guard gap.count > 1 else { return false }
    return text[gap.start] == "关" && text[gap.start + 1] == "于"
      || text[gap.start] == "对" && !"口接外比标应".unicodeScalars.contains(text[gap.start + 1])
  }

  /// 在甲局、乙局的共同见证下: 在 opens the list of those who witness.
  private func isWitness(_ mention: Mention, _ act: Token) -> Bool {
    let text = context.folded
    return mention.span.start > 0 && text[mention.span.start - 1] == "在" && text[act.span].contains("见")
      && mention.span.end < text.count && "、和与及等".unicodeScalars.contains(text[mention.span.end])
  }

  /// 宣读了关于追授甲某称号的决定: whom a decree names.
  func isInDecree(_ mention: Mention) -> Bool {
    let text = context.folded
    var start = mention.span.start
    while start > 2, mention.span.start - start < 90, !"。;；\n".unicodeScalars.contains(text[start - 1]) {
      start -= 1
      guard text[start] == "关", text[start + 1] == "于" else { continue }
      guard "读了过布《发".unicodeScalars.contains(text[start - 1]) else { return false }
      var end = mention.span.end
      while end < text.count, end - mention.span.end < 120, !"。;；\n".unicodeScalars.contains(text[end]) {
        if text[end] == "的" {
          let noun = end + 2 < text.count && text[end + 1] == "有" && text[end + 2] == "关" ? end + 3 : end + 1
          if words.decree.longestMatch(in: text, at: noun) != nil { return true }
        }
        end += 1
      }
      return false
    }
    return false
  }

  /// Whether 围绕, 针对 stand before a body in its clause with no mark between.
  private func isSubjectMatter(_ mention: Mention) -> Bool {
    let text = context.folded
    var start = mention.span.start
    while start > 1, mention.span.start - start < 30, !",，。;；:：、\n".unicodeScalars.contains(text[start - 1]) {
      start -= 1
      if text[start] == "围" && text[start + 1] == "绕" || text[start] == "针" && text[start + 1] == "对" { return true }
    }
    return false
  }

  /// The bodies behind which their unnamed heads stand, with those listed before them: 甲局、乙局主要负责人.
  func represented(_ subject: [Token], before act: Token) -> [Token] {
    let text = context.folded
    var result: [Token] = []
    var next: Token?
    var isNextIncluded = false
    for token in subject.reversed() {
      let follower = next
      let isFollowed = isNextIncluded
      next = token
      isNextIncluded = false
      guard case .mention(let mention) = token.kind, mention.type != Self.people, token.span.end <= act.span.start,
        act.span.start - token.span.end <= 60
      else { continue }
      let isHeaded =
        words.collectiveAfter.longestMatch(in: text, at: token.span.end) != nil && text[token.span.end] != "等"
      let isListed =
        isFollowed
        && follower.map { $0.span.start - token.span.end == 1 && "、和与及".unicodeScalars.contains(text[token.span.end]) }
          ?? false
      // 甲中心负责人乙某介绍: the head speaks for himself.
      if isHeaded, let follower, isPerson(follower), follower.span.start - token.span.end <= 10 { continue }
      guard isHeaded || isListed, !isRepresented(mention), !words.bareBody.contains(text[mention.span]) else {
        continue
      }
      if !isListed, words.from.longestMatch(in: text, endingAt: mention.span.start) != nil { continue }
      result.append(token)
      isNextIncluded = true
    }
    return result.reversed()
  }

  /// 甲集团、乙集团16户企业: how many were listed stands behind the last.
  private func isCounted(_ gap: Span) -> Bool {
    let text = context.folded
    var position = gap.start
    while position < gap.end, ChineseNumeral.isOrdinal(text[position]) { position += 1 }
    return position > gap.start && position < gap.end && "家户所".unicodeScalars.contains(text[position])
  }

  /// Whether 主要负责人 and the like stand behind a body, maybe behind another that is not known.
  func isHeaded(_ end: Int) -> Bool {
    let text = context.folded
    guard end < text.count else { return false }
    if words.collectiveAfter.longestMatch(in: text, at: end) != nil { return text[end] != "等" }
    guard "、和与及".unicodeScalars.contains(text[end]) else { return false }
    var position = end + 1
    while position < text.count, position - end < 14, text[position].isHan {
      if words.collectiveAfter.longestMatch(in: text, at: position) != nil { return text[position] != "等" }
      position += 1
    }
    return false
  }

  /// 代表县委、县政府: the body that somebody speaks for.
  func isRepresented(_ mention: Mention) -> Bool {
    let text = context.folded
    var start = mention.span.start
    while start > 1, mention.span.start - start < 24 {
      if text[start - 2] == "代", text[start - 1] == "表" { return true }
      if ",，。;；:：\n".unicodeScalars.contains(text[start - 1]) { return false }
      start -= 1
    }
    return false
  }

  /// 受县委书记甲某,县长乙某委托: who sends another is not there.
  func isRepresentedByOther(_ mention: Mention) -> Bool {
    let text = context.folded
    var end = mention.span.end
    while end + 1 < text.count, end - mention.span.end < 60, !"。;；:：\n".unicodeScalars.contains(text[end]) {
      if text[end] == "委" && text[end + 1] == "托" || text[end] == "指" && text[end + 1] == "派" { break }
      if text[end] == "受" { return false }
      end += 1
    }
    guard end + 1 < text.count, text[end + 1] == "托" || text[end + 1] == "派" else { return false }
    var start = mention.span.start
    while start > 0, mention.span.start - start < 60, !"。;；:：\n".unicodeScalars.contains(text[start - 1]) {
      start -= 1
      if text[start] == "托" || text[start] == "派" { return false }
      guard text[start] == "受" else { continue }
      // 甲某接受委托: no sender.
      return start == 0 || !text[start - 1].isHan
    }
    return false
  }

  /// 来自甲局、乙会的委员: where somebody comes from, in a list.
  func comesFrom(_ mention: Mention) -> Bool {
    let text = context.folded
    var start = mention.span.start
    guard start > 0, text[start - 1] == "、" else { return false }
    while start > 1, mention.span.start - start < 60 {
      if text[start - 2] == "来", text[start - 1] == "自" { return true }
      if ",，。;；:：\n".unicodeScalars.contains(text[start - 1]) { return false }
      start -= 1
    }
    return false
  }

  /// 宣读了甲某的批示: who only wrote.
  func isWriter(_ mention: Mention) -> Bool {
    let text = context.folded
    guard mention.span.end < text.count, text[mention.span.end] == "的" else { return false }
    return words.letter.longestMatch(in: text, at: mention.span.end + 1) != nil
  }

  func isCitedPerson(_ mention: Mention) -> Bool {
    if case .string(let role)? = context.property("role", of: mention.entity) {
      if ["cited", "reporter", "byline", "author", "editor", "photographer"].contains(role) { return true }
    }
    return words.citedPerson.longestMatch(in: context.folded, at: mention.span.end) != nil
  }

  /// 赴甲省乙市出席: the last of a row of regions to which somebody goes.
  private func isDestination(_ mention: Mention) -> Bool {
    guard mention.type == "Region" else { return false }
    var start = mention.span.start
    while let outer = context.mentions(of: "Region", in: Span(max(0, start - 12), start)).last(where: {
      $0.span.end == start && $0.span.start < start
    }) {
      start = outer.span.start
    }
    guard start < mention.span.start, start > 0 else { return false }
    return "赴往".unicodeScalars.contains(context.folded[start - 1])
  }

  /// Whether a body or a region stands in a list of participants: behind it a comma of a list, 等, its people, or the verb.
  func isParticipant(_ mention: Mention, next: Token, previous: Token?) -> Bool {
    let text = context.folded
    let gap = Span(mention.span.end, max(mention.span.end, next.span.start))
    if comesFrom(mention) || isDestination(mention) { return false }
    if mention.span.start > 0 {
      let before = text[mention.span.start - 1]
      let follows = previous.map { $0.span.end <= mention.span.start && mention.span.start - $0.span.end <= 8 } ?? false
      if !follows || before != "、",
        words.from.longestMatch(in: text, endingAt: mention.span.start) != nil
      {
        return false
      }
    }
    guard let first = gap.isEmpty ? nil : text[gap.start] else {
      // Right before the verb, or right before another name: 甲县作交流发言, but 市甲局小文局长.
      if case .act = next.kind { return true }
      return false
    }
    if "、,，和及与;；（(".unicodeScalars.contains(first) { return true }
    // 甲局以及乙镇, 甲集团、乙集团16户企业
    if first == "以", gap.count > 1, text[gap.start + 1] == "及" { return true }
    if mention.type != "Region", isCounted(gap) { return true }
    if let heads = words.collectiveAfter.longestMatch(in: text, at: gap.start) {
      // 甲公司负责人乙某: the head is there for himself.
      if case .mention(let other) = next.kind, other.type == Self.people, other.span.start == heads.end { return false }
      // 甲县代表团: the delegates of a congress.
      if heads.end < text.count, text[heads.end] == "团" { return false }
      return gap.count <= 30 || heads.end < text.count && "、,，和及以;；".unicodeScalars.contains(text[heads.end])
    }
    // 听取了甲镇和乙镇关于…的汇报
    if case .act(let act) = next.kind, act == .speech, isMatter(gap),
      isHeard(mention) || text[gap].contains("做") || isGiven(Span(gap.start, next.span.end)),
      let previous, previous.span.end + 1 == mention.span.start
    {
      return "、和与及".unicodeScalars.contains(text[previous.span.end])
    }
    // A title stands between a body and its head's name.
    if case .mention(let other) = next.kind, other.type == Self.people { return false }
    // 先后, 分别, 围绕…作: adverbs before the verb.
    return words.participantAdverb.longestMatch(in: text, at: gap.start) != nil
  }
}
