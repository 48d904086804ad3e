import Glibc
import GraphModel

extension PluginFolder {
  /// Files of more bytes than this (models) are known by size and time of change instead of their content.
  private static let hashedSize = 32 << 20
  private static let maximumFiles = 20_000
  private static let maximumDepth = 32

  /// Sixteen hexadecimal digits that change whenever a file does that may decide what the plug-in finds: not its examples,
  /// Markdown pages, hidden files and compiled Python.
  ///
  /// - Throws: `PluginLoadError.unreadable`, `.tooLarge`.
  public func digest() throws(PluginLoadError) -> String {
    var digest = SHA256()
    switch place {
    case .embedded(let files):
      for name in files.keys.sorted() where !Self.isAside(name) {
        digest.update(Array("\(name)\0".utf8))
        if let file = files[name] { digest.update(Array(file.bytes)) }
      }
    case .disk(let root):
      var files: [String] = []
      try list(root, "", depth: 0, into: &files)
      for file in files.sorted() { try add(file, of: root, to: &digest) }
    }
    return digest.hexadecimal(digits: 16)
  }

  /// Whether what a file says cannot decide what the plug-in finds.
  private static func isAside(_ name: String) -> Bool {
    name.hasPrefix(".") || name == "Examples" || name == "__pycache__" || name.hasSuffix(".md")
      || name.hasSuffix(".pyc")
  }

  private func list(
    _ root: String, _ folder: String, depth: Int, into files: inout [String]
  ) throws(PluginLoadError) {
    guard depth < Self.maximumDepth, let directory = opendir("\(root)/\(folder)") else {
      throw depth < Self.maximumDepth
        ? .unreadable(file: shown(folder), reason: String(cString: strerror(errno))) : .tooLarge(folder: root)
    }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard !Self.isAside(name) else { continue }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var status = stat()
      guard lstat("\(root)/\(path)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        try list(root, path, depth: depth + 1, into: &files)
      } else {
        files.append(path)
      }
      guard files.count <= Self.maximumFiles else { throw .tooLarge(folder: root) }
    }
  }

  private func add(_ file: String, of root: String, to digest: inout SHA256) throws(PluginLoadError) {
    var status = stat()
    guard lstat("\(root)/\(file)", &status) == 0 else {
      throw .unreadable(file: shown(file), reason: String(cString: strerror(errno)))
    }
    digest.update(Array("\(file)\0".utf8))
    switch status.st_mode & S_IFMT {
    case S_IFREG where Int(status.st_size) <= Self.hashedSize: digest.update(try bytes(of: file))
    case S_IFREG: digest.update(Array("\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)".utf8))
    case S_IFLNK:
      // A link is what it says, wherever that leads.
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = buffer.withUnsafeMutableBytes {
        readlink("\(root)/\(file)", $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
      }
      digest.update(Array(buffer[..<max(0, count)]))
    default: break
    }
    digest.update([0])
  }
}
