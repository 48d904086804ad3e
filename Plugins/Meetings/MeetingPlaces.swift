import Extraction
import GraphModel

/// Says whose meeting it is and where it took place: HELD_IN.
struct MeetingPlaces {
  let words: MeetingWords
  let context: ExtractionContext

  /// Adds HELD_IN for a meeting.
  func relate(_ meeting: Meeting, isMain: Bool) {
    guard let entity = meeting.entity else { return }
    let title = meeting.titles.first { $0.isConvened } ?? meeting.titles[0]
    let evidence = context.structure.sentence(at: title.span.start) ?? title.span
    var convener: EntityID?
    for form in meeting.forms {
      if case .region(let region)? = form.owner {
        convener = region
        break
      }
    }
    if convener == nil { convener = regionBehindParty(of: meeting) }
    let isNational = meeting.forms.contains { $0.owner == .nation }
    let body = convenerByBody(of: meeting)
    if let body, let region = convener, body != region {
      context.addRelation(
        "HELD_IN", from: entity, to: body, evidence: evidence, rule: "held-in.convener", confidence: 0.85)
    }
    if convener == nil, !isNational { convener = body ?? subject(of: meeting) }
    var isAtHome = false
    if let convener {
      context.addRelation(
        "HELD_IN", from: entity, to: convener, evidence: evidence, rule: "held-in.convener", confidence: 0.9)
    } else if isMain || isNamelessReport(meeting) || isHeldHere(meeting), !isNational, let home = context.deixis.home,
      !meeting.forms.contains(where: { $0.owner != nil }), !isFairElsewhere(meeting), !isOfOthersChamber(meeting)
    {
      context.addRelation("HELD_IN", from: entity, to: home, evidence: evidence, rule: "held-in.home", confidence: 0.85)
      isAtHome = true
    }
    if let convener, let partner = partner(of: meeting), partner != convener {
      context.addRelation(
        "HELD_IN", from: entity, to: partner, evidence: evidence, rule: "held-in.partner", confidence: 0.8)
    }
    // Of a report without a home: where somebody went.
    if isMain, convener == nil, !isAtHome, !isNational, context.deixis.home == nil, let place = firstDestination() {
      context.addRelation(
        "HELD_IN", from: entity, to: place, evidence: evidence, rule: "held-in.place", confidence: 0.7)
    }
    for place in bracketed(in: meeting) {
      context.addRelation(
        "HELD_IN", from: entity, to: place, evidence: evidence, rule: "held-in.place", confidence: 0.8)
    }
    if isMain, isAtHome, meeting.titles.allSatisfy(\.isKindOnly), let place = firstDestination(),
      place != context.deixis.home
    {
      context.addRelation(
        "HELD_IN", from: entity, to: place, evidence: evidence, rule: "held-in.trip", confidence: 0.7)
    }
    for title in meeting.titles
    where title.isConvened || title.isRecalled || title.edge == .verb && !title.isCited
      || words.isPlanned(behind: title.span.end, in: context.folded)
    {
      if let place = place(of: title) ?? destination(of: title, isAtHome: isAtHome) {
        context.addRelation(
          "HELD_IN", from: entity, to: place, evidence: context.structure.sentence(at: title.span.start) ?? title.span,
          rule: "held-in.place", confidence: 0.8)
        break
      }
    }
  }

  /// 共青团甲市第十七次代表大会: the region behind the organization whose congress it is.
  private func regionBehindParty(of meeting: Meeting) -> EntityID? {
    for title in meeting.titles {
      guard let party = words.mass.longestMatch(in: context.folded, at: title.span.start, limit: title.span.end),
        let region = context.mentions(of: "Region", in: title.span).first(where: { $0.span.start == party.end })
      else { continue }
      return region.entity
    }
    return nil
  }

  /// 博览会在甲市举行: a fair that the home region only goes to.
  private func isFairElsewhere(_ meeting: Meeting) -> Bool {
    guard let home = context.deixis.home else { return false }
    return meeting.titles.contains { title in
      guard words.fair.longestMatch(in: context.folded, endingAt: title.span.end) != nil, let place = place(of: title)
      else { return false }
      return place != home && !context.wholes(of: home).contains(place) && !context.wholes(of: place).contains(home)
    }
  }

