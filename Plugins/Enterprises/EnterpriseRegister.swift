import Extraction
import GraphModel

/// The companies of one document: joins short and full names, and says where a company stands.
struct EnterpriseRegister {
  private let context: ExtractionContext
  private let text: ScalarText
  private var full: [(entity: EntityID, candidate: EnterpriseCandidate)] = []
  private var byForm: [TextKey: EntityID] = [:]
  private var byStem: [TextKey: EntityID] = [:]
  /// Those that some mention names with a legal form.
  private var fullNames: Set<EntityID> = []
  private var listed: [(entity: EntityID, span: Span)] = []
  private let places: PlacePrefixes
  private var forms: ShortForms
  /// Spans of companies and of bodies, which other readings leave alone.
  private(set) var taken: SpanSet
  /// The spans of companies in the order they were found.
  private(set) var spans: [Span] = []

  init(_ context: ExtractionContext) {
    self.context = context
    text = context.folded
    places = PlacePrefixes(context)
    forms = ShortForms(text)
    taken = SpanSet(count: text.count)
    for mention in context.mentions(of: "Organization") { taken.insert(mention.span) }
  }

  /// Adds a mention; the same form is the same company.
  mutating func add(_ candidate: EnterpriseCandidate) {
    var candidate = candidate
    let town = candidate.isFull ? nil : town(atHeadOf: candidate.span)
    if let town { candidate.span.start = town.span.end }
    guard !taken.overlaps(candidate.span) else { return }
    let form = TextKey(EnterpriseWords.embedded.canonical(text.string(candidate.span)))
    let entity: EntityID
    let stem = candidate.isFull ? stem(of: candidate) : nil
    let local = local(candidate)
    if let known = byForm[form] ?? stem.flatMap({ byStem[$0] }) ?? local.flatMap({ byForm[$0] }) {
      entity = known
      byForm[form] = known
      let name = context.text.string(candidate.span)
      // 中国远山集团 is more than 远山集团 and less than 中国远山集团有限公司.
      if name.unicodeScalars.count > context.name(of: known).unicodeScalars.count, !fullNames.contains(known),
        name.hasSuffix("集团") || name.hasSuffix("集团公司") || local != nil
      {
        context.rename(known, to: name)
      }
    } else {
      entity = context.addEntity(
        "Enterprise", name: context.text.string(candidate.span), rule: candidate.rule, confidence: candidate.confidence,
        distinct: true)
      byForm[form] = entity
      if let local, byForm[local] == nil { byForm[local] = entity }
      if let stem { byStem[stem] = entity }
      if candidate.isFull { full.append((entity, candidate)) }
      if candidate.isFull, candidate.brand.end < candidate.span.end - 3 { fullNames.insert(entity) }
    }
    mention(entity, candidate.span, candidate.rule)
    if candidate.isFull, let alias = BracketAlias(text, behind: candidate.span.end)?.span, !taken.overlaps(alias),
      EnterpriseWords.embedded.endings[text[alias]] == nil
    {
      byForm[TextKey(text.string(alias))] = entity
      mention(entity, alias, "enterprise.alias-in-bracket")
    }
    if let town {
      context.addRelation(
        "LOCATED_IN", from: entity, to: town.entity, evidence: Span(town.span.start, candidate.span.end),
        rule: "enterprise.behind-its-town", confidence: 0.8)
    }
    if candidate.rule == "enterprise.list-of-companies" { listed.append((entity, candidate.span)) }
  }

  /// The name without the level word before it: 远山城建公司 of 区远山城建公司.
  private func local(_ candidate: EnterpriseCandidate) -> TextKey? {
    guard candidate.isFull, let place = candidate.place, place.isBare, place.span.start == candidate.span.start,
      candidate.brand.count >= 3
    else { return nil }
    return TextKey(text.string(Span(place.span.end, candidate.span.end)))
  }

