import Extraction
import GraphModel

/// Says when a meeting was held: the day in the sentence that convenes it, never another meeting's.
struct MeetingDates {
  private let words: MeetingWords
  private let text: ScalarText
  private let structure: TextStructure
  private let scanner: DateScanner
  /// The report whose meetings are dated.
  private let report: Span
  /// The year that the reported meeting's title names, for dates whose year nothing else tells.
  private let titleYear: Int?

  /// The year that it says it looks back on: 2021年工作总结大会.
  private let reviewedYear: Int?

  /// When the document says that it was published; then years are surer than the title's.
  private let published: PartialDate?

  /// The year whose work the text arranges: 对2024年经济工作作出安排.
  private let plannedYear: Int?

  /// The year whose accounts are settled, as is done in the next one: 2012年度…决算, 2012年度…审计.
  private let settledYear: Int?

  /// The only year that the text names, past months and years looked back on aside (2013年度决算, 2009年11月).
  private let onlyYear: Int?

  /// The later one of two years in a row, where the text names no others: what was done in the one, is to be done in the other.
  private let laterYear: Int?

  /// The last month with its year in which something had happened before the text was written: 2017年9月出台的意见.
  private let lastPast: PartialDate?

  /// Whether the text looks back on a year: 总结2021年工作.
  private let looksBack: Bool

  init(words: MeetingWords, context: ExtractionContext, report: Span, main: Meeting?) {
    let text = context.folded
    self.words = words
    self.text = text
    structure = context.structure
    self.report = report
    published = context.document.metadata.published
    scanner = context.dates
    // 2020年度…总结大会 is held a year later; 2021年…推进会 is held in its year.
    let named = main?.titles.lazy.compactMap { title -> (year: Int, isPast: Bool)? in
      let isAnnual = words.workYear.occurs(in: text, title.span) && words.annual.occurs(in: text, title.span)
      return Ordinals(text[title.span]).year.map { ($0, isAnnual || Self.reviews($0, title.span, words, text)) }
    }.first
    titleYear = named.flatMap { $0.isPast ? nil : $0.year }
    reviewedYear = named.flatMap { $0.isPast ? $0.year : nil }
    plannedYear = scanner.mentions.lazy.filter { $0.form == .year && !$0.isTerm }.compactMap { mention -> Int? in
      var end = mention.span.end
      while end < text.count, end - mention.span.end < 16, !",，。;；\n".unicodeScalars.contains(text[end]) { end += 1 }
      return words.arranging.occurs(in: text, Span(mention.span.end, end)) ? mention.printed.year : nil
    }.max()
    settledYear = scanner.mentions.lazy.filter { $0.form == .year && !$0.isTerm }.compactMap { mention -> Int? in
      let end = min(text.count, mention.span.end + 40)
      return words.settling.occurs(in: text, Span(mention.span.end, end)) ? mention.printed.year : nil
    }.max()
    let years = scanner.mentions.filter { !$0.isTerm && $0.form == .year }
    let plans = Set(years.lazy.filter { Self.isPlan($0, in: text, words) }.compactMap(\.printed.year))
    onlyYear = plans.count == 1 ? plans.first : nil
    let row = plans.sorted()
    laterYear = row.count == 2 && row[0] + 1 == row[1] ? row[1] : nil
    lastPast = scanner.mentions.lazy.filter {
      !$0.isTerm && ($0.form == .month || $0.form == .day) && $0.printed.year != nil
    }
    .map(\.printed).filter { $0.month != nil }
    .max { ($0.year ?? 0, $0.month ?? 0) < ($1.year ?? 0, $1.month ?? 0) }
    looksBack = years.contains { mention in
      words.lookingBack.occurs(in: text, Span(max(0, mention.span.start - 8), mention.span.start))
    }
  }

  /// The dates of the meetings, nil where the text does not tell.
  ///
  /// - Parameter main: the place of the meeting that the document reports.
  func dates(of meetings: [Meeting], main: Int?) -> [PartialDate?] {
    // 2016首届博览会 in the report of a ceremony that was held there.
    let named = meetings.lazy.flatMap(\.titles).compactMap { title in
      Ordinals(self.text[title.span]).year.map { (year: $0, title: title.span) }
    }.max { $0.year < $1.year }
    return days(of: meetings, main: main).map { date in
      guard var date, date.year == nil, let month = date.month, let named else { return date }
      // 2018年度总结大会 in February
      let isBehind =
        month <= 4 && words.workYear.occurs(in: text, named.title) && words.annual.occurs(in: text, named.title)
      date.year = isBehind ? named.year + 1 : named.year
      return date
    }
  }

