import Extraction
import GraphModel

/// Reads who issued a document, who cites it, and which document amends or repeals another.
struct DocumentLinkReader {
  /// A row of documents of which the sentence says one thing: 《甲条例》《乙办法》和《丙规定》.
  struct Row {
    var places: [DocumentPlace]
    var span: Span
  }

  let context: ExtractionContext
  let register: DocumentRegister
  private let text: ScalarText
  private let words = DocumentWords.embedded
  private let actors: ActorReader

  /// So far before a row its verb may stand, in scalars.
  private static let longestReach = 14
  /// So far before it the verb may stand where the row is followed by 要求, 精神.
  private static let longestDistance = 40
  /// Of a row so many are the source of links.
  private static let mostSources = 20
  /// So many documents inside a title are linked with it.
  private static let mostInside = 8
  /// So far back 本办法 is looked for, in scalars.
  private static let longestLook = 300
  /// So much around a row is the evidence where the sentence is longer, in scalars.
  private static let longestEvidence = 500

  init(_ context: ExtractionContext, _ register: DocumentRegister) {
    self.context = context
    self.register = register
    text = context.folded
    actors = ActorReader(context)
  }

  /// Adds the links of every sentence.
  func link() {
    var next = 0
    let places = register.places
    var above: Row?
    for sentence in context.structure.sentences {
      var inside: [DocumentPlace] = []
      while next < places.count, places[next].span.start < sentence.end {
        if places[next].span.end <= sentence.end, places[next].span.start >= sentence.start {
          inside.append(places[next])
        }
        next += 1
      }
      let rows = rows(inside, in: sentence)
      for (index, row) in rows.enumerated() {
        let floor = index > 0 ? rows[index - 1].span.end : sentence.start
        let ceiling = index + 1 < rows.count ? rows[index + 1].span.start : sentence.end
        let scene = Scene(
          sentence: sentence, floor: floor, ceiling: ceiling, row: row, previous: index > 0 ? rows[index - 1] : above,
          next: index + 1 < rows.count ? rows[index + 1] : nil)
        read(scene)
        above = row
      }
      readDates(of: nil, in: sentence)
    }
    linkTitles()
  }

  /// A row and what stands around it.
  private struct Scene {
    var sentence: Span
    var floor: Int
    var ceiling: Int
    var row: Row
    var previous: Row?
    var next: Row?
  }

  /// Documents one after the other with nothing but marks and 和, 及 between them; titles in titles and headings aside.
  private func rows(_ places: [DocumentPlace], in sentence: Span) -> [Row] {
    var rows: [Row] = []
    for place in places where place.title?.depth ?? 0 == 0 && place.title?.isHeading != true {
      // 《条例》 in the bracket behind its full title says nothing by itself.
      if let last = rows.last, last.span.end > place.span.start { continue }
      let end = min(place.end, sentence.end)
      if let last = rows.last,
        text[Span(last.span.end, place.span.start)].allSatisfy({ "、,和与及以或 ".has($0) })
      {
        rows[rows.count - 1].places.append(place)
        rows[rows.count - 1].span.end = end
      } else {
        rows.append(Row(places: [place], span: Span(place.span.start, end)))
      }
    }
    return rows
  }

  // MARK: One row

  private func read(_ scene: Scene) {
    readDates(of: scene.row, in: scene.sentence)
    if readEnd(scene) { return }
    let isHandedOn = readPassive(scene)
    readBody(scene)
    guard let verb = verb(before: scene.row.span.start, floor: scene.floor) ?? distantVerb(scene) else { return }
    if isHandedOn, verb.value != .issue { return }
    switch verb.value {
    case .issue:
      issue(scene, verb.span)
      // 根据省政府印发的《甲》精神
      if let citing = distantVerb(scene) { cite(scene, citing.span) }
    case .amend, .repeal: amend(scene, verb.span)
    case .cite: cite(scene, verb.span)
    case .nothing: break
    }
  }

