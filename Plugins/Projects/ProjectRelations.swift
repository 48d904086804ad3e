import Extraction
import GraphModel

/// Says who invests in a project and where it stands: INVESTS_IN, LOCATED_IN.
struct ProjectRelations {
  let words: ProjectWords
  let context: ExtractionContext

  /// Adds the relations of the projects.
  ///
  /// - Parameter projects: each project with the candidates that name it, in order of first mention.
  func relate(_ projects: [(project: EntityID, candidates: [ProjectCandidate])]) {
    var names = SpanSet(count: context.folded.count)
    for (_, candidates) in projects { for candidate in candidates { names.insert(candidate.span) } }
    for (project, candidates) in projects {
      var places: [(place: EntityID, evidence: Span)] = []
      for candidate in candidates {
        let sentence = context.structure.sentence(at: candidate.span.start) ?? candidate.span
        invest(project, candidate, sentence, besides: names)
        if let place = place(of: candidate, sentence) { places.append((place, sentence)) }
      }
      if let place = places.first {
        context.addRelation(
          "LOCATED_IN", from: project, to: place.place, evidence: place.evidence, rule: "project.place",
          confidence: 0.8)
      } else if let home = context.deixis.home, let candidate = candidates.first {
        context.addRelation(
          "LOCATED_IN", from: project, to: home,
          evidence: context.structure.sentence(at: candidate.span.start) ?? candidate.span, rule: "project.home",
          confidence: 0.6)
      }
    }
    referBack(projects)
  }

  /// A公司投资6.5亿元建设P, A公司P, A公司投资的P.
  private func invest(
    _ project: EntityID, _ candidate: ProjectCandidate, _ sentence: Span, besides names: SpanSet
  ) {
    let text = context.folded
    let clause = clauseStart(before: candidate.span.start, in: sentence)
    if let company = context.mentions(of: "Enterprise", in: candidate.span).first,
      company.span.start == candidate.span.start, company.span.end < candidate.span.end
    {
      context.addRelation(
        "INVESTS_IN", from: company.entity, to: project, evidence: sentence, rule: "project.investor-in-name",
        confidence: 0.85)
    }
    for company in builders(behind: candidate, sentence) {
      context.addRelation(
        "INVESTS_IN", from: company.entity, to: project, evidence: sentence, rule: "project.investor-behind",
        confidence: 0.85)
    }
    for company in context.mentions(of: "Enterprise", in: Span(clause, candidate.span.start)).reversed() {
      let gap = Span(company.span.end, candidate.span.start)
      // A company in another project's name invests in that one.
      guard names.span(at: company.span.start).map({ $0 == candidate.span }) ?? true,
        gap.isEmpty || words.investing.occurs(in: text, gap)
      else { continue }
      context.addRelation(
        "INVESTS_IN", from: company.entity, to: project, evidence: sentence, rule: "project.investor-before",
        confidence: 0.85)
      break
    }
  }

  /// P由A公司与B公司共同出资建设, C银行为其授信: the companies behind a project in its sentence.
  private func builders(behind candidate: ProjectCandidate, _ sentence: Span) -> [Mention] {
    let text = context.folded
    var end = candidate.span.end
    while end < sentence.end, end - candidate.span.end < 100, !";；。".unicodeScalars.contains(text[end]) { end += 1 }
    guard candidate.span.end < end else { return [] }
    let companies = Array(context.mentions(of: "Enterprise", in: Span(candidate.span.end, end)))
    var isListed = false
    var result: [Mention] = []
    for (index, company) in companies.enumerated() {
      // 甲项目承建单位乙集团
      if let role = words.builderIs.longestMatch(in: text, at: candidate.span.end), role.end == company.span.start {
        result.append(company)
        continue
      }
      let before = company.span.start > 0 ? text[company.span.start - 1] : "。"
      let next = index + 1 < companies.count ? companies[index + 1].span.start : end
      let stop = clauseEnd(behind: company.span.end, limit: end)
      isListed =
        before == "由" || isBehindBy(company.span.start, from: candidate.span.end)
        || isListed && "、和与及".unicodeScalars.contains(before)
      let behind = Span(company.span.end, isListed ? stop : min(stop, next))
      guard words.investing.occurs(in: text, behind) else { continue }
      let rest = text.string(behind)
      if isListed || rest.hasPrefix("为其") || rest.hasPrefix("为该") || rest.hasPrefix("为项目") { result.append(company) }
    }
    return result
  }

