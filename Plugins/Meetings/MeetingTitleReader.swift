import Extraction
import GraphModel

/// Finds the titles of meetings: looks for the word that tells the kind, then for the left edge of the title.
struct MeetingTitleReader {
  let words: MeetingWords
  let text: ScalarText
  private let structure: TextStructure
  /// Start of the quotation or bracket that closes before a position.
  let openings: [Int: Int]
  /// Ends of people's names: no title reaches over one.
  let names: Set<Int>
  /// The longest title looked for, in scalars.
  static let reach = 64
  private static let brackets: ScalarSet = "()（）\n"
  static let marks: ScalarSet = ",，。;；:：!！?？\n"
  /// What a congress or a session begins with: 党, 第, a numeral.
  private static let numbered: ScalarSet = "党第0123456789零〇一二两三四五六七八九十百"

  private let trace: ExtractionTrace?
  /// Names of regions: 和 in 泰和县 joins nothing.
  let places: SpanSet
  let placeStarts: Set<Int>
  /// Names of bodies and companies: 会议 in 甲会议展览公司 is no meeting.
  let bodies: SpanSet
  let lattice: WordLattice

  init(
    words: MeetingWords, text: ScalarText, structure: TextStructure, lattice: WordLattice, people: [Span] = [],
    regions: [Span] = [], bodies: [Span] = [], trace: ExtractionTrace? = nil
  ) {
    self.lattice = lattice
    var insides = SpanSet(count: text.count)
    for body in bodies { insides.insert(body) }
    self.bodies = insides
    placeStarts = Set(regions.map(\.start))
    var places = SpanSet(count: text.count)
    for region in regions { places.insert(region) }
    self.places = places
    self.words = words
    self.trace = trace
    names = Set(people.map(\.end))
    self.text = text
    self.structure = structure
    var openings: [Int: Int] = [:]
    for quotation in structure.quotations where quotation.outer.count <= 40 {
      openings[quotation.outer.end] = quotation.outer.start
    }
    var open: Int?
    var next = 0
    while let index = Self.brackets.first(in: text, from: next) {
      next = index + 1
      let scalar = text[index]
      if scalar == "(" || scalar == "（" { open = index }
      if scalar == ")" || scalar == "）", let start = open {
        // (记者 甲某 乙某) is no part of a title.
        if index - start <= 16, !text[Span(start, index)].contains(" "),
          words.credit.longestMatch(in: text, at: start + 1) == nil
        {
          openings[index + 1] = start
        }
        open = nil
      }
      if scalar == "\n" { open = nil }
    }
    self.openings = openings
  }

  /// The titles in order of their place.
  func read() -> [MeetingTitle] {
    var titles: [MeetingTitle] = []
    var position = 0
    let congresses = PartyCongressReader(text: text)
    var nextHead = words.anyHead.firstMatch(in: text, from: 0)?.span
    var nextNumber = Self.numbered.first(in: text, from: 0)
    var open = openHeads()[...]
    while true {
      if let head = nextHead, head.start < position {
        nextHead = words.anyHead.firstMatch(in: text, from: position)?.span
      }
      if let number = nextNumber, number < position { nextNumber = Self.numbered.first(in: text, from: position) }
      while let first = open.first, first.start < position { open.removeFirst() }
      position = min(nextHead?.start ?? text.count, nextNumber ?? text.count, open.first?.start ?? text.count)
      guard position < text.count else { break }
      if position == nextNumber, let found = congresses.titles(at: position), let last = found.last {
        titles += found
        position = last.span.end
        continue
      }
      if let end = sessionEnd(at: position) ?? (nextHead?.start == position ? nextHead?.end : nil)
        ?? (open.first?.start == position ? open.first?.end : nil)
      {
        let head = Span(quoteStart(Span(position, end)), end)
        if let last = titles.last, let whole = heldFor(last, head: head) {
          titles[titles.count - 1] = whole
          position = end
          continue
        }
        let floor = self.floor(titles, before: head)
        if var title = title(head: head, floor: floor) {
          // 第七届…博览会开幕式暨…论坛, 中秋恳亲大会招商引资恳谈会: the part of one event and what is held with it are one title.
          if let last = titles.last, last.span.end == title.span.start, !last.isCited,
            !title.own.isEmpty || words.partHead.longestMatch(in: text, at: title.span.start) == nil
          {
            title.span.start = last.span.start
            title.edge = last.edge
            title.isKindOnly = title.isKindOnly && last.isKindOnly
            title.isConvened = title.isConvened || last.isConvened
          }
          // 举行甲洽谈会及乙推介会: held as one.
          if let last = titles.last, last.span.end + 1 == title.span.start, text[last.span.end] == "及",
            last.edge == .verb, last.isConvened, !last.isKindOnly, !title.isCited, !title.isKindOnly
          {
            title.span.start = last.span.start
            title.edge = .verb
            title.isConvened = true
          }
          if let last = titles.last, title.span.start <= last.span.start, !last.isCited { titles.removeLast() }
          titles += sessions(in: title)
        }
        position = end
      } else {
        position += 1
      }
    }
    convenesRows(&titles)
    return titles.isEmpty ? ceremonies() : titles
  }

