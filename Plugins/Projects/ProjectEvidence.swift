import Extraction
import GraphModel

/// Weighs what speaks for a stretch's being the name of one project: coined words, named places and companies in it, the noun
/// that it ends with, its length, and the words around it.
struct ProjectEvidence {
  let words: ProjectWords
  let context: ExtractionContext

  /// A candidate whose points reach this is a name.
  static let enough = 4

  /// The points of a stretch, without what stands around it.
  func points(_ core: Span) -> Int {
    let text = context.folded
    guard core.count >= 2, !isGeneric(core), !isSentence(core) else { return 0 }
    var points = 0
    if text[core].starts(with: "年产".unicodeScalars) { points += 4 }
    if holdsName(core) { points += 3 }
    if isCoined(core) || holdsQuotation(core) { points += 3 }
    if words.concrete.longestMatch(in: text, endingAt: core.end, limit: core.start) != nil { points += 2 }
    // 滨河路(G106)建设: a number of its own.
    if text[core].contains(where: { ("A"..."Z").contains($0) }) { points += 2 }
    if core.count >= 4 { points += 1 }
    if core.count >= 5 { points += 1 }
    return points
  }

  /// Whether a quoted name stands in a stretch; numbers in quotation marks name a policy (“一树一林”产业链).
  private func holdsQuotation(_ core: Span) -> Bool {
    let text = context.folded
    guard let open = text[core].firstIndex(of: "“") else { return false }
    return open + 1 < core.end && !"一二三四五六七八九十两双百千万".unicodeScalars.contains(text[open + 1])
  }

  /// Whether a stretch tells its project from all others by a name in it.
  func isTelling(_ core: Span) -> Bool {
    core.count >= 3 && !isGeneric(core) && !isSentence(core) && (holdsName(core) || isCoined(core))
  }

  /// The zone whose name a stretch is.
  func zone(_ item: Span) -> EntityID? {
    context.mentions(of: "Zone", in: item).first { $0.span == item }?.entity
  }

  /// Whether a stretch ends as the name of a zone that outlasts what is built in it: 甲开发区项目.
  func isLastingZone(_ item: Span) -> Bool {
    words.lastingZones.longestMatch(in: context.folded, endingAt: item.end, limit: item.start) != nil
  }

  /// A stretch without the number at its end that says how many were counted up: 甲旧城改造|4个.
  func uncounted(_ item: Span) -> Span {
    let text = context.folded
    guard item.count > 4, "个大项".unicodeScalars.contains(text[item.end - 1]) else { return item }
    var end = item.end - 1
    while end > item.start, "0123456789一二三四五六七八九十两".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    return end < item.end - 1 && end - item.start >= 3 ? Span(item.start, end) : item
  }

  /// Whether a stretch is nothing but a company's, a zone's, a body's or a region's name.
  ///
  /// - Parameter butZone: whether a zone may be the project, as where it is begun.
  func isOtherName(_ item: Span, butZone: Bool) -> Bool {
    (butZone ? ["Enterprise", "Region"] : ["Enterprise", "Zone", "Organization", "Region"]).contains { type in
      context.mentions(of: type, in: item).contains { $0.span == item }
    }
  }

  /// Whether a company, a zone or a region is named in a stretch that goes on behind or before its name.
  func holdsName(_ core: Span) -> Bool {
    ["Enterprise", "Zone", "Region"].contains { type in
      context.mentions(of: type, in: core).contains {
        $0.span.count < core.count && !Self.pronouns.contains(context.folded[$0.span.start])
      }
    }
  }

  /// 全市, 我县: they name nothing that tells one project from others.
  private static let pronouns: ScalarSet = "我全本该各"

