/// Why a plug-in cannot be loaded.
public enum PluginLoadError: Error, Hashable, Sendable {
  /// A file or folder cannot be read; the system's words.
  case unreadable(file: String, reason: String)
  /// A path leads out of the plug-in's folder.
  case outside(file: String)
  /// The manifest is wrong.
  case badManifest(file: String, ManifestError)
  /// The manifest's name is not that of its folder.
  case otherName(file: String, name: String, folder: String)
  /// Nothing in the folder says how the plug-in reads: neither `rules.yaml` nor `run`.
  case noCarrier(file: String)
  /// Swift code is compiled in and cannot be loaded from a folder.
  case compiledOnly(file: String)
  /// The command of a process is nowhere on `PATH`, or is no program in the plug-in's folder.
  case noCommand(file: String, command: String)
  /// There is a folder of this path already.
  case exists(folder: String)
  /// A file or folder cannot be written; the system's words.
  case unwritable(file: String, reason: String)
  /// The folder holds more files, or deeper folders, than a plug-in may.
  case tooLarge(folder: String)
}
