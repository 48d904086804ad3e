import Extraction
import GraphModel

/// A stretch of text that may name a body.
struct OrganizationCandidate {
  /// Where the name stands.
  var span: Span
  /// Where it stands without the place before it.
  var core: Span
  /// The place before it.
  var place: PlacePrefix?
  /// Whether it belongs to no region of the document (a ministry, a university without a place).
  var isStateless = false
  /// Whether a region named inside it is named for its own sake (汉阴县 in 汉阴县政府).
  var isGovernment = true
  /// Whether every place in the name tells it from others (深圳甲县商会, 广东甲县商会).
  var isWholeName = false
  var rule: String
  var confidence: Double
}

/// Finds the names of bodies by their endings and reads them to the left.
struct OrganizationScanner {
  let text: ScalarText
  let lattice: WordLattice
  let material: NameMaterial
  let places: PlacePrefixes
  /// The full names of the document's regions, matched backwards.
  let regionNames: WordTrie<EntityID>
  let words = OrganizationWords.embedded
  /// Costs in quarters of nats that a word boundary after an ending may be away from the cheapest reading.
  let boundarySlack: Int32 = 8

  init(_ context: ExtractionContext) {
    text = context.folded
    lattice = context.words
    material = NameMaterial(context)
    places = PlacePrefixes(context)
    regionNames = Self.fullNames(context)
  }

  /// The names that are found, in order, none inside another.
  func candidates() -> [OrganizationCandidate] {
    var found: [OrganizationCandidate] = []
    for end in 1..<max(1, text.count + 1) where words.endings.mayEnd(in: text, at: end) && text[end - 1].isHan {
      if let candidate = candidate(endingAt: end) { found.append(candidate) }
    }
    let kept = Self.outermost(found)
    let settled = Self.outermost(kept + besideBodies(kept))
    return Self.outermost(settled + beforeHeads(settled))
  }

  private func candidate(endingAt end: Int) -> OrganizationCandidate? {
    var starts: [(start: Int, ending: OrganizationEnding)] = []
    words.endings.forEachMatch(in: text, endingAt: end) { start, ending in starts.append((start, ending)) }
    guard let longest = starts.map(\.start).min(), !isOtherWord(end, longest), !isDoubled(end - 1) else { return nil }
    if words.partyBodies.longestMatch(in: text, endingAt: end) != nil, isFused(end) { return nil }
    guard
      lattice.boundaryExcess(at: end) <= boundarySlack || words.cutSafe.longestMatch(in: text, at: end) != nil
        || isDoubled(end),
      !isCutWord(end), !isVenue(end), words.noBodyBehind.longestMatch(in: text, at: end) == nil
    else { return nil }
    // 把商会办成一流: a verb.
    if text[end - 1] == "办", end < text.count, "成好理学出得完结园厂企校班".unicodeScalars.contains(text[end]) { return nil }
    // 招商局集团, 甲研究院有限公司: a company is named.
    if words.legalAfter.longestMatch(in: text, at: end) != nil { return nil }
    // 甲某接替全国乙会会长丙某: nothing belongs to the name that stands before the nation's own body.
    if words.isNational(text, longest), let own = starts.first(where: { $0.start == longest }),
      let body = ministry(longest, end, own.ending)
    {
      return checked(body)
    }
    var best: OrganizationCandidate?
    func weigh(_ reading: OrganizationCandidate?) {
      if let reading, best.map({ reading.span.start < $0.span.start }) ?? true { best = reading }
    }
    for (start, ending) in starts.reversed() {
      if let reading = assembly(start, end, ending) { return checked(reading) }
      weigh(stationed(start, end))
      weigh(ministry(start, end, ending))
      weigh(subordinate(start, end, ending))
      weigh(chamber(start, end, ending))
      weigh(actor(start, end, ending))
      weigh(party(start, end, ending))
      weigh(government(start, end, ending))
      weigh(institution(start, end, ending))
    }
    return best.flatMap(checked)
  }

  // MARK: Readings

