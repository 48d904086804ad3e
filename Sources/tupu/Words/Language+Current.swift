import Glibc
import GraphModel

extension Language {
  /// What `--lang` says, else what the locale says (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English.
  static let current: Language = chosen(arguments: CommandLine.arguments, environment: environmentVariable)

  /// The language for arguments and an environment; help texts need it before arguments are parsed.
  static func chosen(arguments: [String], environment: (String) -> String?) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang", index + 1 < arguments.count, let language = Language(rawValue: arguments[index + 1]) {
        return language
      }
      if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) {
        return language
      }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }
}

/// A variable of the environment, or nil.
func environmentVariable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
