import Extraction
import GraphModel

/// Looks for the left edge of a meeting's title: walks to the left from the word that tells the kind, notes where the title may
/// begin and what speaks for it, and weighs these candidates.
struct TitleEdgeSearch {
  /// What speaks for a place as a title's beginning, and how much. A verb that convenes outweighs all but itself; what is
  /// quoted or awaited begins behind the verb that says so, unless the title is convened; a mark, a function word, a pronoun
  /// or a time word is where the walk had to end; the last member of a list is the weakest.
  enum Evidence: Int {
    /// Behind a verb of convening or attending.
    case verb = 100
    /// Behind such a verb, but beyond a pronoun or a particle inside the title.
    case verbBeyond = 98
    /// Behind a verb that awaits a meeting to come: 为迎接….
    case awaited = 97
    /// Behind a verb of quoting, of a title that is cited or not convened.
    case quoted = 95
    /// At a mark, with a place, a level or a number behind it, or with the title convened whole.
    case opened = 85
    /// Behind the 、 or 和 of a list.
    case joined = 80
    /// Where the walk ended.
    case ended = 70
    /// Behind a word that also quotes, of a title that is convened.
    case used = 0
  }

  /// A place where the title may begin.
  struct Candidate {
    var position: Int
    var edge: MeetingTitle.Edge
    var evidence: Evidence
  }

  let reader: MeetingTitleReader
  let head: Span
  private let limit: Int
  private var text: ScalarText { reader.text }
  private var words: MeetingWords { reader.words }
  /// Behind the nearest verb of quoting.
  private var quoting: Int?
  /// Whether that verb awaits what comes.
  private var isAwaiting = false
  /// Behind the nearest 、 or 和 that may be one of a list.
  private var list: Int?

  /// - Parameter floor: a position that the title does not cross.
  init(_ reader: MeetingTitleReader, head: Span, floor: Int) {
    self.reader = reader
    self.head = head
    limit = max(floor, head.start - MeetingTitleReader.reach)
  }

  /// The candidate for which most speaks, and those that lost to it.
  mutating func best() -> (Candidate, lost: [Candidate]) {
    let end = walk()
    var candidates = [end]
    if end.evidence == .verb || end.evidence == .verbBeyond { return (end, []) }
    let isGathered = reader.isGathered(before: end.position, edge: end.edge)
    if let quoting {
      let isQuoted = reader.cited(after: head.end) || !reader.isConvened(after: head.end)
      candidates.append(
        Candidate(
          position: quoting, edge: .soft,
          evidence: isGathered ? .used : isAwaiting ? .awaited : isQuoted ? .quoted : .used))
    }
    if let list { candidates.append(Candidate(position: list, edge: .mark, evidence: .joined)) }
    // Of equals the one further to the left.
    var best = 0
    for index in candidates.indices where candidates[index].evidence.rawValue > candidates[best].evidence.rawValue {
      best = index
    }
    let winner = candidates.remove(at: best)
    return (winner, candidates)
  }

  // MARK: Walking

  /// Whether a step goes on, or the title can reach no further.
  private enum Step {
    case on(Int)
    case edge(Candidate)
  }

  /// Walks to the left as far as a title can reach.
  private mutating func walk() -> Candidate {
    var position = head.start
    while position > limit {
      switch step(position) {
      case .on(let next): position = next
      case .edge(let candidate): return candidate
      }
    }
    return ended(at: position, .mark)
  }

