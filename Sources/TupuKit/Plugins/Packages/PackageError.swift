/// Why a packed plug-in cannot be unpacked.
public enum PackageError: Error, Hashable, Sendable {
  /// It is neither a folder nor a `.tar.gz` nor a `.zip`.
  case unknownKind
  /// It ends too early or contradicts itself.
  case damaged
  /// It holds more than so many files, or more bytes than a plug-in may.
  case tooLarge
  /// The path of an entry leads out of the folder, or holds what no path should.
  case badPath(String)
  /// An entry is a link or a device.
  case notAFile(String)
  /// An entry is encrypted, or packed by a method that is not read.
  case unknownMethod(String)
  /// Two entries have the same path.
  case twice(String)
  /// There is no `plugin.yaml` at its top or in its only folder.
  case noManifest
}
