import ArgumentParser
import TupuKit

extension PluginCarrier: ExpressibleByArgument {}

/// `tupu plugin new`: the folder of a plug-in to start from.
struct PluginNewCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("new", .pluginNewAbstract, .pluginNewDiscussion) }

  /// The languages of which there are templates of processes.
  enum Language: String, CaseIterable, ExpressibleByArgument {
    case python, swift
  }

  @Argument(help: ArgumentHelp(Word.helpNewName.text, valueName: "name")) var name: String
  @Option(help: ArgumentHelp(Word.helpCarrier.text)) var carrier: PluginCarrier = .rules
  @Option(help: ArgumentHelp(Word.helpLanguageOfProcess.text)) var language: Language?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    // A name of Swift code is a name of a type, too.
    guard PluginManifest.isName(name), carrier != .swift || !name.utf8.contains(UInt8(ascii: "-")),
      name.utf8.count <= 40
    else { throw ValidationError(Word.badPluginName(name)) }
    guard language == nil || carrier == .process else { throw ValidationError(Word.languageNeedsProcess.text) }
  }

  func run() throws {
    let template: PluginTemplate =
      switch carrier {
      case .rules: .rules
      case .process: language == .swift ? .swiftProcess : .python
      case .swift: .swift
      }
    let folder = try template.write(name, in: ".")
    let next: Word =
      switch template {
      case .rules, .python: .pluginNextEnable
      case .swiftProcess: .pluginNextCompile
      case .swift: .pluginNextTarget
      }
    try Console.print(Word.pluginMade(folder) + "\n" + next(name))
  }
}