  private mutating func step(_ position: Int) -> Step {
    if let opening = reader.openings[position], opening >= limit { return .on(opening) }
    let scalar = text[position - 1]
    // 甲局负责人参与|会议: being there, right before what only tells the kind.
    if words.takingPart.longestMatch(in: text, endingAt: position, limit: limit) != nil,
      reader.isKindOnly(Span(position, head.start))
    {
      return .edge(Candidate(position: position, edge: .verb, evidence: .verb))
    }
    switch scalar {
    case "、", "和", "与", "及", "暨": return joint(scalar, at: position)
    case "\n" where reader.isBroken(at: position - 1, head: head): return .on(position - 1)
    default: break
    }
    guard reader.isTitlePart(scalar) else { return .edge(ended(at: position, .mark)) }
    // 奋进的力量——第四届…颁奖典礼: the title proper begins behind the dash, where no quotation holds both.
    if scalar == "—", position > 1, text[position - 2] == "—", !isInsideQuotation(position) {
      return .edge(ended(at: position, .mark))
    }
    if position < head.start, reader.names.contains(position) { return .edge(ended(at: position, .mark)) }
    if scalar == "的", position > 1, text[position - 2] == "党" { return .on(position - 2) }
    // 专门开协调会: the short verb, right before what only tells the kind.
    if scalar == "开", position == head.start, "会议".unicodeScalars.contains(text[head.end - 1]),
      position < 2 || !"召公展离".unicodeScalars.contains(text[position - 2])
    {
      return .edge(Candidate(position: position, edge: .verb, evidence: .verb))
    }
    // 举行了: before the particle.
    if words.convene.longestMatch(in: text, endingAt: position, limit: limit) != nil,
      text[position] != "人" || "开行".unicodeScalars.contains(scalar), !isAnniversary(position)
    {
      return .edge(Candidate(position: position, edge: .verb, evidence: .verb))
    }
    // 如东县, 于都县: the character begins or ends a region's name.
    if words.stop.contains(scalar), isInsidePlace(position - 1) { return .on(position - 1) }
    // 第九届甲其乙论坛: so close behind the number the character is a piece of a name.
    if words.stop.contains(scalar), isBehindTerm(position - 1) { return .on(position - 1) }
    if words.stop.contains(scalar) {
      return isInsideWord(position - 1) ? .on(position - 1) : .edge(stopped(at: position, scalar))
    }
    if position < head.start, words.dateline.longestMatch(in: text, endingAt: position, limit: limit) != nil {
      return .edge(ended(at: position, .mark))
    }
    if let word = words.determiner.longestMatch(in: text, endingAt: position, limit: limit), !isCounted(position),
      !isSeries(word.start)
    {
      return .edge(ended(at: position, .determiner))
    }
    if let time = words.time.longestMatch(in: text, endingAt: position, limit: limit),
      !isWord(endingWithTime: time.start, position)
    {
      // 甲会议暨今年第三次例会: the time stands inside what 暨 joins.
      if time.start > limit, text[time.start - 1] == "暨" { return .on(time.start) }
      return .edge(Candidate(position: position, edge: .time, evidence: .opened))
    }
    if quoting == nil, let word = words.soft.longestMatch(in: text, endingAt: position, limit: limit),
      position - word.start > 1 || !isInsidePlace(word.start),
      !isInsideQuotingWord(word.start, position)
    {
      quoting = position
      isAwaiting = words.awaiting.longestMatch(in: text, endingAt: position, limit: limit) != nil
    }
    return .on(position - 1)
  }

  /// What a walk meets at 、 and 和: the end of another title, a level word of a coordination, or perhaps the member of a list.
  private mutating func joint(_ scalar: Unicode.Scalar, at position: Int) -> Step {
    if scalar != "、", reader.places.covers(position - 1) { return .on(position - 1) }
    // 理、监事会
    if scalar == "暨" || scalar == "、" && position > 1 && text[position - 2] == "理" && text[position] == "监" {
      return .on(position - 1)
    }
    let isTitle =
      scalar == "、"
      ? words.headEnding.longestMatch(in: text, endingAt: position - 1, limit: limit) != nil
      : endsTitle(at: position - 1)
    if isTitle {
      // 甲会、乙与丙会: behind 、 the next title begins, whatever it joins.
      let candidate = ended(at: position, .list)
      guard scalar == "、", candidate.evidence == .ended else { return .edge(candidate) }
      return .edge(Candidate(position: position, edge: .list, evidence: .opened))
    }
    if isLevel(endingAt: position - 1) {
      return .edge(Candidate(position: position, edge: .levels, evidence: .opened))
    }
    // 汇报了招商工作、市委八届四次全会, 发展形势和市委八届四次全会: a session begins with whose it is.
    if opensSession(position) { return .edge(ended(at: position, .list)) }
    // …重要讲话精神和省委十三届九次全会: what follows begins a title of its own.
    if endsCited(at: position - 1), isOpener(position) { return .edge(ended(at: position, .list)) }
    if list == nil { list = position }
    return .on(position - 1)
  }

  /// The candidate at a function word, or the one behind the verb beyond it.
  private func stopped(at position: Int, _ scalar: Unicode.Scalar) -> Candidate {
    var beyond: Int?
    // 召开调研我市集聚区发展情况座谈会: the pronoun stands inside the title.
    if scalar == "我" { beyond = startBeyondPronoun(position - 1) }
    // 甲公司向乙县捐赠物资仪式
    if scalar == "向", text[Span(position, head.start)].contains(where: { "捐赠".unicodeScalars.contains($0) }) {
      return Candidate(position: giverStart(position - 1), edge: .mark, evidence: .opened)
    }
    // 举行关于甲项目的合作协议签约仪式
    if scalar == "的" { beyond = subjectStart(position - 1) ?? studyStart(position - 1) }
    if let beyond { return Candidate(position: beyond, edge: .verb, evidence: .verbBeyond) }
    return ended(at: position, .function)
  }

