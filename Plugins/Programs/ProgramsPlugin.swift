import Extraction
import GraphModel
import ProgramsTables

/// Finds the initiatives that governments carry out, and who pursues them.
public struct ProgramsPlugin: Plugin {
  /// The declaration in `plugin.yaml`.
  public let manifest: PluginManifest
  private let words: ProgramWords

  /// Reads the embedded declaration and word lists.
  ///
  /// - Throws: `ManifestError`.
  public init() throws {
    manifest = try PluginManifest(
      yaml: EmbeddedFile(tupu_programs_manifest(), count: tupu_programs_manifest_count()).text)
    words = ProgramWords(WordLists(EmbeddedFile(tupu_programs_words(), count: tupu_programs_words_count()).text))
  }

  /// Adds programs, their mentions and PURSUES.
  public func extract(in context: ExtractionContext) throws {
    let quoted =
      QuotedProgramReader(words: words, context: context).read()
      + TitledProgramReader(words: words, context: context).read()
    let unquoted = UnquotedProgramReader(words: words, context: context).read(besides: quoted.map(\.span).sorted())
    let owners = ProgramOwners(words: words, context: context)
    for (program, candidates) in ProgramRegister(context: context).register(quoted + unquoted) {
      owners.relate(program, candidates)
    }
  }
}
