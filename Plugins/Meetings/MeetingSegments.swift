import Extraction
import GraphModel

/// Says which meeting a place of the text is about: the reported one, or another that the text turns to.
struct MeetingSegments {
  private var turns: [(start: Int, end: Int, meeting: EntityID)] = []
  /// For each turn the last end of it and those before it, so that a look-up knows when to stop.
  private var lastEnds: [Int] = []
  private let reports: [(span: Span, meeting: EntityID?)]
  private let words: MeetingWords
  private var cited: [(span: Span, meeting: EntityID)] = []
  /// The titles of all meetings, in order.
  private var named: [(span: Span, meeting: EntityID)] = []
  /// Meetings without a name at which people talk: 座谈会.
  private var talks: Set<EntityID> = []
  /// Meetings at which people talk, with a name or without one.
  private var conversations: Set<EntityID> = []
  /// For a meeting the one that is held together with it, and where the text names both.
  private var joints: [EntityID: (meeting: EntityID, span: Span)] = [:]
  /// Meetings of an elected body, counted by its terms.
  private var sessions: Set<EntityID> = []

  /// - Parameters:
  ///   - reports: the reports of the page, each with the meeting that it reports.
  ///   - isSpeech: whether the document is a speech, in which other meetings are only looked back on.
  init(
    _ meetings: [Meeting], reports: [(Span, EntityID?)], words: MeetingWords, context: ExtractionContext, isSpeech: Bool
  ) {
    self.reports = reports.map { (span: $0.0, meeting: $0.1) }
    self.words = words
    var convened: [(span: Span, meeting: EntityID)] = []
    for meeting in meetings {
      guard let entity = meeting.entity else { continue }
      convened += meeting.titles.filter { $0.isConvened && reported(at: $0.span.start) == entity }.map {
        ($0.span, entity)
      }
    }
    convened.sort { $0.span < $1.span }
    for meeting in meetings {
      guard let entity = meeting.entity else { continue }
      named += meeting.titles.map { ($0.span, entity) }
      if meeting.forms.contains(where: { $0.ordinals.has("届") }) { sessions.insert(entity) }
      if meeting.titles.contains(where: { context.folded[$0.head].contains("谈") }) {
        conversations.insert(entity)
        if meeting.titles.allSatisfy(\.isKindOnly) { talks.insert(entity) }
      }
      for title in meeting.titles where reported(at: title.span.start) != entity {
        cited.append((title.span, entity))
        guard !isSpeech, title.isConvened, !title.isCited,
          let sentence = context.structure.sentence(at: title.span.start),
          let paragraph = context.structure.paragraph(at: title.span.start), sentence.start <= title.span.start,
          title.span.start - sentence.start <= 60,
          // 甲某通报情况,并举行颁奖仪式: held on the way.
          !isOnTheWay(context.folded, Span(sentence.start, title.span.start)),
          !isInRow(title.span, behind: convened, context.folded),
          // In somebody's words a meeting is only looked back on.
          !words.said.occurs(in: context.folded, Span(sentence.start, title.span.start))
        else { continue }
        let end = goesOn(meeting, paragraph, context) ? report(at: paragraph.start).end : paragraph.end
        let back = firstReported(in: Span(title.span.end, max(title.span.end, end)), convened, context) ?? end
        turns.append((sentence.start, back, entity))
      }
    }
    if convened.isEmpty { goFromSceneToScene(meetings, context) }
    join(meetings, context)
    cited.sort { $0.span < $1.span }
    named.sort { $0.span < $1.span }
    turns.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    var last = 0
    lastEnds = turns.map { turn in
      last = max(last, turn.end)
      return last
    }
  }

  /// 在甲仪式上,…。在乙座谈会上,…: where nothing is convened, the text stays at a meeting until another one's scene opens.
  private mutating func goFromSceneToScene(_ meetings: [Meeting], _ context: ExtractionContext) {
    let text = context.folded
    var scenes: [(start: Int, end: Int, meeting: EntityID)] = []
    for meeting in meetings {
      guard let entity = meeting.entity else { continue }
      for title in meeting.titles where !title.isCited && title.span.end + 1 < text.count {
        guard text[title.span.end] == "上", text[title.span.end + 1] == ",",
          let sentence = context.structure.sentence(at: title.span.start), sentence.start <= title.span.start,
          title.span.start - sentence.start <= 60,
          text[Span(sentence.start, title.span.start)].prefix(8).contains("在") || sentence.start == title.span.start
        else { continue }
        scenes.append((sentence.start, report(at: title.span.start).end, entity))
      }
    }
    guard scenes.contains(where: { reported(at: $0.start) == $0.meeting }) else { return }
    turns += scenes
  }