  /// The last verb before a row in its clause.
  private func verb(before end: Int, floor: Int) -> (span: Span, value: DocumentWords.Action)? {
    var found: (span: Span, value: DocumentWords.Action)?
    var position = max(floor, end - Self.longestReach - 6)
    while position < end {
      if ",;。:".has(text[position]) { found = nil }
      if let match = words.actions.longestMatch(in: text, at: position, limit: end) {
        found = (Span(position, match.end), match.value)
        position = match.end
      } else {
        position += 1
      }
    }
    guard let found, end - found.span.end <= Self.longestReach else { return nil }
    return found
  }

  /// 根据省委、省政府总体部署和市委《甲》要求: a verb of citing farther away, where the row is followed by what it asks.
  private func distantVerb(_ scene: Scene) -> (span: Span, value: DocumentWords.Action)? {
    let limit = min(scene.ceiling, scene.row.span.end + 6)
    guard words.demand.occurs(in: text, Span(scene.row.span.end, max(scene.row.span.end, limit))) else { return nil }
    let end = scene.row.span.start
    var position = max(scene.floor, end - Self.longestDistance)
    while position < end {
      if let match = words.actions.longestMatch(in: text, at: position, limit: end), match.value == .cite {
        return (Span(position, match.end), .cite)
      }
      position += 1
    }
    return nil
  }

  /// 市委、市政府《甲》: the bodies right before a title issued it.
  private func readBody(_ scene: Scene) {
    let start = scene.row.span.start
    guard scene.row.places[0].title != nil, let actor = actors.actor(before: start, floor: scene.floor, within: 1),
      text[Span(actor.span.end, start)].allSatisfy({ $0 == "的" || $0 == " " })
    else { return }
    for entity in actor.entities where context.type(of: entity) == "Organization" {
      context.addRelation(
        "ISSUED", from: entity, to: scene.row.places[0].entity, evidence: Span(actor.span.start, scene.row.span.end),
        rule: "document.body-before-title", confidence: 0.8)
    }
  }

  /// 《乙》同时废止; 对《乙》作出修改: what the clause behind the row says becomes of it.
  private func readEnd(_ scene: Scene) -> Bool {
    let limit = min(scene.ceiling, scene.row.span.end + 16)
    var position = scene.row.span.end
    // (文号)以及, 同时, 自…起: a mark ends the clause.
    while position < limit, !",;。".has(text[position]) {
      if let match = words.actions.longestMatch(in: text, at: position, limit: limit) {
        let isNoun = match.end < text.count && "的了稿版本案后".has(text[match.end])
        guard match.value == .repeal || match.value == .amend, !isNoun else { return false }
        let word = Span(position, match.end)
        if match.value == .amend, patientMark(scene) == nil { return false }
        let sources = amenders(scene, behind: true)
        for source in sources { add("AMENDS", from: source, to: scene, word, rule: "document.amended") }
        return !sources.isEmpty
      }
      position += 1
    }
    return false
  }

  /// Where 对, 将 or 把 stands before a row in its clause: something is done to it.
  private func patientMark(_ scene: Scene) -> Int? {
    let start = max(scene.floor, scene.row.span.start - Self.longestDistance)
    for position in (start..<scene.row.span.start).reversed() {
      if ",;。:".has(text[position]) { return nil }
      if "对将把".has(text[position]) { return position }
    }
    return nil
  }