  private func days(of meetings: [Meeting], main: Int?) -> [PartialDate?] {
    var taken: Set<Span> = []
    var dates: [PartialDate?] = meetings.enumerated().map { index, meeting in
      let date = convened(meeting, isMain: index == main) ?? (index == main ? nil : adjacent(meeting))
      if let date { taken.insert(date.span) }
      return date.map(completed)
    }
    if let main, dates[main] == nil {
      let isRecalled = meetings[main].titles.allSatisfy { $0.isKindOnly }
      let told = isRecalled ? openingDay(besides: taken, isTold: true) : nil
      let near = meetings[main].titles.contains { $0.isConvened } ? nil : adjacent(meetings[main])
      dates[main] =
        (near ?? told ?? openingDay(besides: taken) ?? adjacent(meetings[main]) ?? leadingDay()
        ?? monthBefore(meetings[main])).map(completed)
    }
    return dates
  }

  private func completed(_ mention: DateMention) -> PartialDate {
    var date = mention.date
    // What other years of the text suggest is less than what the title says.
    if published == nil, let titleYear, mention.printed.year == nil, mention.printed.month != nil {
      date.year = titleYear
    }
    // What was done in a year is summed up in its last month or soon after it.
    if date.year == nil, let month = date.month, let reviewedYear {
      date.year = month <= 4 ? reviewedYear + 1 : reviewedYear
    }
    if date.year == nil, let month = date.month {
      // In the last weeks of a year the next one's work is arranged.
      date.year = titleYear ?? plannedYear.map { month >= 11 ? $0 - 1 : $0 } ?? settledYear.map { $0 + 1 }
      date.year = date.year ?? onlyYear.map { month <= 3 && looksBack ? $0 + 1 : $0 }
      date.year = date.year ?? laterYear.map { month >= 11 ? $0 - 1 : $0 } ?? followingYear(month)
    }
    return date
  }

  /// The year in which a month first came again after the last thing that had happened before.
  private func followingYear(_ month: Int) -> Int? {
    guard let year = lastPast?.year, let last = lastPast?.month else { return nil }
    return month >= last ? year : year + 1
  }

  /// Whether a title sums up the last year that it names: the words for that stand right behind it.
  private static func reviews(_ year: Int, _ title: Span, _ words: MeetingWords, _ text: ScalarText) -> Bool {
    let digits = Array(String(year).unicodeScalars)
    guard title.count > 6,
      let start = (title.start...title.end - 5).last(where: { text[Span($0, $0 + 4)].elementsEqual(digits) })
    else { return false }
    return words.summingUp.occurs(in: text, Span(start + 4, min(title.end, start + 12)))
  }

  /// Whether a year is that of work to be done, or of what a plain sentence is about.
  private static func isPlan(_ mention: DateMention, in text: ScalarText, _ words: MeetingWords) -> Bool {
    if words.arrangingBefore.occurs(in: text, Span(max(0, mention.span.start - 6), mention.span.start)) { return true }
    // 自1988年成立以来: how old something is.
    if mention.span.start > 0, "自从".unicodeScalars.contains(text[mention.span.start - 1]) { return false }
    if words.founding.longestMatch(in: text, at: mention.span.end) != nil { return false }
    guard mention.span.end < text.count else { return true }
    return text[mention.span.end - 1] != "度" && text[mention.span.end] != "度" && text[mention.span.end] != "以"
  }

  private func convened(_ meeting: Meeting, isMain: Bool) -> DateMention? {
    for title in meeting.titles
    where title.isConvened || title.isRecalled || words.isPlanned(behind: title.span.end, in: text) || isAttended(title)
      || isInRow(title)
    {
      if let date = dayBefore(title, isMain: isMain) ?? dayBehind(title) { return date }
    }
    return nil
  }

  /// 召开第一次主任会议和第一次委员会议: the second of two that are convened by one verb.
  private func isInRow(_ title: MeetingTitle) -> Bool {
    guard !title.isCited, title.span.start > 1,
      "和与及".unicodeScalars.contains(text[title.span.start - 1])
    else { return false }
    let end = title.span.start - 1
    guard words.headEnding.longestMatch(in: text, endingAt: end) != nil else { return false }
    var start = end
    while start > 0, end - start < MeetingTitleReader.reach, !MeetingTitleReader.marks.contains(text[start - 1]) {
      if words.convening.longestMatch(in: text, endingAt: start) != nil { return true }
      start -= 1
    }
    return false
  }

