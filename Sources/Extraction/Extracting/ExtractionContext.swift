import GraphModel

/// The number of an entity inside one `ExtractionContext`.
public struct EntityID: Hashable, Sendable, Comparable {
  let index: Int
  /// Orders by time of creation.
  public static func < (a: EntityID, b: EntityID) -> Bool { a.index < b.index }
}

/// A stretch of clean text that denotes something of a type.
public struct Mention: Hashable, Sendable {
  /// Where it stands in the clean text.
  public var span: Span
  /// The label, as `Person`.
  public var type: String
  /// What it denotes.
  public var entity: EntityID
  /// The rule or feature that found it.
  public var rule: String
}

/// One document while plug-ins read it: its text, its structure, and what has been found so far.
///
/// Plug-ins run one after the other, in the order of `requires` and `produces`; each sees what came before by label.
public final class ExtractionContext {
  /// The document.
  public let document: Document
  /// Paragraphs, sentences, clauses and quotations of the clean text.
  public let structure: TextStructure
  /// Every date of the text, resolved against the publishing date.
  public let dates: DateScanner
  /// What 我市, 全县, 市委 stand for; set by the plug-in that knows regions.
  public var deixis = Deixis()

  /// The text read as words of the general list; made when first asked for.
  public private(set) lazy var words = WordLattice(folded)

  private struct Draft {
    var assertion: EntityAssertion
    var spans: Set<Span>
    var forms: Set<String>
    var alive = true
  }

  /// What makes two relation assertions one.
  private struct RelationKey: Hashable {
    var type: String
    var from: Int
    var to: Int
    var properties: [String: PropertyValue]
  }

  private struct NameKey: Hashable {
    var type: String
    var name: String
  }

  private var drafts: [Draft] = []
  private var mentionsByType: [String: [Mention]] = [:]
  private var staleTypes: Set<String> = []
  private var relations: [RelationAssertion] = []
  private var relationIndex: [RelationKey: Int] = [:]
  private var byName: [NameKey: [EntityID]] = [:]
  private var plugin = PluginManifest(name: "", version: "", requires: [], produces: [], schema: GraphSchema())

  /// A context in which nothing has been found yet.
  public init(document: Document) {
    self.document = document
    structure = TextStructure(document.folded)
    dates = DateScanner(document.folded, published: document.metadata.published)
  }

  /// The clean text, in the document's own script.
  public var text: ScalarText { document.text }
  /// The clean text folded for matching, scalar by scalar as long as `text`.
  public var folded: ScalarText { document.folded }

  /// Runs a plug-in; what it adds carries its name and version.
  public func run(_ plugin: any Plugin) throws {
    self.plugin = plugin.manifest
    try plugin.extract(in: self)
  }

  // MARK: Reading

  /// All mentions of a label, in order of their place.
  public func mentions(of type: String) -> [Mention] {
    refresh(type)
    return mentionsByType[type] ?? []
  }

  /// All mentions of some labels, in order of their place.
  public func mentions(of types: [String]) -> [Mention] {
    types.flatMap { mentions(of: $0) }.sorted { ($0.span, $0.type) < ($1.span, $1.type) }
  }

  /// The mentions of a label that lie inside a span.
  public func mentions(of type: String, in span: Span) -> ArraySlice<Mention> {
    refresh(type)
    let all = mentionsByType[type] ?? []
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < all.count, all[end].span.start < span.end { end += 1 }
    let near = all[low..<end]
    return near.allSatisfy { span.contains($0.span) } ? near : near.filter { span.contains($0.span) }[...]
  }

  /// The entities of a label, in order of creation.
  public func entities(of type: String) -> [EntityID] {
    drafts.indices.filter { drafts[$0].alive && drafts[$0].assertion.type == type }.map(EntityID.init(index:))
  }

  /// The entity of a label with exactly this name or surface (folded), where there is one.
  public func entity(_ type: String, named name: String) -> EntityID? {
    byName[NameKey(type: type, name: name)]?.first { drafts[$0.index].alive && drafts[$0.index].forms.contains(name) }
  }

  /// The label of an entity.
  public func type(of entity: EntityID) -> String { drafts[entity.index].assertion.type }
  /// The name of an entity.
  public func name(of entity: EntityID) -> String { drafts[entity.index].assertion.name }
  /// A property of an entity.
  public func property(_ key: String, of entity: EntityID) -> PropertyValue? {
    drafts[entity.index].assertion.properties[key]
  }
  /// The spans at which an entity is mentioned, in the clean text, in order of their place.
  public func spans(of entity: EntityID) -> [Span] { drafts[entity.index].spans.sorted() }

