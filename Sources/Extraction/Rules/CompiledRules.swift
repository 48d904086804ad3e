import GraphModel
import Synchronization

/// The rules that lie beside the code of a compiled plug-in: a `rules.yaml` in the language of rule packs, embedded with the
/// plug-in's other files.
///
/// They are read when the first document comes, so that verbs that read none do not pay for them.
public final class CompiledRules: Sendable {
  private let manifest: PluginManifest
  private let folder: PluginFolder
  private let state = Mutex<Result<RulePack, any Error>?>(nil)

  /// Rules of a plug-in.
  ///
  /// - Parameters:
  ///   - rules: its `rules.yaml`.
  ///   - files: the files that this names, by their paths in the plug-in's folder.
  public init(_ manifest: PluginManifest, _ rules: EmbeddedFile, files: [String: EmbeddedFile] = [:]) {
    self.manifest = manifest
    folder = PluginFolder(
      name: manifest.name, embedded: files.merging([PluginLoader.rulesName: rules]) { _, rules in rules })
  }

  /// The rules, ready to be run.
  ///
  /// - Throws: `RulePackError` with everything that is wrong, by file, line and column.
  public var pack: RulePack {
    get throws {
      try state.withLock { state in
        if let known = state { return known }
        let read = Result { try RulePack(manifest, in: folder, cache: WordListCache(folder: nil)) }
        state = read
        return read
      }.get()
    }
  }

  /// Name and version of the plug-in, and what tells the content of its embedded files from any other.
  public var identity: String {
    // Embedded files can be read.
    let digest = (try? folder.digest()) ?? ""
    return "\(manifest.identity)#\(digest)"
  }
}