  /// 甲仪式及乙活动举行: pairs the reported meeting with the one that the sentence convenes together with it.
  private mutating func join(_ meetings: [Meeting], _ context: ExtractionContext) {
    let text = context.folded
    var titles: [(title: MeetingTitle, meeting: EntityID)] = []
    for meeting in meetings {
      guard let entity = meeting.entity else { continue }
      titles += meeting.titles.map { ($0, entity) }
    }
    titles.sort { $0.title.span < $1.title.span }
    func isJoined(_ index: Int) -> Bool {
      guard titles.indices.contains(index), titles.indices.contains(index + 1) else { return false }
      let gap = titles[index + 1].title.span.start - titles[index].title.span.end
      return (1...2).contains(gap)
        && words.joint.contains(text[Span(titles[index].title.span.end, titles[index + 1].title.span.start)])
    }
    for (index, (one, other)) in zip(titles, titles.dropFirst()).enumerated() where one.meeting != other.meeting {
      // 甲会、乙会和丙会: of a row nobody tells who was at which.
      guard isJoined(index), !isJoined(index - 1), !isJoined(index + 1),
        one.title.edge != .soft, one.title.edge != .determiner, !other.title.isCited, !one.title.isRecalled,
        // 甲会议召开: the verb stands before the first or behind the second.
        one.title.isConvened || other.title.isConvened,
        [one.meeting, other.meeting].contains(reported(at: one.title.span.start)),
        joints[one.meeting] == nil, joints[other.meeting] == nil,
        let sentence = context.structure.sentence(at: one.title.span.start), sentence.start <= one.title.span.start,
        !words.said.occurs(in: text, Span(sentence.start, one.title.span.start))
      else { continue }
      let span = Span(one.title.span.start, other.title.span.end)
      joints[one.meeting] = (other.meeting, span)
      joints[other.meeting] = (one.meeting, span)
    }
  }

  /// Whether what follows a paragraph is still about the meeting that it convenes: it begins with a time of its own.
  private func goesOn(_ meeting: Meeting, _ paragraph: Span, _ context: ExtractionContext) -> Bool {
    guard meeting.titles.allSatisfy(\.isKindOnly), let date = context.dates.mentions(in: paragraph).first,
      !date.isTerm, date.date.day != nil
    else { return false }
    return context.folded[Span(paragraph.start, date.span.start)].allSatisfy { !$0.isHan && !$0.isLatinOrDigit }
  }

  /// 甲大会、乙交易会和丙洽谈会在丁市开幕: the text goes on with the first of those that are convened together.
  private func isInRow(_ title: Span, behind convened: [(span: Span, meeting: EntityID)], _ text: ScalarText) -> Bool {
    let index = Self.first(in: convened, from: title.start)
    guard index > 0, title.start - convened[index - 1].span.end <= Self.longestRow else { return false }
    let gap = text[Span(convened[index - 1].span.end, max(title.start, convened[index - 1].span.end))]
    return gap.first.map("、和与及".unicodeScalars.contains) ?? false
      && !gap.contains { MeetingTitleReader.marks.contains($0) }
  }

  private static let longestRow = 60

  /// Where behind another meeting's title the text comes back to the reported one: 全省大会举行,随后我市召开….
  ///
  /// - Parameter convened: the titles that convene the reported meetings, in order.
  private func firstReported(
    in span: Span, _ convened: [(span: Span, meeting: EntityID)], _ context: ExtractionContext
  ) -> Int? {
    let text = context.folded
    let index = Self.first(in: convened, from: span.start)
    guard index < convened.count, span.contains(convened[index].span) else { return nil }
    var clause = convened[index].span.start
    while clause > span.start, !",。;\n".unicodeScalars.contains(text[clause - 1]) { clause -= 1 }
    return clause
  }

  private func report(at position: Int) -> Span {
    reports.last { $0.span.start <= position }?.span ?? Span(position, position)
  }

  private func isOnTheWay(_ text: ScalarText, _ span: Span) -> Bool {
    (text[span].contains(",") || words.ownPart.longestMatch(in: text, at: span.start, limit: span.end) != nil)
      && words.adding.longestMatch(in: text, endingAt: span.end, limit: span.start) != nil
  }

  /// The meeting that the report at a position is about.
  private func reported(at position: Int) -> EntityID? {
    guard reports.count > 1 else { return reports.first?.meeting }
    return reports.last { $0.span.start <= position }?.meeting
  }

  /// The meeting that a predicate at a position is about.
  func meeting(at position: Int) -> EntityID? {
    turn(at: position) ?? reported(at: position)
  }

  /// The meeting of the last turn that holds a position.
  private func turn(at position: Int) -> EntityID? {
    var low = 0
    var high = turns.count
    while low < high {
      let middle = (low + high) / 2
      if turns[middle].start <= position { low = middle + 1 } else { high = middle }
    }
    while low > 0, lastEnds[low - 1] > position {
      low -= 1
      if position < turns[low].end { return turns[low].meeting }
    }
    return nil
  }

  /// The meeting other than the reported one whose title stands inside a span.
  func cited(in span: Span) -> (span: Span, meeting: EntityID)? {
    let index = Self.first(in: cited, from: span.start)
    return index < cited.count && span.contains(cited[index].span) ? cited[index] : nil
  }

  /// The titles, the reported meeting's too, that start inside a span.
  func titles(in span: Span) -> ArraySlice<(span: Span, meeting: EntityID)> {
    let start = Self.first(in: named, from: span.start)
    return named[start..<max(start, Self.first(in: named, from: span.end))]
  }

  /// Whether a meeting is a session of an elected body, at which people are elected.
  func isSession(_ meeting: EntityID) -> Bool { sessions.contains(meeting) }

  /// Whether a meeting has no name of its own and is one at which people talk.
  func isTalk(_ meeting: EntityID) -> Bool { talks.contains(meeting) }

  /// Whether a meeting is one at which people talk: 招商座谈会.
  func isConversation(_ meeting: EntityID) -> Bool { conversations.contains(meeting) }

  /// The meeting that is held together with another one, and where the text names both.
  func joint(with meeting: EntityID) -> (meeting: EntityID, span: Span)? { joints[meeting] }

  /// The place of the first title that starts at a position or behind it.
  private static func first(in titles: [(span: Span, meeting: EntityID)], from position: Int) -> Int {
    var low = 0
    var high = titles.count
    while low < high {
      let middle = (low + high) / 2
      if titles[middle].span.start < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
