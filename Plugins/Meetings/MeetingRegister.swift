import Extraction
import GraphModel

/// One meeting of a document with all titles that name it.
struct Meeting {
  /// Its titles, in order of their place.
  var titles: [MeetingTitle]
  var forms: [TitleForm]
  /// Whether the document reports it: says that it takes place.
  var isReported: Bool { titles.contains { $0.isConvened } }
  /// The entity, once it is in the context.
  var entity: EntityID?
}

/// Joins titles to meetings and finds the one that the document reports.
struct MeetingRegister {
  let words: MeetingWords
  let context: ExtractionContext
  /// The report whose meetings are gathered.
  let report: Span

  /// The meetings, with the place of the reported one.
  func gather(_ titles: [MeetingTitle]) -> (meetings: [Meeting], main: Int?) {
    var meetings: [Meeting] = []
    let formed = titles.map { ($0, TitleForm($0, words: words, context: context)) }
    var exact: [String: Int] = [:]
    for (title, form) in formed where !title.isKindOnly && !title.pointsBack {
      let key = ScalarText(form.core).description
      if let index = exact[key], meetings[index].forms.allSatisfy({ !$0.contradicts(form) }) {
        append(title, form, to: &meetings[index])
      } else if meetings.count <= 200,
        let index = meetings.firstIndex(where: { meeting in
          meeting.forms.allSatisfy { !$0.contradicts(form) } && meeting.forms.contains { $0.isSame(as: form) }
        })
      {
        append(title, form, to: &meetings[index])
      } else {
        exact[key] = meetings.count
        meetings.append(Meeting(titles: [title], forms: [form]))
      }
    }
    // 座谈会上 recalls 甲市招商座谈会 where the text has one; else it is a meeting of its own.
    let firstNamed = formed.first { !$0.0.isKindOnly && !$0.0.isCited }?.0.span.start ?? Int.max
    let hasOnlyEvents = meetings.allSatisfy { isEvent($0) || $0.titles.allSatisfy(\.isCited) }
    let scene = formed.first { title, form in
      title.isKindOnly && !title.isCited && !isGeneral(title) && title.span.end < context.folded.count
        && (context.folded[title.span.end] == "上" || title.edge == .verb && title.isConvened
          || title.span.start < firstNamed && isPresided(title) || hasOnlyEvents && isAttendedCeremony(title))
        && !meetings.contains { meeting in meeting.forms.contains { form.canStand(for: $0) } }
    }
    let hasGeneral = formed.contains { $0.0.isConvened && isGeneral($0.0) }
    var main = main(of: meetings, scene: scene?.0.span.start, hasGeneral: hasGeneral)
    joinHeadline(&meetings, &main)
    joinAttended(&meetings, &main)
    joinSessions(&meetings, &main)
    var apart: Set<Span> = []
    for (title, form) in formed
    where title.isKindOnly && !title.pointsBack && title.isConvened && !isGeneral(title)
      && (hasOwnTime(title) || isAfterMeeting(title))
    {
      if let main, meetings[main].forms.contains(where: { form.canStand(for: $0) }) { continue }
      guard main != nil else { continue }
      meetings.append(Meeting(titles: [title], forms: [form]))
      apart.insert(title.span)
    }
    for (title, form) in formed where (title.isKindOnly || title.pointsBack) && !apart.contains(title.span) {
      if let main, title.pointsBack {
        meetings[main].titles.append(title)
      } else if let main, meetings[main].forms.contains(where: { form.canStand(for: $0) }) || isGeneral(title) {
        meetings[main].titles.append(title)
      } else if let index = meetings.firstIndex(where: { meeting in
        meeting.isReported && meeting.forms.contains { form.canStand(for: $0) }
      }) {
        meetings[index].titles.append(title)
      } else if title.isConvened, !isGeneral(title), !isRelative(title), !title.own.isEmpty || main == nil {
        meetings.append(Meeting(titles: [title], forms: [form]))
        if main == nil { main = meetings.count - 1 }
      }
    }
    if main == nil { main = recalled(formed, &meetings) }
    if let main, isEvent(meetings[main]) { gatherCeremonies(formed, of: meetings[main], &meetings) }
    if main == nil, let general = formed.first(where: { $0.0.isConvened && isGeneral($0.0) }),
      let composed = composed(general.0)
    {
      meetings.append(Meeting(titles: [composed], forms: [general.1]))
      main = meetings.count - 1
    }
    return (meetings, main)
  }