  /// 今天,全县30个项目集中开工,甲某出席并讲话: what is held, where no title of the text says so.
  private func ceremonies() -> [MeetingTitle] {
    guard let head = words.ceremony.firstMatch(in: text, from: 0)?.span, var title = title(head: head, floor: 0) else {
      return []
    }
    title.isConvened = !title.isCited
    return [title]
  }

  /// 甲博览会新闻发布会, 乙签约仪式调度会, 丙第五次会议筹备工作会议: a title that ends with another one's name and what is held for that.
  private func heldFor(_ title: MeetingTitle, head: Span) -> MeetingTitle? {
    let limit = head.start > title.span.end ? head.start : text.count
    guard let purpose = words.heldFor.longestMatch(in: text, at: title.span.end, limit: limit),
      title.edge == .verb || !title.isCited,
      head.start == title.span.end && purpose.end < head.end || head.start == purpose.end,
      words.afterHeadBar.longestMatch(in: text, at: head.end) == nil
    else { return nil }
    var whole = title
    whole.span.end = head.end
    whole.head = head
    whole.isConvened = title.edge == .verb && title.isConvened || isConvened(after: head.end)
    whole.isCited = cited(after: head.end)
    whole.isKindOnly = false
    whole.composed = nil
    return whole
  }

  /// Where a title may start: behind the one before, except where 暨 joins the two.
  private func floor(_ titles: [MeetingTitle], before head: Span) -> Int {
    for title in titles.reversed() {
      let end = title.span.end
      let isJoined = text[end] == "暨" || text[end] == "\n" && end + 1 < text.count && text[end + 1] == "暨"
      // 学习贯彻…全会精神宣讲会: the cited title is part of this one.
      let isPart = title.isCited && head.start - title.span.end < 40
      if !isJoined, !isPart || head.start - title.span.start > Self.reach { return title.span.end }
    }
    return 0
  }

  private func lost(_ span: Span, _ reason: LossReason) -> MeetingTitle? {
    trace?.lost("Meeting", at: span, rule: "meeting.title", reason)
    return nil
  }

