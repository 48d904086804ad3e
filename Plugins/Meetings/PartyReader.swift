import Extraction
import GraphModel

/// Reads who holds a meeting together: 甲镇与乙办举行…签约仪式.
struct PartyReader {
  let words: MeetingWords
  let context: ExtractionContext

  /// Adds the parties of a meeting as its participants.
  func read(_ meeting: Meeting) {
    guard let entity = meeting.entity else { return }
    for title in meeting.titles where title.isConvened && title.edge == .verb {
      for party in parties(of: title) {
        context.addRelation(
          "ATTENDED", from: party.entity, to: entity,
          evidence: context.structure.sentence(at: title.span.start) ?? title.span, rule: "attended.party",
          confidence: 0.85)
      }
    }
  }

  /// The regions, bodies and companies of the clause before the verb of convening, where 与, 和 or 同 joins the last two.
  private func parties(of title: MeetingTitle) -> [Mention] {
    let text = context.folded
    var end = title.span.start
    // 举行“…”签约仪式, 共同举行了
    while end > 0, title.span.start - end < 2, "“了".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    guard let verb = words.convening.longestMatch(in: text, endingAt: end) else { return [] }
    var start = verb.start
    while start > 0, verb.start - start < 300, !",，。;；:：\n".unicodeScalars.contains(text[start - 1]) { start -= 1 }
    var parties: [Mention] = []
    let clause = Span(start, verb.start)
    let named = ["Region", "Organization", "Enterprise", "Zone"].flatMap { context.mentions(of: $0, in: clause) }
    for mention in named.sorted(by: { ($0.span, $0.type) < ($1.span, $1.type) }) {
      if let last = parties.last {
        if last.span.overlaps(mention.span) {
          if mention.span.count > last.span.count { parties[parties.count - 1] = mention }
          continue
        }
        let gap = Span(last.span.end, max(last.span.end, mention.span.start))
        guard gap.count == 1, "与和同、及".unicodeScalars.contains(text[gap.start]) else {
          parties = [mention]
          continue
        }
      }
      parties.append(mention)
    }
    // 甲区政府同乙公司、丙公司等8家企业举行: the one who signs with many stands before 同.
    let isOneWithMany =
      parties.count > 2 && "与和同".unicodeScalars.contains(text[parties[0].span.end])
      && parties.last.map { text[$0.span.end] == "等" && verb.start - $0.span.end <= 16 } ?? false
    if isOneWithMany, let last = parties.last,
      !text[Span(last.span.end, verb.start)].contains(where: { "的,".unicodeScalars.contains($0) })
    {
      return parties
    }
    guard let last = parties.last, last.span.start > 0, "与和同".unicodeScalars.contains(text[last.span.start - 1]),
      parties.count >= 2 || isHome(before: last.span.start - 1, from: start),
      verb.start - last.span.end <= 4
        || "就在于围".unicodeScalars.contains(text[last.span.end])
          && !text[Span(last.span.end, verb.start)].contains("的"),
      parties.count == 1 || parties[0].span.start == start
        || !"在到于赴".unicodeScalars.contains(text[parties[0].span.start - 1])
    else { return [] }
    return parties
  }

  /// 我县与甲银行召开会议: the home stands before 与 by its pronoun.
  private func isHome(before joint: Int, from start: Int) -> Bool {
    let text = context.folded
    return joint >= start + 2 && text[joint - 2] == "我" && "省市县区州旗盟镇乡".unicodeScalars.contains(text[joint - 1])
  }
}