  private func ended(at position: Int, _ edge: MeetingTitle.Edge) -> Candidate {
    // 甲县与乙公司、丙公司签约仪式在…举行: what is convened behind runs from mark to mark.
    // 在甲工作和乙工作部署会议上的讲话: what 在 opens runs to 上.
    let isSaid =
      edge == .function && text[position - 1] == "在" && head.end < text.count && text[head.end] == "上"
    // 举行“甲说明会暨乙交易会签约仪式”: from quotation mark to quotation mark.
    let isQuoted = position > 0 && text[position - 1] == "“" && head.end < text.count && text[head.end] == "”"
    let isWhole = isSaid || isQuoted || edge == .mark && list != nil && reader.isConvened(after: head.end)
    return Candidate(position: position, edge: edge, evidence: isWhole || isOpener(position) ? .opened : .ended)
  }

  // MARK: What stands at a place

  /// 纪念…召开30周年大会: the verb tells what is commemorated.
  private func isAnniversary(_ start: Int) -> Bool {
    var position = start
    while position < text.count, position - start < 5, ChineseNumeral.isOrdinal(text[position]) { position += 1 }
    return position > start && position + 1 < text.count && text[position] == "周" && text[position + 1] == "年"
  }

  private func isInsidePlace(_ position: Int) -> Bool { (reader.places.span(at: position)?.count ?? 0) > 1 }

  /// 市委八届四次…: a level word and the number of a term.
  private func opensSession(_ position: Int) -> Bool {
    guard let level = words.level.longestMatch(in: text, at: position) else { return false }
    // 区第九次党代会
    if level.end - position == 1 {
      return level.end + 1 < text.count && text[level.end] == "第" && ChineseNumeral.isOrdinal(text[level.end + 1])
    }
    return text[Span(level.end, max(level.end, head.start))].prefix(4).contains("届")
  }

  /// Whether a character that mostly is a word by itself is a piece of a longer one: 在 of 在建, 使 of 大使.
  private func isInsideWord(_ position: Int) -> Bool {
    guard words.stopInside.contains(text[position]) else { return false }
    if words.stopWord.longestMatch(in: text, at: position) != nil { return true }
    let token = reader.lattice.token(at: position)
    guard token.span.count >= 2, token.wordClass != .unknown, token.span.end <= head.start else { return false }
    // 火把节, 大使; but not 现在, 沿着.
    return token.span.end > position + 1 || "把使让向并到".unicodeScalars.contains(text[position])
  }

  private func isBehindTerm(_ position: Int) -> Bool {
    guard text[position] != "的" else { return false }
    var index = position
    while index > limit, position - index < 4, text[index - 1].isHan, !words.stop.contains(text[index - 1]) {
      index -= 1
      if text[index] == "届" { return index > limit && ChineseNumeral.isOrdinal(text[index - 1]) }
    }
    return false
  }

  private func isInsideQuotation(_ position: Int) -> Bool {
    var index = position
    while index > 0, position - index < 30, !MeetingTitleReader.marks.contains(text[index - 1]) {
      index -= 1
      if text[index] == "”" || text[index] == "》" { return false }
      if text[index] == "“" || text[index] == "《" { return true }
    }
    return false
  }

  /// Whether a verb of quoting is the middle of other words: 自 in 自治区, 体会 in 全体会议.
  private func isInsideQuotingWord(_ start: Int, _ end: Int) -> Bool {
    if text[end - 1] == "自", end < text.count, text[end] == "治" { return true }
    if start > 0, text[start - 1] == "全", text[start] == "体" { return true }
    return words.softNot.longestMatch(in: text, at: start).map { $0.end > end } ?? false
  }

  /// Whether a match of a time word is the end of a longer word (日 of 生日, 晚 of 春晚).
  private func isWord(endingWithTime start: Int, _ end: Int) -> Bool {
    guard end - start == 1 else { return false }
    let word = text[start]
    guard word == "日" || word == "号" || word == "时" || word == "点" || word == "分" else { return false }
    guard start > 0, ChineseNumeral.isOrdinal(text[start - 1]) else { return true }
    if ("0"..."9").contains(text[start - 1]) { return false }
    // 三月四日, but not 百日会战.
    var number = start
    while number > 0, ChineseNumeral.isOrdinal(text[number - 1]) { number -= 1 }
    return number == 0 || text[number - 1] != "月"
  }

