import Extraction
import GraphModel

/// The zones of one document and what they belong to.
struct ZoneRegister {
  private let context: ExtractionContext
  private let places: PlacePrefixes
  private var byKey: [TextKey: EntityID] = [:]
  private var bySpan: [Span: EntityID] = [:]
  private var owners: [(zone: EntityID, region: EntityID, candidate: ZoneCandidate)] = []
  /// Zones with the ones that they are parts of.
  private var nested: [(zone: EntityID, whole: EntityID, span: Span)] = []
  /// The region that each zone was last said to be in.
  private var regions: [EntityID: EntityID] = [:]
  /// The zones that some mention names with their place.
  private var placed: Set<EntityID> = []
  /// Spans of zones whose names hold a region's name only as a part.
  private(set) var foreign: [Span] = []

  init(_ context: ExtractionContext) {
    self.context = context
    places = PlacePrefixes(context)
  }

  /// Adds a mention; names that differ only by the place before them are the same zone.
  mutating func add(_ candidate: ZoneCandidate) {
    let named =
      head(of: candidate.span).map(withinHome)
      ?? candidate.place.flatMap { $0.region ?? $0.level.flatMap { places.region(ofLevel: $0) } }
      .map(withinHome)
    let isWide = ZoneWords.embedded.wide.longestMatch(in: context.folded, endingAt: candidate.span.end) != nil
    let inner = context.mentions(of: "Region", in: candidate.span).first { $0.entity == context.deixis.home }
    let region = inner?.entity ?? named ?? (isWide ? nil : context.deixis.home)
    let core = candidate.name ?? Self.canonical(context.folded, own(candidate.core))
    let key = TextKey((region.map { context.name(of: $0) } ?? "?") + "\u{1F}" + core)
    let name = candidate.name ?? context.text.string(candidate.span)
    let entity: EntityID
    if let known = byKey[key] {
      entity = known
      if name.unicodeScalars.count > context.name(of: known).unicodeScalars.count { context.rename(known, to: name) }
    } else {
      entity = context.addEntity(
        "Zone", name: name, rule: candidate.rule, confidence: candidate.confidence, distinct: true)
      byKey[key] = entity
    }
    context.addMention(of: entity, at: candidate.span, rule: candidate.rule)
    if candidate.place.map({ !$0.isBare }) ?? false { placed.insert(entity) }
    // 武昌 in 某某武昌鱼小镇 is no place of its own, unlike the one with which a zone's name begins.
    let isProvincial = candidate.place?.region.map { withinHome($0) != $0 } ?? false
    let head = isProvincial ? candidate.span.start : candidate.place?.span.end ?? candidate.span.start
    if head < candidate.span.end { foreign.append(Span(head, candidate.span.end)) }
    bySpan[candidate.span] = entity
    if let outer = candidate.outer {
      add(
        ZoneCandidate(
          span: outer, place: candidate.place.flatMap { $0.span.end < outer.end ? $0 : nil },
          core: Span(min(max(candidate.core.start, outer.start), outer.end), outer.end), rule: "zone.around-another",
          confidence: 0.8))
      if let whole = bySpan[outer], whole != entity { nested.append((entity, whole, candidate.span)) }
    }
    if let region { regions[entity] = region }
    if let region, candidate.outer == nil { owners.append((entity, region, candidate)) }
  }

  /// Adds PART_OF for each zone that was not joined to another.
  func relate() {
    let alive = Set(byKey.values)
    for (zone, whole, span) in nested where alive.contains(zone) && alive.contains(whole) {
      context.addRelation("PART_OF", from: zone, to: whole, evidence: span, rule: "zone.part-of-zone", confidence: 0.85)
    }
    let inner = Set(nested.map(\.zone))
    for (entity, region, candidate) in owners where alive.contains(entity) && !inner.contains(entity) {
      context.addRelation(
        "PART_OF", from: entity, to: region, evidence: candidate.span, rule: candidate.rule,
        confidence: candidate.confidence)
    }
  }

