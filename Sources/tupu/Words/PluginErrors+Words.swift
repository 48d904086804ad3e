import TupuKit

extension PluginLoadError {
  /// The error in the language of this run, with a way out.
  var words: String {
    switch self {
    case .unreadable(let file, let reason): Word.pluginUnreadable(file, reason)
    case .outside(let file): Word.pluginOutside(file)
    case .badManifest(let file, let error):
      error.line > 0 ? Word.pluginManifest(file, error) : Word.sourceFailed(file, error)
    case .otherName(let file, let name, let folder): Word.pluginOtherName(file, name, folder)
    case .noCarrier(let file): Word.pluginNoCarrier(file)
    case .compiledOnly(let file): Word.pluginCompiledOnly(file)
    case .noCommand(let file, let command): Word.pluginNoCommand(file, command)
    case .exists(let folder): Word.pluginExists(folder)
    case .unwritable(let file, let reason): Word.cannotWrite(file, reason)
    case .tooLarge(let folder): Word.pluginTooLarge(folder)
    }
  }
}

extension PackageError {
  /// The error in the language of this run.
  var words: String {
    switch self {
    case .unknownKind: Word.packageUnknownKind.text
    case .damaged: Word.packageDamaged.text
    case .tooLarge: Word.packageTooLarge.text
    case .badPath(let path): Word.packageBadPath(path)
    case .notAFile(let path): Word.packageNotAFile(path)
    case .unknownMethod(let path): Word.packageUnknownMethod(path)
    case .twice(let path): Word.packageTwice(path)
    case .noManifest: Word.packageNoManifest.text
    }
  }
}

extension PluginFailure {
  /// The failure in the language of this run, with a way out.
  var words: String {
    switch reason {
    case .missing: Word.pluginMissing(plugin)
    case .notLoaded(let error): error.words
    case .rules(let error, let folder): Word.pluginRefused(plugin, error.words(in: folder))
    case .refused(let words): Word.pluginRefused(plugin, words)
    case .requires(let label, let other): Word.pluginWithout(plugin, label, other)
    }
  }
}

extension PipelineError {
  /// The error in the language of this run, both sides named.
  var words: String {
    switch self {
    case .unknownRequirement(let plugin, let label): Word.pipelineRequirement(plugin, label)
    case .clash(let type, let plugins): Word.pipelineClash(type, plugins.first ?? "", plugins.last ?? "")
    case .circle(let plugins): Word.pipelineCircle((plugins + plugins.prefix(1)).joined(separator: " → "))
    case .sameName(let name): Word.pipelineSameName(name)
    case .unknownEnd(let plugin, let edge, let label): Word.pipelineEnd(plugin, edge, label)
    case .unknownEdge(let plugin, let edge): Word.pipelineEdge(plugin, edge)
    }
  }
}