  private func ministry(_ start: Int, _ end: Int, _ ending: OrganizationEnding) -> OrganizationCandidate? {
    guard ending.contains(.ministry), places.prefix(endingAt: start) == nil,
      words.universities.longestMatch(in: text, endingAt: start) == nil,
      words.stateAfter.longestMatch(in: text, at: end) == nil
    else { return nil }
    let span = Span(foreignStart(before: start) ?? start, end)
    return OrganizationCandidate(
      span: span, core: span, isStateless: true, rule: "organization.state-body", confidence: 0.9)
  }

  /// Where another state's name begins before the name of a ministry: 甲联邦|文化部.
  private func foreignStart(before start: Int) -> Int? {
    guard let form = Self.stateForms.longestMatch(in: text, endingAt: start) else { return nil }
    let token = form.start > 0 ? lattice.token(at: form.start - 1) : lattice.token(at: form.start)
    return token.wordClass == .place && token.span.end == form.start ? token.span.start : nil
  }

  private static let stateForms = WordTrie(words: ["联邦", "共和国", "王国", "联邦共和国"], reversed: true)

  /// 科技部火炬中心, 公安部交管局: a part of a body of the state.
  private func subordinate(_ start: Int, _ end: Int, _ ending: OrganizationEnding) -> OrganizationCandidate? {
    guard !ending.isDisjoint(with: [.government, .institution, .bureau]),
      words.ministryEndings.longestMatch(in: text, endingAt: end) == nil
    else { return nil }
    var from = start
    while from > 0, start - from <= 12, text[from - 1].isHan {
      if words.ministryEndings.longestMatch(in: text, endingAt: from) != nil {
        // 中华某联谊会和|中华某联合会: two.
        guard !"和与及".unicodeScalars.contains(text[from]),
          let ministry = words.ministryEndings.longestMatch(in: text, endingAt: from),
          lattice.boundaryExcess(at: ministry.start) <= boundarySlack,
          // 中国工程院院士张|联盟: a person's name.
          lastPostEnd(from: from, to: start, behind: nil) == nil
        else { return nil }
        let span = Span(ministry.start, end)
        return OrganizationCandidate(
          span: span, core: span, isStateless: true, isGovernment: true, rule: "organization.part-of-state-body",
          confidence: 0.85)
      }
      // What a part of such a body is for may be any noun or verb: 产业协调司.
      guard lattice.token(at: from - 1).wordClass != .function || "和与及".unicodeScalars.contains(text[from - 1]) else {
        return nil
      }
      from -= 1
    }
    return nil
  }

  /// 旗政协资源环境和经济委员会: a committee of a people's congress or a consultative conference.
  private func chamber(_ start: Int, _ end: Int, _ ending: OrganizationEnding) -> OrganizationCandidate? {
    guard ending.contains(.government), end - start >= 2 || text[end - 1] == "委",
      words.officeHeads.longestMatch(in: text, at: end) == nil
    else { return nil }
    var from = start
    while from > 2, start - from <= 16, text[from - 1].isHan {
      if text[from - 1] == "协" && text[from - 2] == "政" || text[from - 1] == "大" && text[from - 2] == "人"
        || text[from - 1] == "会" && text[from - 2] == "委" && text[from - 3] == "常"
      {
        var head = from - 2
        if text[from - 1] == "会" { head = from - 5 }
        guard head > 0, let place = places.prefix(endingAt: head) else { return nil }
        return OrganizationCandidate(
          span: Span(place.span.start, end), core: Span(place.span.end, end), place: place,
          rule: "organization.committee-of-assembly", confidence: 0.85)
      }
      let token = lattice.token(at: from - 1)
      guard text[from - 1] == "和" || material.isMaterial(token, from: token.span.start, to: token.span.end) else {
        return nil
      }
      from -= 1
    }
    return nil
  }