  /// The region with which a zone's name begins: 甲县北京工业园区 is in 甲县, 甲市乙县工业园区 in 乙县.
  private func head(of span: Span) -> EntityID? {
    var found: Mention?
    for mention in context.mentions(of: "Region", in: span) where mention.span.start == found?.span.end ?? span.start {
      if let above = found {
        guard case .string(let outer)? = context.property("code", of: above.entity),
          case .string(let inner)? = context.property("code", of: mention.entity),
          inner.prefix(outer.hasSuffix("0000") ? 2 : 4) == outer.prefix(outer.hasSuffix("0000") ? 2 : 4)
        else { break }
      }
      found = mention
    }
    return found?.entity
  }

  /// A core without the company that it begins with: 甲集团十字工业园 is 十字工业园.
  private func own(_ core: Span) -> Span {
    guard let company = context.mentions(of: "Enterprise", in: core).first, company.span.start == core.start,
      core.end - company.span.end >= 4
    else { return core }
    return Span(company.span.end, core.end)
  }

  /// Finds the other places of full names' own parts, as 生态工业集聚区 of 甲县生态工业集聚区.
  mutating func addOtherMentions() {
    let text = context.folded
    var taken = SpanSet(count: text.count)
    for span in bySpan.keys.sorted() { taken.insert(span) }
    for type in ["Enterprise", "Organization"] {
      for mention in context.mentions(of: type) { taken.insert(mention.span) }
    }
    var forms = WordTrie<EntityID>()
    for (key, entity) in byKey.sorted(by: { $0.key.text < $1.key.text }) {
      let core =
        key.text.unicodeScalars.split(separator: "\u{1F}", omittingEmptySubsequences: false).last.map(Array.init) ?? []
      if core.count >= 5 { forms.insert(core[...], entity) }
    }
    var position = 0
    while let (span, entity) = forms.firstMatch(in: text, from: position) {
      position = span.start + 1
      guard !taken.overlaps(span), context.words.boundaryExcess(at: span.start) <= 8,
        ZoneWords.embedded.venue.longestMatch(in: text, at: span.end) == nil
      else { continue }
      context.addMention(of: entity, at: span, rule: "zone.own-part")
      bySpan[span] = entity
      foreign.append(span)
      position = span.end
    }
  }

  /// Joins a form without a place to the zone with one whose name it shortens: 天文小镇 of 甲龙天文小镇, 崖口电镀产业园 of
  /// 甲市崖口环保电镀产业园.
  mutating func joinShortened() {
    var names = ShortZoneNames()
    var forms: [(entity: EntityID, form: [Unicode.Scalar])] = []
    for (key, entity) in byKey.sorted(by: { $0.value < $1.value }) {
      let parts = key.text.unicodeScalars.split(separator: "\u{1F}", omittingEmptySubsequences: false)
      let form = (parts.last.map { Array($0) } ?? []).filter(\.isHan)
      names.add(form, entity)
      forms.append((entity, form))
    }
    var gone: Set<EntityID> = []
    for short in forms {
      let full = Folding.fold(ScalarText(context.name(of: short.entity))).scalars.filter(\.isHan)
      let isNamed = short.form.count >= 4 && !ZoneWords.embedded.isKind(short.form)
      guard isNamed || full.count >= 5 && full.count > short.form.count else { continue }
      let whole =
        (isNamed ? names.whole(of: short.form, besides: short.entity) : nil)
        ?? names.whole(of: full, besides: short.entity)
      guard let whole, whole != short.entity, !isNested(short.entity, in: whole),
        !gone.contains(whole), !gone.contains(short.entity),
        !placed.contains(whole) || !placed.contains(short.entity) || isEnd(full, of: whole)
          || regions[whole] == regions[short.entity],
        !areSideBySide(short.entity, whole)
      else { continue }
      // The one that is named with its place keeps its region.
      let isShortPlaced = placed.contains(short.entity) && !placed.contains(whole)
      let (kept, lost) = isShortPlaced ? (short.entity, whole) : (whole, short.entity)
      context.merge(lost, into: kept)
      for span in context.spans(of: kept) { bySpan[span] = kept }
      gone.insert(lost)
    }
    if !gone.isEmpty { byKey = byKey.filter { !gone.contains($0.value) } }
  }