  /// Place and brand of a full name that tell the company whatever its ending is: 甲市远山实业 of 甲市远山实业集团.
  private func stem(of candidate: EnterpriseCandidate) -> TextKey? {
    guard candidate.brand.count >= 3, candidate.brand.end < candidate.span.end,
      "公集有股控".unicodeScalars.contains(text[candidate.brand.end])
    else { return nil }
    return TextKey(text.string(Span(candidate.span.start, candidate.brand.end)))
  }

  /// The town or village in front of a short name, which is no part of it: 甲镇|鸿远牧业.
  private func town(atHeadOf span: Span) -> Mention? {
    guard let first = context.mentions(of: "Region", in: span).first, first.span.start == span.start,
      span.end - first.span.end >= 3
    else { return nil }
    let level = context.property("level", of: first.entity)
    return level == .string("township") || level == .string("village") ? first : nil
  }

  private mutating func mention(_ entity: EntityID, _ span: Span, _ rule: String) {
    taken.insert(span)
    spans.append(span)
    context.addMention(of: entity, at: span, rule: rule)
  }

  /// Finds the short forms that full names of the document allow: 润德纺织 of 江苏润德纺织集团有限公司.
  mutating func addShortForms() {
    // Where no company came to those whose forms were looked for before, there is nothing new to find.
    guard forms.count < full.count else { return }
    for company in full[forms.count...] { forms.add(company.candidate) }
    var index = 0
    while let match = forms.first(from: index) {
      guard !taken.overlaps(match.span), isWhole(match.span, of: full[match.company].candidate.brand) else {
        index = match.span.start + 1
        continue
      }
      let entity = full[match.company].entity
      mention(entity, match.span, "enterprise.short-form")
      byForm[TextKey(text.string(match.span))] = entity
      index = match.span.end
    }
  }

  private func isWhole(_ span: Span, of brand: Span) -> Bool {
    // A group known everywhere is another company than one that is called after it.
    let words = EnterpriseWords.embedded
    if let known = words.wellKnown.longestMatch(in: text, at: span.start), known.end >= span.end,
      text[Span(span.start, known.end)].suffix(2).elementsEqual("集团".unicodeScalars),
      known.end - span.start - 2 < brand.count
    {
      return false
    }
    // A place's name is no company's, even where the company is called after it.
    let near = Span(span.start, min(text.count, span.end + 3))
    if context.mentions(of: "Region", in: near).contains(where: {
      $0.span.start == span.start && $0.span.end >= span.end
    }) {
      return false
    }
    // 盐源|县, 万盛|经开区: the place that the company is called after.
    if span.count <= 3, span.end < text.count,
      "县市区镇乡州旗".unicodeScalars.contains(text[span.end]) || words.zonesAhead.longestMatch(in: text, at: span.end) != nil
    {
      return false
    }
    // 海吉|星 is the beginning of the full brand, not a short form.
    if span.count < brand.count, span.end < text.count, text[span.end] == text[brand.start + span.count],
      text[brand].starts(with: text[span]), span.count <= 3
    {
      return false
    }
    let lattice = context.words
    if span.count >= 4 { return lattice.boundaryExcess(at: span.end) <= 20 }
    return lattice.excess(of: span, cost: 52) <= 24
  }

  /// Finds the other places of names that were told from one place.
  mutating func addOtherMentions() {
    var forms = WordTrie<EntityID>()
    // Their order does not show: no two forms are the same.
    for (form, entity) in byForm {
      let scalars = ScalarText(form.text).scalars
      if scalars.count >= 3 { forms.insert(scalars[...], entity) }
    }
    var index = 0
    while let (span, entity) = forms.firstMatch(in: text, from: index) {
      guard !taken.overlaps(span) else {
        index = span.start + 1
        continue
      }
      mention(entity, span, "enterprise.seen-elsewhere")
      index = span.end
    }
  }

  // MARK: Where they stand

