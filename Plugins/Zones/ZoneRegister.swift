import Extraction
import GraphModel

/// The zones of one document and what they belong to.
struct ZoneRegister {
  private let context: ExtractionContext
  private let places: PlacePrefixes
  private var byKey: [TextKey: EntityID] = [:]
  private var bySpan: [Span: EntityID] = [:]
  /// Spans of zones whose names hold a region's name only as a part.
  private(set) var foreign: [Span] = []

  init(_ context: ExtractionContext) {
    self.context = context
    places = PlacePrefixes(context)
  }

  /// Adds a mention; names that differ only by the place before them are the same zone.
  mutating func add(_ candidate: ZoneCandidate) {
    let named = candidate.place.flatMap { $0.region ?? $0.level.flatMap { places.region(ofLevel: $0) } }
      .map(withinHome)
    let isWide = ZoneWords.embedded.wide.longestMatch(in: context.folded, endingAt: candidate.span.end) != nil
    let inner = context.mentions(of: "Region", in: candidate.span).first { $0.entity == context.deixis.home }
    let region = inner?.entity ?? named ?? (isWide ? nil : context.deixis.home)
    let core = Self.canonical(context.folded, candidate.core)
    let key = TextKey((region.map { context.name(of: $0) } ?? "?") + "\u{1F}" + core)
    let name = context.text.string(candidate.span)
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
    // 武昌 in 某某武昌鱼小镇 is no place of its own, unlike the one with which a zone's name begins.
    let isProvincial = candidate.place?.region.map { withinHome($0) != $0 } ?? false
    let head = isProvincial ? candidate.span.start : candidate.place?.span.end ?? candidate.span.start
    if head < candidate.span.end { foreign.append(Span(head, candidate.span.end)) }
    bySpan[candidate.span] = entity
    if let region {
      context.addRelation(
        "PART_OF", from: entity, to: region, evidence: candidate.span, rule: candidate.rule,
        confidence: candidate.confidence)
    }
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
        case let name = Folding.fold(ScalarText(context.name(of: entity))), Self.canonical(name, name.span) == bare
      else { continue }
      let fuller = byKey.filter { key, _ in
        let key = key.text
        return key != prefix + bare && key.hasPrefix(prefix)
          && (key.hasSuffix(bare) || bare == "开发区" && (key.hasSuffix("经开区") || key.hasSuffix("高新区")))
      }
      guard fuller.count == 1, let other = fuller.first else { continue }
      context.merge(entity, into: other.value)
      for span in context.spans(of: other.value) { bySpan[span] = other.value }
      byKey[TextKey(prefix + bare)] = nil
    }
  }

  /// A committee or a department whose name begins with a zone's is part of the zone.
  func joinCommittees() {
    var byStart: [Int: Span] = [:]
    for span in bySpan.keys where span.end > byStart[span.start]?.end ?? 0 { byStart[span.start] = span }
    for mention in context.mentions(of: "Organization") {
      let span = mention.span
      guard let inside = byStart[span.start], inside.end < span.end, let zone = bySpan[inside] else { continue }
      context.addRelation(
        "PART_OF", from: mention.entity, to: zone, evidence: span, rule: "zone.committee", confidence: 0.9)
    }
  }
}
