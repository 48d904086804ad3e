import Extraction
import Glibc
import GraphModel

/// A folder with everything in it.
struct FolderTree {
  private let root: String

  private static let maximumDepth = 32

  init(_ root: String) { self.root = root }

  /// Makes a folder and those that it lies in.
  ///
  /// - Throws: `PluginLoadError.unwritable`.
  static func make(_ path: String) throws(PluginLoadError) {
    var place = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      place += "/" + part
      guard mkdir(place, 0o777) == 0 || errno == EEXIST else {
        throw .unwritable(file: place, reason: String(cString: strerror(errno)))
      }
    }
  }

  /// Its files, without hidden ones and compiled Python; links and devices are refused.
  ///
  /// - Throws: `PackageError`, `PluginLoadError.unreadable`.
  func entries() throws -> [PackageEntry] {
    var entries: [PackageEntry] = []
    var total = 0
    try walk("", depth: 0) { path, status in
      let name = path.split(separator: "/").last ?? ""
      guard !name.hasPrefix("."), name != "__pycache__" else { return false }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: return true
      case S_IFREG:
        total += Int(status.st_size)
        guard total <= PackageEntry.maximumBytes, entries.count < PackageEntry.maximumCount else {
          throw PackageError.tooLarge
        }
        let bytes: [UInt8]
        do {
          bytes = try SourceFile.source(at: "\(root)/\(path)", limit: PackageEntry.maximumBytes).bytes
        } catch {
          throw PluginLoadError.unreadable(file: "\(root)/\(path)", reason: "\(error)")
        }
        entries.append(PackageEntry(path: path, bytes: bytes, isProgram: status.st_mode & 0o100 != 0))
        return false
      default: throw PackageError.notAFile(path)
      }
    }
    return entries
  }

  /// Removes it; links are removed, not followed.
  func remove() {
    var folders = [""]
    try? walk("", depth: 0) { path, status in
      if status.st_mode & S_IFMT == S_IFDIR {
        folders.append(path)
        return true
      }
      unlink("\(root)/\(path)")
      return false
    }
    for folder in folders.reversed() { rmdir("\(root)/\(folder)") }
  }

  /// Visits what lies in a folder, by name; `visit` says whether to go into a folder.
  private func walk(
    _ folder: String, depth: Int, _ visit: (_ path: String, _ status: stat) throws -> Bool
  ) throws {
    guard depth < Self.maximumDepth else { throw PackageError.tooLarge }
    guard let directory = opendir("\(root)/\(folder)") else {
      throw PluginLoadError.unreadable(file: "\(root)/\(folder)", reason: String(cString: strerror(errno)))
    }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    closedir(directory)
    for name in names.sorted() {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var status = stat()
      guard lstat("\(root)/\(path)", &status) == 0 else { continue }
      if try visit(path, status) { try walk(path, depth: depth + 1, visit) }
    }
  }
}