  /// Adds LOCATED_IN where the name or the sentence says it.
  func locate() {
    for (entity, candidate) in full {
      guard let place = candidate.place else { continue }
      // The level word of another place's name says nothing of the home region.
      let named =
        place.region
        ?? (place.isBare
          ? place.level.flatMap { places.region(ofLevel: $0) }
          : context.entity("Region", named: context.text.string(place.span)))
      guard let region = named else { continue }
      if place.isBare {
        context.addSurface(
          context.name(of: region) + context.text.string(Span(place.span.end, candidate.span.end)), to: entity)
        context.addRelation(
          "LOCATED_IN", from: entity, to: region, evidence: candidate.span, rule: "enterprise.level-word-in-name",
          confidence: 0.9)
      } else if region == context.deixis.home || isNamedInFull(place, candidate) {
        context.addRelation(
          "LOCATED_IN", from: entity, to: region, evidence: candidate.span, rule: "enterprise.home-region-in-name",
          confidence: 0.7)
      }
    }
    guard let home = context.deixis.home else { return }
    locateNamesakes(of: home)
    for (entity, span) in listed {
      var start = span.start
      while start > 0, span.start - start < 300, text[start - 1] != "。", text[start - 1] != "\n" { start -= 1 }
      let sentence = Span(start, span.end)
      // Who attends, speaks or is met may have come from anywhere.
      guard isAboutHome(sentence, before: span.start),
        !EnterpriseWords.embedded.attending.occurs(in: text, clause(around: span))
      else { continue }
      context.addRelation(
        "LOCATED_IN", from: entity, to: home, evidence: sentence, rule: "enterprise.list-about-home", confidence: 0.7)
    }
  }

  /// 甲某陶瓷 or 国电甲热电厂 in the news of 甲县: a name that holds the home region's.
  private func locateNamesakes(of home: EntityID) {
    let name = Folding.fold(ScalarText(context.name(of: home))).scalars
    guard name.count == 3, context.property("level", of: home) != .string("province") else { return }
    let stem = name.prefix(2)
    // 长沙水厂 in the news of 长沙县 is the city's.
    if let city = context.entity("Region", named: ScalarText(Array(stem) + ["市"]).description), city != home { return }
    for entity in Set(byForm.values).sorted() {
      let own = context.name(of: entity).unicodeScalars.map { Folding.fold($0) }
      guard own.count >= 5, let span = context.spans(of: entity).first,
        let place = own.indices.dropLast(2).first(where: { own[$0...].starts(with: stem) }), own.count - place >= 3
      else { continue }
      context.addRelation(
        "LOCATED_IN", from: entity, to: home, evidence: span, rule: "enterprise.home-region-in-name", confidence: 0.7)
    }
  }

  /// 甲市乙公司 is in 甲市; a province's name and a branch's tell less.
  private func isNamedInFull(_ place: PlacePrefix, _ candidate: EnterpriseCandidate) -> Bool {
    guard let level = place.level, !["省", "自治区"].contains(level) else { return false }
    return !text[candidate.span].suffix(3).elementsEqual("分公司".unicodeScalars)
  }

  private static let clauseEnds: ScalarSet = "。,，;；:：\n"

  /// The clause that a name stands in, the rest of its list included.
  private func clause(around span: Span) -> Span {
    var start = span.start
    while start > 0, span.start - start < 200, !Self.clauseEnds.contains(text[start - 1]) { start -= 1 }
    var end = span.end
    while end < text.count, end - span.end < 200, !Self.clauseEnds.contains(text[end]) { end += 1 }
    return Span(start, end)
  }

  /// Whether a sentence speaks of the home region (我市, 全县, its name) before a position.
  private func isAboutHome(_ sentence: Span, before position: Int) -> Bool {
    var index = sentence.start
    while index + 1 < position {
      if text[index] == "我" || text[index] == "全", "市县区省州旗镇乡".unicodeScalars.contains(text[index + 1]) { return true }
      index += 1
    }
    let home = context.deixis.home
    return context.mentions(of: "Region", in: Span(sentence.start, max(sentence.start, position)))
      .contains { $0.entity == home && !isInZone($0.span) }
  }

  /// Whether a place is the beginning of a zone's name.
  private func isInZone(_ place: Span) -> Bool {
    let words = EnterpriseWords.embedded
    return (place.end + 2...place.end + 8).contains {
      $0 <= text.count && words.zoneKinds.longestMatch(in: text, endingAt: $0, limit: place.end) != nil
    }
  }
}
