import ArgumentParser
import TupuKit

/// `tupu plugin add`: takes a plug-in into the user's own.
struct PluginAddCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("add", .pluginAddAbstract, .pluginAddDiscussion) }

  @Argument(help: ArgumentHelp(Word.helpPackage.text, valueName: "path"), completion: .file()) var path: String
  @Option(help: ArgumentHelp(Word.helpAddInto.text, valueName: "folder"), completion: .directory) var into: String?
  @Flag(help: ArgumentHelp(Word.helpReplace.text)) var replace = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let parent = into ?? PluginCatalog.userFolder else { throw Failure(Word.noUserFolder.text) }
    do {
      let added = try PluginPackage(path: path).install(in: parent, isReplacing: replace)
      try Console.print(Word.pluginAdded(added.manifest.name, added.path))
    } catch let error as PackageError {
      throw Failure(Word.sourceFailed(path, error.words))
    } catch let error as SourceFailure {
      throw Failure(Word.sourceFailed(path, error.words))
    } catch let error as PluginLoadError {
      throw Failure(error.words)
    } catch let error as Failure {
      throw error
    } catch {
      throw Failure(Word.pluginRefused(path, "\(error)"))
    }
  }
}
