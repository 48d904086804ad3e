import Extraction
import GraphModel

/// Reads names without quotation marks: 实施产业链提升工程, 五大提升行动.
struct UnquotedProgramReader {
  let words: ProgramWords
  let context: ExtractionContext
  /// The longest stretch before a category word that is looked at, in scalars.
  private static let reach = 16
  /// How much dearer (quarters of nats) the reading may become for a name to start at a position.
  private static let boundarySlack: Int32 = 12

  /// The candidates in order of their place, none of which overlaps a taken span.
  ///
  /// - Parameter taken: spans of other candidates, sorted.
  func read(besides taken: [Span]) -> [ProgramCandidate] {
    let text = context.folded
    var candidates: [ProgramCandidate] = []
    var next = 0
    var position = 0
    while var head = words.unquoted.firstMatch(in: text, from: position)?.span {
      // 甲战略|行动: the last of them closes the name.
      while let next = words.deed.longestMatch(in: text, at: head.end) { head = Span(head.start, next.end) }
      while next < taken.count, taken[next].end <= head.start { next += 1 }
      if next < taken.count, taken[next].start <= head.start {
        position = taken[next].end
        continue
      }
      // The name before this one.
      let last = max(candidates.last?.span.end ?? 0, next > 0 ? taken[next - 1].end : 0)
      if let candidate = candidate(head: head, behind: last) { candidates.append(candidate) }
      position = head.end
    }
    return candidates
  }

  private func isCampaign(_ own: Span) -> Bool {
    guard own.count >= 4, context.mentions(of: "Organization", in: own).isEmpty else { return false }
    return context.folded[own.end - 1] == "年"
      || words.campaign.longestMatch(in: context.folded, endingAt: own.end, limit: own.start) != nil
  }

  /// Whether a name may begin with the word at a position: no verb, but 组织 behind another one (实施|组织振兴行动).
  private func isOpening(_ start: Int, _ edge: Edge, before end: Int) -> Bool {
    let text = context.folded
    guard let verb = words.strictVerb.longestMatch(in: text, at: start, limit: end) else { return true }
    return edge == .verb && text[Span(start, verb.end)].elementsEqual("组织".unicodeScalars)
  }

  /// 工业经济提升年百日冲刺|行动, 乙干警核心价值观|教育实践活动: what is a campaign by its name, whoever carries it out.
  private func isNamedCampaign(_ own: Span, head: String) -> Bool {
    let text = context.folded
    guard own.count >= 4, !head.hasSuffix("会战") else { return false }
    // 直接影响|教育实践活动: what is done with one is no part of its name.
    if head == "教育实践活动" { return context.words.token(at: own.end - 1).wordClass != .verb }
    return words.campaignInside.occurs(in: text, own)
  }

  /// 甲县(积极)实施乙提升|行动, 响应国家丙|战略: a place does it, or the country.
  private func isDone(by start: Int, verb: Int, before end: Int) -> Bool {
    let text = context.folded
    let own = Span(verb, end)
    if text[own].starts(with: "国家".unicodeScalars), own.count >= 6 { return true }
    var position = context.mentions(of: "Region", in: Span(start, verb)).first { $0.span.start == start }?.span.end
    position = position ?? words.subject.longestMatch(in: text, at: start, limit: verb)?.end
    guard var position, own.count >= 3 else { return false }
    // Between a place and its verb only adverbs stand.
    while position < verb {
      if let verbStart = words.pursue.longestMatch(in: text, endingAt: verb, limit: position)?.start,
        verbStart == position
      {
        return true
      }
      guard let manner = words.adverb.longestMatch(in: text, at: position, limit: verb) else { return false }
      position = manner.end
    }
    return false
  }

  private enum Edge { case verb, manner, list, open }

