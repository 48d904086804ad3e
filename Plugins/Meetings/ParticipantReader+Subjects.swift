import Extraction
import GraphModel

/// Whose predicate it is: what goes before it, without what the predicate before it is about.
extension ParticipantReader {
  /// The mentions of a group without the objects of the predicate before: 介绍了甲村、乙村的情况,丙某作了发言; nil where
  /// nobody else is named, so that the subject goes on: 会见了甲某、乙某,并致辞.
  func subjects(of act: Token, in group: [Token], behind last: Token?, before: [Token]) -> [Token]? {
    guard let last, !group.isEmpty else { return group }
    // 甲某会见乙某一行,并共同出席签约仪式
    if case .act(.attend) = act.kind, words.receiving.contains(context.folded[last.span]),
      group.contains(where: isPerson),
      let mark = lastMark(Span(group[group.count - 1].span.end, act.span.start)),
      words.together.longestMatch(in: context.folded, at: mark + 1) != nil
    {
      return before + group.filter(isPerson)
    }
    // 甲某当选商会会长并发表讲话: bodies behind the verb before are its objects.
    if !group.contains(where: isPerson), before.contains(where: isPerson), isJoined(act) { return nil }
    // 肯定甲县产业基础,并建言献策; 汇报了乙街道的工作
    var group = group
    // 传达了乙某在会上的讲话: the words are passed on.
    let isPassed = context.folded[last.span.start] == "传"
    if let first = group.first, !isPerson(first) || isPassed, isSaying(last.kind), isObject(first, of: last) {
      group.removeFirst()
    }
    guard let mark = firstMark(Span(last.span.end, act.span.start)) else { return group }
    let rest = group.filter { $0.span.start > mark }
    if !rest.isEmpty { return rest }
    if case .act(let aside) = act.kind, aside.isAside { return group }
    switch last.kind {
    case .act(.attend), .act(.preside), .act(.honoured): return group
    default: return nil
    }
  }

  /// 甲某对乙公司落户丙县表示欢迎: what happens to what somebody speaks about.
  func isInComplement(_ act: Token, behind group: [Token]) -> Bool {
    let text = context.folded
    guard let person = group.last(where: isPerson), person.span.end < act.span.start else { return false }
    let gap = Span(person.span.end, act.span.start)
    guard firstMark(gap) == nil,
      gap.range.contains(where: {
        text[$0] == "对" && ($0 + 1 >= text.count || !"接口外标话应".unicodeScalars.contains(text[$0 + 1]))
      })
    else { return false }
    var end = act.span.end
    while end + 1 < text.count, end - act.span.end < 24, !Self.clauseMarks.contains(text[end]), text[end] != "。" {
      if text[end] == "表", text[end + 1] == "示" { return true }
      end += 1
    }
    return false
  }

  /// 甲某对参加仪式的领导表示感谢: the verb of being there only describes somebody.
  func isAttributive(_ attend: Token) -> Bool {
    let text = context.folded
    guard attend.span.start > 0, "对向给让请".unicodeScalars.contains(text[attend.span.start - 1]) else { return false }
    var end = attend.span.end
    while end < text.count, end - attend.span.end < 16, !Self.clauseMarks.contains(text[end]), text[end] != "。" {
      if text[end] == "的" { return true }
      end += 1
    }
    return false
  }

  /// 甲某、乙局副局长兼打造丙高地指挥长丁某: an act inside the post of somebody in a list.
  func isInPost(_ act: Token, unit: Unit, index: Int) -> Bool {
    let text = context.folded
    let near = unit.tokens[max(0, index - Self.mostInPost)..<index]
    let following = unit.tokens[(index + 1)...].prefix(Self.mostInPost)
    guard let before = near.last(where: isPerson), before.span.end < act.span.start,
      text[before.span.end] == "、", act.span.start - before.span.end <= Self.longestPostInList
    else { return false }
    var end = act.span.end
    while end < unit.span.end, end - act.span.end < Self.longestPostInList, text[end] != "、" { end += 1 }
    let next = following.first(where: isPerson)
    if let next, next.span.start < end { end = next.span.start }
    guard end < unit.span.end, text[end] == "、" || next?.span.start == end,
      next != nil
    else { return false }
    return !text[Span(before.span.end + 1, end)].contains { "、了着的,，;；:：".unicodeScalars.contains($0) }
  }

  private static let longestPostInList = 60
  /// How many names are looked at on either side of such an act.
  private static let mostInPost = 12

  /// 甲所、乙商会的专家将进行线上分享: what is still to come.
  func isAhead(_ subject: [Token], before act: Token) -> Bool {
    let text = context.folded
    guard let last = subject.last, last.span.end < act.span.start else { return false }
    let start = max(last.span.end, act.span.start - 12)
    return (start..<act.span.start).contains { position in
      // 甲某少将出席
      text[position] == "将" && !"少中上大名主健干老".unicodeScalars.contains(text[position - 1])
        && position + 1 < text.count && "进作出参发分先致于在".unicodeScalars.contains(text[position + 1])
    }
  }

  /// Whether 并 stands right before a predicate, or before 发表, 作 that belong to it.
  private func isJoined(_ act: Token) -> Bool {
    let text = context.folded
    guard let joint = (max(0, act.span.start - 4)..<act.span.start).last(where: { text[$0] == "并" }) else {
      return false
    }
    return text[Span(joint + 1, act.span.start)].allSatisfy { "发表作了致做出".unicodeScalars.contains($0) }
  }

  /// The one who acted in the sentence before, or before in this one, where a pronoun stands before a verb of saying.
  func antecedent(of act: Token, in unit: Unit, _ lead: [Token], _ told: [Token]) -> Token? {
    guard words.pronoun.longestMatch(in: context.folded, endingAt: act.span.start, limit: unit.span.start) != nil else {
      return nil
    }
    let named = lead.isEmpty ? told : lead
    return named.count == 1 ? named[0] : nil
  }

