import GraphModel

/// Runs one link rule over one document.
struct LinkRunner {
  private let scene: RuleScene
  private let pack: RuleSet
  private let rule: LinkRule
  private let values: RuleValues
  private let conditions: ConditionChecker
  private let log: RuleLog?
  private let fromMentions: [Mention]
  private let toMentions: [Mention]
  /// What was linked by other rules where that counts.
  private let linked: Set<EntityID>
  /// What has its one link.
  private var done: Set<EntityID> = []

  /// How many mentions to either side are looked at.
  private static let reach = 20
  /// The longest stretch that is quoted as evidence, in scalars.
  private static let longestEvidence = 400

  init(
    _ scene: RuleScene, _ pack: RuleSet, _ rule: LinkRule, _ values: RuleValues, _ conditions: ConditionChecker,
    _ log: RuleLog?
  ) {
    self.scene = scene
    self.pack = pack
    self.rule = rule
    self.values = values
    self.conditions = conditions
    self.log = log
    toMentions = conditions.mentions(rule.to)
    // Most documents have nothing to link by a rule, and need not be looked through for the other end.
    let mayLead = !toMentions.isEmpty || rule.to.isHome || rule.otherwiseHome
    fromMentions = mayLead ? conditions.mentions(rule.from) : []
    linked = rule.unlessLinked.map { scene.context.ends(ofType: rule.link, $0) } ?? []
  }

  mutating func run() {
    let isByFrom = rule.each == .from || rule.to.isHome
    let home = scene.context.deixis.home
    let hasHome = home != nil && (rule.from.isHome || rule.to.isHome || rule.otherwiseHome)
    guard hasHome ? !fromMentions.isEmpty || !toMentions.isEmpty : !fromMentions.isEmpty && !toMentions.isEmpty else {
      return
    }
    if let program = rule.pattern {
      let scope = rule.conditions.scope
      // What must stand in the scope of a match stands in the stretch in which it is looked for.
      for match in scene.matches(of: program, in: scope, with: rule.conditions.with) { link(match, program) }
      return
    }
    let groups = rule.conditions.scope == .list ? Enumerations(fromMentions + toMentions, scene) : nil
    var lonely: [Mention] = []
    for anchor in isByFrom ? fromMentions : toMentions {
      guard conditions.firstFailure(rule.conditions, anchor.span) == nil else { continue }
      let partners = partners(of: anchor, isFrom: isByFrom, groups: groups)
      if partners.isEmpty { lonely.append(anchor) }
      for partner in partners { add(anchor, partner, isByFrom) }
    }
    guard rule.otherwiseHome, let home else { return }
    for anchor in lonely { add(anchor, Partner(entity: home, span: nil), isByFrom) }
  }

  private mutating func add(_ anchor: Mention, _ partner: Partner, _ isByFrom: Bool) {
    let match = RuleMatch(span: anchor.span)
    if isByFrom { add(anchor, partner, match) } else { add(partner, anchor, match) }
  }

  /// An end of a link: an entity, and where it is mentioned, if it is.
  private struct Partner {
    var entity: EntityID
    var span: Span?
  }

  private mutating func link(_ match: RuleMatch, _ program: PatternProgram) {
    guard conditions.firstFailure(rule.conditions, match.span) == nil else { return }
    func captured(_ name: String, _ mentions: [Mention]) -> Mention? {
      guard let index = program.capture(named: name), let span = match.captures[index] else { return nil }
      return mentions.first(at: span)
    }
    let from = captured("from", fromMentions)
    let to = captured("to", toMentions)
    switch (from, to) {
    case (let from?, let to?): add(from, Partner(entity: to.entity, span: to.span), match)
    case (let from?, nil): for to in partnersOrHome(of: from, isFrom: true) { add(from, to, match) }
    case (nil, let to?): for from in partnersOrHome(of: to, isFrom: false) { add(from, to, match) }
    case (nil, nil): break
    }
  }

  private func partnersOrHome(of anchor: Mention, isFrom: Bool) -> [Partner] {
    let partners = partners(of: anchor, isFrom: isFrom, groups: nil)
    guard partners.isEmpty, rule.otherwiseHome, let home = scene.context.deixis.home else { return partners }
    return [Partner(entity: home, span: nil)]
  }

  private mutating func add(_ from: Mention, _ to: Partner, _ match: RuleMatch) {
    add(Partner(entity: from.entity, span: from.span), to, match)
  }

  private mutating func add(_ from: Partner, _ to: Mention, _ match: RuleMatch) {
    add(from, Partner(entity: to.entity, span: to.span), match)
  }

  private mutating func add(_ from: Partner, _ to: Partner, _ match: RuleMatch) {
    if let side = rule.unlessLinked, linked.contains(side == .from ? from.entity : to.entity) { return }
    if let side = rule.once, !done.insert(side == .from ? from.entity : to.entity).inserted { return }
    let properties = values.properties(rule.fillings, match)
    let froms = rule.spread.contains(.from) ? items(around: from, fromMentions, .from) : [from]
    let tos = rule.spread.contains(.to) ? items(around: to, toMentions, .to) : [to]
    for from in froms {
      for to in tos where from.entity != to.entity {
        scene.context.addRelation(
          rule.link, from: from.entity, to: to.entity, properties: properties,
          evidence: evidence([from.span, to.span, match.span]), rule: rule.name, confidence: rule.confidence)
        log?.noteFired(rule.name)
      }
    }
  }

