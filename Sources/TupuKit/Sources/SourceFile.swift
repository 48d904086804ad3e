import Extraction
import Glibc
import GraphModel

/// Files as sources.
public enum SourceFile {
  /// The largest file that is read where no other limit is named, in bytes.
  public static let limit = 64 << 20

  /// Reads a file, or standard input where the path is `-`.
  ///
  /// - Parameter isResolved: whether the path is known to be absolute and without links.
  /// - Throws: `SourceFailure`.
  public static func source(
    at path: String, isResolved: Bool = false, encoding: String? = nil, limit: Int = limit
  ) throws(SourceFailure) -> Source {
    let bytes: [UInt8]
    if path == "-" {
      bytes = try contents(of: STDIN_FILENO, limit: limit)
    } else {
      let file = open(PathText.bytes(path), O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { throw failure(errno) }
      defer { close(file) }
      var status = stat()
      if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw .isFolder }
      bytes = try contents(of: file, limit: limit)
    }
    let name = path == "-" ? "-" : name(of: path)
    return Source(
      name: name, origin: path == "-" || isResolved ? path : absolutePath(path) ?? path,
      mediaType: mediaType(of: name), bytes: bytes, encoding: encoding)
  }

  /// The last part of a path.
  private static func name(of path: String) -> String {
    let slash = UInt8(ascii: "/")
    guard let end = path.utf8.lastIndex(where: { $0 != slash }) else { return "-" }
    let start = path.utf8[...end].lastIndex(of: slash).map { path.utf8.index(after: $0) } ?? path.startIndex
    return String(Substring(path.utf8[start...end]))
  }

  /// Whether an encoding of this name can be read.
  public static func isKnown(encoding name: String) -> Bool { CharacterEncoding(label: name) != nil }

  /// How a file is to be read, by its name's ending.
  public static func mediaType(of name: String) -> MediaType {
    let lower = name.lowercased()
    return [".html", ".htm", ".xhtml", ".shtml"].contains { lower.hasSuffix($0) } ? .html : .text
  }

  /// The names of a folder's files with an ending, sorted.
  ///
  /// - Throws: `SourceFailure`.
  public static func names(in folder: String, ending: String) throws(SourceFailure) -> [String] {
    try entries(of: folder) { name, _ in name.hasSuffix(ending) }
  }

  /// The names of a folder's folders, sorted; hidden ones are left out.
  ///
  /// - Throws: `SourceFailure`.
  static func folders(in folder: String) throws(SourceFailure) -> [String] {
    try entries(of: folder) { name, parent in
      var status = stat()
      return stat(PathText.bytes("\(parent)/\(name)"), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
  }

  private static func entries(
    of folder: String, where isWanted: (_ name: String, _ folder: String) -> Bool
  ) throws(SourceFailure) -> [String] {
    guard let entries = opendir(PathText.bytes(folder)) else { throw failure(errno) }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { PathText.decoding($0) }
      }
      if !name.hasPrefix("."), isWanted(name, folder) { names.append(name) }
    }
    return names.sorted()
  }

  private static func contents(of file: Int32, limit: Int) throws(SourceFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = 1 << 16
    var size: Int?
    var status = stat()
    if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      guard Int(status.st_size) <= limit else { throw .tooLarge(bytes: Int(status.st_size), limit: limit) }
      size = Int(status.st_size)
      room = Int(status.st_size) + 1
    }
    while true {
      var failed: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let length = read(file, buffer.baseAddress, buffer.count)
        if length < 0 { failed = errno }
        count = max(0, length)
      }
      if failed == EINTR { continue }
      guard failed == 0 else { throw failure(failed) }
      if chunk.isEmpty { return bytes }
      guard bytes.count + chunk.count <= limit else { throw .tooLarge(bytes: bytes.count + chunk.count, limit: limit) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      // There was room for more than the file said to have.
      if bytes.count == size { return bytes }
      room = chunk.count < room ? 1 << 10 : 1 << 16
    }
  }

  /// Whether no file is at the place that a document came from, `PATH` or, of JSON Lines, `PATH#LINE`.
  ///
  /// A file that may not be looked at is not gone.
  static func isGone(_ origin: String) -> Bool {
    func isMissing(_ path: String) -> Bool {
      var status = stat()
      return stat(PathText.bytes(path), &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
    }
    guard isMissing(origin) else { return false }
    guard let mark = origin.lastIndex(of: "#"), Int(origin[origin.index(after: mark)...]) != nil else { return true }
    return isMissing(String(origin[..<mark]))
  }

  /// The failure that an error number of the system stands for.
  static func failure(_ code: Int32) -> SourceFailure {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM: .noPermission
    case EISDIR: .isFolder
    default: .unreadable(String(cString: strerror(code)))
    }
  }

  /// The path of an existing file without links and relative parts; nil where there is none.
  static func absolutePath(_ path: String) -> String? {
    guard let resolved = realpath(PathText.bytes(path), nil) else { return nil }
    defer { free(resolved) }
    return PathText.decoding(resolved)
  }
}