  // MARK: Adding

  /// Adds an entity; the same type and name twice is the same entity unless `distinct`.
  @discardableResult
  public func addEntity(
    _ type: String, name: String, properties: [String: PropertyValue] = [:], rule: String, confidence: Double = 1,
    distinct: Bool = false
  ) -> EntityID {
    if !distinct, let known = entity(type, named: name) {
      for (key, value) in properties where drafts[known.index].assertion.properties[key] == nil {
        drafts[known.index].assertion.properties[key] = value
      }
      drafts[known.index].assertion.confidence = max(drafts[known.index].assertion.confidence, confidence)
      return known
    }
    let id = EntityID(index: drafts.count)
    drafts.append(
      Draft(
        assertion: EntityAssertion(
          type: type, name: name, properties: properties, mentions: [], confidence: confidence,
          provenance: provenance(rule)), spans: [], forms: [name]))
    byName[NameKey(type: type, name: name), default: []].append(id)
    return id
  }

  /// Adds a mention of an entity at a span of the clean text; the span's text becomes one of the entity's surfaces.
  ///
  /// - Parameter deictic: true for forms as 我市, which point to the entity but are no name of it.
  public func addMention(of entity: EntityID, at span: Span, rule: String, deictic: Bool = false) {
    let type = drafts[entity.index].assertion.type
    guard drafts[entity.index].spans.insert(span).inserted else { return }
    if !deictic { addSurface(text.string(span), to: entity) }
    let mention = Mention(span: span, type: type, entity: entity, rule: rule)
    refresh(type)
    Self.insert(mention, into: &mentionsByType[type, default: []])
  }

