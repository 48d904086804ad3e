import Extraction
import Glibc
import GraphModel

/// A file of a packed plug-in.
struct PackageEntry {
  var path: String
  var bytes: [UInt8]
  var isProgram: Bool

  /// A plug-in holds at most so many files.
  static let maximumCount = 10_000
  /// Its files hold at most so many bytes together.
  static let maximumBytes = 512 << 20
}

/// A plug-in as it is handed around: a folder, a `.tar.gz` or a `.zip`.
public struct PluginPackage {
  /// The plug-in's files by their paths inside its folder.
  private let files: [String: PackageEntry]

  /// An archive's largest size in bytes.
  private static let maximumArchive = 256 << 20

  /// Reads a package; nothing of it is written or run.
  ///
  /// - Throws: `PackageError`, `PluginLoadError`, `SourceFailure`.
  public init(path: String) throws {
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    let entries = try isFolder ? FolderTree(path).entries() : Self.unpacked(path)
    var files: [String: PackageEntry] = [:]
    // Names that other file systems take for one would overwrite each other there.
    var names: Set<String> = []
    let unwrapped = try Self.unwrapped(entries)
    for entry in unwrapped {
      guard names.insert(entry.path.lowercased()).inserted else { throw PackageError.twice(entry.path) }
      files[entry.path] = entry
    }
    for entry in unwrapped {
      var folder = entry.path.lowercased()[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard !names.contains(String(folder)) else { throw PackageError.twice(String(folder)) }
      }
    }
    self.files = files
  }

  /// Puts the plug-in into a folder that holds plug-ins, whole or not at all.
  ///
  /// - Parameter parent: made where it is not there.
  /// - Parameter isReplacing: whether it may take the place of one of its name.
  /// - Returns: its declaration and the path of its folder.
  /// - Throws: `PluginLoadError`, or what the carrier's reader throws.
  public func install(in parent: String, isReplacing: Bool = false) throws -> (manifest: PluginManifest, path: String) {
    guard let yaml = files[PluginLoader.manifestName] else { throw PackageError.noManifest }
    let name: String
    do {
      name = try PluginManifest(yaml: String(decoding: yaml.bytes, as: UTF8.self)).name
    } catch {
      throw PluginLoadError.badManifest(file: PluginLoader.manifestName, error)
    }
    let isNew = access(parent, F_OK) != 0
    try FolderTree.make(parent)
    // What was made for nothing goes again; a folder that holds something stays.
    defer { if isNew { rmdir(parent) } }
    let workshop = "\(parent)/.adding-\(getpid())"
    guard mkdir(workshop, 0o700) == 0, mkdir("\(workshop)/\(name)", 0o777) == 0 else {
      throw PluginLoadError.unwritable(file: workshop, reason: String(cString: strerror(errno)))
    }
    defer { FolderTree(workshop).remove() }
    for path in files.keys.sorted() {
      guard let file = files[path] else { continue }
      try NewFile.write(file.bytes, to: path, in: "\(workshop)/\(name)", isProgram: file.isProgram)
    }
    let folder = try PluginFolder(path: "\(workshop)/\(name)")
    let manifest = try PluginLoader.manifest(of: folder)
    _ = try PluginLoader.plugin(manifest, in: folder)
    let place = "\(parent)/\(name)"
    if access(place, F_OK) == 0 {
      guard isReplacing else { throw PluginLoadError.exists(folder: place) }
      rename(place, "\(workshop)/old")
    }
    guard rename("\(workshop)/\(name)", place) == 0 else {
      throw PluginLoadError.unwritable(file: place, reason: String(cString: strerror(errno)))
    }
    return (manifest, place)
  }

  private static func unpacked(_ path: String) throws -> [PackageEntry] {
    let bytes = try SourceFile.source(at: path, limit: maximumArchive).bytes
    if bytes.starts(with: [0x1F, 0x8B]) {
      return try TarReader.entries(gzip: bytes)
    }
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return try ZipReader.entries(bytes) }
    throw PackageError.unknownKind
  }

  /// Entries under paths inside the plug-in's folder, which may or may not be packed with it.
  private static func unwrapped(_ entries: [PackageEntry]) throws(PackageError) -> [PackageEntry] {
    var plain: [PackageEntry] = []
    for var entry in entries {
      while entry.path.hasPrefix("./") { entry.path.removeFirst(2) }
      let isPlain = entry.path.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 && $0 != "\\" }
      guard PluginFolder.isInside(entry.path), isPlain, entry.path.utf8.count < 1024 else {
        throw .badPath(entry.path)
      }
      plain.append(entry)
    }
    if !plain.contains(where: { $0.path == PluginLoader.manifestName }) {
      let manifests = plain.map { $0.path.split(separator: "/") }
        .filter { $0.count == 2 && $0[1] == PluginLoader.manifestName }
      guard manifests.count == 1, let folder = manifests.first?.first.map({ $0 + "/" }) else { throw .noManifest }
      plain = plain.filter { $0.path.hasPrefix(folder) }
      for index in plain.indices { plain[index].path.removeFirst(folder.count) }
    }
    return plain
  }
}
