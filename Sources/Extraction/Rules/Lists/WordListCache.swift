import Glibc
import GraphModel

/// Where compiled word lists are kept between runs: `tupu/lists` in the XDG cache folder.
///
/// Each list has one file there, which says of which bytes and layout it was made: a changed list is compiled anew and takes the
/// place of the old one.
public struct WordListCache: Sendable {
  /// The folder; nil: nothing is kept.
  private let folder: String?
  /// Lists with fewer bytes are compiled faster than they are looked up.
  private static let smallest = 64 << 10

  /// A cache in a folder, which is made where it is not there.
  public init(folder: String?) { self.folder = folder }

  /// The cache of this user: `$XDG_CACHE_HOME/tupu/lists`, else `~/.cache/tupu/lists`.
  public static var standard: WordListCache {
    func value(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let base = value("XDG_CACHE_HOME") ?? value("HOME").map { $0 + "/.cache" }
    return WordListCache(folder: base.map { $0 + "/tupu/lists" })
  }

  /// The compiled form of a file's bytes, from the cache where it is there and fresh.
  ///
  /// - Parameter name: what tells the list from all others.
  func list(_ bytes: [UInt8], named name: String, layout: WordListLayout) -> CompiledWordList {
    guard let folder, bytes.count >= Self.smallest else {
      return CompiledWordList(WordListCompiler.compile(WordListRows(bytes, layout: layout)))
    }
    var digest = SHA256()
    digest.update(Array(((layout.columns ?? ["?"]).joined(separator: "\t") + "\n\(layout.isCSV)\n").utf8))
    digest.update(bytes)
    let mark = digest.finalized()
    var identity = SHA256()
    identity.update(Array(name.utf8))
    let path = "\(folder)/\(identity.hexadecimal(digits: 32)).words"
    if let block = WordListBlock(cacheFile: path, digest: mark) { return CompiledWordList(block) }
    let block = WordListCompiler.compile(WordListRows(bytes, layout: layout))
    Self.makeFolders(folder)
    block.write(cacheFile: path, digest: mark)
    return CompiledWordList(block)
  }

  private static func makeFolders(_ path: String) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
  }
}
