import Glibc
import GraphModel

/// Finds the files that inputs name: folders are walked in the order of names, links are followed, nothing is met twice.
struct SourceWalk {
  /// A file to read, or why there is none.
  enum Item: Sendable {
    /// A file that is one document.
    case document(path: String, size: Int)
    /// A file of JSON Lines.
    case records(path: String)
    /// Bytes at hand.
    case source(Source)
    /// Something that cannot be read.
    case failure(origin: String, SourceFailure)
  }

  private(set) var items: [Item] = []
  /// Files in folders whose kind is not read, by the ending of their names.
  private(set) var leftOut: [String: Int] = [:]
  /// The folders that were named, by their absolute paths.
  private(set) var folders: [String] = []
  private var seen: Set<FileKey> = []
  /// The store that is written and the files SQLite keeps beside it: no documents, whatever their names.
  private var own: Set<FileKey> = []

  /// What tells files apart.
  private struct FileKey: Hashable {
    var device: UInt64
    var number: UInt64

    init(_ status: stat) {
      device = UInt64(status.st_dev)
      number = UInt64(status.st_ino)
    }
  }

  /// Folders deeper than this are not walked.
  private static let maximumDepth = 128
  private static let documentEndings = [".txt", ".text", ".html", ".htm", ".xhtml", ".shtml"]
  private static let recordEndings = [".jsonl", ".ndjson"]

  init(_ inputs: [IngestInput], store: String) {
    for ending in ["", "-wal", "-shm"] {
      var status = stat()
      if stat(PathText.bytes(store + ending), &status) == 0 { own.insert(FileKey(status)) }
    }
    for input in inputs {
      switch input {
      case .source(let source): items.append(.source(source))
      case .path("-"): items.append(.records(path: "-"))
      case .path(let path): add(path)
      }
    }
  }

  private mutating func add(_ path: String) {
    var status = stat()
    guard stat(PathText.bytes(path), &status) == 0 else {
      let code = errno
      if code == ENOENT, path.utf8.contains(where: { "*?[".utf8.contains($0) }) {
        let matches = Self.matches(of: path)
        if matches.isEmpty { items.append(.failure(origin: path, .noMatch)) }
        for match in matches { add(match) }
      } else {
        items.append(.failure(origin: path, SourceFile.failure(code)))
      }
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      let before = items.count
      if let folder = SourceFile.absolutePath(path) { folders.append(folder) }
      walk(path, depth: 0)
      if items.count == before { items.append(.failure(origin: path, .nothingInside)) }
    } else {
      addFile(path, status, isNamed: true)
    }
  }

  /// - Parameter resolved: the path without links and relative parts, where it is known.
  private mutating func addFile(_ path: String, _ status: stat, isNamed: Bool, resolved: String? = nil) {
    let kind = status.st_mode & S_IFMT
    let lower = path.lowercased()
    guard kind == S_IFREG || (isNamed && (kind == S_IFIFO || kind == S_IFCHR)) else {
      if isNamed { items.append(.failure(origin: path, .notAFile)) } else { leaveOut(lower) }
      return
    }
    guard isNamed || own.isEmpty || !own.contains(FileKey(status)) else { return }
    let isRecords = Self.recordEndings.contains(where: lower.hasSuffix)
    guard isNamed || isRecords || Self.documentEndings.contains(where: lower.hasSuffix) else {
      leaveOut(lower)
      return
    }
    guard kind != S_IFREG || isNew(status) else { return }
    let origin = resolved ?? SourceFile.absolutePath(path) ?? path
    items.append(isRecords ? .records(path: origin) : .document(path: origin, size: Int(status.st_size)))
  }

  private mutating func leaveOut(_ path: String) {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    leftOut[ending, default: 0] += 1
  }

  private mutating func walk(_ folder: String, depth: Int) {
    var status = stat()
    guard stat(PathText.bytes(folder), &status) == 0 else {
      items.append(.failure(origin: folder, SourceFile.failure(errno)))
      return
    }
    guard isNew(status), depth < Self.maximumDepth else { return }
    guard let directory = opendir(PathText.bytes(folder)) else {
      items.append(.failure(origin: folder, SourceFile.failure(errno)))
      return
    }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { PathText.decoding($0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    closedir(directory)
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    let resolved = SourceFile.absolutePath(folder).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    for name in names.sorted() {
      let path = base + name
      let bytes = PathText.bytes(path)
      var status = stat()
      let isFound = lstat(bytes, &status) == 0
      // What is no link lies in its folder; only links need be followed to where they lead.
      let isLink = isFound && status.st_mode & S_IFMT == S_IFLNK
      guard isFound, !isLink || stat(bytes, &status) == 0 else {
        items.append(.failure(origin: path, SourceFile.failure(errno)))
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        walk(path, depth: depth + 1)
      } else {
        addFile(path, status, isNamed: false, resolved: isLink ? nil : resolved.map { $0 + name })
      }
    }
  }

  /// Whether a file or folder is met for the first time.
  private mutating func isNew(_ status: stat) -> Bool {
    seen.insert(FileKey(status)).inserted
  }

  private static func matches(of pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(PathText.bytes(pattern), GLOB_NOSORT, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { PathText.decoding($0) } }.sorted()
  }
}