  /// 市委, 县人民政府, 镇党委: the leading bodies where they act, not where they are part of a post or of a meeting's name.
  ///
  /// With nothing but a level word before them they are the region itself speaking, and no body that a reader would look up.
  private func actor(_ start: Int, _ end: Int, _ ending: OrganizationEnding) -> OrganizationCandidate? {
    guard ending.contains(.actor), let place = places.prefix(endingAt: start) else { return nil }
    let isOffice = ending.contains(.office)
    // 民某党甲省委主委: a committee of another party is a body of its own, its head's title notwithstanding.
    if let party = words.parties.longestMatch(in: text, endingAt: place.span.start),
      words.sessionAfter.longestMatch(in: text, at: end) == nil
    {
      let span = Span(party.start, end)
      return OrganizationCandidate(
        span: span, core: span, place: place, isWholeName: true, rule: "organization.committee-of-party",
        confidence: 0.85)
    }
    guard words.partyCommittees[text[Span(start, end)]] == nil else { return nil }
    if !isOffice {
      guard !place.isBare, !isFused(end) else { return nil }
      guard words.sessionAfter.longestMatch(in: text, at: end) == nil else { return nil }
    } else if end - start <= 2, words.officeHeads.longestMatch(in: text, at: end) != nil {
      // 市纪委书记, 县委办主任: the short name of the office is a part of the post.
      return nil
    }
    var from = place.span.start
    if from >= 2, text[from - 2] == "中", text[from - 1] == "共" { from -= 2 }
    return OrganizationCandidate(
      span: Span(from, end), core: Span(start, end), place: place,
      rule: isOffice ? "organization.leading-body-office" : "organization.leading-body",
      confidence: isOffice ? 0.9 : 0.5)
  }

  private func party(_ start: Int, _ end: Int, _ ending: OrganizationEnding) -> OrganizationCandidate? {
    guard ending.contains(.party),
      end - start > 2 || words.officeHeads.longestMatch(in: text, at: end) == nil || isDepartment(start, end)
    else { return nil }
    var from = start
    if start > 0, text[start - 1] == "委" { from -= 1 }
    if let place = places.prefix(endingAt: from) ?? places.prefix(endingAt: start) {
      let core = place.span.end
      return OrganizationCandidate(
        span: Span(place.span.start, end), core: Span(core, end), place: place, rule: "organization.place-and-body",
        confidence: 0.93)
    }
    let isOwn = words.selfHeaded[text[Span(start, end)]] != nil
    guard isFreeStart(start), words.placed[text[Span(start, end)]] == nil,
      isOwn || !isFused(end) && words.chiefAfter.longestMatch(in: text, at: end) == nil, !isOneOfAll(end)
    else { return nil }
    return OrganizationCandidate(
      span: Span(start, end), core: Span(start, end), rule: "organization.bare-body", confidence: 0.75)
  }