  /// 甲某、乙某分别与甲公司,乙公司等13家企业签约: whether the other side stands between people and the verb.
  func signWithOthers(_ subject: [Token], before act: Token) -> Bool {
    guard words.sign.contains(context.folded[act.span]), let last = subject.last(where: isPerson),
      last.span.end <= act.span.start, act.span.start - last.span.end <= 300
    else { return false }
    return words.togetherWith.longestMatch(in: context.folded, at: last.span.end) != nil
  }

  /// 甲公司与乙管委会签订协议: the bodies, companies and zones that sign together.
  func parties(of act: Token, subject: [Token], unit: Unit) -> [Token] {
    let text = context.folded
    guard words.sign.contains(text[act.span]) else { return [] }
    var parties: [Token] = []
    for token in subject where token.span.end <= act.span.start {
      guard case .mention(let mention) = token.kind, mention.type != Self.people else {
        parties = []
        continue
      }
      if let last = parties.last {
        let gap = Span(last.span.end, max(last.span.end, token.span.start))
        guard (1...3).contains(gap.count), text[gap].contains(where: { "与和同、及跟".unicodeScalars.contains($0) }) else {
          parties = [token]
          continue
        }
      }
      parties.append(token)
    }
    // 甲集团作为代表,与乙管委会就丙项目签约
    if parties.count == 1, let other = parties.first, other.span.start > 0,
      "与和同".unicodeScalars.contains(text[other.span.start - 1]),
      let first = subject.last(where: { !isPerson($0) && $0.span.end < other.span.start - 1 }),
      other.span.start - first.span.end <= 40,
      other.span.end == act.span.start || words.beforeSigning.longestMatch(in: text, at: other.span.end) != nil
    {
      parties.insert(first, at: 0)
    }
    guard parties.count >= 2, let last = parties.last, act.span.start - last.span.end <= 30,
      !text[Span(last.span.end, act.span.start)].contains(where: { ",，;；、".unicodeScalars.contains($0) })
    else { return [] }
    return parties.filter { if case .mention(let mention) = $0.kind { mention.type != "Region" } else { false } }
  }

  /// 甲公司、乙公司等9家企业代表分别与副县长丙某签订协议, 甲局、乙中学等单位与丙公司签订协议: the bodies and companies of one side
  /// that sign through people who are not named.
  func signers(of act: Token, subject: [Token]) -> [Token] {
    let text = context.folded
    guard words.sign.contains(text[act.span]), let other = subject.last, other.span.end <= act.span.start else {
      return []
    }
    var signers: [Token] = []
    for (index, token) in subject.enumerated() where act.span.start - token.span.start <= Self.longestList {
      guard case .mention(let mention) = token.kind, mention.type != Self.people, mention.type != "Region" else {
        signers = []
        continue
      }
      if let last = signers.last,
        last.span.end + 1 != token.span.start || !"、,".unicodeScalars.contains(text[last.span.end])
      {
        signers = []
      }
      signers.append(token)
      guard index + 1 < subject.count else { break }
      if isJoint(Span(token.span.end, max(token.span.end, subject[index + 1].span.start))) { return signers }
    }
    return []
  }

  /// Whether 与 stands between the sides that sign: 与, 等9家企业代表分别与, 等县直单位、中学、企业与.
  private func isJoint(_ gap: Span) -> Bool {
    let text = context.folded
    let end = min(gap.end, gap.start + Self.longestJoint)
    guard let joint = (gap.start..<end).first(where: { "与同".unicodeScalars.contains(text[$0]) }) else { return false }
    let isOpenList = text[gap.start] == "等"
    return !text[Span(gap.start, joint)].contains { ",;".unicodeScalars.contains($0) || $0 == "、" && !isOpenList }
  }

  private static let longestList = 300
  /// How far 与 stands behind the last of the companies: 等9家企业代表分别与.
  private static let longestJoint = 16

  /// 肯定甲县, 汇报了甲县: right behind the verb.
  func isObject(_ token: Token, of act: Token) -> Bool {
    let gap = Span(act.span.end, token.span.start)
    return gap.isEmpty || gap.count == 1 && context.folded[gap.start] == "了"
  }

  func isSaying(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .act(.say), .act(.speech): true
    default: false
    }
  }

  func firstMark(_ span: Span) -> Int? {
    guard span.start < span.end else { return nil }
    return span.range.first { Self.clauseMarks.contains(context.folded[$0]) }
  }

  private func lastMark(_ span: Span) -> Int? {
    guard span.start < span.end else { return nil }
    return span.range.last { Self.clauseMarks.contains(context.folded[$0]) }
  }

  static let clauseMarks: ScalarSet = ",，;；:："

  /// Whether a predicate only says whom somebody brings along to the next one of its clause: 率团参会.
  func leads(_ last: Token, to act: Token) -> Bool {
    guard case .act(.other) = last.kind, case .act(.attend) = act.kind,
      "率带".unicodeScalars.contains(context.folded[last.span.start])
    else { return false }
    return firstMark(Span(last.span.end, act.span.start)) == nil
  }

  /// Whether a sentence plays at the meeting: 会上, 签约仪式上.
  func opensScene(_ unit: Unit) -> Bool {
    let text = context.folded
    var position = unit.span.start
    while position < unit.span.end, text[position] == " " { position += 1 }
    let limit = min(unit.span.end, position + 12)
    while position < limit, text[position].isHan { position += 1 }
    guard position < unit.span.end, Self.clauseMarks.contains(text[position]) else { return false }
    return words.scene.longestMatch(in: text, endingAt: position, limit: unit.span.start) != nil
  }
}