  /// 23日上午,甲某一行参加了乙签约仪式: the day on which somebody was there.
  private func isAttended(_ title: MeetingTitle) -> Bool {
    guard title.edge == .verb, !title.isCited, title.span.start > 1,
      title.span.end >= text.count || text[title.span.end] != "的"
    else { return false }
    let end = text[title.span.start - 1] == "了" ? title.span.start - 1 : title.span.start
    return words.attendingEnding.longestMatch(in: text, endingAt: end) != nil
  }

  private func adjacent(_ meeting: Meeting) -> DateMention? {
    for title in meeting.titles {
      if let date = adjacent(title) { return date }
    }
    return nil
  }

  /// 3月4日下午,我市召开…: the nearest day before the title in its sentence.
  private func dayBefore(_ title: MeetingTitle, isMain: Bool) -> DateMention? {
    guard let sentence = structure.sentence(at: title.span.start), sentence.start <= title.span.start else {
      return nil
    }
    let dates = scanner.mentions(in: Span(max(sentence.start, title.span.start - 160), title.span.start)).filter {
      !$0.isTerm && $0.hasDay
    }
    guard let date = dates.last else { return isMain ? dayAbove(sentence) : nil }
    if !isMain, !title.isKindOnly, title.span.start - date.span.end > 24,
      text[Span(min(date.span.end + 1, title.span.start), title.span.start)].contains(
        where: MeetingTitleReader.marks.contains)
    {
      return nil
    }
    // 6月14日至15日,甲某到乙镇调研,并召开座谈会: the days of the trip tell no day of the meeting.
    if isRange(date), words.trip.occurs(in: text, Span(date.span.end, title.span.start)) { return nil }
    return date
  }

  /// 3月1日上午 / 甲县举行…: the day on a line of its own above the sentence.
  private func dayAbove(_ sentence: Span) -> DateMention? {
    guard let line = structure.paragraph(at: sentence.start), line.start == sentence.start, line.start > 1,
      let above = structure.paragraph(at: line.start - 1), above.end <= line.start, above.count <= 16,
      let date = scanner.mentions(in: above).last, date.hasDay, !date.isTerm, !isPublishing(date),
      above.count - date.span.count <= 4, date.printed.year == nil
    else { return nil }
    return date
  }

  /// Whether a date is an end of 6月14日至15日.
  private func isRange(_ date: DateMention) -> Bool {
    let span = date.span
    return text[span].contains("至") || span.end < text.count && "至到—-".unicodeScalars.contains(text[span.end])
      || span.start > 0 && "至—-".unicodeScalars.contains(text[span.start - 1])
  }

  /// …第二次会议3月4日在县剧院开幕: a day between the title and its verb.
  private func dayBehind(_ title: MeetingTitle) -> DateMention? {
    let line = structure.paragraph(at: title.span.start)?.end ?? text.count
    let end = max(title.span.end, min(line, title.span.end + 24))
    return scanner.mentions(in: Span(title.span.end, end)).first { date in
      date.hasDay && !isPublishing(date) && isRightBehind(title, date)
    }
  }

  private func isRightBehind(_ title: MeetingTitle, _ date: DateMention) -> Bool {
    // 召开会议,传达11月27日全省会议精神
    if words.passingOn.occurs(in: text, Span(title.span.end, date.span.start)) { return false }
    let gap = text[Span(title.span.end, date.span.start)]
    return date.isTerm ? gap.allSatisfy { "”》,将于定在拟".unicodeScalars.contains($0) } : gap.count <= 12
  }

  /// The day of the report's first sentences, or the one that stands on a line of its own below a speech's headline.
  ///
  /// - Parameter isTold: whether a date that is all of its line does not count.
  private func openingDay(besides taken: Set<Span>, isTold: Bool = false) -> DateMention? {
    let limit = structure.paragraphs.drop { $0.end <= report.start }.prefix(8).last?.end ?? 0
    let opening = Span(report.start, max(report.start, min(limit, report.start + 1200, report.end)))
    var written: DateMention?
    for date in scanner.mentions(in: opening) where date.hasDay && !date.isTerm {
      guard !isPublishing(date), !taken.contains(date.span), !isPast(date) else { continue }
      if isTold, let line = structure.paragraph(at: date.span.start), line.count <= date.span.count + 2 { continue }
      if !date.isDateline { return date }
      // 某网6月16日消息: 6月14日下午,: the report came later than what it tells.
      written = written ?? date
    }
    return written
  }

