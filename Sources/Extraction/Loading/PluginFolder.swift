import Glibc
import GraphModel

/// The files of a plug-in: a folder on disk, or files that are embedded in the binary.
///
/// Every file is named by its path inside the folder; no path leads out of it.
public struct PluginFolder: Sendable {
  /// Where the files are.
  public enum Place: Sendable {
    /// A folder, by its absolute path.
    case disk(path: String)
    /// Files of the binary, by their paths inside the folder.
    case embedded([String: EmbeddedFile])
  }

  /// The folder's name.
  public let name: String
  /// Where its files are.
  public let place: Place

  /// The path of the folder on disk; nil where it is embedded.
  public var path: String? {
    if case .disk(let path) = place { path } else { nil }
  }

  /// A folder on disk.
  ///
  /// - Throws: `PluginLoadError.unreadable` where there is no folder of this path.
  public init(path: String) throws(PluginLoadError) {
    guard let resolved = realpath(path, nil) else {
      throw .unreadable(file: path, reason: String(cString: strerror(errno)))
    }
    defer { free(resolved) }
    let absolute = String(cString: resolved)
    var status = stat()
    guard stat(absolute, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .unreadable(file: path, reason: String(cString: strerror(ENOTDIR)))
    }
    name = absolute.split(separator: "/").last.map(String.init) ?? absolute
    place = .disk(path: absolute)
  }

  /// Files of the binary under the name of the folder that they came from.
  public init(name: String, embedded files: [String: EmbeddedFile]) {
    self.name = name
    place = .embedded(files)
  }

  /// A file's path as people are to see it: with its folder where that is on disk.
  public func shown(_ file: String) -> String { "\(path ?? name)/\(file)" }

  /// Whether the folder holds a file.
  public func holds(_ file: String) -> Bool {
    switch place {
    case .embedded(let files): files[file] != nil
    case .disk(let path): Self.isInside(file) && access("\(path)/\(file)", F_OK) == 0
    }
  }

  /// A file's content.
  ///
  /// - Parameter limit: the largest file that is read, in bytes.
  /// - Throws: `PluginLoadError.unreadable`, `.outside`.
  public func bytes(of file: String, limit: Int = 512 << 20) throws(PluginLoadError) -> [UInt8] {
    switch place {
    case .embedded(let files):
      guard let file = files[file] else {
        throw .unreadable(file: shown(file), reason: String(cString: strerror(ENOENT)))
      }
      return Array(file.bytes)
    case .disk:
      let path = try path(of: file)
      guard let bytes = Self.read(path, limit: limit) else {
        throw .unreadable(file: shown(file), reason: String(cString: strerror(errno)))
      }
      return bytes
    }
  }

  /// The absolute path of a file on disk, links resolved.
  ///
  /// - Throws: `PluginLoadError.outside` where the path or a link leads out of the folder.
  public func path(of file: String) throws(PluginLoadError) -> String {
    guard Self.isInside(file) else { throw .outside(file: shown(file)) }
    guard let root = path else { throw .unreadable(file: shown(file), reason: String(cString: strerror(ENOENT))) }
    guard let resolved = realpath("\(root)/\(file)", nil) else {
      throw .unreadable(file: shown(file), reason: String(cString: strerror(errno)))
    }
    defer { free(resolved) }
    let path = String(cString: resolved)
    guard path.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { throw .outside(file: shown(file)) }
    return path
  }

  /// Whether a path, as it is written, stays inside the folder that it starts from.
  public static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.utf8.contains(0)
      && !path.split(separator: "/", omittingEmptySubsequences: false).contains("..")
  }

  /// A regular file's content; nil where `errno` says why not.
  private static func read(_ path: String, limit: Int) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) <= limit else {
      errno = status.st_mode & S_IFMT == S_IFREG ? EFBIG : EISDIR
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress! + done, $0.count - done) }
      if count > 0 { done += count } else if count == 0 { break } else if errno != EINTR { return nil }
    }
    return Array(bytes[..<done])
  }
}
