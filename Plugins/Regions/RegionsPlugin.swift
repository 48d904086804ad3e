import Extraction
import GraphModel
import RegionsTables

/// Finds administrative divisions, their hierarchy, and what the place-words of a document stand for.
public struct RegionsPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_regions_manifest(), count: tupu_regions_manifest_count()).text)
  }

  /// Adds the regions that the document names, the home region even where it is only implied, and their hierarchy.
  public func extract(in context: ExtractionContext) throws {
    let gazetteer = Gazetteer.embedded
    var scanner = RegionScanner(context.folded, gazetteer: gazetteer)
    scanner.scan()
    // A short form may be a piece of another word: 新和 in 创新和, 开县 in 召开县委会议.
    let people = Self.people(scanner.candidates, context.folded)
    let shared = Self.zonesElsewhere(scanner.candidates, context.folded, gazetteer)
    let counts = Self.counts(scanner.candidates, context.folded)
    let candidates = scanner.candidates.filter { candidate in
      if Self.straddles(candidate, context.folded, counts) { return false }
      if shared.contains(candidate.span) { return false }
      if candidate.form == .short, case .form = candidate.kind {
        if people.contains(context.folded.string(candidate.span)) { return false }
        if Self.isInsideWord(candidate.span, context.folded) { return false }
        if Self.isInsideCoined(candidate.span, context) { return false }
      }
      // 沂河新区: the end of another name.
      if candidate.span.count == 2, Self.kinds[context.folded[candidate.span]] != nil, candidate.span.start > 0,
        context.folded[candidate.span.start - 1].isHan
      {
        return false
      }
      // 亚运城市: the end of one word and the beginning of the next.
      let isCity = candidate.span.count == 3 && context.folded[candidate.span.end - 2] == "城"
      guard candidate.form == .short || candidate.isCommon || candidate.span.count == 2 || isCity,
        case .form = candidate.kind
      else { return true }
      let start = context.words.boundaryExcess(at: candidate.span.start)
      let end = context.words.boundaryExcess(at: candidate.span.end)
      return max(start, end) <= Self.boundaryLimit
    }
    let hierarchy = Hierarchy(gazetteer: gazetteer, year: context.dates.year ?? Self.headlineYear(context))
    let finder = HomeFinder(candidates, words: scanner.words, hierarchy: hierarchy, document: context.document)
    let home = finder.home()
    let resolver = RegionResolver(hierarchy: hierarchy, document: context.document, home: home)
    let targets = resolver.resolve(candidates)
    var writer = RegionWriter(
      context: context, hierarchy: hierarchy, home: home, isHomeTold: finder.isTold(home), words: scanner.words)
    writer.write(candidates, targets)
  }

  /// How often each form of two characters is found.
  private static func counts(_ candidates: [RegionCandidate], _ text: ScalarText) -> [ArraySlice<Unicode.Scalar>: Int] {
    var counts: [ArraySlice<Unicode.Scalar>: Int] = [:]
    for candidate in candidates where candidate.span.count == 2 || candidate.form == .full && candidate.span.count == 3
    {
      counts[text[Span(candidate.span.start, candidate.span.start + 2)], default: 0] += 1
    }
    return counts
  }

  /// 和谐新泰和而: found once, over the beginning of a name that the document has again and again (泰和).
  private static func straddles(
    _ candidate: RegionCandidate, _ text: ScalarText, _ counts: [ArraySlice<Unicode.Scalar>: Int]
  ) -> Bool {
    guard candidate.form == .short, candidate.span.count == 2, candidate.span.end < text.count,
      counts[text[candidate.span]] == 1
    else { return false }
    return counts[text[Span(candidate.span.start + 1, candidate.span.end + 1)]] ?? 0 >= 3
  }

  /// Districts whose names many cities give to a zone of theirs (滨海新区), in the news of another province.
  private static func zonesElsewhere(
    _ candidates: [RegionCandidate], _ text: ScalarText, _ gazetteer: Gazetteer
  ) -> Set<Span> {
    let shared = candidates.filter { Self.shared[text[$0.span]] != nil }
    guard case .form(let form)? = shared.first?.kind else { return [] }
    let provinces = Set(gazetteer.references(form).map { $0.division.code / 10000 })
    let others = candidates.contains { candidate in
      guard candidate.form == .full, !candidate.isInsideName, !candidate.isCommon, case .form(let form) = candidate.kind
      else { return false }
      return gazetteer.references(form).allSatisfy { !provinces.contains($0.division.code / 10000) }
    }
    let isNamed = candidates.contains { candidate in
      guard case .form(let form) = candidate.kind else { return false }
      return gazetteer.references(form).contains {
        $0.division.level == .province && provinces.contains($0.division.code / 10000)
      }
    }
    return others && !isNamed ? Set(shared.map(\.span)) : []
  }

  private static let shared = RegionWords.table.words("shared-with-zones")

  /// The year in a document's first words, where no date tells one: 我县召开2011年动员会.
  private static func headlineYear(_ context: ExtractionContext) -> Int? {
    context.dates.mentions(in: Span(0, min(context.folded.count, 60))).first { $0.form == .year && !$0.isTerm }?
      .printed.year
  }

  /// Stems that are somebody's name here: behind a post, with a mark or a verb of speaking behind them (副会长蒲江先后发言).
  private static func people(_ candidates: [RegionCandidate], _ text: ScalarText) -> Set<String> {
    var names: Set<String> = []
    for candidate in candidates where candidate.form == .short && candidate.span.count == 2 {
      guard case .form = candidate.kind, candidate.span.start > 1, candidate.span.end < text.count,
        speakers.longestMatch(in: text, at: candidate.span.end) != nil
      else { continue }
      // 副会长蒲江, 董事长隋卫东: the form is a name, or the given name behind a surname.
      if posts.longestMatch(in: text, endingAt: candidate.span.start) != nil
        || posts.longestMatch(in: text, endingAt: candidate.span.start - 1) != nil
      {
        names.insert(text.string(candidate.span))
      }
    }
    return names
  }

  private static let posts = RegionWords.table.endings("post")
  private static let speakers = RegionWords.table.words("speaker")

  /// 紫云英, 武昌鱼: a longer noun of the general list begins with the form.
  private static func isInsideWord(_ span: Span, _ text: ScalarText) -> Bool {
    var isInside = false
    Lexicon.words.forEachMatch(in: text, at: span.start) { end, entry in
      if end > span.end, entry.wordClass == .noun, !goesOn.contains(text[end - 1]) { isInside = true }
    }
    return isInside
  }

  /// Districts whose official names are words for any such place.
  private static let kinds = RegionWords.table.words("kind-of-district")

  /// 合景泰富: a stem between two single characters that are no words of their own is a piece of a coined name.
  private static func isInsideCoined(_ span: Span, _ context: ExtractionContext) -> Bool {
    let text = context.folded
    guard span.start > 0, span.end < text.count, text[span.start - 1].isHan, text[span.end].isHan,
      !beside.contains(text[span.start - 1]), !goesOn.contains(text[span.end]), !beside.contains(text[span.end])
    else { return false }
    return [span.start - 1, span.end].allSatisfy { position in
      let token = context.words.token(at: position)
      return token.span.count == 1 && (token.wordClass == .noun || token.wordClass == .unknown)
    }
  }

  /// Single nouns that stand beside names of places.
  private static let beside = ScalarSet("省市县区州盟旗镇乡委府人商企地两三四港台路站院校")

  /// Characters with which such a word still speaks of the place: 上海人, 苏州话.
  private static let goesOn = ScalarSet("市县区州省旗盟镇乡村人话籍方府城港湖山江河海岛湾路站")

  /// How much dearer (in quarters of nats) the reading as words may become at the ends of a short form.
  private static let boundaryLimit: Int32 = 14
}