  /// 工程于2012年12月20日开工: a day with its year, on which something else began.
  private func isPast(_ date: DateMention) -> Bool {
    guard date.printed.year != nil, date.span.start > 0,
      "于自从".unicodeScalars.contains(text[date.span.start - 1])
    else { return false }
    return words.begun.occurs(in: text, Span(date.span.end, min(text.count, date.span.end + 6)))
  }

  /// 10月18日,甲大会开幕。…一结束,我县举行乙座谈会: the day with which the report's first sentence begins, though another meeting
  /// that was followed from afar has it.
  private func leadingDay() -> DateMention? {
    let end = min(report.end, report.start + 400)
    return scanner.mentions(in: Span(report.start, max(report.start, end))).first { date in
      guard date.hasDay, !date.isTerm, !date.isDateline, !isPublishing(date) else { return false }
      return date.span.start == 0 || " \u{3000}\n)讯电".unicodeScalars.contains(text[date.span.start - 1])
    }
  }

  /// 2016年5月,甲县召开乙大会: where no day is told, the month with which the sentence begins.
  private func monthBefore(_ meeting: Meeting) -> DateMention? {
    for title in meeting.titles where title.isConvened {
      guard let sentence = structure.sentence(at: title.span.start), sentence.start < title.span.start else { continue }
      let first = scanner.mentions(in: Span(sentence.start, title.span.start)).first
      if let first, first.form == .month, !first.isTerm, first.span.start == sentence.start { return first }
    }
    return nil
  }

  /// 时间:2018年5月8日, with 地点, 主持 and the like on the line below: when the meeting of minutes was held.
  private func isMinuted(_ date: DateMention) -> Bool {
    guard let line = structure.paragraph(at: date.span.start), line.end + 1 < text.count, line.count <= 40,
      text[Span(line.start, date.span.start)].contains(":")
    else { return false }
    let label = text[Span(line.start, date.span.start)].filter(\.isHan)
    guard label.elementsEqual("时间".unicodeScalars) || label.elementsEqual("会议时间".unicodeScalars) else { return false }
    var next = line.end
    while next < text.count, !text[next].isHan, next - line.end < 8 { next += 1 }
    return ParticipantWords.embedded.labels.longestMatch(in: text, at: next) != nil
  }

  /// Whether a date belongs to the page, not to the report: 发布时间:2019-09-06.
  private func isPublishing(_ date: DateMention) -> Bool {
    if isMinuted(date) { return false }
    // On a line that is no sentence the publishing date is the page's.
    if let published, date.printed.year != nil, date.date == published,
      let line = structure.paragraph(at: date.span.start), !text[line].contains("。")
    {
      return true
    }
    // 2007年05月18日09:30
    if date.span.end + 2 < text.count, ("0"..."9").contains(text[date.span.end]),
      text[Span(date.span.end, min(text.count, date.span.end + 3))].contains(":")
    {
      return true
    }
    if words.publishing.occurs(in: text, Span(max(0, date.span.start - 8), date.span.start)) { return true }
    // A full date with hyphens is the page's.
    return !text[date.span].contains("月") && (text[date.span].contains("-") || text[date.span].contains("/"))
  }

  /// 8月24日召开全市民营企业座谈会, 3月份省委召开的座谈会: a date right before the title's verb or the title.
  private func adjacent(_ title: MeetingTitle) -> DateMention? {
    guard let sentence = structure.sentence(at: title.span.start), sentence.start <= title.span.start else {
      return nil
    }
    let start = max(sentence.start, title.span.start - 16)
    let near = scanner.mentions(in: Span(start, title.span.start)).last { date in
      !date.isTerm && date.date.month != nil
        && !text[Span(date.span.end, title.span.start)].contains { ",，、;；".unicodeScalars.contains($0) }
        && isHeld(Span(date.span.end, title.span.start))
    }
    return near
  }

  private func isHeld(_ between: Span) -> Bool {
    between.isEmpty || words.held.occurs(in: text, between)
  }
}