  /// Whether words that tell only kinds, times and places make up a stretch: 甲县2020年春季重点.
  func isGeneric(_ core: Span) -> Bool {
    let text = context.folded
    var places: [Int: Int] = [:]
    let isBuilding = words.concrete.longestMatch(in: text, endingAt: core.end, limit: core.start) != nil
    for mention in context.mentions(of: "Region", in: core) where !isBuilding || !isSmall(mention.entity) {
      places[mention.span.start] = max(mention.span.end, places[mention.span.start] ?? 0)
    }
    for mention in context.mentions(of: "Zone", in: core)
    where mention.span.count < core.count && words.phases[text[Span(mention.span.end, core.end)]] == nil {
      places[mention.span.start] = max(mention.span.end, places[mention.span.start] ?? 0)
    }
    // The words overlap, so every way to part the stretch is tried: reachable[i] says that the first i scalars are covered.
    var reachable = Array(repeating: false, count: core.count + 1)
    reachable[0] = true
    for offset in 0..<core.count where reachable[offset] {
      let start = core.start + offset
      if ("0"..."9").contains(text[start]) { reachable[offset + 1] = true }
      if let end = places[start] { reachable[end - core.start] = true }
      words.generic.forEachMatch(in: text, at: start, limit: core.end) { end, _ in reachable[end - core.start] = true }
    }
    return reachable[core.count]
  }

  /// Towns and villages have one of what a county has many: 甲镇生态小区 tells enough.
  private func isSmall(_ region: EntityID) -> Bool {
    let level = context.property("level", of: region)
    return level == .string("township") || level == .string("village")
  }

  /// Whether a stretch holds what only sentences hold: a post, a pronoun, a verb before 项目 (书记宣布, 我们的).
  func isSentence(_ core: Span) -> Bool {
    let text = context.folded
    var end = core.end
    if end - core.start > 3, text[end - 2] == "建", text[end - 1] == "设" { end -= 2 }
    if words.boundary.longestMatch(in: text, endingAt: end, limit: core.start) != nil,
      words.concrete.longestMatch(in: text, endingAt: end, limit: core.start) == nil,
      context.words.boundaryExcess(at: end) <= 0
    {
      return true
    }
    if words.campaigns.longestMatch(in: text, endingAt: core.end, limit: core.start) != nil { return true }
    return words.sentence.occurs(in: text, core) || holdsDeed(core)
  }

  /// Whether somebody does something in a stretch: a person before a verb, or an everyday verb that stands in no names.
  private func holdsDeed(_ core: Span) -> Bool {
    let text = context.folded
    if let person = context.mentions(of: "Person", in: core).first, person.span.end < core.end,
      context.words.token(at: person.span.end).wordClass == .verb
    {
      return true
    }
    var position = core.start
    while position < core.end {
      let token = context.words.token(at: position)
      let word = text[token.span]
      if token.wordClass == .verb, token.span.count == 2, token.span.start >= core.start, token.span.end < core.end,
        Lexicon.entry(word)?.cost ?? .max < Self.everyday, !NameMaterial.isNaming(word), words.generic[word] == nil
      {
        return true
      }
      position = token.span.end
    }
    return false
  }

  /// Verbs of less than this cost (quarters of nats) are everyday ones.
  private static let everyday: UInt8 = 40

  /// Whether a row of single characters that make no word stands in a stretch, or a word of Latin letters: 远桥, LNG.
  func isCoined(_ core: Span) -> Bool {
    let text = context.folded
    var position = core.start
    var run = 0
    var verbs = 0
    while position < core.end {
      if let generic = words.generic.longestMatch(in: text, at: position, limit: core.end), generic.end - position >= 2
      {
        run = 0
        verbs = 0
        position = generic.end
        continue
      }
      let token = context.words.token(at: position)
      let end = min(token.span.end, core.end)
      if text[position].isHan, end - position == 1, !Self.counting.contains(text[position]),
        token.wordClass != .function || run > 0
      {
        run += 1
        if token.wordClass == .verb { verbs += 1 }
        if run >= 2, verbs <= 1 { return true }
      } else {
        // 隆隆: a rare word that is no noun is likelier a part of a coined one.
        if text[position].isHan, [.function, .post].contains(token.wordClass),
          Lexicon.entry(text[Span(position, end)])?.cost ?? 0 >= Self.rare
        {
          return true
        }
        run = 0
        verbs = 0
      }
      position = end
    }
    return false
  }

  /// Words of this cost (quarters of nats) and more are rare.
  private static let rare: UInt8 = 54
  private static let counting: ScalarSet = "一二三四五六七八九十百千双两大小新老上下个多年月日省市县区镇乡村级类型化性率"
}
