import Extraction
import GraphModel

/// The projects of one document: joins the forms of one project, and takes the names that are projects here from other types.
struct ProjectRegister {
  private let context: ExtractionContext
  /// Each project with the candidates that name it, in order of first mention.
  private(set) var projects: [(project: EntityID, candidates: [ProjectCandidate])] = []
  private var byKey: [TextKey: Int] = [:]
  /// The keys that begin and end alike.
  private var frames: [TextKey: [TextKey]] = [:]
  /// The keys and the whole names that begin, and those that end, with the same characters.
  private var heads: [TextKey: [(form: [Unicode.Scalar], place: Int)]] = [:]
  private var tails: [TextKey: [(form: [Unicode.Scalar], place: Int)]] = [:]
  /// Of each company the projects that begin with its name, and how they go on.
  private var owned: [EntityID: [(rest: String, place: Int)]] = [:]
  /// The length of each project's longest core.
  private var longest: [Int] = []

  init(_ context: ExtractionContext) { self.context = context }

  /// Adds a mention; forms that differ by the place before them, or by 建设 and 项目 behind them, are one project.
  mutating func add(_ candidate: ProjectCandidate) {
    let exact = key(candidate.core)
    let key = byKey[exact] == nil ? longer(exact) ?? exact : exact
    let whole = TextKey(context.folded.string(candidate.core))
    let name = context.text.string(candidate.span)
    let own = own(candidate)
    if let known = byKey[key] ?? measured(exact) ?? measured(whole) ?? own.flatMap({ sibling($0.owner, $0.rest) }) {
      let project = projects[known].project
      projects[known].candidates.append(candidate)
      if candidate.core.count > longest[known] {
        longest[known] = candidate.core.count
        context.rename(project, to: name)
      }
      context.addMention(of: project, at: candidate.span, rule: candidate.rule)
      return
    }
    let project = context.addEntity("Project", name: name, rule: candidate.rule, confidence: candidate.confidence)
    context.addMention(of: project, at: candidate.span, rule: candidate.rule)
    context.addSurface(context.text.string(candidate.core), to: project)
    if let own { owned[own.owner, default: []].append((own.rest, projects.count)) }
    byKey[key] = projects.count
    frames[Self.frame(key), default: []].append(key)
    for form in key == whole ? [key] : [key, whole] {
      let scalars = Array(form.text.unicodeScalars)
      heads[Self.key(scalars.prefix(Self.shortest)), default: []].append((scalars, projects.count))
      tails[Self.key(scalars.suffix(Self.shortest)), default: []].append((scalars, projects.count))
    }
    longest.append(candidate.core.count)
    projects.append((project, [candidate]))
  }

  /// The company that a name begins with, and how it goes on, without 项目.
  private func own(_ candidate: ProjectCandidate) -> (owner: EntityID, rest: String)? {
    let start = candidate.span.start
    let companies = context.mentions(of: "Enterprise", in: candidate.span)
    guard let company = companies.first(where: { $0.span.start == start }), candidate.core.end - company.span.end >= 2
    else { return nil }
    return (company.entity, context.folded.string(Span(company.span.end, candidate.core.end)))
  }

  /// The only project of a company that goes on as another name does, or holds that: 甲集团羊绒衫项目 and
  /// 甲集团年产40万件羊绒衫加工项目.
  private func sibling(_ owner: EntityID, _ rest: String) -> Int? {
    let alike = (owned[owner] ?? []).filter { $0.rest.contains(rest) || rest.contains($0.rest) }
    return alike.count == 1 ? alike[0].place : nil
  }

  /// A core without the place that it begins with and the words of building that it ends with, where enough is left.
  private func key(_ core: Span) -> TextKey {
    let text = context.folded
    if let road = road(core) { return road }
    var start = core.start
    for type in ["Region", "Zone"] {
      let places = context.mentions(of: type, in: core).map(\.span)
      while let end = places.filter({ $0.start == start && core.end - $0.end >= Self.shortest }).map(\.end).max() {
        start = end
      }
    }
    var end = core.end
    if end - start > Self.shortest + 1, text[end - 2] == "建", text[end - 1] == "设" { end -= 2 }
    return TextKey(text.string(Span(start, end)))
  }

  /// The usual short name of a road or a line between two places, one character of each: 甲州至乙安高速公路 and 甲乙高速.
  private func road(_ core: Span) -> TextKey? {
    let text = context.folded
    guard let kind = ProjectWords.embedded.roads.longestMatch(in: text, endingAt: core.end, limit: core.start)?.start
    else {
      return nil
    }
    let body = Span(core.start, kind)
    let ends: [Unicode.Scalar]
    if let joint = text[body].firstIndex(of: "至") {
      guard joint >= body.start + 2, joint + 2 < body.end, text[body].allSatisfy(\.isHan) else { return nil }
      ends = [text[body.start], text[joint + 1]]
    } else {
      guard body.count == 2, text[body].allSatisfy(\.isHan) else { return nil }
      ends = Array(text[body])
    }
    let isRail = text[Span(kind, core.end)].contains("铁")
    return TextKey(ScalarText(ends).description + (isRail ? "铁路" : "高速"))
  }