  /// Whether 由 and another investor stand before a company: 由甲城和乙公司共同打造.
  private func isBehindBy(_ start: Int, from floor: Int) -> Bool {
    let text = context.folded
    guard start > floor, "和与及、".unicodeScalars.contains(text[start - 1]) else { return false }
    var position = start - 1
    while position >= floor, start - position <= 20 {
      if text[position] == "由" { return true }
      guard text[position].isHan || text[position] == "、" else { return false }
      position -= 1
    }
    return false
  }

  /// 该项目由A公司投资建设, B公司承建, C银行提供贷款: the companies of a sentence that speaks of the project before.
  private func referBack(_ projects: [(project: EntityID, candidates: [ProjectCandidate])]) {
    let text = context.folded
    let places = projects.flatMap { project in
      project.candidates.map { (place: $0.span.start, project: project.project) }
    }
    .sorted { $0.place < $1.place }
    guard !places.isEmpty else { return }
    var next = 0
    for sentence in context.structure.sentences {
      while next < places.count, places[next].place < sentence.start { next += 1 }
      guard next > 0, refersBack(sentence) else { continue }
      let project = places[next - 1].project
      let companies = Array(context.mentions(of: "Enterprise", in: sentence))
      for (index, company) in companies.enumerated() {
        let end = index + 1 < companies.count ? companies[index + 1].span.start : sentence.end
        let stop = clauseEnd(behind: company.span.end, limit: end)
        guard words.investing.occurs(in: text, Span(company.span.end, stop)) else { continue }
        context.addRelation(
          "INVESTS_IN", from: company.entity, to: project, evidence: sentence, rule: "project.investor-of-it",
          confidence: 0.8)
      }
    }
  }

  private func refersBack(_ sentence: Span) -> Bool {
    let text = context.folded
    guard sentence.count >= 3 else { return false }
    let start = text.string(Span(sentence.start, min(sentence.end, sentence.start + 6)))
    return start.hasPrefix("该项目") || start.hasPrefix("项目由") || start.hasPrefix("项目总") || start.hasPrefix("项目是")
      || start.contains("该项目") || start.hasPrefix("据悉,该项") || start.hasPrefix("该工程")
  }

  private func clauseStart(before position: Int, in sentence: Span) -> Int {
    let text = context.folded
    var start = position
    while start > sentence.start, !"。;；\n".unicodeScalars.contains(text[start - 1]), position - start < 80 {
      start -= 1
    }
    return start
  }

  private func clauseEnd(behind position: Int, limit: Int) -> Int {
    let text = context.folded
    var end = position
    while end < limit, !",，。;；\n".unicodeScalars.contains(text[end]) { end += 1 }
    return end
  }

  /// The zone inside the name, the place behind 位于 or 落户, the zone that holds the ceremony, the region inside the name, the
  /// zone that the stretch is about.
  private func place(of candidate: ProjectCandidate, _ sentence: Span) -> EntityID? {
    let text = context.folded
    if let zone = inside(candidate, "Zone") { return withinHome(zone) }
    if let told = told(candidate, sentence) { return told }
    // 甲开发区举行乙项目开工仪式
    let zones = context.mentions(of: "Zone", in: Span(sentence.start, max(sentence.start, candidate.span.start)))
    if let zone = zones.first, words.holding.longestMatch(in: text, at: zone.span.end) != nil { return zone.entity }
    if let signer = signer(of: candidate, sentence) { return signer }
    if let region = inside(candidate, "Region"), !isOrigin(region, of: candidate) { return withinHome(region) }
    // 东湖药谷要…,积极推进“银杏家园”项目
    let start = clauseStart(before: candidate.span.start, in: sentence)
    return zones.first {
      $0.span.start >= start && $0.span.start - start <= 6
        && "要将应须,，正".unicodeScalars.contains(text[$0.span.end])
    }?.entity
  }