  /// Whether a zone's name ends with a form.
  private func isEnd(_ form: [Unicode.Scalar], of zone: EntityID) -> Bool {
    Folding.fold(ScalarText(context.name(of: zone))).scalars.filter(\.isHan).reversed().starts(with: form.reversed())
  }

  private func isNested(_ one: EntityID, in other: EntityID) -> Bool {
    nested.contains { $0.zone == one && $0.whole == other || $0.zone == other && $0.whole == one }
  }

  /// 湖南某某产业园 in the news of a county of Hunan is the county's.
  private func withinHome(_ region: EntityID) -> EntityID {
    guard let home = context.deixis.home, home != region,
      case .string("province")? = context.property("level", of: region),
      case .string(let above)? = context.property("code", of: region),
      case .string(let code)? = context.property("code", of: home), code.prefix(2) == above.prefix(2)
    else { return region }
    return home
  }

  private static let kinds = WordTrie(
    [
      ("经济技术开发区", "经开区"), ("经济开发区", "经开区"), ("高新技术产业开发区", "高新区"), ("高新技术开发区", "高新区"),
      ("综合保税区", "综保区"),
    ], reversed: true)

  /// 经济开发区 and 经开区 are one kind.
  private static func canonical(_ text: ScalarText, _ core: Span) -> String {
    guard let kind = kinds.longestMatch(in: text, endingAt: core.end, limit: core.start) else {
      return text.string(core)
    }
    return text.string(Span(core.start, kind.start)) + kind.value
  }

  /// A bare 开发区 or 经开区 is the home region's only one with a fuller name, where there is just one.
  mutating func joinBare() {
    guard let home = context.deixis.home else { return }
    let prefix = context.name(of: home) + "\u{1F}"
    for bare in ["经开区", "高新区", "开发区", "科技城", "科学城", "综保区", "保税区", "旅游度假区"] {
      guard let entity = byKey[TextKey(prefix + bare)],
        case let name = Folding.fold(ScalarText(context.name(of: entity))),
        Self.canonical(name, name.span) == bare
          || placed.contains(entity) && Self.canonical(name, name.span).hasSuffix(bare)
      else { continue }
      let fuller = byKey.filter { key, _ in
        let key = key.text
        return key != prefix + bare && key.hasPrefix(prefix)
          && (key.hasSuffix(bare) || bare == "开发区" && (key.hasSuffix("经开区") || key.hasSuffix("高新区")))
      }
      guard let other = fuller.count == 1 ? fuller.first : fuller.isEmpty ? twin(of: entity, bare, around: home) : nil,
        !areSideBySide(entity, other.value)
      else { continue }
      context.merge(entity, into: other.value)
      for span in context.spans(of: other.value) { bySpan[span] = other.value }
      byKey[TextKey(prefix + bare)] = nil
    }
  }

  /// 甲高新区(乙区): the zone of the home region's prefecture beside whose name the home region stands in brackets.
  private func twin(of bare: EntityID, _ kind: String, around home: EntityID) -> (key: TextKey, value: EntityID)? {
    let text = context.folded
    let twins = byKey.filter { key, zone in
      guard zone != bare, key.text.hasSuffix(kind) else { return false }
      return context.spans(of: zone).contains { span in
        guard span.end + 1 < text.count, text[span.end] == "(" else { return false }
        return context.mentions(of: "Region", in: Span(span.end, min(span.end + 12, text.count))).contains {
          $0.entity == home && $0.span.start == span.end + 1
        }
      }
    }
    return twins.count == 1 ? twins.first : nil
  }

  /// Whether two zones are told apart by a row of names: 甲经济开发区和乙经济开发区.
  private func areSideBySide(_ one: EntityID, _ other: EntityID) -> Bool {
    let text = context.folded
    func leads(_ first: EntityID, to second: EntityID) -> Bool {
      let starts = Set(context.spans(of: second).prefix(Self.looked).map(\.start))
      return context.spans(of: first).prefix(Self.looked).contains { span in
        span.end < text.count && "、和与及".unicodeScalars.contains(text[span.end]) && starts.contains(span.end + 1)
      }
    }
    return leads(one, to: other) || leads(other, to: one)
  }

  /// How many mentions of a zone are looked at for what stands beside them.
  private static let looked = 40
}
