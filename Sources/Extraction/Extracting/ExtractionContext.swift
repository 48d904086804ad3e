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
  /// The clean text, in the document's own script.
  public let text: ScalarText
  /// The clean text folded for matching, scalar by scalar as long as `text`.
  public let folded: ScalarText
  /// Paragraphs, sentences, clauses and quotations of the clean text.
  public let structure: TextStructure
  /// Every date of the text, resolved against the publishing date.
  public let dates: DateScanner
  /// What 我市, 全县, 市委 stand for; set by the plug-in that knows regions.
  public var deixis = Deixis()

  /// Where what fires and what loses is noted; nil unless somebody asked for it.
  public let trace: ExtractionTrace?
  /// Where rules note what they did; nil unless somebody asked for it.
  var ruleLog: RuleLog?

  /// The text read as words of the general list; made when first asked for.
  public private(set) lazy var words = WordLattice(folded)

  /// Where rows of Chinese characters begin in the folded text, in order; found when first asked for.
  public private(set) lazy var hanStarts: [Int] = folded.scalars.withUnsafeBufferPointer { scalars in
    var starts: [Int] = []
    var isInside = false
    for index in scalars.indices {
      let isHan = scalars[index].isHan
      if isHan, !isInside { starts.append(index) }
      isInside = isHan
    }
    return starts
  }

  // A context belongs to one thread and hands out none of what it keeps while it changes that: what follows is asked some
  // thousand times a document, and needs no guard against uses that overlap.
  @exclusivity(unchecked) private var scalarPlaces = ScalarPlaces()

  @exclusivity(unchecked) private var drafts: [EntityDraft] = []
  @exclusivity(unchecked) private var shelves: [MentionShelf] = []
  @exclusivity(unchecked) private(set) var relations: [RelationAssertion] = []
  @exclusivity(unchecked) private var relationIndex = RelationIndex()
  @exclusivity(unchecked) private var byName: [FormKey: FormHolders] = [:]
  /// Name and version of the plug-in that is reading.
  @exclusivity(unchecked) private var plugin = (name: "", version: "")

  /// A context in which nothing has been found yet.
  public init(document: Document, trace: ExtractionTrace? = nil) {
    self.document = document
    text = document.text
    folded = document.folded
    self.trace = trace
    structure = TextStructure(document.folded)
    dates = DateScanner(document.folded, published: document.metadata.published)
    // Room for what a usual document holds.
    byName.reserveCapacity(96)
    drafts.reserveCapacity(48)
    relations.reserveCapacity(64)
  }

  /// Runs a plug-in where the document concerns it; what it adds carries its name and version.
  public func run(_ plugin: any Plugin) throws {
    let manifest = plugin.manifest
    guard TouchingWords(manifest.touches)?.stand(in: folded) ?? true else { return }
    begin(name: manifest.name, version: manifest.version)
    try plugin.extract(in: self)
  }

  /// From now on what is added carries a plug-in's name and version.
  func begin(name: String, version: String) {
    plugin = (name, version)
    trace?.plugin = name
  }

  // MARK: Reading

  /// Where a scalar stands in the folded text, in order.
  public func places(of scalar: Unicode.Scalar) -> [Int] { scalarPlaces.places(of: scalar, in: folded) }

  /// All mentions of a label, in order of their place.
  public func mentions(of type: String) -> [Mention] {
    let shelf = shelf(type)
    refresh(shelf)
    return shelves[shelf].mentions()
  }

  /// All mentions of some labels, in order of their place.
  public func mentions(of types: [String]) -> [Mention] {
    if types.count == 1 { return mentions(of: types[0]) }
    let lists = types.sorted().map { mentions(of: $0) }
    var next = [Int](repeating: 0, count: lists.count)
    var merged: [Mention] = []
    merged.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    while true {
      var first: (list: Int, span: Span)?
      for list in lists.indices where next[list] < lists[list].count {
        let span = lists[list][next[list]].span
        if first.map({ span < $0.span }) ?? true { first = (list, span) }
      }
      guard let first else { return merged }
      merged.append(lists[first.list][next[first.list]])
      next[first.list] += 1
    }
  }

  /// The mentions of a label that lie inside a span.
  public func mentions(of type: String, in span: Span) -> ArraySlice<Mention> {
    let all = mentions(of: type)
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    var isInside = true
    while end < all.count, all[end].span.start < span.end {
      isInside = isInside && all[end].span.end <= span.end
      end += 1
    }
    return isInside ? all[low..<end] : all[low..<end].filter { span.contains($0.span) }[...]
  }

  /// The entities of a label, in order of creation.
  public func entities(of type: String) -> [EntityID] {
    let label = shelf(type)
    return drafts.indices.filter { drafts[$0].isAlive && drafts[$0].label == label }.map(EntityID.init(index:))
  }

  /// The entity of a label with exactly this name or surface (folded), where there is one.
  public func entity(_ type: String, named name: String) -> EntityID? {
    entity(FormKey(label: shelf(type), form: name))
  }

  private func entity(_ key: FormKey) -> EntityID? {
    byName[key]?.first { drafts[$0.index].isAlive && !drafts[$0.index].lost.contains(key.form) }
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
  public func spans(of entity: EntityID) -> [Span] { drafts[entity.index].spans }

  // MARK: Adding

  /// Adds an entity; the same type and name twice is the same entity unless `distinct`.
  @discardableResult
  public func addEntity(
    _ type: String, name: String, properties: [String: PropertyValue] = [:], rule: String, confidence: Double = 1,
    distinct: Bool = false
  ) -> EntityID {
    let label = shelf(type)
    let key = FormKey(label: label, form: name)
    if !distinct, let known = entity(key) {
      for (property, value) in properties where drafts[known.index].assertion.properties[property] == nil {
        drafts[known.index].assertion.properties[property] = value
      }
      drafts[known.index].assertion.confidence = max(drafts[known.index].assertion.confidence, confidence)
      return known
    }
    let id = EntityID(index: drafts.count)
    drafts.append(
      EntityDraft(
        label: label,
        assertion: EntityAssertion(
          type: type, name: name, properties: properties, mentions: [], confidence: confidence,
          provenance: provenance(rule))))
    byName[key, default: FormHolders()].append(id)
    return id
  }

  /// Adds a mention of an entity at a span of the clean text; the span's text becomes one of the entity's surfaces.
  ///
  /// - Parameter deictic: true for forms as 我市, which point to the entity but are no name of it.
  public func addMention(of entity: EntityID, at span: Span, rule: String, deictic: Bool = false) {
    guard drafts[entity.index].insert(span) else { return }
    trace?.fired(drafts[entity.index].assertion.type, at: span, rule: rule)
    if !deictic { addSurface(at: span, to: entity) }
    let label = drafts[entity.index].label
    refresh(label)
    let mention = Mention(span: span, type: shelves[label].label, entity: entity, rule: rule)
    shelves[label].insert(mention)
  }

  /// Adds the text of a span of the clean text to the forms under which the document knows an entity.
  public func addSurface(at span: Span, to entity: EntityID) {
    // Most places of an entity repeat a form of those before.
    if drafts[entity.index].isPrinted(span, in: text) { return }
    addSurface(text.string(span), to: entity)
    drafts[entity.index].notePrinted(span)
  }

  /// Takes back the mentions of a label that lie inside spans: a region's name that is part of a company's name is no
  /// mention of the region.
  ///
  /// An entity left without mentions leaves the findings; the document's home region keeps its last ones.
  ///
  /// - Parameter spans: in order of their place, not overlapping.
  public func suppressMentions(of type: String, inside spans: [Span]) {
    var next = 0
    var doomed: [EntityID: [Span]] = [:]
    for mention in mentions(of: type) {
      while next < spans.count, spans[next].end < mention.span.end { next += 1 }
      guard next < spans.count else { break }
      if spans[next].contains(mention.span) { doomed[mention.entity, default: []].append(mention.span) }
    }
    for (entity, gone) in doomed {
      let left = drafts[entity.index].spans.filter { !Self.isMember($0, of: gone) }
      if left.isEmpty, entity == deixis.home { continue }
      if let trace { for span in gone { trace.lost(type, at: span, rule: "mention.inside-name", .suppressed) } }
      let kept = Set(left.map { text.string($0) })
      for form in Set(gone.map { text.string($0) }).subtracting(kept) where form != drafts[entity.index].assertion.name
      {
        drafts[entity.index].lose(form)
      }
      drafts[entity.index].spans = left
      shelves[drafts[entity.index].label].isStale = true
    }
  }

  /// Whether a span is one of some in order of their place.
  private static func isMember(_ span: Span, of spans: [Span]) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle] < span { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low] == span
  }

  /// Adds a form under which the document knows an entity.
  public func addSurface(_ form: String, to entity: EntityID) {
    let key = FormKey(label: drafts[entity.index].label, form: form)
    if byName[key, default: FormHolders()].insert(entity) {
      drafts[entity.index].forms.append(form)
    } else {
      drafts[entity.index].regain(form)
    }
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
  ///
  /// Of a span longer than a few sentences the part around the first mention of `from` is kept: thousands of names in one
  /// sentence would otherwise each quote all the others.
  public func addRelation(
    _ type: String, from: EntityID, to: EntityID, properties: [String: PropertyValue] = [:], evidence: Span,
    rule: String,
    confidence: Double = 1
  ) {
    let evidence = evidence.count > Self.longestEvidence ? narrowed(evidence, around: from) : evidence
    let key = RelationKey(type: type, from: from.index, to: to.index, properties: properties)
    if let index = relationIndex.find(
      key, type: type, properties: properties, in: relations, orNote: relations.count)
    {
      if relations[index].evidence.last != evidence { relations[index].evidence.append(evidence) }
      relations[index].confidence = max(relations[index].confidence, confidence)
      return
    }
    relations.append(
      RelationAssertion(
        type: type, from: from.index, to: to.index, properties: properties, evidence: [evidence],
        confidence: confidence, provenance: provenance(rule)))
  }

  /// The longest stretch that is kept as the evidence of one relation, in scalars.
  private static let longestEvidence = 600

  private func narrowed(_ evidence: Span, around entity: EntityID) -> Span {
    let spans = drafts[entity.index].spans
    let first = spans.first { evidence.contains($0) } ?? Span(evidence.start, evidence.start)
    let start = max(evidence.start, first.start - Self.longestEvidence / 2)
    return Span(start, max(first.end, min(evidence.end, start + Self.longestEvidence)))
  }

  /// Takes back an entity with its mentions and relations.
  public func retract(_ entity: EntityID) {
    if let trace {
      let draft = drafts[entity.index]
      for span in draft.spans {
        trace.lost(draft.assertion.type, at: span, rule: draft.assertion.provenance.rule, .retracted)
      }
    }
    drafts[entity.index].isAlive = false
    shelves[drafts[entity.index].label].isStale = true
  }

  /// Makes two entities of one label one: mentions, surfaces, properties and relations of `other` go to `entity`.
  public func merge(_ other: EntityID, into entity: EntityID) {
    guard other != entity else { return }
    drafts[other.index].isAlive = false
    for form in drafts[other.index].forms.sorted() { addSurface(form, to: entity) }
    for span in drafts[other.index].spans { _ = drafts[entity.index].insert(span) }
    drafts[entity.index].assertion.properties.merge(drafts[other.index].assertion.properties) { mine, _ in mine }
    let label = drafts[entity.index].label
    refresh(label)
    shelves[label].give(from: other, to: entity)
    for index in relations.indices {
      if relations[index].from == other.index { relations[index].from = entity.index }
      if relations[index].to == other.index { relations[index].to = entity.index }
    }
    reindexRelations()
  }

  // MARK: Result

  /// Everything found, with spans of the source's decoded text, in the fixed order of `Findings`.
  public func findings() -> Findings {
    let found = drafts.indices.filter { drafts[$0].isAlive && !drafts[$0].spans.isEmpty }
    let order = found.sorted { a, b in
      let (first, second) = (drafts[a].spans[0], drafts[b].spans[0])
      if first != second { return first < second }
      let (one, other) = (drafts[a].assertion, drafts[b].assertion)
      return (one.type, one.name) < (other.type, other.name)
    }
    var place = [Int](repeating: -1, count: drafts.count)
    for (new, old) in order.enumerated() { place[old] = new }
    var calibration = CalibrationMemo()
    let entities = order.map { index -> EntityAssertion in
      var assertion = drafts[index].assertion
      assertion.mentions = sources(drafts[index].spans)
      assertion.confidence =
        calibration.confidence(assertion.type, assertion.provenance.rule) ?? assertion.confidence
      assertion.surfaces = drafts[index].surfaces
      return assertion
    }
    let kept = orderedRelations(place).map { index -> RelationAssertion in
      var relation = relations[index]
      relation.from = place[relation.from]
      relation.to = place[relation.to]
      relation.evidence = sources(relation.evidence)
      if let confidence = calibration.confidence(relation.type, relation.provenance.rule) {
        relation.confidence = confidence
      }
      return relation
    }
    return Findings(document: document.id, entities: entities, relations: kept)
  }

  /// Where the relations stand whose ends have places, by their type, then by the places of their ends, then by their
  /// properties.
  private func orderedRelations(_ place: [Int]) -> [Int] {
    var types: [String] = []
    for index in relations.indices where !types.contains(relations[index].type) { types.append(relations[index].type) }
    types.sort()
    func line(_ index: Int) -> String {
      relations[index].properties.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text ?? "\($0.value)")" }
        .joined(separator: "\u{1F}")
    }
    // Numbers are sorted in place of assertions, which are large.
    var keys: [(type: Int, ends: Int, index: Int)] = []
    keys.reserveCapacity(relations.count)
    for index in relations.indices {
      let (from, to) = (place[relations[index].from], place[relations[index].to])
      guard from >= 0, to >= 0 else { continue }
      // No document has 2^31 entities.
      keys.append((types.firstIndex(of: relations[index].type) ?? 0, from << 31 | to, index))
    }
    keys.sort { a, b in
      if a.type != b.type { return a.type < b.type }
      if a.ends != b.ends { return a.ends < b.ends }
      return line(a.index) < line(b.index)
    }
    return keys.map(\.index)
  }

  /// The shelf of a label; labels are few, so that a walk over them is shorter than a look-up by hash.
  private func shelf(_ label: String) -> Int {
    for index in shelves.indices where shelves[index].label == label { return index }
    shelves.append(MentionShelf(label: label))
    return shelves.count - 1
  }

  /// Drops the mentions of entities that were taken back, and those that were suppressed.
  private func refresh(_ shelf: Int) {
    guard shelves[shelf].isStale else { return }
    shelves[shelf].isStale = false
    shelves[shelf].removeAll { mention in
      let draft = drafts[mention.entity.index]
      return !draft.isAlive || !Self.isMember(mention.span, of: draft.spans)
    }
  }

  /// The source's spans of clean ones, each once, in order.
  private func sources(_ spans: [Span]) -> [Span] {
    if spans.count == 1 { return [document.offsets.source(of: spans[0])] }
    var found: [Span] = []
    found.reserveCapacity(spans.count)
    var isRising = true
    for span in spans {
      let source = document.offsets.source(of: span)
      if let last = found.last, last >= source {
        if last == source { continue }
        isRising = false
      }
      found.append(source)
    }
    return isRising ? found : Set(found).sorted()
  }

  private func provenance(_ rule: String) -> Provenance {
    Provenance(extractor: plugin.name, version: plugin.version, rule: rule)
  }

  private func reindexRelations() {
    let old = relations
    relations = []
    relationIndex = RelationIndex()
    for relation in old where drafts[relation.from].isAlive && drafts[relation.to].isAlive {
      let key = RelationKey(
        type: relation.type, from: relation.from, to: relation.to, properties: relation.properties)
      if let index = relationIndex.find(
        key, type: relation.type, properties: relation.properties, in: relations, orNote: relations.count)
      {
        relations[index].evidence += relation.evidence
      } else {
        relations.append(relation)
      }
    }
  }
}
