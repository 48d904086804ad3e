import ArgumentParser

/// What every verb understands.
struct CommonOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: ArgumentHelp(Word.helpLanguage.text, valueName: "zh|en"))
  var language: Language?
}

extension Language: ExpressibleByArgument {}