  private func government(_ start: Int, _ end: Int, _ ending: OrganizationEnding) -> OrganizationCandidate? {
    guard ending.contains(.government) else { return nil }
    let known = domainStart(before: start)
    if end - start == 2, text[start] == "分", let place = places.prefix(endingAt: start), !place.isBare,
      place.span.start == 0 || !text[place.span.start - 1].isHan,
      words.officeHeads.longestMatch(in: text, at: end) != nil || words.heads.longestMatch(in: text, at: end) != nil
    {
      // 、甲分局局长: whose branch it is stood before.
      let span = Span(place.span.start, end)
      return OrganizationCandidate(
        span: span, core: span, place: place, rule: "organization.place-and-branch", confidence: 0.8)
    }
    if end - start == 2, text[start] == "分", let place = places.prefix(endingAt: start), !place.isBare,
      let domain = domainStart(before: place.span.start)
    {
      // 国土甲区分局: the domain, the place, the ending.
      return OrganizationCandidate(
        span: Span(domain, end), core: Span(domain, end), place: place, rule: "organization.domain-place-branch",
        confidence: 0.9)
    }
    if let known {
      if isDepartmentEnding(start, end), let zone = words.zoneKinds.longestMatch(in: text, endingAt: known),
        lattice.boundaryExcess(at: known) <= boundarySlack
      {
        // 某某经济开发区应急管理局: the zone is the place.
        let from = material.trimmed(material.start(before: zone.start, limit: 14), before: zone.start)
        // 、高新区社会事业局: the home region's only one.
        guard from < zone.start ? words.generic[text[Span(from, zone.start)]] == nil : isFreeStart(zone.start) else {
          return nil
        }
        return OrganizationCandidate(
          span: Span(from, end), core: Span(from, end), isStateless: true, rule: "organization.department-of-zone",
          confidence: 0.85)
      }
      if let place = place(before: known) {
        return OrganizationCandidate(
          span: Span(place.span.start, end), core: Span(known, end), place: place,
          rule: "organization.place-domain-ending", confidence: 0.96)
      }
      if isFreeStart(known), isDepartmentEnding(start, end),
        text[end - 1] != "委" || words.chiefAfter.longestMatch(in: text, at: end) == nil && !isMemberBehind(end)
      {
        return OrganizationCandidate(
          span: Span(known, end), core: Span(known, end), rule: "organization.bare-department", confidence: 0.8)
      }
    }
    if let zone = zoneOfCentre(before: start, end: end) {
      return OrganizationCandidate(
        span: Span(zone, end), core: Span(zone, end), isStateless: true, rule: "organization.department-of-zone",
        confidence: 0.8)
    }
    let isLong = words.longEndings.longestMatch(in: text, endingAt: end)?.start == start
    var near = leftmostPlace(before: start) ?? (isLong ? levelAtHead(before: start) : nil)
    if isLong, let whose = near.flatMap(place(aiding:)) { near = whose }
    guard let place = near ?? placeAtHead(before: start, end: end), start > place.span.end else { return nil }
    let own = start - place.span.end
    guard own >= (end - start == 1 ? 2 : 1), own <= 16 else { return nil }
    if near != nil, !place.isBare, end - start == 2, text[end - 2] == "中", text[end - 1] == "心" { return nil }
    return OrganizationCandidate(
      span: Span(place.span.start, end), core: Span(place.span.end, end), place: place,
      rule: "organization.place-and-ending", confidence: place.isBare ? 0.85 : 0.8)
  }

  // MARK: Parts

  /// The start of the domain words that end at a position, joined ones included (商务和工业信息化).
  func domainStart(before end: Int) -> Int? {
    guard var start = words.domains.longestMatch(in: text, endingAt: end)?.start else { return nil }
    while start > 1, words.zoneKinds.longestMatch(in: text, endingAt: start) == nil {
      if "和与及".unicodeScalars.contains(text[start - 1]),
        let next = words.domains.longestMatch(in: text, endingAt: start - 1)
      {
        start = next.start
      } else if let next = words.domains.longestMatch(in: text, endingAt: start), start - next.start >= 2 {
        start = next.start
      } else {
        break
      }
    }
    return start
  }

  func place(before end: Int) -> PlacePrefix? {
    if let place = places.prefix(endingAt: end) { return place }
    for word in ["国家", "中央", "全国", "委", "政府", "人民政府"] {
      let scalars = Array(word.unicodeScalars)
      guard end >= scalars.count, text[Span(end - scalars.count, end)].elementsEqual(scalars) else { continue }
      if word == "国家" || word == "中央" || word == "全国" {
        return PlacePrefix(span: Span(end - scalars.count, end), region: nil, level: word, isBare: true)
      }
      if var place = places.prefix(endingAt: end - scalars.count) {
        place.span.end = place.span.end
        return place
      }
    }
    return nil
  }

  /// The first place inside the name material before an ending.
  func leftmostPlace(before end: Int) -> PlacePrefix? {
    let floor = material.start(before: end)
    guard floor < end else { return nil }
    var position = floor + 1
    while position <= end {
      if let place = places.prefix(endingAt: position, floor: floor) {
        var longest = place
        var next = position + 1
        while next <= min(end, position + 6) {
          if let longer = places.prefix(endingAt: next, floor: floor), longer.span.start <= longest.span.start {
            longest = longer
          }
          next += 1
        }
        return longest
      }
      position += 1
    }
    return nil
  }