  private func isCounted(_ position: Int) -> Bool {
    // 第一次, 2021年第三场: numbers belong to the title.
    var index = position - 1
    while index > 0, "次届场个批期".unicodeScalars.contains(text[index]) || ChineseNumeral.isOrdinal(text[index]) {
      // 十四届一次会议
      if text[index] == "届", index < position - 1 { return true }
      index -= 1
    }
    return text[index] == "第"
  }

  /// 文化旅游|系列活动: what is a series is told before it, so that the word belongs to the title.
  private func isSeries(_ start: Int) -> Bool {
    // 甲大会系列活动乙市推介会: another title begins behind the series.
    guard text[start] == "系", start > limit, head.start - start <= 4 else { return false }
    return text[start - 1].isHan && reader.isTitlePart(text[start - 1]) && !words.stop.contains(text[start - 1])
      || text[start - 1] == "”"
  }

  private func isOpener(_ position: Int) -> Bool {
    if words.level.longestMatch(in: text, at: position) != nil || reader.placeStarts.contains(position) { return true }
    guard position < text.count else { return false }
    return text[position] == "第" || ("0"..."9").contains(text[position]) || text[position] == "“"
  }

  private func isLevel(endingAt end: Int) -> Bool {
    guard let level = words.coordinated.longestMatch(in: text, endingAt: end) else { return false }
    guard level.start > 0 else { return true }
    let before = text[level.start - 1]
    return !reader.isTitlePart(before) || words.stop.contains(before) || before == "和" || before == "与"
      || before == "及" || words.soft.longestMatch(in: text, endingAt: level.start) != nil
      || words.convene.longestMatch(in: text, endingAt: level.start) != nil
      || words.time.longestMatch(in: text, endingAt: level.start) != nil
  }

  /// Whether a title, or a title with 精神, ends at a position.
  private func endsTitle(at end: Int) -> Bool {
    if words.headEnding.longestMatch(in: text, endingAt: end, limit: limit) != nil { return true }
    return end >= limit + 4 && text[end - 2] == "精" && text[end - 1] == "神"
      && words.headEnding.longestMatch(in: text, endingAt: end - 2, limit: limit) != nil
  }

  /// Whether what is cited besides a meeting ends at a position: 讲话精神, 指示.
  private func endsCited(at end: Int) -> Bool { words.citedEnding.longestMatch(in: text, endingAt: end) != nil }

  // MARK: Beyond a function word

  /// The start of a title that goes on to the left of 我市 as far as the verb that convenes it.
  private func startBeyondPronoun(_ pronoun: Int) -> Int? {
    var position = pronoun
    while position > limit, pronoun - position < 16, reader.isTitlePart(text[position - 1]),
      !words.stop.contains(text[position - 1])
    {
      if position < pronoun, words.convening.longestMatch(in: text, endingAt: position, limit: limit) != nil {
        return position
      }
      position -= 1
    }
    return nil
  }

  /// Where those begin who give something at a ceremony: behind a mark, a time, a verb of convening.
  private func giverStart(_ end: Int) -> Int {
    var position = end
    while position > limit, reader.isTitlePart(text[position - 1]), !words.stop.contains(text[position - 1]),
      words.convening.longestMatch(in: text, endingAt: position, limit: limit) == nil,
      words.time.longestMatch(in: text, endingAt: position, limit: limit) == nil
    {
      position -= 1
    }
    return position
  }

  /// The start of 学习…在甲大会上的讲话座谈会 behind the verb that convenes it, where 的 stands at a position.
  private func studyStart(_ particle: Int) -> Int? {
    var position = particle
    while position > max(2, head.start - MeetingTitleReader.reach),
      !MeetingTitleReader.marks.contains(text[position - 1])
    {
      position -= 1
      if words.passingOn.longestMatch(in: text, at: position) != nil,
        words.convening.longestMatch(in: text, endingAt: position) != nil
      {
        return position
      }
    }
    return nil
  }

  /// The start of what a convened meeting is about (关于…的), where 的 stands at a position.
  private func subjectStart(_ particle: Int) -> Int? {
    var position = particle
    while position > limit + 2, !MeetingTitleReader.marks.contains(text[position - 1]), text[position - 1] != "、" {
      position -= 1
      if text[position] == "关", text[position + 1] == "于" {
        var clause = position
        while clause > 0, position - clause < 24, !MeetingTitleReader.marks.contains(text[clause - 1]) {
          if words.convening.longestMatch(in: text, endingAt: clause) != nil { return position }
          clause -= 1
        }
        return nil
      }
    }
    return nil
  }
}