  private func candidate(head: Span, behind floor: Int) -> ProgramCandidate? {
    let text = context.folded
    if words.afterHead.longestMatch(in: text, at: head.end) != nil { return nil }
    var best: (start: Int, edge: Edge)?
    // 全区|开展|甲提升年行动: behind a subject only what campaigns are called is told from what somebody does.
    var campaign: Int?
    var start = head.start
    let limit = max(floor, head.start - Self.reach)
    while start >= limit {
      if let edge = edge(at: start, limit: floor),
        isOpening(start, edge, before: head.start),
        start < head.start || edge == .verb
      {
        if edge == .verb { campaign = start }
        best = (start, edge)
      }
      guard start > limit, ScalarKind.isNamePart(text[start - 1]), !isStop(start - 1) else { break }
      start -= 1
    }
    guard var (start, edge) = best else { return nil }
    if let number = seriesStart(Span(start, head.start)) {
      let span = Span(number, head.end)
      guard span.count >= 4 else { return nil }
      return ProgramCandidate(
        span: span, inner: nil, hasCategory: true, rule: "program.numbered-series", confidence: 0.8)
    }
    if edge == .open || edge == .manner, let verb = campaign,
      isCampaign(Span(verb, head.start)) || isDone(by: start, verb: verb, before: head.start)
    {
      (start, edge) = (verb, .verb)
    }
    var isCountrys = false
    if let lead = words.levelLead.longestMatch(in: text, at: start, limit: head.start) {
      isCountrys = text[start] == "国"
      // 国家监察体制改革: a field of the state's work.
      if isCountrys, text.string(head) == "改革" { return nil }
      start = lead.end
      if edge == .open { edge = .manner }
    }
    start = behindYear(start, before: head.start)
    let own = Span(start, head.start)
    guard own.count >= 2, !words.generic.contains(text[Span(start, head.end)]) else { return nil }
    if edge == .list, floor != start - 1 { return nil }
    if edge == .open || edge == .manner, isNamedCampaign(own, head: text.string(head)) { edge = .verb }
    guard edge == .verb || edge == .list, isOwnName(own, head: text.string(head)) else { return nil }
    return ProgramCandidate(
      span: Span(start, head.end), inner: nil, hasCategory: true,
      rule: isCountrys ? "program.country-strategy" : "program.verb-and-category", confidence: 0.65)
  }

  /// 组织好2019年|甲百日会战: the year is no part of the name.
  private func behindYear(_ start: Int, before end: Int) -> Int {
    let text = context.folded
    guard start + 5 < end, text[start + 4] == "年", (start..<start + 4).allSatisfy({ ScalarKind.isDigit(text[$0]) })
    else { return start }
    return start + (text[start + 5] == "度" ? 6 : 5)
  }

  private func edge(at position: Int, limit: Int) -> Edge? {
    let text = context.folded
    guard position > limit else { return .open }
    if words.pursue.longestMatch(in: text, endingAt: position, limit: limit) != nil,
      context.words.boundaryExcess(at: position) <= Self.boundarySlack
    {
      return .verb
    }
    if words.manner.longestMatch(in: text, endingAt: position, limit: limit) != nil { return .manner }
    let before = text[position - 1]
    if before == "、" || position - 1 == limit && "和与及".unicodeScalars.contains(before) { return .list }
    return ScalarKind.isNamePart(before) && !isStop(position - 1) ? nil : .open
  }

  /// Whether no name holds the scalar at a position: 项 of 一项, not of 项目; 日 of 一日, not of 百日.
  private func isStop(_ position: Int) -> Bool {
    let text = context.folded
    guard words.stop.contains(text[position]) else { return false }
    // 家 of 国家
    if text[position] == "家", position > 0, text[position - 1] == "国" { return false }
    if text[position] == "项" { return position + 1 >= text.count || text[position + 1] != "目" }
    return text[position] != "日" || position == 0 || text[position - 1] != "百"
  }

  /// Where 五大 of 五大提升行动 starts.
  private func seriesStart(_ span: Span) -> Int? {
    let text = context.folded
    guard span.count >= 2 else { return nil }
    for position in stride(from: span.end - 1, to: span.start, by: -1)
    where text[position] == "大" && ScalarKind.isNumeral(text[position - 1]) {
      var start = position - 1
      while start > span.start, ScalarKind.isNumeral(text[start - 1]) { start -= 1 }
      return start
    }
    return nil
  }

  private func isOwnName(_ own: Span, head: String) -> Bool {
    let text = context.folded
    switch head {
    case "工程":
      if words.campaign.longestMatch(in: text, endingAt: own.end, limit: own.start) != nil { return own.count >= 2 }
      return words.construct.longestMatch(in: text, endingAt: own.end, limit: own.start) == nil && own.count >= 4
    case "改革": return own.count >= 4
    case "计划", "行动计划": return own.count >= 3
    default: return own.count >= 2
    }
  }
}