  /// 甲博览会期间…,乙某等出席签约仪式: what people attend at an event of days is a meeting of its own.
  private func gatherCeremonies(_ formed: [(MeetingTitle, TitleForm)], of event: Meeting, _ meetings: inout [Meeting]) {
    let text = context.folded
    let kinds = formed.filter { $0.0.isKindOnly && isAttendedCeremony($0.0) }
    let isKnown = meetings.contains { meeting in
      meeting.titles.contains { words.ceremonyEnd.longestMatch(in: text, endingAt: $0.span.end) != nil }
    }
    guard let first = kinds.first, !isKnown,
      !event.titles.contains(where: { text.string($0.span).contains(text.string(first.0.head)) })
    else { return }
    let same = kinds.map(\.0).filter { text[$0.head].elementsEqual(text[first.0.head]) }
    meetings.append(Meeting(titles: same, forms: [first.1]))
  }

  /// 甲博览会, 乙论坛: an event of days.
  private func isEvent(_ meeting: Meeting) -> Bool {
    meeting.titles.allSatisfy { words.hostEvent.longestMatch(in: context.folded, endingAt: $0.span.end) != nil }
  }

  /// 出席开工仪式: a ceremony without a name that somebody attends.
  private func isAttendedCeremony(_ title: MeetingTitle) -> Bool {
    let text = context.folded
    guard title.edge == .verb, !title.isCited, !title.isConvened, title.span.start > 1,
      words.ceremonyEnd.longestMatch(in: text, endingAt: title.span.end) != nil
    else { return false }
    let end = text[title.span.start - 1] == "了" ? title.span.start - 1 : title.span.start
    return words.attendingEnding.longestMatch(in: text, endingAt: end) != nil
  }

  /// 昨天举行开工仪式的乙项目: only told of something else.
  private func isRelative(_ title: MeetingTitle) -> Bool {
    title.span.end < context.folded.count && context.folded[title.span.end] == "的"
  }

  /// Whether a nameless meeting is convened at a time of its own: 24日上午,甲某主持召开座谈会.
  private func hasOwnTime(_ title: MeetingTitle) -> Bool {
    guard title.edge == .verb, !isRelative(title), let sentence = context.structure.sentence(at: title.span.start),
      sentence.start < title.span.start
    else { return false }
    return context.dates.mentions(in: Span(sentence.start, title.span.start)).contains {
      !$0.isTerm && $0.date.day != nil
    }
  }

  /// 甲某主持座谈会
  private func isPresided(_ title: MeetingTitle) -> Bool {
    let text = context.folded
    let end = title.span.start > 0 && text[title.span.start - 1] == "了" ? title.span.start - 1 : title.span.start
    return end > 1 && text[end - 2] == "主" && text[end - 1] == "持"
  }

  /// 会后,甲某主持召开专题会议: a nameless meeting that follows the reported one.
  private func isAfterMeeting(_ title: MeetingTitle) -> Bool {
    title.edge == .verb && !isRelative(title) && opens(words.afterMeeting, before: title)
  }

  /// Whether a word opens one of the clauses before a title in its sentence.
  private func opens(_ list: WordTrie<Void>, before title: MeetingTitle) -> Bool {
    guard let sentence = context.structure.sentence(at: title.span.start), sentence.start < title.span.start else {
      return false
    }
    let text = context.folded
    let start = max(sentence.start, title.span.start - 60)
    return Span(start, title.span.start).range.contains { position in
      (position == sentence.start || ",，;； \u{3000}".unicodeScalars.contains(text[position - 1]))
        && list.longestMatch(in: text, at: position, limit: title.span.start) != nil
    }
  }