  /// 甲地乙商会召开联席会议: the meeting of a chamber of people from elsewhere that is none of the home region's.
  private func isOfOthersChamber(_ meeting: Meeting) -> Bool {
    guard let home = context.deixis.home else { return false }
    let text = context.folded
    return meeting.titles.contains { title in
      guard title.isConvened, title.edge == .verb,
        let verb = words.convening.longestMatch(in: text, endingAt: title.span.start),
        let body = context.mentions(of: "Organization", in: Span(clauseStart(before: verb.start), verb.start)).last,
        body.span.end == verb.start, let end = words.originChamber.longestMatch(in: text, endingAt: body.span.end),
        end.start - body.span.start >= 4, !text[Span(body.span.start, end.start)].contains("业")
      else { return false }
      return !context.wholes(of: body.entity).contains(home)
    }
  }

  /// The second of two regions that open the title together: 甲区—乙市…签约仪式.
  private func partner(of meeting: Meeting) -> EntityID? {
    let text = context.folded
    for title in meeting.titles {
      let regions = Array(context.mentions(of: "Region", in: title.own))
      guard regions.count >= 2, regions[0].span.start == title.span.start,
        regions[1].span.start == regions[0].span.end + 1
      else { continue }
      if "—–-·与和".unicodeScalars.contains(text[regions[0].span.end]) { return regions[1].entity }
    }
    return nil
  }

  /// 24日上午,甲某主持召开座谈会: beside the reported meeting one without a name.
  private func isNamelessReport(_ meeting: Meeting) -> Bool {
    let text = context.folded
    return meeting.titles.allSatisfy(\.isKindOnly)
      && meeting.titles.contains { $0.isConvened && ($0.span.end >= text.count || text[$0.span.end] != "的") }
  }

  /// 主席团常务主席甲某主持召开主席团第五次会议: beside the reported meeting one that is convened by its number only.
  private func isHeldHere(_ meeting: Meeting) -> Bool {
    let text = context.folded
    guard meeting.isReported, meeting.titles.allSatisfy({ !$0.isCited && place(of: $0) == nil }) else { return false }
    // 甲商会会员大会和理事会就职典礼: held as one.
    return meeting.forms.allSatisfy { $0.ordinals.has("次") && !$0.ordinals.has("届") }
      || meeting.titles.contains { $0.span.start > 0 && "和与及".unicodeScalars.contains(text[$0.span.start - 1]) }
  }

  /// The regions that stand alone in brackets in a title: 甲县(乙市)推介会.
  private func bracketed(in meeting: Meeting) -> [EntityID] {
    let text = context.folded
    var found: [EntityID] = []
    for title in meeting.titles {
      for region in context.mentions(of: "Region", in: title.own)
      where region.span.start > 0 && region.span.end < text.count && text[region.span.start - 1] == "("
        && text[region.span.end] == ")"
      {
        if !found.contains(region.entity) { found.append(region.entity) }
      }
    }
    return found
  }

  /// Where somebody goes in the first sentences: 甲商会一行到乙镇考察.
  private func firstDestination() -> EntityID? {
    for sentence in context.structure.sentences.prefix(3) {
      guard let trip = words.trip.firstMatch(in: context.folded, from: sentence.start, limit: sentence.end)?.span else {
        continue
      }
      let near = context.mentions(of: "Region", in: Span(sentence.start, trip.start))
      let venues = near.filter { isVenue($0.span, from: sentence.start) }
      guard let last = venues.last else { continue }
      // 赴甲市、乙市考察: in which of them is not told.
      let isOne = venues.dropLast().allSatisfy { one in
        one.span.end == last.span.start
          || near.contains { $0.span.start == one.span.end && $0.span.end <= last.span.start }
      }
      return isOne || context.deixis.home == nil ? last.entity : nil
    }
    return nil
  }

