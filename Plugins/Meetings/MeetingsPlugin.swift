import Extraction
import GraphModel
import MeetingsTables

/// Finds the meetings that documents report or cite, and who took part in what way.
public struct MeetingsPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_meetings_manifest(), count: tupu_meetings_manifest_count()).text)
  }

  /// Adds meetings, their mentions and relations.
  public func extract(in context: ExtractionContext) throws {
    let (words, participantWords) = (MeetingWords.embedded, ParticipantWords.embedded)
    let titles = MeetingTitleReader(
      words: words, text: context.folded, structure: context.structure, lattice: context.words,
      people: context.mentions(of: "Person").map(\.span), regions: context.mentions(of: "Region").map(\.span),
      bodies: context.mentions(of: ["Organization", "Enterprise"]).map(\.span),
      trace: context.trace
    ).read()
    guard !titles.isEmpty else { return }
    let reports = ReportSplitter(words: words, context: context).reports(titles)
    var meetings: [Meeting] = []
    var dates: [PartialDate?] = []
    var mains: [Int?] = []
    for report in reports {
      let (found, main) = MeetingRegister(words: words, context: context, report: report).gather(
        titles.filter { report.contains($0.span) })
      let reader = MeetingDates(
        words: words, context: context, report: report, main: main.map { found[$0] })
      let places = MeetingRegister.add(found, dates: reader.dates(of: found, main: main), to: &meetings, &dates)
      mains.append(main.map { places[$0] })
    }
    let places = MeetingPlaces(words: words, context: context)
    for index in meetings.indices {
      let isMain = mains.contains(index)
      meetings[index].entity = enter(meetings[index], isMain: isMain, date: dates[index], context: context)
      places.relate(meetings[index], isMain: isMain)
    }
    guard let main = mains.lazy.compactMap(\.self).first, let entity = meetings[main].entity else { return }
    let isSpeech =
      reports.count == 1
      && (!meetings[main].titles.contains { $0.isConvened } || meetings[main].titles[0].isCited)
    let segments = MeetingSegments(
      meetings, reports: zip(reports, mains).map { ($0, $1.flatMap { meetings[$0].entity }) }, words: words,
      context: context, isSpeech: isSpeech)
    let units = Unit.read(
      context.folded, mentions: participants(in: context, outside: titles.map(\.span).sorted()),
      titles: titles.map(\.span).sorted(), lines: context.structure.paragraphs, words: participantWords)
    for main in Set(mains.compactMap(\.self)).sorted() {
      PartyReader(words: words, context: context).read(meetings[main])
    }
    ParticipantReader(words: participantWords, context: context, segments: segments).read(units)
    if isSpeech { relateSpeaker(of: entity, title: meetings[main].titles[0].span, context: context) }
    HonourReader(words: participantWords, context: context, segments: segments).read(units)
    discuss(in: context, segments: segments)
  }

  private func enter(_ meeting: Meeting, isMain: Bool, date: PartialDate?, context: ExtractionContext) -> EntityID {
    let text = context.text
    var named = meeting.titles.contains { !$0.isKindOnly } ? meeting.titles.filter { !$0.isKindOnly } : meeting.titles
    // 第五次会议第二次全体会议 is a part of 第五次会议.
    let whole = named.filter { !isPart($0, text) }
    if !whole.isEmpty { named = whole }
    let fullest = named.max { ($0.length, -$0.span.start) < ($1.length, -$1.span.start) }!
    var properties: [String: PropertyValue] = [:]
    if let date, !date.description.isEmpty {
      properties["date"] = .string(date.description)
    }
    let rule = isMain ? "meeting.reported" : meeting.isReported ? "meeting.convened" : "meeting.cited"
    let entity = context.addEntity(
      "Meeting", name: fullest.composed ?? text.string(fullest.span), properties: properties, rule: rule,
      confidence: isMain ? 0.95 : 0.85, distinct: true)
    for title in meeting.titles {
      context.addMention(
        of: entity, at: title.span, rule: rule,
        deictic: title.composed != nil || title.isKindOnly && title.own.isEmpty && title.span != fullest.span)
    }
    for title in meeting.titles where !title.sharedLevels.isEmpty {
      let rest =
        MeetingWords.embedded.level.longestMatch(in: context.folded, at: title.span.start, limit: title.head.start)?.end
        ?? context.mentions(of: "Region", in: title.own).first { $0.span.start == title.span.start }?.span.end
      for level in title.sharedLevels {
        // 省委、甲市委全会: 委 stands in both.
        var start = rest ?? title.span.start
        if start < title.head.start, text[start] == "委", text[level.end - 1] == "委" { start += 1 }
        let name = text.string(level) + text.string(Span(start, title.span.end))
        let other = context.addEntity("Meeting", name: name, rule: "meeting.coordinated", confidence: 0.8)
        context.addMention(of: other, at: level, rule: "meeting.coordinated", deictic: true)
      }
    }
    return entity
  }

  private func isPart(_ title: MeetingTitle, _ text: ScalarText) -> Bool {
    let name = title.composed ?? text.string(title.span)
    return name.hasSuffix("全体会议") && name.contains("会议第")
  }

  /// The mentions that can take part, in order, the longer one where two overlap; a name in a meeting's title takes no part.
  private func participants(in context: ExtractionContext, outside titles: [Span]) -> [Mention] {
    var result: [Mention] = []
    var next = 0
    for mention in context.mentions(of: ["Person", "Organization", "Enterprise", "Zone", "Region"]) {
      while next < titles.count, titles[next].end <= mention.span.start { next += 1 }
      if next < titles.count, titles[next].contains(mention.span) { continue }
      if let last = result.last, last.span.overlaps(mention.span) {
        if mention.span.count > last.span.count { result[result.count - 1] = mention }
      } else {
        result.append(mention)
      }
    }
    return result
  }

  /// 在…会议上的讲话 and below it 县委书记 甲某: the speaker stands in the headline or on a short line under it.
  private func relateSpeaker(of meeting: EntityID, title: Span, context: ExtractionContext) {
    let lines = context.structure.paragraphs.prefix(4)
    guard let first = lines.firstIndex(where: { $0.contains(title) }) else { return }
    // 甲某参加推进会 is no headline of a speech.
    guard MeetingWords.embedded.speechLine.occurs(in: context.folded, lines[first]) else { return }
    // A headline ends without a mark.
    for (index, line) in lines.enumerated()
    where index >= first && line.count <= (index == first ? 80 : 24) && context.folded[line.end - 1] != "。" {
      guard
        let speaker = context.mentions(of: "Person", in: line).first(where: {
          context.property("role", of: $0.entity) == nil
        })
      else { continue }
      for type in ["SPOKE_AT", "ATTENDED"] {
        context.addRelation(
          type, from: speaker.entity, to: meeting, evidence: line, rule: "spoke.headline", confidence: 0.9)
      }
      return
    }
  }

  private func discuss(in context: ExtractionContext, segments: MeetingSegments) {
    let isTour = isHeadedByTour(context)
    for type in ["Program", "Project"] {
      for mention in context.mentions(of: type) {
        guard let meeting = segments.meeting(at: mention.span.start) else { continue }
        // 甲主席在乙市调研: what was looked at on the way is no subject of a meeting that the city has had before.
        if isTour, type == "Project", let sentence = context.structure.sentence(at: mention.span.start),
          MeetingWords.embedded.tour.occurs(in: context.folded, Span(sentence.start, mention.span.start))
        {
          continue
        }
        context.addRelation(
          "DISCUSSED", from: meeting, to: mention.entity,
          evidence: context.structure.sentence(at: mention.span.start) ?? mention.span, rule: "discussed.named",
          confidence: 0.85)
      }
    }
  }

  /// Whether the headline tells of a tour and of no meeting.
  private func isHeadedByTour(_ context: ExtractionContext) -> Bool {
    guard let line = context.structure.paragraphs.first(where: { $0.count >= 8 }), line.count <= 50,
      !context.folded[line].contains("会"), !context.folded[line].contains("。")
    else { return false }
    return MeetingWords.embedded.tour.occurs(in: context.folded, line)
  }
}