  /// The meeting of a text that never convenes it: 出席座谈会, 开工仪式上; at last one that is told by a general word.
  private func recalled(_ formed: [(MeetingTitle, TitleForm)], _ meetings: inout [Meeting]) -> Int? {
    let kinds = formed.filter { $0.0.isKindOnly && !$0.0.isCited && !($0.0.isConvened && isStudy($0.0)) }
    guard let first = kinds.first(where: { !isGeneral($0.0) }) ?? kinds.first(where: { $0.0.head.count > 2 }) else {
      return nil
    }
    var meeting = Meeting(titles: [first.0], forms: [first.1])
    for (title, form) in formed
    where title.isKindOnly && title.span != first.0.span && (form.canStand(for: first.1) || isGeneral(title)) {
      meeting.titles.append(title)
    }
    meetings.append(meeting)
    return meetings.count - 1
  }

  /// 会议举行第二次大会: a number without its term is a part of the session that is reported.
  private func joinSessions(_ meetings: inout [Meeting], _ main: inout Int?) {
    guard let index = main else { return }
    let isSession = meetings[index].forms.contains { $0.ordinals.has("届") }
    for place in meetings.indices.reversed() where place != index {
      // 第一次全体会议: a part of whatever is held.
      guard isSession || meetings[place].titles.allSatisfy({ context.folded.string($0.head).hasSuffix("全体会议") }) else {
        continue
      }
      guard meetings[place].titles.allSatisfy({ $0.own.isEmpty && ($0.isConvened || $0.edge == .verb) }),
        meetings[place].forms.allSatisfy({ $0.ordinals.has("次") && !$0.ordinals.has("届") })
      else { continue }
      meetings[index].titles += meetings[place].titles.map(\.asAside)
      meetings.remove(at: place)
      if let now = main, place < now { main = now - 1 }
    }
  }

  /// Adds the meetings of one report to those of the reports above it; the same ones are joined.
  ///
  /// - Returns: the places of the added ones among all.
  static func add(_ found: [Meeting], dates: [PartialDate?], to all: inout [Meeting], _ allDates: inout [PartialDate?])
    -> [Int]
  {
    let known = all.count
    var places: [Int] = []
    for (meeting, date) in zip(found, dates) {
      let same = all.indices.prefix(known <= 200 ? known : 0).first { index in
        !meeting.titles.allSatisfy(\.isKindOnly) && !all[index].titles.allSatisfy(\.isKindOnly)
          && all[index].forms.allSatisfy { known in meeting.forms.allSatisfy { !$0.contradicts(known) } }
          && all[index].forms.contains { known in meeting.forms.contains { $0.isSame(as: known) } }
      }
      if let same {
        all[same].titles += meeting.titles
        all[same].forms += meeting.forms
        allDates[same] = allDates[same] ?? date
        places.append(same)
      } else {
        places.append(all.count)
        all.append(meeting)
        allDates.append(date)
      }
    }
    return places
  }

  private func append(_ title: MeetingTitle, _ form: TitleForm, to meeting: inout Meeting) {
    meeting.titles.append(title)
    if meeting.forms.count < 12, !meeting.forms.contains(where: { $0.core == form.core && $0.owner == form.owner }) {
      meeting.forms.append(form)
    }
  }

  /// Whether a bare head can stand for any meeting: 会议, 大会, 活动.
  private func isGeneral(_ title: MeetingTitle) -> Bool {
    let head = context.folded.string(title.head)
    return title.own.isEmpty
      && (["会议", "大会", "仪式", "开幕式", "闭幕式", "启动仪式", "推进会", "论坛"].contains(head) || isStudy(title))
  }

  /// 中心组举行集体学习: who studies stands before the verb.
  private func isStudy(_ title: MeetingTitle) -> Bool {
    let head = context.folded.string(title.head)
    return head.hasSuffix("学习") || head.hasSuffix("学习研讨")
  }