  /// 《甲》由市财政局制定; 现将《甲》印发给你们: an issuer or a verb of issuing behind the row.
  private func readPassive(_ scene: Scene) -> Bool {
    let limit = min(scene.ceiling, scene.row.span.end + 40)
    let mark = patientMark(scene)
    let isGiven = mark != nil
    var position = scene.row.span.end
    var now = isGiven
    while position < limit, !";。".has(text[position]) {
      if text[position] == "现" { now = true }
      if !isGiven, text[position] == "由" || text[position] == "经" {
        let clause = Span(position + 1, limit)
        if let actor = actors.actor(startingIn: clause, within: 2),
          let verb = verb(behind: actor.span.end, limit: limit)
        {
          for entity in actor.entities { add("ISSUED", from: entity, to: scene, verb, rule: "document.issued-by") }
          return true
        }
      }
      if now, let match = words.actions.longestMatch(in: text, at: position, limit: limit), match.value == .issue {
        let verb = Span(position, match.end)
        let named = mark.flatMap { actors.actor(before: $0, floor: scene.floor)?.entities }
        let own = register.own(before: scene.row.span.start)
        let issuers = named ?? own.map { actors.issuers(of: $0) } ?? []
        for entity in issuers { add("ISSUED", from: entity, to: scene, verb, rule: "document.handed-on") }
        if let own { add("CITES", from: own, to: scene, verb, rule: "document.handed-on") }
        return !issuers.isEmpty || own != nil
      }
      position += 1
    }
    return false
  }

  private func verb(behind position: Int, limit: Int) -> Span? {
    for start in position..<max(position, min(limit, position + 10)) {
      if text[start] == "," { return nil }
      if let match = words.actions.longestMatch(in: text, at: start, limit: limit), match.value == .issue {
        return Span(start, match.end)
      }
    }
    return nil
  }

  private func issue(_ scene: Scene, _ verb: Span) {
    guard let actor = actors.actor(before: verb.start, floor: scene.floor) else { return }
    for entity in actor.entities { add("ISSUED", from: entity, to: scene, verb, rule: "document.issued") }
    let around = Span(max(scene.sentence.start, verb.start - 40), verb.start)
    if let date = context.dates.mentions(in: around).last(where: { $0.hasDay && !$0.isTerm }) {
      for place in scene.row.places { register.set("date", of: place.entity, to: date.date) }
    }
  }

  private func amend(_ scene: Scene, _ verb: Span) {
    for source in amenders(scene, behind: false, before: verb.start) {
      add("AMENDS", from: source, to: scene, verb, rule: "document.amends")
    }
  }

  /// What changes or ends a document: a document that comes into force, 本办法, the page itself, or a body.
  private func amenders(_ scene: Scene, behind: Bool, before position: Int? = nil) -> [EntityID] {
    let end = position ?? scene.row.span.start
    if let own = this(in: Span(scene.sentence.start, end)) { return [own] }
    if behind, let previous = scene.previous, end > previous.span.end,
      end - previous.span.end <= 60, words.force.occurs(in: text, Span(previous.span.end, end))
    {
      return previous.places.prefix(Self.mostSources).map(\.entity)
    }
    if let own = register.own(before: scene.row.span.start) { return [own] }
    return actors.actor(before: end, floor: scene.floor)?.entities ?? []
  }

  /// What 本办法, 本通知 mean in a stretch.
  private func this(in span: Span) -> EntityID? {
    for position in span.range.suffix(Self.longestLook).reversed()
    where text[position] == "本" && position + 2 < text.count {
      for length in [4, 3, 2, 1] where position + 1 + length <= text.count {
        let kind = text.string(Span(position + 1, position + 1 + length))
        if let own = register.own(ofKind: kind, before: position) { return own }
      }
    }
    return nil
  }

  private func cite(_ scene: Scene, _ verb: Span) {
    for source in citers(scene, verb) { add("CITES", from: source, to: scene, verb, rule: "document.cited") }
  }

  /// Who cites: the document that is made after it, the page itself, the body before the verb, or else the home region.
  private func citers(_ scene: Scene, _ verb: Span) -> [EntityID] {
    let behind = Span(scene.row.span.end, scene.ceiling)
    if let made = words.actions.firstIssue(in: text, behind),
      actors.actor(startingIn: behind, within: behind.count) == nil
    {
      if let next = scene.next, next.span.start - made.end <= 8 {
        return next.places.prefix(Self.mostSources).map(\.entity)
      }
      if let own = this(in: Span(made.end, min(text.count, made.end + 8))) { return [own] }
    }
    if let own = register.own(before: scene.row.span.start) { return [own] }
    if let actor = actors.actor(before: verb.start, floor: scene.floor, within: 6) { return actor.entities }
    return context.deixis.home.map { [$0] } ?? []
  }

