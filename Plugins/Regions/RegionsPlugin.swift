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
    let candidates = scanner.candidates.filter { candidate in
      guard candidate.form == .short || candidate.isCommon, case .form = candidate.kind else { return true }
      let start = context.words.boundaryExcess(at: candidate.span.start)
      let end = context.words.boundaryExcess(at: candidate.span.end)
      return max(start, end) <= Self.boundaryLimit
    }
    let hierarchy = Hierarchy(gazetteer: gazetteer, year: context.dates.year)
    let home = HomeFinder(candidates, words: scanner.words, hierarchy: hierarchy, document: context.document).home()
    let resolver = RegionResolver(hierarchy: hierarchy, document: context.document, home: home)
    let targets = resolver.resolve(candidates)
    var writer = RegionWriter(context: context, hierarchy: hierarchy, home: home, words: scanner.words)
    writer.write(candidates, targets)
  }

  /// How much dearer (in quarters of nats) the reading as words may become at the ends of a short form.
  private static let boundaryLimit: Int32 = 14
}