  /// 市委常委会召开会议: the title that the body and the word make together.
  private func composed(_ title: MeetingTitle) -> MeetingTitle? {
    let text = context.folded
    guard let verb = words.convening.longestMatch(in: text, endingAt: title.span.start) else { return nil }
    var start = verb.start
    while start > 0, verb.start - start < 12, text[start - 1].isHan { start -= 1 }
    guard verb.start - start >= 2 else { return nil }
    // 我市举行仪式, 甲县召开会议, 主任王一召开会议: neither a place nor a person is what a meeting is called after.
    let before = Span(start, verb.start)
    let isNobodys =
      text[start] == "我"
      || ["Region", "Person"].contains { type in
        context.mentions(of: type, in: before).contains { $0.span.end == verb.start }
      }
    guard !isNobodys else { return title }
    var composed = title
    composed.span = Span(start, title.span.end)
    composed.composed = text.string(Span(start, verb.start)) + text.string(title.span)
    return composed
  }

  /// The first meeting that is said to take place near the top, else the one of 在…会上的讲话, else the first one reported.
  ///
  /// - Parameter scene: where the text first plays at a meeting that is told by its kind only.
  /// - Parameter hasGeneral: whether one is convened that has no name at all: 甲县召开会议,传达乙大会精神.
  private func main(of meetings: [Meeting], scene: Int?, hasGeneral: Bool) -> Int? {
    var best: (index: Int, place: Int)?
    func consider(_ index: Int, _ place: Int) {
      if best == nil || place < best!.place { best = (index, place) }
    }
    // 全国…会议召开。随后,我市召开…: the nation's meeting is reported only where nobody holds one of his own.
    let isLocal = meetings.contains { meeting in
      meeting.titles.contains { $0.isConvened && !isRecalled($0) } && !meeting.forms.contains(where: \.isNational)
    }
    for (index, meeting) in meetings.enumerated() where !isLocal || !meeting.forms.contains(where: \.isNational) {
      if let title = meeting.titles.first(where: { $0.isConvened && !isRecalled($0) }) {
        // A title in the opening line that is convened further down is that meeting's headline.
        let first = meeting.titles[0].span.start
        consider(index, first - report.start < 200 ? first : title.span.start)
      } else if let title = meeting.titles.first, title.span.start - report.start < 120,
        isSpeechTitle(title)
      {
        consider(index, title.span.start)
      }
    }
    // 签约仪式上…, and at the end of the text, below a picture, that another meeting was held.
    if let best {
      let isSubsequent = meetings[best.index].titles.contains { $0.span.start == best.place && isAfterMeeting($0) }
      return scene.map { $0 + (isSubsequent ? 0 : Self.aside) < best.place } ?? false ? nil : best.index
    }
    // 座谈会上: a meeting without a name, though another is cited by its name.
    guard scene == nil else { return nil }
    return meetings.firstIndex { $0.titles.contains { $0.edge == .verb && !$0.isCited && !isWished($0) } }
      ?? meetings.firstIndex { $0.titles.contains { $0.isRecalled && !$0.isCited && isAttended($0) } }
      ?? meetings.firstIndex { meeting in
        meeting.titles.contains {
          $0.span.start - report.start < 200 && !$0.isCited && !(hasGeneral && $0.edge == .soft)
        }
      }
      ?? meetings.firstIndex { $0.titles.contains { ($0.isConvened || isScene($0)) && !$0.isCited } }
  }

  /// 在甲县召开的乙座谈会上,: the text plays there.
  private func isScene(_ title: MeetingTitle) -> Bool {
    let text = context.folded
    return title.span.end + 1 < text.count && text[title.span.end] == "上" && text[title.span.end + 1] == ","
  }

  /// Whether a convened title is only looked back on: 8月24日召开全市民营企业座谈会 in a speech, 上月召开的…
  private func isRecalled(_ title: MeetingTitle) -> Bool {
    title.edge == .determiner || opens(words.background, before: title)
  }

  /// How far behind the scene of a nameless meeting another one is told that only is an aside, in scalars.
  private static let aside = 200

  /// 欢迎客人来乙市出席丙博览会: another meeting, in somebody's words of welcome.
  private func isWished(_ title: MeetingTitle) -> Bool {
    words.welcome.occurs(in: context.folded, clause(before: title))
  }

  /// 出席了在乙市举行的丙仪式.
  private func isAttended(_ title: MeetingTitle) -> Bool {
    words.attending.occurs(in: context.folded, clause(before: title))
  }

