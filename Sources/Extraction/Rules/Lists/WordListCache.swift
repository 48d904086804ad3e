import Glibc
import GraphModel

/// Where compiled word lists are kept between runs: `tupu/lists` in the XDG cache folder.
///
/// A list is known by a digest of its bytes and layout, so that a changed file is never served from the cache.
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
  func list(_ bytes: [UInt8], layout: WordListLayout) -> CompiledWordList {
    guard let folder, bytes.count >= Self.smallest else {
      return CompiledWordList(WordListCompiler.compile(WordListRows(bytes, layout: layout)))
    }
    var digest = SHA256()
    digest.update(Array(((layout.columns ?? ["?"]).joined(separator: "\t") + "\n\(layout.isCSV)\n").utf8))
    digest.update(bytes)
    let path = "\(folder)/\(digest.hexadecimal(digits: 32)).words"
    let mark = digest.finalized()
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
