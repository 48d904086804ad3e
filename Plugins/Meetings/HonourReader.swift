import Extraction
import GraphModel

/// Reads who was commended or given a plaque: HONORED_AT. Honours by kind alone (…企业代表颁奖) name nobody.
struct HonourReader {
  let words: ParticipantWords
  let context: ExtractionContext
  let segments: MeetingSegments

  /// Adds the relations that the units tell.
  func read(_ units: [Unit]) {
    for unit in units { read(unit) }
  }

  private func read(_ unit: Unit) {
    let tokens = unit.tokens
    for (index, token) in tokens.enumerated() {
      guard case .act(let act) = token.kind else { continue }
      switch act {
      case .honour:
        for receiver in receivers(before: index, unit) + receivers(behind: index, unit) {
          relate(receiver, token, unit)
        }
      case .honoured:
        guard isHonour(behind: token, unit), !isTurnedTo(token, unit) else { continue }
        for receiver in mentions(before: index, unit, from: nil) where isListed(receiver, next: token) {
          relate(receiver, token, unit)
        }
      default: continue
      }
    }
  }

  /// 为A、B等授牌: the names between 为 and the verb.
  private func receivers(before index: Int, _ unit: Unit) -> [Token] {
    let text = context.folded
    var start: Int?
    var position = unit.tokens[index].span.start
    let floor = max(unit.span.start, position - 200)
    while position > floor {
      if words.giver.longestMatch(in: text, endingAt: position, limit: unit.span.start) != nil {
        start = position
        break
      }
      position -= 1
    }
    guard let start else { return [] }
    return mentions(before: index, unit, from: start).filter { isListed($0, next: unit.tokens[index]) }
  }

  /// 表彰了A、B: the names right behind the verb.
  private func receivers(behind index: Int, _ unit: Unit) -> [Token] {
    let text = context.folded
    var result: [Token] = []
    var end = unit.tokens[index].span.end
    for token in unit.tokens[(index + 1)...] {
      guard case .mention = token.kind, token.span.start - end <= (result.isEmpty ? 1 : 2),
        text[Span(end, token.span.start)].allSatisfy({ $0 == "了" || $0 == "、" || $0 == "和" || $0 == "," || $0 == "，" })
      else { break }
      result.append(token)
      end = token.span.end
    }
    return result
  }

  private func mentions(before index: Int, _ unit: Unit, from start: Int?) -> [Token] {
    var result: [Token] = []
    var place = index - 1
    while place >= 0 {
      let token = unit.tokens[place]
      if let start, token.span.start < start { break }
      switch token.kind {
      case .mention: result.append(token)
      case .act(let act):
        if act == .hold { break }
        if start == nil || !act.isAside { return result.reversed() }
      }
      place -= 1
    }
    return result.reversed()
  }

  /// Whether a name is listed by itself, not as part of a longer one: A、, A等, A和, A right before the verb.
  private func isListed(_ token: Token, next: Token) -> Bool {
    let text = context.folded
    guard case .mention = token.kind, token.span.end < text.count else { return false }
    if token.span.end == next.span.start { return true }
    let after = text[token.span.end]
    return "、,，等和及与（(;；".unicodeScalars.contains(after)
  }

  /// 对荣获…的企业家表示祝贺: who is honoured stands behind, not before.
  private func isTurnedTo(_ token: Token, _ unit: Unit) -> Bool {
    let text = context.folded
    var start = token.span.start
    while start > unit.span.start, token.span.start - start < 24, !",，;；".unicodeScalars.contains(text[start - 1]) {
      start -= 1
      if text[start] == "对" || text[start] == "向" { return true }
    }
    return false
  }

  private func isHonour(behind token: Token, _ unit: Unit) -> Bool {
    let text = context.folded
    guard words.honourIfObject.contains(text[token.span]) else { return true }
    return words.honourObject.occurs(in: text, Span(token.span.end, min(unit.span.end, token.span.end + 40)))
  }

  private func relate(_ receiver: Token, _ token: Token, _ unit: Unit) {
    guard case .mention(let mention) = receiver.kind else { return }
    guard let meeting = segments.meeting(at: token.span.start) else { return }
    context.addRelation(
      "HONORED_AT", from: mention.entity, to: meeting, evidence: unit.span, rule: "honored.named", confidence: 0.85)
    if mention.type == "Person" {
      context.addRelation(
        "ATTENDED", from: mention.entity, to: meeting, evidence: unit.span, rule: "attended.honored", confidence: 0.8)
    }
  }
}