  /// Where somebody went who then convened the meeting: 甲某赴乙县调研,并召开座谈会.
  private func destination(of title: MeetingTitle, isAtHome: Bool) -> EntityID? {
    let text = context.folded
    let clause = clauseStart(before: title.span.start)
    guard title.edge == .verb, let sentence = context.structure.sentence(at: title.span.start) else { return nil }
    let start = max(sentence.start, title.span.start - Self.reach)
    guard start < title.span.start, !text[Span(clause, title.span.start)].contains("在") else { return nil }
    let trip = words.trip.firstMatch(in: text, from: start, limit: title.span.start)?.span
    for region in context.mentions(of: "Region", in: Span(start, trip?.start ?? title.span.start)).reversed()
    where isVenue(region.span, from: start) && (trip != nil && !isAtHome || isReached(region.span)) {
      return region.entity
    }
    return nil
  }

  /// 到甲乡就道路建设召开现场办公会
  private func isReached(_ region: Span) -> Bool {
    region.start > 0 && "到赴".unicodeScalars.contains(context.folded[region.start - 1])
  }

  /// The farthest that a journey stands before the meeting that it led to, in scalars.
  private static let reach = 200

  /// The region before the verb of convening: 云阳召开…, 我市召开…, 省委召开的…
  private func subject(of meeting: Meeting) -> EntityID? {
    let text = context.folded
    for title in meeting.titles where title.isConvened && title.edge == .verb || title.isRecalled {
      let end = title.isRecalled ? title.span.start - 1 : title.span.start
      guard let verb = words.convening.longestMatch(in: text, endingAt: end) else { continue }
      let start = clauseStart(before: verb.start)
      let clause = Span(start, verb.start)
      if let host = host(in: clause) { return host }
      let names = context.mentions(of: "Enterprise", in: clause) + context.mentions(of: "Zone", in: clause)
      let regions = context.mentions(of: "Region", in: clause).filter { region in
        !isVenue(region.span, from: start) && !isTopic(region.span, from: start)
          && !names.contains { $0.span.contains(region.span) }
          && !isImplied(region)
      }
      // 甲镇与乙市驻外办事处举行: whose body the partner is, is no convener.
      let isJoint =
        regions.count > 1 && regions[0].span.start == start
        && "与和同".unicodeScalars.contains(text[regions[0].span.end])
      if let region = isJoint ? regions.first : regions.last { return region.entity }
      for position in start..<verb.start where words.level.longestMatch(in: text, at: position) != nil {
        if let region = context.deixis.region(of: text[Span(position, verb.start)]) { return region }
      }
    }
    return nil
  }

  /// 就推进甲镇某事召开协调会: what the meeting is about.
  private func isTopic(_ region: Span, from start: Int) -> Bool {
    context.folded[Span(start, region.start)].contains("就")
  }

  /// 甲省调研组到我县调研并召开座谈会: the host's meeting, not the guests'.
  private func host(in clause: Span) -> EntityID? {
    let text = context.folded
    for position in clause.range.dropFirst().dropLast() where text[position] == "我" {
      guard "来到赴临访抵".unicodeScalars.contains(text[position - 1]),
        let region = context.deixis.region(of: text[Span(position, position + 2)])
      else { continue }
      return region
    }
    return nil
  }

  /// Whether a region only points to where another one is named: the county of a town.
  private func isImplied(_ region: Mention) -> Bool {
    region.rule == "region.inferred"
  }

  /// The region whose committee or government stands as the subject right before the verb: 省委、省政府召开….
  private func convenerByBody(of meeting: Meeting) -> EntityID? {
    let text = context.folded
    for title in meeting.titles where title.isConvened && title.edge == .verb {
      guard let verb = words.convening.longestMatch(in: text, endingAt: title.span.start) else { continue }
      let start = clauseStart(before: verb.start)
      guard let body = words.leadingBody.longestMatch(in: text, endingAt: verb.start, limit: start),
        let region = context.deixis.region(of: text[Span(body.start, verb.start)]),
        body.start == start || !text[body.start - 1].isHan
      else { continue }
      return region
    }
    return nil
  }