  /// Puts a mention behind those of its place or before it.
  private static func insert(_ mention: Mention, into list: inout [Mention]) {
    guard let last = list.last, mention.span < last.span else { return list.append(mention) }
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if mention.span < list[middle].span { high = middle } else { low = middle + 1 }
    }
    list.insert(mention, at: low)
  }

  /// Takes back the mentions of a label that lie inside spans: a region's name that is part of a company's name is no
  /// mention of the region.
  ///
  /// An entity left without mentions leaves the findings; the document's home region keeps its last ones.
  ///
  /// - Parameter spans: in order of their place, not overlapping.
  public func suppressMentions(of type: String, inside spans: [Span]) {
    var next = 0
    var doomed: [EntityID: Set<Span>] = [:]
    for mention in mentions(of: type) {
      while next < spans.count, spans[next].end < mention.span.end { next += 1 }
      guard next < spans.count else { break }
      if spans[next].contains(mention.span) { doomed[mention.entity, default: []].insert(mention.span) }
    }
    for (entity, gone) in doomed {
      let left = drafts[entity.index].spans.subtracting(gone)
      if left.isEmpty, entity == deixis.home { continue }
      let kept = Set(left.map { text.string($0) })
      for form in Set(gone.map { text.string($0) }).subtracting(kept) where form != drafts[entity.index].assertion.name
      {
        drafts[entity.index].forms.remove(form)
      }
      drafts[entity.index].spans = left
      staleTypes.insert(type)
    }
  }

  /// Adds a form under which the document knows an entity.
  public func addSurface(_ form: String, to entity: EntityID) {
    guard drafts[entity.index].forms.insert(form).inserted else { return }
    let key = NameKey(type: drafts[entity.index].assertion.type, name: form)
    byName[key, default: []].append(entity)
  }

  /// Gives an entity another name; the old one stays a surface.
  public func rename(_ entity: EntityID, to name: String) {
    addSurface(name, to: entity)
    drafts[entity.index].assertion.name = name
  }

  /// Sets a property of an entity; nil takes it away.
  public func setProperty(_ key: String, of entity: EntityID, to value: PropertyValue?) {
    drafts[entity.index].assertion.properties[key] = value
  }

  /// Adds a relation with the clean span that says so; the same relation twice gathers evidence.
  public func addRelation(
    _ type: String, from: EntityID, to: EntityID, properties: [String: PropertyValue] = [:], evidence: Span,
    rule: String,
    confidence: Double = 1
  ) {
    let key = RelationKey(type: type, from: from.index, to: to.index, properties: properties)
    if let index = relationIndex[key] {
      if relations[index].evidence.last != evidence { relations[index].evidence.append(evidence) }
      relations[index].confidence = max(relations[index].confidence, confidence)
      return
    }
    relationIndex[key] = relations.count
    relations.append(
      RelationAssertion(
        type: type, from: from.index, to: to.index, properties: properties, evidence: [evidence],
        confidence: confidence, provenance: provenance(rule)))
  }

  /// Takes back an entity with its mentions and relations.
  public func retract(_ entity: EntityID) {
    drafts[entity.index].alive = false
    staleTypes.insert(drafts[entity.index].assertion.type)
  }

  /// Makes two entities of one label one: mentions, surfaces, properties and relations of `other` go to `entity`.
  public func merge(_ other: EntityID, into entity: EntityID) {
    guard other != entity else { return }
    drafts[other.index].alive = false
    for form in drafts[other.index].forms.sorted() { addSurface(form, to: entity) }
    drafts[entity.index].spans.formUnion(drafts[other.index].spans)
    drafts[entity.index].assertion.properties.merge(drafts[other.index].assertion.properties) { mine, _ in mine }
    let type = drafts[entity.index].assertion.type
    refresh(type)
    for index in mentionsByType[type]?.indices ?? 0..<0 where mentionsByType[type]![index].entity == other {
      mentionsByType[type]![index].entity = entity
    }
    for index in relations.indices {
      if relations[index].from == other.index { relations[index].from = entity.index }
      if relations[index].to == other.index { relations[index].to = entity.index }
    }
    reindexRelations()
  }

  // MARK: Result

  /// Everything found, with spans of the source's decoded text, in the fixed order of `Findings`.
  public func findings() -> Findings {
    let found = drafts.indices.compactMap { index -> (index: Int, first: Span)? in
      guard drafts[index].alive, let first = drafts[index].spans.min() else { return nil }
      return (index, first)
    }
    let order = found.sorted { a, b in
      if a.first != b.first { return a.first < b.first }
      let (one, other) = (drafts[a.index].assertion, drafts[b.index].assertion)
      return (one.type, one.name) < (other.type, other.name)
    }.map(\.index)
    var place: [Int: Int] = [:]
    for (new, old) in order.enumerated() { place[old] = new }
    let entities = order.map { index -> EntityAssertion in
      var assertion = drafts[index].assertion
      assertion.mentions = sources(drafts[index].spans)
      assertion.surfaces = drafts[index].forms.subtracting([assertion.name]).sorted()
      return assertion
    }
    let kept = relations.compactMap { relation -> RelationAssertion? in
      guard let from = place[relation.from], let to = place[relation.to] else { return nil }
      var relation = relation
      relation.from = from
      relation.to = to
      relation.evidence = sources(relation.evidence)
      return relation
    }
    return Findings(document: document.id, entities: entities, relations: kept.sorted(by: Self.precedes))
  }

  private static func precedes(_ a: RelationAssertion, _ b: RelationAssertion) -> Bool {
    if (a.from, a.to) != (b.from, b.to) || a.type != b.type { return (a.type, a.from, a.to) < (b.type, b.from, b.to) }
    func line(_ relation: RelationAssertion) -> String {
      relation.properties.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text ?? "\($0.value)")" }
        .joined(separator: "\u{1F}")
    }
    return line(a) < line(b)
  }

  /// Drops the mentions of entities that were taken back, and those that were suppressed.
  private func refresh(_ type: String) {
    guard !staleTypes.isEmpty, staleTypes.remove(type) != nil else { return }
    mentionsByType[type]?.removeAll { mention in
      let draft = drafts[mention.entity.index]
      return !draft.alive || !draft.spans.contains(mention.span)
    }
  }

  private func sources(_ spans: some Sequence<Span>) -> [Span] {
    Set(spans.map { document.offsets.source(of: $0) }).sorted()
  }

  private func provenance(_ rule: String) -> Provenance {
    Provenance(extractor: plugin.name, version: plugin.version, rule: rule)
  }

  private func reindexRelations() {
    let old = relations
    relations = []
    relationIndex = [:]
    for relation in old where drafts[relation.from].alive && drafts[relation.to].alive {
      let key = RelationKey(
        type: relation.type, from: relation.from, to: relation.to, properties: relation.properties)
      if let index = relationIndex[key] {
        relations[index].evidence += relation.evidence
      } else {
        relationIndex[key] = relations.count
        relations.append(relation)
      }
    }
  }
}