  private func add(_ type: String, from: EntityID, to scene: Scene, _ verb: Span, rule: String) {
    let action = context.text.string(verb)
    let evidence = Self.evidence(around: scene.row.span.start, in: scene.sentence)
    for place in scene.row.places where place.entity != from {
      context.addRelation(
        type, from: from, to: place.entity, properties: type == "CITES" ? [:] : ["action": .string(action)],
        evidence: evidence, rule: rule, confidence: 0.85)
    }
  }

  /// The sentence, or of a long one what stands around a position.
  private static func evidence(around position: Int, in sentence: Span) -> Span {
    guard sentence.count > longestEvidence else { return sentence }
    let start = max(sentence.start, position - longestEvidence / 2)
    return Span(start, min(sentence.end, start + longestEvidence))
  }

  // MARK: Titles

  /// 《关于印发〈甲办法〉的通知》, 《国务院关于…的意见》: what a title itself says.
  private func linkTitles() {
    let places = register.places
    for (index, place) in places.enumerated() {
      guard let title = place.title, !title.isBare else { continue }
      let issuers = actors.issuers(inTitle: title)
      for issuer in issuers {
        context.addRelation(
          "ISSUED", from: issuer, to: place.entity, evidence: title.span, rule: "document.title-issuer",
          confidence: 0.9)
      }
      for inner in places[(index + 1)...].prefix(Self.mostInside) where title.inner.contains(inner.span) {
        // What stands in the inner title is the inner title's.
        guard inner.title?.depth ?? 0 == (title.isHeading ? 0 : title.depth + 1) else { continue }
        guard inner.entity != place.entity, let verb = verb(before: inner.span.start, floor: title.inner.start) else {
          continue
        }
        switch verb.value {
        case .amend, .repeal:
          context.addRelation(
            "AMENDS", from: place.entity, to: inner.entity,
            properties: ["action": .string(context.text.string(verb.span))], evidence: title.span,
            rule: "document.title-amends", confidence: 0.9)
        case .issue, .cite:
          context.addRelation(
            "CITES", from: place.entity, to: inner.entity, evidence: title.span, rule: "document.title-cites",
            confidence: 0.9)
          guard verb.value == .issue else { continue }
          for issuer in issuers {
            context.addRelation(
              "ISSUED", from: issuer, to: inner.entity,
              properties: ["action": .string(context.text.string(verb.span))], evidence: title.span,
              rule: "document.title-issuer", confidence: 0.85)
          }
        case .nothing: break
        }
      }
    }
  }

  // MARK: Dates

  /// 自2031年1月1日起施行: the day from which the row, or else 本办法, is in force.
  private func readDates(of row: Row?, in sentence: Span) {
    let window = row.map { Span($0.span.start, min(sentence.end, $0.span.end + 40)) } ?? sentence
    for date in context.dates.mentions(in: window) where date.hasDay {
      // The day below a notice.
      if row == nil, date.span == sentence, let own = register.own(before: sentence.start) {
        register.set("date", of: own, to: date.date)
      }
      guard date.span.start > sentence.start, text[date.span.start - 1] == "自", date.span.end < sentence.end,
        text[date.span.end] == "起", words.force.longestMatch(in: text, at: date.span.end + 1) != nil
      else { continue }
      if let row, row.span.end <= date.span.start, date.span.start - row.span.end <= 12 {
        for place in row.places { register.set("effective", of: place.entity, to: date.date) }
      } else if let own = this(in: Span(sentence.start, date.span.start)) {
        register.set("effective", of: own, to: date.date)
      }
    }
  }
}

extension WordTrie<DocumentWords.Action> {
  /// The first verb of issuing in a stretch.
  fileprivate func firstIssue(in text: ScalarText, _ span: Span) -> Span? {
    var position = span.start
    while let match = firstMatch(in: text, from: position, limit: span.end) {
      if match.value == .issue { return match.span }
      position = match.span.end
    }
    return nil
  }
}