  /// Whether somebody is or goes there: 在甲县, 到甲镇、乙镇调研并召开.
  private func isVenue(_ region: Span, from start: Int) -> Bool {
    let text = context.folded
    var position = region.start
    while position > start {
      if "在于到赴来".unicodeScalars.contains(text[position - 1]) { return true }
      if let other = context.mentions(of: "Region", in: Span(start, position)).last, other.span.end == position {
        position = other.span.start
      } else if "、和与及".unicodeScalars.contains(text[position - 1]) {
        position -= 1
      } else {
        return false
      }
    }
    return false
  }

  private func clauseStart(before position: Int) -> Int {
    let text = context.folded
    var start = position
    while start > 0, position - start < 30, !",，。;；:：\n".unicodeScalars.contains(text[start - 1]) { start -= 1 }
    return start
  }

  /// The region right behind 在 between title and verb, or between subject and verb: …在广州市举行.
  private func place(of title: MeetingTitle) -> EntityID? {
    let text = context.folded
    // …在我市举行
    if title.span.end + 3 < text.count, text[title.span.end] == "在", text[title.span.end + 1] == "我",
      let home = context.deixis.region(of: text[Span(title.span.end + 2, title.span.end + 3)])
    {
      return home
    }
    let start = clauseStart(before: title.span.start)
    var end = title.span.end
    // 甲大会、乙交易会和丙洽谈会在丁市开幕
    let reach = title.span.end < text.count && "、和与及".unicodeScalars.contains(text[title.span.end]) ? 90 : 30
    while end < text.count, end - title.span.end < reach, !",，。;；:：\n".unicodeScalars.contains(text[end]) { end += 1 }
    for region in context.mentions(of: "Region", in: Span(start, end))
    where region.span.start > 0 && !title.span.contains(region.span) {
      guard isLocative(region.span.start - 1) else { continue }
      if let inner = innermost(behind: region, to: end) { return inner }
      // 在银川举行, 在银川市民大厅举行; but not 在银川路.
      if words.conveneAfter.longestMatch(in: text, at: region.span.end) != nil
        || words.convene.longestMatch(in: text, endingAt: min(region.span.end + 2, text.count)) != nil
      {
        return region.entity
      }
      if text[region.span].last == "市" || text[region.span].last == "县" || text[region.span].last == "镇"
        || text[region.span].last == "区" || text[region.span].last == "省" || text[region.span].last == "乡"
      {
        return region.entity
      }
      if isSeatOfVenue(region.span.end) { return region.entity }
    }
    return nil
  }

  /// Whether 在 or 于 stands at a position as a word of its own: 举行于甲, not 关于甲; before 首府 too.
  private func isLocative(_ position: Int) -> Bool {
    let text = context.folded
    if position > 1, let seat = words.capital.longestMatch(in: text, endingAt: position + 1) {
      // 在美丽的海滨城市
      return text[Span(max(0, seat.start - 8), seat.start)].contains("在")
    }
    if text[position] == "在" { return true }
    return text[position] == "于" && (position == 0 || !"关对由鉴".unicodeScalars.contains(text[position - 1]))
  }

  /// 在甲省乙市举行: the place itself is named last.
  private func innermost(behind region: Mention, to end: Int) -> EntityID? {
    var outer = region
    for inner in context.mentions(of: "Region", in: Span(region.span.end, end)) {
      guard inner.span.start == outer.span.end,
        context.wholes(of: inner.entity).contains(outer.entity)
          || "市县区镇乡州旗".unicodeScalars.contains(context.folded[inner.span.end - 1])
      else { break }
      outer = inner
    }
    return outer.span == region.span ? nil : outer.entity
  }

  /// 在杭州某某饭店举行: a venue in the place, no street or house named after it.
  private func isSeatOfVenue(_ start: Int) -> Bool {
    let text = context.folded
    var end = start
    while end < text.count, end - start < 20, text[end].isHan || text[end].isLatinOrDigit {
      if words.conveneAfter.longestMatch(in: text, at: end) != nil || text[end] == "隆" {
        return end - start >= 4 && words.houseAfter.longestMatch(in: text, at: start) == nil
      }
      end += 1
    }
    return false
  }
}
