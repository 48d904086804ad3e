import Extraction
import GraphModel

/// Lists that stand behind the verb: 出席会议的有:…, 作表态发言的有甲某、乙某.
extension ParticipantReader {
  /// 出席会议的有:…, 参加会议的还有…
  func announcesList(_ token: Token, before nexts: ArraySlice<Token>, in unit: Unit) -> Bool {
    let text = context.folded
    if words.chairing.contains(text[token.span]) { return true }
    let end = min(unit.span.end, token.span.end + 24)
    var position = token.span.end
    while position < end, text[position] != ",", text[position] != "，" {
      if words.listBehind.longestMatch(in: text, at: position) != nil { return true }
      position += 1
    }
    // …的金融界人士占到近一半,其中包括甲银行、乙集团等
    let limit = min(unit.span.end, token.span.end + 60)
    guard let word = words.including.firstMatch(in: text, from: token.span.end, limit: limit)?.span else {
      return false
    }
    return nexts.first { $0.span.start >= word.end }.map { isMention($0) && $0.span.start - word.end <= 4 } ?? false
  }

  func readListBehind(_ token: Token, unit: Unit, index: Int) {
    let target = segments.meeting(at: token.span.start)
    var group: [Token] = []
    var end: Token = Token(span: Span(unit.span.end, unit.span.end), kind: .act(.other))
    for next in unit.tokens[(index + 1)...] {
      if case .act(let act) = next.kind {
        if act.isAside { continue }
        end = next
        break
      }
      group.append(next)
    }
    for participant in participants(group, before: end, allowBodies: true) {
      relate("ATTENDED", participant, target, unit, "attended.list-behind", 0.9)
    }
  }

  /// The verb of 出席会议的有: at the end of a line, whose list stands on the lines below.
  func openList(_ unit: Unit) -> Token? {
    guard unit.span.end > unit.span.start, ":：".unicodeScalars.contains(context.folded[unit.span.end - 1]),
      let verb = unit.tokens.last(where: { if case .act(.attend) = $0.kind { true } else { false } }),
      announcesList(verb, before: [], in: unit)
    else { return nil }
    return verb
  }

  /// Whether a line has nothing but participants.
  func isLine(_ unit: Unit) -> Bool {
    (unit.span.count <= 60 || context.folded[unit.span].contains("\n"))
      && unit.tokens.allSatisfy { token in
        if case .mention = token.kind { true } else { false }
      }
  }

  func readLine(_ unit: Unit, behind verb: Token) {
    let target = segments.meeting(at: verb.span.start)
    for participant in participants(unit.tokens, before: verb, allowBodies: false) {
      relate("ATTENDED", participant, target, unit, "attended.list-behind", 0.9)
    }
  }

  /// 作表态发言的有甲某、乙某, 介绍情况的是甲某, 发言的企业负责人来自甲公司、乙公司: those of whom the verb is told stand behind it.
  ///
  /// - Returns: whether the sentence is built so.
  func readBehind(_ verb: Token, act: Act, unit: Unit, index: Int) -> Bool {
    let isSigning: Bool
    switch act {
    case .say, .speech: isSigning = false
    case .perform: isSigning = true
    default: return false
    }
    guard let start = copulaEnd(behind: verb, unit) else { return false }
    let behind = unit.tokens[(index + 1)...].drop { $0.span.start < start }.prefix(Self.mostBehind)
    let group = Array(behind.prefix(while: isMention))
    guard let first = group.first, first.span.start - start <= Self.longestPostBehind,
      firstMark(Span(start, first.span.start)) == nil
    else {
      return false
    }
    let end =
      group.count < behind.count
      ? behind[group.count] : Token(span: Span(unit.span.end, unit.span.end), kind: .act(.other))
    let meeting = target(of: verb, subject: [], unit: unit)
    let bodies = isSigning ? [] : row(group)
    for participant in participants(group, before: end, allowBodies: false) + bodies {
      if !isSigning { relate("SPOKE_AT", participant, meeting, unit, "spoke.behind", 0.85) }
      relate("ATTENDED", participant, meeting, unit, "attended.behind", 0.85)
    }
    return true
  }

  /// The bodies and companies with which a group begins, in a row: 甲公司、乙集团等.
  private func row(_ group: [Token]) -> [Token] {
    let text = context.folded
    var row: [Token] = []
    for token in group {
      guard !isPerson(token) else { return [] }
      if let last = row.last {
        let gap = Span(last.span.end, max(last.span.end, token.span.start))
        guard (1...2).contains(gap.count), text[gap].allSatisfy({ "、和与及以".unicodeScalars.contains($0) }) else { break }
      }
      row.append(token)
    }
    guard let last = row.last, last.span.end < text.count else { return row }
    let isListed =
      row.count > 1 || "等。,，;；\n".unicodeScalars.contains(text[last.span.end])
      || words.collectiveAfter.longestMatch(in: text, at: last.span.end) != nil
    return isListed ? row : []
  }

  /// How many names are looked at behind the verb.
  private static let mostBehind = 200
  /// The longest stretch of posts and bodies between 是 and the name.
  private static let longestPostBehind = 40

  /// Behind 的是, 的有, 的企业负责人来自 and the like, where they stand behind a verb and what it takes.
  private func copulaEnd(behind verb: Token, _ unit: Unit) -> Int? {
    let text = context.folded
    let limit = min(unit.span.end, verb.span.end + 30)
    var position = verb.span.end
    while position < limit, !Self.clauseMarks.contains(text[position]) {
      if text[position] == "的" {
        var noun = position + 1
        while let word = words.copulaNoun.longestMatch(in: text, at: noun, limit: unit.span.end) { noun = word.end }
        if let copula = words.copula.longestMatch(in: text, at: noun, limit: unit.span.end) { return copula.end }
      }
      position += 1
    }
    return nil
  }
}