  /// From the first to the last of some spans, widened to their sentence; where that is long, the last sentence alone.
  private func evidence(_ spans: [Span?]) -> Span {
    let spans = spans.compactMap { $0 }
    let start = spans.map(\.start).min() ?? 0
    let end = spans.map(\.end).max() ?? start
    let sentence = scene.span(of: .sentence, at: start)
    if sentence.end >= end, sentence.count <= Self.longestEvidence { return sentence }
    if end - start <= Self.longestEvidence { return Span(start, end) }
    return spans.last ?? Span(start, end)
  }

  // MARK: The other end

  private func partners(of anchor: Mention, isFrom: Bool, groups: Enumerations?) -> [Partner] {
    if (isFrom ? rule.to : rule.from).isHome {
      return scene.context.deixis.home.map { [Partner(entity: $0, span: nil)] } ?? []
    }
    let others = isFrom ? toMentions : fromMentions
    if let inner = rule.order.inner {
      let nested = (inner == .from) == isFrom ? holders(of: anchor, others) : parts(of: anchor, others)
      return nested.map { Partner(entity: $0.entity, span: $0.span) }
    }
    let scope = scene.span(of: rule.reach ?? rule.conditions.scope, at: anchor.span.start)
    var found: [(partner: Partner, distance: Int)] = []
    let middle = others.index(from: anchor.span.start)
    let mayPrecede = rule.order == .any || (rule.order == .fromFirst) != isFrom
    let mayFollow = rule.order == .any || (rule.order == .fromFirst) == isFrom
    func stands(_ words: ConditionWords, _ gap: Span) -> Bool {
      scene.occurs(words, in: gap, whole: rule.asksWholeWords)
    }
    func look(_ index: Int) -> Bool {
      let other = others[index]
      guard scope.contains(other.span), !other.span.overlaps(anchor.span) else { return false }
      let gap =
        other.span.end <= anchor.span.start
        ? Span(other.span.end, anchor.span.start) : Span(anchor.span.end, max(anchor.span.end, other.span.start))
      if let distance = rule.distance, gap.count > distance { return false }
      if let words = rule.between, !(gap.isEmpty && rule.mayTouch), !stands(words, gap) { return false }
      if let words = rule.notBetween, stands(words, gap) { return false }
      if let groups, !groups.areTogether(anchor.span, other.span) { return false }
      found.append((Partner(entity: other.entity, span: other.span), gap.count))
      return true
    }
    if mayPrecede {
      for index in stride(from: middle - 1, through: max(0, middle - Self.reach), by: -1)
      where look(index) && rule.choice == .nearest { break }
    }
    if mayFollow {
      for index in stride(from: middle, to: min(others.count, middle + Self.reach), by: 1)
      where look(index) && rule.choice == .nearest { break }
    }
    guard rule.choice == .nearest else { return found.map(\.partner) }
    return found.min { $0.distance < $1.distance }.map { [$0.partner] } ?? []
  }

  /// The mentions that another one is a part of: all, or the shortest.
  private func holders(of part: Mention, _ others: [Mention]) -> [Mention] {
    let end = others.index(from: part.span.start + 1)
    let first = rule.order.isAtStart ? others.index(from: part.span.start) : max(0, end - Self.reach)
    guard first < end else { return [] }
    let holders = others[first..<end].filter { $0.span.contains(part.span) && $0.span != part.span }
    return rule.choice == .all ? holders : holders.min { $0.span.count < $1.span.count }.map { [$0] } ?? []
  }

  /// The mentions that are a part of another one: all, or the first; of names that follow each other without anything
  /// between them the last, for it is the one that says where: 甲市乙县丙镇.
  private func parts(of whole: Mention, _ others: [Mention]) -> [Mention] {
    var index = others.index(from: whole.span.start)
    var parts: [Mention] = []
    while index < others.count, others[index].span.start < whole.span.end {
      let span = others[index].span
      if rule.order.isAtStart, span.start > whole.span.start { break }
      if whole.span.contains(span), span != whole.span { parts.append(others[index]) }
      index += 1
    }
    guard rule.choice == .nearest, var last = parts.first else { return parts }
    for part in parts.dropFirst() where part.span.start == (rule.order.isAtStart ? last.span.start : last.span.end) {
      last = part
    }
    return [last]
  }

  /// The items of the enumeration that holds a mention, without those that have a link already where that counts.
  private mutating func items(around end: Partner, _ mentions: [Mention], _ side: LinkRule.Side) -> [Partner] {
    guard let span = end.span else { return [end] }
    let items = Enumerations.items(around: span, in: mentions, scene).filter {
      $0.entity == end.entity || rule.unlessLinked != side || !linked.contains($0.entity)
    }
    if rule.once == side { done.formUnion(items.map(\.entity)) }
    return items.map { Partner(entity: $0.entity, span: $0.span) }
  }
}

extension [Mention] {
  /// The first one that fills a span.
  fileprivate func first(at span: Span) -> Mention? {
    var index = index(from: span.start)
    while index < count, self[index].span.start == span.start {
      if self[index].span == span { return self[index] }
      index += 1
    }
    return nil
  }

  /// Index of the first one that starts at a position or behind it.
  fileprivate func index(from position: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span.start < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