  private func clause(before title: MeetingTitle) -> Span {
    var start = title.span.start
    while start > 0, title.span.start - start < 30, !MeetingTitleReader.marks.contains(context.folded[start - 1]) {
      start -= 1
    }
    return Span(start, title.span.start)
  }

  /// 在…会议上的讲话 as a headline.
  private func isSpeechTitle(_ title: MeetingTitle) -> Bool {
    let text = context.folded
    guard title.span.end < text.count, text[title.span.end] == "上" else { return false }
    // 座谈会上,甲某传达了乙某在市委会议上的讲话: not the headline of a speech.
    if let line = context.structure.paragraph(at: title.span.start), line.start <= title.span.start,
      text[Span(line.start, title.span.start)].contains(where: { ",，。".unicodeScalars.contains($0) })
    {
      return false
    }
    let rest = text.string(Span(title.span.end, min(text.count, title.span.end + 20)))
    if rest.contains("精神") { return false }
    return rest.contains("讲话") || rest.contains("致辞") || rest.contains("发言") || rest.contains("报告")
      || rest.contains("主持词") || rest.contains("汇报")
  }

  /// Joins looser names of the reported meeting, as 出席集中开工及签约活动: no place, no number of their own, and alike.
  private func joinAttended(_ meetings: inout [Meeting], _ main: inout Int?) {
    guard let index = main else { return }
    var gone: [Int] = []
    for (place, meeting) in meetings.enumerated() where place != index {
      guard meeting.titles.allSatisfy({ !$0.isCited && $0.edge != .soft && !$0.isRecalled && !$0.isConvened }),
        meeting.forms.allSatisfy({ $0.owner == nil || $0.owner == context.deixis.home.map { .region($0) } }),
        // 第26届兰洽会 is not the signing that takes place at it.
        meeting.titles.allSatisfy({ !words.festival.contains(context.folded[$0.head]) }),
        meeting.forms.allSatisfy({ form in meetings[index].forms.allSatisfy { !$0.contradicts(form) } }),
        meeting.forms.contains(where: { form in meetings[index].forms.contains { $0.likeness(to: form) >= 0.6 } })
      else { continue }
      meetings[index].titles += meeting.titles.map(\.asAside)
      gone.append(place)
    }
    for place in gone.reversed() {
      meetings.remove(at: place)
      if let now = main, place < now { main = now - 1 }
    }
  }

  /// Joins the headline's meeting to the one that the first sentences convene, where the two titles are alike.
  private func joinHeadline(_ meetings: inout [Meeting], _ main: inout Int?) {
    guard let index = main, let paragraph = context.structure.paragraph(at: report.start) else { return }
    let head = meetings[index].titles[0]
    guard head.span.start < max(paragraph.end, report.start + 120) else { return }
    var other: Int?
    var isLoose = false
    for (place, meeting) in meetings.enumerated() where place != index && meeting.isReported {
      guard let first = meeting.titles.first(where: { $0.isConvened }), first.span.start < paragraph.end + 600,
        meeting.forms.allSatisfy({ form in
          meetings[index].forms.allSatisfy { !$0.contradicts(form) && $0.ordinals.has("次") == form.ordinals.has("次") }
        })
      else { continue }
      let likeness = meeting.forms.flatMap { form in meetings[index].forms.map { $0.likeness(to: form) } }.max() ?? 0
      // The kind alone (预备会议, no plain 会议) joins the two loosely: then the report's own name is the better one.
      let heads = [context.folded[first.head], context.folded[head.head]].sorted { $0.count < $1.count }
      let isKind = heads[1].suffix(heads[0].count).elementsEqual(heads[0]) && heads[0].count >= 4
      // 随后,我市举行乙项目开工仪式: another one.
      if other == nil, likeness >= 0.6 || isKind && likeness >= 0.4 && !opens(words.subsequent, before: first) {
        other = place
        isLoose = likeness < 0.6
      }
    }
    guard let other else { return }
    if isLoose { meetings[index].titles = meetings[index].titles.map(\.asAside) }
    meetings[index].titles += meetings[other].titles
    meetings[index].forms += meetings[other].forms
    meetings.remove(at: other)
    if other < index { main = index - 1 }
  }
}