  /// The region of the home region that signs for a project: 甲县与乙公司签订丙项目.
  private func signer(of candidate: ProjectCandidate, _ sentence: Span) -> EntityID? {
    let text = context.folded
    let start = clauseStart(before: candidate.span.start, in: sentence)
    let clause = Span(start, max(start, candidate.span.start))
    guard let verb = words.signing.lastMatch(in: text, before: clause.end, limit: clause.start)?.span else {
      return nil
    }
    return context.mentions(of: "Region", in: Span(clause.start, verb.start)).last { mention in
      guard mention.span.count >= 2, mention.entity != context.deixis.home, !isForeign(mention.entity) else {
        return false
      }
      let end = words.seats.longestMatch(in: text, at: mention.span.end)?.end ?? mention.span.end
      let isBefore = end < text.count && "与和同".unicodeScalars.contains(text[end])
      let isBehind =
        end == verb.start && mention.span.start > 0 && "与和同".unicodeScalars.contains(text[mention.span.start - 1])
      return isBefore || isBehind
    }?.entity
  }

  /// Whether a region at the head of a name is where the company comes from: 甲城 in 甲城乙酒业二期项目.
  private func isOrigin(_ region: EntityID, of candidate: ProjectCandidate) -> Bool {
    isForeign(region)
      && context.mentions(of: "Region", in: candidate.span).contains {
        $0.entity == region && $0.span.start == candidate.span.start
      }
  }

  /// Whether a region is none of the home region's.
  private func isForeign(_ region: EntityID) -> Bool {
    guard let home = context.deixis.home, home != region,
      case .string(let other)? = context.property("code", of: region),
      case .string(let code)? = context.property("code", of: home)
    else { return false }
    let count = code.hasSuffix("0000") ? 2 : code.hasSuffix("00") ? 4 : 6
    return other.prefix(count) != code.prefix(count) && withinHome(region) == region
  }

  /// The place inside a name: of places in a row the last one says it (某镇某村示范点 is in the village).
  private func inside(_ candidate: ProjectCandidate, _ type: String) -> EntityID? {
    let mentions = context.mentions(of: type, in: candidate.core).filter { $0.span.count < candidate.core.count }
    guard var last = mentions.first else { return nil }
    for mention in mentions.dropFirst() where mention.span.start == last.span.end { last = mention }
    return last.entity
  }

  /// The place that the sentence, or the next one where it goes on about the project, tells: 位于甲镇, 该项目落户乙开发区.
  private func told(_ candidate: ProjectCandidate, _ sentence: Span) -> EntityID? {
    let text = context.folded
    var end = min(sentence.end, candidate.span.end + 120)
    if sentence.end < text.count, let next = context.structure.sentence(at: sentence.end), refersBack(next) {
      end = min(next.end, sentence.end + 60)
    }
    let near = Span(max(sentence.start, candidate.span.start - 120), max(candidate.span.end, end))
    for type in ["Zone", "Region"] {
      for mention in context.mentions(of: type, in: near)
      where words.located.longestMatch(in: text, endingAt: headOfPlaces(before: mention.span.start), limit: near.start)
        != nil
        || mention.span.start > near.start && mention.span.end <= candidate.span.start
          && text[mention.span.start - 1] == "在"
      {
        return mention.entity
      }
    }
    return nil
  }

  /// Where the places begin that stand before a position in one row: 位于|本市甲区|乙工业区.
  private func headOfPlaces(before position: Int) -> Int {
    let text = context.folded
    var start = position
    while let before = context.mentions(of: "Region", in: Span(max(0, start - 12), start)).last(where: {
      $0.span.end == start
    }) {
      start = before.span.start
    }
    return start > 1 && "我本".unicodeScalars.contains(text[start - 2]) && "省市县区".unicodeScalars.contains(text[start - 1])
      ? start - 2 : start
  }

  /// A province or a city above the home region at the head of a name says no more than the home region does.
  private func withinHome(_ place: EntityID) -> EntityID {
    guard let home = context.deixis.home, home != place,
      case .string(let level)? = context.property("level", of: place), level == "province" || level == "prefecture",
      case .string(let above)? = context.property("code", of: place),
      case .string(let code)? = context.property("code", of: home),
      code.prefix(level == "province" ? 2 : 4) == above.prefix(level == "province" ? 2 : 4)
    else { return place }
    return home
  }
}
