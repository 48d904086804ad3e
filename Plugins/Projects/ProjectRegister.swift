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
  /// The length of each project's longest core.
  private var longest: [Int] = []

  init(_ context: ExtractionContext) { self.context = context }

  /// Adds a mention; forms that differ by the place before them, or by 建设 and 项目 behind them, are one project.
  mutating func add(_ candidate: ProjectCandidate) {
    let exact = key(candidate.core)
    let key = byKey[exact] == nil ? longer(exact) ?? exact : exact
    let name = context.text.string(candidate.span)
    if let known = byKey[key] {
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
    byKey[key] = projects.count
    frames[Self.frame(key), default: []].append(key)
    longest.append(candidate.core.count)
    projects.append((project, [candidate]))
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
  /// A short name there may be where its company comes from.
  func locate() {
    let text = context.folded
    for (project, candidates) in projects {
      for candidate in candidates {
        let regions = context.mentions(of: "Region", in: candidate.span)
        guard var region = regions.first, region.span.start == candidate.span.start, region.span.count >= 3,
          "县市区旗".unicodeScalars.contains(text[region.span.end - 1]), region.entity != context.deixis.home,
          context.property("level", of: region.entity) == .string("county")
        else { continue }
        for part in regions.dropFirst() where part.span.start == region.span.end { region = part }
        context.addRelation(
          "LOCATED_IN", from: project, to: region.entity, evidence: candidate.span, rule: "project.region-at-head",
          confidence: 0.8)
        break
      }
    }
  }

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