  /// The only known key that a form shortens by leaving out characters inside: 甲新电镀产业园 of 甲新环保电镀产业园.
  private func longer(_ form: TextKey) -> TextKey? {
    let short = Array(form.text.unicodeScalars)
    guard short.count >= Self.shortest, let alike = frames[Self.frame(form)], alike.count <= Self.crowd else {
      return nil
    }
    let found = alike.filter {
      let other = Array($0.text.unicodeScalars)
      return isShort(short, of: other) || isShort(other, of: short)
    }
    return found.count == 1 ? found.first : nil
  }

  /// The only project whose name a form shortens, or lengthens, by an amount, by whose it is, or by a kind behind it: 饲料生产线 of
  /// 18万吨饲料生产线, 甲中心 of 甲中心总部经济.
  private func measured(_ form: TextKey) -> Int? {
    let own = Array(form.text.unicodeScalars)
    guard own.count >= Self.shortest else { return nil }
    let ahead = heads[Self.key(own.prefix(Self.shortest))] ?? []
    let behind = tails[Self.key(own.suffix(Self.shortest))] ?? []
    guard ahead.count + behind.count <= Self.crowd else { return nil }
    let found = Set(
      (ahead.filter { other in
        let (short, long) = Self.ordered(own, other.form)
        let rest = long.dropFirst(short.count)
        return long.starts(with: short) && (isAmount(rest) || isKind(rest))
      }
        + behind.filter { other in
          let (short, long) = Self.ordered(own, other.form)
          let rest = long.dropLast(short.count)
          return long.reversed().starts(with: short.reversed())
            && (isAmount(rest)
              || ["Enterprise", "Region"].contains { context.entity($0, named: ScalarText.string(rest)) != nil })
        }).map(\.place))
    return found.count == 1 ? found.first : nil
  }