  private func title(head: Span, floor: Int) -> MeetingTitle? {
    var head = head
    var end = head.end
    if let reason = refusal(ofHead: head) { return lost(head, reason) }
    // A head inside quotation marks that close behind it: 政企“早餐会”举行.
    if let start = openings[end + 1], end < text.count, start < head.start, head.start - start <= 3,
      text[end] == "”" || text[end] == "’" || text[end] == "」"
    {
      head = Span(start, end + 1)
      end += 1
      if words.afterHeadBar.longestMatch(in: text, at: end) != nil { return lost(head, .otherKind) }
    }
    // 会议(扩大)
    let bracket: ScalarText = "(扩大)"
    if end + 4 <= text.count, text[Span(end, end + 4)].elementsEqual(bracket.scalars) { end += 4 }
    let (start:edgeStart, edge:edgeFound, isAwaited:isAwaited) = edge(of: head, floor: floor)
    var start = edgeStart
    var edge = edgeFound
    if start >= 2, text[start - 2] == "党", text[start - 1] == "的" { start -= 2 }
    if edge == .mark, isQuotedWhole(start, end), words.convene.longestMatch(in: text, endingAt: start - 1) != nil {
      edge = .verb
    }
    let pointsBack = edge == .determiner && words.back.longestMatch(in: text, endingAt: start) != nil
    let isCited = isAwaited || cited(after: end)
    start = trimmed(start, to: head.start, edge: &edge, isCited: isCited)
    // 召开我市推进会: the pronoun stands between.
    let isOwn = start > 2 && text[start - 2] == "我" && "省市县区州旗镇乡".unicodeScalars.contains(text[start - 1])
    let before =
      convenes(before: start, edge: edge) || isOwn && convenes(before: start - 2, edge: .verb)
      || isGathered(before: start, edge: edge)
    let isConvened = !isAwaited && (before || self.isConvened(after: end) || isMinutesTitle(endingAt: end))
    let own = Span(start, head.start)
    let kindOnly =
      isKindOnly(own) && !hasOrdinal(head) && !isSpeechTitle(end)
      && !(isCited && isCitedOfLevel(Span(start, end), own: own))
    if kindOnly, isAttended(before: start, edge: edge) { edge = .verb }
    let candidate = TitleCandidate(
      own: own, head: head, end: end, edge: edge, isConvened: isConvened, isCited: isCited, pointsBack: pointsBack,
      isKindOnly: kindOnly)
    if let reason = refusal(of: candidate) { return lost(Span(start, end), reason) }
    var title = MeetingTitle(
      span: Span(start, end), head: head, edge: edge, isConvened: isConvened, isCited: isCited, isKindOnly: kindOnly)
    title.pointsBack = pointsBack
    // 省委召开的座谈会, 在深圳召开的“甲县…恳谈会”
    let particle = isQuotedWhole(start, end) ? start - 2 : start - 1
    if edge == .function || edge == .mark, particle > 0, text[particle] == "的" {
      title.isRecalled = words.convening.longestMatch(in: text, endingAt: particle) != nil
    }
    if edge == .levels {
      let levels = sharedLevels(before: start)
      // 省、市…推进会召开: convened as one by the levels together; else each has its own.
      if isConvened, let first = levels.first, levels.allSatisfy({ $0.count == 1 }) {
        title.span.start = first.start
      } else {
        title.sharedLevels = levels
      }
    }
    if text[title.span].contains("\n") {
      title.composed = ScalarText(text[title.span].filter { $0 != "\n" }).description
    }
    if isConvened, edge == .verb, let body = convenerOfSession(before: start), isBareSession(own, head) {
      title.composed = text.string(body) + text.string(title.span)
    }
    return title
  }