  /// Whether a name without a place may begin here: after a mark, a list's comma or a word that stands outside names.
  private func isFreeStart(_ start: Int) -> Bool {
    guard start > 0 else { return true }
    guard text[start - 1].isHan else { return true }
    let token = lattice.token(at: start - 1)
    guard token.span.end == start else { return false }
    return !material.isMaterial(token, from: token.span.start, to: start)
  }

  /// Where the name of the zone begins whose centre ends at a position: 甲开发区科技创业中心.
  private func zoneOfCentre(before start: Int, end: Int) -> Int? {
    guard text[end - 1] == "心" else { return nil }
    let kind = (2...8).lazy.compactMap { length -> Span? in
      guard start - length > 0, words.centreTrades.longestMatch(in: text, endingAt: start, limit: start - length) != nil
      else { return nil }
      return words.zoneKinds.longestMatch(in: text, endingAt: start - length).map { Span($0.start, start - length) }
    }.first
    guard let kind else { return nil }
    let from = material.trimmed(material.start(before: kind.start, limit: 14), before: kind.start)
    return from < kind.start && words.generic[text[Span(from, kind.start)]] == nil ? from : nil
  }

  /// The place at the head of an item of a list that a centre's name fills, a joint and all: 、甲市乙监测与调度中心,
  private func placeAtHead(before start: Int, end: Int) -> PlacePrefix? {
    guard text[end - 1] == "心", end == text.count || !text[end].isHan else { return nil }
    var head = start
    while head > 0, start - head <= 16, text[head - 1].isHan { head -= 1 }
    guard start - head <= 16, head == 0 || "、,:;\n ".unicodeScalars.contains(text[head - 1]),
      let joint = (head..<start).first(where: { "与和及".unicodeScalars.contains(text[$0]) }),
      lattice.boundaryExcess(at: joint) <= boundarySlack, !words.inSentences.occurs(in: text, Span(head, end)),
      !(head + 2...joint).contains(where: { words.endings.longestMatch(in: text, endingAt: $0, limit: head) != nil }),
      let last = material.placeEnd(from: head), let place = places.prefix(endingAt: last, floor: head),
      place.span.start == head, !place.isBare, joint - last >= 2
    else { return nil }
    return place
  }

  /// A level word at the head of a clause some words before an ending, whatever stands between (市稳增长专班办公室).
  private func levelAtHead(before end: Int) -> PlacePrefix? {
    var start = end
    while start > 0, end - start < 12, text[start - 1].isHan {
      let token = lattice.token(at: start - 1)
      if token.wordClass == .function || token.wordClass == .post { break }
      start = token.span.start
    }
    guard start == 0 || !text[start - 1].isHan, start < end else { return nil }
    for length in 1...2 where start + length < end {
      if let place = places.prefix(endingAt: start + length, floor: start), place.isBare { return place }
    }
    return nil
  }

  /// 社区委|委员: the members of a committee.
  private func isMemberBehind(_ end: Int) -> Bool {
    end + 1 < text.count && text[end] == "委" && text[end + 1] == "员"
  }

  /// Whether a leading body is part of a post (市委书记).
  private func isFused(_ end: Int) -> Bool { words.headAfter.longestMatch(in: text, at: end) != nil }

  private func isDepartmentEnding(_ start: Int, _ end: Int) -> Bool {
    Self.departmentEndings[text[Span(start, end)]] != nil
  }

  private static let departmentEndings = WordTrie(words: ["局", "委", "办", "厅", "分局", "委员会", "办公室"])

  private static func outermost(_ candidates: [OrganizationCandidate]) -> [OrganizationCandidate] {
    let order = candidates.sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    var kept: [OrganizationCandidate] = []
    for candidate in order {
      if let last = kept.last, last.span.end > candidate.span.start {
        if candidate.span.count > last.span.count, candidate.span.end > last.span.end {
          kept[kept.count - 1] = candidate
        }
        continue
      }
      kept.append(candidate)
    }
    return kept
  }
}