  private static func ordered(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> (
    [Unicode.Scalar], [Unicode.Scalar]
  ) {
    one.count < other.count ? (one, other) : (other, one)
  }

  private static func key(_ scalars: ArraySlice<Unicode.Scalar>) -> TextKey { TextKey(ScalarText.string(scalars)) }

  /// Whether a number with its measure stands in a stretch, and no phase: 年产18万吨.
  private func isAmount(_ stretch: ArraySlice<Unicode.Scalar>) -> Bool {
    stretch.indices.dropLast().contains {
      ChineseNumeral.digit(stretch[$0]) != nil
        && "万千百亿吨台套件米只辆瓦个头羽条升块片兆平代亩床锭GMk".unicodeScalars.contains(stretch[$0 + 1])
    } && !stretch.contains("期")
  }

  /// Whether nothing but words for kinds of projects make up a stretch, no phase among them.
  private func isKind(_ stretch: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = ScalarText(Array(stretch))
    let words = ProjectWords.embedded
    return !stretch.isEmpty && !stretch.contains("期") && words.covers(words.kinds, text, Span(0, text.count))
  }

  private static func frame(_ key: TextKey) -> TextKey {
    let scalars = Array(key.text.unicodeScalars)
    return TextKey(ScalarText(Array(scalars.prefix(2) + scalars.suffix(1))).description)
  }

  /// Of more keys that begin and end alike none is the one that is meant.
  private static let crowd = 24

  private func isShort(_ form: [Unicode.Scalar], of name: [Unicode.Scalar]) -> Bool {
    guard form.count >= Self.shortest, form.count < name.count, form.prefix(2).elementsEqual(name.prefix(2)),
      form.last == name.last
    else { return false }
    var position = 0
    for scalar in name where position < form.count && scalar == form[position] { position += 1 }
    return position == form.count
  }

  /// Adds LOCATED_IN where a name begins with another county's than the home region's, in full: 乙县丙水库项目 in the news of 甲市.
  ///
  /// A short name there may be where its company comes from, unless the news are of the prefecture that the county is in.
  func locate() {
    let text = context.folded
    for (project, candidates) in projects {
      for candidate in candidates {
        let regions = context.mentions(of: "Region", in: candidate.span)
        guard var region = regions.first, region.span.start == candidate.span.start,
          region.entity != context.deixis.home, context.property("level", of: region.entity) == .string("county"),
          region.span.count >= 3 && "县市区旗".unicodeScalars.contains(text[region.span.end - 1])
            || isNear(region.entity)
        else { continue }
        for part in regions.dropFirst() where part.span.start == region.span.end && isSmall(part.entity) {
          region = part
        }
        context.addRelation(
          "LOCATED_IN", from: project, to: region.entity, evidence: candidate.span, rule: "project.region-at-head",
          confidence: 0.8)
        break
      }
    }
  }

  /// Adds INVESTS_IN where a project's name begins as the name of one company that is named in full: 甲远牧生猪养殖项目 of
  /// 甲远牧农业有限公司.
  func invest() {
    let companies = context.entities(of: "Enterprise").map {
      (entity: $0, name: Folding.fold(ScalarText(context.name(of: $0))).scalars)
    }
    guard !companies.isEmpty else { return }
    // What a place is called after is no company's own.
    let places = context.entities(of: "Region").map { Folding.fold(ScalarText(context.name(of: $0))).scalars }
    for (project, candidates) in projects {
      guard let core = candidates.first?.core, core.count > 5,
        context.mentions(of: ["Enterprise", "Region", "Zone"]).first(where: { $0.span.start == core.start }) == nil
      else { continue }
      for length in [3, 2] {
        let head = context.folded[Span(core.start, core.start + length)]
        guard Lexicon.entry(head) == nil, head.allSatisfy(\.isHan), !places.contains(where: { $0.starts(with: head) })
        else { continue }
        let owners = companies.filter { Self.begins($0.name, as: head) }
        guard let owner = owners.first else { continue }
        if owners.count == 1 {
          context.addRelation(
            "INVESTS_IN", from: owner.entity, to: project, evidence: candidates[0].span, rule: "project.namesake",
            confidence: 0.75)
        }
        break
      }
    }
  }

  /// Whether a company's full name begins with a word, behind the place that it may have at its head.
  private static func begins(_ name: [Unicode.Scalar], as word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard name.count > word.count + 3, name.last == "司" || name.last == "团" else { return false }
    return (0...6).contains { $0 + word.count < name.count && name[$0...].starts(with: word) && $0 != 1 }
  }

  /// Whether the document tells of the prefecture that a county is in, in the news of a province or of that prefecture.
  private func isNear(_ county: EntityID) -> Bool {
    context.wholes(of: county).contains {
      context.property("level", of: $0) == .string("prefecture")
        && (context.deixis.home == nil || context.deixis.home == $0
          || context.deixis.home.map { context.property("level", of: $0) == .string("province") } == true)
    }
  }

  private func isSmall(_ region: EntityID) -> Bool {
    let level = context.property("level", of: region)
    return level == .string("township") || level == .string("village")
  }

  /// Finds the other places of names that were told from one place.
  mutating func addOtherMentions() {
    var forms = WordTrie<Int>()
    var taken = SpanSet(count: context.folded.count)
    for (place, (_, candidates)) in projects.enumerated() {
      for candidate in candidates {
        taken.insert(candidate.span)
        let name = candidate.span.count > candidate.core.count ? candidate.span : candidate.core
        if name.count >= Self.whole { forms.insert(context.folded[name], place) }
      }
    }
    var position = 0
    while let (span, place) = forms.firstMatch(in: context.folded, from: position) {
      position = span.start + 1
      guard !taken.overlaps(span) else { continue }
      context.addMention(of: projects[place].project, at: span, rule: "project.seen-elsewhere")
      position = span.end
    }
  }

  /// The fewest characters of a name that is looked for elsewhere.
  private static let whole = 6

  /// How far before a project's core the name of a zone may begin that ends in it.
  private static let reach = 16
  /// The fewest characters that tell a project without its place.
  private static let shortest = 4

  /// A park or a hospital that is named only as what is being built is a project, no zone and no body.
  mutating func takeNames() {
    var taken: [EntityID: (count: Int, place: Int, isListed: Bool)] = [:]
    for (place, (_, candidates)) in projects.enumerated() {
      for candidate in candidates where candidate.rule != "project.named-work" {
        for type in ["Zone", "Organization"] {
          // The zone around it may stand before the name: 甲开发区|乙创新园二期.
          let around = Span(max(0, candidate.core.start - Self.reach), candidate.core.end)
          for mention in context.mentions(of: type, in: around)
          where mention.span.end > candidate.core.start + 1 && isWhatIsBuilt(mention.span, candidate.core) {
            let isListed = ["project.list", "project.begun"].contains(candidate.rule) && mention.span == candidate.core
            let known = taken[mention.entity]
            taken[mention.entity] = ((known?.count ?? 0) + 1, place, (known?.isListed ?? false) || isListed)
          }
        }
      }
    }
    for (entity, name) in taken.sorted(by: { $0.key < $1.key }) {
      let spans = context.spans(of: entity)
      guard name.isListed || spans.count == name.count else { continue }
      // Where a list says that it is a project, its other mentions name the project.
      for span in spans where name.isListed {
        context.addMention(of: projects[name.place].project, at: span, rule: "project.seen-elsewhere")
        if span.count > longest[name.place] {
          longest[name.place] = span.count
          context.rename(projects[name.place].project, to: context.text.string(span))
        }
      }
      context.retract(entity)
    }
  }

  /// Whether a name is the project's, but for its phase or for 建设 behind it; never a development zone's.
  private func isWhatIsBuilt(_ name: Span, _ core: Span) -> Bool {
    let words = ProjectWords.embedded
    guard words.lastingZones.longestMatch(in: context.folded, endingAt: name.end, limit: name.start) == nil else {
      return false
    }
    // 甲综合体(乙产业园)
    if name.end + 1 == core.end, context.folded[name.end] == ")" { return true }
    return name.end == core.end || words.numbered[context.folded[Span(name.end, core.end)]] != nil
  }
}