  func isTitlePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
      || ("A"..."Z").contains(scalar)
      || scalar == "/" || scalar == "×" || scalar == "·" || scalar == "+" || scalar == "-" || scalar == "."
      || scalar == "—" || scalar == "–"
  }

  /// The left edge of a title that ends with a head, and whether the title is only awaited (为迎接…胜利召开).
  private func edge(of head: Span, floor: Int) -> (start: Int, edge: MeetingTitle.Edge, isAwaited: Bool) {
    var search = TitleEdgeSearch(self, head: head, floor: floor)
    let (best, lost) = search.best()
    if let trace {
      for candidate in lost {
        trace.lost(
          "Meeting", at: Span(candidate.position, head.end), rule: "meeting.title-edge", .dearer,
          score: candidate.evidence.rawValue, limit: best.evidence.rawValue)
      }
    }
    return (best.position, best.edge, best.evidence == .awaited)
  }

  private func sharedLevels(before start: Int) -> [Span] {
    var levels: [Span] = []
    var end = start
    while end > 0, "、和与及".unicodeScalars.contains(text[end - 1]),
      let level = words.coordinated.longestMatch(in: text, endingAt: end - 1)
    {
      levels.append(Span(level.start, end - 1))
      end = level.start
    }
    return levels.reversed()
  }

  func cited(after end: Int) -> Bool {
    words.citedAfter.longestMatch(in: text, at: end) != nil || isNamedBySpirit(before: end) || isBeforeNumber(end)
  }

  /// 市政协三届四次会议第163号提案: the meeting at which something with a number was moved.
  private func isBeforeNumber(_ end: Int) -> Bool {
    guard end + 3 < text.count, text[end] == "第" else { return false }
    var position = end + 1
    while position < text.count, position - end < 10, text[position] == " " || ChineseNumeral.isOrdinal(text[position])
    {
      position += 1
    }
    return position < text.count && text[position] == "号"
  }

  /// Whether 精神 stands behind a title, or behind a later one of its row: 全国教育大会、全省教育大会精神.
  func isNamedBySpirit(before end: Int) -> Bool {
    var position = end
    while position + 1 < text.count, position - end < 60 {
      if text[position] == "精", text[position + 1] == "神" {
        return position == end || "会议)".unicodeScalars.contains(text[position - 1])
      }
      let isRow = position > end || "、和及以".unicodeScalars.contains(text[position])
      guard isRow, text[position] == "、" || isTitlePart(text[position]) else { return false }
      position += 1
    }
    return false
  }

  /// Whether the verb that convenes stands behind the title, a place and a short time between them.
  func isConvened(after end: Int) -> Bool { conveningVerb(after: end) != nil }

  /// The verb of convening behind a title.
  func conveningVerb(after end: Int) -> Span? {
    var position = end
    if position < text.count, text[position] == "”" || text[position] == "》" { position += 1 }
    position = behindBracket(position)
    let end = position
    let limit = min(text.count, end + 40)
    while position < limit {
      if let verb = words.conveneAfter.longestMatch(in: text, at: position) {
        // 全省会议召开后: only when something else took place.
        if words.conveneBar.longestMatch(in: text, at: verb.end) != nil { return nil }
        return Span(position, verb.end)
      }
      let scalar = text[position]
      // 3月4日下午3:00在…开幕
      if scalar == ":", text[position - 1].isLatinOrDigit {
        position += 1
        continue
      }
      // 在美丽的海滨城市举行
      if scalar == "的", text[end] == "在", position - end <= 5 {
        position += 1
        continue
      }
      if Self.marks.contains(scalar) || scalar == "、" || scalar == "的" || scalar == "”" { return nil }
      // 将于3月在…开幕: it is still to come.
      if position == end, words.planned.longestMatch(in: text, at: position) != nil { return nil }
      if position == end, !Self.beforeVerb.contains(scalar),
        words.time.longestMatch(in: text, endingAt: min(position + 2, text.count), limit: position) == nil
      {
        return nil
      }
      position += 1
    }
    return nil
  }

  /// Behind a bracket that opens at a position and says what the meeting is called for short.
  private func behindBracket(_ start: Int) -> Int {
    guard start < text.count, text[start] == "(",
      let close = (start..<min(text.count, start + 24)).first(where: { text[$0] == ")" }),
      (start..<close).contains(where: { words.alias.longestMatch(in: text, endingAt: $0) != nil })
    else { return start }
    return close + 1
  }

  private static let beforeVerb: ScalarSet = "由在于将昨今隆顺胜圆如召举开闭启落拉正()（）0123456789上下成视现日一月二三"

  private func convenes(before start: Int, edge: MeetingTitle.Edge) -> Bool {
    guard edge == .verb || edge == .determiner else { return false }
    if let verb = words.convening.longestMatch(in: text, endingAt: start) {
      return words.planning.longestMatch(in: text, endingAt: verb.start) == nil && !isPlanned(before: verb.start)
    }
    return isQuotedWhole(start, nil) && words.convening.longestMatch(in: text, endingAt: start - 1) != nil
  }

  /// 拟于年底前举行…签约仪式: a word of planning at some distance before the verb.
  private func isPlanned(before verb: Int) -> Bool {
    var clause = verb
    while clause > 0, verb - clause < 16, !Self.marks.contains(text[clause - 1]) { clause -= 1 }
    return words.planned.occurs(in: text, Span(clause, verb))
  }

  /// 出席了昨日的奠基仪式: a day between the verb of being there and the kind.
  private func isAttended(before start: Int, edge: MeetingTitle.Edge) -> Bool {
    guard edge == .function || edge == .time, start > 3 else { return false }
    var position = text[start - 1] == "的" ? start - 1 : start
    while let time = words.time.longestMatch(in: text, endingAt: position) { position = time.start }
    guard position < start, position > 2 else { return false }
    if isBehindAttending(position) { return true }
    // 出席了甲公司与乙园区的签约仪式
    guard edge == .function, position < start else { return false }
    let floor = max(2, position - Self.reachOfVerb)
    while position > floor, !Self.marks.contains(text[position - 1]) {
      position -= 1
      if isBehindAttending(position) { return true }
    }
    return false
  }

  /// How far a verb of being there stands before the 的 of what is attended, in scalars.
  private static let reachOfVerb = 48

  private func isBehindAttending(_ position: Int) -> Bool {
    let end = text[position - 1] == "了" ? position - 1 : position
    return words.attendingEnding.longestMatch(in: text, endingAt: end) != nil
  }

  /// Whether a title fills a quotation: 召开“甲镇…推进会”.
  private func isQuotedWhole(_ start: Int, _ end: Int?) -> Bool {
    guard start > 0, text[start - 1] == "“" || text[start - 1] == "《" else { return false }
    guard let end else { return true }
    return end < text.count && (text[end] == "”" || text[end] == "》")
  }

  /// 召开由全体包村干部参加的…推进会, 举行以…为主题的…论坛: the verb stands before the words that 的 ends.
  func isGathered(before start: Int, edge: MeetingTitle.Edge) -> Bool {
    guard edge == .function, start > 1, text[start - 1] == "的" else { return false }
    var clause = start - 1
    while clause > 0, start - clause < 60, !Self.marks.contains(text[clause - 1]) {
      clause -= 1
      if text[clause] == "由" || text[clause] == "以" || text[clause] == "有",
        words.convening.longestMatch(in: text, endingAt: clause) != nil
      {
        return true
      }
    }
    return false
  }

  /// 在…会上的讲话: the meeting of a speech is named by its title, however plain.
  func isSpeechTitle(_ end: Int) -> Bool {
    guard end + 3 < text.count, text[end] == "上", text[end + 1] == "的" else { return false }
    let word = text.string(Span(end + 2, end + 4))
    return word == "讲话" || word == "发言" || word == "致辞" || word == "汇报"
  }

  private func trimmed(_ start: Int, to end: Int, edge: inout MeetingTitle.Edge, isCited: Bool) -> Int {
    var start = start
    // 3、招商推介会: the number of a list.
    var number = start
    while number < end, ("0"..."9").contains(text[number]) { number += 1 }
    if number > start, number < end, text[number] == "、" { start = number + 1 }
    // 我|市承接…推介会: the level word goes with its pronoun.
    if start > 0, start < end, text[start - 1] == "我",
      words.coordinated.longestMatch(in: text, endingAt: start + 1) != nil || text[start] == "国"
    {
      start += 1
    }
    // 经省政府第80次常务会议研究
    if start + 1 < end, text[start] == "经",
      placeStarts.contains(start + 1) || words.level.longestMatch(in: text, at: start + 1, limit: end) != nil
    {
      start += 1
    }
    // 今年以|来…例会, 组织好|…活动: the end of the word before.
    if start > 0, start < end,
      text[start] == "来" && text[start - 1] == "以"
        || text[start] == "好" && "织办开抓备".unicodeScalars.contains(text[start - 1])
    {
      start += 1
    }
    while start < end, let match = words.trim.longestMatch(in: text, at: start, limit: end) {
      if isJoined(match.end, end) { break }
      // 在|和顺县…会议: the character begins a region's name.
      if match.end == start + 1, places.covers(start) { break }
      start = match.end
    }
    return start
  }

  /// Whether cutting at a position would cut a word of the title: 集中签约, 组织工作会议, 现场推进会.
  private func isJoined(_ position: Int, _ end: Int) -> Bool {
    position >= end || words.joining.longestMatch(in: text, at: position) != nil
  }

  func isLevelOnly(_ own: Span) -> Bool {
    own.isEmpty || words.bodyOnly.contains(text[own])
      || words.level.longestMatch(in: text, at: own.start, limit: own.end)?.end == own.end
  }

  func hasOrdinal(_ own: Span) -> Bool {
    text[own].contains { $0 == "届" || $0 == "次" || $0 == "第" }
  }

  func isKindOnly(_ own: Span) -> Bool {
    var position = own.start
    if let level = words.level.longestMatch(in: text, at: position, limit: own.end),
      "全".unicodeScalars.contains(text[position])
    {
      position = level.end
      if position == own.end { return true }
    }
    while position < own.end {
      guard let part = words.kindPart.longestMatch(in: text, at: position, limit: own.end) else { return false }
      position = part.end
    }
    return true
  }

  /// Whether the clause before a title says that such meetings are held again and again, or should be.
  func isFrequent(before start: Int) -> Bool {
    var clause = start
    while clause > 0, start - clause < 20, !Self.marks.contains(text[clause - 1]) { clause -= 1 }
    // 十二届五次会议以及甲会议: the number of a session counts nothing.
    if let term = text[Span(clause, start)].lastIndex(of: "届") { clause = min(start, term + 4) }
    return words.frequency.occurs(in: text, Span(clause, start))
  }
}
