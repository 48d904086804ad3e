import Extraction
import GraphModel
import ProgramsTables

/// Finds the initiatives that governments carry out, and who pursues them.
public struct ProgramsPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest
  private let compiled: CompiledRules

  /// Reads the embedded declaration.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_programs_manifest(), count: tupu_programs_manifest_count()).text)
    compiled = CompiledRules(
      manifest, EmbeddedFile(tupu_programs_rules(), count: tupu_programs_rules_count()),
      files: ["Tables/words.txt": EmbeddedFile(tupu_programs_words(), count: tupu_programs_words_count())])
  }

  /// Plans' titles, strategies of the country, and who pursues what.
  public var rules: RulePack? { get throws { try compiled.pack } }

  /// Name, version and rules.
  public var identity: String { compiled.identity }

  /// Adds programs, their mentions and PURSUES.
  public func extract(in context: ExtractionContext) throws {
    let words = ProgramWords.embedded
    let rules = try compiled.pack
    var candidates = QuotedProgramReader(words: words, context: context).read()
    var taken = SpanSet(count: context.folded.count)
    for candidate in candidates { taken.insert(candidate.span) }
    for find in rules.finds(in: context) where !taken.overlaps(find.span) {
      taken.insert(find.span)
      let isQuoted = context.folded[find.span.start] == "“" && context.folded[find.span.end - 1] == "”"
      candidates.append(
        ProgramCandidate(
          span: find.span, inner: isQuoted ? Span(find.span.start + 1, find.span.end - 1) : nil, hasCategory: !isQuoted,
          rule: find.rule, confidence: find.confidence))
    }
    candidates += UnquotedProgramReader(words: words, context: context).read(besides: candidates.map(\.span).sorted())
    ProgramRegister(context: context).register(candidates)
    rules.link(in: context)
  }
}
